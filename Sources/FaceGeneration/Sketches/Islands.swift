/// The places of a map that hang together and have one value.
struct Islands {
    /// The island of each place, row by row.
    let labels: [Int32]
    /// How many places each has, and their value.
    let areas: [Int]
    let values: [UInt8]
    private let width: Int

    init(of map: [UInt8], width: Int) {
        self.width = width
        var labels = [Int32](repeating: -1, count: map.count)
        var areas: [Int] = [], values: [UInt8] = []
        var places: [Int] = []
        for start in map.indices where labels[start] < 0 {
            let number = Int32(areas.count)
            labels[start] = number
            places.removeAll(keepingCapacity: true)
            places.append(start)
            var next = 0
            while next < places.count {
                let place = places[next]
                next += 1
                for neighbour in Self.neighbours(of: place, width: width, count: map.count)
                where labels[neighbour] < 0 && map[neighbour] == map[start] {
                    labels[neighbour] = number
                    places.append(neighbour)
                }
            }
            areas.append(places.count)
            values.append(map[start])
        }
        (self.labels, self.areas, self.values) = (labels, areas, values)
    }

    /// To which island each belongs when those that `isSmall` tells of join the neighbour that they touch most.
    func heirs(isSmall: (Int) -> Bool) -> [Int] {
        let small = areas.indices.map(isSmall)
        var borders = [[Int: Int]](repeating: [:], count: areas.count)
        for place in labels.indices where small[Int(labels[place])] {
            for neighbour in Self.neighbours(of: place, width: width, count: labels.count)
            where labels[neighbour] != labels[place] {
                borders[Int(labels[place])][Int(labels[neighbour]), default: 0] += 1
            }
        }
        var heirs = Array(areas.indices)
        func heir(_ island: Int) -> Int {
            var island = island
            while heirs[island] != island { island = heirs[island] }
            return island
        }
        for island in areas.indices where small[island] {
            let longest = borders[island].max { ($0.value, $1.key) < ($1.value, $0.key) }
            if let longest { heirs[heir(island)] = heir(longest.key) }
        }
        return areas.indices.map(heir)
    }

    private static func neighbours(of place: Int, width: Int, count: Int) -> [Int] {
        let x = place % width
        var neighbours: [Int] = []
        if x > 0 { neighbours.append(place - 1) }
        if x < width - 1 { neighbours.append(place + 1) }
        if place >= width { neighbours.append(place - width) }
        if place + width < count { neighbours.append(place + width) }
        return neighbours
    }
}
