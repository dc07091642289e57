import Pictures

/// Regions, each with the dab that owns it, if one does.
struct DividedRegions {
    let map: RegionMap
    let dabs: [Int?]
    /// The region that each one is a part of.
    let parents: [Int32]

    init(_ map: RegionMap) {
        self.map = map
        dabs = Array(repeating: nil, count: map.count)
        parents = (0..<map.count).map { Int32($0) }
    }

    /// Each part of a region that another dab owns is a region of its own.
    init(_ map: RegionMap, owners: [Int32]) {
        var numbers: [Int64: Int32] = [:]
        var dabs: [Int?] = []
        var parents: [Int32] = []
        // Neighbours mostly belong together: looking each of a million pixels up would take most of the time.
        var last: (key: Int64, number: Int32) = (-1, 0)
        let labels = zip(map.labels, owners).map { region, owner in
            let key = Int64(region) << 32 | Int64(owner + 1)
            if key == last.key { return last.number }
            last = (key, numbers[key] ?? Int32(dabs.count))
            if last.number == dabs.count {
                numbers[key] = last.number
                dabs.append(owner < 0 ? nil : Int(owner))
                parents.append(region)
            }
            return last.number
        }
        self.map = RegionMap(labels: labels, count: dabs.count, width: map.width, height: map.height)
        (self.dabs, self.parents) = (dabs, parents)
    }

    /// The share of the drawing that dabs own.
    var dabbedShare: Float {
        let owned = zip(map.areas, dabs).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0) }
        return Float(owned) / Float(map.labels.count)
    }

    /// Whether each is one of several parts of a region.
    var isShared: [Bool] {
        var counts: [Int32: Int] = [:]
        for parent in parents { counts[parent, default: 0] += 1 }
        return parents.map { counts[$0] ?? 0 > 1 }
    }
}

extension FilledHints {
    var divided: DividedRegions { DividedRegions(map, owners: owners) }
}
