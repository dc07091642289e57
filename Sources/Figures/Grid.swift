import Basics
import Glibc

/// Numbers on a grid over the axes, row by row upwards.
struct Grid: Sendable {
    let x: [Double]
    let y: [Double]
    let values: [Double]

    /// A grid of numbers over ranges; the ranges end at the outer edges of the outer cells.
    ///
    /// The first row is the lowest, or the uppermost where the rows come from the top.
    init(_ values: [Double], columns: Int, x: ClosedRange<Double>, y: ClosedRange<Double>, rowsFromTop: Bool) {
        precondition(
            columns > 0 && !values.isEmpty && values.count.isMultiple(of: columns),
            "Figure: \(values.count) values are no rows of \(columns)")
        let rows = values.count / columns
        self.x = Self.centres(of: x, count: columns)
        self.y = Self.centres(of: y, count: rows)
        self.values =
            rowsFromTop
            ? (0..<rows).reversed().flatMap { values[($0 * columns)..<(($0 + 1) * columns)] } : values
    }

    /// The values of a function at `resolution` places of x; `reachingEdges` takes some of them on the edges of the ranges.
    init(
        of function: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>, resolution: Int,
        reachingEdges: Bool
    ) {
        precondition(resolution >= 2, "Figure: a grid of \(resolution) cells in a row")
        let places = reachingEdges ? Self.nodes : Self.centres
        self.x = places(x, resolution)
        // Figures are wider than they are high.
        self.y = places(y, max(2, resolution * 2 / 3))
        let columns = self.x
        values = self.y.flatMap { y in columns.map { function($0, y) } }
    }

    private static func centres(of range: ClosedRange<Double>, count: Int) -> [Double] {
        let step = (range.upperBound - range.lowerBound) / Double(count)
        return (0..<count).map { range.lowerBound + (Double($0) + 0.5) * step }
    }

    private static func nodes(of range: ClosedRange<Double>, count: Int) -> [Double] {
        let step = (range.upperBound - range.lowerBound) / Double(count - 1)
        return (0..<count).map { range.lowerBound + Double($0) * step }
    }

    /// The lowest and the highest value; nil if none is finite.
    var range: ClosedRange<Double>? {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return nil }
        return low...high
    }

    /// Gnuplot's matrix with coordinates: a line of x, then for each y a line that begins with it.
    ///
    /// Five digits are more than colours and lines show, and keep the file small.
    var lines: [String] {
        let first = ([Double(x.count)] + x).map { Script.number($0) }.joined(separator: " ")
        let others = y.indices.map { row in
            let values = values[(row * x.count)..<((row + 1) * x.count)].map { Script.number($0, digits: 5) }
            return ([Script.number(y[row])] + values).joined(separator: " ")
        }
        return [first] + others
    }

    /// What the columns of ``lines`` are.
    static let columns = ["below the number of columns and their x: y and the values of its row"]
}
