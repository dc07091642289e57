import Basics

/// A head in the portraits' coordinates: the eyes at y = 4, the chin at y = 25, the top of the hair at y = -43, and
/// the neck at x = 0.
protocol Head {
    /// What lies behind the body: hair that falls down the back.
    func drawBehind(in sheet: inout Drawing)
    /// What lies before the body.
    func drawInFront(in sheet: inout Drawing)
}

/// A head seen from the front, of the portraits' parts.
struct FrontalHead: Head {
    private let person: Person
    private let skull: Skull
    private let hair: Hair
    private let worn: Accessories

    init(_ person: Person) {
        self.person = person
        var grain = SeededGenerator(seed: person.face.grain)
        skull = Skull(person.face)
        hair = Hair(person.face, skull, person.paints, using: &grain)
        worn = Accessories(
            face: person.face, skull: skull, hair: hair.front.piece.outline, colors: person.paints)
    }

    func drawBehind(in sheet: inout Drawing) {
        worn.drawBehind(in: &sheet)
        hair.drawBack(in: &sheet)
    }

    func drawInFront(in sheet: inout Drawing) {
        let (face, paints) = (person.face, person.paints)
        hair.drawMiddle(in: &sheet)
        skull.draw(in: &sheet, paints)
        hair.drawShadow(in: &sheet, on: skull.outline)
        Features(face: face, skull: skull, colors: paints).draw(in: &sheet)
        worn.drawOnFace(in: &sheet)
        let brows = Brows(face: face, skull: skull, colors: paints)
        if face.fringe == .overOneEye { brows.draw(in: &sheet) }
        hair.drawFront(in: &sheet)
        if face.fringe != .overOneEye { brows.draw(in: &sheet) }
        worn.drawOnTop(in: &sheet)
    }
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
