import Colorization
import FaceGeneration
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## One joint less
//:
//: The costliest joint is the one where lines are looked for in a soft picture. So do without it. The faces of "From noise to details" are lines and cut paper. They *are* line drawings, and they know what is
//: figure and what is ground. What the colorizer gets is what it was taught on: ink on paper, and dabs that lie in regions.

//:fold What is measured and drawn: `oneJointLess`
/// `soft` is how like coloured samples of soft pictures are to the samples.
func oneJointLess(than soft: Double, _ plan: Plan, in notebook: Notebook) throws -> [CutOut] {
    let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors"))
    let seeds = (0..<max(6, plan.evaluated)).map { sampler.seed($0, of: notebook.seed) }
    let faces = seeds.map { sampler.faces(of: [$0], size: plan.side)[0] }
    let dabs = zip(faces, seeds).map { $0.dabs(in: $1.palette.onPaper) }
    let colored = zip(faces, dabs).map { plan.colorizer.layers(of: $0.lines, hints: $1).picture() }
    let cuts = zip(colored, faces).map { CutOut($0, covering: $1.coverage) }
    let madeUp = zip(faces, seeds).map { $0.painted(in: $1.palette.onPaper) }
    let rows = (0..<4).map { index in
        [
            madeUp[index], faces[index].lines.showing(dabs: dabs[index]),
            colored[index], cuts[index].onPaper,
        ]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["made up", "lines and dabs", "coloured with dabs", "cut out"],
            cellWidth: 180),
        named: "crisp", "Faces that nobody drew, as lines and cut paper, coloured by the shipped weights.")
    let crisp = likeness(of: colored, to: madeUp)
    notebook.say(
        "Likeness to what was made up, in structure (SSIM): \(rounded(crisp)), for soft pictures \(rounded(soft)).")
    notebook.expect(
        "More of what was made up is left than of soft pictures: SSIM of the whole sheet, more than theirs",
        crisp - soft, .above(0.05))
    return cuts
}
//:end

//: The dabs have the colours that were made up, and the outline is that of the cut paper. Dark smears become ink, shade and highlights are lost, and some eyes come out paler.
//:
