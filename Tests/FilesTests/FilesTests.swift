@testable import Files
import Foundation
import Testing

/// A folder of its own for a test, removed when the test is over.
private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

private func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

/// The error that `body` throws.
private func fileError(_ body: () throws -> Void) -> FileError? {
    #expect(throws: FileError.self, performing: body)
}

private struct Interruption: Error {}

@Suite struct FileWriting {
    @Test func whatIsWrittenIsRead() throws {
        try withFolder { folder in
            let path = "\(folder)/塗り絵 ☺.bin"
            for bytes in [[], [7], (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0) }] {
                try Files.replace(path, with: bytes)
                #expect(try Files.read(path) == bytes)
            }
            try Files.replace(path, with: "grün")
            #expect(try Files.read(path) == Array("grün".utf8))
            #expect(try names(in: folder).count == 1)
        }
    }

    @Test func piecesAreJoinedAndCounted() throws {
        try withFolder { folder in
            let path = "\(folder)/pieces"
            try Files.replace(path) { writer in
                try writer.write([1, 2])
                try writer.write([])
                #expect(writer.count == 2)
                try writer.write([3])
                #expect(writer.count == 3)
            }
            #expect(try Files.read(path) == [1, 2, 3])
        }
    }

    @Test func anInterruptedWriteLeavesTheOldFileAndNothingBeside() throws {
        try withFolder { folder in
            let path = "\(folder)/old"
            try Files.replace(path, with: "old")
            #expect(throws: Interruption.self) {
                try Files.replace(path) { writer in
                    try writer.write([1, 2, 3])
                    throw Interruption()
                }
            }
            #expect(try Files.read(path) == Array("old".utf8))
            #expect(try names(in: folder) == ["old"])
        }
    }

    @Test func theLongestNameCanBeWritten() throws {
        try withFolder { folder in
            let path = "\(folder)/\(String(repeating: "n", count: 255))"
            try Files.replace(path, with: [1])
            #expect(try Files.read(path) == [1])
            #expect(fileError { try Files.replace(path + "n", with: [1]) }?.path == path + "n")
        }
    }

    @Test func leftoversOfAKilledProcessAreNotInTheWay() throws {
        try withFolder { folder in
            try Files.replace("\(folder)/.unfinished-\(getpid())-0", with: "left over")
            try Files.replace("\(folder)/new", with: [1])
            #expect(try names(in: folder) == [".unfinished-\(getpid())-0", "new"])
        }
    }

    @Test func aLinkIsFollowed() throws {
        try withFolder { folder in
            try Files.makeFolder("\(folder)/elsewhere")
            try Files.replace("\(folder)/elsewhere/file", with: "old")
            symlink("elsewhere/file", "\(folder)/link")
            try Files.replace("\(folder)/link", with: "new")
            #expect(try Files.read("\(folder)/elsewhere/file") == Array("new".utf8))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "elsewhere/file")
        }
    }

    @Test func permissionsAreThoseOfTheOldFileOrTheUsual() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            try Files.replace(path, with: [1])
            try Data().write(to: URL(fileURLWithPath: "\(folder)/usual"))
            #expect(try permissions(of: path) == permissions(of: "\(folder)/usual"))
            chmod(path, 0o640)
            try Files.replace(path, with: [2])
            #expect(try permissions(of: path) == 0o640)
        }
    }

    @Test func aFullDiskAMissingFolderAndAFolderAreNamed() throws {
        try withFolder { folder in
            let full = fileError { try Files.replace("/dev/full", with: [1]) }
            #expect(full?.description.hasPrefix("/dev/full: cannot be written: no space left on device.") == true)
            let missing = fileError { try Files.replace("\(folder)/none/file", with: [1]) }
            #expect(missing?.problem == "cannot be written: no such file or directory")
            #expect(missing?.remedy.hasPrefix("Make the folder first") == true)
            #expect(fileError { try Files.replace(folder, with: [1]) }?.problem.hasSuffix("is a directory") == true)
            try Files.replace("\(folder)/file", with: [1])
            let below = fileError { try Files.replace("\(folder)/file/below", with: [1]) }
            #expect(below?.problem == "cannot be written: not a directory")
            #expect(try names(in: folder) == ["file"])
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func protectedFilesAndFoldersStay() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            try Files.replace(path, with: [1])
            chmod(path, 0o444)
            #expect(fileError { try Files.replace(path, with: [2]) }?.problem.hasSuffix("permission denied") == true)
            chmod(path, 0o644)
            chmod(folder, 0o555)
            defer { chmod(folder, 0o755) }
            #expect(fileError { try Files.replace(path, with: [2]) }?.problem.hasSuffix("permission denied") == true)
            #expect(try Files.read(path) == [1])
        }
    }

    @Test func aDeviceIsWrittenAndNotReplaced() throws {
        try Files.replace("/dev/null", with: [1, 2, 3])
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
    }

    @Test func aPipeIsWritten() throws {
        // As `/dev/stdout` is one when a command's output goes to another command.
        let pipe = Pipe()
        try Files.replace("/proc/self/fd/\(pipe.fileHandleForWriting.fileDescriptor)", with: [1, 2, 3])
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data([1, 2, 3]))
    }
}

@Suite struct FileReading {
    @Test func filesThatCannotBeReadAreNamed() throws {
        try withFolder { folder in
            let missing = fileError { _ = try Files.read("\(folder)/none") }
            #expect(missing?.problem == "cannot be read: no such file or directory")
            #expect(missing?.remedy.hasPrefix("Check the name") == true)
            #expect(fileError { _ = try Files.read(folder) }?.problem == "cannot be read: is a directory")
        }
    }

    @Test func theLimitHolds() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            try Files.replace(path, with: [1, 2, 3])
            #expect(try Files.read(path, limit: 3) == [1, 2, 3])
            #expect(fileError { _ = try Files.read(path, limit: 2) }?.problem == "is larger than 2 bytes")
            #expect(fileError { _ = try Files.read("/dev/zero", limit: 100_000) } != nil)
        }
    }

    @Test func filesWithoutASizeAreRead() throws {
        #expect(try !Files.read("/proc/self/status").isEmpty)
        #expect(try Files.read("/dev/null").isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aPipeThatNobodyWritesIntoIsNamed() throws {
        try withFolder { folder in
            let path = "\(folder)/pipe"
            mkfifo(path, 0o600)
            let problem = "is a pipe that nobody writes into"
            #expect(fileError { _ = try Files.read(path) }?.problem == problem)
            #expect(fileError { _ = try Files.read(path, first: 3) }?.problem == problem)
        }
    }

    @Test func aPipeIsReadToItsEnd() throws {
        try withFolder { folder in
            let path = "\(folder)/pipe"
            mkfifo(path, 0o600)
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0) }
            // It comes in two pieces, the second one later.
            let writer = Thread {
                let file = FileHandle(forWritingAtPath: path)
                try? file?.write(contentsOf: Data(bytes[..<5000]))
                usleep(100_000)
                try? file?.write(contentsOf: Data(bytes[5000...]))
                try? file?.close()
            }
            writer.start()
            let read = try Files.read(path)
            #expect(read == bytes)
        }
    }
}

@Suite struct RandomAccess {
    @Test func partsAreReadAndEndsAreNoticed() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            try Files.replace(path, with: [0, 1, 2, 3, 4])
            let file = try RandomAccessFile(opening: path)
            #expect(file.size == 5)
            #expect(try file.bytes(2, at: 3) == [3, 4])
            #expect(try file.bytes(0, at: 5) == [])
            do {
                _ = try file.bytes(3, at: 3)
                Issue.record("bytes beyond the end were read")
            } catch let error as FileError {
                #expect(error.problem == "ends before byte 6")
            }
        }
    }

    @Test func whatHasNoPlacesIsRefused() throws {
        #expect(fileError { _ = try RandomAccessFile(opening: "/dev/zero").size }?.path == "/dev/zero")
        #expect(fileError { _ = try RandomAccessFile(opening: "/tmp").size }?.problem.hasSuffix("directory") == true)
    }
}

@Suite struct FolderMaking {
    @Test func foldersAreMadeWithThoseAboveThem() throws {
        try withFolder { folder in
            try Files.makeFolder("\(folder)/a/b//c/")
            try Files.makeFolder("\(folder)/a/b/c")
            #expect(try names(in: "\(folder)/a/b") == ["c"])
            try Files.replace("\(folder)/file", with: [1])
            let error = fileError { try Files.makeFolder("\(folder)/file/below") }
            #expect(error?.remedy.hasPrefix("Part of the path is a file") == true)
        }
    }

    @Test(arguments: [("a", "."), ("a/b", "a"), ("/a", "/"), ("/", "/"), ("a//b", "a/"), ("a/b/", "a"), ("", ".")])
    func theFolderOfAPath(path: String, folder: String) {
        #expect(Files.folder(of: path) == folder)
    }
}
