import Basics

/// A head that looks to the right, in three-quarter view or in profile: which of its parts lies over which.
protocol TurnedHead: Head {
    var person: Person { get }
    var hair: TurnedHair { get }
    var wear: HeadWear { get }
    /// Of the face, without the hair.
    var outline: Path { get }
    var ear: (centre: Point, lean: Double) { get }

    /// Nose, mouth, eyes.
    func drawFeatures(in sheet: inout Drawing)
    func drawBrows(in sheet: inout Drawing)
}

extension TurnedHead {
    func drawBehind(in sheet: inout Drawing) {
        wear.drawBehind(in: &sheet)
        for piece in hair.behind { sheet.hair(piece, person) }
    }

    func drawInFront(in sheet: inout Drawing) {
        let (paints, outline) = (person.paints, outline)
        sheet.area(outline, .skin, person.skin, person.style, shadow: 1.6)
        if hair.showsEar { sheet.ear(ear.centre, lean: ear.lean, person) }
        if person.style.shading != .flat {
            sheet.group(clip: outline) { $0.tint(hair.cap.outline.moved(by: [0.6, 2.2]), paints.skinShade) }
        }
        drawFeatures(in: &sheet)
        wear.drawGlasses(in: &sheet)
        sheet.hair(hair.cap, person)
        for piece in hair.front { sheet.hair(piece, person) }
        drawBrows(in: &sheet)
        for tie in hair.ties { sheet.area(tie, .accessory, paints.accessory, pen: .fine) }
        wear.drawOnTop(over: hair.cap.outline, in: &sheet)
    }

    /// The ink of brows, which is nearly the hair's.
    var browInk: Color { person.paints.hairInk.mixed(person.hair, 0.18) }
}

extension Drawing {
    /// Hair with its strands, in the person's colour.
    mutating func hair(_ piece: HairPiece, _ person: Person, shadow: Double = 2) {
        let color = person.hair.shaded(piece.depth)
        area(piece.outline, .hair, color, person.style, shadow: shadow, pen: nil)
        group(clip: piece.outline) { sheet in
            for strand in piece.strands { sheet.line(strand, person.paints.hairInk, .strand) }
            for strand in piece.looseStrands {
                sheet.line(strand, person.paints.hairInk, .tapered.scaled(0.85))
            }
        }
        line(piece.outline, person.paints.hairInk, .even)
    }
}

extension FrontalHead {
    init(_ person: Person) {
        var grain = SeededGenerator(seed: person.face.grain)
        self.init(person.face, person.paints, using: &grain)
    }
}
