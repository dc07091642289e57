import Basics

/// Fruit, whole.
enum Fruit: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let green = sketch.leafColor(), stalk = sketch.barkColor()
        let red = sketch.usual(Color(0.6, 0.2, 27), Color(0.75, 0.17, 125), Color(0.86, 0.14, 95))
        switch sketch.integer(in: 0..<7) {
        case 0:
            let wide = sketch.number(36, 44)
            sketch.area(
                Path(symmetric: [
                    .tip(0, -22), .at(wide * 0.5, -30), .at(wide, -6), .at(wide * 0.7, 34), .at(wide * 0.25, 49),
                    .at(0, 45),
                ]), red)
            sketch.area(Path(along: [[0, -20], [2, -30], [7, -40]], widths: [3, 3, 4]), stalk, depth: 0)
            sketch.leaf([3, -29], [30, -42], width: 13, green, bend: 3)
        case 1:
            sketch.area(
                Path(symmetric: [.at(0, -30), .at(11, -26), .at(15, -4), .at(32, 22), .at(20, 46), .at(0, 49)]),
                sketch.usual(Color(0.82, 0.14, 115), Color(0.86, 0.13, 95)))
            sketch.area(Path(along: [[0, -28], [3, -44]], width: 3), stalk, depth: 0)
            sketch.leaf([2, -34], [26, -40], width: 11, green)
        case 2: drawCherries(red, green, on: &sketch)
        case 3: drawStrawberry(red, green, on: &sketch)
        case 4: drawGrapes(green, stalk, on: &sketch)
        case 5: drawMelon(green, red, on: &sketch)
        default: drawPineapple(green, on: &sketch)
        }
    }

    private static func drawCherries(_ red: Color, _ green: Color, on sketch: inout ThingSketch) {
        let top = Point(8, -40)
        for (x, y) in [(-22.0, 28.0), (18, 32)] {
            let fruit = Point(x + sketch.jitter(2), y + sketch.jitter(4))
            sketch.area(
                Path(along: [fruit + [0, -14], between(fruit, top, 0.6) + [-3, 0], top], width: 2.4), green, depth: 0)
            sketch.area(
                Path(through: [
                    .tip(fruit + [0, -15]), .at(fruit + [16, -14]), .at(fruit + [17, 8]), .at(fruit + [0, 18]),
                    .at(fruit + [-17, 8]), .at(fruit + [-16, -14]),
                ]), red)
            sketch.glint(.ellipse(fruit + [7, -5], 2.4, 3.6))
        }
        sketch.leaf(top, top + [-34, 6], width: 15, green, bend: 4)
    }

    private static func drawStrawberry(_ red: Color, _ green: Color, on sketch: inout ThingSketch) {
        let body = Path(symmetric: [.at(0, -24), .at(28, -26), .at(34, -2), .at(16, 34), .at(0, 49)])
        sketch.area(body, red)
        let seed = sketch.usual(Color(0.9, 0.12, 95))
        for row in 0..<5 {
            let y = -10 + Double(row) * 11, half = 26 - abs(Double(row) - 0.6) * 5.5
            for column in 0..<(4 - row / 2 - row % 2) {
                let count = Double(3 - row / 2 - row % 2)
                let x = count < 1 ? 0 : (Double(column) / count * 2 - 1) * half * 0.8
                sketch.area(.ellipse([x, y], 1.6, 2.4), seed, depth: 0, pen: .fine)
            }
        }
        for x in [-26.0, 26, -14, 14, 0] { sketch.area(.leaf([0, -30], [x, -13 - abs(x) * 0.4], width: 11), green) }
        sketch.area(Path(along: [[0, -28], [3, -44]], width: 3.6), green, depth: 0)
    }

    private static func drawGrapes(_ green: Color, _ stalk: Color, on sketch: inout ThingSketch) {
        let color = sketch.usual(Color(0.5, 0.13, 310), Color(0.8, 0.13, 120), Color(0.45, 0.12, 350))
        sketch.area(Path(along: [[0, -16], [-2, -34], [6, -46]], width: 3.4), stalk, depth: 0)
        sketch.leaf([0, -28], [34, -34], width: 20, green, bend: 3)
        for row in 0..<6 {
            let count = [4, 5, 4, 3, 2, 1][row]
            for column in 0..<count {
                let x = (Double(column) - Double(count - 1) / 2) * 14
                sketch.area(
                    .circle([x + sketch.jitter(1), -17 + Double(row) * 11.6], 8.6),
                    color.varied(using: &sketch.generator), depth: 0.2)
            }
        }
    }

    private static func drawMelon(_ green: Color, _ red: Color, on sketch: inout ThingSketch) {
        let turn = sketch.jitter(0.3)
        func slice(_ r: Double) -> Path {
            Path(through: [.tip(-r, 0), .at(-r * 0.7, r * 0.7), .at(0, r), .at(r * 0.7, r * 0.7), .tip(r, 0)])
        }
        sketch.group(.moving(0, -8) * .turning(turn)) { inner in
            inner.area(slice(46), green)
            inner.area(slice(41), inner.usual(Color(0.95, 0.05, 115)), depth: 0)
            inner.area(slice(36), red)
            for angle in [0.5, 1.0, 1.57, 2.1, 2.65] {
                let foot = Point(angle: angle) * 16
                inner.area(
                    .leaf(foot, foot + Point(angle: angle) * 8, width: 4, isRound: true), Color(0.3, 0.03, 40),
                    depth: 0, pen: .fine)
            }
        }
    }

    private static func drawPineapple(_ green: Color, on sketch: inout ThingSketch) {
        for (x, y) in [(-20.0, -36.0), (20, -36), (-12, -46), (12, -46), (0, -49)] {
            sketch.area(.leaf([x * 0.3, -12], [x, y], width: 9, bend: x * 0.1), green)
        }
        let gold = sketch.usual(Color(0.83, 0.14, 85)), body = Path.ellipse([0, 19], 24, 31)
        sketch.area(body, gold)
        let second = sketch.isUsual ? gold.shaded(0.5) : sketch.color()
        sketch.group(clip: body) { inner in
            for row in 0..<7 {
                for column in -2...3 {
                    let centre = Point((Double(column) - (row % 2 == 0 ? 0 : 0.5)) * 13, -14 + Double(row) * 11)
                    inner.area(
                        .polygon([centre + [0, -10], centre + [6, 0], centre + [0, 10], centre + [-6, 0]]), second,
                        depth: 0.1)
                }
            }
        }
        sketch.line(body, gold, .even)
    }
}
