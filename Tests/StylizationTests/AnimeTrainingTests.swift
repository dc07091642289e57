import Basics
import Drawings
import Files
import Models
@testable import Networks
import Pictures
@testable import Stylization
import TensorCore
import TestSupport
import Testing
@testable import Training

@Suite("Training AnimeGAN")
struct AnimeTrainingTests {
    private static func features() -> FeatureNetwork {
        var generator = SeededGenerator(seed: 9)
        return FeatureNetwork(widths: [[4], [4], [8]]).initialised(using: &generator)
    }

    private static func train(_ plan: AnimePlan, _ folder: String, _ options: [String] = []) throws
        -> AnimeTraining.Result
    {
        let options = try RunOptions.parse(options)
        return try AnimeTraining(
            plan, on: AnimePictures(drawn: plan, seed: options.seed), features: features(), folder: folder,
            options: options
        ).run()
    }

    @Test(
        "The same seed gives the same weights, on one thread too and when resumed",
        arguments: AnimePlan.Version.allCases)
    func sameBytes(version: AnimePlan.Version) throws {
        try withTemporaryFolder { folder in
            let plan = AnimePlan(for: .tiny, version)
            func train(_ name: String, _ options: [String] = []) throws -> [UInt8] {
                _ = try Self.train(plan, "\(folder)/\(name)", options)
                return try Files.read("\(folder)/\(name)/weights.safetensors")
            }
            let whole = try train("whole")
            #expect(try train("whole", ["--resume"]) == whole)
            let threads = Threads.count
            defer { Threads.count = threads }
            Threads.count = 1
            #expect(try train("one thread") == whole)
        }
    }

    @Test("The generator begins alone on content; then all terms are measured")
    func phases() throws {
        try withTemporaryFolder { folder in
            let result = try Self.train(AnimePlan(for: .tiny), folder)
            #expect(try result.log["content"].allSatisfy { $0 > 0 })
            for name in ["style", "colour", "adversarial", "drawn", "generated", "grey", "smoothed"] {
                #expect(try result.log[name].map { $0 > 0 } == [false, false, true, true, true, true], "\(name)")
            }
        }
    }

    @Test("Pixels and a filter's painting lead the light generator, whose photographs are cut from near and far")
    func guided() throws {
        try withTemporaryFolder { folder in
            var plan = AnimePlan(for: .tiny, .light)
            (plan.guide, plan.pixelWeight, plan.sceneSize, plan.zoom) = (.painting, 1000, 80, 2)
            let guided = try Self.train(plan, "\(folder)/guided").generator
            plan.guide = .photograph
            let plain = try Self.train(plan, "\(folder)/plain").generator
            #expect(guided.parameters.map(\.value) != plain.parameters.map(\.value))
            // A run does not go on with another guide.
            #expect(throws: (any Error).self) { try Self.train(plan, "\(folder)/guided", ["--resume"]) }
        }
    }

    @Test("Pairs lead too, dead leaves among them, and a resumed run gives the same bytes")
    func pairs() throws {
        try withTemporaryFolder { folder in
            var plan = AnimePlan(for: .tiny, .light)
            (plan.guide, plan.pixelWeight, plan.stepWeight, plan.leaves) = (.rendering, 1000, 500, 0.5)
            (plan.sceneSize, plan.zoom) = (48, 1.5)
            func weights(_ options: [String] = []) throws -> [UInt8] {
                _ = try Self.train(plan, folder, options)
                return try Files.read("\(folder)/weights.safetensors")
            }
            let whole = try weights()
            #expect(try weights(["--resume"]) == whole)
        }
    }

    @Test("A photograph and its rendering are cut alike, and no dead leaf lies in two pictures")
    func registered() throws {
        var plan = AnimePlan(for: .tiny, .light)
        (plan.guide, plan.sceneSize, plan.size) = (.rendering, 96, 64)
        var generator = SeededGenerator(seed: 5)
        let stream = PairStream(plan, seed: 3)
        let pairs = (0..<6).map { stream.sample(at: $0, using: &generator) }
        func edges(_ picture: Picture) -> Tensor {
            Tensor(picture: picture.edges(lower: 60, upper: 120))
        }
        func overlap(_ first: Picture, _ second: Picture) -> Float { (edges(first) * edges(second)).mean().item }
        let own = pairs.reduce(Float(0)) { $0 + overlap($1.photograph, $1.rendering) }
        let others = zip(pairs, pairs.dropFirst()).reduce(Float(0)) { $0 + overlap($1.0.photograph, $1.1.rendering) }
        #expect(own > 1.5 * others, "\(own), of other scenes \(others)")
        let leaves = DeadLeaves(seed: 1, size: 32)
        #expect(leaves[0] == leaves[0] && leaves[0] != leaves[1])
    }

    @Test("What is left out has no weight, and the rest keeps its own", arguments: AnimePlan.Loss.allCases)
    func omitted(loss: AnimePlan.Loss) {
        var plan = AnimePlan(for: .tiny, .v2)
        let whole = plan.objective
        plan.omitted = [loss]
        let part = plan.objective
        for other in AnimePlan.Loss.allCases {
            #expect(part[keyPath: other.weight] == (other == loss ? 0 : whole[keyPath: other.weight]))
        }
        plan.omitted = []
        plan.weights = [loss: 7]
        #expect(plan.objective[keyPath: loss.weight] == 7)
    }

    @Test(
        "Epochs are those of the released code: whole batches of the larger set, the first ones for the initialisation"
    )
    func epochs() {
        var plan = AnimePlan(for: .full, .v1)
        plan.batch = 4
        let lasting = plan.lasting(epochs: 101, initialEpochs: 1, pictures: 6656)
        #expect((lasting.initialSteps, lasting.steps) == (1664, 101 * 1664))
        #expect(plan.learningRates == .published(.v1) && plan.objective == .v1)
        #expect(plan.learningRates.generator == 8e-5 && plan.learningRates.discriminator == 16e-5)
    }

    @Test("A folder is read in AnimeGAN's layout; what is missing is named with the command that makes it")
    func folder() throws {
        try withTemporaryFolder { folder in
            let plan = AnimePlan(for: .tiny)
            func problem() -> String {
                let error = #expect(throws: FileError.self) {
                    try AnimePictures(folder: folder, style: "Hayao", plan: plan, seed: 0)
                }
                return error.map { "\($0)" } ?? ""
            }
            let scenes = DrawnScenes(seed: 2, size: 48)
            #expect(problem().contains("train_photo"))
            try Files.makeFolder("\(folder)/train_photo")
            for index in 0..<3 { try scenes.photograph(at: index).write(to: "\(folder)/train_photo/\(index).png") }
            #expect(problem().contains("Hayao/style"))
            for part in ["style", "smooth"] {
                if part == "smooth" { #expect(problem().contains("nurie smooth-edges \(folder)/Hayao")) }
                try Files.makeFolder("\(folder)/Hayao/\(part)")
                for index in 3..<5 { try scenes.anime(at: index).write(to: "\(folder)/Hayao/\(part)/\(index).png") }
            }
            let pictures = try AnimePictures(folder: folder, style: "Hayao", plan: plan, seed: 0)
            #expect(pictures.epoch == 3)
            #expect(try pictures.batch(at: 0).photographs.shape == [2, 3, 32, 32])
        }
    }

    @Test("Drawings are told from photographs")
    func drawings() {
        let scenes = DrawnScenes(seed: 8, size: 128)
        let drawn = (0..<20).count { scenes.anime(at: $0).looksDrawn }
        let photographed = (0..<20).count { scenes.photograph(at: $0).looksDrawn }
        #expect(drawn >= 18 && photographed == 0, "\(drawn) drawings, \(photographed) photographs")
    }

    @Test("A generator that changes nothing gets what the photographs get")
    func evaluation() {
        let scenes = DrawnScenes(seed: 8, size: 32)
        let evaluation = AnimeEvaluation(of: Unchanged(), on: scenes, count: 3, features: Self.features())
        #expect(evaluation.generated.distance == evaluation.photographs.distance)
        #expect(evaluation.generated.shiftU == 0 && evaluation.generated.likeness == .infinity)
        #expect(evaluation.photographs.distance > 0.02 && evaluation.photographs.style > 0)
    }

    private final class Unchanged: Layer {
        func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x }
    }
}
