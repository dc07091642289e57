import Basics

/// The head of a sitting animal round the origin, looking at us.
enum AnimalHead {
    static func draw(
        _ kind: SittingAnimal.Kind, _ coat: AnimalCoat, width: Double, on sketch: inout ThingSketch
    ) {
        let high = width * sketch.number(0.76, 0.9)
        if kind == .lion { drawMane(coat, width, on: &sketch) }
        if kind != .dog { drawEars(kind, coat, width, high, on: &sketch) }
        let head: Path =
            switch kind {
            case .cat, .tiger, .fox:
                Path(symmetric: [
                    .at(0, -high), .at(width * 0.7, -high * 0.72), .at(width * 0.95, 0),
                    kind == .fox ? .tip(width * 1.18, high * 0.38) : .at(width * 0.96, high * 0.4),
                    .at(width * 0.5, high * 0.86), .at(0, high),
                ])
            default: .ellipse(.zero, width, high)
            }
        sketch.fur(head, coat.main)
        drawMarkings(kind, coat, width, high, head, on: &sketch)
        if kind == .dog { drawEars(kind, coat, width, high, on: &sketch) }
        drawMuzzle(kind, coat, width, high, on: &sketch)
        drawEyes(kind, width, on: &sketch)
        if sketch.chance(0.4) {
            let blush = sketch.usual(Color(0.82, 0.11, 20))
            sketch.bothSides {
                $0.area(.ellipse([width * 0.66, high * 0.35], 3.6, 2.2), blush, depth: 0, pen: .fine)
            }
        }
    }

    private static func drawMane(_ coat: AnimalCoat, _ width: Double, on sketch: inout ThingSketch) {
        let points = sketch.integer(in: 11..<18), isSharp = sketch.chance(0.5)
        let knots = (0..<points * 2).map { index -> Knot in
            let reach = width * (index % 2 == 0 ? 1.5 : 1.22)
            let point = Point(angle: Double(index) * .pi / Double(points) - .pi / 2) * reach
            return index % 2 == 0 && !isSharp ? .at(point) : .tip(point)
        }
        sketch.fur(Path(through: knots), coat.dark)
    }

    private static func drawEars(
        _ kind: SittingAnimal.Kind, _ coat: AnimalCoat, _ width: Double, _ high: Double, on sketch: inout ThingSketch
    ) {
        let w = width, tilt = sketch.number(-0.1, 0.15), length = sketch.number(0.85, 1.15)
        let isBent = sketch.chance(0.3)
        sketch.bothSides { inner in
            switch kind {
            case .cat, .tiger, .fox:
                let tip = Point(w * (0.82 + tilt), -high * (1.2 + 0.35 * length))
                let a = Point(w * 0.22, -high * 0.85), b = Point(w * 0.93, -high * 0.3)
                inner.fur(Path(through: [.tip(a), .tip(tip), .tip(b), .at(w * 0.5, -high * 0.3)]), coat.main)
                let middle = (a + b + tip) / 3
                inner.fur(
                    .polygon([a, tip, b].map { between($0, middle + [0, 2], 0.38) }),
                    kind == .fox ? coat.dark : coat.skin, depth: 0)
            case .rabbit:
                let foot = Point(w * 0.42, -high * 0.7)
                let tip = foot + (isBent ? Point(w * 1.1, -w * 0.5) : Point(w * (0.15 + tilt), -w * 1.15 * length))
                inner.fur(.leaf(foot, tip, width: w * 0.5, bend: isBent ? -w * 0.2 : 0, isRound: true), coat.main)
                inner.fur(
                    .leaf(
                        between(foot, tip, 0.2), between(foot, tip, 0.86), width: w * 0.24,
                        bend: isBent ? -w * 0.16 : 0,
                        isRound: true), coat.skin, depth: 0)
            case .bear, .panda, .mouse, .koala, .lion:
                let r = w * (kind == .mouse || kind == .koala ? 0.6 : 0.34) * length
                let centre = Point(w * 0.72, -high * 0.78)
                inner.fur(.circle(centre, r), kind == .panda ? coat.dark : coat.main)
                if kind != .panda { inner.fur(.circle(centre + [0, 1], r * 0.6), coat.skin, depth: 0) }
            case .pig:
                inner.fur(
                    Path(through: [
                        .tip(w * 0.3, -high * 0.8), .tip(w * 0.85, -high * 1.3), .tip(w * 0.85, -high * 0.45),
                    ]),
                    coat.main)
            case .dog:
                inner.fur(
                    Path(through: [
                        .at(w * 0.55, -high * 0.86), .at(w * 1.12, -high * 0.4),
                        .at(w * (1.2 + tilt), high * 0.5 * length),
                        .at(w * 0.88, high * 0.4),
                    ]), coat.isMarked ? coat.dark : coat.main)
            case .frog:
                inner.fur(.circle([w * 0.52, -high * 0.82], w * 0.34), coat.main)
            case .dragon:
                inner.area(
                    Path(through: [
                        .tip(w * 0.2, -high * 0.8), .at(w * 0.5, -high * 1.2), .tip(w * (0.5 + tilt), -high * 1.75),
                        .at(w * 0.78, -high * 1.1), .tip(w * 0.62, -high * 0.6),
                    ]), coat.light)
                inner.area(
                    .polygon([
                        [w * 0.85, -high * 0.3], [w * 1.4, -high * 0.45], [w * 1.15, 0], [w * 1.3, high * 0.3],
                        [w * 0.85, high * 0.3],
                    ]),
                    coat.accent)
            }
        }
    }

    private static func drawMarkings(
        _ kind: SittingAnimal.Kind, _ coat: AnimalCoat, _ w: Double, _ high: Double, _ head: Path,
        on sketch: inout ThingSketch
    ) {
        switch kind {
        case .panda:
            sketch.bothSides { $0.fur(.ellipse([w * 0.42, -high * 0.02], w * 0.26, w * 0.3), coat.dark, depth: 0) }
        case .fox:
            sketch.group(clip: head) { inner in
                inner.bothSides {
                    $0.fur(
                        Path(through: [
                            .tip(0, -high * 0.1), .at(w * 0.6, high * 0.12), .tip(w * 1.3, high * 0.1),
                            .tip(w * 1.2, high * 1.2),
                            .tip(0, high * 1.2),
                        ]), coat.light, depth: 0)
                }
            }
            sketch.line(head, coat.main, .even)
        case .tiger, .cat:
            guard kind == .tiger || coat.isMarked else { return }
            sketch.group(clip: head) { inner in
                inner.fur(.polygon([[-2, -high * 1.1], [2, -high * 1.1], [0, -high * 0.5]]), coat.dark, depth: 0)
                inner.bothSides {
                    $0.fur(
                        .polygon([[5, -high * 1.1], [9, -high * 1.1], [5.5, -high * 0.6]]), coat.dark, depth: 0)
                    for y in [0.02, 0.36] {
                        let at = high * y
                        $0.fur(
                            .polygon([[w * 1.1, at - 2], [w * 1.1, at + 3], [w * 0.72, at + 2]]), coat.dark, depth: 0)
                    }
                }
            }
            sketch.line(head, coat.main, .even)
        case .dog, .mouse, .rabbit:
            guard coat.hasSocks else { return }
            let patch = Path.blob([w * 0.5, -high * 0.2], radius: w * 0.55, using: &sketch.generator)
            sketch.group(clip: head) { $0.fur(patch, coat.dark, depth: 0) }
            sketch.line(head, coat.main, .even)
        default: break
        }
    }
}
