import Basics
import TensorCore

/// A large picture cut into tiles that a network can do one after the other.
///
/// A tile is given to the network with a margin on all sides that is not the picture's border. Where the margin is as wide
/// as the network can see, and tiles begin at multiples of what the network halves, each pixel is computed from the same
/// numbers as in one piece: there are no seams.
public struct Tile {
    /// What the network is given, with the margins.
    public let givenRows, givenColumns: Range<Int>
    /// What is kept of what the network makes of it.
    public let keptRows, keptColumns: Range<Int>

    /// The tiles of a picture, row by row: at most `side` pixels in a side, without the margin, and nearly alike, because a
    /// narrow last row would be mostly margin.
    public static func covering(height: Int, width: Int, side: Int, margin: Int) -> [Tile] {
        let (rows, columns) = (parts(of: height, side: side), parts(of: width, side: side))
        func given(_ kept: Range<Int>, _ length: Int) -> Range<Int> {
            max(0, kept.lowerBound - margin)..<min(length, kept.upperBound + margin)
        }
        return rows.flatMap { row in
            columns.map { column in
                Tile(
                    givenRows: given(row, height), givenColumns: given(column, width), keptRows: row,
                    keptColumns: column)
            }
        }
    }

    /// Parts of a length that begin at multiples of the power of two in `side`, as far as a network halves.
    private static func parts(of length: Int, side: Int) -> [Range<Int>] {
        let unit = min(32, side & -side)
        let (count, units) = ((length + side - 1) / side, (length + unit - 1) / unit)
        return (0..<count).map { part in
            part * units / count * unit..<min(length, (part + 1) * units / count * unit)
        }
    }
}

extension Tensor {
    /// What a network is given for a tile, of `[1, channels, height, width]`.
    public func given(for tile: Tile) -> Tensor {
        sliced(axis: 2, tile.givenRows).sliced(axis: 3, tile.givenColumns)
    }

    /// The part of what a network made of a tile that is kept, `[1, channels, height, width]`.
    public func kept(of tile: Tile) -> Tensor {
        func range(_ kept: Range<Int>, _ given: Range<Int>) -> Range<Int> {
            kept.lowerBound - given.lowerBound..<kept.upperBound - given.lowerBound
        }
        return sliced(axis: 2, range(tile.keptRows, tile.givenRows))
            .sliced(axis: 3, range(tile.keptColumns, tile.givenColumns))
    }

    /// Copies the kept part of what a network made of a tile to its place.
    public mutating func place(_ made: Tensor, of tile: Tile) {
        let (channels, height, width) = (shape[1], shape[2], shape[3])
        let (tileHeight, tileWidth) = (made.shape[2], made.shape[3])
        precondition(
            made.shape[1] == channels && tileHeight == tile.givenRows.count && tileWidth == tile.givenColumns.count,
            "Tile: a network made \(made.shape) of \(tile.givenRows.count)×\(tile.givenColumns.count) pixels")
        withMutableScalars { result in
            made.withScalars { made in
                for channel in 0..<channels {
                    for row in tile.keptRows {
                        let from = (channel * tileHeight + row - tile.givenRows.lowerBound) * tileWidth
                        let to = (channel * height + row) * width
                        for column in tile.keptColumns {
                            result[to + column] = made[from + column - tile.givenColumns.lowerBound]
                        }
                    }
                }
            }
        }
    }
}
