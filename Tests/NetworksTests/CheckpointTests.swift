import Basics
import Files
import Foundation
@testable import Networks
import TensorCore
import Testing

@Suite struct Checkpoints {
    private func network(seed: UInt64 = 1) -> SmallNetwork {
        var generator = SeededGenerator(seed: seed)
        return SmallNetwork().initialised(using: &generator)
    }

    /// All that a network holds.
    private func state(of network: SmallNetwork) -> [[Float]] {
        network.namedState.map { entry in
            switch entry.content {
            case .learnt(let parameter): parameter.value.scalars
            case .kept(let buffer): buffer.value.scalars
            case .counted(let counter): [Float(counter.value)]
            }
        }
    }

    @Test("What is saved is loaded, and what is written again is the same bytes")
    func roundTrip() throws {
        try withFolder { folder in
            let (first, second) = (network(), network(seed: 2))
            first.norm.batchCount.value = 1 << 40 + 1
            try first.save(to: "\(folder)/a.safetensors")
            try second.load(from: "\(folder)/a.safetensors")
            #expect(state(of: first) == state(of: second))
            #expect(second.norm.batchCount.value == 1 << 40 + 1)
            try second.save(to: "\(folder)/b.safetensors")
            #expect(try Files.read("\(folder)/a.safetensors") == Files.read("\(folder)/b.safetensors"))
        }
    }

    @Test("A file is laid out byte for byte as the reference implementation lays it out", arguments: ["layers"])
    func layout(name: String) throws {
        let path = try reference("\(name).safetensors")
        try withFolder { folder in
            try Checkpoint(contentsOf: path).write(to: "\(folder)/again")
            #expect(try Files.read("\(folder)/again") == Files.read(path))
        }
    }

    @Test("Half precision halves the file, rounds, and loads again; what is too large for it is named")
    func halfPrecision() throws {
        try withFolder { folder in
            let path = "\(folder)/half.safetensors"
            let (first, second) = (network(), network(seed: 2))
            try first.save(to: path, precision: .float16)
            try second.load(from: path)
            for (a, b) in zip(state(of: first), state(of: second)) {
                #expect(b == a.map { Float(Float16($0)) })
            }
            var checkpoint = Checkpoint()
            checkpoint.store(Tensor([65_504, 65_520]), as: "large")
            let error = fileError { try checkpoint.write(to: path, precision: .float16) }
            #expect(error?.problem.contains("“large” holds 65520.0") == true)
            try second.load(from: path)
        }
    }

    @Test("Strings and numbers come back exactly")
    func otherValues() throws {
        try withFolder { folder in
            var checkpoint = Checkpoint()
            checkpoint.strings["options"] = "quotes \" and \\ and\nnew lines, 塗り絵"
            checkpoint.store(Int.min, as: "number")
            checkpoint.store(Tensor(zeros: [0, 3]), as: "empty")
            try checkpoint.write(to: "\(folder)/a")
            let again = try Checkpoint(contentsOf: "\(folder)/a")
            #expect(try again.string("options") == checkpoint.strings["options"])
            #expect(try again.integer("number") == Int.min)
            #expect(try again.tensor("empty").shape == [0, 3])
            #expect(fileError { _ = try again.string("none") }?.problem.contains("“none”") == true)
            #expect(fileError { _ = try again.tensor("none") }?.problem.contains("“none”") == true)
        }
    }

    @Test("Training that was stopped and resumed gives the same bytes as training that was not")
    func resuming() throws {
        func step(_ network: SmallNetwork, _ adam: Adam, _ generator: inout SeededGenerator) {
            let x = Tensor(normalWithMean: 0, shape: [4, 2, 4, 4], using: &generator)
            let tape = Tape(learning: network.parameters)
            adam.step(tape.gradients(of: network(x, .training(tape)).squared().mean()))
        }
        func checkpoint(_ network: SmallNetwork, _ adam: Adam) -> Checkpoint {
            var checkpoint = Checkpoint()
            checkpoint.store(network, as: "network")
            checkpoint.store(adam, as: "optimiser")
            return checkpoint
        }
        try withFolder { folder in
            let network = network()
            let adam = Adam(network)
            var generator = SeededGenerator(seed: 4)
            for _ in 0..<3 { step(network, adam, &generator) }
            try checkpoint(network, adam).write(to: "\(folder)/half")
            var resumedGenerator = generator
            for _ in 0..<3 { step(network, adam, &generator) }
            try checkpoint(network, adam).write(to: "\(folder)/through")

            let resumed = SmallNetwork()
            let half = try Checkpoint(contentsOf: "\(folder)/half")
            try half.restore(resumed, from: "network")
            let resumedAdam = Adam(resumed)
            try half.restore(resumedAdam, from: "optimiser")
            for _ in 0..<3 { step(resumed, resumedAdam, &resumedGenerator) }
            try checkpoint(resumed, resumedAdam).write(to: "\(folder)/resumed")
            #expect(try Files.read("\(folder)/through") == Files.read("\(folder)/resumed"))
        }
    }

    @Test("A count of steps that no run can have is refused by name", arguments: [-1, Int.max])
    func impossibleSteps(count: Int) throws {
        let adam = Adam(network())
        var checkpoint = Checkpoint()
        checkpoint.store(adam, as: "optimiser")
        checkpoint.store(count, as: "optimiser.step")
        #expect(fileError { try checkpoint.restore(adam, from: "optimiser") }?.problem.contains("\(count)") == true)
        let small = network()
        checkpoint.store(small, as: "network")
        for name in checkpoint.names where name.hasSuffix("num_batches_tracked") { checkpoint.store(count, as: name) }
        #expect(fileError { try checkpoint.restore(small, from: "network") }?.problem.contains("\(count)") == true)
    }

    @Test("Names that all begin with what a framework puts before them load as they are")
    func wrappers() throws {
        try withFolder { folder in
            let small = network()
            var checkpoint = Checkpoint()
            checkpoint.store(small, as: "module.model")
            try checkpoint.write(to: "\(folder)/a")
            let other = SmallNetwork()
            try other.load(from: "\(folder)/a")
            #expect(other.parameters.map(\.value) == small.parameters.map(\.value))
        }
    }

    @Test("A header whose length begins as a pickle does is a header all the same", arguments: [0x280, 0x380])
    func lengthLikePickle(length: Int) throws {
        try withFolder { folder in
            let json = #"{"__metadata__":{"a":"b"},"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
            let header = Array(json.utf8) + [UInt8](repeating: 0x20, count: length - json.utf8.count)
            let size = (0..<8).map { UInt8(length >> (8 * $0) & 255) }
            try Files.replace("\(folder)/a", with: size + header + [0, 0, 0, 0])
            #expect(try Checkpoint(contentsOf: "\(folder)/a").tensor("x").scalars == [0])
        }
    }

    @Test(
        "What is often given as weights is called what it is",
        arguments: [
            ("<!DOCTYPE html><html>", "web page"), ("\n<html lang='en'>", "web page"),
            ("version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS"),
            ("PK\u{3}\u{4}archive/data.pkl", "torch.save"),
        ])
    func otherFiles(text: String, name: String) throws {
        try withFolder { folder in
            try Files.replace("\(folder)/a", with: text)
            #expect(fileError { _ = try Checkpoint(contentsOf: "\(folder)/a") }?.problem.contains(name) == true)
        }
    }

    @Test("An optimiser of another network is refused, and this one stays as it is")
    func foreignOptimiser() throws {
        let (small, adam) = (network(), Adam(network()))
        var checkpoint = Checkpoint()
        checkpoint.store(Adam(Linear(2, 2)), as: "optimiser")
        #expect(fileError { try checkpoint.restore(adam, from: "optimiser") } != nil)
        var reshaped = Checkpoint()
        reshaped.store(Adam(small), as: "optimiser")
        reshaped.store(Tensor(zeros: [7]), as: "optimiser.conv.bias.exp_avg")
        let error = fileError { try reshaped.restore(adam, from: "optimiser") }
        #expect(error?.problem == "“optimiser.conv.bias.exp_avg” is [7] where [3] is expected")
        #expect(adam.stepCount == 0)
    }

    @Test("A running mean of weights comes back exactly")
    func average() throws {
        let network = network()
        let average = ExponentialMovingAverage(of: network)
        network.norm.weight.value = Tensor([3, 4, 5])
        average.update()
        var checkpoint = Checkpoint()
        checkpoint.store(average, as: "average")
        let other = ExponentialMovingAverage(of: self.network(seed: 2))
        try checkpoint.restore(other, from: "average")
        #expect(other.averagedParameters.map(\.value) == average.averagedParameters.map(\.value))
        #expect(fileError { try checkpoint.restore(other, from: "optimiser") } != nil)
    }
}

// MARK: - Files that do not fit

extension Checkpoints {
    /// The error when `change`d weights of a small network are loaded; and that the network is as it was.
    private func errorAfter(_ change: (inout Checkpoint) -> Void) throws -> FileError? {
        let network = network(seed: 2)
        let before = state(of: network)
        var checkpoint = Checkpoint()
        checkpoint.store(self.network())
        change(&checkpoint)
        var error: FileError?
        try withFolder { folder in
            try checkpoint.write(to: "\(folder)/weights", allowingNonFinite: true)
            error = fileError { try network.load(from: "\(folder)/weights") }
            #expect(error?.path == "\(folder)/weights")
        }
        #expect(state(of: network) == before)
        return error
    }

    @Test("Missing and unknown names are listed")
    func names() throws {
        let error = try errorAfter { checkpoint in
            checkpoint.values["norm.weight"] = nil
            for index in 0..<6 { checkpoint.store(1, as: "extra.\(index)") }
        }
        let expected =
            "does not fit the network SmallNetwork: it lacks “norm.weight”; the network has no “extra.0”, “extra.1”, "
            + "“extra.2”, “extra.3” and 2 more"
        #expect(error?.problem == expected)
    }

    @Test("Both shapes are named")
    func shapes() throws {
        let error = try errorAfter { $0.store(Tensor(zeros: [3, 1]), as: "norm.bias") }
        #expect(error?.problem.hasSuffix("“norm.bias” is [3, 1] where [3] is expected") == true)
        #expect(error?.remedy.contains("width") == true)
    }

    @Test(
        "Numbers that are none are named, unless they are asked for", arguments: [Float.nan, .infinity, -.infinity])
    func nonFinite(number: Float) throws {
        let error = try errorAfter { $0.store(Tensor([0, number, 0]), as: "norm.bias") }
        #expect(error?.problem.contains("“norm.bias”") == true)
        try withFolder { folder in
            let network = network()
            network.norm.bias.value = Tensor([0, number, 0])
            let path = "\(folder)/weights"
            try Files.replace(path, with: "the last good ones")
            #expect(fileError { try network.save(to: path) }?.problem.contains("“norm.bias”") == true)
            #expect(try Files.read(path) == Array("the last good ones".utf8))
            var checkpoint = Checkpoint()
            checkpoint.store(network)
            try checkpoint.write(to: path, allowingNonFinite: true)
            let other = SmallNetwork()
            try other.load(from: path, allowingNonFinite: true)
            #expect(other.norm.bias.value.scalars[1].bitPattern == number.bitPattern)
        }
    }

    @Test("A training checkpoint and a prefix are recognised")
    func prefixes() throws {
        try withFolder { folder in
            var checkpoint = Checkpoint()
            checkpoint.store(network(), as: "own")
            try checkpoint.write(to: "\(folder)/a")
            let error = fileError { try network().load(from: "\(folder)/a") }
            #expect(error?.remedy.contains("All its names begin with “own.”") == true)
            try network().load(from: "\(folder)/a", prefix: "own")
            checkpoint.store(Adam(network()), as: "optimiser")
            try checkpoint.write(to: "\(folder)/a")
            let other = fileError { try network().load(from: "\(folder)/a") }
            #expect(other?.remedy.contains("holds the network under “own.”") == true)
            try network().load(from: "\(folder)/a", prefix: "own")
        }
    }

    @Test("Counters may be missing, or halved together with the weights")
    func counters() throws {
        var checkpoint = Checkpoint()
        checkpoint.store(network())
        checkpoint.values["norm.num_batches_tracked"] = nil
        let network = network(seed: 2)
        network.norm.batchCount.value = 5
        try checkpoint.restore(network)
        #expect(network.norm.batchCount.value == 5)
        try withFolder { folder in
            checkpoint.store(Tensor(12), as: "norm.num_batches_tracked")
            try checkpoint.write(to: "\(folder)/halved", precision: .float16)
            try network.load(from: "\(folder)/halved")
            #expect(network.norm.batchCount.value == 12)
        }
    }
}
