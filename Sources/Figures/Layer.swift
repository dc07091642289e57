/// A place in the coordinates of the axes.
struct Point: Sendable, Equatable {
    var x: Double
    var y: Double

    static let nowhere = Point(x: .nan, y: .nan)
}

/// One thing drawn on the axes of a figure.
protocol Layer: Sendable {
    /// What it covers: the axes show all of it, and the legend keeps away from it.
    var footprint: Footprint { get }

    /// Adds its data, settings and plot elements.
    func draw(on panel: inout Panel)
}

/// The places that a layer covers.
struct Footprint: Sendable {
    /// Lines through places; a stroke of one place is a dot.
    var strokes: [[Point]] = []
    /// Whether the axes end where it ends.
    var isTight = false
    /// Whether the x axis ends where it ends, as with a curve.
    var isTightAlongX = false
    /// Whether it stands on the line y = 0.
    var standsOnZero = false
    /// Whether it hides the paper, so that neither the grid nor a legend has a place there.
    var hidesPaper = false
    /// Whether it only points at something: a figure of such layers alone is empty.
    var isDecoration = false

    /// Corners of a rectangle.
    static func corners(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [[Point]] {
        [[Point(x: x.lowerBound, y: y.lowerBound)], [Point(x: x.upperBound, y: y.upperBound)]]
    }
}

/// Numbers that can be drawn.
public protocol Plottable: Sendable {
    /// The number in double precision.
    var plotted: Double { get }
}

extension Double: Plottable { public var plotted: Double { self } }
extension Float: Plottable { public var plotted: Double { Double(self) } }
extension Int: Plottable { public var plotted: Double { Double(self) } }
