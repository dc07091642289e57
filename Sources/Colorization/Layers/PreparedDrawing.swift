import Pictures

/// A drawing with all that does not change while dabs are set on it: its lines, how strong they are, and its regions.
public struct PreparedDrawing: Sendable {
    /// The drawing, grey.
    public let lines: Picture
    let lineStrength: Picture
    public let map: RegionMap

    /// Regions are found as `regions` says, or as suits the drawing's size.
    public init(_ drawing: Picture, regions: RegionMap.Options? = nil) {
        lines = drawing.converted(to: .grey)
        lineStrength = lines.lineStrength
        map = RegionMap(
            lineStrength: lineStrength, regions ?? RegionMap.Options(width: lines.width, height: lines.height))
    }

    private init(lines: Picture, lineStrength: Picture, map: RegionMap) {
        (self.lines, self.lineStrength, self.map) = (lines, lineStrength, map)
    }

    /// The same drawing with other regions, such as a user's own.
    public func with(_ map: RegionMap) -> PreparedDrawing {
        precondition(
            map.width == lines.width && map.height == lines.height,
            "PreparedDrawing: regions \(map.width)×\(map.height) of a drawing \(lines.width)×\(lines.height)")
        return PreparedDrawing(lines: lines, lineStrength: lineStrength, map: map)
    }

    /// The same drawing with one region divided at gaps that were too wide to close before: ever wider ones are tried. It stays as it is
    /// where nothing narrows.
    public func splitting(_ region: Int32) -> PreparedDrawing {
        let side = Double(min(lines.width, lines.height))
        for part in [40.0, 25, 15, 9, 5] {
            let finer = RegionMap(
                lineStrength: lineStrength, RegionMap.Options(gap: side / part, leastArea: map.leastPart(of: region)))
            let split = map.splitting(region, by: finer)
            if split.count > map.count { return with(split) }
        }
        return self
    }
}

/// Hints as they were given for a drawing, and the regions that they fill.
public struct PreparedHints: Sendable {
    /// As they were given, at any size.
    let given: Picture
    /// At the drawing's size.
    let dabs: Picture
    let filled: FilledHints

    public init(_ hints: Picture, for drawing: PreparedDrawing) {
        given = hints
        dabs = hints.resized(toWidth: drawing.lines.width, height: drawing.lines.height, .nearest)
        filled = FilledHints(Dabs(dabs), in: drawing.map, lineStrength: drawing.lineStrength)
    }
}
