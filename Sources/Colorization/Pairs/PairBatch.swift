import Datasets
import TensorCore

/// Pairs as tensors in [0, 1].
public struct PairBatch: Sendable, Equatable {
    /// `[pairs, 1, height, width]`, 1 white paper, 0 ink.
    public let lines: Tensor
    /// `[pairs, 3, height, width]`, RGB.
    public let color: Tensor

    public init(_ pairs: [Pair]) {
        lines = Tensor(pictures: pairs.map(\.lines))
        color = Tensor(pictures: pairs.map(\.color))
    }
}

extension Batches where Source.Sample == Pair, Batch == PairBatch {
    /// Batches of pairs.
    public convenience init(of pairs: Source, size: Int, seed: UInt64, ahead: Int = 1) throws {
        try self.init(of: pairs, size: size, seed: seed, ahead: ahead) { PairBatch($0) }
    }
}
