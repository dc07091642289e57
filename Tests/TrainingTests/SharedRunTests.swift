import Basics
import Files
import Networks
import TensorCore
import TestSupport
import Testing
@testable import Training

/// Layers that keep something and one that learns nothing in between.
private final class Small: Layer {
    let first = Linear(2, 3)
    let norm = BatchNorm(3)
    let unused = Linear(2, 2)
    let second = Linear(3, 1)

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { second(norm(first(x, mode), mode), mode) }
}

/// A training of six micro-batches of four points each, in some of several processes.
private struct SmallTraining: Sendable {
    let folder: String
    var microBatches = 6
    /// The least numbers in what is sent at once.
    var leastBucket = GradientBuckets.leastCount

    @discardableResult
    func train(
        _ group: any ProcessGroup, resuming: Bool = false, stopAfter: Int = .max
    ) throws -> (state: [[Float]], log: TrainingLog) {
        var generator = SeededGenerator(seed: 3)
        let network = Small().initialised(using: &generator)
        let adam = Adam(network, learningRate: 0.1)
        var run = TrainingRun("small", folder: folder, steps: 9, seed: 1)
        run.checkpointInterval = 2
        run.keep(network, adam, as: "network")
        let parts = try MicroBatches(microBatches, group: group)
        run.microBatches = parts
        let pass = LearningPass(parts, learning: network, keeping: [], leastBucket: leastBucket)
        let log = try run.train(resuming: resuming) { number, generator in
            if number == stopAfter { throw Stopped() }
            let generators = parts.generators(from: &generator)
            let (gradients, measurements) = try pass { part, tape in
                var generator = generators[part - parts.own.lowerBound]
                let x = Tensor(normalWithMean: Float(part), shape: [4, 2], using: &generator)
                let loss = meanSquaredError(network(x, .training(tape)), x.sliced(axis: 1, 0..<1) * 3)
                return (loss, [loss])
            }
            adam.step(gradients)
            return ["loss": measurements[0]]
        }
        let kept = [network.norm.runningMean.value, network.norm.runningVariance.value]
        #expect(network.norm.batchCount.value == 9)
        return ((network.parameters.map(\.value) + kept).map(\.scalars), log)
    }

    var files: [[UInt8]] {
        get throws { try ["checkpoint.safetensors", "log.csv"].map { try Files.read("\(folder)/\($0)") } }
    }

    struct Stopped: Error {}
}

@Suite("A training run in several processes")
struct SharedRunTests {
    @Test("All processes have the same weights, statistics and log, those of one process")
    func same() throws {
        try withTemporaryFolder { folder in
            let alone = try SmallTraining(folder: "\(folder)/alone").train(SingleProcess())
            for processes in 1...6 {
                var training = SmallTraining(folder: "\(folder)/\(processes)")
                training.leastBucket = processes % 2 == 0 ? 1 : 8
                let results = try inProcesses(processes) { [training] in try training.train($0) }
                #expect(results.allSatisfy { $0.state == alone.state && $0.log == alone.log }, "\(processes)")
            }
        }
    }

    @Test("A run goes on with another number of processes to the bytes of one that was never stopped")
    func resumed() throws {
        try withTemporaryFolder { folder in
            let whole = SmallTraining(folder: "\(folder)/whole")
            try whole.train(SingleProcess())
            for (first, second) in [(1, 3), (4, 1), (2, 5)] {
                let part = SmallTraining(folder: "\(folder)/\(first)")
                #expect(throws: SmallTraining.Stopped.self) {
                    try inProcesses(first) { try part.train($0, stopAfter: 5) }
                }
                let logs = try inProcesses(second) { try part.train($0, resuming: true).log }
                #expect(logs.allSatisfy { $0.count == 9 })
                #expect(try part.files == whole.files, "\(first), \(second)")
            }
        }
    }

    @Test("Statistics move by the mean of what each micro-batch would have moved them")
    func runningStatistics() throws {
        let norm = BatchNorm(1)
        var generator = SeededGenerator(seed: 0)
        norm.initialise(using: &generator)
        let pass = LearningPass(try MicroBatches(2), learning: norm)
        try pass.followOnly { part in
            _ = norm(Tensor(part == 0 ? [1, 3] : [10, 20], shape: [2, 1]), .training(Tape()))
        }
        // Means 2 and 15, variances 2 and 50; a tenth of their means is taken in.
        #expect(abs(norm.runningMean.value.scalars[0] - 0.85) < 1e-6)
        #expect(abs(norm.runningVariance.value.scalars[0] - 3.5) < 1e-5)
        #expect(norm.batchCount.value == 1)
    }

    @Test("Gradients are the means over the micro-batches, and nil where nothing depends on a parameter")
    func means() throws {
        var generator = SeededGenerator(seed: 3)
        let network = Small().initialised(using: &generator)
        let linear = network.first
        let inputs = (0..<3).map { _ in Tensor(normalWithMean: 0, shape: [4, 2], using: &generator) }
        func loss(_ part: Int, _ tape: Tape) -> Tensor { linear(inputs[part], .training(tape)).squared().mean() }
        let pass = LearningPass(try MicroBatches(3), learning: network)
        let (gradients, measured) = try pass { part, tape in
            let loss = loss(part, tape)
            return (loss, [loss])
        }
        var sums = [Float](repeating: 0, count: linear.weight.value.count)
        for part in 0..<3 {
            let tape = Tape(learning: network.parameters)
            let gradient = tape.gradients(of: loss(part, tape))[linear.weight]
            sums = zip(sums, try #require(gradient).scalars).map { $0 + $1 / 3 }
        }
        let mean = try #require(gradients[linear.weight]).scalars
        #expect(zip(mean, sums).allSatisfy { abs($0 - $1) < 1e-5 } && gradients[network.second.weight] == nil)
        #expect(abs(measured[0] - (0..<3).map { loss($0, Tape()).item }.reduce(0, +) / 3) < 1e-6)
    }

    @Test("A failure in one process ends all of them")
    func failure() throws {
        try withTemporaryFolder { folder in
            #expect(throws: (any Error).self) {
                try inProcesses(3) {
                    try SmallTraining(folder: folder).train($0, stopAfter: $0.rank == 2 ? 3 : .max)
                }
            }
            let log = try TrainingLog(contentsOf: "\(folder)/log.csv", steps: 2)
            #expect(log.count == 2)
        }
    }

    @Test("A training whose batch is not cut knows one process only")
    func notShared() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: ProcessGroupError.self) {
                try inProcesses(3) { _ = try MicroBatches(nil, group: $0) }
            }
            #expect(error?.description.contains("--micro-batches") == true)
        }
    }
}
