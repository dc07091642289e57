/// A mouth: small; a little open it is surprised, pressed together it is sure of itself.
struct MouthDrawing {
    let face: Face
    let colors: FacePaints

    private var wide: Double { 4.2 * Double(face.proportions.mouthWidth) }
    private var ink: Color { Color(0.2 + colors.skin.lightness * 0.14, 0.085, 22) }
    private let teeth = Color(0.98, 0.005, 90)
    private var inside: Color { Color(0.45, 0.13, 18) }
    private let pen = Pen(width: 1.05, start: 0.35, end: 0.35)

    func draw(in sheet: inout Drawing) {
        let w = wide
        switch face.mouth {
        case .smile: sheet.line(bow(w, 1.5), ink, pen)
        case .wideSmile: sheet.line(bow(w * 1.55, 2.4), ink, pen)
        case .pressed: sheet.line(bow(w * 0.85, 0.12), ink, pen)
        case .frown: sheet.line(bow(w * 0.9, -1.4), ink, pen)
        case .smirk:
            sheet.line(
                Path(from: [-w, 0.4], [-w * 0.2, 1.3], [w * 0.6, 0.9], to: [w * 1.15, -1.2]), ink,
                Pen(width: 1.05, start: 0.3, end: 0.7))
        case .wavy:
            sheet.line(
                Path(
                    through: [[-w, 0.3], [-w * 0.5, -0.7], [0, 0.5], [w * 0.5, -0.7], [w, 0.4]], closed: false), ink,
                pen)
        case .cat:
            sheet.line(cat(w), ink, pen)
        case .pout:
            sheet.line(bow(w * 0.5, -1.3), ink, pen)
            sheet.line(
                Path(from: [-0.9, 1.5], to: [0.9, 1.5]), ink.lit(0.4), .fine)
        case .smallO: drawHole(.ellipse([0, 0.4], w * 0.36, 1.8), in: &sheet, tongue: nil)
        case .shout:
            drawHole(
                Path(through: [
                    [0, -1.6], [w * 0.75, 0.2], [w * 0.6, 3.6], [0, 4.4], [-w * 0.6, 3.6], [-w * 0.75, 0.2],
                ]), in: &sheet, tongue: 2.9, showsTeeth: true)
        case .openSmile: drawHole(bowl(w * 1.15, 4.6), in: &sheet, tongue: 3.1, showsTeeth: true)
        case .grin: drawGrin(in: &sheet)
        case .fang: drawFang(in: &sheet)
        case .tongue: drawTongue(in: &sheet)
        }
        if [.smile, .pressed, .frown, .smallO].contains(face.mouth), colors.shading != .flat {
            sheet.line(
                Path(from: [-1, 3.6], to: [1.1, 3.6]), colors.skinShade, Pen(width: 0.9, start: 0.3, end: 0.3))
        }
    }

    private func bow(_ half: Double, _ deep: Double) -> Path {
        Path(
            from: [-half, -deep * 0.5], [-half * 0.5, deep * 0.85], [half * 0.5, deep * 0.85],
            to: [half, -deep * 0.5])
    }

    private func cat(_ w: Double) -> Path {
        Path { path in
            path.move(-w * 1.05, -0.7)
            path.curve(-w * 0.9, 1.5, -w * 0.2, 1.6, 0, -0.3)
            path.curve(w * 0.2, 1.6, w * 0.9, 1.5, w * 1.05, -0.7)
        }
    }

    /// An open smile: nearly straight above, round below.
    private func bowl(_ half: Double, _ deep: Double) -> Path {
        Path { path in
            path.move(-half, -1.2)
            path.curve(-half * 0.4, -0.4, half * 0.4, -0.4, half, -1.2)
            path.curve(half * 0.95, deep * 0.75, half * 0.45, deep, 0, deep)
            path.curve(-half * 0.45, deep, -half * 0.95, deep * 0.75, -half, -1.2)
            path.close()
        }
    }

    private func drawHole(_ hole: Path, in sheet: inout Drawing, tongue: Double?, showsTeeth: Bool = false) {
        sheet.area(hole, .mouth, inside, pen: nil)
        sheet.group(clip: hole) { sheet in
            if let tongue {
                let bump = Path.ellipse([0, tongue + 1.6], wide * 0.75, 2.6)
                sheet.tint(bump, Color(0.70, 0.14, 14))
            }
            if showsTeeth { sheet.tint(.rectangle([-wide * 2, -3], [wide * 4, 3.5]), teeth) }
        }
        sheet.line(hole, ink, Pen(width: 0.9))
    }

    private func drawGrin(in sheet: inout Drawing) {
        let hole = bowl(wide * 1.2, 3)
        sheet.area(hole, .mouth, teeth, ink: ink, pen: Pen(width: 0.9))
        sheet.line(
            Path(from: [-wide * 1.05, 0.6], [-wide * 0.4, 1.2], [wide * 0.4, 1.2], to: [wide * 1.05, 0.6]),
            ink.lit(0.5),
            Pen(width: 0.5))
    }

    private func drawFang(in sheet: inout Drawing) {
        drawHole(bowl(wide, 3.4), in: &sheet, tongue: 2.2)
        let x = face.side(of: .toothSide) * wide * 0.55
        sheet.area(
            .polygon([[x - 0.9, -0.75], [x + 0.9, -0.9], [x + 0.1, 1.1]]), .mouth, .white, ink: ink,
            pen: Pen(width: 0.45))
    }

    private func drawTongue(in sheet: inout Drawing) {
        let x = face.side(of: .tongueSide) * wide * 0.35
        sheet.area(
            Path(through: [.tip(x - 1.7, 0.5), .at(x - 1.5, 2.6), .at(x, 3.5), .at(x + 1.5, 2.6), .tip(x + 1.7, 0.5)]
            ),
            .mouth, Color(0.74, 0.13, 12), ink: ink, pen: Pen(width: 0.8))
        sheet.line(bow(wide * 1.1, 1.7), ink, pen)
    }
}
