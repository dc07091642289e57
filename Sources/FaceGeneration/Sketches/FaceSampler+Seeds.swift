import Basics
import Drawings
import Glibc
import Pictures

// Seeds: what a made-up face is made of, and the ways between them.

extension FaceSampler {
    /// What a face is made of: standard normal numbers for its shapes and for its details, and its colours.
    public struct Seed: Sendable {
        let numbers: [Float]
        /// As many as ``noiseCount``.
        let noise: [Float]
        public let palette: FacePalette
        /// The drawn face whose colours these are; nil on white paper and on the way between two.
        let model: Face?

        /// The same face on white paper.
        public var onPaper: Seed { Seed(numbers: numbers, noise: noise, palette: palette.onPaper, model: nil) }

        /// The same face on a ground of one colour.
        public var plain: Seed { Seed(numbers: numbers, noise: noise, palette: palette, model: nil) }

        /// What is behind the drawn face whose colours this one has, `size` × `size` pixels; the palette's ground if there is none.
        public func backdrop(size: Int) -> Picture {
            if let model { return FaceArtist().drawBackdrop(of: model, size: size) }
            let ground = palette.parts[Int(FacePart.base(of: .background))]
            return Picture(
                width: size, height: size, format: .rgb,
                filledWith: (0..<3).map { UInt8(min(255, max(0, ground[$0] + 0.5))) })
        }
    }

    /// The numbers of noise that details begin as; none where there are no details.
    var noiseCount: Int { details?.noiseCount ?? 0 }

    /// How far noise spreads, in parts of how far it did in training: lines are cleaner with less, and fewer.
    private static let noiseSpread: Float = 0.8

    /// Noise for a seed's details.
    func noise(using generator: inout SeededGenerator) -> [Float] {
        (0..<noiseCount).map { _ in Self.noiseSpread * generator.normal() }
    }

    /// How far faces are from the middle one, in parts of how far those of drawn faces are.
    public static let usualSpread: Float = 0.9

    /// The seed of face number `index`. With a small `spread` faces are near to the middle: less various, and more regular.
    public func seed(_ index: Int, of seed: UInt64, spread: Float = usualSpread) -> Seed {
        var generator = SeededGenerator(seed: seed ^ 0x6661_6365, stream: UInt64(index))
        let numbers = (0..<network.latent).map { _ in spread * generator.normal() }
        let model = Face(using: &generator)
        return Seed(numbers: numbers, noise: noise(using: &generator), palette: FacePalette(of: model), model: model)
    }

    /// The same face, its details drawn anew from other noise.
    public func redrawn(_ seed: Seed, as number: UInt64) -> Seed {
        var generator = SeededGenerator(seed: number ^ 0x6465_7461)
        return Seed(numbers: seed.numbers, noise: noise(using: &generator), palette: seed.palette, model: seed.model)
    }

    /// The seeds of a walk from one face to another, both among them.
    public func walk(from start: Seed, to end: Seed, count: Int) -> [Seed] {
        precondition(count > 1, "walk: \(count) faces")
        return (0..<count).map { seed(from: start, to: end, share: Float($0) / Float(count - 1)) }
    }

    /// The seed at a share of the way from one face to another, along a great circle: between two normal codes the straight way leads
    /// through the middle, where no code lies.
    public func seed(from start: Seed, to end: Seed, share: Float) -> Seed {
        Seed(
            numbers: Self.between(start.numbers, end.numbers, share),
            noise: Self.between(start.noise, end.noise, share),
            palette: start.palette.mixed(with: end.palette, share: share), model: nil)
    }

    /// The point at a share of the great circle between two.
    private static func between(_ start: [Float], _ end: [Float], _ share: Float) -> [Float] {
        func length(_ numbers: [Float]) -> Float { numbers.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let lengths = max(1e-9, length(start) * length(end))
        let cosine = zip(start, end).reduce(0) { $0 + $1.0 * $1.1 } / lengths
        let angle = acosf(min(1, max(-1, cosine)))
        let isStraight = sinf(angle) < 1e-3
        let own = isStraight ? 1 - share : sinf((1 - share) * angle) / sinf(angle)
        let other = isStraight ? share : sinf(share * angle) / sinf(angle)
        return zip(start, end).map { own * $0 + other * $1 }
    }
}
