import Foundation

/// The Gaussian with the highest bound: steps in µ and log σ, which are halved when none of them leads up.
func highestBound(from start: Gaussian, _ bound: (Gaussian) -> Double) -> (q: Gaussian, bound: Double) {
    var best = (q: start, bound: bound(start))
    var step = 0.25
    while step > 1e-4 {
        let neighbours = [(step, 0.0), (-step, 0), (0, step), (0, -step)].map { shift, growth in
            Gaussian(mean: best.q.mean + shift, deviation: best.q.deviation * exp(growth))
        }
        let candidates = neighbours.map { (q: $0, bound: bound($0)) }
        if let next = candidates.max(by: { $0.bound < $1.bound }), next.bound > best.bound {
            best = next
        } else {
            step /= 2
        }
    }
    return best
}
