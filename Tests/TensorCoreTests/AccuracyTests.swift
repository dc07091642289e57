import Glibc
import TensorCore
import Testing

/// How exact the functions are over their whole range, against the system's in double precision, and what they make of
/// numbers at its ends.
@Suite("Accuracy") struct AccuracyTests {
    /// The largest error in units of the last place of the exact result; where the exact result is smaller than the
    /// smallest normal number, in units of the last place of that.
    private func largestError(
        over numbers: [Float], _ core: (Tensor) -> Tensor, _ exact: (Double) -> Double
    ) -> (units: Double, at: Float) {
        var worst = (units: 0.0, at: Float(0))
        for (number, got) in zip(numbers, core(Tensor(numbers)).scalars) {
            let expected = exact(Double(number))
            guard !expected.isNaN else {
                if !got.isNaN { worst = (.infinity, number) }
                continue
            }
            guard abs(expected) <= Double(Float.greatestFiniteMagnitude) else {
                if abs(got) < .greatestFiniteMagnitude { worst = (.infinity, number) }
                continue
            }
            let unit = Double(max(abs(Float(expected)), .leastNormalMagnitude).ulp)
            let error = abs(Double(got) - expected) / unit
            if !(error <= worst.units) { worst = (error, number) }
        }
        return worst
    }

    /// Every 4099th number that there is: all sizes and signs, numbers too small for a full significand, infinities and
    /// those that are none.
    private static let sample: [Float] = stride(from: 0, through: Int(UInt32.max), by: 4099).map {
        Float(bitPattern: UInt32($0))
    }

    /// The errors that the core's documentation states, over everything that a Float32 can be.
    @Test(arguments: functions.indices)
    func wholeRange(index: Int) {
        let function = Self.functions[index]
        let error = largestError(over: Self.sample, function.core, function.exact)
        #expect(error.units <= function.units, "\(function.name) is \(error.units) units off at \(error.at)")
    }

    /// A number's result does not depend on where in a tensor it stands: in the wide loop, behind it, or alone.
    @Test(arguments: functions.indices)
    func anywhereTheSame(index: Int) {
        let function = Self.functions[index]
        let numbers = stride(from: 0, to: Self.sample.count, by: 4001).map { Self.sample[$0] }
        func resultAndGradient(_ x: Tensor) -> [Tensor] {
            let tape = Tape()
            let variable = tape.variable(x)
            let result = function.core(variable)
            let gradient = tape.gradients(of: result, from: Tensor(repeating: 0.7, shape: x.shape))[variable]
            return [result.detached] + (gradient.map { [$0] } ?? [])
        }
        let together = resultAndGradient(Tensor(numbers)).map(\.scalars)
        #expect(together.count == 2)
        for (place, number) in numbers.enumerated() {
            let alone = resultAndGradient(Tensor([number])).map(\.item)
            for (got, expected) in zip(alone, together.map { $0[place] }) where got.bitPattern != expected.bitPattern
            {
                Issue.record("\(function.name)(\(number)): \(got) alone, \(expected) among others")
                return
            }
        }
    }

    /// A function, the same in double precision, and how many units of the last place the core may be off.
    static let functions:
        [(name: String, core: @Sendable (Tensor) -> Tensor, exact: @Sendable (Double) -> Double, units: Double)] = [
            ("exp", { $0.exp() }, { exp($0) }, 1.1),
            ("log", { $0.log() }, { log($0) }, 1),
            ("tanh", { $0.tanh() }, { tanh($0) }, 2.6),
            ("sigmoid", { $0.sigmoid() }, { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }, 2.5),
            ("softplus", { $0.softplus() }, { max($0, 0) + log1p(exp(-abs($0))) }, 2.1),
        ]

    /// Evenly spaced numbers of the range, and at either side of zero all sizes down to 1e-30.
    private func numbers(from low: Float, to high: Float) -> [Float] {
        let even = (0...50_000).map { low + (high - low) * Float($0) / 50_000 }
        let sizes = (0..<2000).map { Float(pow(10.0, -30 + Double($0) * 0.015)) }
        return even + sizes.flatMap { [$0, -$0] }.filter { $0 >= low && $0 <= high }
    }

    @Test func powersAndRoots() {
        let positive = numbers(from: 1e-3, to: 100).filter { $0 > 1e-3 }
        for exponent in [0.5, 1.5, -2, 3] {
            let error = largestError(over: positive, { $0.raised(to: Float(exponent)) }, { pow($0, exponent) })
            #expect(error.units <= 2, "x to the power of \(exponent) is \(error.units) units off at \(error.at)")
        }
        let root = largestError(over: positive, { $0.squareRoot() }, { $0.squareRoot() })
        #expect(root.units <= 0.5)
    }

    // MARK: - The ends

    private static let denormal = Float.leastNonzeroMagnitude

    private func expectValues(
        _ name: String, _ function: (Tensor) -> Tensor, _ pairs: [(x: Float, y: Float)],
        location: SourceLocation = #_sourceLocation
    ) {
        // In a vector's lanes and behind them, because those may be two different loops.
        for length in [1, 16, 37] {
            for (x, y) in pairs {
                for got in function(Tensor(repeating: x, shape: [length])).scalars
                where !(got == y || (got.isNaN && y.isNaN)) {
                    Issue.record("\(name)(\(x)) is \(got), not \(y)", sourceLocation: location)
                    return
                }
            }
        }
    }

    @Test func exponentialAtTheEnds() {
        expectValues(
            "exp", { $0.exp() },
            [
                (.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (0, 1), (-0.0, 1), (Self.denormal, 1),
                (88.8, .infinity), (1000, .infinity), (-104, 0), (-1000, 0),
            ])
        #expect(Tensor(88.7).exp().item.isFinite)
        #expect(Tensor(-87).exp().item > 0)
    }

    @Test func logarithmAtTheEnds() {
        expectValues(
            "log", { $0.log() },
            [(.infinity, .infinity), (-.infinity, .nan), (.nan, .nan), (0, -.infinity), (-1, .nan), (1, 0)])
        let smallest = Tensor(Self.denormal).log().item
        #expect(abs(smallest + 103.27893) < 1e-4)
    }

    @Test func hyperbolicTangentAtTheEnds() {
        expectValues(
            "tanh", { $0.tanh() },
            [
                (.infinity, 1), (-.infinity, -1), (.nan, .nan), (0, 0), (Self.denormal, Self.denormal), (88.8, 1),
                (-104, -1),
            ])
    }

    @Test func logisticAtTheEnds() {
        expectValues(
            "sigmoid", { $0.sigmoid() },
            [(.infinity, 1), (-.infinity, 0), (.nan, .nan), (0, 0.5), (Self.denormal, 0.5), (88.8, 1), (-1000, 0)])
        let small = Tensor(-104).sigmoid().item
        #expect(small >= 0 && small < 1e-38)
    }

    @Test func softplusAtTheEnds() {
        expectValues(
            "softplus", { $0.softplus() },
            [(.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (88.8, 88.8), (1e30, 1e30), (-1000, 0)])
        #expect(abs(Tensor(0).softplus().item - 0.6931472) < 1e-7)
    }

    @Test func otherFunctionsAtTheEnds() {
        expectValues("relu", { $0.relu() }, [(.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (-0.0, 0)])
        expectValues(
            "leakyRelu", { $0.leakyRelu(slope: 0.5) },
            [(.infinity, .infinity), (-.infinity, -.infinity), (.nan, .nan)])
        expectValues("absolute", { $0.absolute() }, [(-.infinity, .infinity), (.nan, .nan), (-0.0, 0)])
        expectValues("squareRoot", { $0.squareRoot() }, [(.infinity, .infinity), (-1, .nan), (.nan, .nan), (0, 0)])
        expectValues("clamped", { $0.clamped(to: -1...2) }, [(.infinity, 2), (-.infinity, -1), (.nan, .nan)])
    }
}
