import Basics
import Glibc

/// Lines that follow the edges of a picture (Kang, Lee and Chui, *Flow-based image abstraction*, 2009): a difference of Gaussians across
/// each edge, averaged along it. So a contour holds together where a plain difference crumbles, and grain gets none.
struct Contours {
    /// How much ink there is at each place, 0 to 1, row by row.
    let ink: [Float]

    /// Standard deviations of the two Gaussians across an edge, and of that along it, in pixels.
    private static let (narrow, wide, along): (Float, Float, Float) = (1, 1.6, 5)
    /// Differences of lightness, 0 to 1, from which ink begins and at which it is full.
    private static let (least, full): (Float, Float) = (0.012, 0.045)
    /// A line is at least so long, in pixels, or leaves the picture: what is shorter is a speck.
    private static let leastLength = 24

    init(of pixels: PaintedPixels) {
        let lightness = FloatPlane(
            pixels.values.map { Lab(red: $0.x, green: $0.y, blue: $0.z).lightness / 100 }, width: pixels.width,
            height: pixels.height)
        let flow = EdgeFlow(of: pixels, smoothed: 3)
        let across = Self.differences(of: lightness, across: flow)
        let steady = Self.averages(of: across, along: flow)
        let raw = steady.values.map { min(1, max(0, ($0 - Self.least) / (Self.full - Self.least))) }
        var soft = FloatPlane(
            Self.withoutSpecks(raw, width: pixels.width), width: pixels.width, height: pixels.height)
        soft.blur(radius: 0.5)
        ink = soft.values
    }

    /// How much darker each place is than what lies to both sides of its edge.
    private static func differences(of lightness: FloatPlane, across flow: EdgeFlow) -> FloatPlane {
        let reach = Int((2.5 * wide).rounded(.up))
        func weights(_ deviation: Float) -> [Float] {
            let raw = (-reach...reach).map { expf(-Float($0 * $0) / (2 * deviation * deviation)) }
            let sum = raw.reduce(0, +)
            return raw.map { $0 / sum }
        }
        let kernel = zip(weights(wide), weights(narrow)).map { $0 - $1 }
        return lightness.mapped { point, place in
            let normal = SIMD2(-flow.tangents[place].y, flow.tangents[place].x)
            var sum: Float = 0
            for (index, weight) in kernel.enumerated() {
                sum += weight * lightness.value(at: point + Float(index - reach) * normal)
            }
            return sum
        }
    }

    /// Means along the edges: a walk of some pixels from each place, both ways.
    private static func averages(of differences: FloatPlane, along flow: EdgeFlow) -> FloatPlane {
        let weights = (1...Int(2 * along)).map { expf(-Float($0 * $0) / (2 * along * along)) }
        return differences.mapped { start, place in
            var (sum, total) = (differences.values[place], Float(1))
            for direction in [flow.tangents[place], -flow.tangents[place]] {
                var (point, step) = (start, direction)
                for weight in weights {
                    point += step
                    let next = flow.tangent(near: point)
                    // A tangent has no sign: the walk goes on the way it came.
                    step = (next * step).sum() < 0 ? -next : next
                    sum += weight * differences.value(at: point)
                    total += weight
                }
            }
            return sum / total
        }
    }

    private static func withoutSpecks(_ ink: [Float], width: Int) -> [Float] {
        let height = ink.count / width
        let islands = Islands(of: ink.map { $0 > 0.15 ? 1 : 0 }, width: width)
        var boxes = [(left: Int, right: Int, top: Int, bottom: Int)](
            repeating: (width, -1, height, -1), count: islands.areas.count)
        for (place, label) in islands.labels.enumerated() {
            let (x, y, box) = (place % width, place / width, boxes[Int(label)])
            boxes[Int(label)] = (min(box.left, x), max(box.right, x), min(box.top, y), max(box.bottom, y))
        }
        let isLine = boxes.map { box in
            max(box.right - box.left, box.bottom - box.top) >= leastLength || box.left == 0 || box.top == 0
                || box.right == width - 1 || box.bottom == height - 1
        }
        return zip(ink, islands.labels).map { isLine[Int($1)] ? $0 : 0 }
    }
}

extension FloatPlane {
    /// A plane of what `value` gives for each place, and for its number.
    fileprivate func mapped(_ value: (SIMD2<Float>, Int) -> Float) -> FloatPlane {
        var values: [Float] = []
        values.reserveCapacity(self.values.count)
        for y in 0..<height {
            for x in 0..<width { values.append(value([Float(x), Float(y)], y * width + x)) }
        }
        return FloatPlane(values, width: width, height: height)
    }

    /// The value between four places; the border's go on beyond it.
    fileprivate func value(at point: SIMD2<Float>) -> Float {
        let x = min(max(point.x, 0), Float(width - 1)), y = min(max(point.y, 0), Float(height - 1))
        let (left, top) = (Int(x), Int(y))
        let (right, bottom) = (min(left + 1, width - 1), min(top + 1, height - 1))
        let (shareX, shareY) = (x - Float(left), y - Float(top))
        let above = self[left, top] + shareX * (self[right, top] - self[left, top])
        let below = self[left, bottom] + shareX * (self[right, bottom] - self[left, bottom])
        return above + shareY * (below - above)
    }
}
