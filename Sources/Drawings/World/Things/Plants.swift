import Basics

extension ThingSketch {
    /// Green, most of the time that things have their usual colours.
    mutating func leafColor() -> Color {
        usual(Color(0.66, 0.13, 140), Color(0.56, 0.11, 148), Color(0.76, 0.14, 128), Color(0.62, 0.09, 160))
    }

    /// The head of a flower.
    mutating func blossom(_ centre: Point, _ radius: Double, _ petals: Color, _ heart: Color) {
        let kind = integer(in: 0..<5), turn = number(0, 6)
        let second = chance(0.3) ? color() : petals.shaded(0.6)
        switch kind {
        case 0, 1:
            let count = integer(in: 5..<(radius > 10 ? 12 : 8)), isRound = chance(0.6)
            let width = radius * min(1.15, 6.2 / Double(count))
            for index in 0..<count {
                let angle = turn + 2 * .pi * Double(index) / Double(count)
                area(
                    .leaf(centre, centre + Point(angle: angle) * radius, width: width, isRound: isRound), petals,
                    depth: 0.1)
            }
            area(.circle(centre, radius * 0.3), heart)
        case 2:
            // A tulip, from the side.
            let r = radius
            area(
                Path(through: [
                    .tip(centre + [-r * 0.4, -r]), .at(centre + [-r * 0.6, 0.1 * r]), .tip(centre + [0, r * 0.8]),
                    .at(centre + [r * 0.6, 0.1 * r]), .tip(centre + [r * 0.4, -r]),
                ]), second)
            for side in [-1.0, 1] {
                area(
                    Path(through: [
                        .tip(centre + [side * r * 0.9, -r * 0.9]), .at(centre + [side * r * 0.86, r * 0.3]),
                        .tip(centre + [0, r * 0.85]), .at(centre + [side * r * 0.12, r * 0.1]),
                    ]), petals)
            }
        case 3:
            // A rose: rings of petals that grow smaller.
            var ring = radius
            while ring > radius * 0.3 {
                area(
                    .cloud(centre, [ring, ring], bumps: 5),
                    ring == radius ? petals : petals.lit(0.25 * (1 - ring / radius)))
                ring *= 0.68
            }
            area(.circle(centre, ring), heart)
        default:
            for size in [1.0, 0.6] {
                area(.star(centre, radius * size, points: 6, depth: 0.55, turn: turn), size == 1 ? petals : second)
            }
            area(.circle(centre, radius * 0.22), heart)
        }
    }

    mutating func petalColor() -> Color {
        usual(
            Color(0.8, 0.13, 0), Color(0.66, 0.19, 25), Color(0.9, 0.14, 95), Color(0.7, 0.13, 305),
            Color(0.97, 0.02, 90),
            Color(0.72, 0.1, 260), Color(0.76, 0.15, 55))
    }

    /// A leaf with a vein.
    mutating func leaf(_ foot: Point, _ tip: Point, width: Double, _ color: Color, bend: Double = 0) {
        area(.leaf(foot, tip, width: width, bend: bend), color)
        let middle = between(foot, tip, 0.45) + (tip - foot).direction.turned * bend
        line(Path(from: foot, middle, middle, to: between(foot, tip, 0.82)), color, .fine)
    }
}

/// One flower or a few on stems.
enum Flower: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let count = sketch.element(of: [1, 1, 2, 3, 4])
        let green = sketch.leafColor(), petals = sketch.petalColor()
        let heart = sketch.usual(Color(0.86, 0.15, 90), Color(0.5, 0.07, 60))
        let radius = count == 1 ? sketch.number(16, 25) : count < 4 ? sketch.number(10, 15) : sketch.number(8, 11)
        let isBunch = count > 1 && sketch.chance(0.5)
        for index in 0..<count {
            let place = count == 1 ? 0 : Double(index) / Double(count - 1) * 2 - 1
            let head = Point(place * 32 + sketch.jitter(3), -45 + radius + abs(place) * 14 + sketch.number(0, 5))
            let foot = Point(isBunch ? place * 3 : place * 24, isBunch ? 44 : 49)
            let middle = between(head, foot, 0.5) + [sketch.jitter(5), 0]
            sketch.area(Path(along: [head, middle, foot], width: sketch.number(2.6, 4)), green, depth: 0)
            for _ in 0..<sketch.integer(in: 0..<3) {
                let side = sketch.element(of: [-1.0, 1]), start = between(middle, foot, sketch.number(0.2, 0.8))
                sketch.leaf(
                    start, start + [side * sketch.number(9, 18), -sketch.number(3, 12)], width: sketch.number(6, 9),
                    green, bend: side * 2)
            }
            sketch.blossom(head, radius, count > 2 && sketch.chance(0.4) ? sketch.petalColor() : petals, heart)
        }
        guard isBunch else { return }
        let ribbon = sketch.color(), paper = sketch.color(), second = sketch.color(), pattern = sketch.pattern()
        if sketch.chance(0.6) {
            sketch.patterned(
                .polygon([[-24, 8], [-8, 16], [8, 12], [26, 6], [5, 49], [-5, 49]]), paper, pattern, second)
        }
        sketch.area(Path(along: [[-9, 32], [0, 34], [9, 32]], width: 6), ribbon)
        for side in [-1.0, 1] {
            sketch.area(Path(through: [.tip(0, 33), .at(side * 13, 25), .at(side * 14, 36)]), ribbon)
        }
        sketch.area(.circle([0, 33], 3), ribbon)
    }
}

/// A plant in a pot: leaves, flowers or a cactus.
enum PottedPlant: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let green = sketch.leafColor(),
            pot = sketch.usual(Color(0.65, 0.12, 42), Color(0.9, 0.02, 80), Color(0.7, 0.08, 240))
        let wide = sketch.number(15, 24), high = sketch.number(22, 32), rim = 50 - high
        switch sketch.integer(in: 0..<4) {
        case 0: drawCactus(rim, wide, green, on: &sketch)
        case 1:
            let count = sketch.integer(in: 6..<12), breadth = sketch.number(8, 14)
            for index in 0..<count {
                // The outer leaves first, so that the inner ones lie in front.
                let place = Double(index / 2) / Double(count / 2), side = index % 2 == 0 ? -1.0 : 1
                let angle = -.pi / 2 + side * (1.35 * (1 - place) + sketch.jitter(0.08))
                let reach = min(sketch.number(34, 60), 40 / max(0.3, abs(cosine(angle))))
                sketch.leaf(
                    [side, rim + 3], Point(0, rim) + Point(angle: angle) * reach, width: breadth,
                    green.varied(using: &sketch.generator), bend: side * 3)
            }
        case 2:
            let crown = sketch.number(20, 28)
            sketch.area(Path(along: [[0, rim + 4], [1, rim - 14]], width: 4), sketch.barkColor())
            sketch.area(
                .cloud([0, rim - crown * 0.9 - 8], [crown, crown], bumps: sketch.integer(in: 9..<15)), green)
            let fruit = sketch.petalColor()
            for _ in 0..<sketch.integer(in: 0..<7) {
                let place = Point(angle: sketch.number(0, 6.28)) * sketch.number(3, crown * 0.8)
                sketch.area(.circle([place.x, rim - crown * 0.9 - 8 + place.y], 3), fruit)
            }
        default:
            let heart = sketch.usual(.gold), petals = sketch.petalColor()
            for side in [-1.0, 1] {
                sketch.leaf([0, rim + 3], [side * 28, rim - 14], width: 11, green, bend: side * 3)
            }
            for x in [-18.0, 18, 0] {
                let head = Point(x + sketch.jitter(3), rim - 34 + abs(x) * 0.5 + sketch.jitter(3))
                sketch.area(
                    Path(along: [[x * 0.2, rim + 3], [x * 0.7, rim - 12], head], width: 2.2), green, depth: 0)
                sketch.blossom(head, 11, petals, heart)
            }
        }
        let second = sketch.color(), pattern = sketch.pattern()
        let isRound = sketch.chance(0.3)
        let shape =
            isRound
            ? Path(symmetric: [
                .tip(0, rim), .tip(wide * 0.75, rim), .at(wide * 1.05, rim + high * 0.45), .tip(wide * 0.6, 50),
                .tip(0, 50),
            ])
            : Path.polygon([[-wide, rim], [wide, rim], [wide * 0.72, 50], [-wide * 0.72, 50]])
        sketch.patterned(shape, pot, pattern, second)
        if sketch.chance(0.7) {
            let lip = isRound ? wide * 0.85 : wide + 2
            sketch.area(.rounded([-lip, rim - 2], [2 * lip, 7], 2), sketch.isUsual ? pot.lit(0.3) : second)
        }
    }

    private static func drawCactus(_ rim: Double, _ wide: Double, _ green: Color, on sketch: inout ThingSketch) {
        let half = sketch.number(9, 14), top = rim - sketch.number(36, 52)
        for side in [-1.0, 1] where sketch.chance(0.75) {
            let y = sketch.number(top + 18, rim - 8), reach = half + sketch.number(6, 11)
            sketch.area(
                Path(along: [[0, y], [side * reach * 0.8, y - 1], [side * reach, y - 12]], width: 9), green)
            sketch.area(.circle([side * reach, y - 12], 4.6), green)
        }
        sketch.area(.rounded([-half, top], [2 * half, rim - top + 4], half), green)
        for x in [-half * 0.4, half * 0.4] {
            sketch.line(from: [x, top + half * 0.8], to: [x, rim - 2], green, .fine)
        }
        let petals = sketch.petalColor(), heart = sketch.usual(.gold)
        if sketch.chance(0.6) { sketch.blossom([0, top], 7, petals, heart) }
    }
}
