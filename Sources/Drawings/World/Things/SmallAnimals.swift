import Basics

/// A butterfly, its wings spread.
enum Butterfly: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let upper = sketch.usual(
            Color(0.72, 0.16, 55), Color(0.65, 0.13, 245), Color(0.9, 0.13, 95), Color(0.7, 0.14, 320))
        let lower = sketch.chance(0.5) ? upper : sketch.color(), spot = sketch.color(), edge = sketch.color()
        let body = sketch.usual(Color(0.4, 0.04, 50)), reach = sketch.number(32, 45), rise = sketch.number(-44, -26)
        let drop = sketch.number(26, 42), isPointed = sketch.chance(0.4), spots = sketch.integer(in: 1..<4),
            hasEdge = sketch.chance(0.5)
        sketch.group(.turning(sketch.jitter(0.4))) { inner in
            inner.bothSides { inner in
                let low: [Knot] = [
                    .tip(2, 4), .at(reach * 0.7, 6),
                    isPointed ? .tip(reach * 0.75, drop) : .at(reach * 0.7, drop * 0.85),
                    .at(reach * 0.3, drop * 0.8),
                ]
                inner.area(Path(through: low), lower)
                inner.area(.circle([reach * 0.5, drop * 0.52], 5), spot, depth: 0)
                let wing = Path(through: [
                    .tip(2, 0), .at(reach * 0.45, rise * 0.85), .at(reach * 0.95, rise), .at(reach, rise * 0.3),
                    .at(reach * 0.6, 8),
                ])
                inner.area(wing, hasEdge ? edge : upper)
                if hasEdge { inner.area(wing.mapped { Point(4, -2) + ($0 - Point(4, -2)) * 0.78 }, upper, depth: 0) }
                for index in 0..<spots {
                    let place = Point(reach * (0.68 - 0.17 * Double(index)), rise * (0.62 - 0.16 * Double(index)))
                    inner.area(.circle(place, 5.4 - Double(index)), spot, depth: 0)
                }
                inner.line(Path(from: [1, -16], [3, -30], [9, -34], to: [13, -34]), body, .even)
            }
            inner.area(.ellipse([0, 6], 3.6, 20), body)
            inner.area(.circle([0, -16], 5), body)
        }
    }
}

/// A snail, a ladybird or a bee.
enum Insect: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let dark = sketch.usual(Color(0.35, 0.02, 280)), green = sketch.leafColor()
        switch sketch.integer(in: 0..<3) {
        case 0:
            let skin = sketch.usual(Color(0.85, 0.06, 85)), shell = sketch.usual(Color(0.65, 0.11, 55)),
                second = sketch.color()
            for x in [33.0, 41] {
                sketch.area(Path(along: [[36, 10], [x, -4 - sketch.number(0, 9)]], width: 2.6), skin, depth: 0)
            }
            sketch.area(
                Path(through: [
                    .tip(-47, 49), .at(-30, 40), .at(16, 38), .at(27, 18), .at(34, 6), .at(45, 12), .at(44, 30),
                    .at(34, 46), .tip(26, 49),
                ]), skin)
            var (centre, radius) = (Point(-6, 14), 29.0)
            var isFirst = true
            while radius > 5 {
                sketch.area(.circle(centre, radius), isFirst ? shell : second, depth: 0.1)
                isFirst.toggle()
                centre = centre + [1.2, 1.6]
                radius *= 0.72
            }
            sketch.ink(.circle([40, 17], 2))
        case 1:
            let wing = sketch.usual(Color(0.6, 0.2, 27), Color(0.8, 0.15, 70))
            sketch.leaf([-48, 44], [48, 40], width: 26, green, bend: 3)
            sketch.area(.circle([30, 20], 13), dark)
            for x in [27.0, 35] {
                sketch.line(Path(from: [x + 2, 9], [x + 3, 0], [x + 6, -3], to: [x + 9, -4]), dark, .even)
            }
            let dome = Path(through: [.tip(-36, 32), .at(-28, 0), .at(0, -14), .at(24, 4), .tip(30, 32)])
            sketch.area(dome, wing)
            sketch.group(clip: dome) { inner in
                for place in [
                    Point(-22, 8), Point(-4, -4), Point(14, 8), Point(-8, 18), Point(10, 26), Point(-26, 26),
                ] {
                    inner.area(.circle(place, inner.number(3.4, 6)), dark, depth: 0)
                }
            }
            sketch.line(dome, wing, .even)
            sketch.area(.circle([35, 18], 3.4), .white, depth: 0, .eyeWhite)
            sketch.ink(.circle([35.6, 18], 1.6))
        default:
            let gold = sketch.usual(Color(0.88, 0.15, 92)), wing = sketch.usual(Color(0.93, 0.03, 220))
            sketch.area(.leaf([-4, -4], [-26, -44], width: 24, isRound: true), wing)
            sketch.area(.leaf([2, -4], [4, -46], width: 24, isRound: true), wing)
            sketch.area(.polygon([[-36, 6], [-48, 12], [-36, 18]]), dark)
            let body = Path.ellipse([-4, 12], 36, 24)
            sketch.area(body, gold)
            sketch.group(clip: body) { inner in
                for x in [-30.0, -12, 6] {
                    inner.area(Path(along: [[x, -16], [x + 4, 12], [x, 40]], width: 8), dark, depth: 0)
                }
            }
            sketch.line(body, gold, .even)
            for x in [24.0, 32] {
                sketch.line(Path(from: [x, -4], [x + 2, -14], [x + 6, -17], to: [x + 10, -17]), dark, .even)
            }
            sketch.ink(.ellipse([22, 6], 2.4, 3.2))
            sketch.glint(.circle([22.8, 4.8], 1))
            sketch.line(Path(from: [16, 15], [18, 19], [23, 19], to: [26, 15]), gold)
        }
    }
}

/// A long dragon that winds through the air.
enum Serpent: Thing {
    static func draw(on sketch: inout ThingSketch) {
        let main = sketch.usual(Color(0.68, 0.14, 150), Color(0.6, 0.17, 28), Color(0.65, 0.12, 245)),
            belly = sketch.usual(Color(0.92, 0.07, 90))
        let crest = sketch.usual(Color(0.75, 0.16, 55), Color(0.62, 0.17, 25)), sway = sketch.number(10, 18),
            turns = sketch.number(1.1, 1.8)
        let count = 14, fat = sketch.number(12, 18)
        let spine = (0...count).map { index -> Point in
            let share = Double(index) / Double(count)
            return Point(
                24 - 62 * share + sine(share * turns * 2 * .pi) * sway * 0.3,
                -22 + 62 * share * 0.84 + sine(share * turns * 2 * .pi) * sway)
        }
        let widths = (0...count).map { fat * (1 - 0.94 * Double($0) / Double(count)) }
        for index in stride(from: 1, to: count, by: 1) {
            let way = (spine[index + 1] - spine[index - 1]).direction, out = way.turned * -1
            let foot = spine[index] + out * (widths[index] * 0.3),
                tip = spine[index] + out * (widths[index] * 0.5 + 7) + way * 4
            sketch.area(.polygon([foot - way * 4, tip, foot + way * 4]), crest, depth: 0)
        }
        for index in [4, 8] {
            let place = spine[index]
            sketch.area(Path(along: [place, place + [8, 11], place + [3, 17]], widths: [8, 6, 5]), main)
            for toe in [-4.0, 0, 4] {
                sketch.area(.leaf(place + [3, 16], place + [3 + toe * 1.3, 24], width: 3.4), crest, depth: 0)
            }
        }
        let body = Path(along: spine, widths: widths)
        sketch.area(body, main)
        let inside = (0...count).map { index -> Point in
            let way = (spine[min(index + 1, count)] - spine[max(index - 1, 0)]).direction
            return spine[index] + way.turned * (widths[index] * 0.36)
        }
        sketch.group(clip: body) { inner in
            inner.area(Path(along: inside, widths: widths.map { $0 * 0.4 }), belly, depth: 0)
            for index in 1..<count {
                inner.line(from: spine[index], to: inside[index] + (inside[index] - spine[index]), belly, .fine)
            }
        }
        sketch.line(body, main, .even)
        sketch.group(.moving(26, -24) * .scaling(0.95)) { inner in
            for angle in [3.4, 3.0, 2.6] {
                inner.area(.leaf([-2, 0], Point(angle: angle) * 22, width: 9), crest, .hair)
            }
            inner.area(Path(along: [[-2, -8], [-8, -16], [-6, -24]], widths: [5, 4, 0]), belly)
            inner.area(
                Path(through: [
                    .at(-11, 0), .at(-4, -11), .at(7, -8), .at(18, -4), .at(22, 3), .tip(20, 8), .at(6, 7),
                    .at(-4, 10),
                ]), main)
            inner.area(Path(through: [.tip(2, 7), .tip(19, 8), .at(15, 13), .at(4, 13)]), belly, depth: 0)
            inner.area(.circle([4, -3], 3.6), .white, depth: 0, .eyeWhite)
            inner.ink(.circle([5, -3], 1.9))
            inner.ink(.ellipse([18, -1], 0.9, 0.7))
            inner.line(Path(from: [19, 2], [26, 4], [24, 12], to: [27, 18]), crest, .strand)
        }
    }
}
