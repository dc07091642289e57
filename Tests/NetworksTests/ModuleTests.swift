import Basics
import Networks
import Testing

@Suite struct Modules {
    @Test("Parts are found in the order of declaration, in arrays, optionals and sequences")
    func names() {
        #expect(SmallNetwork().namedState.map(\.name) == SmallNetwork.names)
        let learnt = SmallNetwork.names.filter { name in
            !["weight_u", "weight_v", "running", "tracked"].contains { name.contains($0) }
        }
        #expect(SmallNetwork().namedParameters.map(\.name) == learnt)
    }

    @Test("A part that is used twice is learnt once, and stored under both names")
    func shared() {
        final class Twice: Module {
            let first: Linear
            let second: Linear
            init() {
                first = Linear(2, 2)
                second = first
            }
        }
        let network = Twice()
        #expect(network.parameters.count == 2)
        #expect(network.parameterCount == 6)
        #expect(network.namedState.map(\.name) == ["first.weight", "first.bias", "second.weight", "second.bias"])
    }

    @Test("The same seed makes the same network, another seed another one")
    func initialisation() {
        func weights(seed: UInt64) -> [[Float]] {
            var generator = SeededGenerator(seed: seed)
            return SmallNetwork().initialised(using: &generator).parameters.map(\.value.scalars)
        }
        #expect(weights(seed: 1) == weights(seed: 1))
        #expect(weights(seed: 1) != weights(seed: 2))
    }

    @Test("Initialisers draw from the ranges and with the deviations that their papers give")
    func initialisers() {
        func drawn(_ initialiser: Initialiser, _ shape: [Int]) -> (deviation: Float, largest: Float, mean: Float) {
            var generator = SeededGenerator(seed: 5)
            let numbers = initialiser(shape: shape, using: &generator).scalars
            let mean = numbers.reduce(0, +) / Float(numbers.count)
            let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(numbers.count)
            return (variance.squareRoot(), numbers.map { abs($0) }.max() ?? 0, mean)
        }
        // Fan in 8 · 9 = 72, fan out 64 · 9 = 576.
        let shape = [64, 8, 3, 3]
        let cases: [(Initialiser, deviation: Float, largest: Float)] = [
            (.kaimingUniform, 1 / (3 * 72 as Float).squareRoot(), 1 / (72 as Float).squareRoot()),
            (.kaimingNormal(), (2 / 72 as Float).squareRoot(), .infinity),
            (.kaimingNormal(slope: 0.2), (2 / 1.04 / 72 as Float).squareRoot(), .infinity),
            (.xavierUniform, (2 / 648 as Float).squareRoot(), (6 / 648 as Float).squareRoot()),
            (.xavierNormal, (2 / 648 as Float).squareRoot(), .infinity),
            (.normal(deviation: 0.02), 0.02, .infinity),
            (.truncatedNormal(deviation: 0.02), 0.02 * 0.8796, 0.04),
        ]
        for (index, (initialiser, deviation, largest)) in cases.enumerated() {
            let drawn = drawn(initialiser, shape)
            #expect(abs(drawn.deviation - deviation) < 0.03 * deviation, "case \(index)")
            #expect(drawn.largest <= largest, "case \(index)")
            #expect(abs(drawn.mean) < 0.05 * deviation, "case \(index)")
        }
    }

    @Test("A summary's table: names, kinds, shapes and digits in groups")
    func summary() {
        var generator = SeededGenerator(seed: 1)
        let network = Sequential(
            Convolution(3, 64, kernel: 3, padding: 1), ReLU(), Flatten(), Linear(1024, 10)
        ).initialised(using: &generator)
        let expected = """
            layer  kind         output         parameters
            0      Convolution  [2, 64, 4, 4]       1,792
            1      ReLU         [2, 64, 4, 4]           0
            2      Flatten      [2, 1024]               0
            3      Linear       [2, 10]            10,250
            total                                  12,042
            """
        #expect("\(network.summary(input: [2, 3, 4, 4]))" == expected)
    }
}
