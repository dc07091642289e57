import Figures
import Foundation
import LessonKit
import TensorCore
import Training

/// A tape as a graph: each entry stands in the column after the last of its inputs.
func graph(of tape: ScalarTape, _ gradients: [Double]) -> Diagram {
    var columns: [Int] = []
    for entry in tape.entries { columns.append((entry.inputs.map { columns[$0.index] }.max() ?? -1) + 1) }
    var diagram = Diagram("What the tape holds, and the slopes of f that the walk backwards finds")
    for (index, entry) in tape.entries.enumerated() {
        let peers = columns.indices.filter { columns[$0] == columns[index] }
        let place = Double(peers.firstIndex(of: index) ?? 0) - Double(peers.count - 1) / 2
        let color: Color = entry.inputs.isEmpty ? .green : index == tape.entries.count - 1 ? .vermillion : .blue
        diagram = diagram.node(
            "\(index)", "\(entry.operation)\nvalue \(rounded(entry.value))\nslope of f \(rounded(gradients[index]))",
            column: Double(columns[index]), row: place, color: color)
    }
    for (index, entry) in tape.entries.enumerated() {
        for input in entry.inputs {
            diagram = diagram.edge("\(input.index)", "\(index)", "local \(rounded(input.slope))")
        }
    }
    return diagram
}

typealias Way = (name: String, path: [(x: Double, y: Double)])

/// Paths through the valley over lines of equal height, a panel for each rule.
func valleyFigure(_ ways: [Way]) -> Panels {
    let levels = (-4...4).map { pow(4, Double($0)) }
    let panels = zip(ways, wayColors).map { way, color in
        let (x, y) = (way.path.map(\.x), way.path.map(\.y))
        return Figure(way.name, x: "x", y: "y").xRange(-1.7...1.5).yRange(-0.8...1.9).legend(.none)
            .contours(x: -1.7...1.5, y: -0.8...1.9, levels: levels, color: .grey, labelled: false, height)
            .curve(x, y, color: color).points(x, y, color: color)
            .annotation("lowest", at: (0.25, 1.55), pointingTo: (1, 1))
    }
    return Panels("Four rules in one valley", panels, columns: 2)
}

func heightsFigure(_ ways: [Way]) -> Figure {
    zip(ways, wayColors).reduce(
        Figure("On the way down the valley", x: "step", y: "height above the lowest point").logarithmicY()
    ) { figure, way in
        let heights = way.0.path.map { height($0.x, $0.y) }
        return figure.curve(heights.indices.map(Double.init), heights, way.0.name, color: way.1)
    }
}

private let wayColors: [Color] = [.black, .vermillion, .green, .blue]

/// The fit at several steps; and on the way the loss, and the distance from the true curve.
func curveFigure(
    _ data: NoisyCurve, _ fits: [(step: Int, values: Tensor)], _ log: TrainingLog, noise: Float
) throws -> Panels {
    let grid = NoisyCurve.grid.scalars
    let base = Figure("The fit", x: "x", y: "y").yRange(-1.4...1.4).legend(.below)
        .points(data.x.scalars, data.y.scalars, "data", color: .grey)
    let colors: [Color] = [.sky, .orange, .green, .vermillion]
    let fit = zip(fits, colors.suffix(fits.count)).reduce(base) { figure, one in
        figure.curve(
            grid, one.0.values.scalars, one.0.step == 0 ? "before" : "after \(one.0.step) steps", color: one.1)
    }
    let steps = (0..<log.count).map { Double($0 + 1) }
    let errors = try Figure("What it measures, and what is true", x: "step", y: "mean squared").logarithmicY()
        .legend(.below)
        .curve(steps, log["loss"], "loss: error on the points", color: .blue)
        .curve(steps, log["distance"], "distance from the true curve", color: .vermillion)
        .horizontalLine(at: Double(noise * noise), "variance of the noise", color: .black)
    return Panels("A network fits a curve", [fit, errors], size: (width: 900, height: 460))
}

/// The points of both arms, and the border that a network draws between them.
private func borderFigure(_ data: Spirals, _ snapshot: (step: Int, values: Tensor)) -> Figure {
    let coordinates = data.points.scalars
    func coordinate(_ axis: Int, ofArm arm: Int) -> [Float] {
        data.arms.indices.filter { data.arms[$0] == arm }.map { coordinates[2 * $0 + axis] }
    }
    let span = -Spirals.reach...Spirals.reach
    return Figure("After \(snapshot.step) steps", x: "x", y: "y").equalUnits().legend(.below)
        .points(coordinate(0, ofArm: 0), coordinate(1, ofArm: 0), "first arm: a < 0 is right", color: .blue)
        .points(coordinate(0, ofArm: 1), coordinate(1, ofArm: 1), "second arm: a > 0 is right", color: .orange)
        .contours(
            snapshot.values.scalars, columns: Spirals.side, x: span, y: span, "border, a = 0", levels: [0],
            color: .black, labelled: false)
}

/// The border on its way.
func spiralsInMotion(_ data: Spirals, _ snapshots: [(step: Int, values: Tensor)]) -> FiguresInMotion {
    FiguresInMotion(
        snapshots.map { borderFigure(data, $0).size(width: 420, height: 460) }, hundredths: 40)
}

/// The border between the two arms at several steps, and the loss on the way.
func spiralsFigure(_ data: Spirals, _ snapshots: [(step: Int, values: Tensor)], losses: [Float]) -> Panels {
    let regions = snapshots.map { borderFigure(data, $0) }
    let loss = Figure("The loss", x: "step", y: "cross-entropy, nats").logarithmicY()
        .curve(losses.indices.map { Double($0 + 1) }, losses, color: .blue)
        .horizontalLine(at: log(2), "a coin's guess, log 2", color: .vermillion)
    return Panels("Two spirals", regions + [loss], columns: 2, size: (width: 900, height: 900))
}
