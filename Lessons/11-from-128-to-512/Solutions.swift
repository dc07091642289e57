/// Our answers.
struct Solutions: LargerDrawingAnswers {
    /// Each level adds twice as much as the one before, so a fifth doubles the view: from its middle the network would see all of a picture
    /// of 256 pixels, but not one of 512; and it would still know irises of one size.
    func reachWithOneHalvingMore() -> Int { reach(of: wayBack(levels: 5), phases: 32) }

    func sides(of drawing: (width: Int, height: Int), shorter: Int) -> (width: Int, height: Int) {
        let scale = Double(shorter) / Double(min(drawing.width, drawing.height))
        func fitted(_ side: Int) -> Int {
            let scaled = Int((Double(side) * scale).rounded())
            return (scaled + 15) / 16 * 16
        }
        return (fitted(drawing.width), fitted(drawing.height))
    }

    func shrunk(_ row: [Double]) -> [Double] {
        let widened = row.indices.map { index in row[max(0, index - 1)...min(row.count - 1, index + 1)].min() ?? 1 }
        return stride(from: 0, to: row.count, by: 4).map { widened[$0..<$0 + 4].reduce(0, +) / 4 }
    }

    func tiles(ofLength length: Int, tile: Int, margin: Int) -> [(given: Range<Int>, kept: Range<Int>)] {
        stride(from: 0, to: length, by: tile).map { start in
            let end = min(length, start + tile)
            return (given: max(0, start - margin)..<min(length, start + tile + margin), kept: start..<end)
        }
    }
}
