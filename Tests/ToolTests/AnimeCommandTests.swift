import Basics
import Drawings
import Files
import Foundation
import Models
import Pictures
import TestSupport
import Testing

@Suite("The commands for AnimeGAN")
struct AnimeCommandTests {
    private static func makeWeights(in folder: String) throws -> String {
        var generator = SeededGenerator(seed: 5)
        try AnimeGeneratorV2(width: 2).initialised(using: &generator).save(to: "\(folder)/w.safetensors")
        return "\(folder)/w.safetensors"
    }

    @Test("train anime on drawn scenes, and stylize with what it made")
    func drawn() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            let trained = try nurie.run(
                "train", "anime", "--scale", "tiny", "--without", "grey", "--half", "--output", "\(folder)/run")
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(trained.output.contains("Gram distance") && trained.output.contains("after 2 steps"))
            let photo = "\(folder)/photo.png"
            try DrawnScenes(seed: 1, size: 40).photograph(at: 0).write(to: photo)
            let outcome = try nurie.run(
                "stylize", photo, "--weights", "\(folder)/run/weights.safetensors", "--output", "\(folder)/out",
                "--keep-brightness")
            #expect(outcome.status == 0 && outcome.output.contains("40×40"), "\(outcome.errors)")
            #expect(try Picture.size(of: "\(folder)/out/photo.png") == Picture.Size(width: 40, height: 40))
        }
    }

    @Test("smooth-edges makes what train anime --data asks for, and a run over epochs goes on")
    func folder() throws {
        try withTemporaryFolder { folder in
            let scenes = DrawnScenes(seed: 2, size: 48)
            for part in ["train_photo", "Hayao/style"] { try Files.makeFolder("\(folder)/data/\(part)") }
            for index in 0..<4 {
                try scenes.photograph(at: index).write(to: "\(folder)/data/train_photo/\(index).png")
                try scenes.anime(at: index + 4).write(to: "\(folder)/data/Hayao/style/\(index).png")
            }
            // A drawing among the photographs is warned of.
            try DrawnScenes(seed: 2, size: 128).anime(at: 9).write(to: "\(folder)/data/train_photo/drawing.png")
            let nurie = try Program("nurie")
            let train = [
                "train", "anime", "--scale", "tiny", "--data", "\(folder)/data", "--style", "Hayao", "--epochs", "2",
                "--init-epochs", "1", "--output", "\(folder)/run",
            ]
            let refused = try nurie.start(train).wait()
            #expect(refused.status == 1 && refused.errors.contains("nurie smooth-edges \(folder)/data/Hayao"))
            let smoothed = try nurie.run("smooth-edges", "\(folder)/data/Hayao", "--size", "32")
            #expect(smoothed.status == 0, "\(smoothed.errors)")
            #expect(
                try Picture(contentsOf: "\(folder)/data/Hayao/smooth/3.png")
                    == Picture(contentsOf: "\(folder)/data/Hayao/style/3.png").square(32).edgesSmoothed())
            let trained = try nurie.start(train).wait()
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(trained.errors.contains("seem to be drawn") && trained.errors.contains("drawing.png"))
            let weights = try Files.read("\(folder)/run/weights.safetensors")
            #expect(try nurie.start(train + ["--resume"]).wait().status == 0)
            #expect(try Files.read("\(folder)/run/weights.safetensors") == weights)
        }
    }

    @Test("One photograph's result is the file that was named, PNG or JPEG, and else a file in that folder")
    func namedResult() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            let photo = "\(folder)/photo.png"
            try Picture(width: 24, height: 16, format: .rgb, filledWith: [90, 140, 200]).write(to: photo)
            try Files.makeFolder("\(folder)/there.png")
            for (output, result) in [
                ("drawn.png", "drawn.png"), ("drawn.JPG", "drawn.JPG"), ("drawn", "drawn/photo.png"),
                ("there.png", "there.png/photo.png"),
            ] {
                let outcome = try nurie.run("stylize", photo, "--output", "\(folder)/\(output)", "--quality", "80")
                #expect(outcome.status == 0, "\(outcome.errors)")
                let drawn = try Picture(contentsOf: "\(folder)/\(result)")
                #expect((drawn.width, drawn.height) == (24, 16))
            }
            #expect(try Files.read("\(folder)/drawn.JPG").prefix(2) == [0xFF, 0xD8])
        }
    }

    @Test("stylize takes photographs as cameras and printers leave them: grey, in four inks, on their side")
    func photographs() throws {
        try withTemporaryFolder { folder in
            let weights = try Self.makeWeights(in: folder)
            let photographs = try #require(Bundle.module.resourceURL).appendingPathComponent("Photographs").path
            let outcome = try Program("nurie").run(
                "stylize", photographs, "--weights", weights, "--output", "\(folder)/out")
            #expect(outcome.status == 0, "\(outcome.errors)")
            for (name, size) in [("grey", (48, 32)), ("ink", (48, 32)), ("turned", (32, 48))] {
                let result = try Picture(contentsOf: "\(folder)/out/\(name).png")
                #expect((result.width, result.height) == size && result.format == .rgb, "\(name)")
            }
        }
    }

    @Test(
        "stylize refuses weights of another network by its name, and makes pictures from a pixel to ten thousand in a row"
    )
    func extremes() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            let weights = try Self.makeWeights(in: folder)
            try Files.makeFolder("\(folder)/in")
            for (name, width, height) in [("pixel", 1, 1), ("long", 10_000, 12), ("tall", 2, 700)] {
                try Picture(width: width, height: height, format: .rgb, filledWith: [90, 140, 200])
                    .write(to: "\(folder)/in/\(name).png")
            }
            let outcome = try nurie.run("stylize", "\(folder)/in", "--weights", weights, "--output", "\(folder)/out")
            #expect(outcome.status == 0 && outcome.output.contains("3 pictures in"), "\(outcome.errors)")
            #expect(try Picture.size(of: "\(folder)/out/long.png") == Picture.Size(width: 10_000, height: 12))
            #expect(try Picture.size(of: "\(folder)/out/pixel.png") == Picture.Size(width: 1, height: 1))

            var generator = SeededGenerator(seed: 5)
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/u.safetensors")
            let refused = try nurie.run(
                "stylize", "\(folder)/in/pixel.png", "--weights", "\(folder)/u.safetensors", "--output",
                "\(folder)/no")
            #expect(refused.status == 1 && refused.errors.contains("the network colorizer"), "\(refused.errors)")
            #expect(!Files.exists("\(folder)/no"))
        }
    }

    @Test("train features makes weights that take the place of those that come with Nurie")
    func features() throws {
        try withTemporaryFolder { folder in
            let nurie = try Program("nurie")
            let trained = try nurie.run("train", "features", "--scale", "tiny", "--output", "\(folder)/f")
            #expect(trained.status == 0 && trained.output.contains("random weights"), "\(trained.errors)")
            let outcome = try nurie.run(
                "train", "anime", "--scale", "tiny", "--features", "\(folder)/f/features.safetensors", "--output",
                "\(folder)/a")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let refused = try nurie.run(
                "train", "anime", "--scale", "tiny", "--features", "vgg19=\(folder)/f/features.safetensors",
                "--output",
                "\(folder)/b")
            #expect(refused.status == 1 && refused.errors.contains("not VGG19"), "\(refused.errors)")
        }
    }

    @Test(
        "Options that make no sense are refused with the option's name",
        arguments: [
            ["train", "anime", "--size", "100"], ["train", "anime", "--style", "Hayao"],
            ["train", "anime", "--data", "x"], ["train", "anime", "--epochs", "1", "--init-epochs", "2"],
            ["stylize", "x", "--output", "y", "--size", "1"], ["smooth-edges", "x", "--size", "1"],
            ["train", "features", "--steps", "0"], ["train", "features", "--data", "x"],
            ["train", "anime", "--without", "everything"], ["train", "anime", "--weight", "color=much"],
            ["train", "anime", "--zoom", "0"], ["train", "anime", "--scene-size", "10"],
            ["train", "anime", "--pixels", "-1"], ["train", "anime", "--guide", "a star"],
        ])
    func options(arguments: [String]) throws {
        let outcome = try Program("nurie").start(arguments).wait()
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(try #require(arguments.last { $0.hasPrefix("--") })))
    }
}
