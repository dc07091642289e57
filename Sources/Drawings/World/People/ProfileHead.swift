import Basics

/// Heads in profile with shoulders, to both sides.
enum ProfileHead: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        Bust.draw(in: &sheet, style, using: &generator) { person, generator in
            ProfileView(person, using: &generator)
        }
    }
}

/// A head in profile that looks to the right.
struct ProfileView: TurnedHead {
    let person: Person
    let hair: TurnedHair
    let wear: HeadWear
    private let nose: Double
    private let isOpen: Bool

    init(_ person: Person, using generator: inout SeededGenerator) {
        self.person = person
        hair = TurnedHair(.profile, isBoyish: person.isBoyish, using: &generator)
        wear = HeadWear(.profile, person, eye: [14.4, 3.6], using: &generator)
        nose = generator.number(in: 0...2.5) + (person.isBoyish ? 0.8 : 0)
        isOpen = [.openSmile, .shout, .smallO, .fang].contains(person.face.mouth)
    }

    var ear: (centre: Point, lean: Double) { ([-8, 3.5], -0.1) }

    var outline: Path {
        let chin = Double(person.face.proportions.chin) * 0.5
        return Path(through: [
            .at(2, -37), .at(16, -27), .at(20.4, -14), .at(20.4, -5), .at(19.4, 1.5), .at(22, 6.6),
            .tip(24.6 + nose, 10), .at(22, 12), .tip(20.9, 13.2), .at(21.8, 15.2), .tip(20.2, 16.4),
            .at(20.9, 18.2), .at(19.4, 20), .at(19.4, 22.6 + chin), .at(16, 25.6 + chin), .at(11, 24.6 + chin),
            .at(-1, 19), .at(-8, 11), .at(-12, -6), .at(-14, -28),
        ])
    }

    func drawFeatures(in sheet: inout Drawing) {
        let (face, paints) = (person.face, person.paints)
        if face.blush != .none {
            let red = Color(paints.skin.lightness * 0.8 + 0.02, 0.15, 15), centre = Point(9, 13.5)
            sheet.tint(
                .ellipse(centre, 6, 3.8),
                .radial(centre: centre, radius: 6, [(0, red.faded(to: 0.5)), (1, red.faded(to: 0))]))
        }
        let mouthInk = Color(0.2 + paints.skin.lightness * 0.14, 0.085, 22)
        if isOpen {
            let hole = Path(through: [.tip(20.6, 15.6), .tip(20.5, 17.6), .at(16.5, 19), .at(15.2, 16.6)])
            sheet.area(hole, .mouth, Color(0.5, 0.13, 18), ink: mouthInk, pen: .fine)
        } else {
            let end: Point = face.expression == .sad || face.expression == .angry ? [15.4, 17.8] : [15.2, 15.4]
            sheet.line(Path(through: [[20.2, 16.4], [17.8, 16.8], end], closed: false), mouthInk, .tapered)
        }
        sheet.group(.moving(14.4, 3.6)) { ProfileEye(face: face, colors: paints).draw(in: &$0) }
    }

    func drawBrows(in sheet: inout Drawing) {
        let brow = Path(through: [.tip(6.5, -8), .at(13, -10.8), .tip(18.6, -8.6), .at(13, -9.4)])
        sheet.solid(brow, .brow, browInk)
    }
}

/// An eye seen from the side: a wedge that opens to the right.
struct ProfileEye {
    let face: Face
    let colors: FacePaints

    private var lash: Color { colors.hairInk.mixed(Color(0.2, 0.03, 300), 0.55) }

    func draw(in sheet: inout Drawing) {
        switch face.eyes {
        case .closed, .laughing, .wink:
            let bow = face.eyes == .laughing ? -1.0 : 1
            let curve = Path(through: [
                .tip(-6.5, 2), .at(-1, 2 + 3.4 * bow), .tip(4.4, 2 - bow * 0.4), .at(-1, 3.4 + 3.4 * bow),
            ])
            sheet.solid(curve, .lash, lash)
        default: drawOpen(in: &sheet)
        }
    }

    private func drawOpen(in sheet: inout Drawing) {
        let high = 8.4 * Double(face.proportions.eyeHeight) * (face.eyes == .halfLidded ? 0.6 : 1)
        let color = face.eyeColor.color
        let deep = Color(color.lightness * 0.45, color.chroma * 0.9, color.hue)
        let opening = Path(through: [
            .tip(3.6, -high), .at(4.6, -high * 0.3), .at(4, high * 0.4), .tip(2.4, high * 0.86),
            .at(-2.6, high * 0.6),
            .tip(-6.4, 1), .at(-2.6, -high * 0.75),
        ])
        sheet.area(opening, .eyeWhite, Color(0.985, 0.006, 260), ink: lash, pen: Pen(width: 0.7))
        sheet.group(clip: opening) { sheet in
            let ball = Path.ellipse([2, -0.4], 3.7, high * 0.92)
            sheet.area(
                ball, .iris,
                .linear(
                    from: [0, -high], to: [0, high], [(0.05, deep), (0.45, color.mixed(deep, 0.2)), (1, color.lit())]),
                ink: deep, pen: Pen(width: 0.9))
            sheet.solid(.ellipse([2.5, -0.6], 1.6, high * 0.42), nil, deep.shaded(2))
            sheet.area(
                .ellipse([0.9, -high * 0.42], 1.2, high * 0.22), .iris, .white, ink: deep, pen: Pen(width: 0.3))
        }
        let heavy = 1 + 0.9 * Double(face.proportions.lashes)
        let upper = Path(through: [
            .tip(5.8, -high - 1.2), .at(1, -high - 0.9 * heavy), .at(-3.6, -high * 0.66 - heavy),
            .tip(-8.6, 0.4), .at(-5.6, 0.6), .at(-2.6, -high * 0.72), .at(1, -high + 0.8), .tip(4.2, -high + 0.6),
        ])
        sheet.solid(upper, .lash, lash)
        sheet.line(
            Path(through: [[-4.6, -high - 2.2], [-0.6, -high - 3.8], [3, -high - 3.4]], closed: false),
            colors.skinInk, Pen(width: 0.7, start: 0.2, end: 0.3))
    }
}
