import Basics
import Networks
import TensorCore
import Testing

@Suite struct LayersAgainstPyTorch {
    /// Layers under the names that make.py gives them.
    private static func layer(_ name: String) -> (any Layer)? {
        switch name {
        case "linear": Linear(5, 3)
        case "linear-without-bias": Linear(5, 3, bias: false)
        case "convolution": Convolution(3, 4, kernel: 3, stride: 2, padding: 1)
        case "convolution-grouped": Convolution(4, 6, kernel: 3, padding: 1, groups: 2, bias: false)
        case "convolution-reflect": Convolution(2, 3, kernel: 5, padding: 2, paddingMode: .reflect)
        case "convolution-one-sided":
            Convolution(2, 3, kernel: 3, stride: 2, padding: Padding(bottom: 1, right: 1))
        case "transposed": TransposedConvolution(4, 3, kernel: 5, stride: 2, padding: 2, outputPadding: 1)
        case "batch-norm": BatchNorm(3)
        case "batch-norm-rows": BatchNorm(6)
        case "instance-norm": InstanceNorm(3)
        case "instance-norm-plain": InstanceNorm(3, affine: false)
        case "group-norm": GroupNorm(groups: 2, 6)
        case "layer-norm": LayerNorm(6)
        case "spectral-norm": SpectralNorm(Convolution(3, 4, kernel: 3, padding: 1))
        case "leaky-relu": LeakyReLU(slope: 0.2)
        case "sequence":
            Sequential(Convolution(2, 3, kernel: 3), ReLU(), Flatten(), Linear(12, 2), Tanh(), Sigmoid())
        default: nil
        }
    }

    @Test(
        "A layer computes what PyTorch computes, forwards and backwards, and keeps what PyTorch keeps",
        arguments: [
            "linear", "linear-without-bias", "convolution", "convolution-grouped", "convolution-reflect",
            "convolution-one-sided", "transposed", "batch-norm", "batch-norm-rows", "instance-norm",
            "instance-norm-plain", "group-norm", "layer-norm", "spectral-norm", "leaky-relu", "sequence",
        ])
    func layer(name: String) throws {
        let values = try Checkpoint(contentsOf: reference("layers.safetensors"))
        let layer = try #require(Self.layer(name))
        try values.restore(layer, from: "\(name).state")

        let tape = Tape(learning: layer.parameters)
        let input = tape.variable(try values.tensor("\(name).input"))
        let output = layer(input, .training(tape))
        expectClose(output.detached, try values.tensor("\(name).output"), "output")
        let gradients = tape.gradients(of: output, from: try values.tensor("\(name).seed"))
        expectClose(try #require(gradients[input]), try values.tensor("\(name).gradient.input"), "input")
        for (key, parameter) in layer.namedParameters {
            expectClose(try #require(gradients[parameter]), try values.tensor("\(name).gradient.\(key)"), key)
        }

        let after = try #require(Self.layer(name))
        try values.restore(after, from: "\(name).after")
        for (entry, expected) in zip(layer.namedState, after.namedState) {
            switch (entry.content, expected.content) {
            case (.learnt(let parameter), .learnt(let expected)):
                expectClose(parameter.value, expected.value, entry.name)
            case (.kept(let buffer), .kept(let expected)): expectClose(buffer.value, expected.value, entry.name)
            case (.counted(let counter), .counted(let expected)): #expect(counter.value == expected.value)
            default: Issue.record("\(entry.name) is of another kind")
            }
        }
        let inference = layer(try values.tensor("\(name).input"), .inference)
        expectClose(inference, try values.tensor("\(name).inference"), "inference")
    }
}

@Suite struct Layers {
    @Test("Only what the tape learns has a gradient: a network is frozen by not naming it")
    func frozen() throws {
        var generator = SeededGenerator(seed: 3)
        let first = Convolution(1, 2, kernel: 3).initialised(using: &generator)
        let frozen = Convolution(2, 1, kernel: 1).initialised(using: &generator)
        let tape = Tape(learning: first.parameters)
        let x = Tensor(normalWithMean: 0, shape: [1, 1, 4, 4], using: &generator)
        let gradients = tape.gradients(of: frozen(first(x, .training(tape)), .training(tape)).squared().mean())
        #expect(gradients[first.weight] != nil)
        #expect(gradients[frozen.weight] == nil)
    }

    @Test("Dropout drops the given part in training, and nothing in inference")
    func dropout() {
        var generator = SeededGenerator(seed: 1)
        let dropout = Dropout(probability: 0.25)
        let x = Tensor(repeating: 3, shape: [100, 100])
        #expect(dropout(x, .inference, using: &generator) == x)
        let y = dropout(x, .training(Tape()), using: &generator).scalars
        #expect(Set(y) == [0, 4])
        #expect(abs(y.count { $0 == 0 } - 2500) < 200)
    }

    @Test("Batch norm's counters and running statistics stand still in inference")
    func inferenceChangesNothing() {
        var generator = SeededGenerator(seed: 1)
        let network = SmallNetwork().initialised(using: &generator)
        var before = Checkpoint()
        before.store(network)
        _ = network(Tensor(normalWithMean: 0, shape: [2, 2, 4, 4], using: &generator), .inference)
        for entry in network.namedState {
            switch entry.content {
            case .kept(let buffer): #expect((try? before.tensor(entry.name)) == buffer.value)
            case .counted(let counter): #expect(counter.value == 0)
            case .learnt: break
            }
        }
    }

    @Test("Tuning gives what inference gives, leaves the statistics alone, and has gradients")
    func tuning() {
        var generator = SeededGenerator(seed: 8)
        let network = Sequential(Convolution(2, 3, kernel: 3, padding: 1), BatchNorm(3), ReLU())
            .initialised(using: &generator)
        let x = Tensor(uniformIn: -1...1, shape: [2, 2, 6, 6], using: &generator)
        for _ in 0..<5 { _ = network(x, .training(Tape())) }
        let inferred = network(x, .inference)
        let tape = Tape(learning: network.parameters)
        let tuned = network(x, .tuning(tape))
        expectClose(tuned, inferred, within: 1e-5, "tuned")
        let gradients = tape.gradients(of: tuned.squared().sum())
        #expect(network.parameters.allSatisfy { gradients[$0] != nil })
        expectClose(network(x, .inference), inferred, within: 1e-6, "inferred afterwards")
    }

    @Test("Spectral norm comes to the largest singular value")
    func spectralNorm() throws {
        var generator = SeededGenerator(seed: 1)
        let convolution = Convolution(2, 2, kernel: 1, bias: false)
        let layer = SpectralNorm(convolution).initialised(using: &generator)
        // Singular values 3 and 1: the layer's matrix becomes the original divided by 3.
        convolution.weight.value = Tensor([0, 3, 1, 0], shape: [2, 2, 1, 1])
        let x = Tensor([1, 2], shape: [1, 2, 1, 1])
        for _ in 0..<30 { _ = layer(x, .training(Tape())) }
        expectClose(layer(x, .inference), Tensor([2, 1.0 / 3], shape: [1, 2, 1, 1]), "output")
    }
}
