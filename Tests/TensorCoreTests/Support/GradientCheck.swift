import TensorCore
import Testing

/// Compares an operation of the core with its twin in double precision: the values, and the gradients that the tape
/// gives with differences of the twin.
///
/// For a random gradient G of the result the tape's gradient of an input x must be the derivative of ⟨G, twin(x)⟩.
/// Each element of a small input, and some of a large one, is moved by ±1e-5 (or that times its size); of a large
/// input all elements together are moved along a random direction too, so that no wrong element stays unseen.
///
/// What is allowed: differences of doubles are right to about 1e-9, so the rest is for the core's Float32, whose
/// rounding (6e-8) grows with sums of some thousand terms and with the cancellation in normalisation. It is measured
/// against the largest element of the gradient, because that is what the sums' terms are as large as.
struct GradientCheck {
    let operation: String
    let inputs: [Tensor]
    /// How many elements of each input are moved; all of an input that has no more.
    var samples = 24
    /// The largest difference allowed, as a part of the largest element.
    var tolerance = 1e-5
    /// Where the largest element is smaller than this it may be rounding itself: a gradient that is truly zero is the
    /// difference of terms that are not.
    var smallestScale = 1e-2
    let location: SourceLocation
    let core: ([Tensor]) -> Tensor
    let twin: ([DoubleTensor]) -> DoubleTensor

    func run() {
        let expected = twin(inputs.map { DoubleTensor($0) })
        spoilPool(inputs.map(\.count) + [expected.count])
        let plain = core(inputs)
        guard isClose(plain, expected) else { return }
        var random = Inputs(seed: UInt64(plain.count))
        let outputGradient = random.normal(plain.shape)

        let tape = Tape()
        let variables = inputs.map(tape.variable)
        let recorded = core(variables)
        expectSameBits(recorded, plain, "the result changes when the inputs stand on a tape")
        let gradients = tape.gradients(of: recorded, from: outputGradient)
        for input in inputs.indices {
            guard let gradient = gradients[variables[input]] else {
                fail("input \(input) gets no gradient")
                continue
            }
            guard gradient.shape == inputs[input].shape else {
                fail("the gradient of input \(input) has shape \(gradient.shape)")
                continue
            }
            compareWithDifferences(gradient, of: input, outputGradient, &random)
            checkAlone(input, expected: gradient, outputGradient)
        }
    }

    /// Leaves buffers full of NaN in the pool, where the operation finds them: a number that it forgets to write shows.
    private func spoilPool(_ counts: [Int]) {
        for count in counts {
            _ = (0..<3).map { _ in Tensor(repeating: .nan, shape: [count]) }
        }
    }

    // MARK: - Values

    private func isClose(_ result: Tensor, _ expected: DoubleTensor) -> Bool {
        guard result.shape == expected.shape else {
            fail("the result has shape \(result.shape), expected \(expected.shape)")
            return false
        }
        let allowed = tolerance * max(largest(expected.values), smallestScale)
        let got = result.scalars
        for index in got.indices where !(abs(Double(got[index]) - expected.values[index]) <= allowed) {
            fail("value \(index) of \(result.shape): expected \(expected.values[index]), got \(got[index])")
            return false
        }
        return true
    }

    // MARK: - Gradients

    private func compareWithDifferences(
        _ gradient: Tensor, of input: Int, _ outputGradient: Tensor, _ random: inout Inputs
    ) {
        let point = inputs.map { DoubleTensor($0) }
        let weights = outputGradient.scalars.map(Double.init)
        let got = gradient.scalars.map(Double.init)

        /// The derivative of ⟨G, twin⟩ where the input moves by `step` times what `move` says.
        func derivative(step: Double, _ move: (inout [Double], Double) -> Void) -> Double {
            var ahead = point
            var behind = point
            move(&ahead[input].values, step)
            move(&behind[input].values, -step)
            return (twin(ahead).dot(weights) - twin(behind).dot(weights)) / (2 * step)
        }

        let chosen = chosenElements(of: point[input].count, &random)
        let expected = chosen.map { element in
            derivative(step: 1e-5 * max(1, abs(point[input].values[element]))) { $0[element] += $1 }
        }
        let allowed = tolerance * max(largest(expected), largest(got), smallestScale)
        for (element, expected) in zip(chosen, expected) where !(abs(got[element] - expected) <= allowed) {
            fail("gradient of input \(input), element \(element): expected \(expected), got \(got[element])")
            return
        }

        guard chosen.count < point[input].count else { return }
        let direction = random.direction(got.count)
        let slope = derivative(step: 1e-5) { values, step in
            for index in values.indices { values[index] += step * direction[index] }
        }
        let gotSlope = DoubleTensor(shape: [got.count], values: got).dot(direction)
        let length = got.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if !(abs(gotSlope - slope) <= tolerance * max(length, smallestScale)) {
            fail("gradient of input \(input) along a direction of all elements: expected \(slope), got \(gotSlope)")
        }
    }

    /// With only this input on the tape it has the same gradient, and the others have none.
    private func checkAlone(_ input: Int, expected: Tensor, _ outputGradient: Tensor) {
        guard inputs.count > 1 else { return }
        let tape = Tape()
        var mixed = inputs
        mixed[input] = tape.variable(inputs[input])
        let gradients = tape.gradients(of: core(mixed), from: outputGradient)
        for other in mixed.indices where other != input && gradients[mixed[other]] != nil {
            fail("input \(other) gets a gradient although it is on no tape")
        }
        guard let gradient = gradients[mixed[input]] else {
            fail("input \(input) gets no gradient when it is alone on the tape")
            return
        }
        expectSameBits(gradient, expected, "the gradient of input \(input) changes when it is alone on the tape")
    }

    /// The corners, where borders go wrong, and others by chance.
    private func chosenElements(of count: Int, _ random: inout Inputs) -> [Int] {
        guard count > samples else { return Array(0..<count) }
        return Array(([0, count - 1] + random.integers(max(0, samples - 2), in: 0..<count)).prefix(samples))
    }

    // MARK: - Diagnosis

    private func expectSameBits(_ got: Tensor, _ expected: Tensor, _ what: String) {
        if !got.hasSameBits(as: expected) { fail(what) }
    }

    private func fail(_ what: String) {
        let shapes = inputs.map { "\($0.shape)" }.joined(separator: " ")
        Issue.record("\(operation) of \(shapes): \(what)", sourceLocation: location)
    }

    private func largest(_ values: [Double]) -> Double {
        values.reduce(0) { max($0, abs($1)) }
    }
}

/// Checks an operation's values and gradients against its twin in double precision; see `GradientCheck`.
func checkGradients(
    of operation: String, _ inputs: [Tensor], samples: Int = 24, tolerance: Double = 1e-5,
    smallestScale: Double = 1e-2, location: SourceLocation = #_sourceLocation,
    core: @escaping ([Tensor]) -> Tensor, twin: @escaping ([DoubleTensor]) -> DoubleTensor
) {
    GradientCheck(
        operation: operation, inputs: inputs, samples: samples, tolerance: tolerance, smallestScale: smallestScale,
        location: location, core: core, twin: twin
    ).run()
}

extension Tensor {
    /// Whether shapes and bits agree; unlike `==` it tells -0 from 0, and a NaN is the same as itself.
    func hasSameBits(as other: Tensor) -> Bool {
        shape == other.shape && zip(scalars, other.scalars).allSatisfy { $0.bitPattern == $1.bitPattern }
    }
}
