import Basics

/// Says which samples are in which batch.
///
/// The samples are put in a new random order for every epoch, and the batches are cut out of the endless row of these
/// orders one after another. So a batch may reach over the end of an epoch into the next one: nothing is left out, and
/// the collection may even be smaller than a batch. Which samples batch number n holds depends on the seed, n, the
/// number of samples and the size of a batch only: a resumed run starts at n, with no state to restore.
public struct BatchPlan: Sendable, Equatable {
    /// The number of samples.
    public let count: Int
    /// The number of samples in a batch.
    public let size: Int
    public let seed: UInt64

    public init(count: Int, size: Int, seed: UInt64) {
        precondition(count > 0 && size > 0, "BatchPlan: no batches of \(size) out of \(count) samples")
        self.count = count
        self.size = size
        self.seed = seed
    }

    /// The epoch in which a batch begins.
    public func epoch(at step: Int) -> Int { step * size / count }

    /// The order of one epoch.
    struct Epoch: Sendable {
        let number: Int
        /// A permutation of the samples' indices.
        let order: [Int]
        /// From here come the generators that vary the samples.
        let variationSeed: UInt64

        /// The generator of a sample; each sample has its own, so that it does not matter who is made first.
        func generator(forSample index: Int) -> SeededGenerator {
            SeededGenerator(seed: variationSeed, stream: UInt64(index))
        }
    }

    func epoch(number: Int) -> Epoch {
        var generator = SeededGenerator(seed: seed, stream: Self.firstStream &+ UInt64(number))
        let variationSeed = generator.next()
        var order = Array(0..<count)
        generator.shuffle(&order)
        return Epoch(number: number, order: order, variationSeed: variationSeed)
    }

    /// Far from the small numbers, which others may use as streams of the same seed.
    private static let firstStream: UInt64 = 0x6F72_6465_7200_0000
}
