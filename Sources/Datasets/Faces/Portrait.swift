import TensorCore

/// A face put together: which part lies over which, and where.
///
/// The parts are drawn in the head's coordinates: the origin lies between the eyes, a face is about 50 wide, its chin
/// is at y = 25 and the top of the hair at y = -42.
struct Portrait {
    let face: Face
    let colours: FaceColours
    private(set) var drawing = Drawing()

    init(_ face: Face) {
        self.face = face
        colours = FaceColours(face)
        let measures = face.proportions
        let scale = Double(measures.scale)
        let body =
            Affine.moving(50 + Double(measures.offset.x), 53 + Double(measures.offset.y) + face.accessory.headroom)
            * .scaling(scale * face.accessory.shrink)
        let head = body * .turning(Double(measures.tilt) * .pi / 180, about: [0, 24])
        var grain = SeededGenerator(seed: face.grain)

        let skull = Skull(face)
        let hair = Hair(face, skull, colours, using: &grain)
        let worn = Accessories(face: face, skull: skull, hair: hair.front.piece.outline, colours: colours)

        Backdrop(face: face, colours: colours).draw(in: &drawing, using: &grain)
        drawing.group(head) { sheet in
            worn.drawBehind(in: &sheet)
            hair.drawBack(in: &sheet)
        }
        drawing.group(body) { Wardrobe(face: face, colours: colours).draw(in: &$0) }
        drawing.group(head) { sheet in
            hair.drawMiddle(in: &sheet)
            skull.draw(in: &sheet, colours)
            hair.drawShadow(in: &sheet, on: skull.outline)
            Features(face: face, skull: skull, colours: colours).draw(in: &sheet)
            worn.drawOnFace(in: &sheet)
            // Brows show through a fringe, but not through hair that hides an eye.
            let brows = Brows(face: face, skull: skull, colours: colours)
            if face.fringe == .overOneEye { brows.draw(in: &sheet) }
            hair.drawFront(in: &sheet)
            if face.fringe != .overOneEye { brows.draw(in: &sheet) }
            worn.drawOnTop(in: &sheet)
        }
    }
}

/// The colours of a face, ready to paint with.
struct FaceColours {
    let skin, skinShade, skinInk: Colour
    let hair, hairShade, hairLight, hairInk, dye: Colour
    let clothes, trim, accessory: Colour
    let lips: Colour
    let background: Colour
    let shading: Face.Shading

    init(_ face: Face) {
        let shift = face.proportions.hairShift
        skin = face.skin.colour
        skinShade = Colour(skin.lightness * 0.88, skin.chroma + 0.028, skin.hue.turned(towards: 20, by: 22))
        skinInk = Colour(0.2 + skin.lightness * 0.22, 0.07, 32)
        var tone = face.hairColour.colour
        tone.lightness = min(0.97, max(0.25, tone.lightness + Double(shift.x)))
        tone.chroma = max(0.005, tone.chroma + Double(shift.y) * (tone.chroma > 0.03 ? 1 : 0.3))
        tone.hue += Double(shift.z)
        hair = tone
        hairShade = tone.shaded()
        hairLight = tone.lit()
        hairInk = tone.ink
        dye = face.dyeColour.colour
        clothes = face.clothesColour.colour
        trim = face.trimColour.colour
        accessory = face.accessoryColour.colour
        lips = Colour(skin.lightness * 0.72, 0.12, 18)
        background = Colour(Double(face.backgroundLightness), 0.07, Double(face.backgroundHue))
        shading = face.shading
    }
}
