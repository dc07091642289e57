import Figures
import Foundation
import LessonKit
import Training

//: Six starts, each fitted both ways. Guess first: how many different ends will each column have?

//:fold What is measured and drawn: `fits`
struct Fits {
    let target: Mixture
    let reverse: [Path]
    let forward: [Path]
}

func fits(in notebook: Notebook) throws -> Fits {
    let target = Mixture(distance: 2)
    let starts = [(-5.0, 1.0), (5, 1), (0, 3), (-0.4, 2), (0.4, 0.4), (-1, 3)]
        .map { Gaussian(mean: $0, deviation: $1) }
    let fits = Fits(
        target: target, reverse: starts.map { fit(.reverse, to: target, from: $0) },
        forward: starts.map { fit(.forward, to: target, from: $0) })
    func place(_ gaussian: Gaussian) -> String {
        "\(rounded(abs(gaussian.mean) < 5e-4 ? 0 : gaussian.mean)), \(rounded(gaussian.deviation))"
    }
    notebook.table(
        ["start (µ, σ)", "KL[q‖p] ends at", "", "KL[p‖q] ends at", ""],
        starts.indices.map { index in
            let (reverse, forward) = (fits.reverse[index], fits.forward[index])
            return [
                place(starts[index]), place(reverse.last), "\(rounded(reverse.lowest)) nats",
                place(forward.last), "\(rounded(forward.lowest)) nats",
            ]
        })
    func density(_ logDensity: (Double) -> Double) -> [Double] { visible.map { exp(logDensity($0)) } }
    let visible = grid.filter { abs($0) < 6 }
    func panel(_ name: String, _ path: Path, _ color: Color) -> Figure {
        let start = path.gaussians[0]
        return Figure(
            "\(name), from (\(place(start))): \(rounded(path.lowest, digits: 2)) nats", x: "x", y: "density"
        )
        .yRange(0...0.85).legend(.topRight)
        .region(visible, from: visible.map { _ in 0 }, to: density(target.logDensity), "p", color: .grey)
        .curve(visible, density(path.last.logDensity), "q", color: color)
    }
    try notebook.show(
        Panels(
            "One Gaussian q for two modes: four fits",
            [
                panel("KL[q‖p]", fits.reverse[0], .blue), panel("KL[q‖p]", fits.reverse[1], .blue),
                panel("KL[q‖p]", fits.reverse[2], .blue), panel("KL[p‖q]", fits.forward[0], .vermillion),
            ], columns: 2, size: (width: 800, height: 620)),
        named: "two-modes",
        "Four fits of one Gaussian to a density with two modes, a panel for each, with its start and its divergence.",
        isThumbnail: true)
    try notebook.show(
        walkingFits(
            fits.reverse[0], fits.forward[0], to: target, frames: notebook.scale.choose(tiny: 2, quick: 18, full: 18)),
        named: "walking",
        "In motion: the first start, fitted both ways. KL[q‖p] settles on one mode, KL[p‖q] over both.")
    return fits
}
//:end

//: $\mathrm{KL}[p\Vert q]$ has one end: the mean and the deviation of $p$. (The two fits from far out have nearly
//: arrived after 400 steps.) Its peak lies in the valley, where $p$ has hardly anything. On paper there can be no other
//: end, since $\mathrm{KL}[p\Vert q]$ is $\log\sigma + \frac{v + (\mu - m)^2}{2\sigma^2}$ plus a constant, for a $p$ of
//: mean $m$ and variance $v$.
//:
//: $\mathrm{KL}[q\Vert p]$ has three ends: each mode, and a wide $q$ that covers both. So "it chooses a mode", as many
//: texts have it, is true of the *best* fit, and of many starts, but not of every fit. The best one sits on the heavier
//: mode. It costs $-\log w$ for a mode of weight $w$, because inside the mode $q/p = 1/w$. Covering costs more than
//: three times as much here, and still it is a minimum: a wide $q$ that becomes a little narrower has more of its
//: samples in the valley, and one that moves aside has some beyond a mode, where $p$ is almost zero.
//:
//: The landscapes of the two losses show it. The one on the left has three basins, the one on the right a single bowl.
//: The third basin, at the top in the middle, is too shallow for the colours; two of the paths end in it.

//:fold What is measured and drawn: `paths`
func paths(of fits: Fits, in notebook: Notebook) throws {
    let p = grid.map(fits.target.logDensity)
    func landscape(_ direction: Direction, _ paths: [Path]) -> Figure {
        let base = Figure("\(direction.rawValue), base-2 logarithm", x: "µ", y: "log σ").yRange(-1.4...1.8)
            .heatMap(x: -6...6, y: -1.4...1.8, resolution: 80) { mean, logDeviation in
                // Levels that double are evenly spaced in the logarithm.
                log2(direction.divergence(between: Gaussian(mean: mean, deviation: exp(logDeviation)), and: p))
            }
        return paths.reduce(base) { figure, path in
            let (xs, ys) = (path.gaussians.map(\.mean), path.gaussians.map { log($0.deviation) })
            return figure.curve(xs, ys, color: .white)
                .points([path.last.mean], [log(path.last.deviation)], color: .vermillion)
        }
    }
    try notebook.show(
        Panels(
            "Downhill from six starts: paths white, ends orange",
            [landscape(.reverse, fits.reverse), landscape(.forward, fits.forward)]),
        named: "landscapes",
        "The two losses over (µ, log σ) and the paths of the fits. Colour is the logarithm: 0 is one nat, −1 is half."
    )

    let steps = fits.reverse[0].divergences.indices.map { Double($0 + 1) }
    func curves(_ figure: Figure, _ paths: [Path], _ name: String, _ color: Color) -> Figure {
        paths.enumerated().reduce(figure) {
            $0.curve(steps, $1.element.divergences, $1.offset == 0 ? name : nil, color: color)
        }
    }
    var figure = Figure("The divergence on the way down", x: "step", y: "divergence, nats").logarithmicX()
        .logarithmicY()
    figure = curves(figure, fits.reverse, "KL[q‖p]", .blue)
    figure = curves(figure, fits.forward, "KL[p‖q]", .vermillion)
    try notebook.show(
        figure, named: "descent", "The loss of every fit. None reaches zero: no Gaussian has two modes.")

    for (path, part) in zip(fits.reverse, fits.target.parts) {
        notebook.expect(
            "From far out KL[q‖p] ends on the nearer mode: distance",
            abs(path.last.mean - part.gaussian.mean), .below(0.05))
        notebook.expect(
            "… and pays for the other: KL[q‖p] against −log w", path.lowest, .near(-log(part.weight), tolerance: 0.01)
        )
    }
    notebook.expect(
        "From (0, 3) it covers both: deviation in those of a mode", fits.reverse[2].last.deviation / 0.5, .above(3))
    notebook.expect(
        "… which costs more than the heavier mode: ratio", fits.reverse[2].lowest / fits.reverse[0].lowest, .above(3))
    let shifts = fits.forward.map { abs($0.last.mean - fits.target.mean) }
    let stretches = fits.forward.map { abs($0.last.deviation - fits.target.deviation) }
    notebook.expect("KL[p‖q] finds p's mean from every start: largest error", shifts.max() ?? .nan, .below(0.02))
    notebook.expect("… and its deviation: largest error", stretches.max() ?? .nan, .below(0.02))
}
//:end

//: > **What is normal.** A loss that stops well above zero is not a failed fit: the family is too small for the target. Compare a fit
//: > with the best possible value, here 0.51 nats for $\mathrm{KL}[q\Vert p]$ and 0.72 for $\mathrm{KL}[p\Vert q]$, and start it several times.
//:
