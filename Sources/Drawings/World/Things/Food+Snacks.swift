import Basics

extension Food {
    static func drawIce(on sketch: inout ThingSketch) {
        let cone = sketch.usual(Color(0.76, 0.1, 70)), scoops = sketch.integer(in: 1..<4),
            shape = Path.polygon([[-19, 4], [19, 4], [0, 50]])
        sketch.area(shape, cone)
        sketch.group(clip: shape) { inner in
            for x in stride(from: -50.0, to: 50, by: 9) {
                inner.line(from: [x, 0], to: [x + 26, 50], cone, .fine)
                inner.line(from: [x, 0], to: [x - 26, 50], cone, .fine)
            }
        }
        let size = scoops == 1 ? 25.0 : scoops == 2 ? 20 : 16.5
        for scoop in 0..<scoops {
            let y = 4 - size * 0.6 - Double(scoop) * size * 1.15, color = cream(on: &sketch)
            sketch.area(
                Path(through: [
                    .tip(-size * 1.05, y + size * 0.5), .at(-size * 0.85, y - size * 0.4), .at(0, y - size),
                    .at(size * 0.85, y - size * 0.4), .tip(size * 1.05, y + size * 0.5),
                    .at(size * 0.7, y + size * 0.85), .tip(size * 0.35, y + size * 0.55), .at(0, y + size * 0.9),
                    .tip(-size * 0.35, y + size * 0.55), .at(-size * 0.7, y + size * 0.85),
                ]), color)
        }
        if scoops < 3 { drawCherry([0, 4 - size * 1.6 - Double(scoops - 1) * size * 1.15], 5.5, on: &sketch) }
    }

    static func drawBurger(on sketch: inout ThingSketch) {
        let bun = sketch.usual(Color(0.74, 0.12, 65)), green = sketch.leafColor()
        sketch.area(.rounded([-38, 32], [76, 17], 8), bun)
        sketch.area(.rounded([-41, 20], [82, 14], 6), sketch.usual(Color(0.42, 0.06, 45)))
        sketch.area(
            .polygon([[-40, 18], [40, 18], [24, 22], [14, 30], [4, 22], [-18, 22], [-26, 28], [-34, 21]]),
            sketch.usual(Color(0.85, 0.15, 85)))
        sketch.area(.rounded([-38, 9], [76, 9], 4), sketch.usual(Color(0.62, 0.19, 30)))
        sketch.area(.cloud([0, 5], [42, 6], bumps: 18), green)
        sketch.area(Path(symmetric: [.at(0, -36), .at(28, -28), .at(41, -4), .tip(38, 2), .at(0, 4)]), bun)
        for (x, y) in [(-16.0, -18.0), (0, -27), (15, -19), (-4, -12), (26, -10), (-27, -8)] {
            sketch.area(.ellipse([x, y], 2.4, 1.5), sketch.usual(.linen), depth: 0, pen: .fine)
        }
    }

    static func drawDoughnut(on sketch: inout ThingSketch) {
        let crumb = crumb(on: &sketch), icing = cream(on: &sketch)
        sketch.area(.annulus([0, 4], 44, 42, thickness: 28), crumb)
        let bumps = sketch.integer(in: 8..<14), half = .pi / Double(bumps)
        var ring = Path(
            through: (0..<bumps).flatMap { index -> [Knot] in
                let angle = 2 * half * Double(index)
                return [
                    .at(Point(0, 3) + Point(angle: angle) * 39), .at(Point(0, 3) + Point(angle: angle + half) * 34),
                ]
            })
        ring.append(Path.circle(.zero, 18).mapped { Point(0, 3) + $0.mirrored })
        sketch.area(ring, icing)
        for index in 0..<16 {
            let angle = Double(index) * 2 * .pi / 16 + sketch.jitter(0.12),
                place = Point(0, 3) + Point(angle: angle) * sketch.number(22, 31)
            let way = Point(angle: sketch.number(0, 3.1)) * 2.4
            sketch.area(Path(along: [place - way, place + way], width: 2.4), sketch.color(), depth: 0, pen: .fine)
        }
    }

    static func drawBowl(on sketch: inout ThingSketch) {
        let bowl = sketch.color(), second = sketch.color(), pattern = sketch.pattern(),
            soup = sketch.usual(Color(0.8, 0.1, 70), Color(0.95, 0.01, 90))
        let isRice = sketch.chance(0.4)
        if isRice {
            sketch.area(.cloud([0, 4], [36, 24], bumps: 12), sketch.usual(Color(0.97, 0.01, 90)))
        } else {
            sketch.area(.ellipse([0, 6], 44, 15), bowl.shaded(0.6), depth: 0)
            sketch.area(.ellipse([0, 8], 38, 11), soup, depth: 0)
            let egg = Point(-14, 5)
            sketch.area(.ellipse(egg, 10, 6.5), sketch.usual(.linen), depth: 0)
            sketch.area(.ellipse(egg + [1, 0], 5, 3.2), sketch.usual(Color(0.82, 0.16, 75)), depth: 0)
            for x in [8.0, 17, 25] {
                sketch.area(.leaf([x, 10], [x + 6, -6], width: 6), sketch.leafColor(), depth: 0)
            }
        }
        for x in [14.0, 20] where sketch.chance(0.9) {
            sketch.area(
                Path(along: [[x - 8, 6], [x + 20, -44]], widths: [3.4, 2.4]), sketch.barkColor(), depth: 0)
        }
        sketch.patterned(
            Path(symmetric: [.tip(0, 16), .at(30, 14), .tip(45, 7), .at(36, 34), .tip(16, 44), .tip(0, 44)]), bowl,
            pattern, second, step: 7)
        sketch.area(.polygon([[-16, 44], [16, 44], [19, 50], [-19, 50]]), bowl)
    }
}
