import Basics

extension ThingSketch {
    /// A wheel with a hub.
    mutating func wheel(_ centre: Point, _ radius: Double, _ hub: Color) {
        area(.circle(centre, radius), usual(Color(0.35, 0.01, 260)))
        area(.circle(centre, radius * 0.58), hub)
        area(.circle(centre, radius * 0.2), hub.shaded(0.8), depth: 0)
    }

    mutating func glassColor() -> Color { usual(Color(0.86, 0.05, 225), Color(0.92, 0.03, 210)) }
}

/// A car or a van, from the side.
enum Car: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.usual(
            Color(0.6, 0.19, 27), Color(0.6, 0.13, 250), Color(0.88, 0.14, 95), Color(0.7, 0.12, 150))
        let second = sketch.color(), glass = sketch.glassColor(), hub = sketch.usual(Color(0.85, 0.01, 250))
        let roof = sketch.number(-22, -8), front = sketch.number(8, 22), rear = sketch.number(-38, -26),
            bonnet = sketch.number(8, 14)
        let body = Path(through: [
            .tip(-47, 38), .at(-48, bonnet + 4), .tip(-44, bonnet), .tip(rear - 4, bonnet - 2),
            .at(rear + 4, roof + 4), .tip(rear + 12, roof),
            .tip(front - 6, roof), .at(front + 4, roof + 5), .tip(front + 12, bonnet - 2), .at(42, bonnet + 1),
            .at(48, bonnet + 9), .tip(48, 38),
        ])
        sketch.area(body, color)
        let stripe = sketch.chance(0.5)
        if stripe { sketch.area(.rectangle([-47.4, 24], [95, 6]), second, depth: 0) }
        let middle = (rear + front) / 2 + 2, sill = bonnet - 1
        sketch.area(
            Path(through: [
                .tip(middle - 2, roof + 5), .tip(rear + 12, roof + 5), .at(rear + 7, roof + 9), .tip(rear + 2, sill),
                .tip(middle - 2, sill),
            ]), glass)
        sketch.area(
            Path(through: [
                .tip(middle + 2, roof + 5), .tip(front - 5, roof + 5), .at(front + 1, roof + 8),
                .tip(front + 6, sill), .tip(middle + 2, sill),
            ]), glass)
        sketch.line(from: [middle, sill + 3], to: [middle, 36], color, .fine)
        sketch.area(.rounded([middle + 4, sill + 4], [7, 2.6], 1.2), hub, depth: 0)
        sketch.area(.ellipse([44.6, bonnet + 10], 3, 4), sketch.usual(Color(0.93, 0.11, 95)), depth: 0)
        sketch.area(.rounded([-50, 33], [100, 8], 3), second)
        for x in [-27.0, 27] { sketch.wheel([x, 38], 12, hub) }
        guard sketch.chance(0.25) else { return }
        sketch.area(.rounded([rear + 16, roof - 11], [24, 11], 2), sketch.color())
    }
}

/// A small steam engine.
enum Train: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let color = sketch.color(), second = sketch.color(), third = sketch.color(), hub = sketch.usual(.gold)
        let smoke = sketch.usual(Color(0.92, 0.01, 250)), top = sketch.number(-4, 4)
        for index in 0..<sketch.integer(in: 1..<4) {
            let size = 5 + Double(index) * 2
            sketch.area(
                .cloud([28 - Double(index) * 13, -32 - Double(index) * 4], [size * 1.3, size], bumps: 7), smoke)
        }
        sketch.area(
            .polygon([[21, top + 2], [24, -16], [20, -24], [38, -24], [34, -16], [37, top + 2]]), second)
        sketch.area(.rounded([-10, top], [56, 34], 8), color)
        for x in [4.0, 18] { sketch.area(.rectangle([x, top], [4, 34]), hub, depth: 0) }
        sketch.area(.circle([6, top], 7), hub)
        sketch.area(.rectangle([-44, -18], [36, 52]), color)
        sketch.area(.rounded([-37, -10], [22, 18], 3), sketch.glassColor())
        sketch.area(.rounded([-48, -25], [44, 8], 3), third)
        sketch.area(.rectangle([-46, 30], [92, 6]), third)
        sketch.area(.polygon([[44, 34], [50, 48], [36, 48], [36, 34]]), second)
        sketch.wheel([-28, 36], 14, hub)
        for x in [4.0, 25] { sketch.wheel([x, 41], 9, hub) }
        sketch.area(.rounded([-30, 35], [57, 4], 2), second, depth: 0)
    }
}

/// A boat with sails.
enum Boat: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let hull = sketch.usual(Color(0.55, 0.09, 50), Color(0.6, 0.18, 25)),
            sail = sketch.usual(.linen, Color(0.93, 0.05, 85)), second = sketch.color()
        let pattern = sketch.pattern(), wide = sketch.number(36, 46), mast = sketch.jitter(6)
        sketch.area(.rectangle([mast - 1.6, -46], [3.2, 72]), sketch.barkColor(), depth: 0)
        sketch.patterned(
            Path(through: [.tip(mast + 4, -38), .at(mast + 26, -12), .tip(mast + 34, 16), .tip(mast + 4, 16)]), sail,
            pattern, second)
        if sketch.chance(0.8) {
            sketch.area(
                Path(through: [.tip(mast - 4, -30), .at(mast - 20, -8), .tip(mast - 26, 16), .tip(mast - 4, 16)]),
                sketch.chance(0.5) ? sail : second)
        }
        sketch.area(.polygon([[mast + 1, -48], [mast + 16, -43], [mast + 1, -38]]), sketch.color(), depth: 0)
        let shape = Path(through: [
            .tip(-wide, 22), .tip(wide + 3, 22), .at(wide * 0.85, 38), .tip(wide * 0.6, 46), .tip(-wide * 0.65, 46),
            .at(-wide * 0.88, 38),
        ])
        sketch.area(shape, hull)
        sketch.group(clip: shape) { $0.area(.rectangle([-50, 27], [100, 6]), second, depth: 0) }
        sketch.line(shape, hull, .even)
        guard sketch.chance(0.6) else { return }
        let water = sketch.usual(Color(0.78, 0.09, 235))
        var knots: [Knot] = [.tip(-49, 50), .tip(-49, 42)]
        for index in 0..<7 { knots += [.at(-42 + 14 * Double(index), 45), .tip(-35 + 14 * Double(index), 39)] }
        sketch.area(Path(through: knots + [.tip(49, 50)]), water)
    }
}

/// A rocket on its way.
enum Rocket: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let hull = sketch.usual(.linen, Color(0.85, 0.01, 250)),
            fin = sketch.usual(Color(0.6, 0.19, 27), Color(0.6, 0.13, 250)), second = sketch.color()
        let wide = sketch.number(13, 20)
        sketch.group(.turning(sketch.number(-0.1, 0.7))) { inner in
            for (size, hue) in [(1.0, 50.0), (0.6, 90.0)] {
                let reach = 26 * size + 4
                inner.area(
                    Path(symmetric: [.tip(0, 22), .tip(9 * size, 22), .at(11 * size, 30), .tip(0, 22 + reach)]),
                    inner.usual(Color(0.8, 0.15, hue)), depth: 0)
            }
            inner.bothSides {
                $0.area(
                    Path(through: [
                        .tip(wide * 0.8, -4), .at(wide * 1.6, 8), .tip(wide * 1.7, 32), .at(wide * 1.1, 24),
                        .tip(wide * 0.6, 22),
                    ]), fin)
            }
            let body = Path(symmetric: [
                .tip(0, -48), .at(wide * 0.75, -26), .at(wide, -2), .tip(wide * 0.66, 24), .tip(0, 24),
            ])
            inner.area(body, hull)
            inner.group(clip: body) { inner in
                inner.area(.rectangle([-40, -60], [80, 32]), fin, depth: 0)
                inner.area(.rectangle([-40, 14], [80, 5]), second, depth: 0)
            }
            inner.line(body, hull, .even)
            inner.area(.circle([0, -12], wide * 0.5), second)
            inner.area(.circle([0, -12], wide * 0.34), inner.glassColor(), depth: 0.2)
            inner.area(.leaf([0, 6], [0, 32], width: 5, isRound: true), fin)
        }
    }
}
