import Basics

/// A bag of some kind: a shopping bag, a handbag, a satchel.
enum Bag: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.usual(Color(0.55, 0.09, 50), Color(0.6, 0.17, 20), Color(0.75, 0.09, 240)),
            second = sketch.color()
        let metal = sketch.usual(.gold, Color(0.8, 0.01, 250)), pattern = sketch.pattern()
        let wide = sketch.number(28, 40), top = sketch.number(-14, 4), arch = sketch.number(24, 36)
        let grip = wide * sketch.number(0.45, 0.7)
        sketch.area(
            Path(
                along: [
                    [-grip, top + 6], [-grip * 0.8, top - arch * 0.8], [0, top - arch],
                    [grip * 0.8, top - arch * 0.8], [grip, top + 6],
                ], width: 5), second)
        switch sketch.integer(in: 0..<3) {
        case 0:
            sketch.patterned(
                .polygon([[-wide * 0.85, top], [wide * 0.85, top], [wide, 50], [-wide, 50]]), color, pattern, second)
            guard pattern == .plain else { return }
            sketch.area(sketch.chance(0.5) ? .heart([0, 24], 14) : .star([0, 24], 14), second)
        case 1:
            sketch.patterned(.rounded([-wide, top], [2 * wide, 50 - top], 12), color, pattern, second)
            let flap = Path(symmetric: [
                .tip(0, top - 1), .tip(wide + 1, top - 1), .at(wide * 0.9, top + 20), .at(0, top + 32),
            ])
            sketch.area(flap, color.lit(0.3))
            sketch.area(.rounded([-6, top + 24], [12, 14], 3), metal)
        default:
            for side in [-1.0, 1] { sketch.area(.rounded([side * wide - 8, 12], [16, 34], 6), color.shaded(0.4)) }
            sketch.area(.rounded([-wide, top], [2 * wide, 50 - top], 16), color)
            sketch.patterned(
                .rounded([-wide * 0.7, 18], [wide * 1.4, 26], 6), color.lit(0.4), pattern, second, step: 7)
            sketch.area(.rounded([-wide * 0.7, 15], [wide * 1.4, 7], 3), second)
            for side in [-1.0, 1] { sketch.area(.rounded([side * wide * 0.5 - 2.5, top + 2], [5, 18], 2), second) }
            sketch.area(.circle([0, 27], 3), metal)
        }
    }
}

/// An umbrella, open.
enum Umbrella: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.color(), second = sketch.color(), grip = sketch.barkColor()
        let count = sketch.integer(in: 4..<8), high = sketch.number(38, 46), isTwoToned = sketch.chance(0.6)
        sketch.group(.turning(sketch.jitter(0.3))) { inner in
            inner.area(Path(along: [[0, -4], [0, 38]], width: 2.6), Color(0.7, 0.01, 250), depth: 0)
            inner.area(Path(along: [[0, 28], [0.5, 42], [7, 47], [13, 40]], width: 5), grip)
            inner.area(.leaf([0, -high + 8], [0, -high - 5], width: 4), grip, depth: 0)
            let base = 2.0, top = Point(0, base - high)
            func rim(_ index: Int) -> Point { Point(-46 + 92 * Double(index) / Double(count), base) }
            for index in 0..<count {
                let a = rim(index), b = rim(index + 1), middle = between(a, b, 0.5)
                // A rib bows outwards, the more the farther it is from the middle.
                func rib(_ p: Point) -> Point { Point(p.x * 0.82, base - high * 0.62) }
                let panel = Path { path in
                    path.move(top.x, top.y)
                    path.curve(a.x * 0.5, top.y + 1, rib(a).x * 1.1, rib(a).y, a.x, a.y)
                    path.curve(a.x + 3, base - 5, middle.x - 3, base - 6, middle.x, base - 6)
                    path.curve(middle.x + 3, base - 6, b.x - 3, base - 5, b.x, b.y)
                    path.curve(rib(b).x * 1.1, rib(b).y, b.x * 0.5, top.y + 1, top.x, top.y)
                    path.close()
                }
                inner.area(panel, isTwoToned && index % 2 == 1 ? second : color, depth: 0.1)
            }
        }
    }
}

/// A lamp: on a table, hanging, or a lantern.
enum Lamp: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let shade = sketch.usual(Color(0.93, 0.06, 90), Color(0.7, 0.14, 30), Color(0.75, 0.09, 240)),
            second = sketch.color()
        let metal = sketch.usual(Color(0.45, 0.02, 250), .gold), pattern = sketch.pattern()
        if sketch.chance(0.35) {
            sketch.area(Path(along: [[-12, -30], [-8, -44], [8, -44], [12, -30]], width: 3), metal)
            sketch.area(.polygon([[-7, -38], [7, -38], [24, -22], [-24, -22]]), metal)
            sketch.area(.polygon([[-20, -22], [20, -22], [24, 38], [-24, 38]]), shade)
            sketch.area(Path(symmetric: [.tip(0, -8), .at(9, 14), .at(0, 26)]), sketch.usual(Color(0.85, 0.16, 75)))
            sketch.area(.rectangle([-5, 26], [10, 12]), .linen)
            for x in [-22.0, 0, 22] {
                sketch.area(Path(along: [[x * 0.9, -22], [x * 1.06, 38]], width: 3), metal, depth: 0)
            }
            sketch.area(.rounded([-28, 38], [56, 12], 3), metal)
            return
        }
        let low = sketch.number(28, 42), top = low * sketch.number(0.35, 0.8), base = sketch.number(-2, 8)
        sketch.area(.rounded([-22, 43], [44, 7], 3), metal)
        if sketch.chance(0.5) {
            sketch.area(.rectangle([-2.2, base - 4], [4.4, 48 - base]), metal)
        } else {
            sketch.area(
                Path(symmetric: [.tip(0, base - 4), .tip(3.4, base - 4), .at(14, 26), .tip(5, 44), .tip(0, 44)]),
                second)
        }
        sketch.patterned(.polygon([[-top, -46], [top, -46], [low, base], [-low, base]]), shade, pattern, second)
        if sketch.chance(0.5) { sketch.area(.rectangle([-low - 1, base - 3], [2 * low + 2, 5]), second) }
    }
}

/// Books: a stack, a row or an open one.
enum Books: Thing {
    static func draw(on sketch: inout ThingSketch) {
        switch sketch.integer(in: 0..<3) {
        case 0:
            var low = 50.0
            while low > -34 {
                let high = sketch.number(9, 16), half = sketch.number(27, 42), shift = sketch.jitter(6),
                    color = sketch.color()
                sketch.area(.rounded([shift - half, low - high], [2 * half, high], 3), color)
                sketch.area(
                    .rectangle([shift - half + 7, low - high + 2.6], [2 * half - 7, high - 5.2]), .linen, depth: 0.1)
                sketch.line(
                    from: [shift - half + 12, low - high / 2], to: [shift + half - 4, low - high / 2], .linen, .fine)
                low -= high
            }
        case 1:
            var x = -46.0
            while x < 38 {
                let wide = sketch.number(8, 15), high = sketch.number(60, 92), color = sketch.color(),
                    second = sketch.color()
                sketch.area(.rectangle([x, 50 - high], [wide, high]), color, depth: 0.2)
                for y in [58 - high, 36] {
                    sketch.area(.rectangle([x, y], [wide, sketch.number(3, 7)]), second, depth: 0)
                }
                x += wide
            }
        default:
            let cover = sketch.color(), tilt = sketch.number(4, 12)
            sketch.bothSides { inner in
                inner.area(.polygon([[0, 36], [47, 36 - tilt], [47, -30 - tilt], [0, -26]]), cover)
                inner.area(
                    Path(through: [
                        .tip(0, 32), .at(22, 24 - tilt * 0.5), .tip(43, 31 - tilt), .tip(43, -34 - tilt),
                        .at(22, -40 - tilt * 0.5), .tip(0, -29),
                    ]), .linen)
                for row in 0..<5 {
                    let y = -18 + Double(row) * 9
                    inner.line(
                        Path(
                            from: [6, y], [15, y - 6 - tilt * 0.4], [25, y - 8 - tilt * 0.4], to: [37, y - 4 - tilt]),
                        .linen, .fine)
                }
            }
            let ribbon = sketch.color()
            if sketch.chance(0.6) {
                sketch.area(.polygon([[-2, -28], [4, -30], [5, 48], [1, 43], [-3, 48]]), ribbon)
            }
        }
    }
}

/// A box with a ribbon.
enum Present: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.color(), ribbon = sketch.color(), second = sketch.color(), pattern = sketch.pattern()
        let wide = sketch.number(26, 42), top = sketch.number(-16, 12), band = sketch.number(8, 13)
        sketch.patterned(.rectangle([-wide, top], [2 * wide, 50 - top]), color, pattern, second)
        sketch.area(.rectangle([-band / 2, top], [band, 50 - top]), ribbon)
        sketch.area(.rounded([-wide - 4, top - 12], [2 * wide + 8, 15], 2), color.lit(0.3))
        sketch.area(.rectangle([-band / 2, top - 12], [band, 15]), ribbon)
        let bow = top - 16, reach = sketch.number(18, 28)
        sketch.bothSides { inner in
            inner.area(
                .polygon([
                    [0, bow], [reach * 0.8, bow + 4], [reach * 0.95, bow + 16], [reach * 0.6, bow + 12],
                    [reach * 0.4, bow + 17],
                ]), ribbon.shaded(0.4))
            inner.area(
                Path(through: [
                    .tip(0, bow), .at(reach * 0.7, bow - 15), .at(reach, bow - 4), .at(reach * 0.7, bow + 4),
                ]), ribbon)
            inner.area(
                Path(through: [
                    .tip(2, bow), .at(reach * 0.6, bow - 8), .at(reach * 0.74, bow - 3), .at(reach * 0.5, bow + 1),
                ]), ribbon.shaded(1), depth: 0)
        }
        sketch.area(.circle([0, bow], 5), ribbon)
    }
}
