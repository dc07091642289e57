import Basics

/// Simple backgrounds over the whole sheet: out of doors here, indoors in the other file.
enum Backdrops {
    static func hills(_ sketch: inout ThingSketch) {
        let horizon = sketch.number(46, 66)
        ground([-4, -4], [108, 112], sketch.sky(), &sketch)
        sketch.sunOrRainbow(horizon)
        for _ in 0..<sketch.integer(in: 1..<5) {
            sketch.cloud([sketch.number(4, 96), sketch.number(8, horizon - 16)])
        }
        let count = sketch.integer(in: 2..<5)
        for index in 0..<count {
            let y = horizon + Double(index) * 42 / Double(count), swing = sketch.number(3, 9)
            var knots: [Knot] = [.tip(-4, 108)]
            let steps = sketch.integer(in: 3..<6)
            for step in 0...steps {
                knots.append(.at(-4 + 108 * Double(step) / Double(steps), y + sketch.jitter(swing)))
            }
            let green = sketch.leafColor()
            sketch.area(Path(through: knots + [.tip(104, 108)]), green, depth: 0, .background)
            for _ in 0..<sketch.integer(in: 0..<4) {
                let foot = Point(sketch.number(4, 96), y + swing + sketch.number(2, 5)),
                    size = 4 + Double(index) * 2.5
                let bark = sketch.barkColor(), crown = sketch.leafColor()
                sketch.area(
                    .rectangle(foot + [-size * 0.14, -size], [size * 0.28, size]), bark, depth: 0, .background)
                sketch.area(.cloud(foot + [0, -size * 1.6], [size * 0.9, size], bumps: 8), crown, .background)
            }
        }
    }

    static func sunburst(_ sketch: inout ThingSketch) {
        let centre = Point(sketch.number(30, 70), sketch.number(30, 80)), count = 2 * sketch.integer(in: 6..<14)
        let colors = [sketch.color(), sketch.color()], turn = sketch.number(0, 1)
        for index in 0..<count {
            let a = turn + 2 * .pi * Double(index) / Double(count), b = a + 2 * .pi / Double(count)
            sketch.area(
                .polygon([centre, centre + Point(angle: a) * 150, centre + Point(angle: b) * 150]), colors[index % 2],
                depth: 0, .background)
        }
    }

    static func tiles(_ sketch: inout ThingSketch) {
        let colors = [sketch.color(), sketch.color(), sketch.color()]
        let step = sketch.number(11, 24), kind = sketch.integer(in: 0..<4)
        let rows = Int(112 / step) + 1
        for row in 0...rows {
            for column in 0...rows {
                let corner = Point(-4 + Double(column) * step, -4 + Double(row) * step)
                let shift = row % 2 == 0 ? 0 : step / 2
                let color = colors[(row + (kind == 1 ? 0 : column)) % (kind == 3 ? 3 : 2)]
                let path: Path =
                    switch kind {
                    case 0, 3: .rectangle(corner, [step, step])
                    case 1: .rectangle(corner - [shift, 0], [step, step])
                    default:
                        .polygon(
                            [
                                corner + [step / 2, -step / 2], corner + [step, step / 2],
                                corner + [step / 2, step * 1.5], corner + [0, step / 2],
                            ].map { $0 - [shift, 0] })
                    }
                sketch.area(path, color, depth: 0, .background)
            }
        }
    }

    static func sea(_ sketch: inout ThingSketch) {
        let horizon = sketch.number(34, 58), shore = sketch.number(74, 92)
        ground([-4, -4], [108, 112], sketch.sky(), &sketch)
        sketch.sunOrRainbow(horizon)
        for _ in 0..<sketch.integer(in: 1..<4) {
            sketch.cloud([sketch.number(4, 96), sketch.number(8, horizon - 8)])
        }
        let water = sketch.usual(Color(0.72, 0.1, 235), Color(0.8, 0.09, 200)),
            sand = sketch.usual(Color(0.9, 0.06, 85))
        let count = sketch.integer(in: 1..<5)
        for index in 0..<count {
            let y = horizon + Double(index) * (shore - horizon) / Double(count)
            let color = water.lit(0.25 * Double(index))
            guard index > 0 else { ground([-4, y], [108, 108 - y], color, &sketch); continue }
            let half = sketch.number(4, 8)
            var knots: [Knot] = [.tip(-4, 108)]
            for x in stride(from: -8.0, through: 108, by: 2 * half) {
                knots += [.tip(x, y - 3), .at(x + half, y + 2)]
            }
            sketch.area(Path(through: knots + [.tip(112, y), .tip(112, 108)]), color, depth: 0, .background)
        }
        sketch.area(
            Path(through: [
                .tip(-4, 108), .tip(-4, shore), .at(30, shore + sketch.jitter(5)), .at(70, shore + sketch.jitter(5)),
                .tip(104, shore), .tip(104, 108),
            ]), sand, depth: 0, .background)
    }

    static func night(_ sketch: inout ThingSketch) {
        let dark = sketch.usual(Color(0.35, 0.1, 275), Color(0.45, 0.09, 260)),
            star = sketch.usual(Color(0.92, 0.1, 95))
        ground([-4, -4], [108, 112], dark, &sketch)
        for _ in 0..<sketch.integer(in: 5..<16) {
            sketch.area(
                .star(
                    [sketch.number(2, 98), sketch.number(2, 72)], sketch.number(1.6, 4), depth: 0.5,
                    turn: sketch.number(0, 1)), star, depth: 0, .background, pen: .fine)
        }
        let centre = Point(sketch.number(16, 84), sketch.number(14, 30)), r = sketch.number(7, 13)
        let moon =
            sketch.chance(0.5)
            ? Path.circle(centre, r)
            : Path(through: [
                .tip(centre + [r * 0.3, -r]), .at(centre + [-r, 0]), .tip(centre + [r * 0.3, r]),
                .at(centre + [-r * 0.25, 0]),
            ])
        sketch.area(moon, star, .background)
        let x = sketch.number(0, 12)
        for index in 0..<9 {
            let wide = sketch.number(10, 16), top = sketch.number(62, 88), color = dark.mixed(sketch.color(), 0.5)
            let left = -10 + x + Double(index) * 12
            sketch.area(.rectangle([left, top], [wide, 108 - top]), color, depth: 0, .background)
            for row in 0..<3 {
                for column in 0..<2 where sketch.chance(0.6) {
                    sketch.area(
                        .rectangle([left + 2 + Double(column) * 4.6, top + 4 + Double(row) * 7], [3, 4]), star,
                        depth: 0, .background, pen: .fine)
                }
            }
        }
    }

    static func ground(_ corner: Point, _ size: Point, _ color: Color, _ sketch: inout ThingSketch) {
        sketch.area(.rectangle(corner, size), color, depth: 0, .background)
    }
}

extension ThingSketch {
    mutating func sky() -> Color { usual(Color(0.86, 0.07, 230), Color(0.9, 0.06, 60), Color(0.84, 0.06, 300)) }

    mutating func cloud(_ centre: Point) {
        let size = number(5, 13), bumps = integer(in: 7..<11), color = usual(Color(0.98, 0.008, 240))
        area(.cloud(centre, [size * 1.5, size * 0.75], bumps: bumps), color, .background)
    }

    /// The sun, a rainbow or neither.
    mutating func sunOrRainbow(_ horizon: Double) {
        switch integer(in: 0..<5) {
        case 0, 1:
            let centre = Point(number(12, 88), number(10, horizon - 14)), radius = number(6, 12),
                gold = usual(Color(0.9, 0.14, 90))
            let count = integer(in: 8..<14)
            if chance(0.6) {
                area(.star(centre, radius * 1.7, points: count, depth: 0.7), gold.lit(0.3), depth: 0, .background)
            }
            area(.circle(centre, radius), gold, .background)
        case 2:
            let centre = Point(number(30, 70), horizon + 6), outer = number(36, 50),
                hues = [25.0, 60, 95, 145, 240, 310]
            for (index, hue) in hues.enumerated() {
                area(.circle(centre, outer - Double(index) * 4), usual(Color(0.82, 0.12, hue)), depth: 0, .background)
            }
            area(.circle(centre, outer - 24), sky(), depth: 0, .background)
        default: break
        }
    }
}
