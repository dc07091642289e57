import Pictures

/// How dabs reach regions beside their own, across lines that are faint.
///
/// A head of hair is one colour, and a hundred strands. Between strands lines are faint, around the head they are strong. So a dab
/// goes on to a neighbour without a dab of its own if most of the border between them is faint; but never from a small region to a much
/// larger one, nor to one that lies along the sheet's edge: there a faint border is a gap.
struct FaintLines {
    /// The dab that each region takes over from a neighbour; -1 where it takes none.
    private(set) var dabs: [Int32]

    /// Up to which strength a line is faint, of 255.
    private static let faint = 90
    /// Which share of a border's pixels may be fainter than the border counts, so that one gap does not open all of it.
    private static let share = 0.3
    /// How many times larger a region may be than the one from which a dab comes.
    private static let growth = 3

    /// `owners` are the dabs that own pixels, -1 where none does; `isOwned` tells of regions whether a dab lies in them.
    init(map: RegionMap, lineStrength: Picture, owners: [Int32], isOwned: [Bool]) {
        dabs = Array(repeating: -1, count: map.count)
        guard isOwned.contains(true) else { return }
        let borders = Self.borders(of: map, lineStrength)
        let areas = map.areas
        let isAtEdge = Self.isAtEdge(map, areas)
        var isReached = isOwned
        var buckets = [[(from: Int, border: Border)]](repeating: [], count: Self.faint)
        func spread(from region: Int, _ level: Int) {
            for border in borders[region] where !isReached[border.neighbour] && border.strength < Self.faint {
                buckets[max(level, border.strength)].append((region, border))
            }
        }
        for region in isOwned.indices where isOwned[region] { spread(from: region, 0) }
        for level in buckets.indices {
            var next = 0
            while next < buckets[level].count {
                let (from, border) = buckets[level][next]
                next += 1
                let region = border.neighbour
                guard !isReached[region], !isAtEdge[region], areas[region] <= Self.growth * areas[from] else {
                    continue
                }
                let dab = isOwned[from] ? Self.mostFrequent(border.pixels.map { owners[Int($0)] }) : dabs[from]
                guard dab >= 0 else { continue }
                (dabs[region], isReached[region]) = (dab, true)
                spread(from: region, level)
            }
        }
    }

    /// What a region shares with one neighbour.
    private struct Border {
        let neighbour: Int
        let strength: Int
        /// The region's own pixels along it.
        let pixels: ArraySlice<Int32>
    }

    /// The borders of each region.
    private static func borders(of map: RegionMap, _ lineStrength: Picture) -> [[Border]] {
        var meetings: [(key: Int64, pixel: Int32, strength: UInt8)] = []
        func meet(_ pixel: Int, _ neighbour: Int) {
            let (a, b) = (map.labels[pixel], map.labels[neighbour])
            guard a != b else { return }
            let strength = max(lineStrength.samples[pixel], lineStrength.samples[neighbour])
            meetings.append((Int64(a) << 32 | Int64(b), Int32(pixel), strength))
            meetings.append((Int64(b) << 32 | Int64(a), Int32(neighbour), strength))
        }
        for pixel in map.labels.indices {
            if pixel % map.width < map.width - 1 { meet(pixel, pixel + 1) }
            if pixel + map.width < map.labels.count { meet(pixel, pixel + map.width) }
        }
        meetings.sort { ($0.key, $0.pixel) < ($1.key, $1.pixel) }
        let pixels = meetings.map(\.pixel)
        var borders = [[Border]](repeating: [], count: map.count)
        var start = 0
        while start < meetings.count {
            let key = meetings[start].key
            let end = meetings[start...].firstIndex { $0.key != key } ?? meetings.count
            let strengths = meetings[start..<end].map(\.strength).sorted()
            borders[Int(key >> 32)].append(
                Border(
                    neighbour: Int(key & 0xFFFF_FFFF),
                    strength: Int(strengths[Int(share * Double(strengths.count))]), pixels: pixels[start..<end]))
            start = end
        }
        return borders
    }

    /// Whether much of a region's rim is the sheet's edge.
    private static func isAtEdge(_ map: RegionMap, _ areas: [Int]) -> [Bool] {
        var rims = [Int](repeating: 0, count: map.count)
        for x in 0..<map.width {
            rims[Int(map.labels[x])] += 1
            rims[Int(map.labels[map.labels.count - 1 - x])] += 1
        }
        for y in 0..<map.height {
            rims[Int(map.labels[y * map.width])] += 1
            rims[Int(map.labels[(y + 1) * map.width - 1])] += 1
        }
        return areas.indices.map { Double(rims[$0]) > Double(areas[$0]).squareRoot() }
    }

    private static func mostFrequent(_ dabs: [Int32]) -> Int32 {
        var counts: [Int32: Int] = [:]
        for dab in dabs where dab >= 0 { counts[dab, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
    }
}
