import Drawings
import Files
import Pictures
import TestSupport
import Testing

@Suite("Commands that train and use a colorizer")
struct ColorizerCommandTests {
    /// Runs `nurie`, which has to succeed.
    @discardableResult
    private func nurie(_ arguments: [String]) throws -> String {
        let outcome = try Program("nurie").start(arguments).wait()
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    /// A folder of coloured pictures to learn from.
    private func writePictures(to folder: String) throws {
        try Files.makeFolder(folder)
        let faces = DrawnFaces(seed: 3, size: 64)
        for index in 0..<24 { try faces[index].color.write(to: "\(folder)/\(index).png") }
    }

    @Test("Both stages learn from a folder, with adversary and hints and on crops, go on when resumed, and colour")
    func bothStages() throws {
        try withTemporaryFolder { folder in
            try writePictures(to: "\(folder)/data")
            let (first, second) = ("\(folder)/1/weights.safetensors", "\(folder)/2/weights.safetensors")
            let train = [
                "train", "colorizer", "--scale", "tiny", "--data", "\(folder)/data", "--hints", "--steps", "3",
            ]
            let stages = [
                ["--size", "32", "--adversarial", "0.01", "--output", "\(folder)/1"],
                [
                    "--size", "128", "--stage-one", first, "--crop", "64", "--true-colors", "0.5", "--half",
                    "--output",
                    "\(folder)/2",
                ],
            ]
            for (options, weights) in zip(stages, [first, second]) {
                try nurie(train + options)
                let bytes = try Files.read(weights)
                try nurie(train + options + ["--resume"])
                #expect(try Files.read(weights) == bytes)
            }
            let drawing = DrawnFaces(seed: 4, size: 128)[0].lines
            try drawing.write(to: "\(folder)/a.png")
            for (name, stageTwo) in [("both", second), ("one", "none")] {
                try nurie([
                    "color", "\(folder)/a.png", "--output", "\(folder)/\(name).png", "--weights", first,
                    "--stage-two",
                    stageTwo,
                ])
            }
            let (both, one) = (
                try Picture(contentsOf: "\(folder)/both.png"), try Picture(contentsOf: "\(folder)/one.png")
            )
            #expect((both.width, one.width) == (128, 128) && both != one)
        }
    }

    @Test(
        "A folder of drawings takes the hints that are there, and a broken drawing by itself is an error that names it"
    )
    func foldersAndBrokenFiles() throws {
        try withTemporaryFolder { folder in
            for name in ["in", "hints"] { try Files.makeFolder("\(folder)/\(name)") }
            let drawing = DrawnFaces(seed: 4, size: 64)[0].lines
            for name in ["a", "b"] { try drawing.write(to: "\(folder)/in/\(name).png") }
            var dabs = Picture(width: 32, height: 32, format: .rgba, filledWith: [0, 0, 0, 0])
            for y in 20..<30 {
                for x in 2..<30 { for (c, v) in [220, 20, 20, 255].enumerated() { dabs[x, y, c] = UInt8(v) } }
            }
            try dabs.write(to: "\(folder)/hints/a.png")
            try nurie(["color", "\(folder)/in", "--hints", "\(folder)/hints", "--output", "\(folder)/out"])
            let (hinted, alone) = (
                try Picture(contentsOf: "\(folder)/out/a.png"), try Picture(contentsOf: "\(folder)/out/b.png")
            )
            #expect(hinted.meanRed - alone.meanRed > 10, "\(hinted.meanRed), \(alone.meanRed)")

            try nurie([
                "color", "\(folder)/in", "--layers", "--gap", "0", "--least-area", "4", "--output",
                "\(folder)/layers",
            ])
            for name in ["a", "b"] { #expect(Files.exists("\(folder)/layers/\(name).ora")) }
            for refused in [["--gap", "-1"], ["--least-area", "-1"]] {
                let outcome = try Program("nurie").start(
                    ["color", "\(folder)/in/a.png", "--output", "\(folder)/no.png"] + refused
                ).wait()
                #expect(outcome.status == 64 && outcome.errors.contains(refused[0]), "\(outcome.errors)")
            }

            let bytes = try Files.read("\(folder)/in/a.png")
            for (name, content) in [("empty", []), ("cut", Array(bytes.prefix(bytes.count / 2)))] {
                let path = "\(folder)/\(name).png"
                try Files.replace(path, with: content)
                let outcome = try Program("nurie").run("color", path, "--output", "\(folder)/no.png")
                #expect((1...64).contains(outcome.status) && outcome.errors.contains(path), "\(outcome.errors)")
                #expect(!Files.exists("\(folder)/no.png"))
            }
        }
    }
}

extension Picture {
    /// How much more red than blue there is, on average.
    fileprivate var meanRed: Double {
        let sum = (0..<width * height).reduce(0) { $0 + Int(samples[3 * $1]) - Int(samples[3 * $1 + 2]) }
        return Double(sum) / Double(width * height)
    }
}
