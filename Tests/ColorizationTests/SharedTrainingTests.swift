import Basics
@testable import Colorization
import Files
import TestSupport
import Testing
import Training

/// Protects that what is learnt depends on how a batch is cut and on nothing else.
@Suite("Training the colorizer in several processes")
struct SharedTrainingTests {
    private static func plan(_ change: (inout ColorizerPlan) -> Void = { _ in }) -> ColorizerPlan {
        var plan = ColorizerPlan(width: 2, size: 32, batch: 12, steps: 3, learningRate: 1e-3, faces: 4)
        plan.microBatches = 6
        change(&plan)
        return plan
    }

    /// All that can be asked for at once: an adversary, hints, a running mean.
    private static var full: ColorizerPlan {
        plan {
            ($0.adversarialWeight, $0.discriminatorWidth, $0.usesHints, $0.averageDecay) = (0.01, 2, true, 0.5)
        }
    }

    private static let files = ["weights.safetensors", "checkpoint.safetensors", "log.csv"]

    private static func contents(_ folder: String) throws -> [[UInt8]] {
        try files.map { try Files.read("\(folder)/\($0)") }
    }

    /// What a training leaves in its folder.
    @discardableResult
    private static func train(_ plan: ColorizerPlan, processes: Int, in folder: String) throws -> [[UInt8]] {
        _ = try inProcesses(processes) { group in
            let options = try RunOptions.parse([])
            let (network, log) = try ColorizerTraining(plan, folder: folder, options: options, processes: group).run()
            return (network.parameters.map(\.value), log.count)
        }
        return try contents(folder)
    }

    @Test(
        "The bytes are the same with any number of processes",
        arguments: [plan(), full, plan { $0.gradientPrecision = .bfloat16 }, plan { $0.tuningShare = 0.5 }])
    func sameBytes(plan: ColorizerPlan) throws {
        try withTemporaryFolder { folder in
            let alone = try Self.train(plan, processes: 1, in: "\(folder)/1")
            for processes in [2, 3, 5] {
                #expect(
                    try Self.train(plan, processes: processes, in: "\(folder)/\(processes)") == alone,
                    "\(processes) processes")
            }
        }
    }

    @Test(
        "A batch that is one micro-batch gives the weights and the log of one that is not cut, and their checkpoints differ"
    )
    func oneMicroBatch() throws {
        try withTemporaryFolder { folder in
            let whole = try Self.train(Self.plan { $0.microBatches = nil }, processes: 1, in: "\(folder)/whole")
            let one = try Self.train(Self.plan { $0.microBatches = 1 }, processes: 1, in: "\(folder)/one")
            #expect(one[0] == whole[0] && one[2] == whole[2] && one[1] != whole[1])
            let six = try Self.train(Self.plan(), processes: 1, in: "\(folder)/six")
            #expect(six[0] != whole[0])
        }
    }

    @Test("A run does not go on with another cut, from one that is silent about it neither")
    func otherCut() throws {
        try withTemporaryFolder { folder in
            for (first, second, reason) in [(6, nil, "micro-batches 6"), (nil, 6, "micro-batches none")] {
                let path = "\(folder)/\(first ?? 0)"
                try Self.train(Self.plan { $0.microBatches = first }, processes: 1, in: path)
                let plan = Self.plan { $0.microBatches = second }
                let training = ColorizerTraining(plan, folder: path, options: try RunOptions.parse(["--resume"]))
                let error = #expect(throws: FileError.self) { try training.run() }
                #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
            }
        }
    }

    @Test("More processes than micro-batches, and cuts that do not divide the batch, are refused by name")
    func refused() throws {
        try withTemporaryFolder { folder in
            for (microBatches, name) in [(2, "cut into 2"), (nil, "not cut")] {
                let error = #expect(throws: ProcessGroupError.self) {
                    try Self.train(Self.plan { $0.microBatches = microBatches }, processes: 3, in: folder)
                }
                #expect(
                    error?.description.contains(name) == true
                        && error?.description.contains("--micro-batches") == true)
            }
            for (arguments, reason) in [
                (["--micro-batches", "5"], "divides the batch, 12"),
                (["--micro-batches", "none", "--gradients", "bfloat16"], "--gradients bfloat16"),
                (["--size", "16", "--micro-batches", "12"], "batch norm"),
            ] {
                let error = #expect(throws: SettingError.self) { try Self.plan().applying(arguments) }
                #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
            }
        }
    }

    @Test("A process with other options is refused by its number")
    func otherOptions() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: ProcessGroupError.self) {
                _ = try inProcesses(3) { group in
                    let plan = Self.plan { if group.rank == 2 { $0.learningRate = 2e-3 } }
                    _ = try ColorizerTraining(plan, folder: folder, options: RunOptions.parse([]), processes: group)
                        .run()
                    return 0
                }
            }
            #expect(
                error?.description.contains("Process 2 has learning-rate 0.002") == true,
                "\(String(describing: error))")
            #expect(!Files.exists("\(folder)/log.csv"))
        }
    }
}
