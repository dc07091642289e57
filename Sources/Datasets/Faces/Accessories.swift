/// What is worn on the head: behind it, on the face, and on top of the hair.
struct Accessories {
    let face: Face
    let skull: Skull
    /// The outline of the hair in front.
    let hair: Path
    let colours: FaceColours

    private var colour: Colour { colours.accessory }
    /// The side that one-sided things are worn on.
    private var side: Double { face.grain >> 5 & 1 == 0 ? 1 : -1 }
    private let gold = Colour(0.84, 0.13, 88)

    func drawBehind(in sheet: inout Drawing) {
        switch face.accessory {
        case .catEars: for side in [-1.0, 1] { drawCatEar(side, in: &sheet) }
        case .bunnyEars: for side in [-1.0, 1] { drawBunnyEar(side, in: &sheet) }
        case .horns: for side in [-1.0, 1] { drawHorn(side, in: &sheet) }
        case .bow: Bow(centre: [0, -42], size: 17, colour: colour).draw(in: &sheet, .accessory)
        default: break
        }
    }

    func drawOnFace(in sheet: inout Drawing) {
        drawEyewear(in: &sheet)
        drawEarrings(in: &sheet)
    }

    func drawOnTop(in sheet: inout Drawing) {
        switch face.accessory {
        case .ribbons:
            for side in [-1.0, 1] {
                Bow(centre: [side * 25, -27], size: 8.5, colour: colour).draw(in: &sheet, .accessory)
            }
        case .hairpins: drawHairpins(in: &sheet)
        case .flower: drawFlower([side * 22, -23], 7.5, colour, in: &sheet)
        case .headphones: drawHeadphones(in: &sheet)
        case .beret: drawBeret(in: &sheet)
        case .cap: drawCap(in: &sheet)
        case .hairband: drawHairband(in: &sheet)
        case .headband: drawHeadband(in: &sheet)
        case .crown: drawCrown(in: &sheet)
        case .halo: drawHalo(in: &sheet)
        case .wreath: drawWreath(in: &sheet)
        case .bandana: drawBandana(in: &sheet)
        case .witchHat: drawWitchHat(in: &sheet)
        case .none, .bow, .catEars, .bunnyEars, .horns: break
        }
    }

    // MARK: Ears and horns

    private func drawCatEar(_ side: Double, in sheet: inout Drawing) {
        sheet.group(.moving(side * 21, -33) * .scaling(side, 1)) { sheet in
            sheet.area(
                Path(through: [.tip(-10, 0), .at(-3, -12), .tip(6, -19), .at(10, -8), .tip(11, 8)]), .accessory,
                .flat(colours.hair), ink: colours.hairInk)
            sheet.area(
                Path(through: [.tip(-4, -1), .at(0, -9), .tip(5, -14), .at(7.5, -6), .tip(8, 6)]), .accessory,
                Colour(0.80, 0.09, 10), pen: .fine)
        }
    }

    private func drawBunnyEar(_ side: Double, in sheet: inout Drawing) {
        let fur = colour.lightness > 0.7 ? colour : Colour(0.96, 0.01, 60)
        sheet.group(.moving(side * 12, -36) * .scaling(side, 1) * .turning(0.22)) { sheet in
            sheet.area(
                Path(through: [.tip(-6, 6), .at(-7.5, -12), .at(0, -29), .at(7.5, -12), .tip(6, 6)]), .accessory, fur)
            sheet.area(
                Path(through: [.tip(-2.6, 4), .at(-3.6, -11), .at(0, -22), .at(3.6, -11), .tip(2.6, 4)]), .accessory,
                Colour(0.83, 0.08, 5), pen: .fine)
        }
    }

    private func drawHorn(_ side: Double, in sheet: inout Drawing) {
        let bone = colour.lightness < 0.6 ? colour : Colour(0.86, 0.04, 80)
        sheet.group(.moving(side * 20, -34) * .scaling(side, 1)) { sheet in
            sheet.area(
                Path(through: [.tip(-5, 2), .at(1, -9), .at(6, -14), .tip(15, -19), .at(12, -9), .tip(6, 5)]),
                .accessory, bone)
            for (x, y) in [(0.0, -4.0), (4.5, -9.5)] {
                sheet.line(
                    Path {
                        $0.move(x - 2.5, y); $0.curve(x, y + 2.6, x + 3, y + 3, x + 6.4, y + 1.5)
                    }, bone.ink, .tapered.scaled(0.7))
            }
        }
    }

    // MARK: In the hair

    private func drawHairpins(in sheet: inout Drawing) {
        for (index, y) in [-20.0, -15.5].enumerated() {
            sheet.group(.moving(side * (19 + Double(index)), y) * .turning(side * 0.5)) {
                $0.area(
                    Path(through: [.at(-4.6, 0), .at(-4, -1.2), .at(4, -1.2), .at(4.6, 0), .at(4, 1.2), .at(-4, 1.2)]
                    ), .accessory, colour, pen: .fine)
            }
        }
        if face.grain >> 15 & 1 == 0 {
            sheet.area(.star([side * 15, -25], 4.2, turn: 0.2), .accessory, gold, pen: .fine)
        }
    }

    private func drawFlower(_ centre: Point, _ size: Double, _ colour: Colour, in sheet: inout Drawing) {
        for petal in 0..<5 {
            let angle = Double(petal) * 2 * .pi / 5 - .pi / 2
            sheet.group(.moving(centre.x, centre.y) * .turning(angle)) {
                $0.area(.ellipse([size * 0.55, 0], size * 0.52, size * 0.42), .accessory, colour, pen: .fine)
            }
        }
        sheet.area(.circle(centre, size * 0.27), .accessory, gold, pen: .fine)
    }

    private func drawHairband(in sheet: inout Drawing) {
        sheet.group(clip: hair) { $0.area(strip(middle: -31, sides: -12, width: 4.4), .accessory, colour) }
        if face.grain >> 15 & 1 == 0 {
            Bow(centre: [side * 18, -29], size: 7.5, colour: colour).draw(in: &sheet, .accessory)
        }
    }

    /// A strip over the head, as wide as the sheet: the hair cuts it off.
    private func strip(middle: Double, sides: Double, width: Double) -> Path {
        func edge(_ dy: Double) -> [Point] {
            [-40.0, -27, -14, 0, 14, 27, 40].map { x in
                Point(x, middle + dy + (sides - middle) * x * x / 1000)
            }
        }
        return Path(through: edge(0).map { .at($0) } + edge(-width).reversed().map { .at($0) })
    }

    private func drawHeadband(in sheet: inout Drawing) {
        sheet.group(clip: hair) { $0.area(strip(middle: -19.5, sides: -13, width: 5.4), .accessory, colour) }
        if face.grain >> 15 & 1 == 0 { sheet.area(.circle([0, -22.2], 2.2), .accessory, gold, pen: .fine) }
    }

    private func drawWreath(in sheet: inout Drawing) {
        let petals = [colour, colour.lit(0.7), colours.trim]
        for index in 0..<9 {
            let x = -28 + Double(index) * 7
            let y = -31 + x * x * 0.019
            if index.isMultiple(of: 2) {
                drawFlower([x, y], 4.6, petals[index / 2 % 3], in: &sheet)
            } else {
                sheet.area(.ellipse([x, y], 4.4, 2.2), .accessory, Colour(0.68, 0.12, 145), pen: .fine)
            }
        }
    }

    // MARK: Hats

    private func drawBeret(in sheet: inout Drawing) {
        sheet.group(.scaling(side, 1)) { sheet in
            sheet.area(
                Path(through: [
                    .at(-30, -24), .at(-31, -36), .at(-12, -48), .at(14, -49), .at(35, -40), .at(37, -29),
                    .at(28, -23), .at(0, -28),
                ]), .accessory, colour)
            sheet.rimShadow(
                of: Path(through: [
                    .at(-30, -24), .at(-31, -36), .at(-12, -48), .at(14, -49), .at(35, -40), .at(37, -29),
                    .at(28, -23), .at(0, -28),
                ]), colour.shaded(0.8), offset: [-2, -2.5])
            sheet.area(Path(through: [.at(1, -48), .at(2, -53), .at(5, -53), .at(4.4, -48)]), .accessory, colour)
            sheet.line(Path(through: [[-29, -24], [0, -30.5], [28, -23.5]], closed: false), colour.ink, .tapered)
        }
    }

    private func drawCap(in sheet: inout Drawing) {
        let crown = Path(through: [
            .tip(-32, -18), .at(-30, -36), .at(-12, -48), .at(12, -48), .at(30, -36), .tip(32, -18), .at(0, -26),
        ])
        sheet.area(crown, .accessory, colour)
        sheet.rimShadow(of: crown, colour.shaded(0.8))
        for x in [-11.0, 11] {
            sheet.line(
                Path {
                    $0.move(x * 0.4, -48.6); $0.curve(x, -42, x * 1.3, -34, x * 1.3, -26)
                }, colour.ink, .fine)
        }
        let badge = Colour(0.97, 0.01, 90)
        sheet.area(
            face.grain >> 15 & 1 == 0 ? .star([0, -35], 5) : .circle([0, -35], 4.4), .accessory, badge, pen: .fine)
        sheet.area(
            Path(through: [
                .tip(-30, -20.5), .at(0, -28), .tip(30, -20.5), .at(22, -14.5), .at(0, -18), .at(-22, -14.5),
            ]), .accessory, colour.shaded(0.9))
        sheet.area(.ellipse([0, -48.8], 2.6, 1.5), .accessory, colour, pen: .fine)
    }

    private func drawWitchHat(in sheet: inout Drawing) {
        let dark = colour.lightness > 0.6 ? Colour(0.36, 0.06, 300) : colour
        let cone = Path(through: [
            .tip(-23, -30), .at(-14, -46), .at(-3, -62), .tip(side * 14, -72), .at(11, -56), .at(16, -44),
            .tip(23, -30),
        ])
        sheet.area(cone, .accessory, dark)
        sheet.rimShadow(of: cone, dark.shaded())
        sheet.area(.polygon([[-23, -31], [-20.4, -37.5], [20.4, -37.5], [23, -31]]), .accessory, colours.trim)
        sheet.area(.rectangle([-4, -38.2], [8, 7]), .accessory, gold)
        let brim = Path(through: [
            .tip(-47, -24), .at(-24, -32.5), .at(0, -31), .at(24, -32.5), .tip(47, -24), .at(24, -22), .at(0, -24.5),
            .at(-24, -22),
        ])
        sheet.area(brim, .accessory, dark)
    }

    private func drawBandana(in sheet: inout Drawing) {
        let cloth = Path(through: [
            .tip(-32, -14), .at(-29, -34), .at(-10, -45.5), .at(10, -45.5), .at(29, -34), .tip(32, -14), .at(16, -24),
            .at(0, -26.5), .at(-16, -24),
        ])
        sheet.area(cloth, .accessory, colour)
        sheet.group(clip: cloth) { sheet in
            for (x, y) in [
                (-20.0, -28.0), (-8, -38), (-2, -30), (8, -36.5), (20, -29), (14, -42), (-16, -40), (27, -22),
                (-27, -21),
            ] {
                sheet.tint(.circle([x, y], 1.7), colour.lightness > 0.8 ? colours.trim : .white)
            }
        }
    }

    private func drawCrown(in sheet: inout Drawing) {
        let metal = face.grain >> 15 & 1 == 0 ? gold : Colour(0.86, 0.015, 250)
        sheet.group(.moving(side * 4, 0) * .turning(side * 0.1, about: [0, -40])) { sheet in
            sheet.area(
                .polygon([[-14, -38], [-16.5, -53], [-8, -46], [0, -57], [8, -46], [16.5, -53], [14, -38]]),
                .accessory, metal)
            sheet.tint(.polygon([[-11, -41], [-13, -48], [-8.6, -44.6]]), metal.lit(1.4))
            for x in [-8.0, 0, 8] { sheet.area(.circle([x, -41.6], 1.9), .accessory, colours.trim, pen: .fine) }
        }
    }

    private func drawHalo(in sheet: inout Drawing) {
        var ring = Path.ellipse([0, -48], 19, 5)
        ring.append(Path(through: Path.ring([0, -48], 15.5, 3.2, count: 12).reversed()))
        sheet.area(ring, .accessory, Colour(0.93, 0.11, 98), ink: Colour(0.68, 0.13, 80))
    }

    private func drawHeadphones(in sheet: inout Drawing) {
        let bow: [Point] = [[-34, -4], [-32.5, -22], [-20, -39.5], [0, -45.5]]
        let inner: [Point] = [[0, -41.5], [-18, -36], [-28.6, -21], [-30, -4]]
        let over = bow + bow.dropLast().reversed().map(\.mirrored)
        let under = inner.dropFirst().reversed().map(\.mirrored) + inner
        sheet.area(Path(through: over + under), .accessory, colour)
        for side in [-1.0, 1] {
            sheet.group(.moving(side * 31, 1) * .scaling(side, 1)) { sheet in
                sheet.area(.ellipse([0, 0], 6.4, 10), .accessory, colour.shaded(0.9))
                sheet.area(.ellipse([2, 0], 4.6, 8), .accessory, colour)
                sheet.tint(.ellipse([1, -3], 1.4, 2.6), colour.lit(1.3))
            }
        }
    }

    // MARK: On the face

    private func drawEyewear(in sheet: inout Drawing) {
        let frame = colours.trim.lightness < 0.65 ? colours.trim : Colour(0.3, 0.03, 290)
        switch face.eyewear {
        case .none: break
        case .roundGlasses, .squareGlasses:
            for side in [-1.0, 1] {
                let centre = skull.eye(side, face.proportions) + [0, 1]
                let square: [Point] = [[-10, -6], [0, -7.4], [10.6, -6], [10, 7], [0, 9], [-9, 7]]
                let glass: Path =
                    face.eyewear == .roundGlasses
                    ? .circle(centre, 10.8) : Path(through: square.map { centre + $0.scaled(side, 1) })
                sheet.tint(glass, Colour.white.faded(to: 0.16))
                sheet.line(glass, frame, Pen(width: 1.5))
                sheet.tint(
                    .polygon([centre + [-7, -2], centre + [-4, -6.5], centre + [-2.4, -6.5], centre + [-6.4, 0]]),
                    Colour.white.faded(to: 0.65))
                let hinge = centre + [side * 10.4, -2]
                sheet.line(
                    Path {
                        $0.move(hinge.x, hinge.y); $0.line(side * 27, -1)
                    }, frame, Pen(width: 1.2))
            }
            let left = skull.eye(-1, face.proportions) + [10.2, -0.5],
                right = skull.eye(1, face.proportions) + [-10.2, -0.5]
            sheet.line(
                Path {
                    $0.move(left.x, left.y);
                    $0.curve(left.x + 1, left.y - 1.6, right.x - 1, right.y - 1.6, right.x, right.y)
                }, frame, Pen(width: 1.3))
        case .eyePatch:
            let centre = skull.eye(side, face.proportions)
            let white = face.grain >> 16 & 1 == 0 ? Colour(0.96, 0.006, 260) : Colour(0.3, 0.02, 290)
            for end in [[-side * 26, -16], [side * 26, 8], [side * 26, -8]] as [Point] {
                sheet.line(
                    Path {
                        $0.move(centre.x, centre.y); $0.line(end.x, end.y)
                    }, white.ink, Pen(width: 1))
            }
            let patch: [Point] = [[-9.6, -6], [0, -9], [9.6, -6], [8.6, 6], [0, 10], [-8.6, 6]]
            sheet.area(Path(through: patch.map { centre + $0 }), .accessory, white)
        }
    }

    private func drawEarrings(in sheet: inout Drawing) {
        for side in [-1.0, 1] {
            let lobe: Point = [side * (skull.halfWidth + 1.2), 11]
            switch face.earring {
            case .none: break
            case .stud: sheet.area(.circle(lobe, 1.6), .accessory, gold, pen: .fine)
            case .drop:
                sheet.area(
                    Path(through: [.tip(lobe), .at(lobe + [2, 5]), .at(lobe + [0, 7]), .at(lobe + [-2, 5])]),
                    .accessory, colours.trim, pen: .fine)
            case .hoop: sheet.line(.circle(lobe + [0, 3.2], 3), gold.shaded(0.6), Pen(width: 1.3))
            }
        }
    }
}

extension Face.Accessory {
    /// How far a tall thing on the head pushes it down the sheet, and how much smaller it makes it.
    var headroom: Double {
        switch self {
        case .catEars, .horns, .beret, .crown, .halo: 2.5
        case .bow: 2.5
        case .bunnyEars, .witchHat: 7
        default: 0
        }
    }

    /// Whether it covers the crown, so that nothing of the hair can stand up there.
    var isHat: Bool { [.beret, .cap, .bandana, .witchHat].contains(self) }

    var shrink: Double {
        switch self {
        case .catEars, .horns, .beret, .cap, .crown, .halo, .bow: 0.95
        case .bunnyEars, .witchHat: 0.88
        default: 1
        }
    }
}
