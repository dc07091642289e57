/// Everything that distinguishes one drawn face from another: what a label can name, and the numbers that make two
/// faces with the same labels different.
///
/// A face is a description; `FaceArtist` draws it. Every combination of values can be drawn.
public struct Face: Sendable, Equatable {
    public var expression: Expression
    public var hairStyle: HairStyle
    public var fringe: Fringe
    public var ahoge: Ahoge
    public var hairColor: HairColor
    public var dye: Dye
    public var dyeColor: HairColor
    public var eyeShape: EyeShape
    public var eyes: EyeState
    public var eyeColor: EyeColor
    /// The colour of the eye on the picture's right; seldom another one.
    public var rightEyeColor: EyeColor
    public var pupil: Pupil
    public var sparkle: Sparkle
    public var brow: Brow
    public var nose: Nose
    public var mouth: Mouth
    public var faceShape: FaceShape
    public var skin: Skin
    public var skinMark: SkinMark
    public var blush: Blush
    public var clothes: Clothes
    public var clothesColor: ClothesColor
    /// The colour of ties, bows, collars and trimmings.
    public var trimColor: ClothesColor
    public var accessory: Accessory
    public var accessoryColor: ClothesColor
    public var eyewear: Eyewear
    public var earring: Earring
    public var ears: EarShape
    public var background: Background
    public var shading: Shading
    public var proportions: Proportions
    /// The hue of the background in degrees (OKLab), and how light it is, 0 to 1.
    public var backgroundHue: Float
    public var backgroundLightness: Float
    /// The state from which locks, petals and clouds get their small differences.
    public var grain: UInt64

    /// Measures, most of them around 0 or 1.
    public struct Proportions: Sendable, Equatable {
        /// The tilt of the head in degrees, clockwise.
        public var tilt: Float
        /// How far the head is turned: -1 to the left to 1 to the right.
        public var turn: Float
        /// Where the eyes look: -1 to 1, right and down.
        public var gaze: SIMD2<Float>
        /// The size of the head, and where it is, in hundredths of the picture's side.
        public var scale: Float
        public var offset: SIMD2<Float>
        public var eyeWidth: Float
        public var eyeHeight: Float
        public var eyeDistance: Float
        public var irisSize: Float
        public var faceWidth: Float
        public var chin: Float
        public var browHeight: Float
        public var mouthWidth: Float
        public var hairVolume: Float
        public var hairLength: Float
        /// The heaviness of the upper lashes.
        public var lashes: Float
        /// Small shifts of the hair's colour: lightness, chroma, and hue in degrees.
        public var hairShift: SIMD3<Float>
    }
}
