import Basics
@testable import Colorization
import Models
@testable import Pictures
import Testing

@Suite("What the lessons' colorizers learn from and are judged by")
struct ColoringBookTests {
    private let book: ColorizationDataset

    init() throws { book = try ColorizationDataset(seed: 3, size: 64, faces: 4, batch: 2, heldOut: 5) }

    @Test("The truth is as like itself, as colourful, sharp and varied as the truth")
    func truth() {
        let truth = book.heldOut.map(\.color)
        #expect(book.likeness(of: truth).squaredError.value == 0)
        #expect(book.saturation(of: truth, truth).rows.allSatisfy { $0.ratios == [1, 1] })
        #expect(book.lineSharpness(of: truth) == 1)
        let hair = book.colors(of: .hair, in: truth)
        #expect(hair.truth == hair.painted)
        #expect(hair.spreadOfPainted == hair.spreadOfTruth && hair.spreadOfTruth > 0)
    }

    @Test("Grey pictures have no colour, no lines and no variety, and one colour everywhere costs the variance")
    func grey() {
        let grey = book.heldOut.map {
            Picture(width: $0.color.width, height: $0.color.height, format: .rgb, filledWith: [128, 128, 128])
        }
        #expect(book.saturation(of: grey).ratio("hair") < 0.01)
        #expect(book.saturation(of: grey).ratio("no such region").isNaN)
        #expect(book.lineSharpness(of: grey) == 0)
        #expect(book.colors(of: .hair, in: grey).spreadOfPainted < 1e-3)
        #expect(Double(book.likeness(of: grey).squaredError.value) >= book.errorOfOneColor)
    }

    @Test(
        "In one class the spread within it is that of all, but for the degree of freedom; alone in its class no colour has any"
    )
    func spreadsWithinClasses() {
        let hair = book.colors(of: .hair, in: book.heldOut.map(\.color))
        let count = Double(hair.faces.count)
        let together = hair.spreads(within: Array(repeating: 0, count: 5))
        #expect(abs(together.truth - hair.spreadOfTruth * (count / (count - 1)).squareRoot()) < 1e-4)
        #expect(together.painted == together.truth)
        #expect(hair.spreads(within: Array(0..<5)).truth < 1e-4)
    }

    @Test("What the held-out faces are like is known, and all stand on paper when that is wanted")
    func faces() throws {
        #expect(book.heldOutFaces.count == 5)
        let onPaper = try ColorizationDataset(seed: 3, size: 64, faces: 4, batch: 2, heldOut: 5, paperShare: 1)
        #expect(onPaper.heldOutFaces.allSatisfy { $0.background == .paper })
        #expect(onPaper.heldOutFaces.map(\.hairStyle) == book.heldOutFaces.map(\.hairStyle))
    }

    @Test("Faces are coloured in their order, and the batches have none of them")
    func colored() throws {
        var generator = SeededGenerator(seed: 1)
        let network = UNet(width: 1).initialised(using: &generator)
        let pictures = book.colored(by: network)
        let last = network(colorizerInput(lines: PairBatch([book.heldOut[4]]).lines), .inference)
        #expect(pictures.count == 5 && pictures[4] == last.pictures[0])
        let learnt = try (0..<2).flatMap { try book.batches.batch(at: $0).color.pictures }
        #expect(Set(learnt.map(\.samples)).isDisjoint(with: book.heldOut.map(\.color.samples)))
    }

    @Test("The mean colour of pixels, and the sharpness of a drawn line")
    func measures() throws {
        var picture = Picture(width: 4, height: 4, format: .rgb, filledWith: [255, 0, 0])
        let red = try #require(picture.meanColor(of: [0, 5]))
        #expect(red.difference(to: Lab(red: 255, green: 0, blue: 0)) < 1e-3)
        #expect(picture.meanColor(of: []) == nil)
        var lines = Picture(width: 4, height: 4, format: .grey, filledWith: [255])
        #expect(picture.lineSharpness(at: lines) == 0)
        for y in 0..<4 { lines[1, y, 0] = 0 }
        #expect(picture.lineSharpness(at: lines) == 0)
        picture = lines.converted(to: .rgb)
        // Each pixel of the line has two other neighbours and, but for the last, one below.
        #expect(abs(picture.lineSharpness(at: lines) - 8 / 11.0) < 1e-6)
    }
}
