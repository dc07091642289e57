import Drawings
import Figures
import Foundation
import LessonKit
import Training

//: ## One Gaussian for two modes
//:
//: Now the experiment that the whole lesson is for. The target has two modes, and $q$ is a single Gaussian that cannot be right.
//: Which wrong answer it settles for depends on the divergence alone.
//:
//: There are only two numbers to learn, $\mu$ and $\log\sigma$, so the slope is measured by taking a small step either
//: way. (Millions of numbers need the tape of lesson 03.)

/// Gaussians with weights that add up to one.
struct Mixture {
    var parts: [(weight: Double, gaussian: Gaussian)]

    /// Two modes of standard deviation ½, at −distance and +distance.
    init(distance: Double, weightOfLeft: Double = 0.6) {
        parts = [
            (weightOfLeft, Gaussian(mean: -distance, deviation: 0.5)),
            (1 - weightOfLeft, Gaussian(mean: distance, deviation: 0.5)),
        ]
    }

    /// The logarithm of the sum, kept finite where every part underflows.
    func logDensity(_ x: Double) -> Double {
        let terms = parts.map { log($0.weight) + $0.gaussian.logDensity(x) }
        let largest = terms.max() ?? 0
        return largest + log(terms.reduce(0) { $0 + exp($1 - largest) })
    }

    var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.gaussian.mean } }

    var deviation: Double {
        sqrt(
            parts.reduce(0) { sum, part in
                let shift = part.gaussian.mean - mean
                return sum + part.weight * (part.gaussian.deviation * part.gaussian.deviation + shift * shift)
            })
    }
}

/// Which way round the divergence is written.
enum Direction: String, CaseIterable {
    case reverse = "KL[q‖p]"
    case forward = "KL[p‖q]"

    func divergence(between q: Gaussian, and p: [Double]) -> Double {
        let q = grid.map(q.logDensity)
        let (truth, belief) = self == .reverse ? (q, p) : (p, q)
        return 0.01 * zip(truth, belief).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
    }
}

/// The path of a fit: every position, and the divergence there.
struct Path {
    var gaussians: [Gaussian] = []
    var divergences: [Double] = []

    var last: Gaussian { gaussians[gaussians.count - 1] }
}

/// Fits a Gaussian to a density by walking downhill in (µ, log σ).
func fit(_ direction: Direction, to target: Mixture, from start: Gaussian, steps: Int = 400) -> Path {
    let p = grid.map(target.logDensity)
    let (nudge, rate, longest) = (1e-4, 0.1, 0.2)
    func loss(_ mean: Double, _ logDeviation: Double) -> Double {
        direction.divergence(between: Gaussian(mean: mean, deviation: exp(logDeviation)), and: p)
    }
    var (mean, logDeviation) = (start.mean, log(start.deviation))
    var path = Path()
    for _ in 0...steps {
        path.gaussians.append(Gaussian(mean: mean, deviation: exp(logDeviation)))
        path.divergences.append(loss(mean, logDeviation))
        let slopes = (
            (loss(mean + nudge, logDeviation) - loss(mean - nudge, logDeviation)) / (2 * nudge),
            (loss(mean, logDeviation + nudge) - loss(mean, logDeviation - nudge)) / (2 * nudge)
        )
        // Far from the target the slopes are in the hundreds: no step is longer than a fifth.
        let length = rate * (slopes.0 * slopes.0 + slopes.1 * slopes.1).squareRoot()
        let step = rate * min(1, longest / max(length, 1e-12))
        mean -= step * slopes.0
        logDeviation -= step * slopes.1
    }
    return path
}

struct Fits {
    let target: Mixture
    let reverse: [Path]
    let forward: [Path]
}

//:fold What is measured and drawn: `fits`
func fits(in notebook: Notebook) throws -> Fits {
    let target = Mixture(distance: 2)
    let starts = [(-5.0, 1.0), (-1, 3), (0.4, 0.4), (5, 1)].map { Gaussian(mean: $0, deviation: $1) }
    let fits = Fits(
        target: target, reverse: starts.map { fit(.reverse, to: target, from: $0) },
        forward: starts.map { fit(.forward, to: target, from: $0) })

    notebook.table(
        ["start (µ, σ)", "KL[q‖p] ends at", "", "KL[p‖q] ends at", ""],
        starts.indices.map { index in
            let (reverse, forward) = (fits.reverse[index], fits.forward[index])
            func place(_ gaussian: Gaussian) -> String { "\(rounded(gaussian.mean)), \(rounded(gaussian.deviation))" }
            func price(_ path: Path) -> String { "\(rounded(path.divergences.last ?? 0)) nats" }
            return [
                place(starts[index]), place(reverse.last), price(reverse), place(forward.last), price(forward),
            ]
        })

    func density(_ logDensity: (Double) -> Double) -> [Double] { visible.map { exp(logDensity($0)) } }
    let visible = grid.filter { abs($0) < 6 }
    func panel(_ title: String, _ paths: [Path], _ color: Color) -> Figure {
        let base = Figure(title, x: "x", y: "density").yRange(0...0.85).legend(.topRight)
            .region(visible, from: visible.map { _ in 0 }, to: density(target.logDensity), "p", color: .grey)
        return paths.enumerated().reduce(base) {
            $0.curve(
                visible, density($1.element.last.logDensity), $1.offset == 0 ? "q" : nil, color: color)
        }
    }
    try notebook.show(
        Panels(
            "One Gaussian for two modes",
            [
                panel("KL[q‖p] picks a mode", fits.reverse, .blue),
                panel("KL[p‖q] covers both", fits.forward, .vermillion),
            ]),
        named: "two-modes",
        "A Gaussian fitted to a density with two modes, both ways round, from four starts each.", isThumbnail: true)
    return fits
}
//:end

//: Minimising $\mathrm{KL}[q\Vert p]$ chooses a mode and forgets the other; which one is a matter of where it started. Minimising
//: $\mathrm{KL}[p\Vert q]$ comes to the same answer from everywhere: the mean and the deviation of $p$, with its summit in the
//: valley, where $p$ has hardly anything. Neither is a mistake. The first makes samples that could be true; the second makes room for
//: everything that is true. The price of choosing one mode of weight $w$ can be read off: inside it $q/p = 1/w$, so
//: $\mathrm{KL}[q\Vert p] = -\log w$.
//:
//: The path of each fit over its loss shows why. The left landscape has two basins and a pass between them; the right one has a single
//: bowl.

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
            "Downhill from four starts",
            [landscape(.reverse, fits.reverse), landscape(.forward, fits.forward)]),
        named: "landscapes", "The two losses over (µ, log σ), and the paths that the fits took.")

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

    for path in fits.reverse {
        let part = path.last.mean < 0 ? fits.target.parts[0] : fits.target.parts[1]
        notebook.expect(
            "KL[q‖p] sits on one mode: distance to it", abs(path.last.mean - part.gaussian.mean), .below(0.1))
        notebook.expect(
            "… and pays for the other: KL[q‖p] against −log w", path.divergences.last ?? .nan,
            .near(-log(part.weight), tolerance: 0.02))
    }
    let modes = Set(fits.reverse.map { $0.last.mean < 0 })
    notebook.expect("Which mode depends on the start: modes found", modes.count, exactly: 2)
    for path in fits.forward {
        notebook.expect(
            "KL[p‖q] matches the mean of p: difference", abs(path.last.mean - fits.target.mean), .below(0.02))
        notebook.expect(
            "… and its deviation: difference", abs(path.last.deviation - fits.target.deviation), .below(0.02))
    }
}
//:end

//: > **What is normal.** A loss that stops well above zero is not a failed fit: the family is too small for the target. Only the
//: > best possible value is the yardstick, and here it is about half a nat.
//:
