import Basics
import Files
import Models
import Networks
import Pictures
import TensorCore

/// Makes photographs of any size and aspect ratio look drawn, with a trained generator of AnimeGAN, CartoonGAN or ComixGAN.
///
/// Most of these networks normalise what they see by the whole picture; the light one does not, and its tiles are exact. One that is not large is done in one piece. A large one is done
/// in tiles, all of them with the same statistics: those of up to sixteen pieces that are spread evenly over the picture and
/// taken as one. So no seam is seen, and where the pieces are the whole picture nothing else changes; otherwise the statistics
/// are those of a fair sample at the full resolution. (A reduced picture would not do: its texture is gone.)
public struct Stylizer {
    public let network: any NamedNetwork
    /// Whether it takes and gives blue, green, red.
    private let isReversed: Bool
    /// Pixels of what is done in one piece.
    let pieceLimit: Int
    /// Pixels in a tile's side, without its margin.
    private let tileSide: Int

    /// How far the networks see: CartoonGAN's sixteen convolutions at a quarter of the size reach furthest, 64 pixels, and
    /// what is before and behind them adds some twenty.
    private static let margin = 96
    /// What the sides of the networks' inputs are multiples of.
    private static let unit = 4
    /// The shortest side that a picture is given to a network with.
    private static let leastSide = 32

    public init(_ network: any NamedNetwork) { self.init(network, pieceLimit: 1_500_000, tileSide: 640) }

    init(_ network: any NamedNetwork, pieceLimit: Int, tileSide: Int) {
        precondition(tileSide > 0 && tileSide % Self.unit == 0, "Stylizer: tiles of \(tileSide) pixels")
        (self.network, self.pieceLimit, self.tileSide) = (network, pieceLimit, tileSide)
        isReversed = network is CartoonGAN
    }

    /// The generator that a file holds: weights, or a training run's checkpoint; published ones too.
    ///
    /// Throws a `FileError` when the file is missing, damaged, or holds another network; it says which, if it is known.
    public init(weights path: String) throws {
        let checkpoint = try Checkpoint(contentsOf: path)
        let prefix = checkpoint.names.contains { $0.hasPrefix("generator.") } ? "generator" : ""
        let names = checkpoint.names.compactMap {
            prefix.isEmpty ? $0 : $0.hasPrefix("generator.") ? String($0.dropFirst("generator.".count)) : nil
        }
        let found = NetworkCatalog.network(holding: names)
        guard let found, Self.generators.contains(where: { $0.name == found.name }) else {
            let likeness = found.map { "holds the weights of the network \($0.name)" }
            throw FileError(
                path: path, problem: "\(likeness ?? "holds no network that is known"), not a generator of drawings",
                remedy: "Choose weights of \(Self.generators.map(\.name).joined(separator: ", "))")
        }
        self.init(try found.load(from: path, prefix: prefix))
    }

    private static let generators = [
        NetworkCatalog.animeGenerator, NetworkCatalog.animeGeneratorV2, NetworkCatalog.lightAnimeGenerator,
        NetworkCatalog.cartoonGAN, NetworkCatalog.comixGAN,
    ]

    /// The photograph, drawn, at its own size. Transparency is put on white.
    ///
    /// With `keepingBrightness` the result is made as bright on the whole as the photograph was: generators tend to darken or
    /// to lighten.
    public func stylise(_ photograph: Picture, keepingBrightness: Bool = false) -> Picture {
        func side(_ length: Int) -> Int { max(Self.leastSide, (length + Self.unit - 1) / Self.unit * Self.unit) }
        let rgb = photograph.converted(to: .rgb)
        let input = rgb.mirrored(toWidth: side(rgb.width), height: side(rgb.height))
        let made = Picture(tensor: output(for: Tensor(pictures: [input]).signed).unsigned)
            .cropped(x: 0, y: 0, width: rgb.width, height: rgb.height)
        return keepingBrightness ? made.brightened(as: rgb) : made
    }

    /// What the network makes of `[1, 3, height, width]` in [-1, 1], RGB.
    func output(for input: Tensor) -> Tensor {
        let (height, width) = (input.shape[2], input.shape[3])
        if height * width <= pieceLimit { return run(input, .inference) }
        let mode = Mode.pooled(PooledStatistics())
        _ = network(ordered(sample(of: input)), mode)
        var result = Tensor(zeros: input.shape)
        for tile in Tile.covering(height: height, width: width, side: tileSide, margin: Self.margin) {
            result.place(run(input.given(for: tile), mode), of: tile)
        }
        return result
    }

    private func run(_ input: Tensor, _ mode: Mode) -> Tensor { ordered(network(ordered(input), mode)) }

    /// Red, green, blue as the network wants them, and back.
    private func ordered(_ pictures: Tensor) -> Tensor {
        guard isReversed else { return pictures }
        return .concatenated((0..<3).reversed().map { pictures.sliced(axis: 1, $0..<$0 + 1) }, axis: 1)
    }

    /// Pieces from all over the picture, as one batch; together no larger than what is done in one piece.
    private func sample(of input: Tensor) -> Tensor {
        let (height, width) = (input.shape[2], input.shape[3])
        let most = Double(pieceLimit) / 16
        let side = min(height, width, max(Self.leastSide, Int(most.squareRoot()) / Self.unit * Self.unit))
        func places(_ length: Int, _ count: Int) -> [Int] {
            // Pieces share the rest evenly; one alone lies in the middle.
            guard count > 1 else { return [(length - side) / 2] }
            return (0..<count).map { $0 * (length - side) / (count - 1) }
        }
        let ratio = Double(width) / Double(height)
        let columns = min(16, max(1, Int((4 * ratio.squareRoot()).rounded())))
        let rows = max(1, 16 / columns)
        let pieces = places(height, rows).flatMap { top in
            places(width, columns).map { left in
                input.sliced(axis: 2, top..<top + side).sliced(axis: 3, left..<left + side)
            }
        }
        return .concatenated(pieces, axis: 0)
    }
}

extension Picture {
    /// The picture with its mirror image at the right and at the bottom, as often as it takes.
    func mirrored(toWidth newWidth: Int, height newHeight: Int) -> Picture {
        precondition(newWidth >= width && newHeight >= height, "mirrored: to \(newWidth)×\(newHeight) pixels")
        if newWidth == width && newHeight == height { return self }
        var result = Picture(
            width: newWidth, height: newHeight, format: format,
            filledWith: [UInt8](repeating: 0, count: channels))
        for y in 0..<newHeight {
            let row = Self.reflection(of: y, in: height)
            for x in 0..<newWidth {
                let column = Self.reflection(of: x, in: width)
                for channel in 0..<channels { result[x, y, channel] = self[column, row, channel] }
            }
        }
        return result
    }

    /// The place that a mirror at the last one shows; the border is not repeated.
    private static func reflection(of place: Int, in count: Int) -> Int {
        guard count > 1 else { return 0 }
        let around = place % (2 * (count - 1))
        return around < count ? around : 2 * (count - 1) - around
    }

    /// The picture as bright on the whole as another, by one factor for all.
    fileprivate func brightened(as other: Picture) -> Picture {
        func brightness(_ picture: Picture) -> Double {
            picture.converted(to: .grey).samples.reduce(0.0) { $0 + Double($1) }
        }
        let factor = brightness(other) / max(1, brightness(self))
        return Picture(
            width: width, height: height, format: format,
            samples: samples.map { UInt8(min(255, (Double($0) * factor).rounded())) })
    }
}
