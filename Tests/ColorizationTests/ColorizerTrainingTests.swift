import Basics
@testable import Colorization
import Files
import Models
@testable import Pictures
import TensorCore
import TestSupport
import Testing
@testable import Training

@Suite("Training the colorizer")
struct ColorizerTrainingTests {
    private static let plan = ColorizerPlan(width: 2, size: 32, batch: 2, steps: 4, learningRate: 1e-3, faces: 4)

    /// With an adversary, hints, other colours and a running mean.
    private static var fullPlan: ColorizerPlan {
        var plan = plan
        (plan.error, plan.adversarialWeight, plan.discriminatorWidth) = (.absolute, 0.01, 2)
        (plan.usesHints, plan.recoloringChance, plan.averageDecay) = (true, 1, 0.5)
        return plan
    }

    @Test("The same seed gives the same weights, on any number of threads", arguments: [plan, fullPlan])
    func sameBytes(plan: ColorizerPlan) throws {
        try withTemporaryFolder { folder in
            func train(_ name: String) throws -> [UInt8] {
                let training = ColorizerTraining(plan, folder: "\(folder)/\(name)", options: try RunOptions.parse([]))
                _ = try training.run()
                return try Files.read(training.weightsPath)
            }
            let whole = try train("whole")
            #expect(try train("again") == whole)
            let threads = Threads.count
            defer { Threads.count = threads }
            Threads.count = 1
            #expect(try train("one thread") == whole)
        }
    }

    @Test("A run that is over gives the same weights when it is resumed")
    func resumed() throws {
        try withTemporaryFolder { folder in
            let training = ColorizerTraining(Self.fullPlan, folder: folder, options: try RunOptions.parse([]))
            _ = try training.run()
            let weights = try Files.read(training.weightsPath)
            let resumed = ColorizerTraining(
                Self.fullPlan, folder: folder, options: try RunOptions.parse(["--resume"]))
            #expect(try resumed.run().1.count == 4)
            #expect(try Files.read(training.weightsPath) == weights)
        }
    }

    @Test("A second stage learns after a first one, which stays as it is, and neither is taken for the other")
    func secondStage() throws {
        try withTemporaryFolder { folder in
            let options = try RunOptions.parse([])
            let first = ColorizerTraining(Self.plan, folder: "\(folder)/1", options: options)
            _ = try first.run()
            var plan = Self.plan
            (plan.size, plan.stageOne, plan.usesHints) = (64, first.weightsPath, true)
            let second = ColorizerTraining(plan, folder: "\(folder)/2", options: options)
            _ = try second.run()
            let colorizer = try Colorizer(weights: first.weightsPath, secondStage: second.weightsPath)
            #expect(colorizer.trainingSize == 128)
            #expect(throws: FileError.self) { try Colorizer(weights: second.weightsPath) }
            #expect(throws: FileError.self) {
                try Colorizer(weights: first.weightsPath, secondStage: first.weightsPath)
            }
        }
    }

    @Test(
        "A run can begin with weights, which half precision keeps nearly as they were, and not with those of another width"
    )
    func start() throws {
        try withTemporaryFolder { folder in
            let options = try RunOptions.parse([])
            var plan = Self.plan
            plan.isHalfPrecise = true
            let first = ColorizerTraining(plan, folder: "\(folder)/1", options: options)
            let (network, _) = try first.run()
            let kept = try UNet.load(from: first.weightsPath)
            for (one, other) in zip(network.parameters, kept.parameters) {
                #expect(
                    zip(one.value.scalars, other.value.scalars).allSatisfy { abs($0 - $1) <= abs($0) / 1000 + 1e-6 })
            }
            (plan.start, plan.learningRate) = (first.weightsPath, 1e-12)
            let again = ColorizerTraining(plan, folder: "\(folder)/2", options: options)
            let first0 = try again.run().0.parameters[0].value.scalars
            #expect(zip(first0, kept.parameters[0].value.scalars).allSatisfy { abs($0 - $1) < 1e-6 })
            plan.width = 3
            let other = ColorizerTraining(plan, folder: "\(folder)/3", options: options)
            #expect(throws: FileError.self) { try other.run() }
        }
    }

    @Test("Weights and checkpoints know how far hints ran in their training, and colour with that")
    func reach() throws {
        try withTemporaryFolder { folder in
            var plan = Self.fullPlan
            plan.hintReach = 0.5
            let training = ColorizerTraining(plan, folder: folder, options: try RunOptions.parse([]))
            let (network, _) = try training.run()
            #expect(try Colorizer.hintReach(weights: training.weightsPath) == 0.5)
            #expect(try Colorizer.hintReach(weights: "\(folder)/checkpoint.safetensors") == 0.5)

            let sheet = Picture(width: 32, height: 32, format: .grey, filledWith: [255])
            var hints = Picture(width: 32, height: 32, format: .rgba, filledWith: [0, 0, 0, 0])
            hints.paste(Picture(width: 3, height: 3, format: .rgba, filledWith: [200, 0, 0, 255]), x: 16, y: 16)
            func colored(_ colorizer: Colorizer) -> Picture { colorizer.color(sheet, hints: hints) }
            let stored = colored(try Colorizer(weights: training.weightsPath))
            #expect(stored == colored(Colorizer(network, workingSize: 32, hintReach: 0.5)))
            #expect(stored != colored(Colorizer(network, workingSize: 32)))
        }
    }

    @Test("A folder with too few pictures is refused")
    func fewPictures() throws {
        try withTemporaryFolder { folder in
            try Picture(width: 40, height: 40, format: .rgb, filledWith: [9, 9, 9]).write(to: "\(folder)/a.png")
            let options = try RunOptions.parse(["--data", folder])
            let error = #expect(throws: FileError.self) {
                try ColorizerTraining(Self.plan, folder: "\(folder)/run", options: options).run()
            }
            #expect(try #require(error).description.contains(folder))
        }
    }
}

@Suite("The game of colorizer and adversary")
struct AdversaryTests {
    private var generator = SeededGenerator(seed: 1)

    @Test("Each turn's loss has gradients for the one whose turn it is, and for no other")
    mutating func turns() throws {
        let colorizer = UNet(width: 2).initialised(using: &generator)
        let discriminator = ColorizerDiscriminator(side: 32, width: 2).initialised(using: &generator)
        let input = Tensor(uniformIn: 0...1, shape: [2, 4, 32, 32], using: &generator)
        let truth = Tensor(uniformIn: 0...1, shape: [2, 3, 32, 32], using: &generator)

        let tape = Tape(learning: colorizer.parameters)
        let colored = colorizer(input, .training(tape))
        let gradients = tape.gradients(of: adversarialLoss(of: colored, discriminator, .training(tape)))
        #expect(colorizer.parameters.allSatisfy { gradients[$0] != nil })
        #expect(discriminator.parameters.allSatisfy { gradients[$0] == nil })

        let other = Tape(learning: discriminator.parameters)
        let discriminatorLoss = discriminatorLoss(
            truth: truth, colored: colored.detached, discriminator, .training(other))
        let detected = other.gradients(of: discriminatorLoss)
        #expect(discriminator.parameters.allSatisfy { detected[$0] != nil })
        // Nothing learnt yet: about two guesses between two classes.
        #expect((0.5...3).contains(discriminatorLoss.item))
    }
}
