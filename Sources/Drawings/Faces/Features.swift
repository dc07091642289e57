/// What is on the face: blush and marks, nose, mouth and the eyes.
struct Features {
    let face: Face
    let skull: Skull
    let colors: FacePaints

    func draw(in sheet: inout Drawing) {
        sheet.group(clip: skull.outline) { sheet in
            drawBlush(in: &sheet)
            drawMark(in: &sheet)
        }
        drawNose(in: &sheet)
        let mouth = MouthDrawing(face: face, colors: colors)
        sheet.group(.moving(skull.shift * 1.05, 16.3 + Double(face.proportions.chin) * 0.5)) { mouth.draw(in: &$0) }
        for side in [-1.0, 1] {
            let place = skull.eye(side, face.proportions)
            let eye = EyeDrawing(face: face, side: side, colors: colors)
            sheet.group(.moving(place.x, place.y) * .scaling(side * skull.eyeScale(side), 1)) { eye.draw(in: &$0) }
        }
    }

    // MARK: Skin

    private func drawBlush(in sheet: inout Drawing) {
        guard face.blush != .none else { return }
        let red = Color(colors.skin.lightness * 0.80 + 0.02, 0.15, 15)
        let strength = (face.blush == .soft ? 0.5 : 0.75) * (0.35 + 0.65 * colors.skin.lightness)
        for side in [-1.0, 1] {
            let centre: Point = [side * 17.2 + skull.shift * 0.9, 13]
            if face.blush != .hatched || colors.shading != .flat {
                sheet.tint(
                    .ellipse(centre, 7, 4.6),
                    .radial(centre: centre, radius: 7, [(0, red.faded(to: strength)), (1, red.faded(to: 0))]))
            }
            guard face.blush == .hatched else { continue }
            for step in [-1.0, 0, 1] {
                let x = centre.x + step * 2.6
                sheet.line(
                    Path(from: [x + 0.8, centre.y - 1.5], to: [x - 0.8, centre.y + 1.5]),
                    red.shaded(1.4), Pen(width: 0.7, start: 0.4, end: 0.4))
            }
        }
    }

    private func drawMark(in sheet: inout Drawing) {
        let shift = skull.shift
        let side = face.side(of: .markSide)
        switch face.skinMark {
        case .none: break
        case .freckles:
            let dots: [Point] = [[13, 11.5], [16.4, 10.6], [19.6, 11.8], [15, 14], [18.2, 14.2]]
            for dot in dots.flatMap({ [$0, $0.mirrored] }) {
                sheet.tint(.circle(dot + [shift, 0], 0.62), colors.skinShade.shaded(1.6))
            }
        case .mole:
            let place = face.has(.molePlace) ? Point(side * 17 + shift, 14.6) : Point(side * 6.5 + shift, 18.6)
            sheet.solid(.circle(place, 0.75), nil, colors.skinInk)
        case .plaster:
            let paper = Color(0.90, 0.05, 75)
            sheet.group(.moving(side * 17.5 + shift, 14) * .turning(side * -0.35)) {
                $0.area(
                    Path(through: [
                        .at(-4.6, 0), .at(-3.8, -1.7), .at(3.8, -1.7), .at(4.6, 0), .at(3.8, 1.7),
                        .at(-3.8, 1.7),
                    ]), .accessory, paper, pen: .fine)
                $0.tint(.rectangle([-1.4, -1.4], [2.8, 2.8]), paper.shaded(0.7))
            }
        case .paint:
            for (y, side) in [(11.4, side), (14.2, side), (12.8, -side)] {
                let stripe: [Knot] = [
                    .tip(side * 14 + shift, y + 0.3), .at(side * 18, y - 0.8), .tip(side * 22.5, y - 0.4),
                    .at(side * 18, y + 0.9),
                ]
                sheet.area(Path(through: stripe), .accessory, colors.trim, pen: nil)
            }
        }
    }

    // MARK: Nose

    private func drawNose(in sheet: inout Drawing) {
        let x = skull.shift * 1.25, y = 10.8
        let lean = skull.shift >= 0 ? 1.0 : -1
        switch face.nose {
        case .none: break
        case .dot: sheet.solid(.ellipse([x, y], 0.55, 0.45), nil, colors.skinInk)
        case .line:
            sheet.line(
                Path(
                    from: [x + lean * 0.2, y - 1.5], [x + lean, y - 0.6], [x + lean, y],
                    to: [x - lean * 0.5, y + 0.6]),
                colors.skinInk, Pen(width: 0.8, start: 0.1, end: 0.5))
        case .button:
            sheet.line(
                Path(from: [x - 1.2, y], [x - 0.6, y + 0.9], [x + 0.6, y + 0.9], to: [x + 1.2, y]),
                colors.skinInk, Pen(width: 0.8, start: 0.2, end: 0.2))
        case .shadow:
            sheet.tint(
                .polygon([[x - 0.9, y + 0.5], [x + 1.3, y + 0.5], [x + lean * 0.5, y - 1.8]]), colors.skinShade)
            sheet.tint(.circle([x - lean * 0.9, y - 1.6], 0.5), colors.skin.lit(1))
        }
    }
}
