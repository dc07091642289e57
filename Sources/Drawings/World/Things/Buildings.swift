import Basics

/// A house, from the front.
enum House: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let wall = sketch.usual(Color(0.93, 0.04, 85), Color(0.87, 0.06, 60), Color(0.9, 0.03, 230)),
            roof = sketch.usual(Color(0.58, 0.14, 35), Color(0.52, 0.1, 255))
        let door = sketch.usual(Color(0.5, 0.09, 50), Color(0.55, 0.11, 150)), frame = sketch.color(),
            glass = sketch.glassColor(), green = sketch.leafColor()
        let wide = sketch.number(27, 38), top = sketch.number(-14, 8), ridge = max(-46, top - sketch.number(24, 38)),
            reach = wide + sketch.number(4, 9)
        if sketch.chance(0.7) {
            let x = wide * sketch.number(0.35, 0.6)
            sketch.area(.rectangle([x - 5, ridge + 2], [10, 24]), sketch.usual(Color(0.6, 0.1, 40)))
            sketch.area(.rectangle([x - 6.5, ridge], [13, 5]), frame)
        }
        let pattern = sketch.chance(0.25) ? ThingPattern.bands : .plain
        sketch.patterned(.rectangle([-wide, top], [2 * wide, 50 - top]), wall, pattern, wall.shaded(0.4), step: 6)
        let shape: Path =
            sketch.chance(0.6)
            ? .polygon([[-reach, top + 2], [0, ridge], [reach, top + 2]])
            : .polygon([[-reach, top + 2], [-wide * 0.7, ridge + 4], [wide * 0.7, ridge + 4], [reach, top + 2]])
        sketch.area(shape, roof)
        if sketch.chance(0.5) {
            sketch.group(clip: shape) { inner in
                for row in 0..<8 {
                    for column in -6...6 {
                        let x = (Double(column) + (row % 2 == 0 ? 0 : 0.5)) * 9, y = top - 38 + Double(row) * 6
                        inner.line(
                            Path(from: [x - 4.5, y], [x - 4, y + 5.5], [x + 4, y + 5.5], to: [x + 4.5, y]), roof,
                            .fine)
                    }
                }
            }
        }
        if sketch.chance(0.4) {
            sketch.area(.circle([0, (ridge + top) / 2 + 5], 7), frame)
            sketch.area(.circle([0, (ridge + top) / 2 + 5], 4.6), glass, depth: 0)
        }
        let side = sketch.element(of: [-0.5, 0, 0.5]) * wide, isRound = sketch.chance(0.4)
        sketch.area(.rounded([side - 8, 20], [16, 32], isRound ? 8 : 0.5), door)
        sketch.area(.circle([side + 4.6, 36], 1.5), sketch.usual(.gold), depth: 0)
        sketch.area(.rectangle([side - 11, 47], [22, 4]), frame)
        for x in [-0.58, 0, 0.58] where abs(x * wide - side) > 15 {
            let centre = Point(x * wide, max(top + 16, 22))
            sketch.area(.rectangle(centre + [-8, -9], [16, 18]), frame)
            for (u, v) in [(-6.0, -7.0), (0.6, -7), (-6, 0.6), (0.6, 0.6)] {
                sketch.area(.rectangle(centre + Point(u, v), [5.4, 6.4]), glass, depth: 0, pen: .fine)
            }
        }
        if sketch.chance(0.5) {
            for x in [-reach, reach] { sketch.area(.cloud([x * 0.9, 43], [9, 7], bumps: 8), green) }
        }
    }
}

/// A castle with towers.
enum Castle: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let wall = sketch.usual(Color(0.85, 0.02, 80), Color(0.9, 0.03, 10), Color(0.78, 0.02, 250)),
            roof = sketch.usual(Color(0.55, 0.12, 255), Color(0.6, 0.16, 20)), flag = sketch.color()
        let door = sketch.barkColor(), glass = sketch.usual(Color(0.5, 0.06, 260))
        let isPointed = sketch.chance(0.65), rise = sketch.number(0, 12)
        func merlons(_ x: Double, _ wide: Double, _ y: Double) -> Path {
            let count = max(3, Int(wide / 8)) | 1, step = wide / Double(count)
            var points: [Point] = [[x, y + 12]]
            for index in 0..<count {
                let from = x + step * Double(index), high = index % 2 == 0 ? y - 5 : y
                points += [Point(from, high), Point(from + step, high)]
            }
            return .polygon(points + [[x + wide, y + 12]])
        }
        for (x, wide, top) in [(0.0, 22.0, -14.0 - rise), (-34, 20, -2), (34, 20, -2)] {
            let low = x == 0 ? 20.0 : 50
            sketch.area(.rectangle([x - wide / 2, top], [wide, low - top]), wall)
            if isPointed {
                let tip = top - 22
                sketch.line(from: [x, tip], to: [x, tip - 9], wall, .even)
                sketch.area(.polygon([[x, tip - 9], [x + 8, tip - 6.5], [x, tip - 4]]), flag, depth: 0)
                sketch.area(.polygon([[x - wide / 2 - 3, top + 1], [x, tip], [x + wide / 2 + 3, top + 1]]), roof)
            } else {
                sketch.area(merlons(x - wide / 2 - 2, wide + 4, top - 4), wall)
            }
            sketch.area(
                Path(through: [
                    .tip(x - 3, top + 22), .tip(x - 3, top + 14), .at(x, top + 10), .tip(x + 3, top + 14),
                    .tip(x + 3, top + 22),
                ]), glass, depth: 0)
        }
        sketch.area(.rectangle([-25, 14], [50, 36]), wall)
        sketch.area(merlons(-26, 52, 10), wall.shaded(0.2))
        let gate = Path.rounded([-9, 27], [18, 41], 9)
        sketch.group(clip: .rectangle([-50, 0], [100, 49])) {
            $0.area(.rounded([-12, 24], [24, 44], 12), wall.shaded(0.7))
            $0.area(gate, door)
        }
        sketch.area(.rectangle([-46, 48], [92, 3]), wall.shaded(0.5), depth: 0)
        for _ in 0..<7 {
            let x = sketch.element(of: [-38.0, 29, -22, 14]) + sketch.jitter(2), y = sketch.number(26, 43)
            sketch.line(Path(from: [x, y], to: [x + 7, y]), wall, .fine)
        }
    }
}
