import Figures
import Foundation
import Training

/// A chord under the logarithm, and one over the exponential.
func chordFigure(from low: Double, to high: Double) -> Panels {
    let middle = (low + high) / 2
    func panel(_ title: String, y: String, _ function: (Double) -> Double) -> Figure {
        let mean = 0.5 * (function(low) + function(high))
        return Figure(title, x: "u", y: y)
            .curve(over: 0.2...4.4, "f(u)", color: .blue, function)
            .curve([low, high], [function(low), function(high)], "chord", color: .vermillion)
            .curve([middle, middle], [mean, function(middle)], "gap at the mean", color: .black)
    }
    return Panels(
        "f of the mean, and the mean of f",
        [
            panel("log u bends down", y: "log u") { log($0) }.legend(.bottomRight),
            panel("exp u bends up", y: "exp u") { exp($0) }.legend(.topLeft),
        ])
}

/// Jensen's gap for the logarithm of e^(sε) against s.
func jensenGapFigure(_ scatters: [Double], measured: [Double], sampleCount: Int) -> Figure {
    Figure("Jensen's gap for the logarithm", x: "s, the scatter of log u", y: "log E[u] − E[log u], nats")
        .curve(over: 0.1...1.2, "by the curvature", color: .grey, line: .dashed) { (exp($0 * $0) - 1) / 2 }
        .curve(over: 0.1...1.2, "exact, s²/2", color: .vermillion) { $0 * $0 / 2 }
        .points(scatters, measured, "from \(sampleCount) samples", color: .blue)
}

/// The bound over mean and deviation of q, and slices of it.
func landscapeFigure() -> Panels {
    let (means, deviations) = (-0.6...2.2, 0.1...1.4)
    func bound(_ mean: Double, _ deviation: Double) -> Double {
        closedFormBound(of: Gaussian(mean: mean, deviation: deviation))
    }
    let field = Figure("Bound, nats", x: "µ of q", y: "σ of q")
        .heatMap(x: means, y: deviations, limits: -6...logEvidence, resolution: 80, bound)
        .contours(x: means, y: deviations, levels: [-4, -3, -2.5, -2], color: .black, labelled: true, bound)
        .points([posterior.mean], [posterior.deviation], color: .vermillion)
    let slices = [("σ half as large", 0.5), ("σ of the posterior", 1), ("σ twice as large", 2)].reduce(
        Figure("Slices", x: "µ of q", y: "bound, nats").yRange(-5.2 ... -1.6)
    ) { figure, slice in
        figure.curve(over: means, slice.0) { bound($0, slice.1 * posterior.deviation) }
    }
    return Panels(
        "The bound for every Gaussian q",
        [field, slices.horizontalLine(at: logEvidence, "log p(x)", color: .black).legend(.below)],
        size: (width: 800, height: 440))
}

/// The first bounds of each climb under the log-likelihood, with the way from one to the next.
func climbingFigure(_ painters: TwoPainters, _ climbs: [[Double]], over thetas: [Double]) -> Panels {
    func panel(_ climb: [Double]) -> Figure {
        let (start, end) = (climb[0], climb[climb.count - 1])
        let margin = 0.12 * abs(end - start)
        // Behind the start there is little to see, beyond the end the way down.
        let (lower, upper): (Double, Double) = end < start ? (4 * margin, margin) : (margin, 4 * margin)
        let span: ClosedRange<Double> = (min(start, end) - lower)...(max(start, end) + upper)
        let visible = thetas.filter(span.contains)
        let (bottom, top) = (painters.logLikelihood(start), painters.logLikelihood(end))
        let base = Figure("From θ = \(start < 0 ? "−" : "")\(Int(abs(start)))", x: "θ", y: "nats").xRange(span)
            .yRange(bottom - 0.25 * (top - bottom)...top + 0.15 * (top - bottom))
            .curve(visible, visible.map(painters.logLikelihood), "log p(data)", color: .black)
        return zip(climb.prefix(3), [Color.blue, .vermillion, .green]).enumerated().reduce(base) { figure, step in
            let (number, (theta, color)) = (step.offset, step.element)
            let beliefs = painters.beliefs(theta)
            let next = climb[number + 1]
            let (touch, summit) = (painters.logLikelihood(theta), painters.bound(next, beliefs))
            return figure.curve(
                visible, visible.map { painters.bound($0, beliefs) }, "bound \(number + 1)", color: color
            )
            .points([theta], [touch], color: color)
            .arrow(from: (next, summit), to: (next, painters.logLikelihood(next)), color: color)
        }.legend(.below)
    }
    return Panels(
        "EM: the θ where a bound is highest is where the next one touches", climbs.map(panel),
        size: (width: 900, height: 520))
}

/// Estimates of the bound from n samples, and their error against n.
func samplesFigure(
    _ means: [[Double]], _ errors: [Double], sizes: [Int], exact: Double, deviation: Double
) -> Panels {
    // One sample in fifty is farther out than the axis reaches; how many it is, the legend says.
    let range = -9.0...0
    let histograms = [0, 2, 4].reduce(
        Figure("Right on average", x: "estimate of the bound, nats", y: "density")
    ) { figure, index in
        let shown = means[index].prefix(4000)
        let inside = shown.filter(range.contains)
        let beyond = shown.count - inside.count
        let note =
            beyond == 0 ? "" : " (\(rounded(100 * Double(beyond) / Double(shown.count), digits: 2)) % below −9)"
        return figure.histogram(inside, "n = \(sizes[index])\(note)", bins: 60, range: range, asDensity: true)
    }
    return Panels(
        "The bound from n samples",
        [
            histograms.verticalLine(at: exact, "exact", color: .black).legend(.below),
            Figure("The error falls with the root", x: "n", y: "error, nats").logarithmicX().logarithmicY()
                .points(sizes, errors, "measured", color: .blue)
                .curve(sizes, sizes.map { deviation / sqrt(Double($0)) }, "σ/√n", color: .vermillion, line: .dashed),
        ])
}

/// The bound with K samples inside the logarithm, and its gap.
func tighteningFigure(_ counts: [Int], bounds: [Double], variance: Double) -> Panels {
    Panels(
        "A mean of K weights inside the logarithm",
        [
            Figure("The bound rises", x: "K", y: "bound, nats").logarithmicX().legend(.bottomRight)
                .points(counts, bounds, "bound with K samples", color: .blue)
                .horizontalLine(at: logEvidence, "log p(x)", color: .vermillion),
            Figure("For large K the gap falls like 1/K", x: "K", y: "gap, nats").logarithmicX().logarithmicY()
                .points(counts, bounds.map { logEvidence - $0 }, "measured", color: .blue)
                .curve(
                    counts, counts.map { variance / Double(2 * $0) }, "Var/2K", color: .vermillion, line: .dashed),
        ])
}

/// Posteriors of the decoder that squares with the best Gaussians, and the gaps that these leave.
func notGaussianFigure(_ shown: [(x: Double, best: BestGaussian)], _ xs: [Double], _ gaps: [Double]) -> Panels {
    let visible = stride(from: -2.5, through: 2.5, by: 0.02).map { $0 }
    func panel(_ x: Double, _ best: BestGaussian) -> Figure {
        Figure("x = \(rounded(x)), gap \(rounded(best.gap, digits: 2)) nats", x: "z", y: "density")
            .yRange(0...2.3).legend(.topLeft)
            .region(
                visible, from: visible.map { _ in 0 },
                to: visible.map { exp(logJointOfSquare(x, $0) - best.logEvidence) }, "p(z|x)", color: .grey
            )
            .curve(visible, visible.map { exp(best.q.logDensity($0)) }, "best q", color: .blue)
    }
    return Panels(
        "The posterior of a decoder that squares",
        shown.map(panel) + [
            Figure("What the best Gaussian leaves", x: "x", y: "log p(x) − bound, nats")
                .curve(xs, gaps, color: .blue).horizontalLine(at: log(2), "log 2", color: .vermillion)
        ],
        columns: 2)
}
