#if canImport(Glibc)
    import Glibc
#endif

/// Random numbers that depend on a seed and on nothing else: xoshiro256++ (Blackman and Vigna, *Scrambled linear
/// pseudorandom number generators*, 2021), seeded through SplitMix64.
///
/// Shuffling and the normal distribution are its own too, because the standard library's may change between versions.
/// It is not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Equatable {
    private var a, b, c, d: UInt64

    /// A generator for each pair of seed and stream: streams of one seed are independent of each other, so that the
    /// thousandth picture can be drawn without the 999 before it.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var streamCounter = stream
        var counter = stream == 0 ? seed : seed ^ Self.splitMix(&streamCounter)
        a = Self.splitMix(&counter)
        b = Self.splitMix(&counter)
        c = Self.splitMix(&counter)
        d = Self.splitMix(&counter)
    }

    /// The four words of the state, to save and to restore.
    public var state: [UInt64] { [a, b, c, d] }

    /// A generator that goes on where the one with this state stopped; nil if it is no state.
    public init?(state: [UInt64]) {
        guard state.count == 4, state.contains(where: { $0 != 0 }) else { return nil }
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
    }

    public mutating func next() -> UInt64 {
        let sum = a &+ d
        let result = (sum << 23 | sum >> 41) &+ a
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = d << 45 | d >> 19
        return result
    }

    private static func splitMix(_ counter: inout UInt64) -> UInt64 {
        counter &+= 0x9E37_79B9_7F4A_7C15
        var word = counter
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

// MARK: - Distributions

extension SeededGenerator {
    /// A number of [0, 1), a multiple of 2⁻²⁴.
    public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

    public mutating func uniform(in range: ClosedRange<Float>) -> Float {
        range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    }

    /// A number of the standard normal distribution (Box and Muller, 1958; the second one of the pair is not kept,
    /// so that the state is all there is to save).
    public mutating func normal() -> Float {
        let radius = (-2 * Glibc.log((Double(next() >> 11) + 1) * 0x1p-53)).squareRoot()
        let angle = 2 * Double.pi * Double(next() >> 11) * 0x1p-53
        return Float(radius * Glibc.cos(angle))
    }

    /// A whole number of the range, each equally likely (multiplication and rejection, Lemire 2019).
    public mutating func integer(in range: Range<Int>) -> Int {
        precondition(!range.isEmpty, "SeededGenerator: no integer in the empty range \(range)")
        let width = UInt64(range.count)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let threshold = (0 &- width) % width
            while product.low < threshold { product = next().multipliedFullWidth(by: width) }
        }
        return range.lowerBound + Int(product.high)
    }

    /// True with the given probability.
    public mutating func chance(_ probability: Float) -> Bool { uniform() < probability }

    /// One of the elements, each equally likely.
    public mutating func element<Element>(of elements: [Element]) -> Element {
        elements[integer(in: 0..<elements.count)]
    }

    /// Puts the elements in random order (Fisher and Yates).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, integer(in: 0..<(last + 1)))
        }
    }
}
