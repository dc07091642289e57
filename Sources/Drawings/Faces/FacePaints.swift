/// The colours of a face, ready to paint with.
struct FacePaints {
    let skin, skinShade, skinInk: Color
    let hair, hairLight, hairInk, dye: Color
    let clothes, trim, accessory: Color
    let background: Color
    let shading: Face.Shading

    init(_ face: Face) {
        let shift = face.proportions.hairShift
        skin = face.skin.color
        skinShade = Color(skin.lightness * 0.88, skin.chroma + 0.028, skin.hue.turned(towards: 20, by: 22))
        skinInk = Color(0.2 + skin.lightness * 0.22, 0.07, 32)
        var tone = face.hairColor.color
        tone.lightness = min(0.97, max(0.25, tone.lightness + Double(shift.x)))
        tone.chroma = max(0.005, tone.chroma + Double(shift.y) * (tone.chroma > 0.03 ? 1 : 0.3))
        tone.hue += Double(shift.z)
        hair = tone
        hairLight = tone.lit()
        hairInk = tone.ink
        dye = face.dyeColor.color
        clothes = face.clothesColor.color
        trim = face.trimColor.color
        accessory = face.accessoryColor.color
        background = Color(Double(face.backgroundLightness), 0.07, Double(face.backgroundHue))
        shading = face.shading
    }
}
