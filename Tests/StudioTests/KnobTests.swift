import Foundation
import Testing

@testable import Lesson01
@testable import Lesson02
@testable import Studio

/// The knobs say what the lessons say.
@Suite("The lessons' knobs")
struct KnobTests {
    @Test("Fits end where lesson 01's do", arguments: [(-1.0, 3.0), (0.4, 0.4), (5, 1)])
    func fits(start: (mean: Double, deviation: Double)) {
        let target = Lesson01.Mixture(distance: 2)
        for (own, theirs) in [(Studio.Fit.Direction.reverse, Lesson01.Direction.reverse), (.forward, .forward)] {
            let fit = Studio.Fit(
                own, to: Studio.Mixture(distance: 2, weightOfLeft: 0.6),
                from: Studio.Gaussian(mean: start.mean, deviation: start.deviation))
            let end = Lesson01.fit(
                theirs, to: target, from: Lesson01.Gaussian(mean: start.mean, deviation: start.deviation), steps: 300
            ).last
            #expect(abs(fit.last.mean - end.mean) < 0.01, "\(own): \(fit.last.mean) and \(end.mean)")
            #expect(abs(fit.last.deviation - end.deviation) < 0.01)
        }
    }

    @Test("Likelihood, beliefs, bound and summit are lesson 02's")
    func bound() {
        let points = [-3.2, -0.4, 0.3, 3.1, 4.4]
        let (own, theirs) = (Studio.TwoPainters(points: points), Lesson02.TwoPainters(points: points))
        for theta in [-5.0, -1, 0.2, 3, 7] {
            let beliefs = own.beliefs(theta)
            #expect(zip(beliefs, theirs.beliefs(theta)).allSatisfy { abs($0 - $1) < 1e-12 })
            #expect(abs(own.logLikelihood(theta) - theirs.logLikelihood(theta)) < 1e-9)
            #expect(abs(own.bound(1, beliefs) - theirs.bound(1, beliefs)) < 1e-9)
            #expect(abs(own.summit(beliefs) - theirs.summit(beliefs)) < 1e-12)
        }
    }

    @Test("A narrow opening closes and a wide one does not, by turns of the knob")
    func regions() async throws {
        try await RunningStudio.with { studio in
            for (opening, isClosed) in [(0.0, true), (8, true), (40, false)] {
                let answer = try await studio.askJSON("knobs/regions", ["pen": 3, "opening": opening, "gap": 12])
                #expect(answer?.headers["nurie-info"]?.contains("\"isClosed\":\(isClosed)") == true, "\(opening)")
            }
            #expect(try await studio.askJSON("knobs/regions", ["pen": 3, "opening": 1e9, "gap": 12])?.status == 400)
            #expect(try await studio.askJSON("knobs/bound", ["theta": 1])?.status == 200)
            let turn = ["distance": 2, "weightOfLeft": 0.6, "startMean": 0.4, "startDeviation": 0.4]
            #expect(try await studio.askJSON("knobs/divergence", turn)?.status == 200)
        }
    }
}
