/// Neck, shoulders and clothes, in the body's coordinates: the same as the head's, but not tilted with it.
struct Wardrobe {
    let face: Face
    let colors: FacePaints

    var cloth: Color { colors.clothes }
    var trim: Color { colors.trim }

    func draw(in sheet: inout Drawing) {
        drawBody(in: &sheet)
        switch face.clothes {
        case .sailor: drawSailor(in: &sheet)
        case .hoodie: drawHoodie(in: &sheet)
        case .shirtAndTie: drawShirt(in: &sheet, tie: true)
        case .blouse: drawShirt(in: &sheet, tie: false)
        case .kimono: drawKimono(in: &sheet)
        case .turtleneck: drawTurtleneck(in: &sheet)
        case .straps: drawStraps(in: &sheet)
        case .armour: drawArmour(in: &sheet)
        case .tee: drawTee(in: &sheet)
        case .jacket: drawJacket(in: &sheet)
        case .cardigan: drawCardigan(in: &sheet)
        case .overalls: drawOveralls(in: &sheet)
        case .scarf: drawScarf(in: &sheet)
        case .cape: drawCape(in: &sheet)
        case .lace: drawLace(in: &sheet)
        case .offShoulder: drawOffShoulder(in: &sheet)
        }
    }

    // MARK: Body

    /// Neck and bare shoulders; clothes cover most of them.
    private func drawBody(in sheet: inout Drawing) {
        let body = Path(
            through: [
                .at(-7, 14), .at(-7, 24), .at(-9, 30.5), .at(-22, 35), .at(-30, 43), .tip(-33, 70), .tip(33, 70),
                .at(30, 43), .at(22, 35), .at(9, 30.5), .at(7, 24), .at(7, 14),
            ])
        sheet.area(body, .skin, .flat(colors.skin), ink: colors.skinInk)
        // The chin's shadow on the neck.
        if colors.shading != .flat {
            sheet.group(clip: body) {
                $0.tint(.ellipse([Double(face.proportions.turn) * 1.5, 20], 10, 9.8), colors.skinShade)
            }
        }
        for side in [-1.0, 1] {
            sheet.line(
                Path(from: [side * 3, 35.5], [side * 6, 34.3], [side * 10, 34.2], to: [side * 14, 34.8]),
                colors.skinInk, Pen(width: 0.6, start: 0.2, end: 0.2))
        }
    }

    /// The shoulders with a neckline, given for the right side from the neck towards the middle.
    func torso(_ neckline: [Knot]) -> Path {
        let outer: [Knot] = [.at(24, 34.6), .at(32.5, 43), .tip(36, 72)]
        return Path(through: neckline.reversed() + outer + mirrored(outer) + mirrored(neckline.reversed()))
    }

    /// Shoulders and sleeves in cloth.
    func drawTorso(in sheet: inout Drawing, neckline: [Knot], _ color: Color? = nil) {
        let path = torso(neckline)
        drawCloth(path, color ?? cloth, in: &sheet)
        // Sleeves.
        for side in [-1.0, 1] {
            sheet.line(
                Path(from: [side * 22, 47], [side * 23.5, 43], [side * 24, 41], to: [side * 25.5, 39.5]),
                (color ?? cloth).ink, Pen(width: 0.8, start: 0.8, end: 0.1))
        }
    }

    func drawCloth(_ path: Path, _ color: Color, in sheet: inout Drawing) {
        let paint: Paint =
            colors.shading == .soft ? .vertical(26, 52, color.lit(0.15), color.shaded(0.9)) : .flat(color)
        sheet.area(path, .clothes, paint, pen: nil)
        if colors.shading == .twoTone { sheet.rimShadow(of: path, color.shaded(), offset: [-1.8, -1.6]) }
        sheet.line(path, color.ink, .even)
    }

    func mirrored(_ knots: [Knot]) -> [Knot] {
        knots.reversed().map(\.mirrored)
    }

    func bothSides(_ knots: [Knot], _ draw: (Path) -> Void) {
        for side in [1.0, -1] {
            draw(Path(through: side > 0 ? knots : knots.map(\.mirrored)))
        }
    }

    func drawBow(_ centre: Point, _ size: Double, _ color: Color, in sheet: inout Drawing) {
        Bow(centre: centre, size: size, color: color).draw(in: &sheet, .clothes)
    }
}
