import Basics
import Pictures

/// Paints a scene as the background of an animated film: flat saturated colours in two tones, ink outlines, clean skies.
struct AnimePainter {
    private let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func paint(_ layout: SceneLayout, size: Int) -> Picture {
        let canvas = Canvas(.color, size: size)
        let pen = ScenePen(size: size)
        for (index, shape) in layout.shapes.enumerated() {
            var grain = SeededGenerator(seed: scene.grain, stream: UInt64(index) + 1)
            paint(shape, on: canvas, pen, using: &grain)
        }
        if let figure = scene.figure {
            canvas.within(.figure(in: scene), clip: nil) {
                canvas.paint(Portrait(figure, hasBackdrop: false).drawing, pen)
            }
        }
        return canvas.colorPicture()
    }

    private func paint(_ shape: SceneShape, on canvas: Canvas, _ pen: ScenePen, using grain: inout SeededGenerator) {
        let color = tone(shape.color, of: shape)
        canvas.fill(shape.path, shape.material == .sky ? sky(color) : .flat(color))
        canvas.within(.identity, clip: shape.path) { detail(shape, color, on: canvas, pen, using: &grain) }
        if shape.isOutlined {
            let width = pen.width * (1 - 0.6 * shape.distance)
            canvas.fill(Stroke(of: shape.path, pen: .even, width: width, detail: pen.detail), color.ink)
        }
    }

    /// The colour that a film's palette has for it: purer than life, and a tone darker as a whole where the light does not fall.
    private func tone(_ color: Color, of shape: SceneShape) -> Color {
        var tone = color
        tone.chroma *= 1.3
        tone.lightness = min(0.99, 0.06 + tone.lightness * 0.97)
        if shape.shade > 0.3 { tone = tone.shaded(1) }
        let air = scene.hour == .evening ? Color(0.84, 0.09, 50) : Color(0.86, 0.06, 235)
        return tone.mixed(air, shape.distance * 0.5)
    }

    private func sky(_ color: Color) -> Paint {
        let low = scene.hour == .evening ? Color(0.92, 0.11, 85) : Color(0.94, 0.04, 220)
        return .vertical(0, 62, Color(color.lightness - 0.04, color.chroma * 1.1, color.hue), low)
    }

    /// The second tone and the few strokes by which a painter says what something is.
    private func detail(
        _ shape: SceneShape, _ color: Color, on canvas: Canvas, _ pen: ScenePen, using grain: inout SeededGenerator
    ) {
        let dark = color.shaded(0.8)
        let box = shape.path.bounds
        switch shape.material {
        case .foliage, .cloud, .rock:
            let reach = 0.16 * min(box.size.x, box.size.y)
            let shadow = shape.material == .cloud ? Color(0.88, 0.045, 255) : dark
            canvas.fill(shape.path.moved(by: [-reach * 0.6, -reach]).inverted, .flat(shadow), isEvenOdd: true)
        case .brick:
            for _ in 0..<10 {
                let corner =
                    box.corner
                    + Point(grain.number(in: 0...1), grain.number(in: 0...1)).scaled(box.size.x, box.size.y)
                canvas.fill(.rectangle(corner, [2.4, 0.9]), .flat(dark))
            }
        case .water:
            for _ in 0..<7 {
                let centre =
                    box.corner
                    + Point(grain.number(in: 0...1), grain.number(in: 0...1)).scaled(box.size.x, box.size.y)
                canvas.fill(.ellipse(centre, grain.number(in: 3...8), 0.45), .flat(color.lit(1.6)))
            }
        case .glass:
            let a = box.corner + box.size.scaled(0.15, 0), b = box.corner + box.size.scaled(0.5, 0)
            let down = box.size.scaled(-0.4, 1)
            canvas.fill(.polygon([a, b, b + down, a + down]), .flat(color.lit(1.1)))
        case .tiles, .wood:
            guard box.size.y > 5 else { return }
            for row in 1..<4 {
                let y = box.corner.y + box.size.y * Double(row) / 4
                let line = Path(from: [box.corner.x, y], to: [box.corner.x + box.size.x, y])
                canvas.fill(Stroke(of: line, pen: .fine, width: pen.width * 0.7, detail: pen.detail), dark)
            }
        case .cloth:
            guard box.size.y > 8, box.size.x < 30 else { return }
            canvas.fill(shape.path.moved(by: [-box.size.x * 0.3, 0]).inverted, .flat(dark), isEvenOdd: true)
        case .sky, .grass, .earth, .plaster, .metal, .paper: break
        }
    }
}

/// The pen of a scene's outlines.
struct ScenePen {
    /// In units of the sheet; at least three quarters of a pixel.
    let width: Double
    /// Pixels in a unit of the sheet.
    let detail: Double

    /// A pen of a share of the common width.
    init(size: Int, share: Double = 1) {
        detail = Double(size) / 100
        width = share * max(0.6, 0.75 / detail)
    }
}

extension Affine {
    /// Where the figure stands: in front, to one side, cut off by the lower edge.
    static func figure(in scene: Scene) -> Affine {
        var grain = SeededGenerator(seed: scene.grain, stream: 0)
        let scale = grain.number(in: 0.5...0.72)
        let x = grain.number(in: -8...(108 - 100 * scale))
        return .moving(x, 101 - 100 * scale) * .scaling(scale)
    }
}

extension Canvas {
    /// Paints a drawing of a figure; `grade` changes every colour.
    func paint(_ drawing: Drawing, _ pen: ScenePen, grade: (Color) -> Color = { $0 }) {
        for node in drawing.nodes {
            switch node {
            case .group(let map, let clip, let inner): within(map, clip: clip) { paint(inner, pen, grade: grade) }
            case .mark(let mark):
                if let paint = mark.paint { fill(mark.path, paint.graded(grade), isEvenOdd: mark.isEvenOdd) }
                switch mark.ink {
                case .solid(let ink): fill(mark.path, .flat(grade(ink)))
                case .line(let nib, let ink):
                    fill(Stroke(of: mark.path, pen: nib, width: pen.width * 1.3, detail: pen.detail), grade(ink))
                case nil: break
                }
            }
        }
    }
}

extension Paint {
    /// The paint with every colour replaced.
    func graded(_ grade: (Color) -> Color) -> Paint {
        switch self {
        case .flat(let color): .flat(grade(color))
        case .linear(let from, let to, let stops):
            .linear(from: from, to: to, stops.map { ($0.at, grade($0.color)) })
        case .radial(let centre, let radius, let stops):
            .radial(centre: centre, radius: radius, stops.map { ($0.at, grade($0.color)) })
        }
    }
}
