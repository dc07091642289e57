import Basics
import TensorCore

/// Puts each number to zero with the given probability in training, and enlarges the others by 1 / (1 − probability) so
/// that their sum stays the same on average (Srivastava et al., *Dropout*, 2014); in inference it changes nothing.
///
/// Which numbers is drawn from the generator that each call is given: `dropout(x, mode, using: &generator)`.
public struct Dropout: Sendable {
    public let probability: Float

    public init(probability: Float = 0.5) {
        precondition((0..<1).contains(probability), "Dropout: \(probability) is no probability below 1")
        self.probability = probability
    }

    public func callAsFunction(_ x: Tensor, _ mode: Mode, using generator: inout SeededGenerator) -> Tensor {
        guard mode.isTraining, probability > 0 else { return x }
        let kept = 1 / (1 - probability)
        let mask = Tensor(shape: x.shape) { numbers in
            for index in numbers.indices { numbers[index] = generator.chance(probability) ? 0 : kept }
        }
        return x * mask
    }
}
