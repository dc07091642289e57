import Basics

/// An animal that sits and looks at us, or its head alone.
enum SittingAnimal: Thing {
    enum Kind: CaseIterable {
        case cat, dog, rabbit, bear, fox, mouse, panda, pig, tiger, lion, koala, frog, dragon
    }

    static func draw(on sketch: inout ThingSketch) {
        let kind = sketch.element(of: Kind.allCases)
        let coat = kind.coat(on: &sketch)
        if sketch.chance(0.22) {
            return sketch.group(.moving(0, 14) * .scaling(1.5)) {
                AnimalHead.draw(kind, coat, width: 22, on: &$0)
            }
        }
        let plump = sketch.number(0.85, 1.2), tall = sketch.number(0, 8)
        drawTail(kind, coat, on: &sketch)
        if kind == .dragon { drawWings(coat, on: &sketch) }
        // Hind feet stick out to the sides, below the body.
        let feet = sketch.number(4.5, 6.5)
        sketch.bothSides { $0.fur(.ellipse([16 * plump, 45], feet * 1.5, 5), coat.main) }
        let body = Path(symmetric: [
            .at(0, 2 - tall), .at(9 * plump, 8 - tall), .at(17 * plump, 28), .at(16 * plump, 44), .at(0, 49),
        ])
        sketch.fur(body, coat.main)
        if [.tiger, .cat].contains(kind) && coat.isMarked { drawStripes(coat, plump, body, on: &sketch) }
        if sketch.chance(0.7) || kind == .dragon {
            let belly = Path(symmetric: [.at(0, 8), .at(8 * plump, 16), .at(10 * plump, 32), .at(0, 46)])
            sketch.fur(belly, coat.light, depth: 0)
            if kind == .dragon {
                sketch.group(clip: belly) {
                    for row in 0..<4 {
                        let y = 17 + Double(row) * 7.5
                        $0.line(Path(from: [-14, y], [-5, y + 3], [5, y + 3], to: [14, y]), coat.light, .fine)
                    }
                }
            }
        }
        drawArms(coat, plump, on: &sketch)
        let lift = sketch.number(-2, 2) - tall
        let width = sketch.number(19, 24)
        sketch.group(.moving(0, -12 + lift) * .turning(sketch.jitter(0.1))) { inner in
            drawCollar(on: &inner)
            AnimalHead.draw(kind, coat, width: width, on: &inner)
        }
    }

    private static func drawArms(_ coat: AnimalCoat, _ plump: Double, on sketch: inout ThingSketch) {
        let raised = sketch.integer(in: 0..<5)
        let width = sketch.number(6, 8), color = coat.hasSocks ? coat.light : coat.main
        for side in [-1.0, 1] {
            // One of them waves, now and then.
            let isUp = (raised == 0 && side < 0) || raised == 1
            let x = side * 7.5 * plump
            let path =
                isUp
                ? Path(along: [[side * 9, 16], [side * 20 * plump, 12], [side * 25 * plump, 2]], width: width)
                : Path(symmetric: [
                    .at(0, 17), .at(width * 0.5, 24), .at(width * 0.5, 40), .at(width * 0.7, 46), .at(0, 49.5),
                ]).moved(by: [x, 0])
            sketch.fur(path, coat.main)
            let paw: Point = isUp ? [side * 25 * plump, 1] : [x, 46]
            sketch.fur(.ellipse(paw, width * 0.72, isUp ? width * 0.72 : 4), color, depth: 0.08)
            if !isUp {
                for toe in [-1.3, 1.3] {
                    sketch.line(from: paw + [toe, 0.6], to: paw + [toe, 3.2], color, .fine)
                }
            }
        }
    }

    private static func drawStripes(
        _ coat: AnimalCoat, _ plump: Double, _ body: Path, on sketch: inout ThingSketch
    ) {
        sketch.group(clip: body) { inner in
            for row in 0..<4 {
                let y = 12 + Double(row) * 9
                inner.bothSides {
                    $0.fur(
                        Path(through: [.tip(20 * plump, y - 3), .tip(7 * plump, y + 1), .tip(20 * plump, y + 3)]),
                        coat.dark, depth: 0)
                }
            }
        }
        sketch.line(body, coat.main, .even)
    }

    private static func drawTail(_ kind: Kind, _ coat: AnimalCoat, on sketch: inout ThingSketch) {
        let swing = sketch.number(0, 1)
        let tip = Point(between(26, 36, swing), between(6, 30, swing))
        let spine: [Point] = [[8, 42], [24, 44], [between(32, 40, swing), 30], tip]
        switch kind {
        case .cat, .tiger, .lion:
            sketch.fur(Path(along: spine, width: 6), coat.main)
            sketch.fur(.circle(tip, kind == .lion ? 5.5 : 3.6), kind == .lion ? coat.dark : coat.light, depth: 0.1)
        case .fox, .dog:
            let width = kind == .fox ? 15.0 : 8
            let tail = Path(along: spine, widths: [4, width * 0.8, width, 0])
            sketch.fur(tail, coat.main)
            if kind == .fox {
                sketch.group(clip: tail) { $0.fur(.circle(tip, 12), coat.light, depth: 0) }
                sketch.line(tail, coat.main, .even)
            }
        case .mouse, .pig:
            sketch.fur(Path(along: spine, widths: [3.5, 3, 2.2, 0]), coat.skin, depth: 0)
        case .dragon:
            sketch.fur(Path(along: spine, widths: [14, 10, 6, 3]), coat.main)
            sketch.area(
                .polygon([tip + [-5, 1], tip + [0, -9], tip + [6, 1], tip + [0, 3]]), coat.dark, depth: 0.1)
        case .rabbit: sketch.fur(.circle([17, 38], 7), coat.light)
        case .bear, .panda, .koala, .frog: break
        }
    }

    private static func drawWings(_ coat: AnimalCoat, on sketch: inout ThingSketch) {
        let reach = sketch.number(30, 46), rise = sketch.number(-24, 2)
        sketch.bothSides { inner in
            let tip = Point(reach, rise)
            let wing = Path(through: [
                .tip(6, 18), .at(reach * 0.5, rise + 6), .tip(tip), .tip(reach * 0.95, rise + 26),
                .at(reach * 0.8, rise + 24), .tip(reach * 0.6, rise + 34), .at(reach * 0.45, rise + 31), .tip(8, 34),
            ])
            inner.area(wing, coat.accent)
            for end in [Point(reach * 0.95, rise + 26), Point(reach * 0.6, rise + 34)] {
                inner.line(
                    Path(from: [7, 20], between([7, 20], tip, 0.5), between([7, 20], tip, 0.8), to: end),
                    coat.accent, .fine)
            }
        }
    }

    private static func drawCollar(on sketch: inout ThingSketch) {
        switch sketch.integer(in: 0..<6) {
        case 0, 1:
            let color = sketch.color()
            sketch.area(Path(along: [[-12, 14], [0, 20], [12, 14]], width: 6), color)
            if sketch.chance(0.6) { sketch.area(.circle([0, 23.5], 3.4), sketch.usual(.gold)) }
        case 2:
            let color = sketch.color(), second = sketch.color()
            sketch.patterned(
                .polygon([[5, 18], [13, 36], [5, 38], [0, 20]]), color, .bands, second, step: 5)
            sketch.area(Path(along: [[-14, 14], [0, 21], [14, 14]], width: 9), color)
        case 3:
            let color = sketch.color()
            for side in [-1.0, 1] {
                sketch.area(
                    Path(through: [.tip(0, 21), .at(side * 11, 14), .at(side * 12, 27)]), color)
            }
            sketch.area(.circle([0, 21], 3), color)
        default: break
        }
    }
}
