/// What is worn on the head: behind it, on the face, and on top of the hair.
struct Accessories {
    let face: Face
    let skull: Skull
    /// The outline of the hair in front.
    let hair: Path
    let colors: FacePaints

    var color: Color { colors.accessory }
    /// The side that one-sided things are worn on.
    var side: Double { face.side(of: .ornamentSide) }

    func drawBehind(in sheet: inout Drawing) {
        switch face.accessory {
        case .catEars: for side in [-1.0, 1] { drawCatEar(side, in: &sheet) }
        case .bunnyEars: for side in [-1.0, 1] { drawBunnyEar(side, in: &sheet) }
        case .horns: for side in [-1.0, 1] { drawHorn(side, in: &sheet) }
        case .bow: Bow(centre: [0, -42], size: 17, color: color).draw(in: &sheet, .accessory)
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
                Bow(centre: [side * 25, -27], size: 8.5, color: color).draw(in: &sheet, .accessory)
            }
        case .hairpins: drawHairpins(in: &sheet)
        case .flower: drawFlower([side * 22, -23], 7.5, color, in: &sheet)
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

    // MARK: In the hair

    private func drawHairpins(in sheet: inout Drawing) {
        for (index, y) in [-20.0, -15.5].enumerated() {
            sheet.group(.moving(side * (19 + Double(index)), y) * .turning(side * 0.5)) {
                $0.area(
                    Path(through: [.at(-4.6, 0), .at(-4, -1.2), .at(4, -1.2), .at(4.6, 0), .at(4, 1.2), .at(-4, 1.2)]
                    ), .accessory, color, pen: .fine)
            }
        }
        if face.has(.smallOrnament) {
            sheet.area(.star([side * 15, -25], 4.2, turn: 0.2), .accessory, .gold, pen: .fine)
        }
    }

    private func drawFlower(_ centre: Point, _ size: Double, _ color: Color, in sheet: inout Drawing) {
        for petal in 0..<5 {
            let angle = Double(petal) * 2 * .pi / 5 - .pi / 2
            sheet.group(.moving(centre.x, centre.y) * .turning(angle)) {
                $0.area(.ellipse([size * 0.55, 0], size * 0.52, size * 0.42), .accessory, color, pen: .fine)
            }
        }
        sheet.area(.circle(centre, size * 0.27), .accessory, .gold, pen: .fine)
    }

    private func drawHairband(in sheet: inout Drawing) {
        sheet.group(clip: hair) { $0.area(strip(middle: -31, sides: -12, width: 4.4), .accessory, color) }
        if face.has(.smallOrnament) {
            Bow(centre: [side * 18, -29], size: 7.5, color: color).draw(in: &sheet, .accessory)
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
        sheet.group(clip: hair) { $0.area(strip(middle: -19.5, sides: -13, width: 5.4), .accessory, color) }
        if face.has(.smallOrnament) { sheet.area(.circle([0, -22.2], 2.2), .accessory, .gold, pen: .fine) }
    }

    private func drawWreath(in sheet: inout Drawing) {
        let petals = [color, color.lit(0.7), colors.trim]
        for index in 0..<9 {
            let x = -28 + Double(index) * 7
            let y = -31 + x * x * 0.019
            if index.isMultiple(of: 2) {
                drawFlower([x, y], 4.6, petals[index / 2 % 3], in: &sheet)
            } else {
                sheet.area(.ellipse([x, y], 4.4, 2.2), .accessory, Color(0.68, 0.12, 145), pen: .fine)
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
