import Basics
import TensorCore

/// Draws the inputs of the tests, each kind kept away from the kinks of the operations that it is for: a difference
/// quotient across a kink is no derivative.
struct Inputs {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func normal(_ shape: [Int], mean: Float = 0, deviation: Float = 1) -> Tensor {
        Tensor(normalWithMean: mean, deviation: deviation, shape: shape, using: &generator)
    }

    mutating func uniform(_ shape: [Int], in range: ClosedRange<Float>) -> Tensor {
        Tensor(uniformIn: range, shape: shape, using: &generator)
    }

    /// Numbers of both signs, none nearer to zero than 0.1: for denominators, ReLU and absolute values.
    mutating func awayFromZero(_ shape: [Int], upTo largest: Float = 2) -> Tensor {
        Tensor(shape: shape) { numbers in
            for index in numbers.indices {
                numbers[index] = generator.uniform(in: 0.1...largest) * (generator.chance(0.5) ? 1 : -1)
            }
        }
    }

    /// Numbers of which no two are nearer to each other than 0.01, in random order: for maxima.
    mutating func distinct(_ shape: [Int]) -> Tensor {
        let count = shape.reduce(1, *)
        var ranks = Array(0..<count)
        generator.shuffle(&ranks)
        return Tensor(ranks.map { (Float($0) - Float(count) / 2) * 0.01 }, shape: shape)
    }

    mutating func integers(_ count: Int, in range: Range<Int>) -> [Int] {
        (0..<count).map { _ in generator.integer(in: range) }
    }

    /// Numbers of the standard normal distribution, in double precision.
    mutating func direction(_ count: Int) -> [Double] {
        (0..<count).map { _ in Double(generator.normal()) }
    }
}
