import Files
import Foundation
import TestSupport
import Testing

/// Protects that what a killed process left half written goes, and nothing else does.
@Suite struct UnfinishedTests {
    @Test("The next run into a folder removes what dead processes left there")
    func removed() throws {
        try withTemporaryFolder { folder in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/true")
            try process.run()
            process.waitUntilExit()
            let dead = ".unfinished-\(process.processIdentifier)-0"
            let kept = [
                ".unfinished-\(ProcessInfo.processInfo.processIdentifier)-0", ".unfinished-notes", "picture.png",
            ]
            for name in [dead] + kept { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
            try Files.makeFolder(folder)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == kept.sorted())
        }
    }

    @Test("A folder's lock is one's own until it goes")
    func lock() throws {
        try withTemporaryFolder { folder in
            do {
                let lock = try FolderLock(folder)
                #expect(throws: FileError.self) { try FolderLock(folder) }
                withExtendedLifetime(lock) {}
            }
            _ = try FolderLock(folder)
        }
    }

    /// Between `fork` and `exec` a child has everything that its parent has open. A second descriptor of the same file stands for
    /// it.
    @Test("A folder is free again although a child that was just forked still has its lock's file")
    func lockDuringFork() throws {
        try withTemporaryFolder { folder in
            var copy: CInt = -1
            do {
                let lock = try FolderLock(folder)
                let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
                let name = try #require(
                    open.first {
                        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?
                            .hasSuffix("\(folder)/.lock") == true
                    })
                copy = dup(try #require(CInt(name)))
                withExtendedLifetime(lock) {}
            }
            defer { close(copy) }
            _ = try FolderLock(folder)
        }
    }
}
