import Dispatch
import Foundation
import Basics

/// The places on which lesson 01's code compares densities, in the studio: twenty times as far apart as in the lesson, so that a turn is
/// answered while the hand still turns. A plain sum in steps no longer than the least deviation is exact to eight digits all the same.
let spacing = 0.2
let grid = (-75...75).map { spacing * Double($0) }

/// Knob 01: one Gaussian for two modes, fitted both ways round by lesson 01's own code.
struct DivergenceKnob: Room {
    let queue: WorkQueue

    var actions: [String: Action] { ["knobs/divergence": turn] }

    private struct Request: Codable {
        var distance, weightOfLeft, startMean, startDeviation: Double

        func check() throws {
            guard (0...3).contains(distance), (0.02...0.98).contains(weightOfLeft), (-6...6).contains(startMean),
                (0.2...3).contains(startDeviation)
            else { throw Refusal.turnedTooFar }
        }
    }

    private struct FittedGaussian: Codable {
        var mean, deviation, divergence: Double
        var density: [Double]
        /// The means on the way, every tenth.
        var means: [Double]
    }

    private struct Answer: Codable {
        var xs, target: [Double]
        var reverse, forward: FittedGaussian
    }

    private func turn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(Request.self, body)
        try request.check()
        return try await queue.run("divergence") {
            let target = Mixture(distance: request.distance, weightOfLeft: request.weightOfLeft)
            let start = Gaussian(mean: request.startMean, deviation: request.startDeviation)
            let (reverse, forward) = Self.fits(to: target, from: start)
            let xs = (-120...120).map { 0.05 * Double($0) }
            return try Reply(
                Answer(
                    xs: xs, target: xs.map { exp(target.logDensity($0)) }, reverse: Self.fitted(reverse, xs),
                    forward: Self.fitted(forward, xs)))
        }
    }

    /// Both fits, at the same time.
    static func fits(to target: Mixture, from start: Gaussian) -> (reverse: Path, forward: Path) {
        let paths = Mutex<[Direction: Path]>([:])
        let directions = Direction.allCases
        DispatchQueue.concurrentPerform(iterations: directions.count) { index in
            // KL[q‖p] is at rest in a narrow mode soon; the way to the middle of two is longer.
            let path = fit(
                directions[index], to: target, from: start, steps: directions[index] == .reverse ? 200 : 500)
            paths.withLock { $0[directions[index]] = path }
        }
        return paths.withLock { ($0[.reverse] ?? Path(), $0[.forward] ?? Path()) }
    }

    private static func fitted(_ path: Path, _ xs: [Double]) -> FittedGaussian {
        let some = stride(from: 0, to: path.gaussians.count, by: 10).map { path.gaussians[$0] } + [path.last]
        return FittedGaussian(
            mean: path.last.mean, deviation: path.last.deviation, divergence: path.divergences.last ?? .nan,
            density: xs.map { exp(path.last.logDensity($0)) }, means: some.map(\.mean))
    }
}
