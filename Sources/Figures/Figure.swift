import Basics

/// A plot in the house style: axes, and layers of curves, points, bars and colours on them.
///
/// A figure is a value: every method gives a new one with something added. ``write(to:named:using:)`` draws it.
/// Values that are not finite are not drawn, and a line under the axes says how many they are.
public struct Figure: Sendable {
    var title: String
    var xAxis: Axis
    var yAxis: Axis
    var layers: [any Layer] = []
    var givenSize: (width: Int, height: Int)?
    var legend = Legend.automatic
    var hasEqualUnits = false
    var hasAxes = true
    var commands: [String] = []

    /// An empty figure; `x` and `y` say what the axes measure, with the unit.
    public init(_ title: String, x: String = "", y: String = "") {
        self.title = title
        xAxis = Axis(label: x)
        yAxis = Axis(label: y)
    }

    /// The figure after a change.
    func with(_ change: (inout Figure) -> Void) -> Figure {
        var figure = self
        change(&figure)
        return figure
    }

    func adding(_ layer: some Layer) -> Figure { with { $0.layers.append(layer) } }
}

// MARK: - Axes

extension Figure {
    /// Counts along x in powers of ten.
    public func logarithmicX() -> Figure { with { $0.xAxis.isLogarithmic = true } }

    /// Counts along y in powers of ten.
    public func logarithmicY() -> Figure { with { $0.yAxis.isLogarithmic = true } }

    /// Shows these values along x, whatever the layers cover.
    public func xRange(_ range: ClosedRange<Double>) -> Figure {
        precondition(range.lowerBound < range.upperBound, "Figure.xRange: \(range) is empty")
        return with { $0.xAxis.range = range }
    }

    /// Shows these values along y, whatever the layers cover.
    public func yRange(_ range: ClosedRange<Double>) -> Figure {
        precondition(range.lowerBound < range.upperBound, "Figure.yRange: \(range) is empty")
        return with { $0.yAxis.range = range }
    }

    /// Names at values of x in place of numbers.
    public func xNames(_ names: [(String, Double)]) -> Figure {
        with { $0.xAxis.names = names.map { (name: $0, value: $1) } }
    }

    /// Names at values of y in place of numbers.
    public func yNames(_ names: [(String, Double)]) -> Figure {
        with { $0.yAxis.names = names.map { (name: $0, value: $1) } }
    }

    /// One unit is as long along y as along x, so that a circle is round.
    public func equalUnits() -> Figure { with { $0.hasEqualUnits = true } }

    /// Leaves out the axes, their numbers and the grid.
    public func withoutAxes() -> Figure { with { $0.hasAxes = false } }
}

// MARK: - The whole

extension Figure {
    /// Where the legend stands.
    public enum Legend: String, Sendable {
        /// In the corner with the fewest data, or below the axes when no corner is free.
        case automatic
        case topLeft = "inside top left"
        case topRight = "inside top right"
        case bottomLeft = "inside bottom left"
        case bottomRight = "inside bottom right"
        /// In a row under the axes.
        case below = "bmargin center horizontal"
        /// In a column beside the plot.
        case beside = "outside right center"
        case none
    }

    /// Puts the legend in a place.
    public func legend(_ place: Legend) -> Figure { with { $0.legend = place } }

    /// The size in pixels; 800 by 500 otherwise, or narrower where units are equal.
    public func size(width: Int, height: Int) -> Figure {
        precondition(
            width >= 100 && height >= 100 && width <= 10_000 && height <= 10_000,
            "Figure.size: \(width)×\(height) is not within 100 to 10,000 pixels")
        return with { $0.givenSize = (width, height) }
    }

    /// A command of gnuplot that this room has no word for; it comes just before the plot, as it is.
    ///
    /// Unlike all other text it is not made safe: never pass on what a user wrote.
    public func command(_ command: String) -> Figure { with { $0.commands.append(command) } }
}
