/// Lines and Bézier curves: a shape as data, which knows neither pixels nor paint.
struct Path: Sendable, Equatable {
    enum Element: Sendable, Equatable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    private(set) var elements: [Element] = []

    mutating func move(_ x: Double, _ y: Double) { elements.append(.move([x, y])) }

    mutating func line(_ x: Double, _ y: Double) { elements.append(.line([x, y])) }

    /// A cubic curve: its two control points, then its end.
    mutating func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double) {
        elements.append(.curve([x1, y1], [x2, y2], [x, y]))
    }

    mutating func close() { elements.append(.close) }

    mutating func append(_ other: Path) { elements += other.elements }

    /// A path built by the given steps.
    init(_ build: (inout Path) -> Void) { build(&self) }

    /// A straight line.
    init(from start: Point, to end: Point) { elements = [.move(start), .line(end)] }

    /// One curve with its two control points.
    init(from start: Point, _ first: Point, _ second: Point, to end: Point) {
        elements = [.move(start), .curve(first, second, end)]
    }

    /// The path moved by the vector.
    func moved(by offset: Point) -> Path {
        mapped { $0 + offset }
    }

    /// The path with every point replaced; right for affine maps only.
    func mapped(_ map: (Point) -> Point) -> Path {
        var result = self
        for index in elements.indices {
            switch elements[index] {
            case .move(let point): result.elements[index] = .move(map(point))
            case .line(let point): result.elements[index] = .line(map(point))
            case .curve(let a, let b, let end): result.elements[index] = .curve(map(a), map(b), map(end))
            case .close: break
            }
        }
        return result
    }

    /// The corner and the size of a rectangle around the path and its control points; nothing for an empty path.
    var bounds: (corner: Point, size: Point) {
        var points: [Point] = []
        for element in elements {
            switch element {
            case .move(let point), .line(let point): points.append(point)
            case .curve(let a, let b, let end): points += [a, b, end]
            case .close: break
            }
        }
        guard let first = points.first else { return (.zero, .zero) }
        let (low, high) = points.reduce((first, first)) { box, point in
            (Point(min(box.0.x, point.x), min(box.0.y, point.y)), Point(max(box.1.x, point.x), max(box.1.y, point.y)))
        }
        return (low, high - low)
    }

    /// What lies outside this path, within reach of the sheet: an area for the even-odd rule.
    var inverted: Path {
        var result = Path.rectangle([-200, -200], [400, 400])
        result.append(self)
        return result
    }
}

// MARK: - Curves through points

/// A point that a curve runs through, round or with a corner.
struct Knot: Sendable, Equatable {
    var point: Point
    var isCorner: Bool

    static func at(_ x: Double, _ y: Double) -> Knot { Knot(point: [x, y], isCorner: false) }
    static func tip(_ x: Double, _ y: Double) -> Knot { Knot(point: [x, y], isCorner: true) }
    static func at(_ point: Point) -> Knot { Knot(point: point, isCorner: false) }
    static func tip(_ point: Point) -> Knot { Knot(point: point, isCorner: true) }

    /// The knot with its point replaced.
    func mapped(_ map: (Point) -> Point) -> Knot { Knot(point: map(point), isCorner: isCorner) }

    var mirrored: Knot { mapped(\.mirrored) }
}

extension Path {
    /// A curve through the knots: at a round one its tangent is parallel to the chord of the neighbours (Catmull and
    /// Rom), with handles a third of the distance long, so that uneven spacing makes no loops.
    init(through knots: [Knot], closed: Bool = true) {
        guard let first = knots.first else { return }
        let count = knots.count
        elements.append(.move(first.point))
        for index in 0..<(closed ? count : count - 1) {
            let from = knots[index], to = knots[(index + 1) % count]
            let third = (to.point - from.point).length / 3
            let start = from.isCorner || (!closed && index == 0)
            let end = to.isCorner || (!closed && index == count - 2)
            let before = knots[(index + count - 1) % count].point, after = knots[(index + 2) % count].point
            var first = from.point + (to.point - before).direction * third
            var second = to.point - (after - from.point).direction * third
            // From a corner the curve sets out so that it bends one way only, as an arc does.
            if start { first = end ? between(from.point, to.point, 1 / 3) : between(from.point, second, 0.55) }
            if end && !start { second = between(to.point, first, 0.55) }
            elements.append(.curve(first, second, to.point))
        }
        if closed { elements.append(.close) }
    }

    /// A band along a spine, to both sides of it half as wide as `widths` says at each point; it ends in a tip where
    /// the last width is 0.
    init(along spine: [Point], widths: [Double]) {
        let sides = spine.indices.map { index -> Point in
            (spine[min(index + 1, spine.count - 1)] - spine[max(index - 1, 0)]).direction.turned
        }
        var right: [Knot] = [], left: [Knot] = []
        for index in spine.indices {
            let reach = sides[index] * (widths[index] / 2), isEnd = index == 0 || index == spine.count - 1
            right.append(Knot(point: spine[index] + reach, isCorner: isEnd))
            if reach != .zero { left.append(Knot(point: spine[index] - reach, isCorner: isEnd)) }
        }
        self.init(through: right + left.reversed())
    }

    /// A band of one width.
    init(along spine: [Point], width: Double) {
        self.init(along: spine, widths: Array(repeating: width, count: spine.count))
    }

    /// A round curve through the points.
    init(through points: [Point], closed: Bool = true) {
        self.init(through: points.map { .at($0) }, closed: closed)
    }

    static func polygon(_ points: [Point]) -> Path {
        Path { path in
            for (index, point) in points.enumerated() {
                index == 0 ? path.move(point.x, point.y) : path.line(point.x, point.y)
            }
            path.close()
        }
    }

    static func rectangle(_ corner: Point, _ size: Point) -> Path {
        polygon([corner, corner + [size.x, 0], corner + size, corner + [0, size.y]])
    }

    static func ellipse(_ centre: Point, _ radiusX: Double, _ radiusY: Double) -> Path {
        // The handle length with which four cubic curves stray least from a circle.
        let handleX = radiusX * 0.5523, handleY = radiusY * 0.5523
        let (x, y) = (centre.x, centre.y)
        return Path { path in
            path.move(x + radiusX, y)
            path.curve(x + radiusX, y + handleY, x + handleX, y + radiusY, x, y + radiusY)
            path.curve(x - handleX, y + radiusY, x - radiusX, y + handleY, x - radiusX, y)
            path.curve(x - radiusX, y - handleY, x - handleX, y - radiusY, x, y - radiusY)
            path.curve(x + handleX, y - radiusY, x + radiusX, y - handleY, x + radiusX, y)
            path.close()
        }
    }

    /// An ellipse with a hole.
    static func annulus(_ centre: Point, _ radiusX: Double, _ radiusY: Double, thickness: Double) -> Path {
        var ring = Path.ellipse(centre, radiusX, radiusY)
        // Run through the other way round, the hole is outside by either fill rule.
        ring.append(Path.ellipse(.zero, radiusX - thickness, radiusY - thickness).mapped { centre + $0.mirrored })
        return ring
    }

    static func circle(_ centre: Point, _ radius: Double) -> Path { ellipse(centre, radius, radius) }

    /// A star of `points` points; `depth` is the inner radius as a share of the outer.
    static func star(_ centre: Point, _ radius: Double, points: Int = 5, depth: Double = 0.45, turn: Double = 0)
        -> Path
    {
        polygon(
            (0..<points * 2).map { index in
                let angle = turn - .pi / 2 + Double(index) * .pi / Double(points)
                return centre + Point(angle: angle) * (index.isMultiple(of: 2) ? radius : radius * depth)
            })
    }

    static func heart(_ centre: Point, _ size: Double) -> Path {
        let right: [Knot] = [.at(0.45, -0.75), .at(0.9, -0.35), .at(0.6, 0.3)]
        let outline = [.tip(0, -0.35)] + right + [.tip(0, 0.9)] + right.reversed().map(\.mirrored)
        return Path(through: outline).mapped { centre + $0 * size }
    }
}
