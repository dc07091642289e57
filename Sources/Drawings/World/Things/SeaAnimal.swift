import Basics

/// An octopus, a whale, a turtle, a crab or a jellyfish.
enum SeaAnimal: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let main = sketch.usual(
            Color(0.7, 0.14, 20), Color(0.66, 0.1, 245), Color(0.68, 0.13, 145), Color(0.72, 0.1, 310))
        let light = sketch.isUsual ? main.lit(1.6) : sketch.color(), second = sketch.color()
        switch sketch.integer(in: 0..<4) {
        case 0: drawOctopus(main, light, on: &sketch)
        case 1: drawWhale(main, light, on: &sketch)
        case 2: drawTurtle(main, second, on: &sketch)
        default: drawCrab(main, light, on: &sketch)
        }
    }

    private static func drawEyes(_ x: Double, _ y: Double, on sketch: inout ThingSketch) {
        let isOpen = sketch.chance(0.5)
        sketch.bothSides { inner in
            if isOpen { inner.area(.circle([x, y], 4.6), .white, depth: 0, .eyeWhite) }
            inner.ink(.ellipse([x, y], 2.2, 2.8))
            inner.glint(.circle([x + 0.7, y - 1], 0.8))
        }
    }

    private static func drawOctopus(_ main: Color, _ light: Color, on sketch: inout ThingSketch) {
        for index in 0..<6 {
            let side = index % 2 == 0 ? -1.0 : 1, place = Double(index / 2)
            let foot = Point(side * (16 - place * 5), 10), reach = side * (38 - place * 13 + sketch.jitter(3))
            let tip = Point(reach + side * 5, 40 - sketch.number(0, 12))
            let spine = [foot, Point(foot.x + side * 2, 28), Point(reach, 44 - place), tip]
            sketch.area(Path(along: spine, widths: [13, 10, 7, 3]), main)
            for share in [0.35, 0.75] {
                sketch.area(.circle(between(spine[1], spine[2], share) + [0, 2], 1.7), light, depth: 0, pen: .fine)
            }
        }
        sketch.area(
            Path(symmetric: [.at(0, -44), .at(24, -30), .at(25, -8), .at(17, 8), .at(17, 18), .at(0, 22)]), main)
        drawEyes(9, -4, on: &sketch)
        sketch.area(.ellipse([0, 8], 4, 3.4), light, depth: 0)
        for _ in 0..<sketch.integer(in: 0..<4) {
            sketch.area(.circle([sketch.jitter(12), -26 + sketch.jitter(7)], sketch.number(2, 4)), light, depth: 0)
        }
    }

    private static func drawWhale(_ main: Color, _ light: Color, on sketch: inout ThingSketch) {
        let rise = sketch.number(-30, -12)
        let body = Path(through: [
            .at(40, 6), .at(28, -14), .at(4, -20), .at(-18, -6), .at(-32, rise + 12), .tip(-34, rise + 4),
            .tip(-48, rise - 6), .at(-44, rise + 10),
            .tip(-36, rise + 14), .at(-26, 16), .at(-6, 28), .at(26, 26),
        ])
        sketch.area(
            Path(through: [.tip(-34, rise + 12), .tip(-24, rise - 8), .at(-22, rise + 8), .tip(-30, rise + 16)]), main
        )
        sketch.area(body, main)
        let belly = Path(through: [.tip(44, 8), .at(10, 14), .tip(-26, 14), .tip(-20, 40), .tip(44, 40)])
        sketch.group(clip: body) { inner in
            inner.area(belly, light, depth: 0)
            for x in stride(from: -8.0, to: 36, by: 8) {
                inner.line(Path(from: [x, 16], [x + 2, 20], [x + 2, 25], to: [x, 32]), light, .fine)
            }
        }
        sketch.line(body, main, .even)
        sketch.area(.leaf([6, 14], [-8, 36], width: 10, bend: 3, isRound: true), main)
        sketch.ink(.ellipse([24, 2], 2, 2.6))
        sketch.glint(.circle([24.6, 1.2], 0.8))
        if sketch.chance(0.7) {
            let water = sketch.usual(Color(0.88, 0.06, 225))
            for side in [-1.0, 1] {
                sketch.area(
                    Path(through: [
                        .tip(12, -21), .at(12 + side * 3, -38), .at(12 + side * 12, -40), .at(12 + side * 14, -32),
                        .at(12 + side * 9, -34),
                    ]), water)
            }
        }
    }

    private static func drawTurtle(_ main: Color, _ shell: Color, on sketch: inout ThingSketch) {
        for x in [-20.0, 16] { sketch.area(.ellipse([x, 42], 8, 8), main) }
        sketch.area(.leaf([-28, 34], [-42, 40], width: 7), main)
        sketch.area(Path(along: [[20, 34], [32, 24], [36, 14]], width: 11), main)
        sketch.area(.ellipse([38, 10], 11, 10), main)
        let dome = Path(through: [.tip(-32, 36), .at(-24, 6), .at(0, -6), .at(24, 8), .tip(30, 36)])
        sketch.area(dome, shell)
        let plate = sketch.isUsual ? shell.lit(0.5) : sketch.color()
        sketch.group(clip: dome) { inner in
            for (x, y) in [(-24.0, 20.0), (0, 16), (24, 20), (-12, 0), (12, 0), (-12, 34), (12, 34)] {
                inner.area(.star([x, y], 9.5, points: 3, depth: 1, turn: 0.5), plate, depth: 0.1)
            }
        }
        sketch.line(dome, shell, .even)
        sketch.area(Path(along: [[-34, 37], [0, 40], [32, 37]], width: 5), plate)
        sketch.ink(.ellipse([42, 8], 1.7, 2.3))
        sketch.line(Path(from: [48, 14], [45, 17], [42, 17], to: [40, 15]), main)
    }

    private static func drawCrab(_ main: Color, _ light: Color, on sketch: inout ThingSketch) {
        let lift = sketch.number(0, 14)
        sketch.bothSides { inner in
            for leg in 0..<3 {
                let y = 30 + Double(leg) * 5
                inner.area(
                    Path(
                        along: [[18, y - 4], [36 - Double(leg) * 3, y - 8], [42 - Double(leg) * 5, y + 8]],
                        widths: [5, 4.5, 0]), main)
            }
            inner.area(Path(along: [[20, 18], [32, 14], [34, 2 - lift]], width: 6), main)
            let claw = Point(34, -6 - lift)
            inner.area(
                Path(through: [
                    .at(claw + [0, 10]), .at(claw + [-11, 0]), .tip(claw + [-6, -14]), .tip(claw + [-1, -2]),
                    .tip(claw + [8, -14]), .at(claw + [11, 2]),
                ]), main)
            inner.area(Path(along: [[8, 16], [9, 4]], width: 3.4), main)
        }
        sketch.area(.ellipse([0, 27], 27, 17), main)
        drawEyes(9, 2, on: &sketch)
        for x in [-12.0, 0, 12] { sketch.area(.circle([x, 20 + abs(x) * 0.2], 2.6), light, depth: 0) }
        sketch.line(Path(from: [-9, 33], [-4, 38], [4, 38], to: [9, 33]), main)
    }
}
