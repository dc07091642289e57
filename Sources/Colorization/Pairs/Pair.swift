import Basics
import Pictures

/// What a colorizer learns from: a drawing's lines, and the same drawing coloured.
public struct Pair: Sendable, Equatable {
    /// Grey, 255 white paper, 0 ink.
    public let lines: Picture
    /// RGB, of the same size.
    public let colour: Picture
    /// What each pixel belongs to, if that is known: grey, the raw values of ``Region``.
    public let regions: Picture?

    public init(lines: Picture, colour: Picture, regions: Picture? = nil) {
        let isMap = regions.map { $0.format == .grey && ($0.width, $0.height) == (lines.width, lines.height) }
        precondition(
            lines.width == colour.width && lines.height == colour.height && lines.format == .grey
                && colour.format == .rgb && isMap ?? true,
            "Pair: lines \(lines.width)×\(lines.height) \(lines.format), "
                + "colour \(colour.width)×\(colour.height) \(colour.format), "
                + "regions \(regions.map { "\($0.width)×\($0.height) \($0.format)" } ?? "none")")
        self.lines = lines
        self.colour = colour
        self.regions = regions
    }
}
