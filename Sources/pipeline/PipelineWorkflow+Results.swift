import Colorization
import Drawings
import FaceGeneration
import Figures
import LessonKit
import Models
import Pictures
import Stylization

// The page that a pipeline run leaves: what the networks make together.

extension PipelineWorkflow {
    func showStages(_ one: Colorizer, _ both: Colorizer, on page: inout Page) throws {
        page.heading("From small to large")
        let rows = try heldOut(plan.refinement).prefix(3).map { pair in
            let hints = Picture.dabs(ColorizerEvaluation.hintCount, of: pair.color)
            return [pair.lines.showing(dabs: hints)]
                + [one, both].map { $0.color(pair.lines, hints: hints) } + [pair.color]
        }
        try PictureGrid(
            "The two stages", rows: rows,
            columnTitles: ["line and hints", "first stage, enlarged", "second stage", "true"]
        ).write(to: folder, named: "stages")
        let side = plan.refinement.size
        page.picture(
            "stages.png",
            """
            Drawings of \(side)×\(side) pixels: coloured small, enlarged and laid under the lines; and refined by the second \
            stage.
            """)
    }

    /// Shows the sampled faces, their lines and dabs, and both ways in which they were coloured.
    func showFigures(_ figures: [ColoredFace], on page: inout Page) throws {
        page.heading("Faces that nobody drew")
        let rows = figures.prefix(4).map { figure in
            [
                figure.face.picture, figure.face.lines, figure.alone,
                figure.face.lines.showing(dabs: figure.face.hints),
                figure.hinted,
            ]
        }
        try PictureGrid(
            "Sampled, drawn, coloured", rows: rows,
            columnTitles: ["sampled", "its lines", "coloured", "hints", "coloured with hints"], cellWidth: 128
        ).write(to: folder, named: "sampled")
        page.picture(
            "sampled.png",
            """
            Samples of a VAE that learnt from drawn faces; their lines; these coloured anew, without and with dabs of the \
            sample's colours. A VAE's faces are soft, and so are the lines that are found in them.
            """)
    }

    func showScenes(
        _ generator: any NamedNetwork, _ features: FeatureNetwork, on page: inout Page
    ) throws {
        page.heading("Photographs become drawings")
        let stylizer = Stylizer(generator)
        let scenes = DrawnScenes(seed: options.seed, size: 128)
        let rows = (1...4).map { index in
            let scene = scenes[-index]
            return [scene.photograph, stylizer.stylise(scene.photograph), scene.anime]
        }
        try PictureGrid(
            "Stylised", rows: rows, columnTitles: ["drawn photograph", "stylised", "the same scene as a drawing"]
        ).write(to: folder, named: "stylised")
        page.picture(
            "stylised.png", "Scenes that were never learnt from. No training saw a scene in both renderings.")
        let count = options.scale.choose(tiny: 2, quick: 16, full: 64)
        let evaluated = AnimeEvaluation(
            of: generator, on: DrawnScenes(seed: options.seed, size: plan.style.size), count: count,
            features: features)
        page.table(AnimeEvaluation.titles, evaluated.rows)
    }

    func showTogether(_ figures: [CutOut], _ stylizer: Stylizer, on page: inout Page) throws {
        page.heading("All together")
        let scenes = DrawnScenes(seed: options.seed, size: 512)
        let rows = zip(scenes.emptyPlaces(3), figures).map { index, figure in
            let photograph = scenes.photograph(at: index)
            let stylised = stylizer.stylise(photograph)
            return [
                photograph, stylised, figure.inFront(of: stylised),
                stylizer.stylise(figure.inFront(of: photograph)),
            ]
        }
        try PictureGrid(
            "Set into a scene", rows: rows,
            columnTitles: ["photograph", "stylised", "the figure set into it", "set in first, then stylised"]
        ).write(to: folder, named: "together")
        page.picture(
            "together.png",
            """
            A face that nobody drew, in lines that were found, in colours that were chosen by dabs, in front of a photograph \
            that became a drawing. The last column does it in the other order.
            """)
    }

    func show(_ real: [RealDrawing], coloredBy colorizer: Colorizer, on page: inout Page) throws {
        page.heading("Real line art")
        guard !real.isEmpty else {
            page.text("`Data/fetch question` brings real drawings; or name your own with `--drawing FILE`.")
            return
        }
        var rows: [[Picture]] = []
        for drawing in real {
            let colored = colorizer.color(drawing.lines)
            try colored.write(to: "\(folder)/\(drawing.name)-coloured.png")
            var row = [drawing.lines, colored]
            if let original = drawing.original {
                let hints = Picture.dabs(ColorizerEvaluation.hintCount, of: original)
                row += [drawing.lines.showing(dabs: hints), colorizer.color(drawing.lines, hints: hints), original]
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
    func show(_ photographs: [RealPhotograph], stylisedBy stylizer: Stylizer, on page: inout Page) throws {
        page.heading("Real photographs")
        guard !photographs.isEmpty else {
            page.text("`Data/fetch photos` brings photographs; or name your own with `--photo FILE`.")
            return
        }
        let rows = try photographs.map { photograph in
            let stylised = stylizer.stylise(photograph.picture)
            try stylised.write(to: "\(folder)/\(photograph.name)-stylised.png")
            return [photograph.picture, stylised]
        }
        try PictureGrid("Photographs", rows: rows, columnTitles: ["photograph", "stylised"])
            .write(to: folder, named: "photographs")
        page.picture("photographs.png", "Photographs by people; the network has seen drawn ones only.")
    }
}
