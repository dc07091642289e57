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
        precondition(
            Self.sizes.contains(size), "FaceArtist: \(size) pixels are not in \(Self.sizes)")
        let easel = Easel(
            size: size, lineWidth: max(lineWidth, leastLineWidth * 100 / Double(size)))
        easel.render(Portrait(face).drawing, scale: 1)
        return DrawnFace(
            face: face, color: easel.color.colorPicture(), lines: easel.lines.greyPicture(isInk: true),
            regions: easel.regions.greyPicture(isInk: false))
    }
}

/// Three canvases, on which a drawing is rendered at once.
private struct Easel {
    let color, lines, regions: Canvas
    let lineWidth: Double
    /// Pixels in a unit of the sheet.
    let detail: Double

    init(size: Int, lineWidth: Double) {
        color = Canvas(.color, size: size)
        lines = Canvas(.ink, size: size)
        regions = Canvas(.labels, size: size)
        self.lineWidth = lineWidth
        detail = Double(size) / 100
    }

    /// Renders a drawing whose unit is `scale` units of the sheet.
    func render(_ drawing: Drawing, scale: Double) {
        for node in drawing.nodes {
            switch node {
            case .mark(let mark): render(mark, scale: scale)
            case .group(let map, let clip, let inner):
                let scale = scale * map.scale
                color.within(map, clip: clip) {
                    guard !inner.isTintOnly else { return render(inner, scale: scale) }
                    lines.within(map, clip: clip) {
                        regions.within(map, clip: clip) { render(inner, scale: scale) }
                    }
                }
            }
        }
    }

    /// Lines are as wide in a group as outside it.
    private func render(_ mark: Mark, scale: Double) {
        if let paint = mark.paint { color.fill(mark.path, paint, isEvenOdd: mark.isEvenOdd) }
        if let region = mark.region {
            regions.label(mark.path, region.rawValue)
            lines.erase(mark.path)
        }
        switch mark.ink {
        case .solid(let ink):
            color.fill(mark.path, .flat(ink))
            lines.ink(mark.path)
        case .line(let pen, let ink):
            let stroke = Stroke(of: mark.path, pen: pen, width: lineWidth / scale, detail: detail * scale)
            color.fill(stroke, ink)
            lines.ink(stroke)
        case nil: break
        }
    }
}
