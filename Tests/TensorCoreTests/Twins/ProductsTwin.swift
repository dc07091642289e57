extension DoubleTensor {
    /// Of two matrices, or of two rows of matrices.
    func matrixProduct(_ other: DoubleTensor) -> DoubleTensor {
        let inner = shape[rank - 1]
        return DoubleTensor(shape: shape.dropLast() + [other.shape[rank - 1]]) { indices in
            let batch = indices.dropLast(2)
            return (0..<inner).reduce(0) { sum, k in
                sum + self[batch + [indices[rank - 2], k]] * other[batch + [k, indices[rank - 1]]]
            }
        }
    }

    /// Cross-correlation: y[n, o, i, j] = b[o] + Σ w[o, c, u, v] · x[n, c of the group, i·stride + u - padding, …].
    func convolved(
        with weight: DoubleTensor, bias: DoubleTensor? = nil, stride: Int = 1, padding: Int = 0, groups: Int = 1
    ) -> DoubleTensor {
        let (channels, outputs) = (weight.shape[1], weight.shape[0])
        let (kernelHeight, kernelWidth) = (weight.shape[2], weight.shape[3])
        let height = (shape[2] + 2 * padding - kernelHeight) / stride + 1
        let width = (shape[3] + 2 * padding - kernelWidth) / stride + 1
        return DoubleTensor(shape: [shape[0], outputs, height, width]) { indices in
            let output = indices[1]
            let firstChannel = output / (outputs / groups) * channels
            var sum = bias?.values[output] ?? 0
            for u in 0..<kernelHeight {
                let row = indices[2] * stride + u - padding
                guard row >= 0 && row < shape[2] else { continue }
                for v in 0..<kernelWidth {
                    let column = indices[3] * stride + v - padding
                    guard column >= 0 && column < shape[3] else { continue }
                    for channel in 0..<channels {
                        sum += weight[output, channel, u, v] * self[indices[0], firstChannel + channel, row, column]
                    }
                }
            }
            return sum
        }
    }

    /// Every input element puts the kernel, times itself, into the output.
    func transposeConvolved(
        with weight: DoubleTensor, bias: DoubleTensor? = nil, stride: Int = 1, padding: Int = 0,
        outputPadding: Int = 0
    ) -> DoubleTensor {
        let (outputs, kernelHeight, kernelWidth) = (weight.shape[1], weight.shape[2], weight.shape[3])
        let height = (shape[2] - 1) * stride - 2 * padding + kernelHeight + outputPadding
        let width = (shape[3] - 1) * stride - 2 * padding + kernelWidth + outputPadding
        var result = DoubleTensor(shape: [shape[0], outputs, height, width]) { bias?.values[$0[1]] ?? 0 }
        forEachIndex(of: shape) { indices in
            let (batch, channel) = (indices[0], indices[1])
            let element = self[indices]
            for u in 0..<kernelHeight {
                let row = indices[2] * stride + u - padding
                guard row >= 0 && row < height else { continue }
                for v in 0..<kernelWidth {
                    let column = indices[3] * stride + v - padding
                    guard column >= 0 && column < width else { continue }
                    for output in 0..<outputs {
                        result[batch, output, row, column] += element * weight[channel, output, u, v]
                    }
                }
            }
        }
        return result
    }
}
