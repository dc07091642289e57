import Basics

/// The hair in front of the face as one area: crown, fringe and the locks beside the cheeks.
struct FrontHair {
    let piece: HairPiece
    /// The shadow where two locks part.
    let folds: [Path]
    /// Where the light lies on the crown.
    let gloss: [Path]
    /// A dyed strand.
    let streak: Path
    /// The top of the head, from which hair grows.
    let crown: Point

    init(_ face: Face, _ skull: Skull, using grain: inout SeededGenerator) {
        let volume = Double(face.proportions.hairVolume)
        let fringe = FringeShape(face.fringe, shift: skull.shift, using: &grain)
        let crown = Point(skull.shift * 0.6 + fringe.part * 0.35, -43 * (0.5 + volume / 2))
        let usual = face.hairStyle.sideLocks
        let kind: SideLock = grain.chance(0.3) ? grain.element(of: usual.alternatives) : usual
        let right = kind.knots(using: &grain), left = kind.knots(using: &grain)
        // Under a hat no tuft stands up.
        let crownStyle: Face.HairStyle = face.accessory.isHat ? .bob : face.hairStyle
        let cap = crownStyle.cap(crown: crown, volume: volume, using: &grain)
        let outline = Path(through: cap + right + fringe.knots.reversed() + left.reversed().map(\.mirrored))

        let partings = Self.partings(fringe, crown, using: &grain)
        let strands = partings.map { Path(through: [$0.root, $0.middle, $0.end], closed: false) }
        folds = partings.map { parting in
            let width = Point(grain.number(in: 1.4...3), 0.6)
            return Path(
                through: [
                    .tip(parting.root - Point(0.4, -1)), .at(parting.middle), .tip(parting.end),
                    .at(parting.middle + width), .tip(parting.root + width),
                ])
        }
        let looseStrands =
            face.hairStyle == .curly
            ? Self.curlLines(using: &grain) : Self.looseStrands(crown, using: &grain)
        piece = HairPiece(outline: outline, strands: strands, looseStrands: looseStrands)
        gloss = Self.gloss(volume, shift: skull.shift, using: &grain)
        let side: Double = fringe.part > 0 || (fringe.part == 0 && grain.chance(0.5)) ? -1 : 1
        let way: [Point] = [
            crown, [side * 10 + crown.x * 0.6, -37], [side * 16, -22], [side * 18, -6], [side * 17, 40],
        ]
        streak = Path(along: way, widths: [3, 4.8, 6.4, 7.2, 6])
        self.crown = crown
    }

    /// From where two locks part towards the crown, bowed as the skull is.
    private static func partings(
        _ fringe: FringeShape, _ crown: Point, using grain: inout SeededGenerator
    ) -> [(root: Point, middle: Point, end: Point)] {
        fringe.partings.map { root in
            let end = between(root, crown, grain.number(in: 0.35...0.7))
            let bow = Point((root.x - crown.x) * 0.16, -0.5)
            return (root, between(root, end, 0.5) + bow, end)
        }
    }

    private static func looseStrands(_ crown: Point, using grain: inout SeededGenerator) -> [Path] {
        [-1.0, 1].flatMap { side in
            (0..<grain.integer(in: 1..<3)).map { _ in
                let root = Point(side * grain.number(in: 25...29), grain.number(in: -21 ... -8))
                let end = between(root, crown, grain.number(in: 0.3...0.6))
                let bow = Point(side * (4 + root.y * 0.12), -2.5)
                return Path(through: [root, between(root, end, 0.5) + bow, end], closed: false)
            }
        }
    }

    /// Small bows where a curl shows inside the outline.
    private static func curlLines(using grain: inout SeededGenerator) -> [Path] {
        (0..<12).map { index in
            let angle = -2.95 + 0.25 * Double(index) + grain.jitter(0.1), size = grain.number(in: 2...3.6)
            let centre = Point(0, -12) + Point(angle: angle) * ((index % 2 == 0 ? 19 : 26) + grain.jitter(2))
            let start = angle + grain.number(in: -2.2 ... -1.2)
            let bow = (0..<4).map { centre + Point(angle: start + Double($0) * 0.85) * size }
            return Path(through: bow, closed: false)
        }
    }

    /// The "angel ring": light along the curve of the skull, torn by the strands.
    private static func gloss(_ volume: Double, shift: Double, using grain: inout SeededGenerator) -> [Path] {
        let height = grain.number(in: -31 ... -25), thick = grain.number(in: 2.6...5)
        let pieces: [ClosedRange<Double>] = grain.element(of: [
            [-22 ... -6, -3...12, 15...23], [-21...2, 6...15], [-23 ... -14, -11...9, 13...22], [-20...20], [-16...4],
        ])
        return pieces.map { range in
            func edge(_ x: Double, _ y: Double) -> Point {
                [x * volume + shift * 0.4, height + y + x * x * 0.016]
            }
            let (a, b) = (range.lowerBound, range.upperBound)
            let teeth = max(1, Int((b - a) / 5))
            var knots: [Knot] = [
                .tip(edge(a, thick * 0.3)), .at(edge(between(a, b, 0.5), -thick * 0.35)), .tip(edge(b, thick * 0.3)),
            ]
            for tooth in (0..<teeth).reversed() {
                let from = between(a, b, Double(tooth) / Double(teeth)),
                    to = between(a, b, Double(tooth + 1) / Double(teeth))
                knots.append(.tip(edge(between(from, to, 0.5), thick * grain.number(in: 0.9...1.5))))
                if tooth > 0 { knots.append(.tip(edge(from, thick * 0.55))) }
            }
            return Path(through: knots)
        }
    }
}
