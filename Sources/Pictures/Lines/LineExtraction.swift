/// How lines are taken out of a coloured drawing; see `Picture.lineArt`.
public struct LineExtraction: Sendable, Equatable {
    /// Pixels in a side of the neighbourhood: 3 for fine lines, 5 for thick ones.
    public var kernel = 3
    /// How black a difference comes out.
    public var strength: Float = 2

    public init() {}

    /// The lines of a coloured picture, grey.
    public func lines(of color: Picture) -> Picture { color.lineArt(kernel: kernel, strength: strength) }
}
