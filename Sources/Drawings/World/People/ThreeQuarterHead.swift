import Basics

/// Heads in three-quarter view with shoulders, to both sides.
enum ThreeQuarterHead: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        Bust.draw(in: &sheet, style, using: &generator) { person, generator in
            ThreeQuarterView(person, using: &generator)
        }
    }
}

/// A head in three-quarter view that looks to the right.
struct ThreeQuarterView: TurnedHead {
    let person: Person
    let hair: TurnedHair
    let wear: HeadWear
    private let chin: Double

    init(_ person: Person, using generator: inout SeededGenerator) {
        self.person = person
        hair = TurnedHair(.threeQuarter, isBoyish: person.isBoyish, using: &generator)
        wear = HeadWear(.threeQuarter, person, eye: [-2.6, 3.8], using: &generator)
        chin = Double(person.face.proportions.chin)
    }

    var ear: (centre: Point, lean: Double) { ([-19.5, 3.5], -0.15) }

    var outline: Path {
        let jaw = person.isBoyish ? 1.5 : 0
        return Path(through: [
            .at(0, -36), .at(16, -30), .at(22.4, -14), .at(21.6, -3), .at(22.2, 4), .at(20.6, 12),
            .at(15.2, 20.5 + chin * 0.6), .at(9.6, 25 + chin), .at(4, 24.2 + chin), .at(-9, 18 + jaw),
            .at(-16.5, 9), .at(-20, -6), .at(-17, -28),
        ])
    }

    func drawFeatures(in sheet: inout Drawing) {
        // What reaches over the far cheek is cut off there.
        sheet.group(clip: outline) { drawWholeFeatures(in: &$0) }
    }

    private func drawWholeFeatures(in sheet: inout Drawing) {
        let (face, paints) = (person.face, person.paints)
        if face.blush != .none {
            let red = Color(paints.skin.lightness * 0.8 + 0.02, 0.15, 15)
            for centre in [[-4, 14], [17.5, 13.5]] as [Point] {
                sheet.tint(
                    .ellipse(centre, 6, 3.8),
                    .radial(centre: centre, radius: 6, [(0, red.faded(to: 0.5)), (1, red.faded(to: 0))]))
            }
        }
        let nose = Path(through: [[14.2, 8.2], [15.6, 10.6], [13.6, 11.8]], closed: false)
        sheet.line(nose, paints.skinInk, Pen(width: 0.8, start: 0.1, end: 0.6))
        sheet.group(.moving(10, 17 + chin * 0.5) * .scaling(0.8, 1)) {
            MouthDrawing(face: face, colors: paints).draw(in: &$0)
        }
        sheet.group(.moving(-2.6, 3.8) * .scaling(-0.92, 1)) {
            EyeDrawing(face: face, side: -1, colors: paints).draw(in: &$0)
        }
        sheet.group(.moving(16.2, 3.8) * .scaling(0.55, 0.98)) {
            EyeDrawing(face: face, side: 1, colors: paints).draw(in: &$0)
        }
    }

    func drawBrows(in sheet: inout Drawing) {
        let tilt = person.face.expression == .angry ? 0.3 : person.face.expression == .sad ? -0.3 : 0
        for (x, wide, side) in [(-3.0, 5.0, -1.0), (16.4, 3, 1)] {
            let slope = tilt * 5 * side
            let brow = Path(through: [
                .tip(x - wide, -8.4 + slope), .at(x, -10.6), .tip(x + wide, -8.4 - slope), .at(x, -9.5),
            ])
            sheet.solid(brow, .brow, browInk)
        }
    }
}

extension Drawing {
    /// An ear of a turned head.
    mutating func ear(_ centre: Point, lean: Double, _ person: Person) {
        let shell: [Knot] =
            switch person.face.ears {
            case .round: [.at(2.4, -4), .at(-0.8, -6.6), .at(-4.4, -4.2), .at(-3.6, 1.6), .at(-0.6, 6.4), .at(2, 4)]
            case .pointed: [.at(2.4, -4), .at(-3, -7.6), .tip(-11, -13), .at(-4.6, 0), .at(-0.6, 6.4), .at(2, 4)]
            }
        let inside = Path(through: [[-2.6, -3.4], [0.6, -3.2], [-1, -0.4], [-0.4, 3]], closed: false)
        group(.moving(centre.x, centre.y) * .turning(lean)) { sheet in
            sheet.area(Path(through: shell), .skin, person.skin, person.style, shadow: 0.6)
            sheet.line(inside, person.paints.skinInk, Pen(width: 0.7, start: 0.3, end: 0.3))
        }
    }
}
