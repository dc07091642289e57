import Basics
import Pictures

/// Paints a scene as a camera might have seen it: muted colours under soft light, haze, rough surfaces, no lines; then the
/// lens and the film.
struct PhotographPainter {
    private let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func paint(_ layout: SceneLayout, size: Int) -> Picture {
        let canvas = Canvas(.color, size: size)
        for (index, shape) in layout.shapes.enumerated() {
            var grain = SeededGenerator(seed: scene.grain, stream: UInt64(index) + 1)
            paint(shape, on: canvas, using: &grain)
        }
        if let figure = scene.figure {
            canvas.within(.figure(in: scene), clip: nil) {
                // Brows and mouths are lines: they stay, thin and pale.
                canvas.paint(
                    Portrait(figure, hasBackdrop: false).drawing, ScenePen(size: size, share: 0.5), grade: muted)
            }
        }
        var film = SeededGenerator(seed: scene.grain, stream: 0)
        return canvas.colorPicture().photographed(using: &film)
    }

    // MARK: Surfaces

    private func paint(_ shape: SceneShape, on canvas: Canvas, using grain: inout SeededGenerator) {
        let base = tone(shape.color, of: shape)
        let box = shape.path.bounds
        canvas.fill(shape.path, light(base, on: shape, in: box))
        canvas.within(.identity, clip: shape.path) {
            if shape.material == .cloud {
                // A cloud has no edge: it thins out.
                canvas.fill(shape.path, .flat(skyColor.faded(to: 0.55)))
            }
            roughen(shape, base, in: box, on: canvas, using: &grain)
        }
    }

    private var skyColor: Color {
        switch scene.hour {
        case .morning: Color(0.9, 0.03, 235)
        case .noon: Color(0.86, 0.05, 245)
        case .evening: Color(0.86, 0.07, 70)
        }
    }

    private func tone(_ color: Color, of shape: SceneShape) -> Color {
        let dimmed = Color(color.lightness * (1 - 0.28 * shape.shade), color.chroma, color.hue)
        return muted(dimmed).mixed(muted(skyColor), shape.distance * 0.6)
    }

    /// Cameras see less colour than painters want, and less range.
    private func muted(_ color: Color) -> Color {
        Color(0.13 + 0.79 * color.lightness, color.chroma * 0.55, color.hue, alpha: color.alpha)
    }

    /// Light that falls from above and fades across the area.
    private func light(_ base: Color, on shape: SceneShape, in box: (corner: Point, size: Point)) -> Paint {
        let spread: (Double, Double) =
            switch shape.material {
            case .foliage: (0.13, -0.2)
            case .sky: (-0.04, 0.08)
            case .cloud: (0.04, -0.08)
            case .glass: (0.06, -0.12)
            case .water: (0.06, -0.05)
            default: (0.05, -0.09)
            }
        func shifted(_ amount: Double) -> Color {
            Color(min(0.97, max(0.05, base.lightness + amount)), base.chroma, base.hue)
        }
        return .linear(
            from: box.corner, to: box.corner + [box.size.x * 0.35, box.size.y],
            [(0, shifted(spread.0)), (1, shifted(spread.1))])
    }

    /// Specks, lighter and darker, as many as the area has room for.
    private func roughen(
        _ shape: SceneShape, _ base: Color, in box: (corner: Point, size: Point), on canvas: Canvas,
        using grain: inout SeededGenerator
    ) {
        let (contrast, speck) = shape.material.texture
        let size = speck * (1 - 0.5 * shape.distance)
        let count = min(420, Int(box.size.x * box.size.y / (size * size) * 0.9))
        for _ in 0..<count {
            let centre =
                box.corner + Point(grain.number(in: 0...1), grain.number(in: 0...1)).scaled(box.size.x, box.size.y)
            let change = grain.number(in: -1...1) * contrast * (1 - 0.5 * shape.distance)
            let color = Color(
                min(0.97, max(0.04, base.lightness + change)), max(0, base.chroma + change * 0.1),
                base.hue + change * 60,
                alpha: 0.55)
            canvas.fill(
                .ellipse(centre, size * grain.number(in: 0.4...1.1), size * grain.number(in: 0.3...0.7)),
                .flat(color))
        }
    }
}
