import Networks
import TensorCore

/// Our answers.
struct Solutions: TensorCoreAnswers {
    /// A step multiplies y by 1 − 25η, which shrinks it only while 25η < 2: the limit is 2 over the largest curvature.
    func largestRate() -> Double { 2.0 / 25 }

    func quotient(_ a: Number, _ b: Number) -> Number {
        let value = a.value / b.value
        return a.tape.record("÷", value, from: [(a.index, 1 / b.value), (b.index, -value / b.value)])
    }

    func roundedStraightThrough(_ x: Tensor) -> Tensor {
        Tensor(x.scalars.map { $0.rounded() }, shape: x.shape).recorded(from: x) { gradient, inputs in
            inputs.add(to: x) { gradient }
        }
    }

    func nesterov(
        place: Double, velocity: Double, rate: Double, slope: (Double) -> Double
    ) -> (place: Double, velocity: Double) {
        let next = 0.9 * velocity + slope(place - rate * 0.9 * velocity)
        return (place - rate * next, next)
    }

    func train(_ network: Sequential, on data: Spirals) {
        let adam = Adam(network, learningRate: 5e-3)
        for _ in 0..<1000 {
            let tape = Tape(learning: network.parameters)
            let loss = sigmoidCrossEntropy(network(data.points, .training(tape)), data.targets)
            adam.step(tape.gradients(of: loss))
        }
    }
}
