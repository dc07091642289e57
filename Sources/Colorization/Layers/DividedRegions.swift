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
        let labels = zip(map.labels, owners).map { region, owner in
            let key = Int64(region) << 32 | Int64(owner + 1)
            if let number = numbers[key] { return number }
            let number = Int32(dabs.count)
            numbers[key] = number
            dabs.append(owner < 0 ? nil : Int(owner))
            parents.append(region)
            return number
        }
        self.map = RegionMap(labels: labels, count: dabs.count, width: map.width, height: map.height)
        (self.dabs, self.parents) = (dabs, parents)
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
