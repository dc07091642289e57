import Basics

extension ThingSketch {
    mutating func barkColor() -> Color { usual(Color(0.5, 0.07, 55), Color(0.6, 0.05, 65), Color(0.42, 0.05, 45)) }
}

/// A tree: a round one, a fir or a palm.
enum Tree: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let green = sketch.leafColor(), bark = sketch.barkColor(), width = sketch.number(5, 9)
        switch sketch.integer(in: 0..<3) {
        case 0:
            let lean = sketch.jitter(5)
            sketch.area(
                Path(through: [
                    .tip(-width * 1.4, 50), .at(-width * 0.6, 34), .tip(-width * 0.5 + lean, -4),
                    .tip(width * 0.5 + lean, -4), .at(width * 0.6, 34), .tip(width * 1.4, 50),
                ]), bark)
            for (x, y, r) in [(-20.0, -4.0, 18.0), (20, -4, 18), (0, -20, 25)] {
                sketch.area(
                    .cloud([x + lean, y], [r + sketch.jitter(3), r], bumps: sketch.integer(in: 7..<12)),
                    green.varied(using: &sketch.generator))
            }
            let fruit = sketch.petalColor()
            for _ in 0..<sketch.integer(in: 0..<8) {
                let place = Point(angle: sketch.number(0, 6.28)).scaled(26, 17) * sketch.number(0.2, 1)
                sketch.area(.circle(place + [lean, -14], 3.2), fruit)
            }
        case 1:
            sketch.area(.rectangle([-width * 0.6, 34], [width * 1.2, 16]), bark)
            let rows = sketch.integer(in: 3..<6)
            for row in 0..<rows {
                let share = Double(rows - row) / Double(rows), base = -44 + 84 * share
                let half = 12 + 24 * share, top = base - 84 / Double(rows) - 14
                sketch.area(
                    Path(through: [
                        .tip(0, max(-48, top)), .at(half * 0.5, base - 12), .tip(half, base), .at(0, base + 4),
                        .tip(-half, base), .at(-half * 0.5, base - 12),
                    ]), green)
            }
            let ball = sketch.color(), star = sketch.usual(.gold)
            if sketch.chance(0.4) {
                sketch.area(.star([0, -43], 6), star)
                for _ in 0..<7 {
                    let y = sketch.number(-14, 36)
                    sketch.area(.circle([sketch.jitter(8 + (y + 20) * 0.3), y], 2.8), ball)
                }
            }
        default:
            let top = Point(sketch.jitter(12), -22)
            let spine: [Point] = [[-top.x * 0.4, 50], [top.x * 0.2, 14], top]
            sketch.area(Path(along: spine, widths: [width * 1.5, width, width * 0.8]), bark)
            let count = sketch.integer(in: 5..<8)
            for index in 0..<count {
                let angle = -.pi * (-0.12 + 1.24 * Double(index) / Double(count - 1))
                let tip = top + Point(angle: angle).scaled(36, 22) + [0, 8]
                let middle = between(top, tip, 0.5) + [0, -9]
                sketch.area(
                    Path(along: [top, middle, tip], widths: [5, 11, 0]), green.varied(using: &sketch.generator))
                sketch.line(Path(from: top, middle, middle, to: between(middle, tip, 0.7)), green, .fine)
            }
            for side in [-1.0, 1] { sketch.area(.circle(top + [side * 4, 5], 4.2), bark.shaded(0.5)) }
        }
    }
}

/// Mushrooms: one, or a small group.
enum Mushroom: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let cap = sketch.usual(Color(0.6, 0.19, 27), Color(0.6, 0.09, 55), Color(0.75, 0.12, 70)),
            spot = sketch.usual(.linen)
        let stem = sketch.usual(Color(0.95, 0.02, 85)), green = sketch.leafColor()
        let isMany = sketch.chance(0.5), hasFace = sketch.chance(0.25)
        let places: [(Double, Double)] = isMany ? [(-26, 0.5), (25, 0.58), (0, 0.85)] : [(0, 1)]
        for (x, size) in places {
            sketch.group(.moving(x, 50 - 50 * size) * .scaling(size)) { inner in
                let wide = inner.number(32, 42), high = inner.number(28, 44), foot = inner.number(9, 15),
                    base = inner.number(-2, 10)
                inner.area(
                    Path(symmetric: [
                        .tip(0, base - 2), .tip(foot * 0.8, base - 2), .at(foot * 0.8, 30), .at(foot * 1.2, 48),
                        .at(0, 50),
                    ]), stem)
                if inner.chance(0.4) {
                    inner.area(
                        Path(symmetric: [
                            .tip(0, base + 6), .tip(foot * 0.9, base + 6), .tip(foot * 1.5, base + 16),
                            .at(0, base + 18),
                        ]), stem.shaded(0.3))
                }
                inner.area(.ellipse([0, base], wide * 0.9, 6), stem.shaded(0.8), depth: 0)
                let dome = Path(symmetric: [
                    .at(0, base - high), .at(wide * 0.72, base - high * 0.66), .at(wide, base - 3),
                    .at(wide * 0.6, base + 1), .at(0, base - 2),
                ])
                inner.area(dome, cap)
                inner.group(clip: dome) { inner in
                    for (x, y, r) in [
                        (0.0, 0.6, 0.2), (-0.5, 0.35, 0.17), (0.52, 0.4, 0.19), (-0.1, 0.16, 0.1), (0.86, 0.1, 0.14),
                        (-0.88, 0.08, 0.14), (-0.42, 0.8, 0.1),
                    ] {
                        let reach = wide * r * inner.number(0.8, 1.2)
                        inner.area(.ellipse([x * wide, base - y * high], reach, reach * 0.85), spot, depth: 0)
                    }
                }
                inner.line(dome, cap, .even)
                guard hasFace else { return }
                inner.bothSides { $0.ink(.ellipse([5, base + 20], 1.5, 2.2)) }
                inner.line(Path(from: [-3, base + 25], [-1, base + 27], [1, base + 27], to: [3, base + 25]), stem)
            }
        }
        if sketch.chance(0.5) {
            let count = sketch.integer(in: 4..<9)
            for index in 0..<count {
                let x = -36 + 72 * Double(index) / Double(count - 1)
                sketch.area(
                    .leaf([x, 50], [x + sketch.jitter(6), 50 - sketch.number(7, 14)], width: 5), green, depth: 0)
            }
        }
    }
}
