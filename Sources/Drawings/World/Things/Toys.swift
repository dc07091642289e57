import Basics

/// A robot, from the front.
enum Robot: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.usual(Color(0.8, 0.02, 245), Color(0.72, 0.08, 240)), second = sketch.color(),
            third = sketch.color(), light = sketch.usual(Color(0.85, 0.15, 90), Color(0.75, 0.15, 150))
        let wide = sketch.number(17, 25), round = sketch.number(0, 14), head = sketch.number(14, 22),
            lift = sketch.number(-12, 16)
        sketch.area(.rectangle([-1.2, -46], [2.4, 12]), second, depth: 0)
        sketch.area(.circle([0, -46], 3.6), light)
        let isWheeled = sketch.chance(0.25)
        sketch.bothSides { inner in
            inner.area(Path(along: [[wide - 2, 0], [wide + 10, 8], [wide + 14, 22 - lift]], width: 6), second)
            let hand = Point(wide + 14, 24 - lift)
            inner.area(.circle(hand, 5.6), third)
            inner.area(.circle([wide, 0], 5), third)
            guard !isWheeled else { return }
            inner.area(.rectangle([wide * 0.35 - 1, 24], [8, 20]), second)
            for y in [30.0, 35] { inner.line(from: [wide * 0.35 - 1, y], to: [wide * 0.35 + 7, y], second, .fine) }
            inner.area(.rounded([wide * 0.35 - 4, 42], [17, 8], 4), third)
        }
        if isWheeled { sketch.wheel([0, 38], 12, third) }
        sketch.area(.rectangle([-5, -14], [10, 8]), second)
        sketch.area(.rounded([-wide, -8], [2 * wide, 36], round), color)
        sketch.area(.rounded([-wide * 0.65, -2], [wide * 1.3, 17], 2), second)
        for index in -1...1 {
            sketch.area(
                sketch.chance(0.5)
                    ? .circle([Double(index) * 8, 4], 2.6) : .rectangle([Double(index) * 8 - 2.4, 2], [4.8, 4.8]),
                index == 0 ? light : third, depth: 0)
        }
        sketch.area(.rounded([-wide * 0.5, 9], [wide, 3.4], 1.5), light, depth: 0)
        sketch.bothSides { $0.area(.rounded([head, -28], [5, 10], 2), third) }
        sketch.area(.rounded([-head - 1, -37], [2 * head + 2, 26], round * 0.8 + 2), color)
        let isVisor = sketch.chance(0.35)
        if isVisor {
            sketch.area(.rounded([-head * 0.8, -32], [head * 1.6, 11], 5), sketch.usual(Color(0.35, 0.04, 260)))
        }
        sketch.bothSides { inner in
            inner.area(
                .circle([head * 0.45, -26.5], isVisor ? 3.2 : 4.4), isVisor ? light : .white, depth: 0, .eyeWhite)
            if !isVisor { inner.ink(.circle([head * 0.45, -26.5], 1.8)) }
        }
        sketch.area(.rounded([-head * 0.5, -18.5], [head, 4], 1.5), light, depth: 0)
        for x in [-0.2, 0.2] { sketch.line(from: [x * head, -18], to: [x * head, -15], light, .fine) }
    }
}

/// Balloons on strings, or one that people travel by.
enum Balloon: Thing {
    static func draw(on sketch: inout ThingSketch) {
        if sketch.chance(0.3) { return drawBasket(on: &sketch) }
        let count = sketch.element(of: [1, 2, 3, 5]), isHeart = sketch.chance(0.2)
        let size = count == 1 ? 30.0 : count < 4 ? 20 : 15, hand = Point(sketch.jitter(5), 50)
        let places = (0..<count).map { index -> Point in
            let share = count == 1 ? 0 : Double(index) / Double(count - 1) * 2 - 1
            return Point(share * (44 - size), -46 + size * 1.2 + abs(share) * 12 + sketch.number(0, 9))
        }
        for place in places {
            let knot = place + [0, size * 1.2], middle = between(knot, hand, 0.5) + [sketch.jitter(5), 0]
            sketch.line(Path(from: knot, middle, middle, to: hand), Color(0.5, 0.02, 60), .fine)
        }
        for place in places {
            let color = sketch.usual(
                Color(0.65, 0.19, 25), Color(0.7, 0.12, 245), Color(0.9, 0.14, 95), Color(0.78, 0.12, 0),
                Color(0.75, 0.14, 145))
            let second = sketch.color(), pattern = sketch.pattern(orPlain: 0.75), knot = place + [0, size * 1.12]
            sketch.area(.polygon([knot, knot + [3, 5], knot + [-3, 5]]), color, depth: 0)
            let shape =
                isHeart
                ? Path.heart(place + [0, size * 0.2], size * 1.02)
                : Path(symmetric: [
                    .at(0, -size * 1.08), .at(size * 0.92, -size * 0.42), .at(size * 0.72, size * 0.55),
                    .at(0, size * 1.14),
                ]).moved(by: place)
            sketch.patterned(shape, color, pattern, second)
            sketch.glint(.ellipse(place + [size * 0.42, -size * 0.5], size * 0.11, size * 0.19))
        }
    }

    private static func drawBasket(on sketch: inout ThingSketch) {
        let colors = [sketch.color(), sketch.color(), sketch.color()], straw = sketch.usual(Color(0.7, 0.09, 70))
        for x in [-14.0, -5, 5, 14] { sketch.line(from: [x, 14], to: [x * 0.6, 34], straw, .even) }
        let strips = sketch.integer(in: 2..<5)
        for strip in 0...strips {
            let half = 38 * cosine(Double(strip) / Double(strips + 1) * .pi / 2)
            sketch.area(
                Path(symmetric: [
                    .at(0, -48), .at(half * 0.8, -38), .at(half, -12), .at(half * 0.62, 8), .tip(half * 0.36, 18),
                    .tip(0, 18),
                ]), colors[strip % colors.count], depth: 0.05)
        }
        sketch.area(.rounded([-12, 32], [24, 17], 3), straw)
        sketch.area(.rounded([-14, 31], [28, 5], 2), straw.shaded(0.6))
        for y in [40.0, 44.5] { sketch.line(from: [-11, y], to: [11, y], straw, .fine) }
    }
}

/// Building bricks and balls.
enum Toys: Thing {
    static func draw(on sketch: inout ThingSketch) {
        if sketch.chance(0.4) {
            let color = sketch.color(), second = sketch.color(), shape = Path.circle([0, 6], 43)
            sketch.area(shape, color)
            let bands = sketch.integer(in: 3..<5), turn = sketch.number(0, 3)
            sketch.group(clip: shape) { inner in
                for band in 0..<bands {
                    let angle = turn + 2 * .pi * Double(band) / Double(bands), half = .pi / Double(bands) * 0.5,
                        centre = Point(-6, -4)
                    inner.area(
                        Path(through: [
                            .tip(centre), .at(centre + Point(angle: angle - half - 0.2) * 34),
                            .tip(centre + Point(angle: angle - half) * 90),
                            .tip(centre + Point(angle: angle + half) * 90),
                            .at(centre + Point(angle: angle + half - 0.2) * 34),
                        ]), second, depth: 0)
                }
            }
            sketch.line(shape, color, .even)
            sketch.area(.circle([-6, -4], 7), sketch.color(), depth: 0)
            return
        }
        var row = 0
        for count in [3, 2, 1] {
            for index in 0..<count {
                let x = (Double(index) - Double(count) / 2) * 32 + sketch.jitter(1), y = 20 - Double(row) * 31,
                    color = sketch.color(), second = sketch.color()
                if count == 1 && sketch.chance(0.5) {
                    sketch.area(.polygon([[x - 2, y + 30], [x + 16, y], [x + 34, y + 30]]), color)
                    continue
                }
                sketch.area(.rectangle([x, y], [30, 30]), color)
                sketch.area(.rectangle([x + 4.5, y + 4.5], [21, 21]), color.lit(0.6), depth: 0)
                let centre = Point(x + 15, y + 15)
                let sign: Path = sketch.element(of: [
                    .circle(centre, 6), .heart(centre, 8), .star(centre, 8),
                    .polygon([centre + [0, -7], centre + [7, 6], centre + [-7, 6]]),
                ])
                sketch.area(sign, second, depth: 0)
            }
            row += 1
        }
    }
}
