import Glibc
import TensorCore
import Testing

/// Winograd's way gives the convolution to about five digits, and only to those who ask for it.
@Suite("Winograd") struct WinogradTests {
    struct Case: Sendable, CustomStringConvertible {
        let input: [Int]
        let outputs: Int
        let padding: Int

        var description: String { "\(input) to \(outputs), padding \(padding)" }
    }

    /// Maps whose lines are whole tiles and vectors, and such that are not; tasks of several rows and of parts of a row.
    static let cases = [
        Case(input: [16, 16, 8, 8], outputs: 16, padding: 1),
        Case(input: [6, 17, 11, 13], outputs: 19, padding: 1),
        Case(input: [1, 24, 32, 64], outputs: 16, padding: 1),
        Case(input: [1, 32, 35, 130], outputs: 40, padding: 0),
        Case(input: [4, 16, 16, 16], outputs: 33, padding: 2),
        Case(input: [1, 300, 10, 300], outputs: 16, padding: 1),
        Case(input: [1, 64, 64, 256], outputs: 64, padding: 1),
    ]

    /// The distance from the plain sums, at most and as a root mean square, in units of the results' root mean square.
    private static func error(_ the: Case, _ seed: UInt64) -> (largest: Double, usual: Double) {
        var random = Inputs(seed: seed)
        let x = random.normal(the.input)
        let weight = random.normal([the.outputs, the.input[1], 3, 3])
        let (bias, scale) = (random.normal([the.outputs]), random.normal([the.outputs]))
        func convolved() -> Tensor {
            x.convolved(
                with: weight, bias: bias, scale: scale, padding: the.padding, activation: .leakyRelu(slope: 0.2))
        }
        let (plain, fast) = (convolved(), Winograd.allowed(convolved))
        #expect(plain.shape == fast.shape && plain != fast, "\(the)")
        func rootMeanSquare(_ numbers: [Double]) -> Double {
            (numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)).squareRoot()
        }
        let unit = rootMeanSquare(plain.scalars.map { Double($0) })
        let distances = zip(plain.scalars, fast.scalars).map { abs(Double($0) - Double($1)) / unit }
        return (distances.max()!, rootMeanSquare(distances))
    }

    private static func check(_ the: Case, seed: UInt64) {
        let error = error(the, seed)
        #expect(error.largest < 2e-4 && error.usual < 1e-5, "\(the): \(error)")
    }

    @Test(arguments: cases) func isNear(the: Case) { Self.check(the, seed: 60) }

    @Test(arguments: ["avx2", "plain"]) func isNearWithOtherKernels(kernels: String) async {
        await #expect(processExitsWith: .success) { [kernels] in
            setenv("NURIE_KERNELS", kernels, 1)
            for the in Self.cases.prefix(6) { Self.check(the, seed: 61) }
        }
    }

    /// The same bits with any number of threads.
    @Test func sameBytes() {
        var random = Inputs(seed: 62)
        let (x, weight) = (random.normal([2, 40, 50, 70]), random.normal([24, 40, 3, 3]))
        defer { Threads.count = Threads.available }
        let results = [1, 2, 3].map { threads in
            Threads.count = threads
            return Winograd.allowed { x.convolved(with: weight, padding: 1) }
        }
        #expect(results.allSatisfy { $0.hasSameBits(as: results[0]) })
    }

    /// What a tape records is not touched, and other windows and small maps are not either; weights that change are transformed anew.
    @Test func nothingElseChanges() {
        var random = Inputs(seed: 63)
        let x = random.normal([4, 16, 16, 16])
        let small = random.normal([1, 16, 24, 24])
        var weight = random.normal([16, 16, 3, 3])
        let plain = x.convolved(with: weight, padding: 1)
        let tape = Tape()
        let recorded = withExtendedLifetime(tape) {
            Winograd.allowed { x.convolved(with: tape.variable(weight), padding: 1) }
        }
        #expect(recorded.hasSameBits(as: plain))
        let strided = Winograd.allowed { x.convolved(with: weight, stride: 2, padding: 1) }
        #expect(strided.hasSameBits(as: x.convolved(with: weight, stride: 2, padding: 1)))
        let ofSmall = Winograd.allowed { small.convolved(with: weight, padding: 1) }
        #expect(ofSmall.hasSameBits(as: small.convolved(with: weight, padding: 1)))
        let fast = Winograd.allowed { x.convolved(with: weight, padding: 1) }
        #expect(!fast.hasSameBits(as: plain))
        #expect(x.convolved(with: weight, padding: 1).hasSameBits(as: plain))
        weight.withMutableScalars { numbers in for index in numbers.indices { numbers[index] *= 2 } }
        let doubled = Winograd.allowed { x.convolved(with: weight, padding: 1) }
        #expect(doubled.hasSameBits(as: fast * 2))
    }
}
