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
        page.text(
            "A training of minutes changes textures and edges. Colours stay the photograph's, and most of the distance is theirs."
        )
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
            A face that nobody drew, its lines coloured by dabs, in front of a photograph that became a drawing. The last column does it in the other order.
            """)
    }

}
