import Basics

/// A place on the drawing sheet, whose side is 100 long, x to the right and y down; also a way from place to place.
///
/// Not a SIMD vector: those have so many operators that the compiler cannot read a page of coordinates in time.
struct Point: Sendable, Equatable, ExpressibleByArrayLiteral {
    var x, y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    /// The two coordinates.
    init(arrayLiteral coordinates: Double...) {
        precondition(coordinates.count == 2, "Point: \(coordinates.count) coordinates")
        self.init(coordinates[0], coordinates[1])
    }

    /// The unit vector at an angle, clockwise from the right.
    init(angle: Double) { self.init(cosine(angle), sine(angle)) }

    static let zero = Point(0, 0)

    static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }

    static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }

    static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }

    static func / (a: Point, divisor: Double) -> Point { Point(a.x / divisor, a.y / divisor) }

    func dot(_ other: Point) -> Double { x * other.x + y * other.y }

    func scaled(_ factorX: Double, _ factorY: Double) -> Point { Point(x * factorX, y * factorY) }

    var length: Double { dot(self).squareRoot() }

    /// The unit vector of the same direction; zero stays zero.
    var direction: Point {
        let length = length
        return length > 1e-9 ? self / length : .zero
    }

    /// Turned a quarter, clockwise as seen on the sheet.
    var turned: Point { Point(-y, x) }

    /// On the other side of the vertical axis.
    var mirrored: Point { Point(-x, y) }
}

/// The point that lies at `share` of the way.
func between(_ a: Point, _ b: Point, _ share: Double) -> Point { a + (b - a) * share }

func between(_ a: Double, _ b: Double, _ share: Double) -> Double { a + (b - a) * share }
