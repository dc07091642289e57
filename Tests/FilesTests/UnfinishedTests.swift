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
}
