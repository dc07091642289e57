/// Neck, shoulders and clothes, in the body's coordinates: the same as the head's, but not tilted with it.
struct Wardrobe {
    let face: Face
    let colours: FaceColours

    private var cloth: Colour { colours.clothes }
    private var trim: Colour { colours.trim }

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
        sheet.area(body, .skin, .flat(colours.skin), ink: colours.skinInk)
        // The chin's shadow on the neck.
        if colours.shading != .flat {
            sheet.group(clip: body) {
                $0.tint(.ellipse([Double(face.proportions.turn) * 1.5, 20], 10, 9.8), colours.skinShade)
            }
        }
        for side in [-1.0, 1] {
            sheet.line(
                Path {
                    $0.move(side * 3, 35.5); $0.curve(side * 6, 34.3, side * 10, 34.2, side * 14, 34.8)
                },
                colours.skinInk, Pen(width: 0.6, start: 0.2, end: 0.2))
        }
    }

    /// The shoulders with a neckline, given for the right side from the neck towards the middle.
    private func torso(_ neckline: [Knot]) -> Path {
        let outer: [Knot] = [.at(24, 34.6), .at(32.5, 43), .tip(36, 72)]
        return Path(through: neckline.reversed() + outer + mirrored(outer) + mirrored(neckline.reversed()))
    }

    /// Shoulders and sleeves in cloth.
    private func drawTorso(in sheet: inout Drawing, neckline: [Knot], _ colour: Colour? = nil) {
        let path = torso(neckline)
        drawCloth(path, colour ?? cloth, in: &sheet)
        // Sleeves.
        for side in [-1.0, 1] {
            sheet.line(
                Path {
                    $0.move(side * 22, 47); $0.curve(side * 23.5, 43, side * 24, 41, side * 25.5, 39.5)
                },
                (colour ?? cloth).ink, Pen(width: 0.8, start: 0.8, end: 0.1))
        }
    }

    private func drawCloth(_ path: Path, _ colour: Colour, in sheet: inout Drawing) {
        let paint: Paint =
            colours.shading == .soft ? .vertical(26, 52, colour.lit(0.15), colour.shaded(0.9)) : .flat(colour)
        sheet.area(path, .clothes, paint, pen: nil)
        if colours.shading == .twoTone { sheet.rimShadow(of: path, colour.shaded(), offset: [-1.8, -1.6]) }
        sheet.line(path, colour.ink, .even)
    }

    private func mirrored(_ knots: [Knot]) -> [Knot] {
        knots.reversed().map(\.mirrored)
    }

    private func bothSides(_ knots: [Knot], _ draw: (Path) -> Void) {
        for side in [1.0, -1] {
            draw(Path(through: side > 0 ? knots : knots.map(\.mirrored)))
        }
    }

    // MARK: School

    private func drawSailor(in sheet: inout Drawing) {
        let top = cloth.lightness > 0.75 ? cloth : Colour(0.97, 0.006, 260)
        let collar = cloth.lightness > 0.75 ? trim : cloth
        drawTorso(in: &sheet, neckline: [.tip(8.5, 29), .tip(0, 44)], top)
        for side in [1.0, -1] {
            func path(_ points: [Point]) -> Path { .polygon(points.map { [$0.x * side, $0.y] }) }
            drawCloth(
                path([[7.5, 27], [10, 29.5], [23, 36.5], [19, 47], [1, 46.5], [8, 34]]), collar, in: &sheet)
            let stripe = path([[9.6, 31.2], [20.6, 37.4], [17.4, 45]])
            sheet.line(
                Path { path in
                    path.move(side * 19.8, 36.6)
                    path.line(side * 17, 44.8)
                    path.line(side * 4, 44.4)
                }, collar.lightness > 0.75 ? trim.shaded() : .white, Pen(width: 1.1))
            _ = stripe
        }
        drawBow([0, 43.5], 7, trim.distance(to: collar) > 0.15 ? trim : colours.accessory, in: &sheet)
    }

    private func drawShirt(in sheet: inout Drawing, tie: Bool) {
        drawTorso(in: &sheet, neckline: [.tip(8, 29.5), .tip(0, 37)])
        if tie {
            sheet.area(.polygon([[-2.4, 36], [2.4, 36], [3.8, 60], [-3.8, 60]]), .clothes, trim, pen: .even)
            sheet.area(.polygon([[-3, 34.4], [3, 34.4], [2, 38.4], [-2, 38.4]]), .clothes, trim)
        } else {
            sheet.line(
                Path {
                    $0.move(0, 37); $0.line(0, 60)
                }, cloth.ink, .fine)
            for y in [41.5, 47.0] { sheet.area(.circle([1.6, y], 0.9), .clothes, trim, pen: .fine) }
        }
        bothSides([.tip(7.6, 27.2), .at(9.6, 28.6), .tip(12.6, 35.4), .tip(4.6, 39), .tip(0.4, 34.8)]) {
            drawCloth($0, cloth.lightness > 0.8 ? cloth : cloth.lit(0.5), in: &sheet)
        }
        if !tie { drawBow([0, 37], 5.4, trim, in: &sheet) }
    }

    private func drawJacket(in sheet: inout Drawing) {
        let shirt = cloth.lightness > 0.8 ? trim : Colour(0.97, 0.006, 260)
        drawTorso(in: &sheet, neckline: [.tip(8, 29.5), .at(0, 34)], shirt)
        bothSides([
            .tip(8.6, 28.6), .at(22, 34.4), .at(32.5, 43), .tip(36, 72), .tip(4, 72), .tip(4.5, 48), .tip(9.5, 31),
        ]) {
            drawCloth($0, cloth, in: &sheet)
        }
        bothSides([.tip(8.4, 27.8), .tip(15.5, 36.5), .tip(12.6, 38.5), .tip(14, 41), .tip(4.6, 52), .tip(6, 36)]) {
            drawCloth($0, cloth.shaded(0.5), in: &sheet)
        }
        drawBow([0, 36.5], 4.6, trim.distance(to: shirt) > 0.1 ? trim : cloth, in: &sheet)
    }

    private func drawCardigan(in sheet: inout Drawing) {
        let shirt = cloth.lightness > 0.9 ? trim : Colour(0.97, 0.006, 260)
        drawTorso(in: &sheet, neckline: [.tip(8, 29), .at(0, 33)], shirt)
        drawTorso(in: &sheet, neckline: [.tip(10.5, 30), .at(7, 38), .tip(0, 47)])
        let edge: [Knot] = [.tip(10.5, 30), .at(7, 38), .tip(0, 47)]
        sheet.line(Path(through: edge + mirrored(Array(edge.dropLast())), closed: false), trim, Pen(width: 2.4))
        bothSides([.tip(7.4, 27.4), .at(9.4, 28.8), .tip(10.6, 33.6), .tip(4.4, 36.6), .tip(0.4, 33)]) {
            drawCloth($0, shirt, in: &sheet)
        }
    }

    // MARK: Everyday

    private func drawHoodie(in sheet: inout Drawing) {
        bothSides([.at(8, 24), .at(17, 25.5), .at(21, 31), .at(16, 38), .tip(2, 40), .at(9, 33)]) {
            drawCloth($0, cloth.shaded(0.7), in: &sheet)
        }
        drawTorso(in: &sheet, neckline: [.tip(16, 31.5), .at(9, 36.5), .at(0, 39)])
        bothSides([
            .at(7.6, 25.5), .at(12, 26), .at(15.5, 30.5), .at(12, 36.5), .tip(0, 41.5), .tip(0, 38), .at(7, 33.5),
        ]) {
            drawCloth($0, cloth, in: &sheet)
        }
        for side in [-1.0, 1] {
            sheet.line(
                Path {
                    $0.move(side * 5, 38.8); $0.curve(side * 5.6, 42, side * 4.6, 44, side * 5.2, 47)
                }, trim.lightness > 0.5 ? trim : .white,
                Pen(width: 1.7, start: 1, end: 1))
        }
    }

    private func drawTurtleneck(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(9, 31), .at(0, 33)])
        drawCloth(
            Path(through: [
                .at(-8.6, 24.4), .at(0, 26.4), .at(8.6, 24.4), .at(9.4, 29), .at(9.8, 33), .at(0, 35.4),
                .at(-9.8, 33), .at(-9.4, 29),
            ]),
            cloth, in: &sheet)
        for x in [-6.0, -3, 0, 3, 6] {
            sheet.line(
                Path {
                    $0.move(x, 27.5 - abs(x) * 0.12); $0.line(x * 1.05, 33 - abs(x) * 0.12)
                }, cloth.ink.faded(to: 0.6), .fine)
        }
    }

    private func drawTee(in sheet: inout Drawing) {
        let neck: [Knot] = [.tip(10.5, 30), .at(6.5, 34.6), .at(0, 36.2)]
        drawTorso(in: &sheet, neckline: neck)
        sheet.line(Path(through: neck + mirrored(Array(neck.dropLast())), closed: false), trim, Pen(width: 2.2))
        let emblem: Path =
            switch face.grain >> 12 & 3 {
            case 0: .star([0, 46], 5)
            case 1: .heart([0, 45], 4.6)
            case 2: .rectangle([-40, 42], [80, 3.2])
            default: .circle([0, 46.5], 4.6)
            }
        sheet.group(clip: torso(neck)) { $0.area(emblem, .clothes, trim, pen: .fine) }
    }

    private func drawStraps(in sheet: inout Drawing) {
        for side in [-1.0, 1] {
            drawCloth(
                .polygon([[side * 11.5, 31], [side * 14.6, 32], [side * 15, 45], [side * 11, 45]]), trim, in: &sheet)
        }
        let top: [Knot] = [.tip(25, 45.5), .at(14, 41.4), .at(8, 41), .tip(0, 44)]
        drawCloth(
            Path(through: [.tip(25, 72)] + top + mirrored(Array(top.dropLast())) + [.tip(-25, 72)]), cloth, in: &sheet
        )
        if face.grain >> 14 & 1 == 0 { drawBow([0, 44], 4.2, trim, in: &sheet) }
    }

    private func drawOveralls(in sheet: inout Drawing) {
        let shirt = trim
        let neckline: [Knot] = [.tip(9.5, 30), .at(6, 33.6), .at(0, 35)]
        drawTorso(in: &sheet, neckline: neckline, shirt)
        for step in stride(from: 38.0, through: 58, by: 5) where face.grain >> 13 & 1 == 0 {
            sheet.group(clip: torso(neckline)) {
                $0.tint(.rectangle([-40, step], [80, 2]), shirt.shaded(1.4))
            }
        }
        for side in [-1.0, 1] {
            drawCloth(
                .polygon([[side * 12, 31.4], [side * 17, 33], [side * 14.5, 47], [side * 9.5, 46]]), cloth, in: &sheet
            )
        }
        drawCloth(.polygon([[-14, 44], [14, 44], [15, 72], [-15, 72]]), cloth, in: &sheet)
        for side in [-1.0, 1] {
            sheet.area(.circle([side * 11.6, 45.6], 1.8), .accessory, Colour(0.85, 0.12, 88), pen: .fine)
        }
    }

    private func drawScarf(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(10, 31), .at(0, 33)])
        let tailSide: Double = face.grain >> 13 & 1 == 0 ? 1 : -1
        drawCloth(
            Path(through: [
                .tip(tailSide * 3, 35), .tip(tailSide * 11.5, 34), .tip(tailSide * 14, 54), .tip(tailSide * 5.5, 55),
            ]), trim, in: &sheet)
        drawCloth(
            Path(through: [
                .at(-13, 26), .at(0, 28.6), .at(13, 26), .at(15.4, 31), .at(11, 37), .at(0, 39), .at(-11, 37),
                .at(-15.4, 31),
            ]),
            trim, in: &sheet)
        for (a, b) in [(-11.0, -6.0), (-3, 3), (5, 10.5)] {
            sheet.line(
                Path {
                    $0.move(a, 29.5); $0.curve(a + 1, 33, b - 2, 35, b, 36)
                }, trim.ink, .tapered.scaled(0.8))
        }
    }

    // MARK: Festive

    private func drawKimono(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.tip(9.5, 29.5), .tip(0, 46)])
        for flower in [[-20.0, 42], [21, 44], [-13, 50]] as [Point] {
            sheet.tint(.star(flower, 3, depth: 0.55), trim.lit(0.3))
        }
        let collar: [Point] = [[-11.5, 28.6], [-7.6, 27.4], [5, 46], [14, 60], [8, 60], [-2, 47.5]]
        drawCloth(.polygon(collar.map(\.mirrored)), trim.shaded(0.4), in: &sheet)
        drawCloth(.polygon(collar), trim, in: &sheet)
        sheet.line(
            Path {
                $0.move(-8.6, 29); $0.line(3.2, 46.4)
            }, trim.lit(1.6), Pen(width: 0.9))
    }

    private func drawArmour(in sheet: inout Drawing) {
        let steel = cloth.chroma < 0.03 ? Colour(0.78, 0.02, 255) : cloth
        drawTorso(in: &sheet, neckline: [.at(10, 31), .at(0, 34)], steel)
        sheet.line(
            Path {
                $0.move(0, 35); $0.line(0, 60)
            }, steel.ink, .fine)
        sheet.tint(.polygon([[-9, 40], [-5, 38], [-6, 52], [-9.5, 52]]), steel.lit(1.2))
        bothSides([.at(15, 34), .at(25, 31.5), .at(34, 37), .at(37, 48), .tip(37, 55), .tip(19, 47)]) { plate in
            drawCloth(plate, steel, in: &sheet)
        }
        for side in [-1.0, 1] {
            sheet.line(
                Path {
                    $0.move(side * 17.5, 40); $0.curve(side * 25, 39, side * 31, 42, side * 37, 50)
                }, trim, Pen(width: 1.6, start: 1, end: 1))
        }
        drawCloth(
            Path(through: [
                .at(-9.5, 25), .at(0, 27.4), .at(9.5, 25), .at(12.5, 32.5), .tip(0, 37.5), .at(-12.5, 32.5),
            ]), steel.shaded(0.4), in: &sheet)
        sheet.area(.circle([0, 36.6], 2.2), .accessory, trim)
    }

    private func drawCape(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(9, 30.5), .at(0, 33)], trim)
        bothSides([.tip(6, 32), .at(20, 33.4), .at(34, 40), .tip(42, 72), .tip(9, 72), .at(6.5, 44)]) {
            drawCloth($0, cloth, in: &sheet)
        }
        bothSides([.at(7.5, 24.6), .at(12.5, 26), .at(15, 32), .tip(10, 38.5), .tip(0.5, 35), .at(7, 31)]) {
            drawCloth($0, cloth.shaded(0.5), in: &sheet)
        }
        sheet.area(.circle([0, 36.4], 2.8), .accessory, Colour(0.84, 0.13, 88))
        sheet.tint(.circle([-0.7, 35.7], 1), .white)
    }

    private func drawLace(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.tip(10, 30.5), .at(0, 34)])
        let ruff = Path.ring([0, 32.5], 16.5, 7, count: 13)
        drawCloth(Path(bumps: ruff, bulge: 0.36), trim.lightness > 0.75 ? trim : .white.shaded(0.15), in: &sheet)
        // The neck stands in the ruff.
        let neck = Path(through: [.at(-7, 20), .at(-7.2, 28), .at(0, 31.6), .at(7.2, 28), .at(7, 20)], closed: false)
        let skin = colours.shading == .flat ? colours.skin : colours.skinShade
        sheet.area(neck, .skin, .flat(skin), ink: colours.skinInk)
        drawBow([0, 37], 6, trim.lightness > 0.75 ? cloth.shaded(0.6) : trim, in: &sheet)
    }

    private func drawOffShoulder(in sheet: inout Drawing) {
        let top: [Knot] = [.tip(33.5, 42.5), .at(20, 41.5), .at(8, 42.8), .at(0, 43.4)]
        drawCloth(
            Path(through: [.tip(37, 72)] + top + mirrored(Array(top.dropLast())) + [.tip(-37, 72)]), cloth, in: &sheet
        )
        let edge = (0..<9).map { index -> Point in
            let x = Double(index - 4)
            return [x * 8, 43.6 - x * x * 0.16]
        }
        let lower = edge.map { $0 + Point(0, 2.6) }, upper = edge.map { $0 - Point(0, 1) }
        drawCloth(Path(bumps: upper + lower.reversed(), bulge: 0.26), trim, in: &sheet)
        // A ribbon round the neck.
        drawCloth(
            .polygon([[-7.4, 26.8], [0, 28.4], [7.4, 26.8], [7.6, 28.8], [0, 30.4], [-7.6, 28.8]]), trim, in: &sheet)
    }

    private func drawBow(_ centre: Point, _ size: Double, _ colour: Colour, in sheet: inout Drawing) {
        Bow(centre: centre, size: size, colour: colour).draw(in: &sheet, .clothes)
    }
}
