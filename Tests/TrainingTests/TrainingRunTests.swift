import Basics
import Files
import Foundation
import Networks
import TensorCore
import TestSupport
import Testing
@testable import Training

/// A line that is fitted to points: the smallest thing that can be trained.
private final class Line: Layer {
    let linear = Linear(2, 1)

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { linear(x, mode) }
}

/// Trains a line in a folder, for as many steps as `stopAfter` allows.
private struct LineTraining {
    let folder: String
    var steps = 12
    var seed: UInt64 = 1
    var settings = ["width": "2"]

    func train(
        resuming: Bool = false, stopAfter: Int = .max, poisonAt: Int = .max
    ) throws -> (weights: Tensor, log: TrainingLog, snapshots: [Int: Tensor]) {
        var generator = SeededGenerator(seed: seed)
        let line = Line().initialised(using: &generator)
        let adam = Adam(line, learningRate: 0.1)
        var run = TrainingRun("line", folder: folder, steps: steps, seed: seed, settings: settings)
        run.checkpointInterval = 4
        run.keep(line, adam, as: "network")
        let snapshots = run.snapshots("bias", at: [0, 3, 11, 12]) { line.parameters[1].value }
        let log = try run.train(resuming: resuming) { number, generator in
            if number == stopAfter { throw Stopped() }
            let x = Tensor(normalWithMean: 0, shape: [8, 2], using: &generator)
            let tape = Tape(learning: line.parameters)
            let loss = meanSquaredError(line(x, .training(tape)), x.sliced(axis: 1, 0..<1) * 3)
            adam.step(tape.gradients(of: loss))
            return ["loss": number == poisonAt ? .nan : loss.item]
        }
        let taken = Dictionary(uniqueKeysWithValues: snapshots.taken.map { ($0.step, $0.values) })
        return (line.parameters[0].value, log, taken)
    }

    struct Stopped: Error {}
}

@Suite("The training run")
struct TrainingRunTests {
    @Test("A run that was killed and resumed gives the bytes of one that was not")
    func resume() throws {
        try withTemporaryFolder { folder in
            let whole = LineTraining(folder: "\(folder)/whole")
            let (weights, log, snapshots) = try whole.train()
            let broken = LineTraining(folder: "\(folder)/broken")
            #expect(throws: LineTraining.Stopped.self) { try broken.train(stopAfter: 7) }
            let (resumed, resumedLog, resumedSnapshots) = try broken.train(resuming: true)
            #expect(resumed == weights)
            #expect(resumedLog == log)
            #expect(resumedSnapshots == snapshots && snapshots.keys.sorted() == [0, 3, 11, 12])
            for file in ["checkpoint.safetensors", "log.csv"] {
                #expect(
                    try Files.read("\(whole.folder)/\(file)") == Files.read("\(broken.folder)/\(file)"), "\(file)")
            }
        }
    }

    @Test("A loss that is no number ends the run, names the step, and leaves the last checkpoint")
    func notFinite() throws {
        try withTemporaryFolder { folder in
            let training = LineTraining(folder: folder)
            let error = #expect(throws: TrainingStop.self) { try training.train(poisonAt: 9) }
            let message = try #require(error).description
            #expect(message.contains("loss is nan at step 10"))
            #expect(message.contains("checkpoint.safetensors"))
            // What is left is whole: it goes on from the eighth step.
            #expect(try training.train(resuming: true).log.count == 12)
        }
    }

    @Test("Going on with other options is refused, and says which")
    func otherOptions() throws {
        try withTemporaryFolder { folder in
            let training = LineTraining(folder: folder)
            _ = try training.train()
            var other = training
            other.settings = ["width": "3"]
            let error = #expect(throws: FileError.self) { try other.train(resuming: true) }
            #expect(try #require(error).description.contains("width 2"))
            var reseeded = training
            reseeded.seed = 2
            #expect(throws: FileError.self) { try reseeded.train(resuming: true) }
        }
    }

    @Test("Starting anew keeps the old checkpoint with its log, and never for one that came less far")
    func startAnew() throws {
        try withTemporaryFolder { folder in
            let training = LineTraining(folder: folder)
            func files(_ ending: String) throws -> [[UInt8]] {
                try ["checkpoint\(ending).safetensors", "log\(ending).csv"].map { try Files.read("\(folder)/\($0)") }
            }
            _ = try training.train()
            let long = try files("")
            // Begun anew by mistake, stopped, and begun anew once more.
            #expect(throws: LineTraining.Stopped.self) { try training.train(stopAfter: 7) }
            let short = try files("")
            var longer = training
            longer.steps = 16
            _ = try longer.train()
            #expect(try files(".previous") == long && files(".previous-2") == short)
            let longest = try files("")
            _ = try training.train()
            #expect(try files(".previous") == longest)
            for (name, ending) in [("checkpoint", "safetensors"), ("log", "csv")] {
                try Files.move("\(folder)/\(name).previous.\(ending)", to: "\(folder)/\(name).\(ending)")
            }
            #expect(try longer.train(resuming: true).log.count == 16)
        }
    }

    @Test("More steps go on from where fewer ended")
    func moreSteps() throws {
        try withTemporaryFolder { folder in
            var training = LineTraining(folder: folder)
            _ = try training.train()
            training.steps = 20
            let (weights, log, _) = try training.train(resuming: true)
            var whole = LineTraining(folder: "\(folder)/whole")
            whole.steps = 20
            #expect(try whole.train().weights == weights)
            #expect(log.count == 20)
        }
    }

    @Test(
        "A log that does not belong to the checkpoint is refused", arguments: ["", "step,loss\n1,2\n", "\u{0}\n,,"])
    func wrongLog(text: String) throws {
        try withTemporaryFolder { folder in
            let training = LineTraining(folder: folder)
            _ = try training.train()
            try Files.replace("\(folder)/log.csv", with: text)
            #expect(throws: FileError.self) { try training.train(resuming: true) }
        }
    }

    @Test("Resuming where nothing was begins anew")
    func resumeNothing() throws {
        try withTemporaryFolder { folder in
            let log = try LineTraining(folder: "\(folder)/new").train(resuming: true).log
            #expect(log.count == 12)
        }
    }

    @Test(
        "A checkpoint of more steps than the run has, or of fewer than none, is refused by name", arguments: [-1, 13])
    func wrongStep(step: Int) throws {
        try withTemporaryFolder { folder in
            let training = LineTraining(folder: folder)
            _ = try training.train()
            let path = "\(folder)/checkpoint.safetensors"
            var checkpoint = try Checkpoint(contentsOf: path)
            checkpoint.store(step, as: "step")
            try checkpoint.write(to: path)
            let error = #expect(throws: FileError.self) { try training.train(resuming: true) }
            #expect(error?.description.contains("\(step)") == true)
        }
    }

    @Test("A log of other measurements is refused by name, not by a crash")
    func renamedMeasurement() throws {
        try withTemporaryFolder { folder in
            let run = TrainingRun("nothing", folder: folder, steps: 4, seed: 0)
            #expect(throws: TrainingStop.self) {
                try run.train(resuming: false) { number, _ in ["loss": number == 2 ? .nan : 0] }
            }
            let log = String(decoding: try Files.read("\(folder)/log.csv"), as: UTF8.self)
            try Files.replace("\(folder)/log.csv", with: log.replacing("loss", with: "cost"))
            let error = #expect(throws: FileError.self) {
                try run.train(resuming: true) { _, _ in ["loss": 0] }
            }
            #expect(error?.description.contains("cost") == true)
        }
    }

    @Test("A complete run whose log has no such measurement is refused by name, with a way out")
    func otherMeasurements() throws {
        try withTemporaryFolder { folder in
            let run = TrainingRun("nothing", folder: folder, steps: 2, seed: 0)
            _ = try run.train(resuming: false) { _, _ in ["cost": 0] }
            let log = try run.train(resuming: true) { _, _ in ["loss": 0] }
            for ask in [{ try log["loss"].count }, { Int(try log.recentMean("loss", over: 2)) }] {
                let message = #expect(throws: FileError.self) { try ask() }?.description ?? ""
                #expect(message.contains("log.csv") && message.contains("cost") && message.contains("--resume"))
            }
            #expect(try log["cost"] == [0, 0])
        }
    }

    @Test("Two runs into one folder notice each other, and a lock dies with its run")
    func locked() throws {
        try withTemporaryFolder { folder in
            let run = TrainingRun("nothing", folder: folder, steps: 2, seed: 0)
            _ = try run.train(resuming: false) { _, _ in
                #expect(throws: FileError.self) { try run.train(resuming: false) { _, _ in ["loss": 0] } }
                return ["loss": 0]
            }
            _ = try run.train(resuming: false) { _, _ in ["loss": 0] }
        }
    }
}
