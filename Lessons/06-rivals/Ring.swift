import Basics
import FaceGeneration
import Foundation
import Networks
import TensorCore

// A true density of eight clearly separate modes, and two small players that learn it in seconds.

/// Eight narrow Gaussians, equally likely, on a circle.
enum Ring {
    static let modes = 8
    static let radius = 2.0
    static let deviation = 0.1

    static func middle(of mode: Int) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * Double(mode) / Double(modes)
        return (radius * cos(angle), radius * sin(angle))
    }

    /// True points `[count, 2]`.
    static func points(_ count: Int, using generator: inout SeededGenerator) -> Tensor {
        Tensor(shape: [count, 2]) { numbers in
            for index in 0..<count {
                let middle = middle(of: generator.integer(in: 0..<modes))
                numbers[2 * index] = Float(middle.x) + Float(deviation) * generator.normal()
                numbers[2 * index + 1] = Float(middle.y) + Float(deviation) * generator.normal()
            }
        }
    }
}

/// What was made at one moment of the game.
struct RingSamples {
    let step: Int
    let x, y: [Double]
    /// The mode that each point belongs to: the nearest one, no further than five deviations away.
    let modes: [Int]

    init(_ points: Tensor, after step: Int) {
        self.step = step
        let scalars = points.scalars.map(Double.init)
        x = stride(from: 0, to: scalars.count, by: 2).map { scalars[$0] }
        y = stride(from: 1, to: scalars.count, by: 2).map { scalars[$0] }
        modes = zip(x, y).compactMap { x, y in
            let distances = (0..<Ring.modes).map { mode in
                hypot(x - Ring.middle(of: mode).x, y - Ring.middle(of: mode).y)
            }
            return distances.indices.first { distances[$0] < 5 * Ring.deviation }
        }
    }

    /// The share of points that belong to a mode.
    var hitShare: Double { Double(modes.count) / Double(x.count) }

    /// e to the entropy of the modes' shares: 8 if all are equally frequent; 0 where none is hit.
    var modesInEffect: Double { modes.isEmpty ? 0 : PictureMeasures.effectiveCount(of: modes) }
}

/// Makes points `[batch, 2]` of codes.
final class RingGenerator: Module {
    static let latent = 8

    let features: Sequential
    let point: Linear
    /// They read the code again: from the features, or from the point.
    let featureReader: Sequential
    let pointReader: Sequential

    init() {
        features = Sequential(Linear(Self.latent, 64), ReLU(), Linear(64, 64), ReLU())
        point = Linear(64, 2)
        featureReader = Sequential(Linear(64, 64), ReLU(), Linear(64, Self.latent))
        pointReader = Sequential(Linear(2, 64), ReLU(), Linear(64, Self.latent))
    }
}

/// Gives points logits, and may look at the others of the batch.
final class RingDiscriminator: Module {
    let trunk: Sequential
    let comparison: MinibatchDiscrimination
    let verdict: Linear
    let verdictOnBatch: Linear

    init() {
        trunk = Sequential(Linear(2, 64), LeakyReLU(slope: 0.2), Linear(64, 64), LeakyReLU(slope: 0.2))
        comparison = MinibatchDiscrimination(64, kernels: 16, dimensions: 3)
        verdict = Linear(64, 1)
        verdictOnBatch = Linear(16, 1)
    }

    func callAsFunction(_ points: Tensor, comparing: Bool, _ mode: Mode) -> Tensor {
        let features = trunk(points, mode)
        let logits = verdict(features, mode)
        return comparing ? logits + verdictOnBatch(comparison(features, mode), mode) : logits
    }
}

/// The two small players.
struct RingNetworks: AdversarialNetworks {
    private let maker = RingGenerator()
    private let critic = RingDiscriminator()
    let batch = 64

    /// Every game of a seed begins with the same numbers.
    init(using random: inout SeededGenerator) {
        maker.initialise(using: &random)
        critic.initialise(using: &random)
    }

    var generator: any Module { maker }
    var discriminator: any Module { critic }
    var latent: Int { RingGenerator.latent }

    func features(of codes: Tensor, _ mode: Mode) -> Tensor { maker.features(codes, mode) }
    func samples(from features: Tensor, _ mode: Mode) -> Tensor { maker.point(features, mode) }
    func codes(readFromFeatures features: Tensor, _ mode: Mode) -> Tensor { maker.featureReader(features, mode) }
    func codes(readFromSamples samples: Tensor, _ mode: Mode) -> Tensor { maker.pointReader(samples, mode) }

    func logits(of samples: Tensor, comparing: Bool, _ mode: Mode) -> Tensor {
        critic(samples, comparing: comparing, mode)
    }

    func truth(at number: Int, using random: inout SeededGenerator) -> Tensor {
        Ring.points(batch, using: &random)
    }
}
