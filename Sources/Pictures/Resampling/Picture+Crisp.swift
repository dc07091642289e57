import Basics

extension Picture {
    /// Rows of an enlarged painting or drawing, with edges as steep as before it was enlarged `factor` times.
    ///
    /// A cubic curve makes soft edges of crisp ones. So each sample is moved towards the darkest or the lightest within the width of
    /// an old pixel, whichever is nearer (Kramer and Bruckner, *Iterations of a non-linear transformation*, 1975), but smoothly, or
    /// edges would be stairs. A photograph would look cut out of paper.
    package func crisp(rows: Range<Int>, factor: Float) -> Picture {
        let reach = max(1, Int((0.75 * factor).rounded()))
        let given = max(0, rows.lowerBound - reach)..<min(height, rows.upperBound + reach)
        let length = width * channels
        let part = Array(samples[given.lowerBound * length..<given.upperBound * length])
        let darkest = extremes(of: part, rowLength: length, channels, reach) { min($0, $1) }
        let lightest = extremes(of: part, rowLength: length, channels, reach) { max($0, $1) }
        let first = (rows.lowerBound - given.lowerBound) * length
        let made = (first..<first + rows.count * length).map { place in
            let (dark, light) = (Int(darkest[place]), Int(lightest[place]))
            return UInt8(dark + Int(steepened[(light - dark) * 256 + Int(part[place]) - dark]))
        }
        return Picture(width: width, height: rows.count, format: format, samples: made)
    }
}

/// For each range of samples, and each place in it, where a steep S from 0 to the range takes that.
private let steepened: [UInt8] = (0..<256).flatMap { range in
    (0..<256).map { place in
        guard range > 0, place <= range else { return 0 }
        return UInt8((Float(range) * smooth(smooth(Float(place) / Float(range)))).rounded())
    }
}

/// Hermite's S from 0 to 1.
private func smooth(_ t: Float) -> Float { t * t * (3 - 2 * t) }

/// The darkest or lightest samples of each channel within a square of `reach` pixels to each side.
@inline(__always)
private func extremes(
    of samples: [UInt8], rowLength: Int, _ channels: Int, _ reach: Int, _ choose: (UInt8, UInt8) -> UInt8
) -> [UInt8] {
    var across = samples
    samples.withUnsafeBufferPointer { source in
        across.withUnsafeMutableBufferPointer { target in
            for start in stride(from: 0, to: samples.count, by: rowLength) {
                for step in 1...reach where step * channels < rowLength {
                    let shift = step * channels, end = start + rowLength
                    for place in start..<end - shift { target[place] = choose(target[place], source[place + shift]) }
                    for place in start + shift..<end { target[place] = choose(target[place], source[place - shift]) }
                }
            }
        }
    }
    var result = across
    across.withUnsafeBufferPointer { source in
        result.withUnsafeMutableBufferPointer { target in
            for step in 1...reach where step * rowLength < source.count {
                let shift = step * rowLength
                for place in 0..<source.count - shift { target[place] = choose(target[place], source[place + shift]) }
                for place in shift..<source.count { target[place] = choose(target[place], source[place - shift]) }
            }
        }
    }
    return result
}
