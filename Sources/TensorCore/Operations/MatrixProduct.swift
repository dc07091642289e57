import Basics

extension Tensor {
    /// The matrix product: `[m, k] · [k, n] = [m, n]`, or as many of them as there are in a batch:
    /// `[batch, m, k] · [batch, k, n] = [batch, m, n]`.
    public func matrixProduct(_ other: Tensor) -> Tensor {
        let precision = ProductPrecision.current
        return multiplied(other, in: precision).recorded(from: self, other) { gradient, inputs in
            // With C = A·B: dA = dC·Bᵀ and dB = Aᵀ·dC.
            inputs.add(to: self) { gradient.multiplied(other, in: precision, transposingRight: true) }
            inputs.add(to: other) { self.multiplied(gradient, in: precision, transposingLeft: true) }
        }
    }

    /// The matrix product with either side read transposed, off every tape.
    private func multiplied(
        _ other: Tensor, in precision: ProductPrecision, transposingLeft: Bool = false, transposingRight: Bool = false
    ) -> Tensor {
        let isPair = (rank == 2 || rank == 3) && rank == other.rank
        precondition(isPair, "matrix product: shapes \(shape) and \(other.shape)")
        let batch = rank == 3 ? shape[0] : 1
        let (leftRows, leftColumns) = (shape[rank - 2], shape[rank - 1])
        let (rightRows, rightColumns) = (other.shape[rank - 2], other.shape[rank - 1])
        let (m, k) = transposingLeft ? (leftColumns, leftRows) : (leftRows, leftColumns)
        let (inner, n) = transposingRight ? (rightColumns, rightRows) : (rightRows, rightColumns)
        precondition(
            k == inner && (rank == 2 || batch == other.shape[0]),
            "matrix product: shapes \(shape)\(transposingLeft ? "ᵀ" : "") and \(other.shape)\(transposingRight ? "ᵀ" : "")"
        )

        let product = RoundedProduct(rows: m, inner: k, columns: n, precision: precision)
        let isLaidOut = product != nil && transposingRight
        let right = isLaidOut ? other.detached.transposed(to: rank == 3 ? [0, 2, 1] : [1, 0]) : other
        return Tensor(shape: Array(shape.dropLast(2)) + [m, n]) { result in
            guard k > 0 else { return result.update(repeating: 0) }
            guard let to = result.baseAddress, !result.isEmpty else { return }
            if let product {
                return withPointers(self, right, nil) { a, b, _ in
                    for index in 0..<batch {
                        product.run(
                            a + index * m * k, isTransposed: transposingLeft, b + index * k * n,
                            to: to + index * m * n)
                    }
                }
            }
            let pieces = ProductPieces(rows: m, inner: k, columns: n)
            withScalars { a in
                other.withScalars { b in
                    let (a, b) = (a.baseAddress!, b.baseAddress!)
                    inParallel(batch * pieces.count) { task in
                        let (index, piece) = task.quotientAndRemainder(dividingBy: pieces.count)
                        let (rows, columns) = pieces[piece]
                        let left = a + index * m * k + rows.lowerBound * (transposingLeft ? 1 : k)
                        let right = b + index * k * n + columns.lowerBound * (transposingRight ? k : 1)
                        BLAS.multiply(
                            .init(start: left, stride: leftColumns, isTransposed: transposingLeft),
                            .init(start: right, stride: rightColumns, isTransposed: transposingRight),
                            rows: rows.count, inner: k, columns: columns.count,
                            into: to + index * m * n + rows.lowerBound * n + columns.lowerBound, stride: n)
                    }
                }
            }
        }
    }
}

/// A matrix product of rounded factors: a convolution of one pixel, whose weights are the left side, whose channels the right
/// side's rows, and whose stops its columns.
private struct RoundedProduct {
    private let product: BlockProduct
    private let rows: Int
    private let inner: Int

    /// Nil where the precision is none of rounded factors, or the product is too small to gain by it.
    init?(rows: Int, inner: Int, columns: Int, precision: ProductPrecision) {
        guard Kernels.current(in: precision).factors > 1, min(rows, columns) >= 16, rows * inner * columns >= 1 << 18
        else { return nil }
        (self.rows, self.inner) = (rows, inner)
        product = BlockProduct(
            gather: Gather(
                channels: inner, height: 1, width: columns, taps: [(0, 0)], step: 1, rows: 1, columns: columns),
            lattice: Lattice(y: 0, x: 0, step: 1, width: columns, plane: columns), batch: 1, outputs: rows,
            fromStride: 0, toStride: 0, precision: precision)
    }

    func run(
        _ left: UnsafePointer<Float>, isTransposed: Bool, _ right: UnsafePointer<Float>,
        to: UnsafeMutablePointer<Float>
    ) {
        let layout = PackedWeights.Layout(
            output: isTransposed ? 1 : inner, channel: isTransposed ? rows : 1, taps: [0])
        withScratch(product.packed.count) { weights in
            PackedWeights.pack(left, [(product.packed, layout)], to: weights)
            BlockProduct.run([product], from: right, weights: weights, bias: nil, scale: nil, to: to)
        }
    }
}

/// How one product is cut for the threads: along its longer side, at places that depend on its shape alone, because
/// the way a product is cut shows in its last bits.
private struct ProductPieces {
    let rows: Int
    let columns: Int
    private let size: Int

    init(rows: Int, inner: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        let work = rows * columns * inner
        let length = max(rows, columns)
        // Each piece lays the other side out anew: shorter pieces would do little else.
        let wanted = work < 1 << 18 ? 1 : work < 1 << 24 ? 2 : max(2, min(8, length / 128))
        // Whole multiples of the kernels' tile.
        size = max(16, (length / wanted + 15) / 16 * 16)
    }

    var count: Int { (max(rows, columns) + size - 1) / size }

    subscript(piece: Int) -> (rows: Range<Int>, columns: Range<Int>) {
        let part = piece * size..<min(max(rows, columns), (piece + 1) * size)
        return rows >= columns ? (part, 0..<columns) : (0..<rows, part)
    }
}
