import Basics
import TensorCore
import Testing

/// Products in bfloat16 are those of rounded factors, added up in Float32. The product of two rounded factors is exact, so
/// where factors are round already, only the order of adding tells the precisions apart.
@Suite("Products in bfloat16", .enabled(if: ProductPrecision.bfloat16.isSupported)) struct ProductPrecisionTests {
    /// A result, and its gradients for a random change of it, in a precision; the gradients are taken outside of it.
    private func resultAndGradients(
        of inputs: [Tensor], in precision: ProductPrecision, change: (Tensor) -> Tensor = roundChange,
        _ compute: ([Tensor]) -> Tensor
    ) -> [Tensor] {
        let tape = Tape()
        let variables = inputs.map(tape.variable)
        let result = computing(in: precision) { compute(variables) }
        let gradients = tape.gradients(of: result, from: change(result))
        return [result.detached] + variables.compactMap { gradients[$0] }
    }

    private static func roundChange(of result: Tensor) -> Tensor {
        var random = Inputs(seed: 77)
        return random.normal(result.shape).rounded
    }

    /// Expects that round factors give the same in both precisions, but for the order of adding.
    private func expectSame(_ what: String, _ inputs: [Tensor], _ compute: ([Tensor]) -> Tensor) {
        let round = inputs.map(\.rounded)
        let results = resultAndGradients(of: round, in: .bfloat16, compute)
        let expected = resultAndGradients(of: round, in: .float32, compute)
        #expect(results.count == inputs.count + 1 && expected.count == results.count)
        for (place, (got, expected)) in zip(results, expected).enumerated() {
            expectClose(got, DoubleTensor(expected), "\(what), \(place == 0 ? "result" : "gradient \(place - 1)")")
        }
    }

    /// All ways of cutting: odd numbers of channels, odd widths, strides, borders, several blocks and tasks.
    @Test(
        arguments: ConvolutionTests.grid + ConvolutionTests.wideGrid + ConvolutionTests.corners
            + ConvolutionTests.grouped + ConvolutionTests.large)
    func convolutions(_ the: ConvolutionCase) {
        // Results of five channels and more are rounded.
        let the = ConvolutionCase(
            [the.batch, the.channels, the.height, the.width], to: the.outputs < 8 ? 8 * the.groups : the.outputs,
            kernel: the.kernel.height, by: the.kernel.width, stride: the.stride, padding: the.padding,
            groups: the.groups)
        expectSame(the.testDescription, the.inputs(seed: 60, withBias: false)) {
            $0[0].convolved(with: $0[1], stride: the.stride, padding: the.padding, groups: the.groups)
        }
    }

    @Test(arguments: TransposedConvolutionTests.corners + TransposedConvolutionTests.large)
    func transposedConvolutions(_ the: ConvolutionCase) {
        expectSame(the.testDescription, the.inputs(seed: 61, transposed: true, withBias: false)) {
            $0[0].transposeConvolved(
                with: $0[1], stride: the.stride, padding: the.padding, outputPadding: the.outputPadding)
        }
    }

    @Test(arguments: [(96, 64, 70), (70, 96, 64), (33, 301, 130), (257, 270, 301), (16, 2000, 17), (16, 1024, 16)])
    func matrixProducts(rows: Int, inner: Int, columns: Int) {
        var random = Inputs(seed: 62)
        expectSame("matrix product", [random.normal([rows, inner]), random.normal([inner, columns])]) {
            $0[0].matrixProduct($0[1])
        }
        expectSame("products", [random.normal([2, rows, inner]), random.normal([2, inner, columns])]) {
            $0[0].matrixProduct($0[1])
        }
    }

    /// Scale, bias and activation, which are not rounded, in the same pass.
    @Test func fused() {
        var random = Inputs(seed: 63)
        // By powers of two, because the gradient is multiplied before it is rounded.
        let scale = Tensor((0..<12).map { [0.5, -2, 1, 4][$0 % 4] })
        let bias = random.normal([12])
        expectSame("fused", [random.normal([2, 7, 9, 33]), random.normal([12, 7, 3, 3]), bias]) {
            $0[0].convolved(with: $0[1], bias: $0[2], scale: scale, padding: 1, activation: .relu)
        }
    }

    // MARK: - Rounding

    /// The factors are rounded to the nearest, and to the even one of two, whoever lays them out: rounding them before
    /// changes no bit.
    @Test func rounding() {
        var random = Inputs(seed: 64)
        let cases: [(what: String, inputs: [Tensor], compute: ([Tensor]) -> Tensor)] = [
            (
                "rows of tiles", [random.normal([2, 9, 12, 33]), random.normal([10, 9, 3, 3])],
                { $0[0].convolved(with: $0[1], padding: 1) }
            ),
            (
                "stops in a line", [random.normal([2, 40, 5, 7]), random.normal([33, 40, 3, 3])],
                { $0[0].convolved(with: $0[1], stride: 2, padding: 1) }
            ),
            (
                "a wide side", [random.normal([1, 40, 9, 17]), random.normal([40, 33, 4, 4])],
                { $0[0].transposeConvolved(with: $0[1], stride: 2, padding: 1) }
            ),
            ("a matrix", [random.normal([80, 70]), random.normal([70, 90])], { $0[0].matrixProduct($0[1]) }),
        ]
        for (what, inputs, compute) in cases {
            // Ties, where the last bit that is kept is even, and where it is odd.
            let inputs = inputs.map { input in
                var input = input
                input.withMutableScalars { numbers in
                    for (index, bits) in [0x3F80_8000, 0x3F81_8000, 0xBF80_8001, 0x3F80_7FFF].enumerated() {
                        numbers[7 * index] = Float(bitPattern: UInt32(bits))
                    }
                }
                return input
            }
            let results = resultAndGradients(of: inputs, in: .bfloat16, compute)
            let again = resultAndGradients(of: inputs.map(\.rounded), in: .bfloat16, compute)
            for (one, other) in zip(results, again) { #expect(one.hasSameBits(as: other), "\(what)") }
            let exact = resultAndGradients(of: inputs, in: .float32, compute)
            for (one, other) in zip(results, exact) {
                let difference = relativeDifference(one, DoubleTensor(other))
                #expect(difference > 1e-5 && difference < 1e-2, "\(what): \(difference)")
            }
        }
    }

    /// The gradient is rounded too.
    @Test func roundingOfGradients() {
        var random = Inputs(seed: 65)
        let inputs = [random.normal([1, 40, 8, 33]), random.normal([40, 40, 3, 3])]
        let change = random.normal([1, 40, 8, 33])
        let results = [change, change.rounded].map { change in
            resultAndGradients(of: inputs, in: .bfloat16, change: { _ in change }) {
                $0[0].convolved(with: $0[1], padding: 1)
            }
        }
        for (one, other) in zip(results[0], results[1]) { #expect(one.hasSameBits(as: other)) }
    }

    // MARK: - The ends

    /// What is infinite or no number reaches what depends on it and nothing else: not what lies beside it in a pair, nor the
    /// zeros that fill pairs up.
    @Test(arguments: [Float.infinity, -.infinity, .nan], [32, 33])
    func notFinite(number: Float, width: Int) {
        var random = Inputs(seed: 66)
        let shape = [1, 35, 5, width]
        for input in 0..<2 {
            var inputs = [random.normal(shape), random.normal([35, 35, 3, 3])]
            inputs[input].withMutableScalars { $0[$0.count - 1] = number }
            let results = [ProductPrecision.bfloat16, .float32].map { precision in
                resultAndGradients(of: inputs, in: precision) { $0[0].convolved(with: $0[1], padding: 1) }
            }
            for (got, expected) in zip(results[0], results[1]) {
                #expect(got.scalars.map(\.isFinite) == expected.scalars.map(\.isFinite))
                #expect(got.scalars.contains { !$0.isFinite } || input == 0 || got.shape == inputs[1].shape)
            }
        }
    }

    /// Numbers below the smallest normal one are zeros, and the largest ones do not run over.
    @Test func smallestAndLargest() {
        let weight = Tensor(repeating: 1, shape: [8, 4, 1, 1])
        func first(_ number: Float) -> Float {
            computing(in: .bfloat16) {
                Tensor(repeating: number, shape: [1, 4, 4, 32]).convolved(with: weight * 0.25)[0, 0, 0, 0]
            }
        }
        #expect(first(.leastNormalMagnitude / 2) == 0)
        #expect(first(0x1p-100) == 0x1p-100)
        #expect(first(0x1p127) == 0x1p127)
    }

    // MARK: - Where it holds

    @Test func onlyInside() {
        #expect(ProductPrecision.current == .float32)
        computing(in: .bfloat16) {
            #expect(ProductPrecision.current == .bfloat16)
            computing(in: .float32) { #expect(ProductPrecision.current == .float32) }
        }
        #expect(ProductPrecision.current == .float32)
    }

    /// Weights that are kept packed are kept for each precision.
    @Test func packedWeightsAreApart() {
        var random = Inputs(seed: 67)
        let (x, weight) = (random.normal([1, 6, 9, 33]), random.normal([10, 6, 3, 3]))
        func results(_ weight: Tensor) -> [Tensor] {
            [ProductPrecision.float32, .bfloat16, .float32, .bfloat16].map { precision in
                computing(in: precision) { x.convolved(with: weight) }
            }
        }
        let kept = results(weight)
        #expect(kept[0].hasSameBits(as: kept[2]) && kept[1].hasSameBits(as: kept[3]))
        let unseen = Tensor(weight.scalars, shape: weight.shape)
        #expect(computing(in: .bfloat16) { x.convolved(with: unseen) }.hasSameBits(as: kept[1]))
        #expect(!kept[0].hasSameBits(as: kept[1]))
    }
}

extension Tensor {
    /// Its numbers, rounded to bfloat16.
    fileprivate var rounded: Tensor {
        var rounded = self
        rounded.withMutableScalars { numbers in
            for index in numbers.indices where numbers[index].isFinite {
                let bits = numbers[index].bitPattern
                numbers[index] = Float(bitPattern: (bits + 0x7FFF + (bits >> 16 & 1)) & 0xFFFF_0000)
            }
        }
        return rounded
    }
}
