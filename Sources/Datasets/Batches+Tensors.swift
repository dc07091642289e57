import Pictures
import TensorCore

extension Batches where Source.Sample == Picture, Batch == Tensor {
    /// Batches of pictures: `[size, channels, height, width]` in [0, 1].
    public convenience init(of pictures: Source, size: Int, seed: UInt64, ahead: Int = 1) throws {
        try self.init(of: pictures, size: size, seed: seed, ahead: ahead) { Tensor(pictures: $0) }
    }
}

extension Batches where Source.Sample == LabelledPicture, Batch == LabelledBatch {
    /// Batches of labelled pictures.
    public convenience init(of pictures: Source, size: Int, seed: UInt64, ahead: Int = 1) throws {
        try self.init(of: pictures, size: size, seed: seed, ahead: ahead) { LabelledBatch($0) }
    }
}
