import Networks
import Testing

/// Tiles lie side by side, begin where the network's halves do, and none is a strip that is mostly margin.
@Suite("Tiles") struct TileTests {
    @Test(arguments: [
        (540, 960, 512), (1, 1, 512), (1080, 1920, 512), (96, 4000, 64), (300, 301, 16), (65, 7201, 512), (0, 5, 16),
    ])
    func coversInPartsThatAreAlike(height: Int, width: Int, side: Int) {
        let tiles = Tile.covering(height: height, width: width, side: side, margin: 48)
        #expect(tiles.reduce(0) { $0 + $1.keptRows.count * $1.keptColumns.count } == height * width)
        for tile in tiles {
            #expect(tile.keptRows.lowerBound % min(32, side) == 0 && tile.keptColumns.lowerBound % min(32, side) == 0)
            #expect(tile.keptRows.count <= side && tile.keptColumns.count <= side)
        }
        for lengths in [tiles.map(\.keptRows.count), tiles.map(\.keptColumns.count)] {
            #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) < 2 * min(32, side), "\(Set(lengths))")
        }
    }
}
