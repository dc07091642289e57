import Pictures

/// A drawing of anything: three pictures of it, in exact register.
public struct DrawnPicture: Sendable, Equatable {
    /// The coloured drawing, RGB.
    public let color: Picture
    /// The ink lines alone, grey: 255 is paper, 0 is ink.
    public let lines: Picture
    /// The area that each pixel belongs to, grey: 0 is paper, others are numbers of areas. Lines are not in it, so areas touch.
    public let map: Picture
    /// What the areas of the map are made of, from number 1 on.
    public let areas: [Region]
}
