import Basics

extension Face {
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
        if generator.chance(chance) { skin = .peach }
        if generator.chance(chance) { (clothesColor, trimColor) = (.blue, .white) }
        if generator.chance(chance) { accessoryColor = .red }
    }
}
