import Foundation
import Networks
import TensorCore

/// How far the core's Adam is from the end of a path of ours at the same rate.
func distanceToCore(_ path: [(x: Double, y: Double)]) -> Double {
    let place = Parameter(Tensor([-1.2, 1]))
    let adam = Adam([("place", place)], learningRate: 0.05)
    for _ in 1..<path.count {
        let tape = Tape(learning: [place])
        let p = tape.value(of: place)
        let (x, y) = (p.sliced(axis: 0, 0..<1), p.sliced(axis: 0, 1..<2))
        adam.step(tape.gradients(of: (0.5 * (1 - x).squared() + 10 * (y - x.squared()).squared()).sum()))
    }
    let end = path[path.count - 1]
    return hypot(end.x - Double(place.value[0]), end.y - Double(place.value[1]))
}
