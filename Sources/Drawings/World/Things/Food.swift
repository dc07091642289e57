import Basics

/// Something sweet or something cooked.
enum Food: Thing {
    static func draw(on sketch: inout ThingSketch) {
        switch sketch.integer(in: 0..<7) {
        case 0: drawCupcake(on: &sketch)
        case 1: drawTieredCake(on: &sketch)
        case 2: drawSlice(on: &sketch)
        case 3: drawIce(on: &sketch)
        case 4: drawBurger(on: &sketch)
        case 5: drawDoughnut(on: &sketch)
        default: drawBowl(on: &sketch)
        }
    }

    static func crumb(on sketch: inout ThingSketch) -> Color {
        sketch.usual(Color(0.84, 0.08, 75), Color(0.72, 0.1, 65), Color(0.5, 0.07, 50))
    }

    static func cream(on sketch: inout ThingSketch) -> Color {
        sketch.usual(
            Color(0.97, 0.02, 85), Color(0.87, 0.08, 5), Color(0.9, 0.06, 160), Color(0.45, 0.06, 50),
            Color(0.9, 0.1, 95))
    }

    static func drawCherry(_ place: Point, _ size: Double, on sketch: inout ThingSketch) {
        let red = sketch.usual(Color(0.58, 0.2, 25))
        sketch.line(
            Path(from: place, place + [0, -size], place + [2, -size * 1.6], to: place + [4, -size * 2]), red)
        sketch.area(.circle(place, size), red)
        sketch.glint(.circle(place + [size * 0.3, -size * 0.35], size * 0.25))
    }

    static func drawCupcake(on sketch: inout ThingSketch) {
        let cup = sketch.color(), second = sketch.color(), cream = cream(on: &sketch)
        let rows = sketch.integer(in: 2..<5)
        sketch.patterned(
            .polygon([[-27, 12], [27, 12], [20, 50], [-20, 50]]), cup, sketch.chance(0.5) ? .stripes : .plain, second,
            step: 6)
        for row in 0..<rows {
            let half = 33 - Double(row) * 24 / Double(rows), y = 10 - Double(row) * 12
            sketch.area(.rounded([-half, y - 10], [2 * half, 15], 7.5), cream)
        }
        let top = 10 - Double(rows - 1) * 12 - 10
        if sketch.chance(0.5) {
            for _ in 0..<8 {
                let y = sketch.number(top + 4, 10)
                sketch.area(.rounded([sketch.jitter(14), y], [4.5, 2.4], 1.2), sketch.color(), depth: 0, pen: .fine)
            }
        }
        drawCherry([0, top - 2], 6, on: &sketch)
    }

    static func drawTieredCake(on sketch: inout ThingSketch) {
        let tiers = sketch.integer(in: 1..<4), plate = sketch.usual(.linen), candle = sketch.color()
        sketch.area(.ellipse([0, 46], 46, 4), plate)
        let height = tiers == 1 ? 38.0 : 66 / Double(tiers)
        var base = 45.0
        let same = cream(on: &sketch), isSame = sketch.chance(0.6), frosting = cream(on: &sketch)
        for tier in 0..<tiers {
            let half = 38 - Double(tier) * 10, top = base - height, color = isSame ? same : cream(on: &sketch)
            let second = sketch.color(), pattern = sketch.pattern()
            sketch.patterned(.rounded([-half, top], [2 * half, height], 3), color, pattern, second, step: 6)
            // Icing that runs down the side.
            let drops = Int(half / 5)
            var knots: [Knot] = [.tip(half + 1, top - 2)]
            for drop in 0..<drops {
                let step = 2 * (half + 1) / Double(drops), x = half + 1 - step * Double(drop)
                let reach = sketch.number(6, min(13, height * 0.6))
                knots += [.tip(x, top + 3), .at(x - step * 0.25, top + reach), .at(x - step * 0.75, top + reach)]
            }
            knots += [.tip(-half - 1, top + 3), .tip(-half - 1, top - 2)]
            sketch.area(Path(through: knots), frosting)
            base = top
        }
        let half = 30 - Double(tiers) * 7
        for x in [-half, 0, half] {
            sketch.area(.rectangle([x - 1.6, base - 14], [3.2, 13]), candle, depth: 0)
            sketch.area(
                Path(through: [
                    .tip(x, base - 23), .at(x + 2.4, base - 17), .at(x, base - 14), .at(x - 2.4, base - 17),
                ]), sketch.usual(Color(0.86, 0.16, 75)), depth: 0)
        }
    }

    static func drawSlice(on sketch: inout ThingSketch) {
        let crumb = crumb(on: &sketch), cream = cream(on: &sketch), layers = sketch.integer(in: 2..<4)
        sketch.area(.ellipse([0, 42], 48, 8), sketch.usual(.linen))
        let side = [Point(-40, 0), Point(38, 0), Point(38, 40), Point(-40, 40)]
        sketch.area(.polygon([[-40, 0], [24, -22], [38, 0]]), cream)
        for layer in 0..<(2 * layers - 1) {
            let share = 1 / Double(2 * layers - 1), low = side[0].y + 40 * share * Double(layer)
            sketch.area(.rectangle([-40, low], [78, 40 * share]), layer % 2 == 0 ? crumb : cream, depth: 0.1)
        }
        drawCherry([8, -18], 8, on: &sketch)
    }
}
