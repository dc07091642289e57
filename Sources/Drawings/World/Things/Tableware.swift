import Basics

/// A cup or a mug, with what is in it.
enum Cup: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.color(), second = sketch.color(), pattern = sketch.pattern()
        let top = sketch.number(30, 40), low = top * sketch.number(0.5, 0.95), high = sketch.number(42, 62)
        let rim = 46 - high, isGlass = sketch.chance(0.25)
        if sketch.chance(0.5) { sketch.area(.ellipse([0, 45], 46, 5), sketch.chance(0.5) ? color : second) }
        if !isGlass {
            let handle = Path(through: [
                .tip(top - 4, rim + 8), .at(top + 9, rim + 8), .at(top + 10, rim + 28), .tip(low, rim + 34),
                .tip(low, rim + 28), .at(top + 4, rim + 24), .at(top + 3, rim + 14), .tip(top - 4, rim + 14),
            ])
            sketch.area(handle, color)
        }
        let body = Path(symmetric: [
            .tip(0, rim), .tip(top, rim), .at(between(top, low, 0.4), rim + high * 0.55), .tip(low, 44), .at(0, 48),
        ])
        sketch.patterned(body, color, pattern, second)
        sketch.area(.ellipse([0, rim], top, 6), color.lit(0.4), depth: 0)
        let drink = sketch.usual(
            Color(0.5, 0.08, 50), Color(0.78, 0.13, 65), Color(0.75, 0.12, 130), Color(0.86, 0.07, 15))
        sketch.area(.ellipse([0, rim + 1.4], top - 4, 4), drink, depth: 0)
        if isGlass {
            sketch.area(Path(along: [[4, rim + 2], [14, rim - 26], [26, rim - 28]], width: 4), second)
            sketch.area(.circle([-top, rim - 2], 10), sketch.usual(Color(0.9, 0.15, 100)))
            sketch.area(.circle([-top, rim - 2], 7), sketch.usual(Color(0.95, 0.09, 100)), depth: 0)
        } else if sketch.chance(0.5) {
            for x in [-11.0, 0, 11] {
                sketch.line(
                    Path(from: [x, rim - 6], [x + 7, rim - 12], [x - 7, rim - 18], to: [x, rim - 25]),
                    Color(0.7, 0.01, 250))
            }
        }
        guard sketch.chance(0.3), pattern == .plain else { return }
        let middle = rim + high * 0.55
        sketch.bothSides { $0.ink(.ellipse([9, middle], 2, 2.8)) }
        sketch.line(Path(from: [-5, middle + 4], [-2, middle + 8], [2, middle + 8], to: [5, middle + 4]), color)
    }
}

/// A teapot or a kettle.
enum Teapot: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.color(), second = sketch.color(), pattern = sketch.pattern()
        let wide = sketch.number(25, 30), high = sketch.number(20, 28), middle = 46 - high
        sketch.area(
            Path(
                along: [
                    [wide * 0.7, middle + 6], [wide + 10, middle], [wide + 14, middle - 16],
                    [wide + 20, middle - 20],
                ], widths: [15, 9, 6, 7]), color)
        if sketch.chance(0.5) {
            sketch.area(
                Path(
                    along: [
                        [-wide * 0.8, middle - 12], [-wide - 12, middle - 14], [-wide - 16, middle + 2],
                        [-wide * 0.85, middle + 12],
                    ], width: 5), second)
        } else {
            sketch.area(
                Path(
                    along: [
                        [-wide * 0.7, middle - 12], [-wide * 0.6, middle - high - 16],
                        [wide * 0.6, middle - high - 16], [wide * 0.7, middle - 12],
                    ], width: 4.5), second)
        }
        sketch.area(.rounded([-wide * 0.6, 44], [wide * 1.2, 6], 2), color)
        sketch.patterned(.ellipse([0, middle], wide, high), color, pattern, second)
        let lid = middle - high * 0.82
        sketch.area(
            Path(symmetric: [.at(0, lid - 8), .at(wide * 0.4, lid - 5), .tip(wide * 0.6, lid + 1), .at(0, lid + 3)]),
            pattern == .plain ? second : color)
        sketch.area(.circle([0, lid - 10], 4), second)
        guard pattern == .plain, sketch.chance(0.6) else { return }
        let petals = sketch.petalColor(), heart = sketch.usual(.gold), green = sketch.leafColor()
        sketch.leaf([-3, middle + 3], [-15, middle + 9], width: 7, green)
        sketch.leaf([3, middle + 3], [15, middle + 9], width: 7, green)
        sketch.blossom([0, middle], 10, petals, heart)
    }
}

/// A bottle, a vase or a jar of something.
enum Bottle: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let glass = sketch.usual(Color(0.9, 0.04, 220), Color(0.85, 0.07, 150), .linen), filling = sketch.color(),
            second = sketch.color()
        let wide = sketch.number(16, 32), neck = sketch.number(6, wide * 0.6), shoulder = sketch.number(-12, 8),
            top = -36.0
        let isRound = sketch.chance(0.4)
        func outline(_ inset: Double) -> Path {
            isRound
                ? Path(symmetric: [
                    .tip(0, top), .tip(neck - inset, top), .tip(neck - inset, shoulder - 4), .at(wide - inset, 18),
                    .at(wide * 0.6, 47 - inset), .at(0, 50 - inset),
                ])
                : Path(symmetric: [
                    .tip(0, top), .tip(neck - inset, top), .tip(neck - inset, shoulder - 8),
                    .at(wide * 0.85 - inset, shoulder), .at(wide - inset, shoulder + 10),
                    .tip(wide - inset, 46 - inset), .tip(wide - 3 - inset, 50 - inset), .tip(0, 50 - inset),
                ])
        }
        let level = sketch.number(4, 20)
        sketch.area(outline(0), glass)
        let inside = outline(2.6)
        sketch.group(clip: inside) { inner in
            inner.area(.rectangle([-50, level], [100, 60]), filling, depth: 0.1)
            for _ in 0..<inner.integer(in: 0..<6) {
                inner.area(
                    .circle([inner.jitter(wide * 0.7), inner.number(level + 5, 46)], inner.number(1.6, 3.4)),
                    filling.lit(0.8), depth: 0, pen: .fine)
            }
        }
        sketch.group(clip: outline(1)) { $0.line(inside, filling, .fine) }
        sketch.area(.rounded([-neck - 2, top - 1], [2 * neck + 4, 6], 2), glass)
        sketch.area(
            Path.polygon([
                [-neck * 0.8, top - 1], [neck * 0.8, top - 1], [neck * 0.95, top - 11], [-neck * 0.95, top - 11],
            ]), sketch.usual(Color(0.72, 0.07, 65)))
        guard sketch.chance(0.5) else { return }
        let label = sketch.usual(.linen)
        sketch.area(.rounded([-wide * 0.62, 18], [wide * 1.24, 20], 3), label)
        sketch.area(sketch.chance(0.5) ? .heart([0, 28], 7) : .star([0, 28], 7), second, depth: 0)
    }
}
