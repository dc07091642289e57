import Basics
import Pictures

/// A face that nobody drew, as a line drawing to be coloured: what leads from a VAE's sample to the colorizer.
public struct SampledFace: Sendable {
    /// The sample, enlarged, on clean paper. RGB.
    public let picture: Picture
    /// Its lines, grey.
    public let lines: Picture
    /// Dabs of its own colours, transparent elsewhere.
    public let hints: Picture
    private let sample: Picture

    /// The width of a pen, in parts of a side: of the strokes in drawn faces of 64 pixels.
    public static let pen: Float = 1.3 / 64

    /// Makes a drawing of `side` × `side` pixels, with up to `dabRows` squared hints, of a square sample on white paper that is no larger.
    public init(_ sample: Picture, side: Int, dabRows: Int = 7) {
        precondition(sample.width <= side, "SampledFace: \(side) pixels of a sample of \(sample.width)")
        self.sample = sample
        let enlarged = sample.converted(to: .rgb).resized(toWidth: side, height: side, .bicubic)
        picture = CutOut(enlarged, along: sample).onPaper
        lines = picture.softLines(width: Self.pen * Float(side))
        hints = sample.converted(to: .rgb).dabs(rows: dabRows, side: side)
    }

    /// A picture of it, of the drawing's aspect ratio, cut out of its paper.
    public func cutOut(of colored: Picture) -> CutOut { CutOut(colored, along: sample) }
}

extension Picture {
    /// Dabs as somebody sets them who wants this figure's colours on blank paper, for a drawing of `side` pixels; transparent
    /// elsewhere. The sheet is divided into `rows` by `rows` squares, and in each there is a dab on the figure and one on the
    /// paper, where the colours are most even.
    fileprivate func dabs(rows: Int, side: Int) -> Picture {
        let figure = figure
        let scale = side / width
        var dabs = Picture.transparent(width: side, height: side)
        for (row, column) in (0..<rows).flatMap({ row in (0..<rows).map { (row, $0) } }) {
            let square = Box(
                x: column * width / rows, y: row * height / rows,
                width: (column + 1) * width / rows - column * width / rows,
                height: (row + 1) * height / rows - row * height / rows)
            for level in [255, 0] as [UInt8] {
                guard let (x, y) = flattest(in: square, where: figure, is: level) else { continue }
                let color = level == 0 ? [255, 255, 255] : (0..<3).map { self[x, y, $0] }
                dabs.paste(
                    Picture(width: scale, height: scale, format: .rgba, filledWith: color + [255]), x: x * scale,
                    y: y * scale)
            }
        }
        return dabs
    }

    /// The pixel of a square with the most even colours around it, among those of a level in a map.
    private func flattest(in square: Box, where map: Picture, is level: UInt8) -> (x: Int, y: Int)? {
        var flattest: (x: Int, y: Int, spread: Int)?
        for y in square.y..<square.y + square.height {
            for x in square.x..<square.x + square.width where map[x, y, 0] == level {
                let spread = spread(around: x, y)
                if spread < flattest?.spread ?? .max { flattest = (x, y, spread) }
            }
        }
        return flattest.map { ($0.x, $0.y) }
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
