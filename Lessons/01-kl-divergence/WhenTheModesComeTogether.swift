import Figures
import Foundation
import LessonKit
import Training

//: ## When the modes come together
//:
//: Is one mode always chosen? Push the modes together and at some distance the two basins flow into one: covering both has become the
//: cheaper answer, and the fits from either side jump to the middle.

//:fold What is measured and drawn: `pitchfork`
func pitchfork(in notebook: Notebook) throws {
    let distances = stride(from: 0.2, through: 2.01, by: 0.1).map { $0 }
    func ends(_ direction: Direction, from start: Double) -> [Gaussian] {
        distances.map { distance in
            let target = Mixture(distance: distance, weightOfLeft: 0.5)
            return fit(direction, to: target, from: Gaussian(mean: start, deviation: 0.5), steps: 300).last
        }
    }
    let (left, right) = (ends(.reverse, from: -1), ends(.reverse, from: 1))
    let covering = ends(.forward, from: 1)
    try notebook.show(
        Figure(
            "Where the fit lets go of one mode", x: "half the distance of the modes (each has σ = ½)",
            y: "µ of the fit"
        )
        .curve(distances, distances, "modes of p", color: .grey, line: .dashed)
        .curve(distances, distances.map { -$0 }, color: .grey, line: .dashed)
        .points(distances, left.map(\.mean), "KL[q‖p], from the left", color: .blue)
        .points(distances, right.map(\.mean), "KL[q‖p], from the right", color: .green)
        .points(distances, covering.map(\.mean), "KL[p‖q]", color: .vermillion)
        .legend(.topLeft),
        named: "pitchfork", "Where the fits end as two equal modes are drawn apart.")
    if let parting = distances.indices.first(where: { right[$0].mean - left[$0].mean > 0.1 }) {
        notebook.say(
            "The fits part when the modes are \(rounded(2 * distances[parting] / 0.5)) of their σ from each other.")
    }
    let merged = abs(right[0].mean - left[0].mean)
    let parted = right[right.count - 1].mean - left[left.count - 1].mean
    notebook.expect("Modes that have merged are covered both ways: gap of the fits", merged, .below(0.05))
    notebook.expect("Modes far apart are not: gap of the fits", parted, .near(4, tolerance: 0.1))
    notebook.expect(
        "KL[p‖q] stays between them: largest |µ|", covering.map { abs($0.mean) }.max() ?? .nan, .below(0.02))
}
//:end

//: Remember both pictures. The autoencoder's loss holds $\mathrm{KL}[q(z|x)\Vert p(z)]$, the kind that forces zeros, on its
//: *latents*; its likelihood is of the other kind, on *pictures*, and covers what it cannot decide between: that is why
//: its samples are blurred. The adversaries of lesson 06 pick modes, and sometimes just one.
