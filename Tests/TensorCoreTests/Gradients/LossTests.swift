import TensorCore
import Testing

/// Losses against doubles and their differences, away from their kinks.
@Suite("Losses") struct LossTests {
    static let shapes: [[Int]] = [[1], [7], [3, 4], [2, 3, 4, 5], [3, 5, 40, 41]]

    private func samples(_ shape: [Int]) -> Int { shape.reduce(1, *) > 1000 ? 4 : 24 }

    /// A prediction and a target of which every pair is at least 0.1 apart, and no distance is near 1 or 0.4.
    private func pair(_ shape: [Int]) -> [Tensor] {
        var inputs = Inputs(seed: 80)
        let target = inputs.normal(shape)
        let distances = inputs.awayFromZero(shape, upTo: 3).scalars.map { distance in
            abs(abs(distance) - 1) < 0.02 || abs(abs(distance) - 0.4) < 0.02 ? distance * 1.2 : distance
        }
        return [target + Tensor(distances, shape: shape), target]
    }

    @Test(arguments: shapes)
    func distances(shape: [Int]) {
        let (pair, samples) = (pair(shape), samples(shape))
        // A mean of n numbers has gradients of about 1/n.
        let scale = 1e-2 / Double(pair[0].count)
        checkGradients(of: "mean squared error", pair, samples: samples, smallestScale: scale) {
            meanSquaredError($0[0], $0[1])
        } twin: {
            meanSquaredError($0[0], $0[1])
        }
        checkGradients(of: "mean absolute error", pair, samples: samples, smallestScale: scale) {
            meanAbsoluteError($0[0], $0[1])
        } twin: {
            meanAbsoluteError($0[0], $0[1])
        }
        checkGradients(of: "sum of squared errors", pair, samples: samples) {
            sumSquaredError($0[0], $0[1])
        } twin: {
            sumSquaredError($0[0], $0[1])
        }
        for delta in [1, 0.4] {
            checkGradients(of: "Huber of \(delta)", pair, samples: samples, smallestScale: scale) {
                meanHuber($0[0], $0[1], delta: Float(delta))
            } twin: {
                meanHuber($0[0], $0[1], delta: delta)
            }
        }
    }

    @Test(arguments: shapes)
    func sigmoid(shape: [Int]) {
        var inputs = Inputs(seed: 81)
        let logits = inputs.normal(shape, deviation: 3)
        for targets in [inputs.uniform(shape, in: 0...1), Tensor(zeros: shape), Tensor(repeating: 1, shape: shape)] {
            checkGradients(
                of: "sigmoid cross-entropy", [logits, targets], samples: samples(shape),
                smallestScale: 1e-2 / Double(logits.count)
            ) {
                sigmoidCrossEntropy($0[0], $0[1])
            } twin: {
                sigmoidCrossEntropy($0[0], $0[1])
            }
        }
    }

    @Test(arguments: [(1, 2), (1, 1), (4, 10), (37, 5), (3, 1000)])
    func softmax(rows: Int, width: Int) {
        var inputs = Inputs(seed: 82)
        let logits = [inputs.normal([rows, width], deviation: 3)]
        let classes = inputs.integers(rows, in: 0..<width)
        checkGradients(of: "softmax cross-entropy of \(classes)", logits, smallestScale: 1e-2 / Double(rows)) {
            softmaxCrossEntropy($0[0], classes: classes)
        } twin: {
            softmaxCrossEntropy($0[0], classes: classes)
        }
        checkGradients(of: "softmax", logits) {
            $0[0].softmax()
        } twin: {
            $0[0].softmax()
        }
    }

    /// Soft targets and places that count differently: the parts of a sketch.
    @Test(arguments: [[1, 2, 1], [2, 3, 5], [3, 7, 4, 6], [1, 23, 5, 8]] as [[Int]])
    func softmaxOfShares(shape: [Int]) {
        var inputs = Inputs(seed: 83)
        let logits = inputs.normal(shape, deviation: 3)
        let raw = inputs.uniform(shape, in: 0.1...1)
        let shares = raw / raw.sum(axes: [1], keepingAxes: true)
        let weights = inputs.uniform([shape[0], 1] + shape.dropFirst(2), in: 0.5...4)
        checkGradients(of: "softmax cross-entropy of shares", [logits], smallestScale: 1e-2) {
            softmaxCrossEntropy($0[0], shares: shares, weights: weights)
        } twin: {
            softmaxCrossEntropy($0[0], shares: DoubleTensor(shares), weights: DoubleTensor(weights))
        }
    }

    /// Logits whose probabilities round to 0 and 1 still have a loss and a gradient.
    @Test func extremeLogits() throws {
        let tape = Tape()
        let logits = tape.variable(Tensor([1000, -1000], shape: [1, 2]))
        let loss = softmaxCrossEntropy(logits, classes: [1])
        #expect(loss.item == 2000)
        let gradients = tape.gradients(of: loss)
        #expect(try #require(gradients[logits]).scalars == [1, -1])

        let second = Tape()
        let signs = second.variable(Tensor([1000, -1000]))
        let crossEntropy = sigmoidCrossEntropy(signs, Tensor([0, 1]))
        #expect(crossEntropy.item == 1000)
        let slopes = second.gradients(of: crossEntropy)
        #expect(try #require(slopes[signs]).scalars == [0.5, -0.5])
    }

    @Test(arguments: [[1, 1, 1, 1], [1, 2, 3, 3], [2, 5, 4, 3], [3, 17, 6, 5]] as [[Int]])
    func gram(shape: [Int]) {
        var inputs = Inputs(seed: 83)
        checkGradients(of: "Gram matrix", [inputs.normal(shape)], samples: 6, smallestScale: 1e-3) {
            gramMatrix($0[0])
        } twin: {
            gramMatrix($0[0])
        }
    }
}
