import Datasets
import Files
import Models
import Networks
import Pictures
import TensorCore

/// Colours line drawings of any size and aspect ratio with a trained colorizer.
///
/// A network knows drawings at about the size of those that it learnt from. So a large drawing is coloured small, and the
/// colours are enlarged; its own lines are laid over them, so that they stay as sharp as they were drawn.
public struct Colourist {
    private let network: UNet
    /// Pixels that the drawing's shorter side is given while it is coloured.
    public let workingSize: Int

    public init(_ network: UNet, workingSize: Int) {
        precondition(workingSize > 0, "Colourist: a working size of \(workingSize) pixels")
        self.network = network
        self.workingSize = workingSize
    }

    /// The colorizer that a file holds; `workingSize` is that of its training where it is not given.
    ///
    /// Throws a `FileError` when the file is missing, damaged or holds something else.
    public init(weights path: String, workingSize: Int? = nil) throws {
        let checkpoint = try Checkpoint(contentsOf: path)
        let isTrainingState = checkpoint.shape(of: "network.c0.conv.weight") != nil
        network = try UNet.restore(from: checkpoint, prefix: isTrainingState ? "network" : "")
        guard network.input.channels == 4 else {
            throw FileError(
                path: path,
                problem: "holds a colorizer for \(network.input.channels) channels, not for line and hints",
                remedy: "Choose weights that `nurie train colorizer` made")
        }
        self.workingSize = workingSize ?? checkpoint.strings["size"].flatMap { Int($0) } ?? 128
    }

    /// The drawing, coloured, at its own size. Lines are dark on light paper; transparency is put on white.
    ///
    /// Hints are colours where a picture of the drawing's aspect ratio is opaque.
    public func colour(_ drawing: Picture, hints: Picture? = nil) -> Picture {
        let lines = drawing.converted(to: .grey)
        let (width, height) = workingSides(of: lines)
        let isSmall = (width, height) == (lines.width, lines.height)
        let small = isSmall ? lines : shrunk(lines, width, height)
        let dabs = hints?.resized(toWidth: width, height: height, .nearest)
        let coloured = Picture(tensor: run(Tensor(picture: small), hints: dabs.map { Tensor(hints: $0) }))
        guard !isSmall else { return coloured }
        return coloured.resized(toWidth: lines.width, height: lines.height, .bicubic).multiplied(by: lines)
    }

    /// The drawing made smaller. Its lines would fade to a grey that the network has never seen; they are made thicker
    /// first, so that a line of one pixel stays dark.
    private func shrunk(_ lines: Picture, _ width: Int, _ height: Int) -> Picture {
        let scale = Double(lines.width) / Double(width)
        let kernel = Int(scale * Self.thickening) / 2 * 2 + 1
        return lines.thickened(kernel: kernel).resized(toWidth: width, height: height, .area)
    }

    /// How thick lines are made, in pixels of the small drawing.
    private static let thickening = 0.7

    /// The sides while the drawing is coloured: the shorter one the working size, but no side of more than 4096 pixels,
    /// and none enlarged.
    private func workingSides(of drawing: Picture) -> (width: Int, height: Int) {
        let (short, long) = (min(drawing.width, drawing.height), max(drawing.width, drawing.height))
        let scale = min(1, Double(workingSize) / Double(short), 4096 / Double(long))
        func scaled(_ side: Int) -> Int { max(1, Int((Double(side) * scale).rounded())) }
        return (scaled(drawing.width), scaled(drawing.height))
    }

    /// Runs the network, which wants sides that are multiples of 16: the paper is made larger and cut again.
    private func run(_ lines: Tensor, hints: Tensor?) -> Tensor {
        let (height, width) = (lines.shape[1], lines.shape[2])
        let padding = Padding(bottom: (16 - height % 16) % 16, right: (16 - width % 16) % 16)
        func batch(_ tensor: Tensor, paper: Float) -> Tensor {
            // Padding is with zeros: the paper is taken to be zero for that long.
            ((tensor - paper).padded(padding) + paper).reshaped(
                to: [1, tensor.shape[0], height + padding.bottom, width + padding.right])
        }
        let input = colorizerInput(
            lines: batch(lines, paper: 1), hints: hints.map { batch($0, paper: Tensor.noHint) })
        return network(input, .inference).sliced(axis: 2, 0..<height).sliced(axis: 3, 0..<width)
    }
}

extension Picture {
    /// Each colour darkened where the lines of a grey picture of the same size are.
    func multiplied(by lines: Picture) -> Picture {
        var result = self
        for pixel in lines.samples.indices {
            let level = Int(lines.samples[pixel])
            for sample in pixel * channels..<(pixel + 1) * channels {
                result.samples[sample] = UInt8((Int(result.samples[sample]) * level + 127) / 255)
            }
        }
        return result
    }
}

extension Colourist {
    /// The weights that the last pipeline or training run in this folder left.
    ///
    /// Throws a `FileError` that says how to make some when there are none.
    public static func latestWeights() throws -> String {
        let candidates = ["Runs/colorizer/weights.safetensors", "Plots/pipeline/run/weights.safetensors"]
        guard let found = candidates.first(where: Files.exists) else {
            throw FileError(
                path: candidates[0], problem: "is not here, and no other weights were named",
                remedy:
                    "Train a colorizer with `swift run pipeline` or `swift run nurie train colorizer`, or give --weights"
            )
        }
        return found
    }
}
