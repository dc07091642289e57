/// The places of a map that are connected and have one value.
package struct Islands {
    /// The island of each place, row by row.
    package let labels: [Int32]
    /// How many places each has, and their value.
    package let areas: [Int]
    package let values: [UInt8]
    private let width: Int

    /// The islands of a map whose rows have `width` places.
    package init(of map: [UInt8], width: Int) {
        self.width = width
        var labels = [Int32](repeating: -1, count: map.count)
        var areas: [Int] = [], values: [UInt8] = []
        var places: [Int] = []
        for start in map.indices where labels[start] < 0 {
            let (number, value) = (Int32(areas.count), map[start])
            func visit(_ place: Int) {
                guard labels[place] < 0, map[place] == value else { return }
                labels[place] = number
                places.append(place)
            }
            places.removeAll(keepingCapacity: true)
            visit(start)
            var next = 0
            while next < places.count {
                let place = places[next]
                next += 1
                if place % width > 0 { visit(place - 1) }
                if place % width < width - 1 { visit(place + 1) }
                if place >= width { visit(place - width) }
                if place + width < map.count { visit(place + width) }
            }
            areas.append(places.count)
            values.append(value)
        }
        (self.labels, self.areas, self.values) = (labels, areas, values)
    }

    /// To which island each belongs when those that `isSmall` tells of join the neighbour that they touch most.
    package func heirs(isSmall: (Int) -> Bool) -> [Int] {
        heirsOfSlivers(areas.indices.map(isSmall), in: labels, width: width)
    }
}

/// To which label each belongs when the small ones join the neighbour with which they share most of their border; the largest of a chain
/// of them decides where it goes, and what touches nothing stays. Places of the label -1 belong to none.
func heirsOfSlivers(_ isSmall: [Bool], in labels: [Int32], width: Int) -> [Int] {
    var heirs = Array(isSmall.indices)
    func heir(_ label: Int) -> Int {
        var label = label
        while heirs[label] != label { label = heirs[label] }
        return label
    }
    for (small, neighbours) in borders(of: isSmall, in: labels, width: width).enumerated() where isSmall[small] {
        let longest = neighbours.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let longest { heirs[heir(small)] = heir(longest.key) }
    }
    return heirs.indices.map(heir)
}

/// How long the border of each small label with each of its neighbours is.
private func borders(of isSmall: [Bool], in labels: [Int32], width: Int) -> [[Int: Int]] {
    var borders = [[Int: Int]](repeating: [:], count: isSmall.count)
    func meet(_ a: Int32, _ b: Int32) {
        guard a != b, a >= 0, b >= 0 else { return }
        if isSmall[Int(a)] { borders[Int(a)][Int(b), default: 0] += 1 }
        if isSmall[Int(b)] { borders[Int(b)][Int(a), default: 0] += 1 }
    }
    for start in stride(from: 0, to: labels.count, by: width) {
        for place in start..<start + width {
            if place + 1 < start + width { meet(labels[place], labels[place + 1]) }
            if place + width < labels.count { meet(labels[place], labels[place + width]) }
        }
    }
    return borders
}
