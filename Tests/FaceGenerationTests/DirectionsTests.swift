import Basics
import Models
import TensorCore
import Testing

@testable import FaceGeneration
@testable import Networks

/// The directions in which faces differ most, along which the studio's sliders go.
@Suite("Directions of faces")
struct DirectionsTests {
    private static func sampler() -> FaceSampler {
        var generator = SeededGenerator(seed: 6)
        let network = SketchVAE(parts: FacePart.all.count, latent: 6, width: 4).initialised(using: &generator)
        return FaceSampler(network, codesOf: FaceSketches(seed: 1, count: 16))
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

    @Test("They are of length 1 and at right angles, one for each number of a code")
    func orthonormal() {
        let vectors = Self.sampler().directions().vectors
        #expect(vectors.count == 6)
        for (row, a) in vectors.enumerated() {
            for (column, b) in vectors.enumerated() {
                #expect(abs(Self.product(a, b) - (row == column ? 1 : 0)) < 1e-4, "\(row) \(column)")
            }
        }
    }

    @Test("The first moves codes farthest, and none farther than the one before")
    func order() {
        let sampler = Self.sampler()
        let reaches = sampler.directions().vectors.map { vector in
            Tensor(vector, shape: [1, 6]).matrixProduct(sampler.root).squared().sum().item
        }
        #expect(zip(reaches, reaches.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 }, "\(reaches)")
        #expect(reaches[0] > 0)
    }

    @Test("A seed is found again at its places, and what is not given is the middle")
    func places() {
        let sampler = Self.sampler()
        let directions = sampler.directions()
        let seed = sampler.seed(3, of: 5)
        let again = sampler.seed(along: directions, at: sampler.places(of: seed, along: directions), colors: 1)
        #expect(zip(again.numbers, seed.numbers).allSatisfy { abs($0 - $1) < 1e-4 })
        let found = sampler.places(of: sampler.seed(along: directions, at: [0, 2], colors: 1), along: directions)
        #expect(zip(found, [0, 2, 0, 0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-4 }, "\(found)")
        #expect(sampler.seed(along: directions, at: [], colors: 1).numbers.allSatisfy { $0 == 0 })
    }

    @Test("They have the same sign each time: their largest number is positive")
    func signs() {
        for vector in Self.sampler().directions().vectors {
            let largest = vector.max { abs($0) < abs($1) } ?? 0
            #expect(largest > 0)
        }
    }

    @Test("Colours are those of their number, whatever the shape")
    func colors() {
        let sampler = Self.sampler()
        let directions = sampler.directions()
        let seeds = [[], [Float(2)]].map { sampler.seed(along: directions, at: $0, colors: 9) }
        #expect(seeds[0].palette == seeds[1].palette)
        #expect(seeds[0].palette != sampler.seed(along: directions, at: [], colors: 10).palette)
    }
}
