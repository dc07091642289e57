import Basics

extension Face.Skin {
    /// The skin that most drawings have.
    static let usual = peach
}

extension Face.HairColor {
    /// A brown in most cases, else any natural colour: what a colorizer that is told nothing answers is their middle.
    static func usual(using generator: inout SeededGenerator) -> Self {
        generator.chance(0.7)
            ? generator.element(of: [.brown, .chestnut, .chestnut]) : generator.element(of: natural)
    }
}

extension Face {
    /// Gives skin and hair the colours that most drawings have, and leaves eyes, clothes and ornaments as they are.
    public mutating func takeUsualSkinAndHair(using generator: inout SeededGenerator) {
        (hairColor, dye, skin) = (.usual(using: &generator), .none, .usual)
        proportions.hairShift = .zero
    }

    /// Gives each thing the colour that it usually has, with the same chance for each: chestnut hair, blue eyes, peach skin, blue
    /// clothes trimmed with white, a red ornament.
    ///
    /// A line drawing does not say which colours it should have. A colorizer that meets all of them alike answers with their
    /// mean, which is mud. One that meets a usual colour in more than half of the cases, and learns by absolute errors, answers with
    /// their median, which is that colour; and it learns from the other cases what to do when it is told another one.
    public mutating func takeUsualColors(chance: Float, using generator: inout SeededGenerator) {
        if generator.chance(chance) {
            (hairColor, dye) = (.chestnut, .none)
            proportions.hairShift = .zero
        }
        if generator.chance(chance) { (eyeColor, rightEyeColor) = (.blue, .blue) }
        if generator.chance(chance) { skin = .usual }
        if generator.chance(chance) { (clothesColor, trimColor) = (.blue, .white) }
        if generator.chance(chance) { accessoryColor = .red }
    }
}
