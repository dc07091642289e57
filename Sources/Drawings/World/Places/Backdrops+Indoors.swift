import Basics

extension Backdrops {
    static func window(_ sketch: inout ThingSketch) {
        let wall = sketch.color(), second = sketch.color(),
            frame = sketch.usual(Color(0.95, 0.01, 85), Color(0.55, 0.08, 55)), cloth = sketch.color()
        sketch.patterned(
            .rectangle([-4, -4], [108, 112]), wall, sketch.chance(0.5) ? .stripes : .plain, second,
            step: sketch.number(7, 13), depth: 0, .background)
        let (left, top) = (sketch.number(14, 26), sketch.number(8, 18)),
            size = Point(100 - 2 * left, sketch.number(44, 56))
        sketch.area(.rectangle([left - 4, top - 4], size + [8, 8]), frame, depth: 0, .background)
        let pane = Path.rectangle([left, top], size)
        sketch.area(pane, sketch.sky(), depth: 0, .background)
        sketch.group(clip: pane) { inner in
            for _ in 0..<2 {
                inner.cloud([inner.number(left, left + size.x), inner.number(top + 6, top + size.y * 0.5)])
            }
            let y = top + size.y * 0.75, green = inner.leafColor()
            inner.area(
                Path(through: [
                    .tip(0, 100), .tip(0, y), .at(40, y - 7), .at(70, y + 2), .tip(104, y - 5), .tip(104, 100),
                ]), green, depth: 0, .background)
        }
        sketch.area(.rectangle([48.6, top], [2.8, size.y]), frame, depth: 0, .background)
        sketch.area(.rectangle([left, top + size.y * 0.45], [size.x, 2.8]), frame, depth: 0, .background)
        sketch.line(pane, frame, .even)
        for side in [-1.0, 1] {
            let edge = 50 + side * (size.x / 2 + 8), inner = 50 + side * size.x * 0.3
            sketch.area(
                Path(through: [
                    .tip(edge, top - 6), .tip(inner, top - 6), .at(between(inner, edge, 0.3), top + size.y * 0.5),
                    .tip(between(inner, edge, 0.75), top + size.y * 0.7),
                    .tip(between(inner, edge, 0.4), top + size.y + 8), .tip(edge, top + size.y + 8),
                ]), cloth, .background)
        }
        sketch.area(.rounded([left - 12, top - 9], [size.x + 24, 4], 2), frame, depth: 0, .background)
        sketch.area(.rectangle([-4, 86], [108, 22]), second, depth: 0, .background)
    }

    /// A stage with curtains.
    static func stage(_ sketch: inout ThingSketch) {
        let cloth = sketch.usual(Color(0.52, 0.18, 22), Color(0.5, 0.11, 300)), wood = sketch.barkColor()
        ground([-4, -4], [108, 112], sketch.color(), &sketch)
        ground([-4, 84], [108, 24], wood, &sketch)
        for x in stride(from: 4.0, to: 100, by: 14) {
            sketch.line(from: [x, 84], to: [50 + (x - 50) * 1.3, 106], wood, .fine)
        }
        for side in [0, 1] {
            for fold in (0..<4).reversed() {
                let x = 6.5 * Double(fold)
                let strip = Path(through: [
                    .tip(-4, -4), .tip(x + 9, -4), .at(x + 5, 40), .tip(x * 0.7 + 6, 96), .tip(-4, 96),
                ])
                sketch.area(
                    side == 0 ? strip : strip.mapped { [100 - $0.x, $0.y] },
                    fold % 2 == 0 ? cloth : cloth.shaded(0.4), depth: 0, .background)
            }
        }
        for index in 0..<5 {
            let x = -4 + Double(index) * 21.6
            sketch.area(
                Path(through: [.tip(x, -6), .at(x + 3, 10), .at(x + 10.8, 17), .at(x + 18.6, 10), .tip(x + 21.6, -6)]
                ), cloth, .background)
        }
    }

    /// A wall, a skirting board and a floor.
    static func floor(_ sketch: inout ThingSketch) {
        let wall = sketch.color(), second = sketch.color(), wood = sketch.barkColor().lit(0.8),
            edge = sketch.number(58, 80), pattern = sketch.pattern(orPlain: 0.4)
        sketch.patterned(
            .rectangle([-4, -4], [108, edge + 4]), wall, pattern, second, step: sketch.number(10, 18), depth: 0,
            .background)
        let count = sketch.integer(in: 1..<9), away = Point(50 + sketch.jitter(20), edge - 40)
        for index in 0..<count {
            let a = -90 + 280 * Double(index) / Double(count), b = -90 + 280 * Double(index + 1) / Double(count)
            func top(_ x: Double) -> Point { between([x, 108], away, (108 - edge) / (108 - away.y)) }
            sketch.area(
                .polygon([top(a), top(b), [b, 108], [a, 108]]), index % 2 == 0 ? wood : wood.shaded(0.35), depth: 0,
                .background)
        }
        sketch.area(.rectangle([-4, edge - 3], [108, 4.5]), sketch.usual(.linen), depth: 0, .background)
        guard sketch.chance(0.6) else { return }
        let frame = sketch.barkColor(), picture = sketch.color(), x = sketch.number(8, 60)
        sketch.area(.rectangle([x, 10], [30, 24]), frame, depth: 0, .background)
        sketch.area(.rectangle([x + 3.5, 13.5], [23, 17]), picture, depth: 0, .background)
        sketch.area(
            .polygon([[x + 3.5, 30.5], [x + 11, 20], [x + 16, 26], [x + 20, 22], [x + 26.5, 30.5]]),
            sketch.leafColor(), depth: 0, .background)
    }
}
