import Basics
import Pictures

/// What a colorizer learns from: a drawing's lines, and the same drawing coloured.
public struct Pair: Sendable, Equatable {
    /// Grey, 255 white paper, 0 ink.
    public let lines: Picture
    /// RGB, of the same size.
    public let color: Picture
    /// What each pixel belongs to, if that is known: grey, the raw values of ``Region``.
    public let regions: Picture?
    /// Hints that are given with it, colours on transparency, if the pair says so itself.
    public let hints: Picture?

    public init(lines: Picture, color: Picture, regions: Picture? = nil, hints: Picture? = nil) {
        let isMap = regions.map { $0.format == .grey && ($0.width, $0.height) == (lines.width, lines.height) }
        precondition(
            lines.width == color.width && lines.height == color.height && lines.format == .grey
                && color.format == .rgb && isMap ?? true,
            "Pair: lines \(lines.width)×\(lines.height) \(lines.format), "
                + "colour \(color.width)×\(color.height) \(color.format), "
                + "regions \(regions.map { "\($0.width)×\($0.height) \($0.format)" } ?? "none")")
        self.lines = lines
        self.color = color
        self.regions = regions
        self.hints = hints
    }
}

extension Pair {
    /// The pair in a mirror.
    func flippedHorizontally() -> Pair {
        Pair(
            lines: lines.flippedHorizontally(), color: color.flippedHorizontally(),
            regions: regions?.flippedHorizontally(), hints: hints?.flippedHorizontally())
    }
}
