import Basics

/// Knob 02: the likelihood of one unknown mean, and the bound that touches it, by lesson 02's own code.
struct BoundKnob: Room {
    let queue: WorkQueue

    var actions: [String: Action] { ["knobs/bound": turn] }

    private struct Request: Codable { var theta: Double }

    private struct Answer: Codable {
        var thetas, likelihood, bound: [Double]
        /// Where the bound touches, where its summit is, and how high the curve is at both.
        var touch, summit, heightAtTouch, heightAtSummit: Double
    }

    /// Lesson 02's data: 30 points around 0, 20 around 4, and 10 around −4, for which there is no painter.
    private static let painters: TwoPainters = {
        var generator = SeededGenerator(seed: 0, stream: 3)
        return TwoPainters(
            points: [(0.0, 30), (4, 20), (-4, 10)].flatMap { centre, count in
                (0..<count).map { _ in centre + Double(generator.normal()) }
            })
    }()

    private func turn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(Request.self, body)
        guard (-8...8).contains(request.theta) else { throw Refusal.turnedTooFar }
        return try await queue.run("bound") {
            let painters = Self.painters
            let beliefs = painters.beliefs(request.theta)
            let thetas = (-80...80).map { 0.1 * Double($0) }
            let summit = painters.summit(beliefs)
            return try Reply(
                Answer(
                    thetas: thetas, likelihood: thetas.map(painters.logLikelihood),
                    bound: thetas.map { painters.bound($0, beliefs) }, touch: request.theta, summit: summit,
                    heightAtTouch: painters.logLikelihood(request.theta),
                    heightAtSummit: painters.logLikelihood(summit)))
        }
    }
}
