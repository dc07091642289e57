import Colorization
import FaceGeneration
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore

//: ## One joint less
//:
//: The dearest joint is the one where lines are looked for in a soft picture. So do without it. The faces of "From noise to details" are lines and cut paper. They *are* line drawings, and they know what is
//: figure and what is ground. What the colorizer gets is what it was taught on: ink on paper, and dabs that lie in regions.

//:fold What is measured and drawn: `oneJointLess`
func oneJointLess(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws -> [CutOut] {
    let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors"))
    let seeds = (0..<max(6, plan.evaluated)).map { sampler.seed($0, of: notebook.seed) }
    let faces = seeds.map { sampler.faces(of: [$0], size: plan.side)[0] }
    let dabs = zip(faces, seeds).map { $0.dabs(in: $1.palette.onPaper) }
    let colored = zip(faces, dabs).map { plan.colorizer.layers(of: $0.lines, hints: $1).picture() }
    let cuts = zip(colored, faces).map { CutOut($0, covering: $1.coverage) }
    let rows = (0..<4).map { index in
        [
            faces[index].painted(in: seeds[index].palette.onPaper), faces[index].lines.showing(dabs: dabs[index]),
            colored[index], cuts[index].onPaper,
        ]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["made up", "lines and dabs", "coloured with dabs", "cut out"],
            cellWidth: 180),
        named: "crisp", "Faces that nobody drew, as lines and cut paper, coloured by the shipped weights.")
    let soft = samples(plan.evaluated, deviation: 0.7, of: network, plan, in: notebook)
        .map { shareOfGreys(in: SampledFace($0, side: plan.side).lines) }
    let crisp = faces.prefix(plan.evaluated).map { shareOfGreys(in: $0.lines) }
    func mean(_ shares: some Collection<Double>) -> Double { shares.reduce(0, +) / Double(shares.count) }
    notebook.expect(
        "Their lines are ink and paper: share of greys, over that of lines out of soft pictures",
        mean(crisp) / mean(soft), .below(0.7))
    return cuts
}
//:end

//: The dabs have the colours that were made up, and the outline is that of the cut paper. Dark smears become ink, and eyes come out paler.
//:
