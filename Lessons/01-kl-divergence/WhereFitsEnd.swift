import Figures
import Foundation
import LessonKit

//: ## Which start ends where
//:
//: Six starts were chosen by hand, and choosing starts is how one fools oneself. So here is a whole grid of them, with the end that each
//: one reached.

//:fold The kinds of end: `End`
/// The kinds of end that a fit to two modes has.
enum End: Int, CaseIterable {
    case leftMode, rightMode, covering, elsewhere

    var name: String {
        switch self {
        case .leftMode: "ends on the left mode"
        case .rightMode: "ends on the right mode"
        case .covering: "covers both"
        case .elsewhere: "ends elsewhere"
        }
    }

    init(of q: Gaussian, for target: Mixture, covering: Gaussian) {
        func isNear(_ end: Gaussian) -> Bool {
            abs(q.mean - end.mean) < 0.1 && abs(log(q.deviation / end.deviation)) < 0.1
        }
        self =
            isNear(target.parts[0].gaussian)
            ? .leftMode : isNear(target.parts[1].gaussian) ? .rightMode : isNear(covering) ? .covering : .elsewhere
    }
}

//:end

//:fold What is measured and drawn: `basins`
func basins(in notebook: Notebook) throws {
    let target = Mixture(distance: 2)
    let covering = fit(.reverse, to: target, from: Gaussian(mean: 0, deviation: 2)).last
    let (columns, rows) = notebook.scale.choose(tiny: (5, 3), quick: (19, 9), full: (49, 25))
    var starts: [Gaussian] = []
    for row in 0..<rows {
        let logDeviation: Double = -1.2 + 2.6 * Double(row) / Double(rows - 1)
        for column in 0..<columns {
            let mean: Double = -4.5 + 9 * Double(column) / Double(columns - 1)
            starts.append(Gaussian(mean: mean, deviation: exp(logDeviation)))
        }
    }
    let ends = starts.map {
        End(of: fit(.reverse, to: target, from: $0, steps: 300).last, for: target, covering: covering)
    }
    let (means, heights): ([Double], [Double]) = (starts.map { $0.mean }, starts.map { log($0.deviation) })
    let base = Figure("KL[q‖p]: where a fit from (µ, log σ) ends", x: "µ of the start", y: "log σ of the start")
    try notebook.show(
        base.legend(.below)
            .points(means, heights, classes: ends.map { $0.rawValue }, names: End.allCases.map { $0.name }),
        named: "basins", "Where the fits from \(starts.count) starts end.")
    let shares = End.allCases.map { end in Double(ends.count { $0 == end }) / Double(ends.count) }
    notebook.table(["end", "share of the starts"], zip(End.allCases, shares).map { [$0.name, percent($1)] })

    notebook.expect("There are three ends: how many are reached", Set(ends.map(\.rawValue)).count, exactly: 3)
    notebook.expect("… and no start ends elsewhere: starts", ends.count { $0 == .elsewhere }, exactly: 0)
    notebook.expect("Some starts end in covering both: share", shares[End.covering.rawValue], .within(0.1...0.5))
    notebook.expect(
        "… all of them near the middle: largest |µ| of such a start",
        ends.indices.map { ends[$0] == .covering ? abs(starts[$0].mean) : 0 }.max() ?? .nan, .below(1.5))
    let p = grid.map(target.logDensity)
    let here = Direction.reverse.divergence(between: covering, and: p)
    let around = (0..<360).map { part in
        let angle = 2 * Double.pi * Double(part) / 360
        let q = Gaussian(
            mean: covering.mean + 0.1 * cos(angle), deviation: covering.deviation * exp(0.1 * sin(angle)))
        return Direction.reverse.divergence(between: q, and: p) - here
    }
    // The smaller second derivative is 0.21, so that a tenth away the rise is 0.21 · 0.1² / 2.
    notebook.expect(
        "Covering is a true minimum, uphill on all sides: least rise at a distance of 0.1, nats",
        around.min() ?? .nan, .near(0.00105, tolerance: 0.0002))
    let forward = starts.map { fit(.forward, to: target, from: $0).last }
    let distances = forward.map { max(abs($0.mean - target.mean), abs($0.deviation - target.deviation)) }
    notebook.expect(
        "KL[p‖q] has one end for all \(starts.count): largest distance from the moments of p",
        distances.max() ?? .nan,
        .below(0.05))
}

func percent(_ share: Double) -> String { "\(Int((100 * share).rounded())) %" }
//:end

//: Only starts near the middle cover, and a wide $q$ may begin farther from it than a narrow one. On the side of the
//: lighter mode, the right, more of them cover. All others end on the mode of their side, and the narrowest start in the very middle on the heavier mode. A fit therefore depends on
//: two things: on the divergence, and on where it began. In practice one starts several times and keeps the lowest end.
//:
