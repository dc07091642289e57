import Basics
import Networks
import TensorCore

/// The discriminator of tdrussell's IllustrationGAN, with minibatch discrimination: 17,844,709 parameters at width 64.
///
/// - Pictures `[batch, 3, side, side]`: RGB in [-1, 1], all true or all made, since it compares the pictures of a batch.
/// - Output `[batch, 1]`: logits, positive for true pictures.
///
/// In training, half of the numbers before each convolution but the first are dropped at random: call
/// ``logits(of:_:using:)``. Without a generator nothing is dropped.
public final class IllustrationDiscriminator: NamedNetwork {
    let blocks: [Sequential]
    let comparison: MinibatchDiscrimination
    let dense: Sequential
    let verdict: Linear
    private let dropout: Dropout
    private let side: Int

    /// A discriminator whose first map has `w` channels, and whose dense layers have 16 · `w` numbers, for pictures of the
    /// generator's side.
    ///
    /// `dropped` is the share of numbers that dropout takes: a narrow network has none to spare.
    public init(
        width w: Int = 64, kernels: Int = 100, dimensions: Int = 5, side: Int = 64, dropped: Float = 0.5
    ) {
        precondition(side > 0 && side % 16 == 0, "IllustrationDiscriminator: side \(side) is no multiple of 16")
        self.side = side
        let features = 8 * w * (side / 16) * (side / 16)
        func convolution(_ inputs: Int, _ outputs: Int) -> Convolution {
            Convolution(inputs, outputs, kernel: 5, padding: 2, weight: .xavierUniform, biasInitialiser: .zeros)
        }
        func linear(_ inputs: Int, _ outputs: Int) -> Linear {
            Linear(inputs, outputs, weight: .xavierUniform, biasInitialiser: .zeros)
        }
        func bend() -> LeakyReLU { LeakyReLU(slope: 0.1) }
        func halving() -> Pooling { Pooling(.maximum) }

        // Channels and side, or numbers, for width and side 64.
        blocks = [
            Sequential(convolution(3, w), bend(), halving()),  // 3, 64 -> 64, 32
            Sequential(convolution(w, 2 * w), BatchNorm(2 * w), bend(), halving()),  // -> 128, 16
            Sequential(convolution(2 * w, 4 * w), BatchNorm(4 * w), bend(), halving()),  // -> 256, 8
            Sequential(convolution(4 * w, 8 * w), BatchNorm(8 * w), bend(), halving()),  // -> 512, 4
        ]
        comparison = MinibatchDiscrimination(features, kernels: kernels, dimensions: dimensions)  // 8192 -> 100
        dense = Sequential(linear(features, 16 * w), bend(), linear(16 * w, 16 * w), bend())  // 8192 -> 1024
        verdict = linear(16 * w + kernels, 1)  // 1124 -> 1
        dropout = Dropout(probability: dropped)
    }

    /// The verdicts of training, with dropout.
    public func logits(of pictures: Tensor, _ mode: Mode, using generator: inout SeededGenerator) -> Tensor {
        let maps = blocks.dropFirst().reduce(blocks[0](pictures, mode)) { maps, block in
            block(dropout(maps, mode, using: &generator), mode)
        }
        return verdicts(maps, mode)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        verdicts(blocks.reduce(x) { $1($0, mode) }, mode)
    }

    private func verdicts(_ maps: Tensor, _ mode: Mode) -> Tensor {
        let features = maps.reshaped(to: [maps.shape[0], maps.count / maps.shape[0]])
        let numbers = [dense(features, mode), comparison(features, mode)]
        return verdict(Tensor.concatenated(numbers, axis: 1), mode)
    }
}

extension IllustrationDiscriminator {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "blocks.0.0.weight", axis: 0) ?? 64
        let inputs = shapes.length(of: "verdict.weight", axis: 1, upTo: 1 << 14) ?? 16 * width + 100
        let points = shapes.length(of: "comparison.weight", axis: 0, upTo: 1 << 16) ?? 500
        let kernels = max(1, inputs - 16 * width)
        self.init(
            width: width, kernels: kernels, dimensions: max(1, points / kernels),
            side: shapes.side(ofFeatures: "dense.0.weight", axis: 1, width: width))
    }

    public var input: InputShape { InputShape(channels: 3, sides: .exactly(side)) }
}
