import Colorization
import FaceGeneration
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
