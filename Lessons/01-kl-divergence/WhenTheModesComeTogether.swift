import Figures
import Foundation
import LessonKit
import Training

//: ## When the modes come together
//:
//: Move two equal modes together. Two things happen to $\mathrm{KL}[q\Vert p]$, and not at the same distance: covering both becomes
//: the *cheaper* answer, and the minimum on a mode *disappears*. Which comes first?

//:fold What is measured and drawn: `pitchfork`
func pitchfork(in notebook: Notebook) throws {
    let step = notebook.scale.choose(tiny: 0.3, quick: 0.05, full: 0.02)
    let distances = stride(from: 0.5, through: 2.001, by: step).map { $0 }
    func fits(_ direction: Direction, from mean: Double, _ deviation: (Double) -> Double) -> [Path] {
        distances.map { distance in
            let start = Gaussian(mean: mean * distance, deviation: deviation(distance))
            return fit(direction, to: Mixture(distance: distance, weightOfLeft: 0.5), from: start, steps: 400)
        }
    }
    let (left, right) = (fits(.reverse, from: -1) { _ in 0.5 }, fits(.reverse, from: 1) { _ in 0.5 })
    let (wide, forward) = (fits(.reverse, from: 0.2) { $0 + 0.3 }, fits(.forward, from: 1) { _ in 0.5 })
    let isParted = distances.indices.map { right[$0].last.mean - left[$0].last.mean > 0.5 }
    let parted = distances.indices.filter { isParted[$0] }
    let first = parted.first.map { distances[$0] } ?? .nan
    func means(_ paths: [Path]) -> [Double] { paths.map(\.last.mean) }
    try notebook.show(
        Panels(
            "Two equal modes of σ = ½ move apart",
            [
                Figure("Where the fits end", x: "half the distance of the modes", y: "µ of the fit")
                    .curve(distances, distances, "modes of p", color: .grey, line: .dashed)
                    .curve(distances, distances.map { -$0 }, color: .grey, line: .dashed)
                    .points(distances, means(left), "KL[q‖p] from the left mode", color: .blue)
                    .points(distances, means(right), "KL[q‖p] from the right mode", color: .green)
                    .points(distances, means(wide), "KL[q‖p] from wide", color: .black).legend(.below),
                Figure("What the ends cost", x: "half the distance of the modes", y: "divergence, nats")
                    .curve(distances, wide.map(\.lowest), "KL[q‖p], covering", color: .black)
                    .points(
                        parted.map { distances[$0] }, parted.map { right[$0].lowest }, "KL[q‖p], on a mode",
                        color: .green
                    )
                    .horizontalLine(at: log(2), "log 2", color: .grey).legend(.below),
            ], size: (width: 900, height: 460)),
        named: "pitchfork",
        "Where fits end, and what they cost, as two equal modes are drawn apart. Left of \(rounded(first)) all three coincide."
    )

    let gains = parted.map { wide[$0].lowest - right[$0].lowest }
    var turn = Double.nan
    if let index = gains.indices.dropFirst().first(where: { gains[$0 - 1] < 0 && gains[$0] >= 0 }) {
        let part: Double = gains[index - 1] / (gains[index - 1] - gains[index])
        let (before, after) = (distances[parted[index - 1]], distances[parted[index]])
        turn = before + part * (after - before)
    }
    notebook.say("The fits part from a half-distance of \(rounded(first)) on;")
    notebook.say("covering costs as much as a mode at \(rounded(turn)).")
    notebook.expect("A mode has a minimum of its own from a half-distance of", first, .within(1.2...1.3))
    notebook.expect("Covering costs the same farther out, at", turn, .near(1.4, tolerance: 0.03))
    notebook.expect(
        "So in between fits stay on a mode although covering is cheaper: by nats where they part",
        -(gains.first ?? .nan),
        .above(0.1))
    notebook.expect(
        "Covering remains an end all the way, also from starts off the middle: its largest |µ|", spread(wide),
        .below(0.02))
    notebook.expect("KL[p‖q] always covers: its largest |µ|", spread(forward), .below(0.02))
}

private func spread(_ paths: [Path]) -> Double { paths.map { abs($0.last.mean) }.max() ?? .nan }
//:end

//: Going inwards, covering becomes the cheaper answer at a half-distance of about 1.40. The minimum on a mode
//: disappears only between 1.20 and 1.25. In between, fits that started on a mode stay there although covering would
//: cost less: they are stuck in a local minimum. Farther in there is only one minimum, and every fit covers.
//:
//: Both divergences will come back. A variational autoencoder's loss contains $\mathrm{KL}[q(z|x)\Vert p(z)]$, the kind
//: that forces zeros, for its *latents*. As a whole, that loss is of the other kind, for *pictures*. It is an upper bound on $-\log q(x)$, where $q$ is the model and $x$ a true picture (lesson 02). The mean of that over true pictures is the
//: cross-entropy $H(p, q) = \mathrm{KL}[p\Vert q] + H(p)$, and no model changes $H(p)$. So to make true pictures as
//: likely as possible is to minimise $\mathrm{KL}[p\Vert q]$. Where such a model cannot decide, it covers, which shows
//: as blur. Lesson 06 measures whether its rivals, the adversarial networks, lose modes.
