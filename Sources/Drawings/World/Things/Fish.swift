import Basics

/// A fish, from the side.
enum Fish: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let main = sketch.usual(
            Color(0.72, 0.17, 50), Color(0.65, 0.12, 240), Color(0.88, 0.14, 95), Color(0.65, 0.17, 20))
        let fin = sketch.isUsual ? main.lit(0.6) : sketch.color(), second = sketch.color()
        let long = sketch.number(26, 36), high = sketch.number(13, 26)
        let reach = sketch.number(14, 20), spread = sketch.number(12, 24), fork = sketch.number(2, 12)
        sketch.area(
            Path(through: [
                .tip(-long * 0.8, 0), .at(-long - reach * 0.5, -spread * 0.7), .tip(-long - reach, -spread),
                .at(-long - reach + fork, 0),
                .tip(-long - reach, spread), .at(-long - reach * 0.5, spread * 0.7),
            ]), fin)
        let crest = sketch.number(6, 16)
        sketch.area(
            Path(through: [
                .tip(long * 0.4, -high * 0.6), .at(0, -high - crest), .tip(-long * 0.6, -high * 0.9 - crest * 0.4),
                .tip(-long * 0.6, -high * 0.3),
            ]), fin)
        sketch.area(
            Path(through: [
                .tip(0, high * 0.7), .at(-8, high + crest * 0.8), .tip(-18, high + crest), .tip(-20, high * 0.3),
            ]), fin)
        let body = Path(through: [
            .at(long, high * 0.1), .at(long * 0.55, -high * 0.72), .at(0, -high), .at(-long * 0.6, -high * 0.55),
            .at(-long, -2), .at(-long, 4),
            .at(-long * 0.6, high * 0.6), .at(0, high), .at(long * 0.6, high * 0.75),
        ])
        switch sketch.integer(in: 0..<4) {
        case 0: drawScales(body, long, high, main, on: &sketch)
        case 1:
            let pattern = sketch.pattern(), step = sketch.number(5, 9)
            sketch.patterned(body, main, pattern, second, step: step)
        case 2:
            sketch.area(body, main)
            sketch.group(clip: body) { inner in
                for x in [-long * 0.6, -long * 0.05] {
                    let width = inner.number(5, 9)
                    inner.area(
                        Path(along: [[x, -high - 3], [x + 4, 0], [x, high + 3]], width: width), second, depth: 0)
                }
            }
            sketch.line(body, main, .even)
        default:
            sketch.area(body, main)
            sketch.group(clip: body) { $0.area(.ellipse([0, high * 1.1], long * 1.1, high * 0.9), fin, depth: 0) }
            sketch.line(body, main, .even)
        }
        let cheek = long * 0.42
        let face = Path(through: [
            .tip(cheek, -high * 1.2), .at(cheek - 5, 0), .tip(cheek, high * 1.2), .tip(long * 1.3, high),
            .tip(long * 1.3, -high),
        ])
        sketch.group(clip: body) { $0.area(face, $0.isUsual ? main.lit(0.3) : fin, depth: 0) }
        sketch.line(body, main, .even)
        sketch.area(.leaf([cheek - 6, high * 0.2], [cheek - 22, high * 0.45], width: 10, isRound: true), fin)
        let size = sketch.number(3, 5.5), eye = Point(long * 0.62, -high * 0.16)
        sketch.area(.circle(eye, size), .white, depth: 0, .eyeWhite)
        sketch.ink(.circle(eye + [0.5, 0], size * 0.55))
        sketch.glint(.circle(eye + [1, -1], size * 0.2))
        sketch.line(
            Path(
                from: [long * 0.98, high * 0.2], [long * 0.9, high * 0.34], [long * 0.84, high * 0.34],
                to: [long * 0.78, high * 0.28]), main)
        if sketch.chance(0.4) {
            let air = sketch.usual(Color(0.9, 0.05, 220))
            for index in 0..<3 {
                sketch.area(
                    .circle([long + 4 + sketch.jitter(3), -high * 0.5 - 9 * Double(index)], sketch.number(1.8, 3.6)),
                    air, depth: 0.2)
            }
        }
    }

    private static func drawScales(
        _ body: Path, _ long: Double, _ high: Double, _ color: Color, on sketch: inout ThingSketch
    ) {
        sketch.area(body, color)
        let step = sketch.number(7, 10), second = sketch.isUsual ? color.lit(0.4) : sketch.color()
        sketch.group(clip: body) { inner in
            var column = 0
            for x in stride(from: -long, to: long * 0.5, by: step * 0.72) {
                for row in -4...4 {
                    let y = (Double(row) + (column % 2 == 0 ? 0 : 0.5)) * step
                    inner.area(.circle([x, y], step * 0.52), row % 2 == 0 ? color : second, depth: 0)
                }
                column += 1
            }
        }
        sketch.line(body, color, .even)
    }
}
