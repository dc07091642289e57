import Files
import Foundation
import TestSupport
import Testing

@Suite("nurie studio")
struct StudioCommandTests {
    @Test("--open gives the printed address to the browser, and says so when none opens")
    func opening() throws {
        try withTemporaryFolder { folder in
            let opened = "\(folder)/opened"
            let nurie = try Program("nurie")
            for isThere in [true, false] {
                let tools = "\(folder)/tools-\(isThere)"
                try Files.makeFolder(tools)
                let opener =
                    "#!/bin/sh\necho \"$1\" > \(opened).new\nmv \(opened).new \(opened)\nexit \(isThere ? 0 : 3)\n"
                try Data(opener.utf8).write(to: URL(fileURLWithPath: "\(tools)/xdg-open"))
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(tools)/xdg-open")
                let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
                let port = 20_000 + Int(ProcessInfo.processInfo.processIdentifier) % 30_000
                let running = try nurie.start(
                    ["studio", "--open", "--port", "\(port)"], environment: ["PATH": "\(tools):\(path)"])
                if isThere {
                    running.send(SIGINT, when: opened)
                } else {
                    try running.send(SIGINT, whenSaid: "No browser could be opened")
                }
                let outcome = try running.wait()
                let address = try #require(outcome.output.split(separator: "\n").first)
                #expect(address.hasPrefix("http://127.0.0.1:\(port)/"))
                #expect(try Files.read(opened) == Array("\(address)\n".utf8))
                #expect(outcome.errors.contains("No browser could be opened") == !isThere, "\(outcome.errors)")
                try FileManager.default.removeItem(atPath: opened)
            }
        }
    }
}
