import Files
import Pictures
import TestSupport
import Testing

@Suite("Commands that make up faces")
struct FaceCommandTests {
    @Test(
        "Faces are learnt, made up, put on a sheet, walked between and measured; what excludes each other is refused")
    func faces() throws {
        try withTemporaryFolder { folder in
            func nurie(_ arguments: String...) throws -> String {
                let outcome = try Program("nurie").start(arguments).wait()
                #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
                return outcome.output
            }
            _ = try nurie("train", "faces", "--scale", "tiny", "--output", "\(folder)/run")
            let weights = "\(folder)/run/weights.safetensors"
            let common = ["--weights", weights, "--size", "48"]
            func sample(_ name: String, _ options: String...) throws {
                let outcome = try Program("nurie").start(
                    ["sample", "faces", "\(folder)/\(name)"] + common + options
                ).wait()
                #expect(outcome.status == 0, "\(options): \(outcome.errors)")
            }
            try sample("some", "--count", "2", "--lines")
            try sample("more", "--count", "3")
            for file in ["0.png", "1-lines.png", "1-dabs.png"] { #expect(Files.exists("\(folder)/some/\(file)")) }
            #expect(try Files.read("\(folder)/some/1.png") == Files.read("\(folder)/more/1.png"))
            try sample("sheet", "--count", "5", "--grid", "--paper")
            // Two rows, of three and of two.
            #expect(try Picture(contentsOf: "\(folder)/sheet/grid.png").width == 3 * 52 + 4)
            try sample("way", "--walk", "0", "2")
            try sample("plain", "--count", "1", "--plain")
            #expect(try Picture(contentsOf: "\(folder)/way/walk.png") == Picture(contentsOf: "\(folder)/plain/0.png"))
            _ = try nurie("train", "sketches", "--scale", "tiny", "--output", "\(folder)/sketches")
            _ = try nurie(
                "train", "details", "--scale", "tiny", "--output", "\(folder)/details", "--from", weights,
                "--sketches",
                "\(folder)/sketches/weights.safetensors")
            try sample("fine", "--count", "2", "--weights", "\(folder)/details/weights.safetensors")
            #expect(try Files.read("\(folder)/fine/1.png") != Files.read("\(folder)/more/1.png"))
            let report = try nurie("evaluate", "faces", "--weights", weights, "--size", "64", "--count", "3")
            #expect(report.contains("our cascade accepts"))
            // A folder has the name of the second file: that is said before the first one is drawn.
            try Files.makeFolder("\(folder)/taken/1.png")
            let taken = try Program("nurie").start(
                ["sample", "faces", "\(folder)/taken", "--count", "2", "--weights", weights]
            ).wait()
            #expect(taken.status != 0 && !Files.exists("\(folder)/taken/0.png"))
            for refused in [["--walk", "1"], ["--grid", "--lines"], ["--count", "0"], ["--size", "8"]] {
                let outcome = try Program("nurie").start(["sample", "faces", "\(folder)/no"] + refused).wait()
                #expect(outcome.status == 64 && !Files.exists("\(folder)/no"), "\(refused)")
            }
        }
    }
}
