/// An eye, drawn as the one on the picture's right: its outer corner lies at positive x. The other one is mirrored.
///
/// Big, with a heavy upper lash that is thickest at the outer corner and forks at the inner one, a "glass ball" for an
/// iris (dark above, light below, with highlights), and the fold of the eyelid above it all.
struct EyeDrawing {
    let face: Face
    /// 1 for the eye on the picture's right, -1 for the other one.
    let side: Double
    let colors: FacePaints

    private var lid: Eyelid { Eyelid(face) }
    private var lash: Color { colors.hairInk.mixed(Color(0.2, 0.03, 300), 0.55) }

    func draw(in sheet: inout Drawing) {
        switch face.eyes {
        case .laughing: drawClosed(in: &sheet, bow: -1)
        case .closed: drawClosed(in: &sheet, bow: 1)
        case .wink where side == face.side(of: .wink): drawClosed(in: &sheet, bow: -1)
        default: drawOpen(in: &sheet)
        }
    }

    // MARK: Open

    private func drawOpen(in sheet: inout Drawing) {
        let lid = lid
        sheet.area(lid.opening, .eyeWhite, .flat(Color(0.985, 0.006, 260)), pen: nil)
        sheet.group(clip: lid.opening) { sheet in
            drawIris(in: &sheet)
            let shadow = Color(0.42, 0.06, 285, alpha: 0.34)
            sheet.tint(lid.opening.moved(by: [0, 2.3]).inverted, shadow, isEvenOdd: true)
            drawHighlights(in: &sheet)
        }
        sheet.line(lid.lowerLine, lash, Pen(width: 0.9, start: 0.9, end: 0.15))
        if face.eyeShape == .doll || face.proportions.lashes > 1.25 {
            for tick in lid.lowerLashes { sheet.line(tick, lash, Pen(width: 0.8, start: 0.8, end: 0.1)) }
        }
        sheet.solid(lid.upperLash(Double(face.proportions.lashes)), .lash, lash)
        sheet.line(lid.fold, colors.skinInk, Pen(width: 0.75, start: 0.2, end: 0.35))
    }

    private var iris: (centre: Point, x: Double, y: Double) {
        let lid = lid
        // Mostly the upper lid cuts into the iris and the lower one touches it; around a startled one there is white.
        let size = Double(face.proportions.irisSize) * (face.eyes == .wide ? 0.78 : 1)
        let gaze = face.proportions.gaze
        let x = min(lid.wide * 0.74 * size, lid.wide * 0.86), y = min(lid.high * 1.02 * size, lid.high * 1.1)
        let rest = face.eyes == .wide ? 0.2 : lid.high * 0.97 - y
        return (Point(Double(gaze.x) * 1.9 * side - 0.3, rest + Double(gaze.y) * 1.3), x, y)
    }

    private func drawIris(in sheet: inout Drawing) {
        let (centre, x, y) = iris
        let color = (side > 0 ? face.rightEyeColor : face.eyeColor).color
        let deep = Color(
            color.lightness * 0.45, min(color.chroma * 0.9, 0.12), color.hue.turned(towards: 290, by: 14))
        let glow = Color(
            min(0.94, color.lightness + 0.25), color.chroma * 0.95, color.hue.turned(towards: 90, by: 14))
        let ball = Path.ellipse(centre, x, y)
        sheet.area(
            ball, .iris,
            .linear(
                from: centre - [0, y], to: centre + [0, y],
                [
                    (0.05, deep), (0.42, color.mixed(deep, 0.25)), (0.68, color), (1, glow),
                ]), ink: deep, pen: Pen(width: 1.1))
        sheet.group(clip: ball) { sheet in
            // The light that the glass gathers below, and the rim that stays dark.
            sheet.tint(
                .ellipse(centre + [0, y * 0.72], x * 0.66, y * 0.4), glow.lit(0.7).faded(to: 0.75))
            drawPupil(in: &sheet, at: centre + [0, -y * 0.04], x, y, deep.shaded(2.2), glow)
        }
    }

    /// The pupil of an iris with the radii `x` and `y`.
    private func drawPupil(
        in sheet: inout Drawing, at centre: Point, _ x: Double, _ y: Double, _ dark: Color, _ glow: Color
    ) {
        let fine = Pen(width: 0.55)
        func spot(_ path: Path) { sheet.solid(path, nil, dark) }
        switch face.pupil {
        case .round: spot(.ellipse(centre, x * 0.46, y * 0.46))
        case .small: spot(.ellipse(centre, x * 0.28, y * 0.3))
        case .slit: spot(.ellipse(centre, x * 0.17, y * 0.62))
        case .ring:
            sheet.area(.ellipse(centre, x * 0.56, y * 0.54), .iris, glow.faded(to: 0.55), ink: dark, pen: fine)
            spot(.ellipse(centre, x * 0.34, y * 0.34))
        case .star:
            let star = Path.star(centre, min(x, y) * 0.62, depth: 0.5)
            sheet.tint(star, glow.lit(1.2))
            sheet.line(star, dark, fine)
        case .bright: sheet.tint(.ellipse(centre - [0, y * 0.2], x * 0.55, y * 0.4), dark.faded(to: 0.55))
        }
    }

    /// Highlights lie on the same side of both eyes, where the light comes from.
    private func drawHighlights(in sheet: inout Drawing) {
        let (centre, x, y) = iris
        let left = -side
        let shine = Pen(width: 0.35)
        func spot(_ dx: Double, _ dy: Double, _ width: Double, _ height: Double, _ alpha: Double = 1) {
            let place = Point(centre.x + left * dx * x, centre.y + dy * y)
            let ink = Color(0.45, 0.05, 280)
            sheet.area(
                .ellipse(place, width * x, height * y), .iris, Color.white.faded(to: alpha), ink: ink, pen: shine)
        }
        switch face.sparkle {
        case .single: spot(0.34, -0.42, 0.33, 0.27)
        case .double:
            spot(0.36, -0.44, 0.33, 0.27)
            spot(-0.42, 0.42, 0.17, 0.14)
        case .large:
            spot(0.26, -0.4, 0.46, 0.34)
            spot(-0.46, 0.3, 0.2, 0.16)
        case .triple:
            spot(0.38, -0.46, 0.32, 0.25)
            spot(-0.45, 0.22, 0.16, 0.13)
            spot(-0.22, 0.6, 0.12, 0.1, 0.9)
        case .starry:
            let place = Point(centre.x + left * 0.3 * x, centre.y - 0.42 * y)
            sheet.area(.star(place, 0.52 * x, points: 4, depth: 0.36), .iris, .white, ink: .white, pen: shine)
            spot(-0.42, 0.36, 0.17, 0.14)
        }
    }

    // MARK: Closed

    /// A closed eye: bowed upwards (-1) it laughs, downwards (1) it sleeps.
    private func drawClosed(in sheet: inout Drawing, bow: Double) {
        let wide = lid.wide * 0.95, y = bow < 0 ? 4.2 : 3.2, deep = bow < 0 ? 7.2 : 5
        let heavy = 0.7 + Double(face.proportions.lashes) * 0.9
        let curve = Path { path in
            path.move(-wide, y)
            path.curve(-wide * 0.7, y + bow * deep, wide * 0.5, y + bow * (deep + 0.8), wide, y - bow * 0.4)
            path.line(wide + 0.6, y - bow * 0.9 - 0.2)
            path.curve(wide * 0.6, y + bow * (deep + 0.8) + heavy, -wide * 0.6, y + bow * deep + heavy, -wide, y)
            path.close()
        }
        sheet.solid(curve, .lash, lash)
        if bow > 0 {
            for (x, reach) in [(0.3, 0.8), (0.62, 0.55), (0.88, 0.2)] {
                let start = Point(wide * x, y + deep * reach)
                sheet.line(Path(from: start, to: start + [1.6, 2]), lash, Pen(width: 1.1, start: 1, end: 0.1))
            }
        }
        if face.eyes != .laughing {
            let top = y + min(0, bow * deep) - 3.4
            sheet.line(
                Path(
                    from: [-wide * 0.7, top + 1], [-wide * 0.2, top - 0.4], [wide * 0.4, top - 0.4],
                    to: [wide * 0.85, top + 1]),
                colors.skinInk, Pen(width: 0.7, start: 0.2, end: 0.3))
        }
    }
}
