import Datasets
import Figures
import LessonKit
import Pictures

// The page that a pipeline run leaves.

extension ColorizerWorkflow {
    func describe(on page: inout Page) {
        page.text(
            """
            A U-net (the article's table, its first map \(plan.width) channels wide) learnt to colour line drawings: \
            \(plan.steps) steps of \(plan.batch) pictures of \(plan.size)×\(plan.size) pixels, \(plan.error.name), hints, and \
            an adversary that counts \(plan.adversaryWeight). A second one (\(secondPlan.width) channels) learnt to refine \
            its colours at \(secondPlan.size)×\(secondPlan.size) pixels: \(secondPlan.steps) steps of \(secondPlan.batch). \
            Scale \(options.scale.rawValue), seed \(options.seed).
            """)
    }

    func showFaces(on page: inout Page) throws {
        guard options.data == nil else { return }
        page.heading("What it learns from")
        let faces = DrawnFaces(seed: options.seed, size: 128)
        let rows = (0..<3).map { row in (0..<6).map { faces[6 * row + $0].colour } }
        try PictureGrid("Drawn faces", rows: rows).write(to: folder, named: "faces")
        page.picture("faces.png", "Some of the drawn faces, larger than the first stage sees them.")
    }

    func showLearning(_ log: TrainingLog, _ secondLog: TrainingLog, on page: inout Page) throws {
        page.heading("Learning")
        func curve(_ figure: Figure, _ log: TrainingLog, _ name: String, _ label: String) -> Figure {
            figure.curve(
                (1...max(1, log.count)).map(Double.init), log[name].map(Double.init), label, smoothing: 0.95)
        }
        let errors = curve(
            Figure("First stage", x: "step", y: "\(plan.error.name) per number"), log, plan.error.name, "training"
        ).logarithmicY()
        let game = curve(
            curve(
                Figure("Its game with the adversary", x: "step", y: "cross-entropy"), log, "deception",
                "the colorizer's loss"), log, "detection", "the adversary's loss")
        let second = curve(
            Figure("Second stage", x: "step", y: "\(secondPlan.error.name) per number"), secondLog,
            secondPlan.error.name, "training"
        ).logarithmicY()
        try Panels("Learning", [errors, game, second]).write(to: folder, named: "learning")
        page.picture(
            "learning.png",
            "The errors of both stages, and the losses of the first stage and its adversary to each other.")
        page.text(
            """
            What is normal: the error falls fast while the network finds paper and skin, then slowly. It cannot reach zero: \
            nothing in a line says whether hair is red or blue. The game has no end: if the adversary's loss stays near \
            1.39 (2 · log 2) it only guesses, and if it falls to nothing it has won and the colours break down.
            """)
    }

    func show(_ evaluation: ColorizerEvaluation, on page: inout Page) throws {
        page.heading("Pictures that it never saw")
        let report = EvaluationReport(evaluation)
        page.table(EvaluationReport.titles, report.cells)
        try report.examples.write(to: folder, named: "held-out")
        page.picture(
            "held-out.png",
            """
            Line drawings; what the first stage makes of them alone; \(ColorizerEvaluation.hintCount) dabs of the true \
            colours; what it makes of both; the same with one area in another colour; the true colours.
            """)
        try report.saturationFigure.write(to: folder, named: "saturation")
        page.picture("saturation.png", "How colourful the regions come out, against the truth.")
    }

    func showStages(_ first: String, _ second: String, on page: inout Page) throws {
        page.heading("From small to large")
        let (one, both) = (try Colourist(weights: first), try Colourist(weights: first, secondStage: second))
        let rows = try heldOut(secondPlan).prefix(3).map { pair in
            let hints = RealDrawing.hints(ColorizerEvaluation.hintCount, in: pair.colour)
            return [pair.lines.showing(dabs: hints)]
                + [one, both].map { $0.colour(pair.lines, hints: hints) } + [pair.colour]
        }
        try PictureGrid(
            "The two stages", rows: rows,
            columnTitles: ["line and hints", "first stage, enlarged", "second stage", "true"]
        ).write(to: folder, named: "stages")
        page.picture(
            "stages.png",
            """
            Drawings of \(secondPlan.size)×\(secondPlan.size) pixels: coloured small, enlarged and laid under the lines; and \
            refined by the second stage.
            """)
    }

    func show(_ samples: [Picture], colouredBy colourist: Colourist, on page: inout Page) throws {
        guard !samples.isEmpty else { return }
        page.heading("Faces that nobody drew")
        let rows = samples.prefix(4).map { face in
            // A VAE's faces are soft: what is left of their lines is made dark.
            let lines = face.lineArt(strength: 4)
            let hints = RealDrawing.hints(ColorizerEvaluation.hintCount, in: face)
            return [
                face, lines, colourist.colour(lines), lines.showing(dabs: hints),
                colourist.colour(lines, hints: hints),
            ]
        }
        try PictureGrid(
            "Sampled, drawn, coloured", rows: rows,
            columnTitles: ["sampled", "its lines", "coloured", "hints", "coloured with hints"], cellWidth: 128
        ).write(to: folder, named: "sampled")
        page.picture(
            "sampled.png", "Samples of a VAE that learnt from drawn faces; their lines; these coloured anew.")
    }

    func show(_ real: [RealDrawing], colouredBy colourist: Colourist, on page: inout Page) throws {
        page.heading("Real line art")
        guard !real.isEmpty else {
            page.text("`Data/fetch question` brings real drawings; or name your own with `--drawing FILE`.")
            return
        }
        var rows: [[Picture]] = []
        for drawing in real {
            let coloured = colourist.colour(drawing.lines)
            try coloured.write(to: "\(folder)/\(drawing.name)-coloured.png")
            var row = [drawing.lines, coloured]
            if let original = drawing.original {
                let hints = RealDrawing.hints(ColorizerEvaluation.hintCount, in: original)
                row += [drawing.lines.showing(dabs: hints), colourist.colour(drawing.lines, hints: hints), original]
            }
            rows.append(row)
        }
        let titles = ["line", "coloured", "hints", "coloured with hints", "as it was drawn"]
        try PictureGrid(
            "Real drawings", rows: rows, columnTitles: Array(titles.prefix(rows.map(\.count).max() ?? 0)),
            rowTitles: real.map(\.name)
        ).write(to: folder, named: "real")
        page.picture("real.png", "Drawings by people; the network has seen drawn faces only.")
    }
}
