import Drawings

/// What is where an eye belongs.
public enum Eye: Sendable {
    case open, closed, missing

    /// The least share of the picture that an iris has, and the least that the lashes of a closed eye have.
    private static let (leastIris, leastLash) = (0.002, 0.0008)

    /// The eyes in the left half and in the right half of a picture, each of whose points lies in a region, row by row.
    static func eyes(in regions: some Collection<Region>, width: Int) -> [Eye] {
        var areas = [[Region: Int]](repeating: [:], count: 2)
        for (place, region) in regions.enumerated() where region == .iris || region == .lash {
            areas[place % width < width / 2 ? 0 : 1][region, default: 0] += 1
        }
        func share(_ area: Int?) -> Double { Double(area ?? 0) / Double(regions.count) }
        return areas.map { areas in
            share(areas[.iris]) >= leastIris ? .open : share(areas[.lash]) >= leastLash ? .closed : .missing
        }
    }
}

extension SketchedFace {
    /// The left eye in the picture and the right one.
    public var eyes: [Eye] { Eye.eyes(in: regions, width: side) }
}

extension DrawnFace {
    /// The left eye in the picture and the right one.
    public var seenEyes: [Eye] {
        Eye.eyes(in: regions.samples.map { Region(rawValue: $0) ?? .background }, width: regions.width)
    }
}
