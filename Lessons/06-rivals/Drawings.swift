import FaceGeneration
import Figures
import TensorCore
import Training

// How the lesson's figures are drawn.

/// For each objective the starts, in the colour and shape of the end that they led to.
func drawing(of walks: [Walks]) -> Panels {
    let panels = walks.map { one in
        Figure(one.objective.rawValue, x: "µ of the start", y: "log σ of the start").xRange(-3.6...3.6)
            .yRange(-1.3...1.1).legend(.below)
            .points(
                one.means, one.logDeviations, classes: one.ends.map(\.rawValue), names: WalkEnd.allCases.map(\.name))
    }
    return Panels("Where a single Gaussian ends, by its start", panels, columns: 2, size: (900, 760))
}

/// Three hundred of the points that were made (blue), and the true modes (orange).
func drawing(of samples: RingSamples, _ title: String) -> Figure {
    let modes = (0..<Ring.modes).map(Ring.middle)
    return Figure(title, x: "x", y: "y").xRange(-3...3).yRange(-3...3).equalUnits().legend(.none)
        .points(Array(samples.x.prefix(300)), Array(samples.y.prefix(300)), "made", color: .blue)
        .points(modes.map(\.x), modes.map(\.y), "true modes", color: .orange)
}

/// Rows of pictures in [-1, 1].
func sheet(_ rows: [(title: String, pictures: Tensor)], columns: Int = 10) -> PictureGrid {
    PictureGrid(
        "", rows: rows.map { Array($0.pictures.sliced(axis: 0, 0..<columns).unsigned.pictures) },
        rowTitles: rows.map(\.title), cellWidth: 64)
}

/// Samples of models, two rows of ten each.
func sideBySide(_ models: [(name: String, pictures: Tensor)]) -> PictureGrid {
    sheet(
        models.flatMap { model in
            [0, 10].map { start in
                (start == 0 ? model.name : "", model.pictures.sliced(axis: 0, start..<start + 10))
            }
        })
}

/// The losses of both players.
func drawing(ofLossesOf rivals: [Rival]) throws -> Panels {
    let panels = try rivals.map { rival in
        let steps = try rival.log["generator"].indices.map(Double.init)
        return try Figure(rival.name, x: "step", y: "cross-entropy in nats").yRange(0...8)
            .curve(steps, rival.log["discriminator"], "discriminator", smoothing: 0.97, color: .vermillion)
            .curve(steps, rival.log["generator"], "generator", smoothing: 0.97, color: .blue)
    }
    return Panels("", panels, columns: 2, size: (1000, 400))
}

// MARK: - Tables

let scoreTitles = [
    "", "sharpness", "at half size", "spread", "layout", "distance", "hair colours", "combinations",
]

func scoreRow(_ name: String, _ scores: FaceScores, atHalfSize: Double) -> [String] {
    [
        name, rounded(scores.sharpness), rounded(atHalfSize), rounded(scores.spread), rounded(scores.layout),
        rounded(scores.distance),
        rounded(scores.hairColors), "\(scores.kinds)",
    ]
}
