import Basics
import TensorCore
import Testing

/// Random numbers: those of the published algorithms, and distributed as they should be.
@Suite("Random numbers") struct SeededGeneratorTests {
    /// What Python's whole numbers give for one seed and stream (`Reference/make.py`).
    struct Known: Decodable {
        let seed, stream: String
        let words, state: [String]
        let uniforms, normals: [Double]
        let integers, hugeIntegers, shuffled: [Int]

        var generator: SeededGenerator { SeededGenerator(seed: word(seed), stream: word(stream)) }

        private func word(_ hexadecimal: String) -> UInt64 { UInt64(hexadecimal, radix: 16) ?? 0 }
    }

    @Test func knownNumbers() throws {
        let cases = try Reference.decode([Known].self, from: "generator.json")
        #expect(cases.count == 7)
        func hexadecimal(_ word: UInt64) -> String {
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }
        for the in cases {
            var words = the.generator
            #expect(the.words == the.words.map { _ in hexadecimal(words.next()) })
            #expect(the.state == words.state.map(hexadecimal))
            var uniforms = the.generator
            #expect(the.uniforms == the.uniforms.map { _ in Double(uniforms.uniform()) })
            var normals = the.generator
            // The logarithm and cosine of another library may differ in the last bit of a double.
            for expected in the.normals { #expect(abs(Double(normals.normal()) - expected) <= 1e-7 * abs(expected)) }
            var integers = the.generator
            #expect(the.integers == the.integers.map { _ in integers.integer(in: 0..<1000) })
            // A range so wide that a quarter of the words is rejected.
            #expect(the.hugeIntegers == the.hugeIntegers.map { _ in integers.integer(in: 0..<(3 << 61)) })
            var elements = Array(the.shuffled.indices)
            var shuffling = the.generator
            shuffling.shuffle(&elements)
            #expect(elements == the.shuffled)
        }
    }

    @Test func stateIsSavedAndRestored() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<100 { _ = generator.normal() }
        var restored = try #require(SeededGenerator(state: generator.state))
        #expect(restored == generator)
        for _ in 0..<100 { #expect(restored.normal() == generator.normal()) }
        #expect(SeededGenerator(state: [0, 0, 0, 0]) == nil, "zeros give zeros for ever")
        #expect(SeededGenerator(state: [1, 2, 3]) == nil)
        #expect(SeededGenerator(state: []) == nil)
    }

    @Test func seedsAndStreamsDiffer() {
        var seen: Set<UInt64> = []
        for seed in 0..<50 as Range<UInt64> {
            for stream in 0..<50 as Range<UInt64> {
                var generator = SeededGenerator(seed: seed, stream: stream)
                seen.insert(generator.next())
            }
        }
        #expect(seen.count == 2500)
    }

    /// Neighbouring streams are not correlated: over 100,000 pairs the correlation's standard deviation is 0.003.
    @Test func streamsAreIndependent() {
        var (first, second) = (SeededGenerator(seed: 3, stream: 1), SeededGenerator(seed: 3, stream: 2))
        let products = (0..<100_000).map { _ in Double(first.normal() * second.normal()) }
        #expect(abs(products.reduce(0, +) / 100_000) < 0.015)
    }

    // MARK: - Distributions. The bounds are five standard deviations of what is measured.

    @Test func momentsOfTheUniformDistribution() {
        var generator = SeededGenerator(seed: 11)
        let numbers = (0..<100_000).map { _ in Double(generator.uniform()) }
        #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
        let moments = (1...4).map { power in mean(numbers) { raised($0, to: power) } }
        for (power, moment) in zip(1...4, moments) {
            // The mean of xᵖ is 1/(p + 1), its variance 1/(2p + 1) - 1/(p + 1)².
            let expected = 1 / Double(power + 1)
            let variance = 1 / Double(2 * power + 1) - expected * expected
            #expect(abs(moment - expected) < 5 * (variance / 100_000).squareRoot())
        }
        for _ in 0..<1000 {
            let number = generator.uniform(in: -3...5)
            #expect(number >= -3 && number <= 5)
        }
    }

    @Test func momentsOfTheNormalDistribution() {
        var generator = SeededGenerator(seed: 12)
        let numbers = (0..<100_000).map { _ in Double(generator.normal()) }
        // Power, moment, and the variance of that power.
        for (power, expected, variance) in [(1, 0.0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
            let moment = mean(numbers) { raised($0, to: power) }
            #expect(abs(moment - expected) < 5 * (variance / 100_000).squareRoot(), "moment \(power)")
        }
        let beyond = mean(numbers) { abs($0) > 1.959964 ? 1 : 0 }
        #expect(isPlausible(beyond, 0.05))
    }

    @Test func momentsOfTensors() {
        var generator = SeededGenerator(seed: 13)
        let normal = Tensor(normalWithMean: 3, deviation: 0.5, shape: [100, 1000], using: &generator)
        #expect(abs(normal.mean().item - 3) < 0.008)
        #expect(abs(normal.variance().item - 0.25) < 0.006)
        let uniform = Tensor(uniformIn: -2...4, shape: [100, 1000], using: &generator)
        #expect(abs(uniform.mean().item - 1) < 0.028)
        #expect(abs(uniform.variance().item - 3) < 0.05)
    }

    /// χ² of n - 1 degrees of freedom has mean n - 1 and variance 2(n - 1).
    @Test(arguments: [2, 3, 10, 100])
    func integersAreEquallyLikely(count: Int) {
        var generator = SeededGenerator(seed: 14)
        var counts = Array(repeating: 0, count: count)
        for _ in 0..<100_000 { counts[generator.integer(in: -5..<count - 5) + 5] += 1 }
        #expect(chiSquareIsPlausible(counts))
    }

    @Test func chances() {
        var generator = SeededGenerator(seed: 15)
        for probability in [0.1, 0.5, 0.93] as [Float] {
            let hits = (0..<100_000).count { _ in generator.chance(probability) }
            #expect(isPlausible(Double(hits) / 100_000, Double(probability)))
        }
        #expect((0..<1000).allSatisfy { _ in generator.chance(1) && !generator.chance(0) })
    }

    /// Every element comes to every place equally often, and every order of four is equally likely.
    @Test func shuffling() {
        var generator = SeededGenerator(seed: 16)
        var elements = Array(0..<1000)
        generator.shuffle(&elements)
        #expect(elements != Array(0..<1000))
        #expect(elements.sorted() == Array(0..<1000))

        var orders = Array(repeating: 0, count: 256)
        for _ in 0..<24_000 {
            var four = [0, 1, 2, 3]
            generator.shuffle(&four)
            orders[four.reduce(0) { $0 * 4 + $1 }] += 1
        }
        let seen = orders.filter { $0 > 0 }
        #expect(seen.count == 24)
        #expect(chiSquareIsPlausible(seen))

        var none: [Int] = []
        generator.shuffle(&none)
        #expect(none.isEmpty)
        #expect(generator.element(of: [7]) == 7)
    }

    private func mean(_ numbers: [Double], _ function: (Double) -> Double) -> Double {
        numbers.reduce(0) { $0 + function($1) } / Double(numbers.count)
    }

    private func raised(_ number: Double, to power: Int) -> Double {
        (0..<power).reduce(1) { product, _ in product * number }
    }

    /// Whether so large a share of 100,000 draws is plausible for an event of the given probability.
    private func isPlausible(_ share: Double, _ probability: Double) -> Bool {
        let variance = probability * (1 - probability) / 100_000
        return abs(share - probability) < 5 * variance.squareRoot()
    }

    private func chiSquareIsPlausible(_ counts: [Int]) -> Bool {
        let expected = Double(counts.reduce(0, +)) / Double(counts.count)
        let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        let freedom = Double(counts.count - 1)
        return abs(chiSquare - freedom) < 5 * (2 * freedom).squareRoot()
    }
}
