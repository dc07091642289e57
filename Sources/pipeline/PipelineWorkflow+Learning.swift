import Colorization
import Drawings
import Figures
import LessonKit
import Models
import Training

// The page that a pipeline run leaves: what was learnt.

extension PipelineWorkflow {
    func describe(on page: inout Page) {
        let (faces, colors, refinement, style) = (plan.faces, plan.colors, plan.refinement, plan.style)
        page.text(
            """
            From nothing to coloured and stylised pictures. Four networks learnt, one after another, from pictures that were \
            drawn on the spot; scale \(options.scale.rawValue), seed \(options.seed).
            """)
        page.table(
            ["network", "what for", "steps", "pictures a step", "pixels"],
            [
                ["VAE", "makes up faces", "\(faces.steps)", "\(faces.batch)", "\(SketchVAE.side)×\(SketchVAE.side)"],
                row("U-net, with a discriminator and hints", "colours lines", colors),
                row("U-net, second stage", "refines the colours", refinement),
                [
                    "AnimeGAN's generator", "makes photographs look drawn", "\(style.steps)", "\(style.batch)",
                    "\(style.size)×\(style.size)",
                ],
            ])
    }

    private func row(_ name: String, _ purpose: String, _ plan: ColorizerPlan) -> [String] {
        [name, purpose, "\(plan.steps)", "\(plan.batch)", "\(plan.size)×\(plan.size)"]
    }

    func showMaterial(on page: inout Page) throws {
        page.heading("What they learn from")
        let (faces, scenes) = (
            DrawnFaces(seed: options.seed, size: 128), DrawnScenes(seed: options.seed, size: 128)
        )
        let rows = [
            (0..<6).map { faces[$0].color }, (0..<6).map { faces[$0].lines.converted(to: .rgb) },
            (0..<6).map { scenes.photograph(at: $0) }, (6..<12).map { scenes.anime(at: $0) },
        ]
        try PictureGrid(
            "Drawn on the spot", rows: rows, rowTitles: ["faces", "lines", "photographs", "drawings"]
        ).write(to: folder, named: "material")
        page.picture(
            "material.png",
            """
            Faces with their true lines, scenes like photographs, and others like drawings; larger than the networks see them.\
            \(options.data.map { " The colorizers learnt from \($0) instead of the faces." } ?? "")
            """)
    }

    func showLearning(
        _ log: TrainingLog, _ refinementLog: TrainingLog, _ styleLog: TrainingLog, on page: inout Page
    ) throws {
        page.heading("Learning")
        func curve(_ figure: Figure, _ log: TrainingLog, _ name: String, _ label: String) throws -> Figure {
            // A loss that comes in later is 0 until then.
            let losses = try log[name].map(Double.init)
            let begun = losses.firstIndex { $0 != 0 } ?? 0
            return figure.curve(
                losses.indices[begun...].map { Double($0 + 1) }, Array(losses[begun...]), label, smoothing: 0.95)
        }
        let errors = try curve(
            Figure("The colorizer", x: "step", y: "\(plan.colors.error.name) per number"), log,
            plan.colors.error.name, "training"
        ).logarithmicY()
        let game = try curve(
            curve(
                Figure("Its game with the discriminator", x: "step", y: "cross-entropy"), log, "adversarial",
                "the adversarial loss"), log, "discriminator", "the discriminator's loss")
        let second = try curve(
            Figure("Its second stage", x: "step", y: "\(plan.refinement.error.name) per number"), refinementLog,
            plan.refinement.error.name, "training"
        ).logarithmicY()
        let style = try curve(
            curve(
                Figure("AnimeGAN", x: "step", y: "loss before it is weighted"), styleLog, "content", "content"),
            styleLog, "adversarial", "adversarial")
        try Panels("Learning", [errors, game, second, style], columns: 2, size: (900, 800)).write(
            to: folder, named: "learning")
        page.picture(
            "learning.png",
            """
            The errors of both colorizers, the losses of the first one and its discriminator to each other, and what AnimeGAN's \
            generator is told: content from the start, the discriminator's word once its initialisation is over.
            """)
        page.text(
            """
            What is normal: the error falls fast while the network finds paper and skin, then slowly. It cannot reach zero: \
            nothing in a line says whether hair is red or blue. (Three times in four each thing in a drawn face has its usual \
            colour: brown hair, blue clothes. These come out where no hint is.) The game has no end: if the discriminator's loss stays near \
            1.39 (2 · log 2) it only guesses, and if it falls to nothing it has won and the colours break down. AnimeGAN's \
            content loss falls while the generator learns to repeat a photograph, and stays where it was when the game begins.
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
        page.text(
            """
            Without hints the usual colours come out, strong and often wrong; dabs bring the picture nearer to the truth by \
            the colours that they tell.
            """)
    }
}
