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
        let (body, place) = (face.placeOfBody, face.placeOfHead)
        var grain = SeededGenerator(seed: face.grain)

        let head = FrontalHead(face, colors, using: &grain)
        if hasBackdrop { Backdrop(face: face, colors: colors).draw(in: &drawing, using: &grain) }
        drawing.group(place) { head.drawBehind(in: &$0) }
        drawing.group(body) { Wardrobe(face: face, colors: colors).draw(in: &$0) }
        drawing.group(place) { head.drawInFront(in: &$0) }
    }

    /// What is behind a face, without the figure. Its pattern lies elsewhere than behind the figure.
    static func backdrop(of face: Face) -> Drawing {
        var (drawing, grain) = (Drawing(), SeededGenerator(seed: face.grain))
        Backdrop(face: face, colors: FacePaints(face)).draw(in: &drawing, using: &grain)
        return drawing
    }
}
