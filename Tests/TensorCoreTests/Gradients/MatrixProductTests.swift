import TensorCore
import Testing

/// Matrix products against plain loops and differences.
@Suite("Matrix products") struct MatrixProductTests {
    /// Rows, inner, columns: around the tiles of 16 rows by which the core cuts, and of one.
    static let sizes: [(Int, Int, Int)] = [
        (1, 1, 1), (1, 5, 1), (5, 1, 3), (1, 1, 7), (2, 3, 4), (7, 5, 3), (15, 4, 17), (16, 16, 16), (17, 33, 2),
        (3, 70, 31),
    ]

    @Test(arguments: sizes)
    func ofTwoMatrices(rows: Int, inner: Int, columns: Int) {
        var inputs = Inputs(seed: 40)
        let pair = [inputs.normal([rows, inner]), inputs.normal([inner, columns])]
        checkGradients(of: "matrixProduct", pair) {
            $0[0].matrixProduct($0[1])
        } twin: {
            $0[0].matrixProduct($0[1])
        }
    }

    @Test(arguments: sizes, [1, 3])
    func ofBatches(size: (Int, Int, Int), batch: Int) {
        var inputs = Inputs(seed: 41)
        let pair = [inputs.normal([batch, size.0, size.1]), inputs.normal([batch, size.1, size.2])]
        checkGradients(of: "matrixProduct", pair, samples: 10) {
            $0[0].matrixProduct($0[1])
        } twin: {
            $0[0].matrixProduct($0[1])
        }
    }

    /// Large enough to be cut for the threads, by rows and by columns, in two and in eight.
    @Test(arguments: [(90, 60, 70), (60, 70, 91), (300, 40, 30), (301, 257, 270), (20, 300, 3000)])
    func severalPieces(rows: Int, inner: Int, columns: Int) {
        var inputs = Inputs(seed: 42)
        let (left, right) = (inputs.normal([rows, inner]), inputs.normal([inner, columns]))
        // The twin takes too long here for differences; the gradients are products themselves.
        let tape = Tape()
        let (a, b) = (tape.variable(left), tape.variable(right))
        let product = a.matrixProduct(b)
        let outputGradient = inputs.normal(product.shape)
        let gradients = tape.gradients(of: product, from: outputGradient)
        let (x, y, g) = (DoubleTensor(left), DoubleTensor(right), DoubleTensor(outputGradient))
        expectClose(product, fastProduct(x, y), "product of [\(rows), \(inner)] [\(inner), \(columns)]")
        expectClose(gradients[a], fastProduct(g, y.transposed(to: [1, 0])), "left gradient")
        expectClose(gradients[b], fastProduct(x.transposed(to: [1, 0]), g), "right gradient")
    }

    /// Sixty thousand equal numbers: one running sum would lose three digits. How many are kept depends on how long the sums are
    /// that OpenBLAS's kernel for the processor runs: with AVX-512 the error is 3.3e-5.
    @Test func longSumsOfEqualNumbers() {
        let product = Tensor(repeating: 0.9, shape: [2, 65_536])
            .matrixProduct(Tensor(repeating: 0.1, shape: [65_536, 3]))
        let expected = Double(Float(0.9)) * Double(Float(0.1)) * 65_536
        expectClose(product, DoubleTensor(zeros: [2, 3]) + expected, "product", tolerance: 1e-4)
    }

    @Test func withItself() {
        var inputs = Inputs(seed: 43)
        checkGradients(of: "X·X", [inputs.normal([4, 4])]) {
            $0[0].matrixProduct($0[0])
        } twin: {
            $0[0].matrixProduct($0[0])
        }
        checkGradients(of: "X·Xᵀ", [inputs.normal([4, 3])]) {
            $0[0].matrixProduct($0[0].transposed())
        } twin: {
            $0[0].matrixProduct($0[0].transposed(to: [1, 0]))
        }
    }

    /// Three nested loops without arrays of indices.
    private func fastProduct(_ left: DoubleTensor, _ right: DoubleTensor) -> DoubleTensor {
        let (rows, inner, columns) = (left.shape[0], left.shape[1], right.shape[1])
        var result = DoubleTensor(zeros: [rows, columns])
        for row in 0..<rows {
            for k in 0..<inner {
                let factor = left.values[row * inner + k]
                for column in 0..<columns {
                    result.values[row * columns + column] += factor * right.values[k * columns + column]
                }
            }
        }
        return result
    }
}
