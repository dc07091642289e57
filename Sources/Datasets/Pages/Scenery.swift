import Pictures
import TensorCore

/// Pictures without a face: what a face detector has to learn to pass over.
enum Scenery {
    static func draw(side: Int, using generator: inout SeededGenerator) -> Picture {
        let kind = generator.integer(in: 0..<6)
        if kind == 0 { return cloudy(side: side, using: &generator) }
        var drawing = Drawing()
        // Somebody's colours and background, without the body.
        let face = Face(using: &generator)
        Backdrop(face: face, colours: FacePaints(face)).draw(in: &drawing, using: &generator)
        switch kind {
        case 1: drawLandscape(in: &drawing, using: &generator)
        case 2: drawShapes(in: &drawing, using: &generator)
        case 3: drawLettering(in: &drawing, using: &generator)
        case 4: drawHouses(in: &drawing, using: &generator)
        default: break
        }
        return FaceArtist().colourPicture(of: drawing, size: side)
    }

    private static func colour(using generator: inout SeededGenerator) -> Colour {
        Colour(generator.number(in: 0.3...0.95), generator.number(in: 0...0.15), generator.number(in: 0...360))
    }

    /// Hills one behind the other, with trees on them.
    private static func drawLandscape(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        for row in 0..<generator.integer(in: 2..<5) {
            let ground = 45 + 15 * Double(row)
            let heights = stride(from: -10.0, through: 110, by: 20).map { x in
                Knot.at(x, ground + generator.jitter(9))
            }
            let paint = Colour(generator.number(in: 0.45...0.85), 0.1, generator.number(in: 110...170))
            sheet.area(
                Path(through: [.tip(-10, 110)] + heights + [.tip(110, 110)]), .background, paint)
            for _ in 0..<generator.integer(in: 0..<5) {
                drawTree(
                    at: [generator.number(in: 0...100), ground + generator.number(in: 2...10)],
                    size: generator.number(in: 4...12), in: &sheet, using: &generator)
            }
        }
    }

    private static func drawTree(
        at foot: Point, size: Double, in sheet: inout Drawing, using generator: inout SeededGenerator
    ) {
        sheet.area(
            .rectangle(foot + [-0.12 * size, -size], [0.24 * size, size]), .background, Colour(0.45, 0.06, 50))
        let leaves = Colour(generator.number(in: 0.4...0.75), 0.12, generator.number(in: 90...160))
        if generator.chance(0.5) {
            for puff in [Point(-0.5, -1.1), Point(0.5, -1.1), Point(0, -1.7)] {
                sheet.area(.circle(foot + puff * size, size * 0.62), .background, leaves)
            }
        } else {
            sheet.area(
                .polygon([
                    foot + [-0.7 * size, -0.5 * size], foot + [0, -2.4 * size], foot + [0.7 * size, -0.5 * size],
                ]),
                .background, leaves)
        }
    }

    /// Round and pointed things with outlines, some of them two and two as eyes are.
    private static func drawShapes(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 5..<25) {
            let centre: Point = [generator.number(in: 0...100), generator.number(in: 0...100)]
            let size = generator.number(in: 2...20)
            let paint = colour(using: &generator)
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
        let ink = Colour(generator.number(in: 0.1...0.4), 0.03, generator.number(in: 0...360))
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

    /// Walls with windows and doors.
    private static func drawHouses(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        var x = generator.number(in: -10...0)
        while x < 100 {
            let (width, top) = (generator.number(in: 16...40), generator.number(in: 5...55))
            let wall = colour(using: &generator)
            sheet.area(.rectangle([x, top], [width, 110 - top]), .background, wall)
            let step = generator.number(in: 6...14)
            let pane = generator.chance(0.5) ? wall.shaded(2.5) : wall.lit(2)
            for row in stride(from: top + step * 0.4, to: 100, by: step) {
                for column in stride(from: x + step * 0.3, to: x + width - step * 0.6, by: step) {
                    sheet.area(.rectangle([column, row], [step * 0.5, step * 0.6]), .background, pane)
                }
            }
            x += width
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
        let (dark, light) = (colour(using: &generator).screen, colour(using: &generator).screen)
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
