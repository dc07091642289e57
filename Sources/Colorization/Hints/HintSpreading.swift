import Basics
import TensorCore

// Dabs that run, as wet paint does, until they meet ink.

extension Tensor {
    /// Hints `[batch, 3, height, width]` spread over the paper around them: each pixel within `reach` takes the colour of
    /// its nearest hint, and ink in `lines` `[batch, 1, height, width]` makes the way longer.
    ///
    /// A dab is a few pixels, and what it colours is hundreds, up to the lines around them. To find that out from examples takes
    /// a network tens of thousands of steps; this computes it, so that a network has to learn only what is not geometry.
    /// It promises no borders: paint goes round the end of a line and through a gap as far as it reaches, and a
    /// network learns to correct that.
    ///
    /// `reach` is in parts of the picture's shorter side; with 0 the hints stay as they are. Distances are those of a chamfer (Borgefors,
    /// *Distance transformations in digital images*, 1986), 5 to a neighbour and 7 across a corner.
    public func hintsSpread(along lines: Tensor, reach: Float) -> Tensor {
        precondition(
            rank == 4 && lines.rank == 4 && shape[1] == 3 && lines.shape[1] == 1 && shape[0] == lines.shape[0]
                && shape[2...] == lines.shape[2...],
            "hintsSpread: hints \(shape) and lines \(lines.shape) are not [b, 3, h, w] and [b, 1, h, w]")
        guard reach > 0 else { return self }
        let (height, width) = (shape[2], shape[3])
        let plane = height * width
        let limit = Int(reach * Float(HintFlow.stepLength * Swift.min(height, width)))
        var result = self
        result.withMutableScalars { hints in
            lines.withScalars { lines in
                for picture in 0..<shape[0] {
                    var flow = HintFlow(
                        lines: UnsafeBufferPointer(rebasing: lines[picture * plane..<(picture + 1) * plane]),
                        hints: UnsafeMutableBufferPointer(
                            rebasing: hints[picture * 3 * plane..<(picture + 1) * 3 * plane]),
                        width: width, limit: limit)
                    flow.run()
                }
            }
        }
        return result
    }
}

/// The shortest ways from the hints of one picture to its pixels, by Dijkstra's algorithm with a bucket for each length
/// (Dial, *Algorithm 360*, 1969).
private struct HintFlow {
    let lines: UnsafeBufferPointer<Float>
    let hints: UnsafeMutableBufferPointer<Float>
    let width: Int
    private var lengths: [Int32]
    private var buckets: [[Int]]

    static let stepLength = 5
    private static let cornerLength = 7
    /// How much longer a step onto ink is, in parts of the reach: black stops the paint, and a faint line costs it the more, the
    /// darker it is, whatever the size of the picture.
    private static let inkShare: Float = 1.25
    /// Paper is never quite white, and its grey is no line.
    private static let paper: Float = 0.9

    init(
        lines: UnsafeBufferPointer<Float>, hints: UnsafeMutableBufferPointer<Float>, width: Int, limit: Int
    ) {
        (self.lines, self.hints, self.width) = (lines, hints, width)
        lengths = Array(repeating: .max, count: lines.count)
        buckets = Array(repeating: [], count: limit + 1)
        for pixel in lines.indices where hints[pixel] != Tensor.noHint {
            lengths[pixel] = 0
            buckets[0].append(pixel)
        }
    }

    mutating func run() {
        for length in buckets.indices {
            var next = 0
            // A bucket never grows while it is read: each step is longer than 0.
            while next < buckets[length].count {
                let pixel = buckets[length][next]
                next += 1
                if lengths[pixel] == length { step(from: pixel, length) }
            }
        }
    }

    private mutating func step(from pixel: Int, _ length: Int) {
        let inkLength = Self.inkShare * Float(buckets.count - 1)
        let (x, y) = (pixel % width, pixel / width)
        let height = lines.count / width
        for row in max(0, y - 1)...min(height - 1, y + 1) {
            for column in max(0, x - 1)...min(width - 1, x + 1) {
                let neighbour = row * width + column
                let ink = max(0, Self.paper - lines[neighbour]) / Self.paper
                let way = row == y || column == x ? Self.stepLength : Self.cornerLength
                let total = length + way + Int(inkLength * ink)
                guard total < lengths[neighbour], total < buckets.count else { continue }
                lengths[neighbour] = Int32(total)
                buckets[total].append(neighbour)
                for plane in stride(from: 0, to: hints.count, by: lines.count) {
                    hints[plane + neighbour] = hints[plane + pixel]
                }
            }
        }
    }
}
