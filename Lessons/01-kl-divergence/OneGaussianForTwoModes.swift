import Drawings
import Figures
import Foundation
import LessonKit
import Training

//: Now four starts, each fitted both ways.

//:fold What is measured and drawn: `fits`
struct Fits {
    let target: Mixture
    let reverse: [Path]
    let forward: [Path]
}

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
