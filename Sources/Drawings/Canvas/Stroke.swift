import Basics

/// The area that a pen covers when it follows a path: outlines to fill, because a pen's width varies along its way.
struct Stroke {
    private(set) var outlines: [[Point]] = []

    /// `width` is that of a pen of width 1, `detail` the number of pixels in a unit: curves are cut as finely as can
    /// be seen.
    init(of path: Path, pen: Pen, width: Double, detail: Double) {
        for line in Polyline.lines(of: path, detail: detail) { add(line, pen: pen, halfWidth: pen.width * width / 2) }
    }

    /// The area of a line as a hand draws it; see ``LineStyle``. `unit` is the length of the sheet's unit in those of the path.
    init(
        of path: Path, pen: Pen, style: LineStyle, unit: Double, detail: Double,
        using generator: inout SeededGenerator
    ) {
        let pen = style.isEven ? Pen(width: pen.width) : pen
        let halfWidth = pen.width * style.width * unit / 2
        for line in Polyline.lines(of: path, detail: detail) {
            for pass in 0..<style.passes {
                let reach = (style.wobble + (pass > 0 ? 0.5 : 0) * style.width) * unit
                let drawn = reach > 0 ? line.trembling(by: reach, unit: unit, using: &generator) : line
                for piece in drawn.pieces(style, unit: unit, using: &generator) {
                    add(piece, pen: pen, halfWidth: halfWidth)
                }
            }
        }
    }

    private mutating func add(_ line: Polyline, pen: Pen, halfWidth: Double) {
        let points = line.points
        guard points.count > 1 else { return }
        var left: [Point] = [], right: [Point] = []
        left.reserveCapacity(points.count)
        right.reserveCapacity(points.count)
        let total = line.length
        var travelled = 0.0
        for index in points.indices {
            if index > 0 { travelled += (points[index] - points[index - 1]).length }
            let (normal, mitre) = line.normal(at: index)
            let taper = line.isClosed ? 1 : pen.share(at: total > 0 ? travelled / total : 0)
            let reach = normal * (halfWidth * taper * Self.nib(normal) * mitre)
            left.append(points[index] + reach)
            right.append(points[index] - reach)
        }
        if line.isClosed {
            outlines.append(left)
            outlines.append(right.reversed())
        } else {
            outlines.append(left + right.reversed())
        }
    }

    /// A nib is not round: it draws a little wider along one diagonal than along the other.
    private static func nib(_ normal: Point) -> Double { 1 + 0.55 * normal.x * normal.y }
}

extension Pen {
    /// The share of the width at a share of the way.
    func share(at way: Double) -> Double {
        // Full width in the middle, falling to both ends along a parabola.
        let fromMiddle = way * 2 - 1
        let edge = fromMiddle < 0 ? start : end
        return 1 - (1 - edge) * fromMiddle * fromMiddle
    }
}

/// A path cut into straight pieces.
private struct Polyline {
    var points: [Point] = []
    var isClosed = false

    var length: Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }

    static func lines(of path: Path, detail: Double) -> [Polyline] {
        var lines: [Polyline] = []
        var line = Polyline()
        func finish() {
            if line.points.count > 1 { lines.append(line) }
            line = Polyline()
        }
        for element in path.elements {
            switch element {
            case .move(let point):
                finish()
                line.points = [point]
            case .line(let point): line.append(point)
            case .curve(let a, let b, let end): line.appendCurve(a, b, end, detail: detail)
            case .close:
                line.isClosed = true
                if let first = line.points.first, let last = line.points.last, (first - last).length < 1e-6 {
                    line.points.removeLast()
                }
                finish()
            }
        }
        finish()
        return lines
    }

    private mutating func append(_ point: Point) {
        if let last = points.last, (point - last).length > 1e-6 { points.append(point) }
    }

    private mutating func appendCurve(_ a: Point, _ b: Point, _ end: Point, detail: Double) {
        guard let start = points.last else { return }
        let reach = ((a - start).length + (b - a).length + (end - b).length) * detail
        let count = min(32, max(3, Int((reach * 2).squareRoot())))
        for step in 1...count {
            let t = Double(step) / Double(count), s = 1 - t
            append(start * (s * s * s) + a * (3 * s * s * t) + b * (3 * s * t * t) + end * (t * t * t))
        }
    }

    /// The line as a hand follows it: off by about `reach`, in waves of some units of the sheet.
    func trembling(by reach: Double, unit: Double, using generator: inout SeededGenerator) -> Polyline {
        let waves = [16.0, 7].map {
            (1 / ($0 * unit * generator.number(in: 0.7...1.4)), generator.number(in: 0...6.28))
        }
        var result = self
        var travelled = 0.0
        for index in points.indices {
            if index > 0 { travelled += (points[index] - points[index - 1]).length }
            let stray = waves.reduce(0.0) { $0 + sine(travelled * $1.0 * 2 * .pi + $1.1) } * 0.6
            result.points[index] = points[index] + normal(at: index).0 * (stray * reach)
        }
        return result
    }

    /// The line, or what is left of it on both sides of a gap.
    func pieces(_ style: LineStyle, unit: Double, using generator: inout SeededGenerator) -> [Polyline] {
        let total = length
        let gap = style.gap * unit * generator.number(in: 0.5...1.5)
        guard style.gapChance > 0, generator.chance(style.gapChance), total > 4 * gap else { return [self] }
        let start = generator.number(in: 0.1...0.9) * (total - gap)
        let ring = Self.divided(isClosed ? points + [points[0]] : points, steps: gap / 2)
        var (before, after) = (Polyline(), Polyline())
        var travelled = 0.0
        for index in ring.indices {
            if index > 0 { travelled += (ring[index] - ring[index - 1]).length }
            if travelled <= start { before.points.append(ring[index]) }
            if travelled >= start + gap { after.points.append(ring[index]) }
        }
        if isClosed { return [Polyline(points: after.points + before.points.dropFirst())] }
        return [before, after]
    }

    /// The points, with more of them between those that are more than `steps` apart: a gap must not take a whole straight line.
    private static func divided(_ points: [Point], steps: Double) -> [Point] {
        var result = [points[0]]
        for (from, to) in zip(points, points.dropFirst()) {
            let count = max(1, Int(((to - from).length / max(steps, 1e-3)).rounded(.up)))
            for step in 1...min(count, 1000) {
                result.append(between(from, to, Double(step) / Double(min(count, 1000))))
            }
        }
        return result
    }

    /// The direction across the line at a point, and how much longer than half the width the mitre is there.
    func normal(at index: Int) -> (Point, Double) {
        let count = points.count
        let before = index > 0 ? index - 1 : (isClosed ? count - 1 : 0)
        let after = index + 1 < count ? index + 1 : (isClosed ? 0 : count - 1)
        let arriving = (points[index] - points[before]).direction, leaving = (points[after] - points[index]).direction
        let along = (arriving + leaving).direction
        let normal = along == .zero ? arriving.turned : along.turned
        let side = arriving == .zero ? leaving : arriving
        let cosine = abs(side.turned.dot(normal))
        return (normal, min(1 / max(cosine, 0.01), 2))
    }
}
