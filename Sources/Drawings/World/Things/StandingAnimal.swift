import Basics

/// An animal that stands or walks, from the side.
enum StandingAnimal: Thing {
    enum Kind: CaseIterable {
        case horse, cow, sheep, deer, zebra, giraffe, elephant, unicorn, goat, fawn
    }

    struct Build {
        /// Where the head is, its length and its height.
        var head: Point
        var size: Point
        /// The back and the belly.
        var top, low: Double
        var leg: Double
    }

    static func draw(on sketch: inout ThingSketch) {
        let kind = sketch.element(of: Kind.allCases)
        let main: Color =
            switch kind {
            case .horse: sketch.usual(Color(0.55, 0.08, 50), Color(0.85, 0.04, 80), Color(0.4, 0.04, 45))
            case .cow, .unicorn: sketch.usual(Color(0.97, 0.008, 70))
            case .sheep: sketch.usual(Color(0.95, 0.02, 85))
            case .deer, .fawn: sketch.usual(Color(0.66, 0.1, 60))
            case .zebra: sketch.usual(Color(0.97, 0.004, 90))
            case .giraffe: sketch.usual(Color(0.85, 0.1, 85))
            case .elephant: sketch.usual(Color(0.74, 0.02, 255))
            case .goat: sketch.usual(Color(0.9, 0.02, 80), Color(0.6, 0.05, 60))
            }
        var coat = AnimalCoat(main, on: &sketch)
        if kind == .zebra && sketch.isUsual { coat.dark = Color(0.3, 0.01, 280) }
        let build = build(of: kind, on: &sketch)
        let step = sketch.number(-3, 5)
        let tail = Path(
            along: [[-26, build.top + 4], [-33, build.top + 14], [-34, build.top + 28]], widths: [3, 5, 0])
        sketch.fur(tail, [.horse, .unicorn, .zebra].contains(kind) ? coat.accent : coat.main)
        for x in [-14 - step, 20 - step] {
            let leg = Path(through: [
                .tip(x - build.leg * 0.6, build.low - 6), .tip(x - build.leg * 0.45, 48),
                .tip(x + build.leg * 0.45, 48),
                .tip(x + build.leg * 0.6, build.low - 6),
            ])
            sketch.fur(leg, coat.main.shaded(0.9))
            drawHoof(x, 48, build.leg * 0.45, coat, on: &sketch)
        }
        let body = silhouette(build)
        sketch.fur(body, kind == .sheep ? coat.dark : coat.main, depth: 0.08)
        drawMarkings(kind, build, body, coat, on: &sketch)
        for x in [-21.0, 18] { drawHoof(x, 50, build.leg * 0.5, coat, on: &sketch) }
        if kind == .sheep { drawWool(build, coat, on: &sketch) }
        drawMane(kind, build, coat, on: &sketch)
        sketch.group(.moving(build.head.x, build.head.y) * .turning(sketch.number(-0.1, 0.35))) {
            drawHead(kind, build, coat, on: &$0)
        }
        if [.horse, .unicorn, .elephant].contains(kind), sketch.chance(0.4) { drawSaddle(build, on: &sketch) }
    }

    private static func build(of kind: Kind, on sketch: inout ThingSketch) -> Build {
        let plump = sketch.number(-2, 3), lift = sketch.number(-5, 5)
        switch kind {
        case .horse, .unicorn, .zebra:
            return Build(head: [33, -24 + lift], size: [12, 7], top: -3, low: 22 + plump, leg: 7)
        case .deer, .goat: return Build(head: [30, -18 + lift], size: [9, 6], top: 2, low: 23 + plump, leg: 5.5)
        case .fawn: return Build(head: [26, -8 + lift], size: [10, 9], top: 10, low: 30 + plump, leg: 6)
        case .giraffe: return Build(head: [30, -41], size: [8, 5], top: 2, low: 22 + plump, leg: 6)
        case .cow: return Build(head: [35, -4 + lift], size: [12, 8], top: -4, low: 28 + plump, leg: 8)
        case .sheep: return Build(head: [32, -2 + lift], size: [9, 7.5], top: 0, low: 30 + plump, leg: 6)
        case .elephant: return Build(head: [30, -4], size: [14, 15], top: -14, low: 28 + plump, leg: 13)
        }
    }

    /// Body, neck and the near legs in one, so that no line parts them.
    private static func silhouette(_ b: Build) -> Path {
        let (t, low, l, h) = (b.top, b.low, b.leg, b.head)
        let neck = b.size.y * 0.75
        return Path(through: [
            .at(-28, t + 6), .at(-20, t), .at(0, t + 1), .at(14, t - 1), .tip(h.x - neck * 0.9, h.y),
            .tip(h.x + neck * 0.6, h.y + neck * 0.8), .at(29, t + 12), .at(24, low - 2),
            .tip(18 + l * 0.5, 50), .tip(18 - l * 0.5, 50), .at(17 - l * 0.55, low + 3), .at(8, low), .at(-8, low),
            .at(-17 + l * 0.3, low + 3), .tip(-21 + l * 0.5, 50), .tip(-21 - l * 0.5, 50), .at(-27, low),
        ])
    }

    private static func drawHoof(
        _ x: Double, _ y: Double, _ half: Double, _ coat: AnimalCoat, on sketch: inout ThingSketch
    ) {
        sketch.fur(
            .polygon([[x - half, y - 5], [x + half, y - 5], [x + half + 1, y], [x - half - 0.6, y]]), coat.dark,
            depth: 0)
    }

    private static func drawMarkings(
        _ kind: Kind, _ b: Build, _ body: Path, _ coat: AnimalCoat, on sketch: inout ThingSketch
    ) {
        sketch.group(clip: body) { inner in
            switch kind {
            case .cow, .horse:
                guard kind == .cow || coat.isMarked else { break }
                for _ in 0..<inner.integer(in: 3..<6) {
                    let centre = Point(inner.number(-26, 28), inner.number(b.top, b.low))
                    inner.fur(
                        .blob(centre, radius: inner.number(7, 13), using: &inner.generator), coat.dark, depth: 0)
                }
            case .zebra:
                for x in stride(from: -27.0, to: 42, by: 7.5) {
                    let lean = x > 12 ? 9.0 : -2
                    inner.fur(
                        Path(
                            along: [[x, b.low + 4], [x + lean * 0.5, b.top + 9], [x + lean * 1.6, b.top - 24]],
                            widths: [0, 3.4, 3.6]),
                        coat.dark, depth: 0)
                }
            case .giraffe:
                for y in stride(from: -42.0, to: 26, by: 9) {
                    for x in stride(from: -28.0, to: 36, by: 9.5) {
                        let centre = Point(x + inner.jitter(2) + (Int(y) % 2 == 0 ? 4.5 : 0), y + inner.jitter(1.5))
                        inner.fur(.blob(centre, radius: 4.4, using: &inner.generator), coat.dark, depth: 0)
                    }
                }
            case .deer, .fawn:
                for _ in 0..<9 {
                    let centre = Point(inner.number(-22, 16), inner.number(b.top + 3, b.top + 12))
                    inner.fur(.circle(centre, 1.8), coat.light, depth: 0)
                }
            default: break
            }
        }
        sketch.line(body, coat.main, .even)
    }

    private static func drawWool(_ b: Build, _ coat: AnimalCoat, on sketch: inout ThingSketch) {
        let centre = Point(-2, (b.top + b.low) / 2 - 2), radius = Point(30, (b.low - b.top) / 2 + 5)
        sketch.fur(.cloud(centre, radius, bumps: sketch.integer(in: 10..<16)), coat.main)
        for _ in 0..<4 {
            let place = centre + Point(sketch.jitter(18), sketch.jitter(9))
            sketch.line(Path(from: place, place + [0, 4], place + [5, 4], to: place + [5, 0]), coat.main, .fine)
        }
    }

    private static func drawMane(_ kind: Kind, _ b: Build, _ coat: AnimalCoat, on sketch: inout ThingSketch) {
        guard [.horse, .unicorn, .zebra].contains(kind) else { return }
        let a = b.head + [-3, -8], end = Point(8, b.top + 4)
        let count = 5
        for index in (0..<count).reversed() {
            let foot = between(a, end, Double(index) / Double(count))
            let tip = foot + [-12 - sketch.number(0, 5), 12 + sketch.jitter(3)]
            sketch.fur(
                .leaf(foot + [3, -1], tip, width: 9, bend: -2),
                coat.accent.varied(by: 0.012, using: &sketch.generator))
        }
    }

    private static func drawSaddle(_ b: Build, on sketch: inout ThingSketch) {
        let color = sketch.color(), second = sketch.color(), pattern = sketch.pattern()
        sketch.patterned(
            Path(through: [
                .tip(-12, b.top - 1), .tip(8, b.top - 1), .tip(9, b.top + 17), .at(-2, b.top + 19),
                .tip(-13, b.top + 17),
            ]),
            color, pattern, second, step: 5)
        sketch.area(
            Path(through: [
                .tip(-11, b.top - 4), .at(-2, b.top + 1), .tip(6, b.top - 4), .at(7, b.top + 5), .at(-2, b.top + 9),
                .at(-11, b.top + 4),
            ]),
            sketch.usual(Color(0.45, 0.08, 45)))
    }
}
