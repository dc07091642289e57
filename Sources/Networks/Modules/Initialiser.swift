import Basics
import TensorCore

/// How a parameter's first numbers are drawn, given its shape.
///
/// A weight's *fan in* is how many numbers one output sums up, as PyTorch counts it: the product of all its axes but the
/// first. For a transposed convolution's weight, `[in, out, height, width]`, that is not what it says, and PyTorch's
/// initialisation has the same quirk.
public struct Initialiser: Sendable {
    private let make: @Sendable (_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor

    public init(_ make: @escaping @Sendable (_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor) {
        self.make = make
    }

    public func callAsFunction(shape: [Int], using generator: inout SeededGenerator) -> Tensor {
        make(shape, &generator)
    }

    public static let zeros = constant(0)
    public static let ones = constant(1)

    public static func constant(_ number: Float) -> Initialiser {
        Initialiser { shape, _ in Tensor(repeating: number, shape: shape) }
    }

    /// Uniform in ±bound.
    public static func uniform(bound: Float) -> Initialiser {
        Initialiser { shape, generator in Tensor(uniformIn: -bound...bound, shape: shape, using: &generator) }
    }

    public static func normal(mean: Float = 0, deviation: Float) -> Initialiser {
        Initialiser { shape, generator in
            Tensor(normalWithMean: mean, deviation: deviation, shape: shape, using: &generator)
        }
    }

    /// Normal, drawn again until it is within two deviations of the mean, as TensorFlow's `truncated_normal`.
    ///
    /// `deviation` is that of the distribution before the cut; what comes out has 0.88 of it.
    public static func truncatedNormal(mean: Float = 0, deviation: Float) -> Initialiser {
        Initialiser { shape, generator in
            Tensor(shape: shape) { numbers in
                for index in numbers.indices { numbers[index] = mean + deviation * generator.truncatedNormal() }
            }
        }
    }
}

// MARK: - By fan in and fan out

extension Initialiser {
    /// Uniform in ±1/√(fan in): what PyTorch gives the weights of linear layers and convolutions by default, where it
    /// is written as He's initialisation with the slope √5.
    public static let kaimingUniform = Initialiser { shape, generator in
        uniform(bound: 1 / Float(fanIn(of: shape)).squareRoot())(shape: shape, using: &generator)
    }

    /// Normal with the deviation √(2 / (1 + slope²) / (fan in)), which keeps the variance through layers followed by
    /// (leaky) ReLUs (He et al., *Delving Deep into Rectifiers*, 2015, equations 10 and 15).
    public static func kaimingNormal(slope: Float = 0) -> Initialiser {
        Initialiser { shape, generator in
            let deviation = (2 / (1 + slope * slope) / Float(fanIn(of: shape))).squareRoot()
            return normal(deviation: deviation)(shape: shape, using: &generator)
        }
    }

    /// Uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio, *Understanding the difficulty of training deep
    /// feedforward neural networks*, 2010, equation 16).
    public static let xavierUniform = Initialiser { shape, generator in
        uniform(bound: (6 / Float(fanIn(of: shape) + fanOut(of: shape))).squareRoot())(
            shape: shape, using: &generator)
    }

    /// Normal with the deviation √(2 / (fan in + fan out)), after the same paper.
    public static let xavierNormal = Initialiser { shape, generator in
        let deviation = (2 / Float(fanIn(of: shape) + fanOut(of: shape))).squareRoot()
        return normal(deviation: deviation)(shape: shape, using: &generator)
    }

    private static func fanIn(of shape: [Int]) -> Int {
        precondition(shape.count >= 2, "Initialiser: a parameter of shape \(shape) has no fan in")
        return shape.dropFirst().reduce(1, *)
    }

    private static func fanOut(of shape: [Int]) -> Int {
        shape[0] * shape.dropFirst(2).reduce(1, *)
    }

    /// What PyTorch gives the bias that belongs to a weight of the given shape: uniform in ±1/√(fan in).
    static func bias(besideWeightOf shape: [Int]) -> Initialiser {
        uniform(bound: 1 / Float(fanIn(of: shape)).squareRoot())
    }
}

extension SeededGenerator {
    /// A number of the standard normal distribution that is within ±2.
    mutating func truncatedNormal() -> Float {
        while true {
            let number = normal()
            if abs(number) <= 2 { return number }
        }
    }
}
