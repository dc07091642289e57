import Basics

/// A bird on its legs, from the side.
enum Bird: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let main = sketch.usual(
            Color(0.62, 0.1, 245), Color(0.88, 0.13, 95), Color(0.6, 0.17, 28), Color(0.55, 0.05, 60),
            Color(0.68, 0.13, 140),
            Color(0.95, 0.01, 90))
        let belly = sketch.usual(Color(0.95, 0.03, 85), Color(0.8, 0.12, 55))
        let wing = sketch.isUsual ? main.shaded(1.2) : sketch.color()
        let beak = sketch.usual(Color(0.78, 0.15, 65), Color(0.85, 0.15, 85), Color(0.4, 0.02, 60))
        let long = sketch.number(0, 1), isOwlish = sketch.chance(0.2)
        let legs = sketch.number(5, 10) + (sketch.chance(0.2) ? 9 : 0)
        let base = 50 - legs, plump = sketch.number(0.85, 1.15)
        // The body's middle, and the head's.
        let body = Point(0, base - 20), head = Point(14 + 4 * long, base - 42 + (isOwlish ? 6 : 0))
        let tail = sketch.number(14, 26), feathers = sketch.integer(in: 2..<4)
        for index in 0..<feathers {
            let tip = Point(-22 - tail, body.y + 4 + Double(index) * 6 - sketch.number(0, 4))
            sketch.area(.leaf([-12, body.y + 2], tip, width: 9, isRound: true), wing, .hair)
        }
        for x in [-3.0, 7] {
            sketch.area(Path(along: [[x, base - 4], [x + 1, 48]], width: 2), beak, depth: 0)
            sketch.area(.polygon([[x - 3, 50], [x + 1, 46], [x + 8, 50]]), beak, depth: 0)
        }
        let outline = Path(through: [
            .at(-24, body.y + 2), .at(-8, body.y - 13), .at(head.x - 11, head.y + 4), .at(head.x - 4, head.y - 10),
            .at(head.x + 8, head.y - 6), .at(head.x + 9, head.y + 5), .at(20 * plump, body.y + 2), .at(8, base),
            .at(-12, base - 4),
        ])
        if sketch.chance(0.35) {
            for angle in [-2.3, -1.9, -1.5] {
                sketch.area(
                    .leaf(head + [0, -6], head + Point(angle: angle) * 20, width: 5, isRound: true), wing, .hair)
            }
        }
        sketch.area(outline, main, .hair)
        sketch.group(clip: outline) {
            $0.area(.ellipse([15, body.y + 7], 16, 19), belly, depth: 0, .hair)
        }
        sketch.line(outline, main, .even)
        drawWing(body, wing, on: &sketch)
        let reach = sketch.number(8, 16), bill = head + [8, 0]
        sketch.area(
            Path(through: [
                .tip(bill + [-1, -3]), .at(bill + [reach * 0.5, -3]), .tip(bill + [reach, 1]), .tip(bill + [-1, 1]),
            ]), beak)
        sketch.area(.polygon([bill + [-1, 1], bill + [reach * 0.75, 1], bill + [0, 4.4]]), beak, depth: 0)
        if sketch.chance(0.4) { sketch.area(.circle(head + [2, 0], 5), belly, depth: 0, .hair, pen: .fine) }
        sketch.ink(.circle(head + [2.4, -1], 2.2))
        sketch.glint(.circle(head + [3, -1.8], 0.8))
    }

    private static func drawWing(_ body: Point, _ color: Color, on sketch: inout ThingSketch) {
        let isRaised = sketch.chance(0.3), rows = sketch.integer(in: 1..<4)
        sketch.group(.moving(4, body.y - 4) * .turning(isRaised ? sketch.number(0.7, 1.2) : sketch.jitter(0.15))) {
            inner in
            for row in (0..<rows).reversed() {
                let size = 1 - 0.24 * Double(row)
                let shade = row == 0 ? color : color.lit(0.5 * Double(row))
                let length = -30 * size, deep = 17 * size
                inner.area(
                    Path(through: [
                        .at(5, 0), .at(length * 0.3, -5), .tip(length, 4), .at(length * 0.75, deep * 0.75),
                        .tip(length * 0.62, deep * 0.7), .at(length * 0.45, deep), .tip(length * 0.3, deep * 0.85),
                        .at(length * 0.1, deep * 0.95),
                    ]), shade, .hair)
            }
        }
    }
}

/// A small round bird that looks at us: a chick, an owl, a penguin.
enum RoundBird: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let kind = sketch.integer(in: 0..<3)
        let main =
            kind == 0
            ? sketch.usual(Color(0.9, 0.14, 95))
            : kind == 1
                ? sketch.usual(Color(0.58, 0.07, 60), Color(0.7, 0.03, 250), Color(0.93, 0.01, 80))
                : sketch.usual(Color(0.38, 0.04, 260), Color(0.6, 0.07, 250))
        let light = sketch.usual(Color(0.96, 0.02, 85))
        let beak = sketch.usual(Color(0.78, 0.15, 65))
        let tall = sketch.number(36, 44), wide = sketch.number(23, 30)
        let top = 48 - 2 * tall
        sketch.bothSides { $0.area(.ellipse([9, 47], 8, 3), beak, depth: 0.1) }
        if kind == 1 {
            sketch.bothSides {
                $0.area(
                    .polygon([[wide * 0.2, top + 6], [wide * 0.8, top - 8], [wide * 0.85, top + 20]]), main, .hair)
            }
        }
        let body = Path(symmetric: [
            .at(0, top), .at(wide * 0.72, top + tall * 0.34), .at(wide, 48 - tall * 0.7), .at(wide * 0.7, 44),
            .at(0, 48),
        ])
        sketch.area(body, main, .hair)
        let eyes = top + tall * 0.62
        if kind != 0 {
            sketch.area(
                Path(symmetric: [.at(0, eyes + 14), .at(wide * 0.62, eyes + 26), .at(wide * 0.6, 40), .at(0, 46)]),
                light, depth: 0, .hair)
        }
        if kind == 1 {
            for row in 0..<3 {
                for column in 0...(2 - row % 2) {
                    let centre = Point((Double(column) - (row % 2 == 0 ? 1 : 0.5)) * 9, eyes + 23 + Double(row) * 7)
                    let half = 3.2
                    sketch.line(
                        Path(
                            from: centre + [-half, 0], centre + [-half, 4], centre + [half, 4],
                            to: centre + [half, 0]), light, .fine)
                }
            }
        }
        let lift = sketch.number(0, 14)
        sketch.bothSides {
            $0.area(
                Path(through: [
                    .tip(wide * 0.86, eyes + 14), .at(wide * 1.25, eyes + 24 - lift * 0.5),
                    .at(wide * 1.2, eyes + 40 - lift * 1.4), .at(wide * 0.84, eyes + 32),
                ]),
                main, .hair)
        }
        sketch.bothSides { inner in
            if kind == 1 {
                inner.area(.circle([wide * 0.36, eyes], wide * 0.34), light, depth: 0, .hair)
                inner.area(.circle([wide * 0.36, eyes], 5.5), .white.mixed(.gold, 0.8), depth: 0, .iris)
            } else if kind == 2 {
                inner.area(.ellipse([wide * 0.33, eyes + 3], wide * 0.32, wide * 0.4), light, depth: 0, .hair)
            }
            inner.ink(.ellipse([wide * 0.36, eyes], 2.4, 3))
            inner.glint(.circle([wide * 0.36 + 0.7, eyes - 1.2], 0.9))
        }
        sketch.area(Path(symmetric: [.tip(0, eyes + 3), .at(5.5, eyes + 6), .tip(0, eyes + 13)]), beak)
        if sketch.chance(0.35) {
            let color = sketch.color(), second = sketch.color()
            sketch.patterned(
                .polygon([[4, eyes + 18], [15, eyes + 17], [13, eyes + 34], [5, eyes + 34]]), color, .bands, second,
                step: 5)
            sketch.area(
                Path(along: [[-wide * 0.9, eyes + 12], [0, eyes + 18], [wide * 0.9, eyes + 12]], width: 7), color)
        }
    }
}
