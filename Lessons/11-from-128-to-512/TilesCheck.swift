import Basics
import LessonKit
import Models
import Networks
import TensorCore

extension LargerDrawings {
    static let tilesWithoutSeams = Exercise<any LargerDrawingAnswers>(
        "Tiles without seams",
        hints: [
            "What is kept: from 0, `tile` further and so on. The last one ends where the row ends.",
            "What is given begins `margin` earlier and ends `margin` later, but never outside the row.",
            "`max(0, start - margin)..<min(length, start + tile + margin)`",
        ]
    ) { answers in
        for (length, tile, margin) in [(256, 64, 96), (256, 256, 96), (100, 64, 16), (64, 64, 0)] {
            let place = "for \(length) pixels, tiles of \(tile), margins of \(margin)"
            let got = try answers.tiles(ofLength: length, tile: tile, margin: margin)
            try WrongAnswer.unless(
                got.flatMap { Array($0.kept) } == Array(0..<length), expected: "each pixel kept once, in order",
                got: "\(got.map(\.kept))", place)
            for tile in got {
                try WrongAnswer.unless(
                    tile.given.lowerBound >= 0 && tile.given.upperBound <= length, expected: "pixels of the row",
                    got: "\(tile.given)", place)
                try WrongAnswer.unless(
                    tile.given.count <= tile.kept.count + 2 * margin, expected: "no more than the margins allow",
                    got: "\(tile.given) for \(tile.kept)", place)
            }
        }
        let picture = TiledRow()
        let seam = try picture.largestSeam(tiles: answers.tiles(ofLength: picture.length, tile: 64, margin: 96))
        try WrongAnswer.unless(
            seam < 1e-6, expected: "the same as in one piece", got: "a difference of \(seam)",
            "where a U-net colours your tiles of 64 with margins of 96")
    }
}

/// A picture of one row of tiles and a U-net that colours it.
struct TiledRow {
    let length = 320
    private let network: UNet
    private let input: Tensor

    init() {
        var generator = SeededGenerator(seed: 11)
        network = UNet(width: 2).initialised(using: &generator)
        input = Tensor(uniformIn: 0...1, shape: [1, 4, 16, length], using: &generator)
    }

    /// The largest difference between the picture made in one piece and in tiles.
    func largestSeam(tiles: [(given: Range<Int>, kept: Range<Int>)]) -> Float {
        let made = tiles.map { given, kept in
            network(input.sliced(axis: 3, given), .inference)
                .sliced(axis: 3, kept.lowerBound - given.lowerBound..<kept.upperBound - given.lowerBound)
        }
        return largest((Tensor.concatenated(made, axis: 3) - network(input, .inference)).absolute())
    }
}
