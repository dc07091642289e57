import TensorCore
import Testing

/// The same bytes with any number of threads. The number is the whole program's, and other tests may run beside these;
/// they cannot disturb each other, for that is what is promised.
@Suite("Threads", .serialized) struct ThreadsTests {
    /// Several computations that are large enough to be cut, forwards and backwards.
    static let computations: [(name: String, inputs: [[Int]], compute: @Sendable ([Tensor]) -> Tensor)] = [
        ("arithmetic", [[3, 50, 401], [50, 1]], { ($0[0] * $0[1] + $0[0].tanh() / 3).sigmoid() }),
        (
            "long sums", [[300_001]],
            { x in
                // Many of them, because one that is added up in another order may round to the same number.
                Tensor.concatenated(
                    (0..<24).map { x[0].sliced(axis: 0, $0 * 1000..<300_001).squared().sum().reshaped(to: [1]) },
                    axis: 0)
            }
        ),
        ("sums over axes", [[8, 40, 30, 31]], { $0[0].sum(axes: [0, 2, 3]) + $0[0].variance(axes: [0, 2, 3]) }),
        ("matrix product", [[301, 257], [257, 270]], { $0[0].matrixProduct($0[1]) }),
        ("wide matrix product", [[20, 300], [300, 3000]], { $0[0].matrixProduct($0[1]) }),
        ("products of a batch", [[5, 40, 50], [5, 50, 60]], { $0[0].matrixProduct($0[1]) }),
        (
            "convolution", [[3, 20, 33, 31], [24, 20, 3, 3], [24]],
            { $0[0].convolved(with: $0[1], bias: $0[2], padding: 1) }
        ),
        ("large convolution", [[2, 33, 64, 64], [8, 33, 3, 3]], { $0[0].convolved(with: $0[1], padding: 1) }),
        (
            "convolution with a stride", [[3, 16, 64, 63], [32, 16, 4, 4]],
            { $0[0].convolved(with: $0[1], stride: 2, padding: 1) }
        ),
        ("small convolution", [[7, 100, 5, 4], [64, 100, 3, 3]], { $0[0].convolved(with: $0[1], padding: 1) }),
        (
            "grouped convolution", [[3, 12, 40, 40], [12, 4, 3, 3]],
            { $0[0].convolved(with: $0[1], padding: 1, groups: 3) }
        ),
        (
            "depthwise convolution", [[3, 24, 40, 40], [24, 1, 3, 3]],
            { $0[0].convolved(with: $0[1], stride: 2, padding: 1, groups: 24) }
        ),
        (
            "transposed convolution", [[3, 40, 17, 16], [40, 24, 4, 4], [24]],
            { $0[0].transposeConvolved(with: $0[1], bias: $0[2], stride: 2, padding: 1) }
        ),
        (
            "norms", [[4, 32, 33, 35], [32], [32]],
            {
                $0[0].batchNormalized(scale: $0[1], shift: $0[2]).output.instanceNormalized(scale: $0[1])
                    .groupNormalized(groups: 8, scale: $0[1]).layerNormalized(shift: $0[2])
            }
        ),
        (
            "pictures", [[3, 8, 40, 42]],
            {
                $0[0].maxPooled(size: 3, stride: 2).resized(toHeight: 61, width: 50, .bilinear)
                    .padded(Padding(top: 2, right: 3), with: .reflect).averagePooled(size: 2)
            }
        ),
        (
            "losses", [[64, 2000], [64, 2000]],
            {
                meanHuber($0[0], $0[1]) + sigmoidCrossEntropy($0[0], $0[1])
                    + softmaxCrossEntropy($0[0], classes: Array(0..<64))
            }
        ),
        ("Gram matrix", [[2, 64, 40, 40]], { gramMatrix($0[0]) }),
        (
            "convolutions in bfloat16", [[3, 20, 33, 31], [24, 20, 3, 3], [24, 40, 4, 4]],
            { inputs in
                computing(in: .bfloat16) {
                    inputs[0].convolved(with: inputs[1], padding: 1)
                        .transposeConvolved(with: inputs[2], stride: 2, padding: 1)
                }
            }
        ),
        (
            "matrix product in bfloat16", [[301, 257], [257, 270]],
            { inputs in computing(in: .bfloat16) { inputs[0].matrixProduct(inputs[1]) } }
        ),
    ]

    @Test(arguments: computations.indices)
    func sameBytes(index: Int) {
        let (name, shapes, compute) = Self.computations[index]
        var random = Inputs(seed: 100)
        let inputs = shapes.map { random.normal($0) }
        defer { Threads.count = Threads.available }

        func resultAndGradients(threads: Int) -> [Tensor?] {
            Threads.count = threads
            let tape = Tape()
            let variables = inputs.map(tape.variable)
            let result = compute(variables)
            var random = Inputs(seed: 101)
            let gradients = tape.gradients(of: result, from: random.normal(result.shape))
            return [result] + variables.map { gradients[$0] }
        }

        let expected = resultAndGradients(threads: 1)
        for threads in [1, 2, 3, 5] {
            for (place, (got, expected)) in zip(resultAndGradients(threads: threads), expected).enumerated() {
                let isSame = got.flatMap { got in expected.map { got.hasSameBits(as: $0) } } ?? false
                #expect(isSame, "\(name), \(place == 0 ? "result" : "gradient \(place - 1)"), \(threads) threads")
            }
        }
    }

    /// Several steps at once, as in a program that trains beside showing: tapes and pool keep them apart.
    @Test func stepsAtOnce() async {
        @Sendable func gradient() -> Tensor? {
            var random = Inputs(seed: 102)
            let tape = Tape()
            let weight = tape.variable(random.normal([16, 8, 3, 3]))
            let features = random.normal([2, 8, 40, 40]).convolved(with: weight, padding: 1)
            return tape.gradients(of: features.instanceNormalized().squared().relu().mean())[weight]
        }
        let expected = gradient()
        let results = await withTaskGroup(of: Tensor?.self) { group in
            for _ in 0..<6 { group.addTask { gradient() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(expected != nil && results.count == 6)
        #expect(results.allSatisfy { $0 == expected })
    }

    @Test func atLeastOne() {
        defer { Threads.count = Threads.available }
        Threads.count = 0
        #expect(Threads.count == 1)
        #expect(Threads.available >= 1)
    }
}
