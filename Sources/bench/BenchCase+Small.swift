import Basics
import Models
import Networks
import TensorCore

/// Small things that lessons are made of; a step repeats each, so that it takes some milliseconds.
extension BenchCase {
    static var small: [BenchCase] {
        [
            operation("add", "sums of a million pairs, 20 times", repeats: 20, [[million], [million]]) {
                $0[0] + $0[1]
            },
            operation("relu", "ReLU of a million numbers, 20 times", repeats: 20, [[million]]) { $0[0].relu() },
            operation("exp", "exponentials of a million numbers, 10 times", repeats: 10, [[million]]) { $0[0].exp() },
            operation("tanh", "hyperbolic tangents of a million numbers, 10 times", repeats: 10, [[million]]) {
                $0[0].tanh()
            },
            operation("sum", "sum of a million numbers, 50 times", repeats: 50, [[million]]) { $0[0].sum() },
            operation("softmax", "softmax of 1024 rows of 1024, 10 times", repeats: 10, [[1024, 1024]]) {
                $0[0].softmax()
            },
            operation("axes-sum", "sum over axes 0, 2, 3 of 64×64×64×64", repeats: 1, [[64, 64, 64, 64]]) {
                $0[0].sum(axes: [0, 2, 3])
            },
            operation("matmul", "product of 256×256 matrices, 10 times", repeats: 10, [[256, 256], [256, 256]]) {
                $0[0].matrixProduct($0[1])
            },
            operation("norm", "batch norm of 16×64×64×64", repeats: 1, [[16, 64, 64, 64]]) {
                $0[0].batchNormalized().output
            },
            smallConvolutions, smallNetwork, picture(of: 64), picture(of: 128),
        ]
    }

    private static var million: Int { 1_000_000 }

    /// An operation off every tape.
    private static func operation(
        _ name: String, _ what: String, repeats: Int, _ shapes: [[Int]],
        _ operation: @escaping @Sendable ([Tensor]) -> Tensor
    ) -> BenchCase {
        BenchCase(name: name, what: what) {
            var generator = SeededGenerator(seed: 0)
            let inputs = shapes.map { Tensor(uniformIn: -1...1, shape: $0, using: &generator) }
            return (0, { for _ in 0..<repeats { _ = operation(inputs) } })
        }
    }

    /// Forwards and backwards.
    private static var smallConvolutions: BenchCase {
        BenchCase(
            name: "small-convolutions", what: "3×3 convolutions, 1-16-16 channels, 28×28, batch 64, gradients"
        ) {
            var generator = SeededGenerator(seed: 0)
            let network = Sequential(
                Convolution(1, 16, kernel: 3, padding: 1), ReLU(), Convolution(16, 16, kernel: 3, padding: 1)
            ).initialised(using: &generator)
            let x = Tensor(uniformIn: -1...1, shape: [64, 1, 28, 28], using: &generator)
            return (
                network.parameterCount,
                {
                    let tape = Tape(learning: network.parameters)
                    _ = tape.gradients(of: network(x, .training(tape)).sum())
                }
            )
        }
    }

    /// Two dense layers, a training step.
    private static var smallNetwork: BenchCase {
        BenchCase(name: "small-network", what: "dense layers 64-64-10, training step, batch 32, Adam, 20 times") {
            var generator = SeededGenerator(seed: 0)
            let network = Sequential(Linear(64, 64), ReLU(), Linear(64, 10)).initialised(using: &generator)
            let adam = Adam(network, learningRate: 1e-3)
            let x = Tensor(uniformIn: -1...1, shape: [32, 64], using: &generator)
            let classes = (0..<32).map { $0 % 10 }
            return (
                network.parameterCount,
                {
                    for _ in 0..<20 {
                        let tape = Tape(learning: network.parameters)
                        let loss = softmaxCrossEntropy(network(x, .training(tape)), classes: classes)
                        adam.step(tape.gradients(of: loss))
                    }
                }
            )
        }
    }

    /// The U-net colouring one small drawing.
    private static func picture(of size: Int) -> BenchCase {
        BenchCase(name: "unet-\(size)", what: "U-net, inference, \(size)×\(size), batch 1", kind: .inference) {
            var generator = SeededGenerator(seed: 0)
            let network = UNet().initialised(using: &generator)
            let x = Tensor(uniformIn: 0...1, shape: [1, 4, size, size], using: &generator)
            return (network.parameterCount, { _ = network(x, .inference) })
        } parts: {
            [Layers.Part(network: UNet(), inputShape: [1, 4, size, size], isLearnt: false)]
        }
    }
}
