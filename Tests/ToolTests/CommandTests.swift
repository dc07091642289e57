import Basics
import Files
import Foundation
import Models
import Networks
import Pictures
import TensorCore
import TestSupport
import Testing

@Suite("The commands")
struct CommandTests {
    @Test("networks lists every network with its parameters")
    func networks() throws {
        let outcome = try Program("nurie").run("networks")
        #expect(outcome.status == 0)
        for network in NetworkCatalog.all {
            #expect(outcome.output.contains(network.name))
            #expect(outcome.output.contains("\(network.parameterCount)"))
        }
    }

    @Test("networks is a table that fits a terminal, and so is that of each network")
    func networksTable() throws {
        for arguments in [[], ["colorizer"], ["vgg19"]] {
            let outcome = try Program("nurie").start(["networks"] + arguments).wait()
            let lines = outcome.output.split(separator: "\n")
            #expect(outcome.status == 0 && lines.count > NetworkCatalog.all.count)
            #expect(lines.filter { $0.count > 80 }.isEmpty)
        }
    }

    @Test("The version is told")
    func version() throws {
        let outcome = try Program("nurie").run("--version")
        #expect(outcome.status == 0 && outcome.output.wholeMatch(of: /Nurie [0-9]+\.[0-9]+\n/) != nil)
    }

    @Test("forward gives what the network gives")
    func forward() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            let network = UNet(width: 2).initialised(using: &generator)
            let x = Tensor(uniformIn: 0...1, shape: [2, 4, 16, 32], using: &generator)
            try network.save(to: "\(folder)/w.safetensors")
            try NumPy.write(x, to: "\(folder)/x.npy")
            let outcome = try Program("nurie").run(
                "forward", "colorizer", "--weights", "\(folder)/w.safetensors", "--input", "\(folder)/x.npy",
                "--output", "\(folder)/y.npy")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try NumPy.read("\(folder)/y.npy") == network(x, .inference))
        }
    }

    @Test("draw draws the same faces for the same seed, whatever the count, and lines takes their lines out")
    func drawAndLines() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            for (name, count) in [("a", "3"), ("b", "2")] {
                let outcome = try nurie.run(
                    "draw", "\(folder)/\(name)", "--count", count, "--seed", "7", "--size", "48")
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            for kind in ["colour", "lines", "regions"] {
                #expect(
                    try Files.read("\(folder)/a/\(kind)/0001.png") == Files.read("\(folder)/b/\(kind)/0001.png"))
            }
            #expect(try nurie.run("lines", "\(folder)/a/colour", "\(folder)/lines").status == 0)
            let drawing = try Picture(contentsOf: "\(folder)/a/colour/0002.png")
            #expect(try Picture(contentsOf: "\(folder)/lines/0002.png") == drawing.lineArt())
        }
    }

    @Test("faces cuts the faces out of drawn pages, and says what is wrong with a cascade")
    func faces() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            let drawn = try nurie.run(
                "pages", "\(folder)/in", "--count", "2", "--seed", "9", "--width", "320", "--height", "400")
            #expect(drawn.status == 0, "\(drawn.errors)")
            let outcome = try nurie.run("faces", "\(folder)/in", "--output", "\(folder)/out", "--size", "40")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("faces of 2 pictures"))
            try Files.replace("\(folder)/c.xml", with: "<opencv_storage><cascade>")
            let refused = try nurie.run(
                "faces", "\(folder)/in", "--output", "\(folder)/no", "--cascade", "\(folder)/c.xml")
            #expect(refused.status != 0)
            #expect(refused.errors.contains("c.xml") && !Files.exists("\(folder)/no"))
        }
    }

    @Test("color colours a drawing of odd size, and a folder")
    func color() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/w.safetensors")
            let drawing = Picture(width: 61, height: 203, format: .grey, filledWith: [255])
            try Files.makeFolder("\(folder)/in")
            try drawing.write(to: "\(folder)/in/a.png")
            let nurie = try Program("nurie")
            for (input, output, result) in [("in/a.png", "a.png", "a.png"), ("in", "out", "out/a.png")] {
                let outcome = try nurie.run(
                    "color", "\(folder)/\(input)", "--output", "\(folder)/\(output)", "--weights",
                    "\(folder)/w.safetensors")
                #expect(outcome.status == 0, "\(outcome.errors)")
                let size = try Picture.size(of: "\(folder)/\(result)")
                #expect((size.width, size.height) == (61, 203))
            }
        }
    }

    @Test("evaluate leaves its tables, its figures and the folder for hintauc")
    func evaluate() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/w.safetensors")
            let outcome = try Program("nurie").run(
                "evaluate", "colorizer", "--weights", "\(folder)/w.safetensors", "--size", "32", "--count", "2",
                "--output", "\(folder)/out", "--hintauc", "\(folder)/curve")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("PSNR") && outcome.output.contains("saturation of hair"))
            for file in ["evaluation.json", "evaluation.csv", "examples.png", "saturation.png"] {
                #expect(Files.exists("\(folder)/out/\(file)"))
            }
            #expect(Files.exists("\(folder)/curve/coloured/1.00/00001.png"))
        }
    }

    @Test("The pipeline leaves its page and what it shows")
    func pipeline() throws {
        try withTemporaryFolder { folder in
            let outcome = try Program("pipeline").run("--scale", "tiny", "--output", folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let page = String(decoding: try Files.read("\(folder)/README.md"), as: UTF8.self)
            for picture in [
                "material.png", "learning.png", "held-out.png", "saturation.png", "stages.png", "sampled.png",
                "stylised.png", "together.png",
            ] {
                #expect(page.contains("(\(picture))"))
                #expect(try Picture.size(of: "\(folder)/\(picture)").width > 400)
            }
        }
    }
}

@Suite("Bad input")
struct BadInputTests {
    /// Runs `nurie`; it has to fail, neither by a crash nor without words.
    private func refusal(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        let outcome = try Program("nurie").start(arguments, environment: environment).wait()
        #expect((1...64).contains(outcome.status), "status \(outcome.status): \(outcome.errors)")
        return outcome.errors
    }

    @Test("A drawing that is missing, and weights that are, are named")
    func missing() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            let weights = "\(folder)/w.safetensors"
            #expect(
                try refusal("color", "a.png", "--output", "\(folder)/b.png", "--weights", weights).contains(weights))
            try UNet(width: 2).initialised(using: &generator).save(to: weights)
            let message = try refusal(
                "color", "\(folder)/none.png", "--output", "\(folder)/b.png", "--weights", weights)
            #expect(message.contains("none.png"))
            #expect(!Files.exists("\(folder)/b.png"))
        }
    }

    @Test("Hints of another aspect ratio and hints without transparency are refused; white on black is noticed")
    func drawingsAndHints() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/w.safetensors")
            var drawing = Picture(width: 60, height: 40, format: .grey, filledWith: [0])
            for x in 0..<60 { drawing[x, 20, 0] = 255 }
            try drawing.write(to: "\(folder)/a.png")
            let command = ["color", "\(folder)/a.png", "--weights", "\(folder)/w.safetensors", "--output"]
            for (name, width, height) in [("tall", 40, 60), ("opaque", 60, 40)] {
                let hints = "\(folder)/\(name).png"
                try Picture(width: width, height: height, format: .rgb, filledWith: [9, 90, 200]).write(to: hints)
                let outcome = try Program("nurie").start(command + ["\(folder)/b.png", "--hints", hints]).wait()
                #expect((1...64).contains(outcome.status) && outcome.errors.contains(hints), "\(outcome.errors)")
                #expect(!Files.exists("\(folder)/b.png"))
            }
            let outcome = try Program("nurie").start(command + ["\(folder)/b.png"]).wait()
            #expect(outcome.status == 0 && outcome.errors.contains("inverted"), "\(outcome.errors)")
        }
    }

    @Test("Weights of another network are refused with its name")
    func otherWeights() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try ColorizerDiscriminator().initialised(using: &generator).save(to: "\(folder)/w.safetensors")
            try NumPy.write(Tensor(zeros: [1, 4, 16, 16]), to: "\(folder)/x.npy")
            let message = try refusal(
                "forward", "colorizer", "--weights", "\(folder)/w.safetensors", "--input", "\(folder)/x.npy",
                "--output",
                "\(folder)/y.npy")
            #expect(message.contains("colorizer-discriminator"))
        }
    }

    @Test("Output where none can be written is refused before anything is lost")
    func noPlace() throws {
        try withTemporaryFolder { folder in
            let picture = Picture(width: 8, height: 8, format: .rgb, filledWith: [1, 2, 3])
            try picture.write(to: "\(folder)/a.png")
            for output in ["\(folder)/none/b.png", "/proc/b.png", "\(folder)/a.png"] {
                #expect(try refusal("lines", "\(folder)/a.png", output).contains(output))
            }
            #expect(try refusal("train", "colorizer", "--scale", "tiny", "--output", "/proc/x").contains("/proc/x"))
            #expect(try refusal("draw", "\(folder)/a.png").contains("a.png"))
            #expect(try Picture(contentsOf: "\(folder)/a.png") == picture)
        }
    }

    @Test("evaluate finds out before it measures that its results have no place, or would come among originals")
    func noPlaceToEvaluate() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/w.safetensors")
            try Files.makeFolder("\(folder)/own/true")
            let picture = Picture(width: 16, height: 16, format: .rgb, filledWith: [1, 2, 3])
            try picture.write(to: "\(folder)/own/true/00000.png")
            try picture.write(to: "\(folder)/own/examples.png")
            let command = [
                "evaluate", "colorizer", "--weights", "\(folder)/w.safetensors", "--size", "16", "--count", "1",
            ]
            for (options, named) in [
                (["--output", "/proc/x"], "/proc/x"), (["--output", "\(folder)/w.safetensors"], "w.safetensors"),
                (["--output", "\(folder)/own", "--data", "\(folder)/own"], "own"),
                (["--output", "\(folder)/out", "--hintauc", "\(folder)/own"], "own/true"),
            ] {
                let outcome = try Program("nurie").start(command + options).wait()
                #expect(outcome.status == 1 && outcome.errors.contains(named), "\(outcome.errors)")
                #expect(!outcome.output.contains("PSNR"))
            }
            #expect(try Picture(contentsOf: "\(folder)/own/examples.png") == picture)
        }
    }

    @Test("A folder with nothing in it, and one that is not there, are named")
    func folders() throws {
        try withTemporaryFolder { folder in
            for data in [folder, "\(folder)/none"] {
                let message = try refusal(
                    "train", "colorizer", "--scale", "tiny", "--data", data, "--output", "\(folder)/run")
                #expect(message.contains(data))
            }
        }
    }

    @Test(
        "Options that make no sense are refused with the option's name",
        arguments: [
            ["draw", "x", "--count", "0"], ["draw", "x", "--size", "3"], ["lines", "a", "b", "--kernel", "4"],
            ["lines", "a", "b", "--strength", "nan"], ["train", "colorizer", "--threads", "0"],
            ["train", "colorizer", "--size", "100"], ["train", "colorizer", "--steps", "-1"],
            ["color", "a", "--output", "b", "--size", "1"], ["train", "colorizer", "--adversarial", "-1"],
            ["train", "colorizer", "--average", "1"], ["train", "colorizer", "--paper", "2"],
            ["train", "colorizer", "--stage-one", "w", "--size", "96"], ["train", "colorizer", "--crop", "64"],
            ["train", "colorizer", "--stage-one", "w", "--size", "256", "--crop", "40"],
            ["train", "colorizer", "--usual", "1.5"], ["train", "colorizer", "--true-colors", "-1"],
            ["evaluate", "colorizer", "--count", "0"],
        ])
    func options(arguments: [String]) throws {
        let outcome = try Program("nurie").start(arguments).wait()
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(try #require(arguments.last { $0.hasPrefix("--") })))
    }

    @Test(
        "Empty names are refused: as a folder one would be the root",
        arguments: [
            ["stylize", "a.png", "--output", ""], ["stylize", "a.png", "--output="],
            ["color", "", "--output", "b.png"],
            ["lines", "a.png", ""], ["train", "colorizer", "--data", ""], ["faces", "a", "-o", ""],
        ])
    func emptyNames(arguments: [String]) throws {
        let outcome = try Program("nurie").start(arguments).wait()
        #expect(outcome.status == 64 && outcome.errors.contains("is empty"), "\(outcome.errors)")
        let place = try Program("pipeline").run("--output", "")
        #expect(place.status == 64 && place.errors.contains("--output is empty"), "\(place.errors)")
    }

    @Test("A missing picture is named before its result's name is judged, and no folder is made for it")
    func missingInput() throws {
        try withTemporaryFolder { folder in
            for command in ["color", "stylize"] {
                let outcome = try Program("nurie").run(command, "\(folder)/no.png", "--output", "\(folder)/results")
                #expect(outcome.status == 1)
                #expect(outcome.errors.contains("no.png: cannot be read"), "\(outcome.errors)")
                #expect(!Files.exists("\(folder)/results"))
            }
        }
    }

    @Test("Without gnuplot the pipeline says so before it trains")
    func noGnuplot() throws {
        try withTemporaryFolder { folder in
            let outcome = try Program("pipeline").run(
                "--scale", "tiny", "--output", "\(folder)/out", environment: ["PATH": folder])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("gnuplot") && outcome.errors.contains("./setup"))
            #expect(!Files.exists("\(folder)/out/run"))
        }
    }
}
