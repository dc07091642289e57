import Basics

/// How lines are taken out of a coloured drawing; see `Picture.lineArt`.
public struct LineExtraction: Sendable, Equatable {
    /// Pixels in a side of the neighbourhood: 3 for fine lines, 5 for thick ones.
    public var kernel = 3
    /// How black a difference comes out.
    public var strength: Float = 2

    public init() {}

    /// The lines of a coloured picture, grey.
    public func lines(of color: Picture) -> Picture { color.lineArt(kernel: kernel, strength: strength) }
}

extension Picture {
    /// The lines of a drawing, dark on white paper, in grey.
    ///
    /// Each pixel is compared with the lightest one in the square of `kernel` × `kernel` pixels around it: on flat
    /// colour both are the same and the paper stays white, on a line narrower than the square the difference is the line.
    /// This is 255 - `strength` × (dilated - grey). The plain recipe, with which PaintsChainer's pairs are usually made,
    /// has a strength of 1; twice that keeps thin lines black on drawings of modest size. The kernel may have any odd
    /// side: a larger one gives thicker lines. Pixels beyond the border do not count, and what is transparent is put on
    /// white first.
    ///
    /// It does not promise lines only: every edge between two colours leaves one, on its darker side.
    public func lineArt(kernel: Int = 3, strength: Float = 2) -> Picture {
        precondition(kernel > 0 && kernel % 2 == 1, "lineArt: a kernel of \(kernel) pixels has no middle")
        precondition(strength >= 0, "lineArt: a strength of \(strength)")
        let grey = converted(to: .grey)
        var lines = grey.dilated(kernel: kernel)
        let inkOnPaper = (0...255).map { 255 - sample(strength * Float($0)) }
        lines.samples.withUnsafeMutableBufferPointer { lines in
            grey.samples.withUnsafeBufferPointer { grey in
                for i in 0..<lines.count { lines[i] = inkOnPaper[Int(lines[i] - grey[i])] }
            }
        }
        return lines
    }

    /// Thicker lines: each sample the smallest of its channel in the square of `kernel` × `kernel` pixels around it.
    ///
    /// Lines that are made much smaller fade to grey; made thicker first, they stay dark.
    public func thickened(kernel: Int) -> Picture {
        precondition(kernel > 0 && kernel % 2 == 1, "thickened: a kernel of \(kernel) pixels has no middle")
        return kernel == 1 ? self : inverted.dilated(kernel: kernel).inverted
    }

    private var inverted: Picture {
        var result = self
        result.samples.withUnsafeMutableBufferPointer { samples in
            for i in samples.indices { samples[i] = 255 - samples[i] }
        }
        return result
    }

    /// Each sample the largest of its channel in the square of `kernel` × `kernel` pixels around it; `kernel` is odd, and
    /// pixels beyond the border do not count.
    package func dilated(kernel: Int) -> Picture {
        let (margin, rowCount) = (kernel / 2, width * channels)
        var result = self
        result.samples.withUnsafeMutableBufferPointer { samples in
            // A border that repeats the outermost pixels is never lighter than what lies in the square anyway.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rowCount + 2 * margin * channels) { row in
                for y in 0..<height {
                    let line = UnsafeMutableBufferPointer(rebasing: samples[(y * rowCount)...].prefix(rowCount))
                    repeatEnds(of: line, width: channels, times: margin, into: row)
                    slideMaximum(over: row, step: channels, window: kernel)
                    for i in 0..<rowCount { line[i] = row[i] }
                }
            }
            let rows = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: rowCount * (height + 2 * margin))
            defer { rows.deallocate() }
            repeatEnds(of: samples, width: rowCount, times: margin, into: rows)
            slideMaximum(over: rows, step: rowCount, window: kernel)
            for i in 0..<samples.count { samples[i] = rows[i] }
        }
        return result
    }
}

/// Copies `samples` into `padded`, with its first and last `width` samples repeated some times before and behind it.
private func repeatEnds(
    of samples: UnsafeMutableBufferPointer<UInt8>, width: Int, times: Int,
    into padded: UnsafeMutableBufferPointer<UInt8>
) {
    let end = times * width + samples.count
    for i in 0..<samples.count { padded[times * width + i] = samples[i] }
    for i in 0..<(times * width) {
        padded[i] = samples[i % width]
        padded[end + i] = samples[samples.count - width + i % width]
    }
}

/// Makes each sample the largest of `window` ones, itself and those after it at every `step`; those with fewer behind them
/// are left with no meaning.
///
/// The windows double: the maximum over 4 is that of two maxima over 2, so that the cost is the logarithm of the window,
/// and every pass runs straight through memory.
private func slideMaximum(over samples: UnsafeMutableBufferPointer<UInt8>, step: Int, window: Int) {
    var reached = 1
    while reached < window {
        let shift = min(reached, window - reached)
        for i in 0..<max(0, samples.count - shift * step) { samples[i] = max(samples[i], samples[i + shift * step]) }
        reached += shift
    }
}
