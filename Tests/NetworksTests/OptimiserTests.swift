import Basics
import Networks
import TensorCore
import Testing

@Suite struct Optimisers {
    private func make(_ name: String, _ layer: Linear) -> (any Optimiser)? {
        switch name {
        case "sgd": SGD(layer, learningRate: 0.1)
        case "sgd-momentum": SGD(layer, learningRate: 0.05, momentum: 0.9, weightDecay: 0.01)
        case "rmsprop": RMSProp(layer)
        case "rmsprop-options":
            RMSProp(layer, learningRate: 0.003, smoothing: 0.9, epsilon: 1e-5, weightDecay: 0.1)
        case "adam": Adam(layer)
        case "adam-options":
            Adam(layer, learningRate: 0.02, beta1: 0.5, beta2: 0.9, epsilon: 1e-6, weightDecay: 0.1)
        case "adam-clipped": Adam(layer, learningRate: 0.02)
        default: nil
        }
    }

    @Test(
        "Ten steps lead where PyTorch's lead",
        arguments: [
            "sgd", "sgd-momentum", "rmsprop", "rmsprop-options", "adam", "adam-options", "adam-clipped",
        ])
    func tenSteps(name: String) throws {
        let values = try Checkpoint(contentsOf: reference("optimisers.safetensors"))
        let layer = Linear(4, 3)
        try values.restore(layer, from: "start")
        let optimiser = try #require(make(name, layer))
        let (x, y) = (try values.tensor("x"), try values.tensor("y"))
        let expected = try values.tensor(name)
        for step in 0..<10 {
            let tape = Tape(learning: layer.parameters)
            let gradients = tape.gradients(of: meanSquaredError(layer(x, .training(tape)), y))
            if name.hasSuffix("clipped") {
                optimiser.step(gradients, clippedToNorm: 0.1)
            } else {
                optimiser.step(gradients)
            }
            let weights = Tensor(layer.parameters.flatMap(\.value.scalars), shape: [1, 15])
            expectClose(weights, expected.sliced(axis: 0, step..<step + 1), within: 2e-6, "step \(step)")
        }
        #expect(optimiser.stepCount == 10)
    }

    @Test("A step works in place: no memory is taken")
    func inPlace() {
        var generator = SeededGenerator(seed: 1)
        let layer = Linear(300, 200).initialised(using: &generator)
        let adam = Adam(layer)
        let address = layer.weight.value.withScalars { $0.baseAddress }
        let tape = Tape(learning: layer.parameters)
        let gradients = tape.gradients(of: layer(Tensor(repeating: 1, shape: [1, 300]), .training(tape)).sum())
        let before = layer.weight.value.scalars
        adam.step(gradients)
        #expect(layer.weight.value.withScalars { $0.baseAddress } == address)
        #expect(layer.weight.value.scalars != before)
    }

    @Test("A parameter that the loss does not depend on stays")
    func unused() {
        var generator = SeededGenerator(seed: 1)
        let (used, unused) = (
            Linear(2, 1).initialised(using: &generator), Linear(2, 1).initialised(using: &generator)
        )
        let before = unused.weight.value
        let adam = Adam(Sequential(used, unused), weightDecay: 0.1)
        let tape = Tape(learning: used.parameters + unused.parameters)
        adam.step(tape.gradients(of: used(Tensor(repeating: 1, shape: [1, 2]), .training(tape)).sum()))
        #expect(unused.weight.value == before)
    }

    @Test("The average follows the weights, and is copied into a network")
    func average() {
        let layer = Linear(1, 1, bias: false)
        layer.weight.value = Tensor([0], shape: [1, 1])
        let average = ExponentialMovingAverage(of: layer, decay: 0.75)
        layer.weight.value = Tensor([1], shape: [1, 1])
        average.update()
        layer.weight.value = Tensor([2], shape: [1, 1])
        average.update()
        // 0.75 · (0.75 · 0 + 0.25 · 1) + 0.25 · 2.
        #expect(layer.weight.value.scalars == [2])
        average.copyAverages(to: layer)
        #expect(layer.weight.value.scalars == [0.6875])
    }
}
