import Basics

extension StandingAnimal {
    static func drawHead(_ kind: Kind, _ b: Build, _ coat: AnimalCoat, on sketch: inout ThingSketch) {
        let (w, h) = (b.size.x, b.size.y)
        let isSheep = kind == .sheep
        let color = isSheep ? coat.dark : coat.main
        drawHorns(kind, w, h, coat, on: &sketch)
        if kind == .elephant {
            let curl = sketch.number(-6, 10)
            sketch.fur(
                Path(
                    along: [[6, 2], [16, 14], [15, 32], [18 + curl, 36 - abs(curl) * 0.5]], widths: [14, 10, 7, 5]),
                coat.main)
            sketch.fur(.circle(.zero, 14), coat.main)
            sketch.area(Path(along: [[8, 10], [14, 17], [20, 16]], widths: [4, 3, 0]), coat.light)
            sketch.fur(
                Path(through: [.at(-3, -10), .at(-16, -12), .at(-20, 4), .at(-11, 15), .tip(-3, 8)]), coat.main)
        } else {
            let ear = Path.leaf(
                [-w * 0.35, -h * 0.5], [-w * 0.35 - 7, -h * 0.5 - (isSheep ? -3 : 5)], width: 5, bend: 0)
            sketch.fur(
                Path(through: [
                    .at(-w * 0.62, -h * 0.1), .at(-w * 0.1, -h), .at(w * 0.5, -h * 0.5), .at(w * 1.1, 0),
                    .at(w * 1.08, h * 0.8),
                    .at(w * 0.55, h * 0.95), .at(-w * 0.2, h * 0.9),
                ]), color)
            sketch.fur(ear, color)
            if kind != .sheep && kind != .goat {
                sketch.fur(
                    Path(through: [
                        .at(w * 0.78, -h * 0.25), .at(w * 1.1, 0), .at(w * 1.08, h * 0.8), .at(w * 0.72, h * 0.9),
                    ]),
                    kind == .cow ? coat.skin : coat.light, depth: 0)
            }
            sketch.ink(.ellipse([w * 0.95, h * 0.2], 0.7, 1))
            sketch.line(
                Path(
                    from: [w * 1.06, h * 0.6], [w * 0.9, h * 0.75], [w * 0.75, h * 0.7], to: [w * 0.66, h * 0.55]),
                color, .fine)
        }
        let eye: Point = [w * 0.22, -h * 0.18]
        sketch.ink(.ellipse(eye, 1.7, 2.2), color.lightness < 0.5 ? Color(0.1, 0.01, 40) : Color(0.3, 0.03, 40))
        sketch.glint(.circle(eye + [0.5, -0.8], 0.7))
    }

    static func drawHorns(
        _ kind: Kind, _ w: Double, _ h: Double, _ coat: AnimalCoat, on sketch: inout ThingSketch
    ) {
        let horn = sketch.usual(Color(0.88, 0.05, 85), .gold)
        switch kind {
        case .unicorn: sketch.area(.polygon([[0, -h * 0.7], [9, -h - 16], [w * 0.4, -h * 0.4]]), horn)
        case .cow, .goat:
            sketch.area(Path(along: [[0, -h * 0.6], [1, -h - 5], [5, -h - 9]], widths: [5, 4, 0]), horn)
        case .deer:
            let top = Point(-6, -h - 18)
            for (from, to) in [(Point(-3, -h - 6), Point(5, -h - 13)), (Point(-4, -h - 11), Point(-13, -h - 16))] {
                sketch.area(.leaf(from + [0, 1], to, width: 3), horn, depth: 0)
            }
            sketch.area(Path(along: [[0, -h * 0.5], [-3, -h - 8], top], widths: [3.4, 3, 0]), horn)
        case .giraffe:
            sketch.area(Path(along: [[-1, -h * 0.5], [-2, -h - 3]], width: 2), horn, depth: 0)
            sketch.area(.circle([-2, -h - 3], 1.8), coat.dark, depth: 0)
        default: break
        }
    }
}
