/// Convolutions in which each channel meets only its own kernel. There is no matrix in them: a line of the result is a
/// sum of shifted lines, and each plane is a task of its own.
extension Window {
    func correlateDepthwise(_ input: Tensor, _ weight: Tensor, bias: Tensor?) -> Tensor {
        Tensor(shape: outputShape) { result in
            let to = result.baseAddress!
            withPointers(input, weight, bias) { x, w, b in
                inParallel(batch * groups) { plane in
                    let channel = plane % groups
                    let (from, to) = (x + plane * inputPlane, to + plane * outputPlane)
                    to.update(repeating: b?[channel] ?? 0, count: outputPlane)
                    forEachLine { tap, inputRow, outputRow, columns, shift in
                        let factor = w[channel * kernel + tap]
                        let (line, sum) = (from + inputRow * inputWidth, to + outputRow * outputWidth)
                        if stride == 1 {
                            for x in columns { sum[x] += factor * line[x + shift] }
                        } else {
                            for x in columns { sum[x] += factor * line[x * stride + shift] }
                        }
                    }
                }
            }
        }
    }

    func spreadDepthwise(_ output: Tensor, _ weight: Tensor) -> Tensor {
        Tensor(shape: inputShape) { result in
            let to = result.baseAddress!
            withPointers(output, weight, nil) { dy, w, _ in
                inParallel(batch * groups) { plane in
                    let (from, to) = (dy + plane * outputPlane, to + plane * inputPlane)
                    to.update(repeating: 0, count: inputPlane)
                    forEachLine { tap, inputRow, outputRow, columns, shift in
                        let factor = w[plane % groups * kernel + tap]
                        let (sum, line) = (to + inputRow * inputWidth, from + outputRow * outputWidth)
                        if stride == 1 {
                            for x in columns { sum[x + shift] += factor * line[x] }
                        } else {
                            for x in columns { sum[x * stride + shift] += factor * line[x] }
                        }
                    }
                }
            }
        }
    }

    func weightProductDepthwise(_ input: Tensor, _ output: Tensor) -> Tensor {
        Tensor(shape: weightShape) { result in
            let to = result.baseAddress!
            withPointers(input, output, nil) { x, dy, _ in
                inParallel(groups) { channel in
                    var sums = [Double](repeating: 0, count: kernel)
                    for picture in 0..<batch {
                        let plane = picture * groups + channel
                        let (from, changes) = (x + plane * inputPlane, dy + plane * outputPlane)
                        forEachLine { tap, inputRow, outputRow, columns, shift in
                            let line = from + inputRow * inputWidth + columns.lowerBound * stride + shift
                            let change = changes + outputRow * outputWidth + columns.lowerBound
                            sums[tap] += dotProduct(line, step: stride, change, count: columns.count)
                        }
                    }
                    for tap in 0..<kernel { to[channel * kernel + tap] = Float(sums[tap]) }
                }
            }
        }
    }

    /// Calls `body` for every number of the kernel and every row of the narrow side in which it sees the wide side:
    /// the columns for which it does, and how far it looks aside.
    @inline(__always)
    private func forEachLine(
        _ body: (_ tap: Int, _ inputRow: Int, _ outputRow: Int, _ columns: Range<Int>, _ shift: Int) -> Void
    ) {
        for outputRow in 0..<outputHeight {
            for ky in 0..<kernelHeight {
                let inputRow = outputRow * stride + ky - padding
                guard inputRow >= 0, inputRow < inputHeight else { continue }
                for kx in 0..<kernelWidth {
                    let shift = kx - padding
                    let first = min(outputWidth, shift >= 0 ? 0 : (stride - 1 - shift) / stride)
                    let end = max(first, min(outputWidth, (inputWidth - shift + stride - 1) / stride))
                    body(ky * kernelWidth + kx, inputRow, outputRow, first..<end, shift)
                }
            }
        }
    }
}

/// Σ a[i · step] · b[i].
@inline(__always)
private func dotProduct(_ a: UnsafePointer<Float>, step: Int, _ b: UnsafePointer<Float>, count: Int) -> Double {
    guard step == 1 else {
        var sum = 0.0
        for index in 0..<count { sum += Double(a[index * step] * b[index]) }
        return sum
    }
    return sumOfRun(count) { index in
        load(a + index) * load(b + index)
    } scalar: { index in
        a[index] * b[index]
    }
}
