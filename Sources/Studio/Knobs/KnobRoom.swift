import Basics
import Foundation
import Pictures

/// The room of the lessons' knobs: each turn is computed anew.
struct KnobRoom: Room {
    private let queue: WorkQueue

    init(queue: WorkQueue) { self.queue = queue }

    var actions: [String: Action] {
        ["knobs/divergence": divergence, "knobs/bound": bound, "knobs/regions": regions]
    }

    // MARK: 01: one Gaussian for two modes

    private struct DivergenceRequest: Codable {
        var distance, weightOfLeft, startMean, startDeviation: Double
    }

    private struct FittedGaussian: Codable {
        var mean, deviation, divergence: Double
        var density: [Double]
        /// The means and deviations on the way, every tenth.
        var means, deviations: [Double]
    }

    private struct DivergenceAnswer: Codable {
        var xs, target: [Double]
        var reverse, forward: FittedGaussian
    }

    private func divergence(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(DivergenceRequest.self, body)
        guard (0...4).contains(request.distance), (0.02...0.98).contains(request.weightOfLeft),
            (-6...6).contains(request.startMean), (0.1...4).contains(request.startDeviation)
        else { throw Refusal(.badRequest, "A knob does not turn that far.") }
        return try await queue.run("divergence") {
            let target = Mixture(distance: request.distance, weightOfLeft: request.weightOfLeft)
            let start = Gaussian(mean: request.startMean, deviation: request.startDeviation)
            let xs = (-120...120).map { 0.05 * Double($0) }
            func fitted(_ direction: Fit.Direction) -> FittedGaussian {
                let fit = Fit(direction, to: target, from: start)
                let some = stride(from: 0, to: fit.path.count, by: 10).map { fit.path[$0] } + [fit.last]
                return FittedGaussian(
                    mean: fit.last.mean, deviation: fit.last.deviation, divergence: fit.divergence,
                    density: xs.map { exp(fit.last.logDensity($0)) }, means: some.map(\.mean),
                    deviations: some.map(\.deviation))
            }
            return try Reply(
                DivergenceAnswer(
                    xs: xs, target: xs.map { exp(target.logDensity($0)) }, reverse: fitted(.reverse),
                    forward: fitted(.forward)))
        }
    }

    // MARK: 02: a bound that touches

    private struct BoundRequest: Codable { var theta: Double }

    private struct BoundAnswer: Codable {
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

    private func bound(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(BoundRequest.self, body)
        guard (-8...8).contains(request.theta) else { throw Refusal(.badRequest, "A knob does not turn that far.") }
        return try await queue.run("bound") {
            let painters = Self.painters
            let beliefs = painters.beliefs(request.theta)
            let thetas = (-80...80).map { 0.1 * Double($0) }
            let summit = painters.summit(beliefs)
            return try Reply(
                BoundAnswer(
                    thetas: thetas, likelihood: thetas.map(painters.logLikelihood),
                    bound: thetas.map { painters.bound($0, beliefs) }, touch: request.theta, summit: summit,
                    heightAtTouch: painters.logLikelihood(request.theta),
                    heightAtSummit: painters.logLikelihood(summit)))
        }
    }

    // MARK: 12: lines and gaps

    private struct RegionRequest: Codable {
        /// The pen's width, how wide the line is open, and the widest gap that closes: all in pixels.
        var pen, opening, gap: Double
    }

    private struct RegionInfo: Codable {
        var width, height, channels, count: Int
        var isClosed: Bool
    }

    private func regions(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(RegionRequest.self, body)
        guard (0.5...20).contains(request.pen), (0...60).contains(request.opening), (0...60).contains(request.gap)
        else {
            throw Refusal(.badRequest, "A knob does not turn that far.")
        }
        return try await queue.run("regions") {
            let side = 240
            let ring = OpenRing(pen: request.pen, opening: request.opening).picture(side: side)
            let map = RegionMap(of: ring, RegionMap.Options(gap: request.gap, leastArea: 20))
            let info = RegionInfo(
                width: side, height: side, channels: 3, count: map.count,
                isClosed: map.labels[side / 2 * side + side / 2] != map.labels[0])
            return Reply(.bytes, map.picture(under: ring).samples, info: try Reply.line(info))
        }
    }
}

/// A ring of ink that is open on the right.
struct OpenRing {
    let pen, opening: Double

    func picture(side: Int) -> Picture {
        var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
        let middle = Double(side) / 2
        for y in 0..<side {
            for x in 0..<side {
                let covered = (0..<16).count { point in
                    let right = Double(x) + (Double(point % 4) + 0.5) / 4 - middle
                    let down = Double(y) + (Double(point / 4) + 0.5) / 4 - middle
                    return isInk(right, down, radius: 0.36 * Double(side))
                }
                picture[x, y, 0] = UInt8(255 - covered * 255 / 16)
            }
        }
        return picture
    }

    private func isInk(_ right: Double, _ down: Double, radius: Double) -> Bool {
        if right > 0, abs(down) < opening / 2 { return false }
        return abs((right * right + down * down).squareRoot() - radius) < pen / 2
    }
}
