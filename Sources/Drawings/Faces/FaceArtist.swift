import Basics
import Pictures

/// A face on paper: three pictures of one drawing, in exact register.
public struct DrawnFace: Sendable, Equatable {
    public let face: Face
    /// The coloured drawing, RGB.
    public let color: Picture
    /// The ink lines alone, grey: 255 is paper, 0 is ink.
    public let lines: Picture
    /// The region of each pixel, grey: a sample is the raw value of a `Region`. Lines are not in it, so regions touch.
    public let regions: Picture
}

/// Draws faces with Cairo: one description of the shapes, rendered as colour picture, as line art and as map.
///
/// The same face, size and line width give the same bytes with one version of Cairo.
public struct FaceArtist: Sendable {
    /// The sizes that can be drawn, in pixels; below them a face cannot be read.
    public static let sizes = 16...4096

    /// The width of a common line in hundredths of the picture's side.
    public let lineWidth: Double
    /// The least width of a common line in pixels, so that small pictures keep their lines.
    public let leastLineWidth: Double

    public init(lineWidth: Double = 0.85, leastLineWidth: Double = 0.8) {
        precondition(
            (0.05...10).contains(lineWidth) && (0...10).contains(leastLineWidth),
            "FaceArtist: lines of \(lineWidth) hundredths, at least \(leastLineWidth) pixels, cannot be drawn")
        self.lineWidth = lineWidth
        self.leastLineWidth = leastLineWidth
    }

    /// The face in `size` × `size` pixels.
    public func draw(_ face: Face, size: Int) -> DrawnFace {
        let easel = easel(showing: Portrait(face).drawing, size: size)
        return DrawnFace(
            face: face, color: easel.color.colorPicture(), lines: easel.lines.greyPicture(isInk: true),
            regions: easel.map.greyPicture(isInk: false))
    }

    /// What is behind a face, without the figure, in `size` × `size` pixels. RGB.
    public func drawBackdrop(of face: Face, size: Int) -> Picture {
        easel(showing: Portrait.backdrop(of: face), size: size).color.colorPicture()
    }

    private func easel(showing drawing: Drawing, size: Int) -> Easel {
        precondition(
            Self.sizes.contains(size), "FaceArtist: \(size) pixels are not in \(Self.sizes)")
        let style = LineStyle(width: max(lineWidth, leastLineWidth * 100 / Double(size)))
        let easel = Easel(size: size, style: style, map: .regions)
        easel.render(drawing)
        return easel
    }
}
