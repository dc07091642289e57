import Basics
import Models
import Networks
import TensorCore

/// Runs a colorizer on drawings of any size, a tile at a time, so that a large one needs no more memory than a tile.
struct TiledNetwork {
    let network: UNet
    /// Pixels in a tile's side, without its margin; a multiple of 16.
    let tile: Int

    /// How far the U-net sees: from its table, 92 pixels to each side; a multiple of 16.
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
    func colors(lines: Tensor, beside others: Tensor) -> Tensor {
        let (height, width) = (lines.shape[2], lines.shape[3])
        let padding = Padding(
            bottom: (Self.unit - height % Self.unit) % Self.unit, right: (Self.unit - width % Self.unit) % Self.unit)
        let (lines, others) = (lines.padded(padding, paper: 1), others.padded(padding, paper: Tensor.noHint))
        var result = Tensor(zeros: [1, 3, lines.shape[2], lines.shape[3]])
        for tile in Tile.covering(height: lines.shape[2], width: lines.shape[3], side: tile, margin: Self.margin) {
            let input = Tensor.concatenated([lines.given(for: tile), others.given(for: tile)], axis: 1)
            result.place(network(input, .inference), of: tile)
        }
        return result.sliced(axis: 2, 0..<height).sliced(axis: 3, 0..<width)
    }
}

extension Tensor {
    /// With paper at the bottom and at the right.
    fileprivate func padded(_ padding: Padding, paper: Float) -> Tensor {
        if padding.bottom == 0 && padding.right == 0 { return self }
        // Padding is with zeros: the paper is taken to be zero for that long.
        return (self - paper).padded(padding) + paper
    }
}
