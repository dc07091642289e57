import Basics
import Files
import Models
import Networks
import Pictures
import TensorCore

/// Makes photographs of any size and aspect ratio look drawn, with a trained generator of AnimeGAN, CartoonGAN or ComixGAN.
///
/// A large photograph is done in tiles, so the memory that it takes hardly grows with it. The light generator sees a
/// neighbourhood of each pixel only, and its tiles give exactly what one piece would.
///
/// The other generators normalise what they see by the whole picture. A photograph that is not large is one piece for
/// them. In a large one all tiles have the same statistics: those of up to sixteen pieces that are spread evenly over the
/// picture and taken as one, so no seam is seen. (A reduced picture would not do: its texture is gone.)
public struct Stylizer {
    public let network: any NamedNetwork
    /// Whether it takes and gives blue, green, red.
    private let isReversed: Bool
    /// Whether a pixel depends on the whole picture, through norms.
    private let isNormalising: Bool
    /// Pixels of what is done in one piece by a network that normalises.
    let pieceLimit: Int
    /// Pixels in a tile's side, without its margin.
    private let tileSide: Int
    /// How far the network sees.
    private let margin: Int

    /// CartoonGAN's sixteen convolutions at a quarter of the size reach furthest, 64 pixels, and what is before and behind
    /// them adds some twenty.
    private static let widestMargin = 96
    /// The light generator: 24 pixels by its residual blocks, 19 by what is before and behind them.
    private static let lightMargin = 48
    /// What the sides of the networks' inputs are multiples of.
    private static let unit = 4
    /// The shortest side that a picture is given to a network with.
    private static let leastSide = 32

    public init(_ network: any NamedNetwork) { self.init(network, pieceLimit: 1_500_000, tileSide: 512) }

    init(_ network: any NamedNetwork, pieceLimit: Int, tileSide: Int) {
        precondition(tileSide > 0 && tileSide % Self.unit == 0, "Stylizer: tiles of \(tileSide) pixels")
        (self.network, self.pieceLimit, self.tileSide) = (network, pieceLimit, tileSide)
        isReversed = network is CartoonGAN
        isNormalising = !(network is LightAnimeGenerator)
        margin = isNormalising ? Self.widestMargin : Self.lightMargin
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
        self.init(try found.load(from: checkpoint, prefix: prefix))
    }

    private static let generators = [
        NetworkCatalog.animeGenerator, NetworkCatalog.animeGeneratorV2, NetworkCatalog.lightAnimeGenerator,
        NetworkCatalog.cartoonGAN, NetworkCatalog.comixGAN,
    ]

    /// The photograph, drawn, at its own size. Transparent pixels are drawn as on white paper, and stay as transparent.
    ///
    /// With `keepingBrightness` the result is made as bright on the whole as the photograph was: generators tend to darken or
    /// to lighten.
    public func stylise(_ photograph: Picture, keepingBrightness: Bool = false) -> Picture {
        let rgb = photograph.converted(to: .rgb)
        func side(_ length: Int) -> Int { max(Self.leastSide, (length + Self.unit - 1) / Self.unit * Self.unit) }
        var made = Picture(width: rgb.width, height: rgb.height, format: .rgb, filledWith: [0, 0, 0])
        run(height: side(rgb.height), width: side(rgb.width)) { rows, columns in
            Tensor(pictures: [rgb.mirrored(rows: rows, columns: columns)]).signed
        } place: { result, tile in
            // What was added to reach a multiple of four, or the shortest side, is left out again.
            let (left, top) = (tile.keptColumns.lowerBound, tile.keptRows.lowerBound)
            let piece = Picture(tensor: result.kept(of: tile).unsigned).cropped(
                x: 0, y: 0, width: min(tile.keptColumns.count, rgb.width - left),
                height: min(tile.keptRows.count, rgb.height - top))
            made.paste(piece, x: left, y: top)
        }
        // The tiles' memory is not needed while a large result is encoded.
        if rgb.width * rgb.height > pieceLimit { BufferPool.shared.drain() }
        return made.finished(as: photograph, keepingBrightness: keepingBrightness)
    }

    /// What the network makes of `[1, 3, height, width]` in [-1, 1], RGB.
    func output(for input: Tensor) -> Tensor {
        var result = Tensor(zeros: input.shape)
        run(height: input.shape[2], width: input.shape[3]) { rows, columns in
            input.sliced(axis: 2, rows).sliced(axis: 3, columns)
        } place: { made, tile in
            result.place(made, of: tile)
        }
        return result
    }

    /// Runs the network on a picture, in one piece or tile by tile; `piece` gives `[1, 3, rows, columns]` in [-1, 1].
    private func run(
        height: Int, width: Int, piece: (_ rows: Range<Int>, _ columns: Range<Int>) -> Tensor,
        place: (_ result: Tensor, _ tile: Tile) -> Void
    ) {
        if isNormalising && height * width <= pieceLimit {
            let whole = Tile.covering(height: height, width: width, side: max(height, width), margin: 0)[0]
            return place(output(for: piece(0..<height, 0..<width), .inference), whole)
        }
        let mode = isNormalising ? Mode.pooled(PooledStatistics()) : .inference
        if isNormalising {
            _ = output(for: .concatenated(sample(height: height, width: width).map(piece), axis: 0), mode)
        }
        for tile in Tile.covering(height: height, width: width, side: tileSide, margin: margin) {
            place(output(for: piece(tile.givenRows, tile.givenColumns), mode), tile)
        }
    }

    /// What the network itself makes of RGB pictures, whatever order of colours it wants.
    private func output(for pictures: Tensor, _ mode: Mode) -> Tensor { ordered(network(ordered(pictures), mode)) }

    /// Red, green, blue as the network wants them, and back.
    private func ordered(_ pictures: Tensor) -> Tensor {
        guard isReversed else { return pictures }
        return .concatenated((0..<3).reversed().map { pictures.sliced(axis: 1, $0..<$0 + 1) }, axis: 1)
    }

    /// Squares from all over a picture; together no larger than what is done in one piece.
    private func sample(height: Int, width: Int) -> [(rows: Range<Int>, columns: Range<Int>)] {
        let most = Double(pieceLimit) / 16
        let side = min(height, width, max(Self.leastSide, Int(most.squareRoot()) / Self.unit * Self.unit))
        func places(_ length: Int, _ count: Int) -> [Range<Int>] {
            // Squares share the rest evenly; one alone lies in the middle.
            let starts = count > 1 ? (0..<count).map { $0 * (length - side) / (count - 1) } : [(length - side) / 2]
            return starts.map { $0..<$0 + side }
        }
        let ratio = Double(width) / Double(height)
        let columns = min(16, max(1, Int((4 * ratio.squareRoot()).rounded())))
        let rows = max(1, 16 / columns)
        return places(height, rows).flatMap { row in places(width, columns).map { (row, $0) } }
    }
}
