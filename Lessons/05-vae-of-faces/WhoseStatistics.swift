import Drawings
import Figures
import Foundation
import LessonKit
import Models
import TensorCore

//: ## Appendix: whose statistics?
//:
//: <details><summary>Batch norm in training mode makes a face depend on its neighbours</summary>
//:
//: The article's code never leaves training mode. When it samples, batch norm still uses the statistics of the present batch, so a face
//: depends on the faces beside it. Below are eight steps of one walk, decoded with the running statistics, in a batch with 56 others, and as a batch of
//: their own.

//:fold What is measured and drawn: `statistics`
func statistics(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    var generator = notebook.generator(9)
    let ends = vae.encode(faces.evaluated(2), .inference).mean
    let walk = between(ends.rows([0]), ends.rows([1])).sliced(axis: 0, 0..<8)
    let others = Tensor(normalWithMean: 0, shape: [56, vae.latent], using: &generator)
    let running = vae.decode(walk, .inference)
    let crowd = vae.decode(Tensor.concatenated([walk, others], axis: 0), .inference).sliced(axis: 0, 0..<8)
    // A tape that learns nothing: training mode for the norms only. It also moves their running statistics, so it comes last.
    let among = vae.decode(Tensor.concatenated([walk, others], axis: 0), .training(Tape())).sliced(axis: 0, 0..<8)
    let alone = vae.decode(walk, .training(Tape()))
    try notebook.show(
        PictureGrid(
            "", rows: [running, among, alone].map(\.unsigned.pictures),
            rowTitles: ["running\nstatistics", "batch of 64", "batch of 8"]),
        named: "statistics", "The same eight codes with the running statistics, and with those of two batches.")
    let changes = [crowd, among, alone].map { meanSquaredError($0, running).squareRoot().item }
    notebook.expect("Running statistics: what others do to a face, RMS", changes[0], .below(1e-5))
    notebook.expect("The batch's: what 56 others do to it", changes[1], .above(0.02))
    notebook.expect(
        "… and what a batch of its like does, over that of the 56 others: ratio", changes[2] / changes[1], .above(1.2)
    )
}

//:end

//: In a batch of similar faces, what they have in common *is* the mean, and the norm removes it. With sixty random samples, as the article draws them, the effect is
//: smaller. Use running statistics wherever a picture must not depend on its neighbours.
//:
//: </details>
//:
