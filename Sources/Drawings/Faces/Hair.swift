import Basics

/// The hair of one face: what falls behind the head, what lies on the shoulders, and what is in front.
struct Hair {
    let face: Face
    let colors: FacePaints
    let front: FrontHair
    let back: BackHair
    private let ahoge: [HairPiece]

    init(_ face: Face, _ skull: Skull, _ colors: FacePaints, using grain: inout SeededGenerator) {
        self.face = face
        self.colors = colors
        front = FrontHair(face, skull, using: &grain)
        back = BackHair(face, using: &grain)
        ahoge = face.accessory.isHat ? [] : Self.ahoge(face.ahoge, at: front.crown, using: &grain)
    }

    // MARK: Layers

    func drawBack(in sheet: inout Drawing) {
        for piece in back.behind { draw(piece, in: &sheet) }
    }

    /// What hangs beside the head, over the clothes and under the face.
    func drawMiddle(in sheet: inout Drawing) {
        for piece in back.beside { draw(piece, in: &sheet) }
        for tie in back.ties { sheet.area(tie, .accessory, colors.accessory, pen: .fine) }
    }

    /// The shadow that the hair in front throws on the forehead.
    func drawShadow(in sheet: inout Drawing, on outline: Path) {
        guard colors.shading != .flat else { return }
        sheet.group(clip: outline) { sheet in
            sheet.tint(front.piece.outline.moved(by: [0.7, colors.shading == .soft ? 1.6 : 2.4]), colors.skinShade)
        }
    }

    func drawFront(in sheet: inout Drawing) {
        for piece in ahoge { draw(piece, in: &sheet) }
        draw(front.piece, in: &sheet) { sheet in
            if face.dye == .streak { sheet.tint(front.streak, colors.dye) }
            if colors.shading != .flat {
                for fold in front.folds { sheet.tint(fold, shadeOf(depth: 0).faded(to: 0.55)) }
            }
            for gloss in front.gloss { sheet.tint(gloss, colors.hairLight.faded(to: 0.85)) }
        }
    }

    // MARK: Pieces

    private func draw(_ piece: HairPiece, in sheet: inout Drawing, extras: (inout Drawing) -> Void = { _ in }) {
        sheet.area(piece.outline, .hair, paint(depth: piece.depth), pen: nil)
        sheet.group(clip: piece.outline) { sheet in
            extras(&sheet)
            if colors.shading == .twoTone, piece.depth < 0.5 {
                sheet.tint(
                    piece.outline.moved(by: [-1.7, -1.9]).inverted,
                    shadeOf(depth: piece.depth).faded(to: 0.8), isEvenOdd: true)
            }
            for strand in piece.strands { sheet.line(strand, colors.hairInk, .strand) }
            for strand in piece.looseStrands { sheet.line(strand, colors.hairInk, .tapered.scaled(0.85)) }
        }
        sheet.line(piece.outline, colors.hairInk, .even)
    }

    private func shadeOf(depth: Double) -> Color { colors.hair.shaded(1 + depth) }

    private func paint(depth: Double) -> Paint {
        let tone = colors.hair.shaded(depth)
        let tip = colors.dye.shaded(depth)
        if face.dye == .inner && depth > 0 { return .flat(tip) }
        if face.dye == .tips {
            return .linear(from: [0, -20], to: [0, 44], [(0.1, tone), (0.3, tone), (0.75, tip), (1, tip)])
        }
        switch colors.shading {
        case .flat, .twoTone: return .flat(tone)
        case .soft: return .vertical(-44, 30, tone.lit(0.35), tone, tone.shaded(0.8))
        }
    }

    private static func ahoge(
        _ kind: Face.Ahoge, at crown: Point, using grain: inout SeededGenerator
    ) -> [HairPiece] {
        let lean: Double = grain.chance(0.5) ? 1 : -1
        let root = crown + [grain.jitter(3), 3.5]
        func strand(_ side: Double, _ tall: Double) -> HairPiece {
            .tuft(
                [
                    root, root + [side * 2.5, -tall * 0.7], root + [side * 8, -tall],
                    root + [side * 13.5, -tall * 0.62],
                ],
                [1.9, 1.7, 1.4, 0], strands: 0)
        }
        switch kind {
        case .none: return []
        case .single: return [strand(lean, 12)]
        case .double: return [strand(lean, 11), strand(-lean, 9)]
        case .curl:
            return [
                .tuft(
                    [
                        root, root + [lean * 1, -7], root + [lean * 6, -11], root + [lean * 9.5, -7.5],
                        root + [lean * 6.5, -5],
                    ], [1.8, 1.7, 1.5, 1.1, 0], strands: 0)
            ]
        }
    }
}
