import Basics

extension AnimalHead {
    static func drawMuzzle(
        _ kind: SittingAnimal.Kind, _ coat: AnimalCoat, _ w: Double, _ high: Double, on sketch: inout ThingSketch
    ) {
        let y = high * 0.38
        let noseColor = sketch.usual(Color(0.35, 0.03, 30), Color(0.75, 0.12, 15))
        switch kind {
        case .pig:
            sketch.fur(.ellipse([0, y], w * 0.34, w * 0.26), coat.skin)
            sketch.bothSides { $0.ink(.ellipse([w * 0.12, y], 1.2, 2)) }
            sketch.line(Path(from: [-4, y + 9], [-2, y + 11], [2, y + 11], to: [4, y + 9]), coat.main)
            return
        case .frog, .dragon:
            sketch.bothSides { $0.ink(.ellipse([2.4, y * 0.7], 0.7, 1)) }
            let smile = w * sketch.number(0.3, 0.6)
            sketch.line(
                Path(from: [-smile, y + 3], [-smile * 0.5, y + 8], [smile * 0.5, y + 8], to: [smile, y + 3]),
                coat.main)
            return
        case .koala:
            sketch.area(.ellipse([0, y - 2], w * 0.17, w * 0.27), noseColor)
            sketch.line(Path(from: [-3, y + 7], [-1, y + 9], [1, y + 9], to: [3, y + 7]), coat.main)
            return
        case .dog, .bear, .panda, .lion:
            sketch.fur(.ellipse([0, y + 1.5], w * 0.42, high * 0.36), coat.light, depth: 0.06)
        default: break
        }
        let size = sketch.number(1.8, 2.8)
        if sketch.chance(0.35) {
            let tongue = sketch.usual(Color(0.72, 0.15, 15))
            sketch.area(
                Path(symmetric: [.tip(0, y + 4), .tip(2.8, y + 4), .at(2.6, y + 7.5), .at(0, y + 9)]), tongue,
                depth: 0)
        }
        sketch.line(from: [0, y], to: [0, y + 4], coat.main)
        sketch.bothSides {
            $0.line(Path(from: [0, y + 4], [1, y + 6.4], [4, y + 6.6], to: [5.5, y + 4]), coat.main)
        }
        sketch.area(
            Path(symmetric: [.at(0, y - size), .at(size * 1.4, y - size * 0.6), .at(0, y + size)]), noseColor,
            depth: 0)
        if [.cat, .tiger, .mouse, .rabbit].contains(kind), sketch.chance(0.7) {
            sketch.bothSides { inner in
                for row in [-1.0, 1] {
                    inner.line(from: [w * 0.55, y + 2 + row], to: [w * 1.05, y + 2 + row * 4], coat.main, .fine)
                }
            }
        }
    }

    static func drawEyes(_ kind: SittingAnimal.Kind, _ w: Double, on sketch: inout ThingSketch) {
        let centre: Point = kind == .frog ? [w * 0.52, -w * 0.7] : [w * 0.42, -w * 0.03]
        let look = sketch.integer(in: 0..<6), size = sketch.number(2.3, 3.6) * (kind == .panda ? 0.85 : 1)
        let iris = sketch.usual(Color(0.7, 0.14, 130), Color(0.65, 0.1, 240), Color(0.6, 0.1, 60))
        sketch.bothSides { inner in
            switch look {
            case 0:
                inner.line(
                    Path(
                        from: centre + [-size, 0.5], centre + [-size * 0.5, -2.6], centre + [size * 0.5, -2.6],
                        to: centre + [size, 0.5]),
                    Color(0.3, 0.02, 40), Pen(width: 1.4, start: 0.4, end: 0.4))
            case 1, 2, 3:
                inner.area(.ellipse(centre, size * 1.25, size * 1.4), .white, depth: 0, .eyeWhite)
                inner.area(.ellipse(centre + [-0.4, 0.3], size * 0.95, size * 1.1), iris, depth: 0, .iris)
                inner.ink(.ellipse(centre + [-0.4, 0.3], size * 0.45, size * 0.65))
                inner.glint(.circle(centre + [0.6, -1.2], size * 0.3))
            default:
                inner.ink(.ellipse(centre, size * 0.8, size))
                inner.glint(.circle(centre + [0.6, -1], size * 0.3))
            }
        }
    }
}
