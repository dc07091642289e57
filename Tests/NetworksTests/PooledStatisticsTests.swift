import Basics
import Networks
import TensorCore
import Testing

@Suite("Norms over several pictures as if they were one")
struct PooledStatisticsTests {
    enum Kind: CaseIterable {
        case instance, layer, group

        func make() -> any Layer {
            switch self {
            case .instance: InstanceNorm(4)
            case .layer: LayerNorm(4)
            case .group: GroupNorm(groups: 2, 4)
            }
        }
    }

    @Test("Of one picture they are the norms themselves", arguments: Kind.allCases)
    func one(kind: Kind) {
        var generator = SeededGenerator(seed: 3)
        let layer = kind.make()
        layer.initialise(using: &generator)
        let x = Tensor(normalWithMean: 2, deviation: 3, shape: [1, 4, 6, 8], using: &generator)
        let (pooled, own) = (layer(x, .pooled(PooledStatistics())), layer(x, .inference))
        #expect(zip(pooled.scalars, own.scalars).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    @Test(
        "Halves of a picture come out as they do in the whole one, also if they come alone later",
        arguments: Kind.allCases)
    func halves(kind: Kind) {
        var generator = SeededGenerator(seed: 4)
        let layer = kind.make()
        layer.initialise(using: &generator)
        let x = Tensor(normalWithMean: -1, deviation: 2, shape: [1, 4, 6, 8], using: &generator)
        let (upper, lower) = (x.sliced(axis: 2, 0..<3), x.sliced(axis: 2, 3..<6))
        let statistics = PooledStatistics()
        _ = layer(.concatenated([upper, lower], axis: 0), .pooled(statistics))
        let result = Tensor.concatenated(
            [layer(upper, .pooled(statistics)), layer(lower, .pooled(statistics))], axis: 2)
        let whole = layer(x, .inference)
        #expect(zip(result.scalars, whole.scalars).allSatisfy { abs($0 - $1) < 1e-5 })
    }
}
