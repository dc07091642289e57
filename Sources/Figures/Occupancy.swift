/// Which parts of a plot are covered, on a coarse grid.
struct Occupancy {
    private static let columns = 100, rows = 60
    private var covered = [Bool](repeating: false, count: columns * rows)

    init(of footprints: [Footprint], x: AxisScale, y: AxisScale) {
        for stroke in footprints.flatMap(\.strokes) {
            var last: Point?
            for point in stroke {
                let place = Point(x: x.fraction(of: point.x), y: y.fraction(of: point.y))
                guard place.x.isFinite, place.y.isFinite else {
                    last = nil
                    continue
                }
                cover(from: last ?? place, to: place)
                last = place
            }
        }
    }

    private mutating func cover(from start: Point, to end: Point) {
        let reach = max(
            abs(end.x - start.x) * Double(Self.columns), abs(end.y - start.y) * Double(Self.rows))
        let steps = Int(min(reach, 500)) + 1
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            let x = start.x + (end.x - start.x) * part
            let y = start.y + (end.y - start.y) * part
            guard (0...1).contains(x), (0...1).contains(y) else { continue }
            let column = min(Self.columns - 1, Int(x * Double(Self.columns)))
            let row = min(Self.rows - 1, Int(y * Double(Self.rows)))
            covered[row * Self.columns + column] = true
        }
    }

    /// Covers a rectangle, given in parts of the plot.
    mutating func cover(x: ClosedRange<Double>, y: ClosedRange<Double>) {
        for height in stride(from: y.lowerBound, through: y.upperBound, by: 0.5 / Double(Self.rows)) {
            cover(from: Point(x: x.lowerBound, y: height), to: Point(x: x.upperBound, y: height))
        }
    }

    /// Whether a rectangle, given in parts of the plot, is empty; what is outside counts as covered.
    func isFree(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Bool {
        if x.lowerBound < -0.01 || y.lowerBound < -0.01 || x.upperBound > 1.01 || y.upperBound > 1.01 { return false }
        let columns =
            max(
                0, Int(x.lowerBound * Double(Self.columns)))..<min(
                Self.columns, Int(x.upperBound * Double(Self.columns)) + 1)
        let rows =
            max(0, Int(y.lowerBound * Double(Self.rows)))..<min(Self.rows, Int(y.upperBound * Double(Self.rows)) + 1)
        return rows.allSatisfy { row in columns.allSatisfy { !covered[row * Self.columns + $0] } }
    }
}
