import Basics
import Files
import Models
import Networks
import Pictures
import TensorCore

/// Colours line drawings of any size and aspect ratio with a trained colorizer.
///
/// A network knows drawings at about the size of those that it learnt from. So a large drawing is coloured small by the
/// first stage. The second, if there is one, refines the colours at four times that size. What the drawing has beyond it
/// comes from its own lines, which are laid over the enlarged colours and stay as sharp as they were drawn.
public struct Colorizer {
    private let firstStage: TiledNetwork
    private let secondStage: TiledNetwork?
    /// Pixels that the drawing's shorter side is given while the first stage colours it.
    public let workingSize: Int
    /// How far hints run over paper before the first stage sees them, in parts of the shorter side; as in its training.
    private let hintReach: Float
    /// Whether the network learnt from hints that fill regions.
    private let fillsRegions: Bool

    /// Pixels in a side of the pictures that its last stage works on, and learnt from.
    public var trainingSize: Int { secondStage == nil ? workingSize : secondStageScale * workingSize }

    public init(
        _ firstStage: UNet, secondStage: UNet? = nil, workingSize: Int, hintReach: Float = 0,
        fillsRegions: Bool = false
    ) {
        precondition(workingSize > 0, "Colorizer: a working size of \(workingSize) pixels")
        self.firstStage = TiledNetwork(firstStage)
        self.secondStage = secondStage.map { TiledNetwork($0) }
        self.workingSize = workingSize
        self.hintReach = hintReach
        self.fillsRegions = fillsRegions
    }

    /// The colorizer that the files hold; `workingSize` is that of the first stage's training where it is not given.
    ///
    /// Throws a `FileError` when a file is missing, damaged or holds something else.
    public init(weights path: String, secondStage: String? = nil, workingSize: Int? = nil) throws {
        let first = try Self.network(weights: path, stage: 1)
        let second = try secondStage.map { try Self.network(weights: $0, stage: 2) }
        let checkpoint = try Checkpoint(contentsOf: path)
        let strings = checkpoint.strings
        let trained = strings["size"].flatMap { Int($0) }
        self.init(
            first, secondStage: second, workingSize: workingSize ?? trained.map { max(1, $0) } ?? 128,
            hintReach: Self.hintReach(of: checkpoint), fillsRegions: strings[Self.worldKey] == "yes")
    }

    /// The drawing, coloured, at its own size. Lines are dark on light paper; transparency is put on white.
    ///
    /// Hints are colours where a picture of the drawing's aspect ratio is opaque.
    public func color(_ drawing: Picture, hints: Picture? = nil) -> Picture {
        if fillsRegions { return layers(of: drawing, hints: hints).picture() }
        let lines = drawing.converted(to: .grey)
        let (width, height) = workingSides(of: lines)
        var (sides, colors) = ((width, height), firstColors(of: lines, hints, width, height))
        if let secondStage, width < lines.width || height < lines.height {
            sides = (
                min(lines.width, secondStageScale * width), min(lines.height, secondStageScale * height)
            )
            colors = secondColors(of: lines, after: colors, by: secondStage, sides)
        }
        let colored = Picture(tensor: colors)
        guard sides != (lines.width, lines.height) else { return colored }
        return colored.resized(toWidth: lines.width, height: lines.height, .bicubic).multiplied(by: lines)
    }

    /// What the network proposes for a drawing, at its own size: the slow part of colouring.
    public func proposal(for drawing: PreparedDrawing, hints: PreparedHints? = nil) -> Picture {
        fillsRegions
            ? colors(of: drawing.lines, hints?.filled.picture) : color(drawing.lines, hints: hints?.given)
    }

    /// What the first stage, which learnt from hints that fill regions, proposes at its own size.
    private func colors(of lines: Picture, _ hints: Picture?) -> Picture {
        let (width, height) = workingSides(of: lines)
        let input = Tensor(batchOf: lines.linesShrunk(toWidth: width, height: height))
        let given = hints.map { Tensor(hints: $0.filledHintsResized(toWidth: width, height: height)).asBatch }
        return Picture(tensor: Self.colors(by: firstStage, lines: input, beside: given ?? .noHints(for: input)))
    }

    private func firstColors(of lines: Picture, _ hints: Picture?, _ width: Int, _ height: Int) -> Tensor {
        let input = Tensor(batchOf: lines.linesShrunk(toWidth: width, height: height))
        let hints = hints.map { Tensor(hints: $0.hintsResized(toWidth: width, height: height)).asBatch }
        let spread = hints?.hintsSpread(along: input, reach: hintReach)
        return firstStage.colors(lines: input, beside: spread ?? .noHints(for: input))
    }

    /// The second stage's colours. It is not given the hints, though it learnt with them: laid over the first stage's colours they
    /// would show as dots wherever that did not meet them exactly.
    private func secondColors(
        of lines: Picture, after colors: Tensor, by network: TiledNetwork, _ sides: (width: Int, height: Int)
    ) -> Tensor {
        let input = Tensor(batchOf: lines.resized(toWidth: sides.width, height: sides.height, .area))
        let colors = enlarged(colors, height: sides.height, width: sides.width, under: nil)
        return Self.colors(by: network, lines: input, beside: colors)
    }

    /// What a network makes of a drawing that goes on beyond its border, mirrored: convolutions take what is there for black, which would
    /// leave a frame.
    private static func colors(by network: TiledNetwork, lines: Tensor, beside others: Tensor) -> Tensor {
        let (height, width) = (lines.shape[2], lines.shape[3])
        let rim = min(16, width - 1, height - 1)
        let result = network.colors(
            lines: lines.padded(Padding(rim), with: .reflect), beside: others.padded(Padding(rim), with: .reflect))
        return result.sliced(axis: 2, rim..<rim + height).sliced(axis: 3, rim..<rim + width)
    }

    /// The sides while the drawing is coloured: the shorter one the working size, but no side of more than 4096 pixels,
    /// and none enlarged.
    private func workingSides(of drawing: Picture) -> (width: Int, height: Int) {
        let (short, long) = (min(drawing.width, drawing.height), max(drawing.width, drawing.height))
        let scale = min(1, Double(workingSize) / Double(short), 4096 / Double(long))
        func scaled(_ side: Int) -> Int { max(1, Int((Double(side) * scale).rounded())) }
        return (scaled(drawing.width), scaled(drawing.height))
    }
}

extension Tensor {
    fileprivate init(batchOf picture: Picture) { self = Tensor(picture: picture).asBatch }

    /// A picture `[channels, height, width]` as a batch of one.
    fileprivate var asBatch: Tensor { reshaped(to: [1] + shape) }
}

// MARK: - Weights

extension Colorizer {
    /// Under which weights keep how far hints ran in their training.
    static let reachKey = "hint-reach"

    /// Under which weights, and checkpoints, keep whether they learnt from the drawn world, whose hints fill regions.
    static let worldKey = "world"

    /// How far hints ran in the training of the weights in a file: not at all if it does not say.
    static func hintReach(weights path: String) throws -> Float { hintReach(of: try Checkpoint(contentsOf: path)) }

    private static func hintReach(of checkpoint: Checkpoint) -> Float {
        let strings = checkpoint.strings
        // Weights of the first edition have a space in the name.
        return (strings[reachKey] ?? strings["hint reach"]).flatMap { Float($0) }.map { min(1, max(0, $0)) } ?? 0
    }

    /// The network that a file of weights, or a training run's checkpoint, holds for a stage.
    ///
    /// Throws a `FileError` when the file is missing, damaged, or holds another network or the other stage.
    static func network(weights path: String, stage: Int) throws -> UNet {
        let checkpoint = try Checkpoint(contentsOf: path)
        let isTrainingState = checkpoint.shape(of: "network.c0.conv.weight") != nil
        let network = try UNet.restore(from: checkpoint, prefix: isTrainingState ? "network" : "")
        guard network.input.channels == 4 else {
            throw FileError(
                path: path,
                problem: "holds a colorizer for \(network.input.channels) channels, not for line and hints",
                remedy: "Choose weights that `nurie train colorizer` made")
        }
        let stored = checkpoint.strings["stage"].flatMap { Int($0) } ?? 1
        guard stored == stage else {
            throw FileError(
                path: path, problem: "holds stage \(stored) of a colorizer where stage \(stage) is wanted",
                remedy: "The second stage is the one that was trained with --stage-one")
        }
        return network
    }
}
