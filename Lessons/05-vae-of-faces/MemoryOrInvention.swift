import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Memory or invention?
//:
//: A model that draws its training faces again has invented nothing. But to find a near training face beside a sample proves little: a blurred face is near to many. So we ask
//: whether samples are nearer to faces that the model has *seen* than to as many that it has *not*. To test the test, we do the same with a model that
//: had only 32 faces, and every chance to learn them by heart.

//:fold What is measured and drawn: `memory`
func memory(of vae: FaceVAE, on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws {
    var generator = notebook.generator(7)
    let codes = Tensor(normalWithMean: 0, shape: [128, vae.latent], using: &generator)
    let samples = vae.decode(codes, .inference).unsigned
    let nearest = neighbours(of: samples.rows(Array(0..<15)), among: faces.training)
    let cells = (0..<15).map { [samples.rows([$0]).pictures[0], faces.training[nearest[$0].index]] }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in cells[5 * row..<5 * row + 5].flatMap { $0 } },
            columnTitles: (0..<5).flatMap { _ in ["sample", "nearest"] }),
        named: "neighbours", "Samples, and beside each the nearest of all training faces.")

    let few = 32
    let memoriser = try outcome(
        of: Trial(name: "few faces", sigma: 0.3, normalisesCodes: true, faceCount: few), on: faces, by: evaluation,
        in: notebook)
    let count = faces.heldOut.count
    let full = recall(of: samples, on: faces, count: count)
    let small = recall(of: memoriser.samples.unsigned, on: faces, count: few)
    notebook.table(
        ["samples of a model of", "to the nearest it has seen", "to the nearest of as many unseen", "ratio"],
        [("\(faces.training.count) faces", full), ("\(few) faces", small)].map { name, recall in
            [name, rounded(recall.seen), rounded(recall.unseen), rounded(recall.seen / recall.unseen)]
        })
    notebook.expect(
        "No nearer to what it has seen than to what it has not: ratio", full.seen / full.unseen, .within(0.95...1.05))
    notebook.expect(
        "The model of few faces is: ratio below the other's", full.seen / full.unseen - small.seen / small.unseen,
        .above(0.03))
}
//:end

/// The median distances of samples to the nearest of `count` faces that were learnt from, and of as many held out.
func recall(of samples: Tensor, on faces: Faces, count: Int) -> (seen: Double, unseen: Double) {
    func middle(_ faces: FaceCrops) -> Double {
        median(neighbours(of: samples, among: faces.first(count)).map(\.distance))
    }
    return (middle(faces.training), middle(faces.heldOut))
}
