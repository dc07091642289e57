import Pictures

/// Hints that fill the regions in which their dabs lie, and stop at lines.
///
/// A dab owns its region, and reaches like ones beside it across faint lines; several in one share it, each up to where the paint of the others comes first, and lines within the
/// region stop them the longer, the stronger they are.
public struct FilledHints: Sendable {
    public let dabs: Dabs
    /// The dab that owns each pixel, row by row; -1 where none does.
    public let owners: [Int32]
    let map: RegionMap

    /// How much a dab must have in a region to own it, in parts of what it has where it has most: one that was set a little over a
    /// line means one side of it, a stroke across several regions means them all.
    private static let leastShare = 0.4
    /// Which share of a region a dab must cover to own it in any case.
    private static let coveringShare = 0.3

    /// `dabs` and `lineStrength` are as large as the map.
    public init(_ dabs: Dabs, in map: RegionMap, lineStrength: Picture) {
        precondition(
            dabs.width == map.width && dabs.height == map.height && lineStrength.samples.count == map.labels.count,
            "FilledHints: dabs \(dabs.width)×\(dabs.height), regions \(map.width)×\(map.height)")
        self.dabs = dabs
        self.map = map
        let owned = Self.owned(by: dabs, in: map)
        var seeds = dabs.labels
        for pixel in seeds.indices where seeds[pixel] >= 0 {
            let region = Int(map.labels[pixel])
            if !owned[Int(seeds[pixel])].contains(region) { seeds[pixel] = -1 }
        }
        guard !dabs.colors.isEmpty else {
            owners = seeds
            return
        }
        var owners = grown(seeds, over: lineStrength, within: map.labels)
        var isOwned = [Bool](repeating: false, count: map.count)
        for region in owned.joined() { isOwned[region] = true }
        let reached = FaintLines(map: map, lineStrength: lineStrength, owners: owners, isOwned: isOwned).dabs
        for pixel in owners.indices where owners[pixel] < 0 { owners[pixel] = reached[Int(map.labels[pixel])] }
        self.owners = owners
    }

    /// The regions that each dab owns.
    private static func owned(by dabs: Dabs, in map: RegionMap) -> [Set<Int>] {
        var pixels = [[Int: Int]](repeating: [:], count: dabs.colors.count)
        for pixel in dabs.labels.indices where dabs.labels[pixel] >= 0 {
            pixels[Int(dabs.labels[pixel])][Int(map.labels[pixel]), default: 0] += 1
        }
        let areas = map.areas
        return pixels.map { regions in
            let least = leastShare * Double(regions.values.max() ?? 0)
            return Set(
                regions.filter { region, count in
                    Double(count) >= least || Double(count) >= coveringShare * Double(areas[region])
                }.keys)
        }
    }

    /// The filled hints, colours on transparency.
    public var picture: Picture {
        var result = Picture.transparent(width: map.width, height: map.height)
        for pixel in owners.indices where owners[pixel] >= 0 {
            let color = dabs.colors[Int(owners[pixel])]
            for channel in 0..<3 { result.samples[4 * pixel + channel] = color[channel] }
            result.samples[4 * pixel + 3] = 255
        }
        return result
    }
}
