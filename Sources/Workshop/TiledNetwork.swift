import Models
import Networks
import TensorCore

/// Runs a colorizer on drawings of any size, a tile at a time, so that a large one needs no more memory than a tile.
///
/// A tile is run with a margin on all sides that is not the picture's border. The margin is as wide as the network can see,
/// and tiles begin at multiples of 16, so each pixel is computed from the same numbers as in one piece: there are no seams.
struct TiledNetwork {
    let network: UNet
    /// Pixels in a tile's side, without its margin; a multiple of 16.
    let tile: Int

    /// How far the U-net sees: from its table, 85 pixels to each side; a multiple of 16.
    static let margin = 96
    /// What the sides of the network's input are multiples of.
    static let unit = 16

    init(_ network: UNet, tile: Int = 768) {
        precondition(tile > 0 && tile % Self.unit == 0, "TiledNetwork: tiles of \(tile) pixels")
        self.network = network
        self.tile = tile
    }

    /// The colours `[1, 3, height, width]` for lines `[1, 1, height, width]` and what else the network is given,
    /// `[1, 3, height, width]`.
    ///
    /// The network wants sides that are multiples of 16: white paper without hints is added and cut off again.
    func colours(lines: Tensor, beside others: Tensor) -> Tensor {
        let (height, width) = (lines.shape[2], lines.shape[3])
        let padding = Padding(
            bottom: (Self.unit - height % Self.unit) % Self.unit, right: (Self.unit - width % Self.unit) % Self.unit)
        let (paddedHeight, paddedWidth) = (height + padding.bottom, width + padding.right)
        var result = Tensor(zeros: [1, 3, height, width])
        for top in stride(from: 0, to: paddedHeight, by: tile) {
            for left in stride(from: 0, to: paddedWidth, by: tile) {
                let rows = Span(from: top, tile: tile, within: paddedHeight, cutTo: height)
                let columns = Span(from: left, tile: tile, within: paddedWidth, cutTo: width)
                let input = Tensor.concatenated(
                    [
                        lines.paddedPiece(rows, columns, paper: 1),
                        others.paddedPiece(rows, columns, paper: Tensor.noHint),
                    ], axis: 1)
                result.place(network(input, .inference), rows, columns)
            }
        }
        return result
    }
}

/// A tile's place along one side of the picture.
private struct Span {
    /// What the network is given, with the margins, of the padded side.
    let given: Range<Int>
    /// The part of it that is kept, of the picture's own side.
    let kept: Range<Int>
    /// Pixels of the given part that are added paper.
    let added: Int

    init(from start: Int, tile: Int, within paddedLength: Int, cutTo length: Int) {
        given =
            max(0, start - TiledNetwork.margin)..<min(paddedLength, start + tile + TiledNetwork.margin)
        kept = min(start, length)..<min(start + tile, length)
        added = max(0, given.upperBound - length)
    }
}

extension Tensor {
    /// A tile of `[1, channels, height, width]`, with paper where it reaches over the picture.
    fileprivate func paddedPiece(_ rows: Span, _ columns: Span, paper: Float) -> Tensor {
        let piece = sliced(axis: 2, rows.given.lowerBound..<rows.given.upperBound - rows.added)
            .sliced(axis: 3, columns.given.lowerBound..<columns.given.upperBound - columns.added)
        if rows.added == 0 && columns.added == 0 { return piece }
        // Padding is with zeros: the paper is taken to be zero for that long.
        return (piece - paper).padded(Padding(bottom: rows.added, right: columns.added)) + paper
    }

    /// Copies the kept part of a tile's colours to its place.
    fileprivate mutating func place(_ colours: Tensor, _ rows: Span, _ columns: Span) {
        let (height, width) = (shape[2], shape[3])
        let (tileHeight, tileWidth) = (colours.shape[2], colours.shape[3])
        withMutableScalars { result in
            colours.withScalars { colours in
                for channel in 0..<3 {
                    for row in rows.kept {
                        let from = (channel * tileHeight + row - rows.given.lowerBound) * tileWidth
                        let to = (channel * height + row) * width
                        for column in columns.kept {
                            result[to + column] = colours[from + column - columns.given.lowerBound]
                        }
                    }
                }
            }
        }
    }
}
