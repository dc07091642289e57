import Glibc

func sine(_ angle: Double) -> Double { Glibc.sin(angle) }
func cosine(_ angle: Double) -> Double { Glibc.cos(angle) }

/// A map that keeps lines straight: x and y go to `across · x + down · y + origin`.
struct Affine: Sendable, Equatable {
    /// Where the unit vectors of x and y go.
    var across: Point = [1, 0]
    var down: Point = [0, 1]
    var origin: Point = [0, 0]

    static let identity = Affine()

    static func moving(_ x: Double, _ y: Double) -> Affine { Affine(origin: [x, y]) }

    static func scaling(_ x: Double, _ y: Double) -> Affine { Affine(across: [x, 0], down: [0, y]) }

    static func scaling(_ factor: Double) -> Affine { scaling(factor, factor) }

    /// Turns clockwise by the angle in radians, about a point.
    static func turning(_ angle: Double, about centre: Point = [0, 0]) -> Affine {
        let across = Point(angle: angle)
        var turn = Affine(across: across, down: across.turned)
        turn.origin = centre - turn.vector(centre)
        return turn
    }

    /// How many times as long a length becomes, on average over all directions.
    var scale: Double { abs(across.x * down.y - across.y * down.x).squareRoot() }

    func vector(_ point: Point) -> Point { across * point.x + down * point.y }

    func callAsFunction(_ point: Point) -> Point { vector(point) + origin }

    func callAsFunction(_ path: Path) -> Path { path.mapped { self($0) } }

    /// First the right one, then the left one.
    static func * (outer: Affine, inner: Affine) -> Affine {
        Affine(across: outer.vector(inner.across), down: outer.vector(inner.down), origin: outer(inner.origin))
    }
}
