import Basics

/// A sword, point up or down.
enum Sword: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let blade = sketch.usual(Color(0.85, 0.015, 245), Color(0.78, 0.04, 230)),
            hilt = sketch.usual(.gold, Color(0.5, 0.03, 260))
        let grip = sketch.barkColor(), gem = sketch.color()
        let half = sketch.number(4, 9), guardReach = sketch.number(14, 26),
            curve = sketch.chance(0.3) ? sketch.number(6, 14) : 0
        let turn = sketch.chance(0.6) ? sketch.jitter(0.9) : sketch.chance(0.5) ? .pi : 0
        sketch.group(.turning(turn)) { inner in
            if curve > 0 {
                inner.area(
                    Path(through: [
                        .tip(-half, 20), .at(-half + curve * 0.3, -14), .tip(curve + 4, -48),
                        .at(half + curve * 0.4 + 3, -14), .tip(half, 20),
                    ]), blade)
            } else {
                let tip = Point(0, -48), neck = -48 + half * 2.6
                inner.area(.polygon([[-half, 20], [-half, neck], tip, [0, 20]]), blade.lit(0.6), depth: 0)
                inner.area(.polygon([[half, 20], [half, neck], tip, [0, 20]]), blade.shaded(0.5), depth: 0)
            }
            inner.area(.rounded([-3, 22], [6, 20], 1), grip)
            for y in [27.0, 32, 37] { inner.line(from: [-3, y], to: [3, y - 2.5], grip, .fine) }
            let lift = inner.number(-8, 6)
            inner.area(
                Path(symmetric: [
                    .tip(0, 16), .at(guardReach * 0.5, 17 + lift * 0.2), .tip(guardReach, 16 + lift),
                    .at(guardReach, 21 + lift), .at(guardReach * 0.5, 24 + lift * 0.2), .tip(0, 24),
                ]), hilt)
            inner.area(.circle([0, 20], 3.4), gem)
            inner.area(.circle([0, 45], 4.6), hilt)
        }
    }
}

/// A shield with a device.
enum Shield: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let rim = sketch.usual(.gold, Color(0.7, 0.02, 250)), color = sketch.color(), second = sketch.color(),
            device = sketch.color()
        let isRound = sketch.chance(0.25), wide = sketch.number(32, 42), shoulder = sketch.number(-8, 4)
        func outline(_ scale: Double) -> Path {
            let path: Path =
                isRound
                ? .circle(.zero, 46)
                : Path(symmetric: [
                    .tip(0, -40 + shoulder * 0.3), .tip(wide, -42), .at(wide, 0), .at(wide * 0.6, 30), .tip(0, 49),
                ])
            return path.mapped { $0 * scale }
        }
        sketch.area(outline(1), rim)
        let field = outline(0.86)
        sketch.area(field, color)
        let kind = sketch.integer(in: 0..<5)
        sketch.group(clip: field) { inner in
            switch kind {
            case 0: inner.area(.rectangle([0, -60], [60, 120]), second, depth: 0)
            case 1:
                inner.area(.rectangle([0, -60], [60, 54]), second, depth: 0)
                inner.area(.rectangle([-60, -6], [60, 70]), second, depth: 0)
            case 2: inner.area(.polygon([[-60, -30], [-40, -50], [60, 40], [40, 60]]), second, depth: 0)
            case 3:
                for y in [-30.0, -2, 26] {
                    inner.area(
                        .polygon([
                            [-60, y + 12], [0, y], [60, y + 12], [60, y + 24], [0, y + 12], [-60, y + 24],
                        ]), second, depth: 0)
                }
            default: break
            }
        }
        sketch.line(field, color, .even)
        switch sketch.integer(in: 0..<4) {
        case 0: sketch.area(.star([0, -2], 17), device)
        case 1: sketch.area(.heart([0, -2], 15), device)
        case 2:
            sketch.area(.rectangle([-4, -26], [8, 50]), device)
            sketch.area(.rectangle([-20, -10], [40, 8]), device)
        default: sketch.area(.circle([0, -2], 11), device)
        }
    }
}

/// A crown with stones.
enum Crown: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let gold = sketch.usual(.gold, Color(0.85, 0.01, 250)), lining = sketch.usual(Color(0.5, 0.17, 20)),
            points = sketch.integer(in: 3..<6)
        let step = 84 / Double(points), base = 26.0, isSharp = sketch.chance(0.5)
        sketch.area(Path(symmetric: [.at(0, -18), .at(30, -8), .tip(38, base), .tip(0, base)]), lining)
        var knots: [Knot] = [.tip(-38, base), .tip(-42, -14)]
        var tips: [Point] = []
        for index in 0..<points {
            let x = -42 + step * (Double(index) + 0.5), rise = -26 - 16 * (1 - abs(x) / 42)
            if isSharp { tips.append([x, rise]) } else { tips.append([x, rise + 4]) }
            knots += [.tip(tips[index])]
            if index + 1 < points { knots.append(.tip(-42 + step * Double(index + 1), 0)) }
        }
        knots += [.tip(42, -14), .tip(38, base)]
        sketch.area(.polygon(knots.map(\.point)), gold)
        let gem = sketch.color(), second = sketch.color()
        for tip in tips { sketch.area(.circle(tip, 4.6), gem) }
        sketch.area(.rounded([-40, base - 2], [80, 17], 3), gold)
        for index in -2...2 {
            let centre = Point(Double(index) * 16, base + 6.5)
            sketch.area(
                index % 2 == 0
                    ? .circle(centre, 4.6)
                    : .polygon([centre + [0, -5.4], centre + [4, 0], centre + [0, 5.4], centre + [-4, 0]]),
                index % 2 == 0 ? second : gem)
        }
    }
}
