import Datasets
import TensorCore

/// Pairs as tensors in [0, 1].
public struct PairBatch: Sendable, Equatable {
    /// `[pairs, 1, height, width]`, 1 white paper, 0 ink.
    public let lines: Tensor
    /// `[pairs, 3, height, width]`, RGB.
    public let color: Tensor
    /// `[pairs, 3, height, width]`, -1 where there is no hint; nil if the pairs say nothing of hints.
    public let hints: Tensor?

    public init(_ pairs: [Pair]) {
        lines = Tensor(pictures: pairs.map(\.lines))
        color = Tensor(pictures: pairs.map(\.color))
        let given = pairs.compactMap(\.hints).map { Tensor(hints: $0) }
        let isHinted = given.count == pairs.count
        hints = isHinted ? .concatenated(given.map { $0.reshaped(to: [1] + $0.shape) }, axis: 0) : nil
    }
}

extension Batches where Source.Sample == Pair, Batch == PairBatch {
    /// Batches of pairs.
    public convenience init(
        of pairs: Source, size: Int, seed: UInt64, ahead: Int = 1, share: BatchShare = .whole
    ) throws {
        try self.init(of: pairs, size: size, seed: seed, ahead: ahead, share: share) { PairBatch($0) }
    }
}
