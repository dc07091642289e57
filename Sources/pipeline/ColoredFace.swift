import Colorization
import FaceGeneration
import Figures
import LessonKit
import Pictures

/// A sampled face after it was coloured.
struct ColoredFace {
    let face: SampledFace
    /// Coloured without dabs.
    let alone: Picture
    /// Coloured with dabs of the sample's own colours.
    let hinted: Picture

    init(_ face: SampledFace, by colorizer: Colorizer) {
        self.face = face
        alone = colorizer.color(face.lines)
        hinted = colorizer.color(face.lines, hints: face.hints)
    }

    /// The face in its dabs' colours, cut out of its paper.
    var cutOut: CutOut { face.cutOut(of: hinted) }
}

// Their section of the page.

extension PipelineWorkflow {
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
}
