import Testing

@testable import Pictures

@Suite struct LineArt {
    /// A dark stroke one pixel wide, and a field of a second colour to its right.
    private let drawing = Picture(
        width: 7, height: 3, format: .grey,
        samples: [
            200, 200, 50, 200, 200, 120, 120,
            200, 200, 50, 200, 200, 120, 120,
            200, 200, 50, 200, 200, 120, 100,
        ])

    @Test func linesByHand() {
        let lines = drawing.lineArt(kernel: 3, strength: 1)
        #expect(
            lines.samples == [
                255, 255, 105, 255, 255, 175, 255,
                255, 255, 105, 255, 255, 175, 255,
                255, 255, 105, 255, 255, 175, 235,
            ])
        let thicker = drawing.lineArt(kernel: 5, strength: 1)
        #expect(Array(thicker.samples.prefix(7)) == [255, 255, 105, 255, 255, 175, 175])
    }

    @Test func strengthDeepensLinesAsFarAsBlack() {
        #expect(drawing.lineArt(kernel: 3, strength: 2).samples.prefix(7) == [255, 255, 0, 255, 255, 95, 255])
        #expect(drawing.lineArt(kernel: 3, strength: 0).samples.allSatisfy { $0 == 255 })
        #expect(drawing.lineArt(kernel: 1, strength: 1).samples.allSatisfy { $0 == 255 })
    }

    @Test func transparencyIsPaper() {
        var picture = Picture(width: 5, height: 5, format: .rgba, filledWith: [0, 0, 0, 0])
        #expect(picture.lineArt().samples.allSatisfy { $0 == 255 })
        picture[2, 2, 3] = 255
        #expect(picture.lineArt()[2, 2, 0] == 0)
        #expect(picture.lineArt().samples.filter { $0 == 255 }.count == 24)
    }

    @Test(arguments: [1, 3, 5, 7, 9, 21], [(1, 1), (1, 9), (9, 1), (13, 8)])
    func dilationIsTheLargestInTheSquare(kernel: Int, size: (width: Int, height: Int)) {
        let picture = Picture.noise(size.width, size.height, .rgb)
        let dilated = picture.dilated(kernel: kernel)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let rows = max(0, y - kernel / 2)...min(size.height - 1, y + kernel / 2)
                let columns = max(0, x - kernel / 2)...min(size.width - 1, x + kernel / 2)
                for channel in 0..<3 {
                    let largest = rows.flatMap { row in columns.map { picture[$0, row, channel] } }.max()
                    #expect(dilated[x, y, channel] == largest)
                }
            }
        }
    }
}
