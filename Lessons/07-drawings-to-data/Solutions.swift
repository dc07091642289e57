import Pictures

/// Our answers.
struct Solutions: DrawingAnswers {
    /// The next odd number above the width: 19 for 18 pixels. All that lies so near to something lighter turns to ink, as irises do; it is better to
    /// make the drawing smaller first.
    func kernel(forLinesUpTo width: Int) -> Int { width.isMultiple(of: 2) ? width + 1 : width + 2 }

    func lines(of picture: Picture) -> Picture {
        let channels = (0..<3).map { channel in
            Picture(
                width: picture.width, height: picture.height, format: .grey,
                samples: stride(from: channel, to: picture.samples.count, by: 3).map { picture.samples[$0] }
            ).lineArt(kernel: 5, strength: 2)
        }
        var darkest = channels[0]
        for pixel in darkest.samples.indices {
            darkest.samples[pixel] = channels.map { $0.samples[pixel] }.min() ?? 0
        }
        return darkest
    }

    func category(ofCells cells: [Int]) -> Int {
        zip(cells, [128, 64, 32, 1, 0, 16, 2, 4, 8]).reduce(0) { $0 + ($1.0 >= cells[4] ? $1.1 : 0) }
    }

    func overlap(_ first: Picture.Box, _ second: Picture.Box) -> Double {
        let width = min(first.x + first.width, second.x + second.width) - max(first.x, second.x)
        let height = min(first.y + first.height, second.y + second.height) - max(first.y, second.y)
        let both = max(0, width) * max(0, height)
        return Double(both) / Double(first.area + second.area - both)
    }
}
