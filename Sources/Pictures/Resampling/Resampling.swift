/// For each new pixel along one side: which old ones it is made from, and how much of each.
struct ResamplingWeights {
    /// The first old pixel of each new one.
    private(set) var starts: [Int] = []
    /// Where the weights of each new pixel begin in `weights`, and at last where they end.
    private(set) var offsets = [0]
    /// The weights, which add up to 1 for each new pixel.
    private(set) var weights: [Float] = []

    /// Weights of a box that is one new pixel wide.
    static func area(from old: Int, to new: Int) -> ResamplingWeights {
        let scale = Double(old) / Double(new)
        return ResamplingWeights(new) { pixel in
            let (left, right) = (Double(pixel) * scale, Double(pixel + 1) * scale)
            let reach = Int(left)..<min(old, max(Int(left) + 1, Int(right.rounded(.up))))
            return (reach, { old in min(right, Double(old + 1)) - max(left, Double(old)) })
        }
    }

    /// Weights of Keys's cubic with a = -0.5, cut off at the border.
    ///
    /// R. G. Keys, "Cubic convolution interpolation for digital image processing", 1981, equation 15.
    static func bicubic(from old: Int, to new: Int) -> ResamplingWeights {
        let scale = Double(old) / Double(new)
        let widening = max(1, scale)
        return ResamplingWeights(new) { pixel in
            let middle = (Double(pixel) + 0.5) * scale
            let first = max(0, Int((middle - 2 * widening + 0.5).rounded(.down)))
            let end = min(old, Int((middle + 2 * widening + 0.5).rounded(.down)))
            return (first..<end, { old in cubic((Double(old) + 0.5 - middle) / widening) })
        }
    }

    private static func cubic(_ distance: Double) -> Double {
        let x = abs(distance)
        if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
    }

    private init(_ count: Int, _ window: (Int) -> (reach: Range<Int>, weight: (Int) -> Double)) {
        for pixel in 0..<count {
            let (reach, weight) = window(pixel)
            let raw = reach.map(weight)
            let sum = raw.reduce(0, +)
            starts.append(reach.lowerBound)
            weights += raw.map { Float($0 / sum) }
            offsets.append(weights.count)
        }
    }
}

extension Picture {
    /// A new picture made with the weights of its columns and rows.
    ///
    /// Row by row, down first: whole rows are added up, which is quick, and what is left to do across is little.
    func resampled(_ columns: ResamplingWeights, _ rows: ResamplingWeights) -> Picture {
        let (newWidth, newHeight) = (columns.starts.count, rows.starts.count)
        let (rowCount, newRowCount) = (width * channels, newWidth * channels)
        var sum = [Float](repeating: 0, count: rowCount)
        var mixed = [Float](repeating: 0, count: newRowCount)
        let resampled = [UInt8](unsafeUninitializedCapacity: newRowCount * newHeight) { target, filled in
            for y in 0..<newHeight {
                addRows(from: rows.starts[y], times: rows.weights[rows.offsets[y]..<rows.offsets[y + 1]], into: &sum)
                columns.mix(sum, channels: channels, into: &mixed)
                round(
                    mixed,
                    into: UnsafeMutableBufferPointer(rebasing: target[(y * newRowCount)...].prefix(newRowCount)))
            }
            filled = newRowCount * newHeight
        }
        return Picture(width: newWidth, height: newHeight, format: format, samples: resampled)
    }

    /// The weighted sum of rows; colours count as much as they are opaque.
    private func addRows(from first: Int, times weights: ArraySlice<Float>, into sum: inout [Float]) {
        sum.withUnsafeMutableBufferPointer { sum in
            sum.update(repeating: 0)
            samples.withUnsafeBufferPointer { samples in
                var row = first * sum.count
                for weight in weights {
                    if format == .rgba {
                        for pixel in stride(from: 0, to: sum.count, by: 4) {
                            let opaque = weight * Float(samples[row + pixel + 3])
                            for channel in pixel..<(pixel + 3) {
                                sum[channel] += opaque * Float(samples[row + channel])
                            }
                            sum[pixel + 3] += opaque
                        }
                    } else {
                        for i in 0..<sum.count { sum[i] += weight * Float(samples[row + i]) }
                    }
                    row += sum.count
                }
            }
        }
    }

    /// Makes a row of samples from a row of sums, which takes the opacity out of the colours again.
    private func round(_ sums: [Float], into samples: UnsafeMutableBufferPointer<UInt8>) {
        guard format == .rgba else {
            for i in 0..<sums.count { samples[i] = sample(sums[i]) }
            return
        }
        for pixel in stride(from: 0, to: sums.count, by: 4) {
            let alpha = sample(sums[pixel + 3])
            for channel in pixel..<(pixel + 3) {
                samples[channel] = alpha == 0 ? 0 : sample(sums[channel] / sums[pixel + 3])
            }
            samples[pixel + 3] = alpha
        }
    }
}

extension ResamplingWeights {
    /// Makes a row of new pixels from a row of old ones.
    fileprivate func mix(_ old: [Float], channels: Int, into new: inout [Float]) {
        new.withUnsafeMutableBufferPointer { new in
            old.withUnsafeBufferPointer { old in
                for pixel in 0..<starts.count {
                    for channel in 0..<channels {
                        var sum: Float = 0
                        var position = starts[pixel] * channels + channel
                        for offset in offsets[pixel]..<offsets[pixel + 1] {
                            sum += weights[offset] * old[position]
                            position += channels
                        }
                        new[pixel * channels + channel] = sum
                    }
                }
            }
        }
    }
}
