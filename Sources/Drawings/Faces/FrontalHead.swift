import Basics

/// A head in the portraits' coordinates: the eyes at y = 4, the chin at y = 25, the top of the hair at y = -43, and
/// the neck at x = 0.
protocol Head {
    /// What lies behind the body: hair that falls down the back.
    func drawBehind(in sheet: inout Drawing)
    /// What lies before the body.
    func drawInFront(in sheet: inout Drawing)
}

/// A head seen from the front: which of its parts lies over which.
struct FrontalHead: Head {
    private let face: Face
    private let colors: FacePaints
    private let skull: Skull
    private let hair: Hair
    private let worn: Accessories

    init(_ face: Face, _ colors: FacePaints, using grain: inout SeededGenerator) {
        (self.face, self.colors) = (face, colors)
        skull = Skull(face)
        hair = Hair(face, skull, colors, using: &grain)
        worn = Accessories(face: face, skull: skull, hair: hair.front.piece.outline, colors: colors)
    }

    func drawBehind(in sheet: inout Drawing) {
        worn.drawBehind(in: &sheet)
        hair.drawBack(in: &sheet)
    }

    func drawInFront(in sheet: inout Drawing) {
        hair.drawMiddle(in: &sheet)
        skull.draw(in: &sheet, colors)
        hair.drawShadow(in: &sheet, on: skull.outline)
        Features(face: face, skull: skull, colors: colors).draw(in: &sheet)
        worn.drawOnFace(in: &sheet)
        // Brows show through a fringe, but not through hair that hides an eye.
        let brows = Brows(face: face, skull: skull, colors: colors)
        if face.fringe == .overOneEye { brows.draw(in: &sheet) }
        hair.drawFront(in: &sheet)
        if face.fringe != .overOneEye { brows.draw(in: &sheet) }
        worn.drawOnTop(in: &sheet)
    }
}
