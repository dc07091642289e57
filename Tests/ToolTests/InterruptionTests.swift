import Files
import Foundation
import TestSupport
import Testing

@Suite("Interrupted training")
struct InterruptionTests {
    private static func arguments(_ folder: String) -> [String] {
        [
            "train", "colorizer", "--scale", "tiny", "--width", "2", "--steps", "150", "--hints", "--adversarial",
            "0.01",
            "--average", "0.9", "--output", folder,
        ]
    }

    @Test("Killed without warning or stopped with Ctrl-C, the run goes on and gives the same bytes")
    func sameBytes() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            #expect(try nurie.start(Self.arguments("\(folder)/whole")).wait().status == 0)
            for (signal, status) in [(SIGKILL, 128 + SIGKILL), (SIGINT, 130)] {
                let part = "\(folder)/\(signal)"
                let running = try nurie.start(Self.arguments(part))
                running.send(signal, when: "\(part)/checkpoint.safetensors")
                let outcome = try running.wait()
                #expect(outcome.status == status, "\(outcome.errors)")
                if signal == SIGINT { #expect(outcome.errors.contains("--resume")) }
                let resumed = try nurie.start(Self.arguments(part) + ["--resume"]).wait()
                #expect(resumed.status == 0, "\(resumed.errors)")
                #expect(resumed.output.contains("Going on from step"))
                for file in ["weights.safetensors", "checkpoint.safetensors", "log.csv"] {
                    #expect(try Files.read("\(folder)/whole/\(file)") == Files.read("\(part)/\(file)"), "\(file)")
                }
            }
        }
    }
}
