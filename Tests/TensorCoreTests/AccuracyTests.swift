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

    /// Evenly spaced numbers of the range, and at either side of zero all sizes down to 1e-30.
    private func numbers(from low: Float, to high: Float) -> [Float] {
        let even = (0...50_000).map { low + (high - low) * Float($0) / 50_000 }
        let sizes = (0..<2000).map { Float(pow(10.0, -30 + Double($0) * 0.015)) }
        return even + sizes.flatMap { [$0, -$0] }.filter { $0 >= low && $0 <= high }
    }

    @Test func exponential() {
        let error = largestError(over: numbers(from: -104, to: 88.72), { $0.exp() }, exp)
        #expect(error.units <= 2, "exp is \(error.units) units off at \(error.at)")
    }

    @Test func logarithm() {
        let error = largestError(over: numbers(from: 1e-30, to: 1e6), { $0.log() }, log)
        #expect(error.units <= 2, "log is \(error.units) units off at \(error.at)")
        let near = largestError(over: (-2000...2000).map { 1 + Float($0) * 0x1p-20 }, { $0.log() }, log)
        #expect(near.units <= 2, "log is \(near.units) units off at \(near.at)")
    }

    @Test func hyperbolicTangent() {
        let error = largestError(over: numbers(from: -12, to: 12), { $0.tanh() }, tanh)
        #expect(error.units <= 3, "tanh is \(error.units) units off at \(error.at)")
    }

    /// Relative exactness down to where the result is no longer a normal number; below that only its size is promised.
    @Test func logistic() {
        let error = largestError(over: numbers(from: -87, to: 40), { $0.sigmoid() }, { 1 / (1 + exp(-$0)) })
        #expect(error.units <= 3, "sigmoid is \(error.units) units off at \(error.at)")
    }

    @Test func softplus() {
        let error = largestError(over: numbers(from: -87, to: 100), { $0.softplus() }) {
            max($0, 0) + log1p(exp(-abs($0)))
        }
        #expect(error.units <= 3, "softplus is \(error.units) units off at \(error.at)")
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
