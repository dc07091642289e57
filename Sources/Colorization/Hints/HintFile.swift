import Files
import Pictures

/// A picture of colour hints that a user painted.
public struct HintFile {
    /// Colours on transparency.
    public let hints: Picture
    /// What is to be said about it, if anything.
    public let remark: String?

    /// How far the aspect ratios of hints and drawing may differ.
    private static let tolerance = 0.02
    /// The share of a picture without transparency that may be coloured if the colours are to be hints.
    private static let mostColored = 0.5

    /// Reads hints for a drawing of the given size; hints of another size are fitted to it later.
    ///
    /// A picture without transparency counts as one that was painted over the drawing: what is coloured is a hint. Throws a
    /// `PictureError` when it cannot be read, is of another aspect ratio, or when nothing tells hints from drawing.
    public init(contentsOf path: String, for drawing: Picture, named name: String) throws {
        let picture = try Picture(contentsOf: path)
        let ratio =
            Double(picture.width) * Double(drawing.height) / (Double(picture.height) * Double(drawing.width))
        guard abs(ratio - 1) <= Self.tolerance else {
            throw PictureError(
                path: path,
                problem:
                    "is \(picture.width)×\(picture.height) pixels and \(name) \(drawing.width)×\(drawing.height)",
                remedy: "Give hints of the drawing's aspect ratio, or they would land in the wrong places")
        }
        let isOpaque = picture.format != .rgba || picture.opacities.allSatisfy { $0 == 255 }
        if !isOpaque {
            let hasHints = picture.opacities.contains { $0 >= 128 }
            (hints, remark) = (picture, hasHints ? nil : "is transparent everywhere: it hints at nothing")
            return
        }
        let rgb = picture.converted(to: .rgb)
        let painted = (0..<rgb.width * rgb.height).map { pixel in
            let color = rgb.samples[3 * pixel..<3 * pixel + 3]
            return (color.max() ?? 0) - (color.min() ?? 0) > 40
        }
        let share = Double(painted.count { $0 }) / Double(painted.count)
        guard share > 0, share <= Self.mostColored else {
            throw PictureError(
                path: path,
                problem: "has no transparency, and \(share > 0 ? "most of it is" : "none of it is") coloured",
                remedy: "Leave all but the dabs of colour transparent, in a PNG file")
        }
        var hints = rgb.converted(to: .rgba)
        for (pixel, isPainted) in painted.enumerated() where !isPainted { hints.samples[4 * pixel + 3] = 0 }
        self.hints = hints
        remark = "has no transparency: its coloured pixels count as hints, white, grey and black ones do not"
    }
}

extension Picture {
    fileprivate var opacities: some Sequence<UInt8> {
        stride(from: 3, to: samples.count, by: 4).lazy.map { samples[$0] }
    }
}
