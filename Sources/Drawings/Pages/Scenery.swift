import Basics
import Pictures

/// Pictures without a face: what a face detector has to learn to pass over.
enum Scenery {
    static func draw(side: Int, using generator: inout SeededGenerator) -> Picture {
        switch generator.integer(in: 0..<7) {
        case 0: return cloudy(side: side, using: &generator)
        case 1...3:
            var scene = Scene(using: &generator)
            scene.figure = nil
            return generator.chance(0.65)
                ? AnimePainter(scene).paint(SceneLayout(scene), size: side)
                : PhotographPainter(scene).paint(SceneLayout(scene), size: side)
        case 4: return sheet(side: side, using: &generator) { drawShapes(in: &$0, using: &$1) }
        case 5: return sheet(side: side, using: &generator) { drawLettering(in: &$0, using: &$1) }
        default: return sheet(side: side, using: &generator) { _, _ in }
        }
    }

    /// Somebody's colours and background, without the body, and what is drawn on it.
    private static func sheet(
        side: Int, using generator: inout SeededGenerator, _ build: (inout Drawing, inout SeededGenerator) -> Void
    ) -> Picture {
        var drawing = Drawing()
        let face = Face(using: &generator)
        Backdrop(face: face, colors: FacePaints(face)).draw(in: &drawing, using: &generator)
        build(&drawing, &generator)
        let canvas = Canvas(.color, size: side)
        canvas.paint(drawing, ScenePen(size: side))
        return canvas.colorPicture()
    }

    private static func color(using generator: inout SeededGenerator) -> Color {
        Color(generator.number(in: 0.3...0.95), generator.number(in: 0...0.15), generator.number(in: 0...360))
    }

    /// Round and pointed things with outlines, some of them two and two as eyes are.
    private static func drawShapes(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 5..<25) {
            let centre: Point = [generator.number(in: 0...100), generator.number(in: 0...100)]
            let size = generator.number(in: 2...20)
            let paint = color(using: &generator)
            let squeeze = generator.number(in: 0.4...1)
            switch generator.integer(in: 0..<6) {
            case 0: sheet.area(.ellipse(centre, size, size * squeeze), .background, paint)
            case 1: sheet.area(.star(centre, size, turn: generator.number(in: 0...1)), .background, paint)
            case 2: sheet.area(.heart(centre, size), .background, paint)
            case 3: sheet.area(.rectangle(centre, [size, size * squeeze * 2]), .background, paint)
            case 4: sheet.area(.annulus(centre, size, size, thickness: size * 0.35), .background, paint)
            default:
                for side in [-1.0, 1] {
                    let place = centre + [side * size * generator.number(in: 0.5...1.2), generator.jitter(2)]
                    sheet.area(.ellipse(place, size * 0.4, size * 0.5 * squeeze), .background, paint)
                    sheet.tint(.circle(place, size * 0.15), paint.shaded(3))
                }
            }
        }
    }

    /// Lines of something written, in strokes.
    private static func drawLettering(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        let size = generator.number(in: 3...14)
        let ink = Color(generator.number(in: 0.1...0.4), 0.03, generator.number(in: 0...360))
        sheet.area(.ellipse([50, 50], 60, 60), .background, .linen)
        for y in stride(from: -2.0, to: 100, by: size * 1.5) {
            for x in stride(from: -2.0, to: 100, by: size) where generator.chance(0.85) {
                for _ in 0..<generator.integer(in: 2..<5) {
                    let from: Point = [
                        x + size * generator.number(in: 0...0.8), y + size * generator.number(in: 0...1),
                    ]
                    let to: Point =
                        generator.chance(0.5)
                        ? [x + size * 0.8, from.y + generator.jitter(1)] : [from.x + generator.jitter(1), y + size]
                    sheet.line(Path(from: from, to: to), ink, Pen(width: size * 0.2))
                }
            }
        }
    }

    /// Light and dark spots of several sizes: noise, made smooth by adding up coarser and coarser grids of it.
    private static func cloudy(side: Int, using generator: inout SeededGenerator) -> Picture {
        var levels = [Float](repeating: 0, count: side * side)
        var cells = generator.element(of: [3, 6, 12, 24])
        let roughness = generator.uniform(in: 0.35...0.9)
        var weight: Float = 1
        while cells < side {
            let grid = (0..<(cells + 1) * (cells + 1)).map { _ in generator.uniform(in: -1...1) }
            for y in 0..<side {
                let (row, downwards) = split(y * cells, side)
                for x in 0..<side {
                    let (column, across) = split(x * cells, side)
                    let corner = row * (cells + 1) + column
                    let upper = grid[corner] + (grid[corner + 1] - grid[corner]) * across
                    let below = corner + cells + 1
                    let lower = grid[below] + (grid[below + 1] - grid[below]) * across
                    levels[y * side + x] += weight * (upper + (lower - upper) * downwards)
                }
            }
            weight *= roughness
            cells *= 2
        }
        let (dark, light) = (color(using: &generator).screen, color(using: &generator).screen)
        func sample(_ level: Float, _ from: Double, _ to: Double) -> UInt8 {
            UInt8(255 * (from + (to - from) * Double(min(max(0.5 + 0.4 * level, 0), 1))))
        }
        return Picture(
            width: side, height: side, format: .rgb,
            samples: levels.flatMap { level in
                [
                    sample(level, dark.red, light.red), sample(level, dark.green, light.green),
                    sample(level, dark.blue, light.blue),
                ]
            })
    }

    /// The whole part of a quotient, and the rest as a share.
    private static func split(_ number: Int, _ divisor: Int) -> (Int, Float) {
        (number / divisor, Float(number % divisor) / Float(divisor))
    }
}
