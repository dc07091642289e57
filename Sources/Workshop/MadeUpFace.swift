import Pictures

/// A face that nobody drew, as a line drawing to be coloured: what leads from a VAE's sample to the colorizer.
public struct MadeUpFace: Sendable {
    /// The sample, enlarged, on clean paper. RGB.
    public let picture: Picture
    /// Its lines, grey.
    public let lines: Picture
    /// Dabs of its own colours, transparent elsewhere.
    public let hints: Picture
    private let sample: Picture

    /// The width of a pen, in parts of a side: of the strokes in drawn faces of 64 pixels.
    public static let pen: Float = 1.5 / 64

    /// Makes a drawing of `side` × `side` pixels, with up to `dabRows` squared hints, of a square sample on white paper that is no larger.
    public init(_ sample: Picture, side: Int, dabRows: Int = 7) {
        precondition(sample.width <= side, "MadeUpFace: \(side) pixels of a sample of \(sample.width)")
        self.sample = sample
        let enlarged = sample.converted(to: .rgb).resized(toWidth: side, height: side, .bicubic)
        picture = CutOut(enlarged, along: sample).onPaper
        lines = picture.softLines(width: Self.pen * Float(side))
        hints = sample.converted(to: .rgb).dabs(rows: dabRows, side: side)
    }

    /// The drawing as a colorizer colours it, with the dabs or without.
    public func coloured(by colourist: Colourist, hinted: Bool) -> Picture {
        colourist.colour(lines, hints: hinted ? hints : nil)
    }

    /// A picture of it, of the drawing's aspect ratio, cut out of its paper.
    public func cutOut(of coloured: Picture) -> CutOut { CutOut(coloured, along: sample) }
}

extension Picture {
    /// Dabs as somebody sets them who wants this figure's colours, for a drawing of `side` pixels; transparent elsewhere. The
    /// sheet is divided into `rows` by `rows` squares, and there is a dab in each, where the colours are most even.
    fileprivate func dabs(rows: Int, side: Int) -> Picture {
        let figure = figure
        let scale = side / width
        var dabs = Picture(width: side, height: side, format: .rgba, filledWith: [0, 0, 0, 0])
        for row in 0..<rows {
            for column in 0..<rows {
                var flattest: (x: Int, y: Int, spread: Int)?
                for y in row * height / rows..<(row + 1) * height / rows {
                    for x in column * width / rows..<(column + 1) * width / rows where figure[x, y, 0] != 0 {
                        let spread = spread(around: x, y)
                        if spread < flattest?.spread ?? .max { flattest = (x, y, spread) }
                    }
                }
                guard let (x, y, _) = flattest else { continue }
                let colour = (0..<3).map { self[x, y, $0] } + [255]
                dabs.paste(
                    Picture(width: scale, height: scale, format: .rgba, filledWith: colour), x: x * scale,
                    y: y * scale)
            }
        }
        return dabs
    }

    /// How far the levels around a pixel are apart, over all channels; beyond the border there is paper.
    private func spread(around x: Int, _ y: Int) -> Int {
        (0..<3).reduce(0) { sum, channel in
            var (least, most) = (255, 0)
            for row in y - 2...y + 2 {
                for column in x - 2...x + 2 {
                    let isInside = row >= 0 && column >= 0 && row < height && column < width
                    let level = isInside ? Int(self[column, row, channel]) : 255
                    (least, most) = (min(least, level), max(most, level))
                }
            }
            return sum + most - least
        }
    }
}
