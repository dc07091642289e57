import Basics

/// A face put together: which part lies over which, and where.
///
/// The parts are drawn in the head's coordinates: the origin lies between the eyes, a face is about 50 wide, its chin
/// is at y = 25 and the top of the hair at y = -42.
struct Portrait {
    let face: Face
    let colors: FacePaints
    private(set) var drawing = Drawing()

    /// Without a backdrop only the figure is drawn.
    init(_ face: Face, hasBackdrop: Bool = true) {
        self.face = face
        colors = FacePaints(face)
        let (body, head) = (face.placeOfBody, face.placeOfHead)
        var grain = SeededGenerator(seed: face.grain)

        let skull = Skull(face)
        let hair = Hair(face, skull, colors, using: &grain)
        let worn = Accessories(face: face, skull: skull, hair: hair.front.piece.outline, colors: colors)

        if hasBackdrop { Backdrop(face: face, colors: colors).draw(in: &drawing, using: &grain) }
        drawing.group(head) { sheet in
            worn.drawBehind(in: &sheet)
            hair.drawBack(in: &sheet)
        }
        drawing.group(body) { Wardrobe(face: face, colors: colors).draw(in: &$0) }
        drawing.group(head) { sheet in
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
}
