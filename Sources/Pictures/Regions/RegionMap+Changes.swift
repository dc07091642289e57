// What a user changes about the regions that were found.

extension RegionMap {
    /// The map with two regions made one.
    public func merging(_ a: Int32, _ b: Int32) -> RegionMap {
        guard a != b else { return self }
        let (kept, gone) = (min(a, b), max(a, b))
        return RegionMap(
            labels: labels.map { $0 == gone ? kept : $0 > gone ? $0 - 1 : $0 }, count: count - 1, width: width,
            height: height)
    }

    /// The map with one region divided as another map of the drawing divides it. The largest part keeps the number; the others get new
    /// ones.
    public func splitting(_ region: Int32, by other: RegionMap) -> RegionMap {
        precondition(other.labels.count == labels.count, "splitting: maps of two sizes")
        var areas: [Int32: Int] = [:]
        for (label, part) in zip(labels, other.labels) where label == region { areas[part, default: 0] += 1 }
        // What is a sliver here belongs to a region of the other map that lies elsewhere: it stays with the largest part.
        let least = leastPart(of: region)
        let parts = areas.filter { $0.value >= least }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard parts.count > 1 else { return self }
        var numbers: [Int32: Int32] = [:]
        for (index, part) in parts.dropFirst().enumerated() { numbers[part.key] = Int32(count + index) }
        return RegionMap(
            labels: zip(labels, other.labels).map { $0 == region ? numbers[$1] ?? region : $0 },
            count: count + parts.count - 1, width: width, height: height)
    }

    /// The pixels that a part of a region has at least.
    public func leastPart(of region: Int32) -> Int { max(12, labels.count { $0 == region } / 100) }

    /// The same regions on a larger sheet of the same aspect ratio.
    package func enlarged(toWidth newWidth: Int, height newHeight: Int) -> RegionMap {
        let columns = (0..<newWidth).map { (2 * $0 + 1) * width / (2 * newWidth) }
        let enlarged = [Int32](unsafeUninitializedCapacity: newWidth * newHeight) { enlarged, count in
            for y in 0..<newHeight {
                let row = (2 * y + 1) * height / (2 * newHeight) * width
                for x in 0..<newWidth { enlarged[y * newWidth + x] = labels[row + columns[x]] }
            }
            count = newWidth * newHeight
        }
        return RegionMap(labels: enlarged, count: count, width: newWidth, height: newHeight)
    }
}
