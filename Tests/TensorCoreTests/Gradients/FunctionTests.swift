import TensorCore
import Testing

/// Functions of one number against doubles and their differences, away from their kinks.
@Suite("Functions") struct FunctionTests {
    /// The last one is longer than a piece of work of the core and no multiple of a vector.
    static let shapes: [[Int]] = [[], [1], [15], [16], [17], [2, 3, 5, 7], [16_411]]

    private func check(
        _ name: String, _ input: Tensor, _ core: @escaping (Tensor) -> Tensor,
        _ twin: @escaping (DoubleTensor) -> DoubleTensor, location: SourceLocation = #_sourceLocation
    ) {
        checkGradients(of: name, [input], samples: input.count > 1000 ? 4 : 40, location: location) {
            core($0[0])
        } twin: {
            twin($0[0])
        }
    }

    @Test(arguments: shapes)
    func smooth(shape: [Int]) {
        var inputs = Inputs(seed: 10)
        let wide = inputs.normal(shape, deviation: 3)
        check("exp", wide, { $0.exp() }, { $0.exp() })
        check("tanh", wide, { $0.tanh() }, { $0.tanh() })
        check("sigmoid", wide, { $0.sigmoid() }, { $0.sigmoid() })
        check("softplus", wide, { $0.softplus() }, { $0.softplus() })
        check("squared", wide, { $0.squared() }, { $0.squared() })
    }

    @Test(arguments: shapes)
    func ofPositiveNumbers(shape: [Int]) {
        var inputs = Inputs(seed: 11)
        let positive = inputs.uniform(shape, in: 0.05...5)
        check("log", positive, { $0.log() }, { $0.log() })
        check("squareRoot", positive, { $0.squareRoot() }, { $0.squareRoot() })
        for exponent in [0.5, 1, 1.75, 2, 3, -1, -0.25] {
            check(
                "raised(to: \(exponent))", positive, { $0.raised(to: Float(exponent)) }, { $0.raised(to: exponent) })
        }
    }

    @Test(arguments: shapes)
    func withKinks(shape: [Int]) {
        var inputs = Inputs(seed: 12)
        let sides = inputs.awayFromZero(shape)
        check("relu", sides, { $0.relu() }, { $0.relu() })
        check("leakyRelu", sides, { $0.leakyRelu(slope: 0.25) }, { $0.leakyRelu(slope: 0.25) })
        check("absolute", sides, { $0.absolute() }, { $0.absolute() })
        // The numbers are at least 0.1 away from zero, so these bounds are no kinks nearby on either side.
        check("clamped", sides, { $0.clamped(to: -0.05...9) }, { $0.clamped(to: -0.05...9) })
        check("clamped", sides, { $0.clamped(to: -9...0.0625) }, { $0.clamped(to: -9...0.0625) })
    }

    /// At a kink, where no difference says it, the derivative is the one that PyTorch takes.
    @Test func derivativesAtKinks() throws {
        func slope(_ x: Float, _ function: (Tensor) -> Tensor) throws -> Float {
            let tape = Tape()
            let variable = tape.variable(Tensor(x))
            let gradients = tape.gradients(of: function(variable))
            return try #require(gradients[variable]).item
        }
        #expect(try slope(0) { $0.relu() } == 0)
        #expect(try slope(0) { $0.leakyRelu(slope: 0.5) } == 0.5)
        #expect(try slope(0) { $0.absolute() } == 0)
        #expect(try slope(1) { $0.clamped(to: 1...2) } == 1)
        #expect(try slope(2) { $0.clamped(to: 1...2) } == 1)
        #expect(try slope(0) { $0.squareRoot() } == .infinity)
        #expect(try slope(0) { $0.raised(to: 2) } == 0)
    }
}
