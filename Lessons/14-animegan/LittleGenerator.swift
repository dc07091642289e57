import Models
import Networks
import TensorCore

/// A generator for small pictures and short trainings: residual blocks at the full resolution, with no narrow place in the
/// middle that it would have to learn to see through.
///
/// - Input and output `[batch, 3, height, width]`: RGB in [-1, 1].
final class LittleGenerator: Layer {
    let first: Convolution
    let blocks: [ConvolutionBlock]
    let last: Convolution

    init(width w: Int) {
        first = Convolution(3, w, kernel: 3, padding: 1, paddingMode: .reflect, weight: .kaimingNormal())
        blocks = (1...3).map { _ in ConvolutionBlock(w) }
        last = Convolution(w, 3, kernel: 3, padding: 1, paddingMode: .reflect, weight: .xavierUniform)
    }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        run([first, LeakyReLU(slope: 0.2)] + blocks + [last, Tanh()], x, mode)
    }

    /// Another one with the same weights.
    func copy() -> LittleGenerator {
        let copy = LittleGenerator(width: first.weight.value.shape[0])
        for (own, original) in zip(copy.namedParameters, namedParameters) {
            own.parameter.value = original.parameter.value
        }
        return copy
    }

    /// Two convolutions, and the input added.
    final class ConvolutionBlock: Layer {
        let conv1, conv2: Convolution

        init(_ w: Int) {
            conv1 = Convolution(w, w, kernel: 3, padding: 1, paddingMode: .reflect, weight: .kaimingNormal())
            // Nearly nothing is added at first, so that what goes in comes through.
            conv2 = Convolution(
                w, w, kernel: 3, padding: 1, paddingMode: .reflect, weight: .normal(deviation: 0.02))
        }

        func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
            x + run([conv1, LeakyReLU(slope: 0.2), conv2], x, mode)
        }
    }
}
