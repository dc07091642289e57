import Basics
import Pictures

/// Three canvases, on which a drawing is rendered at once: in colour, as line art, and as a map of its areas.
final class Easel {
    /// What the map's samples say.
    enum Map {
        /// The raw value of the area's ``Region``.
        case regions
        /// The area's own number: 1 for the first, and after 255 from 1 again. 0 is where no area is.
        case areas
    }

    let color, lines, map: Canvas
    /// What the areas are that the map numbers; the first is that of number 1.
    private(set) var areas: [Region] = []
    private let style: LineStyle
    private let kind: Map
    /// Pixels in a unit of the sheet.
    private let detail: Double
    private var generator: SeededGenerator

    /// `seed` decides how the hand strays, if the style lets it.
    init(size: Int, style: LineStyle, map kind: Map, seed: UInt64 = 0) {
        color = Canvas(.color, size: size)
        lines = Canvas(.ink, size: size)
        map = Canvas(.labels, size: size)
        self.style = style
        self.kind = kind
        detail = Double(size) / 100
        generator = SeededGenerator(seed: seed)
    }

    /// Renders a drawing whose unit is `scale` units of the sheet.
    func render(_ drawing: Drawing, scale: Double = 1) {
        for node in drawing.nodes {
            switch node {
            case .mark(let mark): render(mark, scale: scale)
            case .group(let move, let clip, let inner):
                let scale = scale * move.scale
                color.within(move, clip: clip) {
                    guard !inner.isTintOnly else { return render(inner, scale: scale) }
                    lines.within(move, clip: clip) {
                        map.within(move, clip: clip) { render(inner, scale: scale) }
                    }
                }
            }
        }
    }

    /// Lines are as wide in a group as outside it.
    private func render(_ mark: Mark, scale: Double) {
        if let paint = mark.paint { color.fill(mark.path, paint, isEvenOdd: mark.isEvenOdd) }
        if let region = mark.region {
            map.label(mark.path, number(of: region))
            lines.erase(mark.path)
        }
        switch mark.ink {
        case .solid(let ink):
            color.fill(mark.path, .flat(ink))
            lines.ink(mark.path)
        case .line(let pen, let ink):
            let stroke = Stroke(
                of: mark.path, pen: pen, style: style, unit: 1 / scale, detail: detail * scale, using: &generator)
            color.fill(stroke, ink)
            lines.ink(stroke)
        case nil: break
        }
    }

    private func number(of region: Region) -> UInt8 {
        guard kind == .areas else { return region.rawValue }
        areas.append(region)
        return UInt8((areas.count - 1) % 255 + 1)
    }
}
