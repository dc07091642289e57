import Colorization
import FaceGeneration
import Figures
import LessonKit
import Pictures

/// A face that nobody drew, as a network made it up.
struct SampledSketch {
    /// In its colours, on paper.
    let painted: Picture
    let lines: Picture
    /// Dabs of its colours, transparent elsewhere.
    let dabs: Picture
    /// 255 where the figure is, 0 where there is paper.
    let coverage: Picture

    init(_ face: SketchedFace, in palette: FacePalette) {
        painted = face.painted(in: palette)
        lines = face.lines
        dabs = face.dabs(in: palette)
        coverage = face.coverage
    }
}

/// A sampled face after its lines were coloured.
struct ColoredFace {
    let face: SampledSketch
    /// Coloured without dabs.
    let alone: Picture
    /// Coloured region by region, with dabs of the sample's own colours.
    let hinted: Picture

    init(_ face: SampledSketch, by colorizer: Colorizer) {
        self.face = face
        alone = colorizer.color(face.lines)
        hinted = colorizer.layers(of: face.lines, hints: face.dabs).picture(.flat)
    }

    /// The face in its dabs' colours, cut out of its paper.
    var cutOut: CutOut { CutOut(hinted, covering: face.coverage) }
}

// Their section of the page.

extension PipelineWorkflow {
    /// Shows the sampled faces, their lines and dabs, and both ways in which they were coloured.
    func showFigures(_ figures: [ColoredFace], on page: inout Page) throws {
        page.heading("Faces that nobody drew")
        let rows = figures.prefix(4).map { figure in
            [
                figure.face.painted, figure.face.lines, figure.alone,
                figure.face.lines.showing(dabs: figure.face.dabs), figure.hinted,
            ]
        }
        try PictureGrid(
            "Sampled, drawn, coloured", rows: rows,
            columnTitles: ["sampled", "its lines", "coloured", "dabs", "coloured with dabs"], cellWidth: 200
        ).write(to: folder, named: "sampled")
        page.picture(
            "sampled.png",
            """
            Samples of a VAE that learnt from drawn faces as lines and cut paper, each in the colours of some drawn face; their \
            lines; these coloured anew by the pipeline's own colorizer, alone, and region by region with dabs of the sample's \
            colours.
            """)
    }
}
