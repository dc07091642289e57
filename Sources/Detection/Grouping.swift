import Pictures

extension Picture.Box {
    /// One box for each group of similar ones, as OpenCV's `groupRectangles` makes them with `eps` = 0.2.
    ///
    /// A face is found several times: at places and sizes that differ a little. Windows all of whose sides lie near each
    /// other belong together, and so does what is near to one of them; a group becomes its mean. Groups of
    /// `minimumNeighbours` windows or fewer are taken for chance, and so is a weak group inside a strong one. Groups come
    /// in the order of their first windows; with `minimumNeighbours` 0 the boxes come back as they are.
    public static func grouped(_ boxes: [Picture.Box], minimumNeighbours: Int) -> [Picture.Box] {
        guard minimumNeighbours > 0 else { return boxes }
        let groups = groups(of: boxes).filter { $0.count > minimumNeighbours }
        return groups.indices.filter { index in
            !groups.indices.contains { other in other != index && groups[other].hides(groups[index]) }
        }.map { groups[$0].box }
    }

    /// The groups, in the order of their first boxes.
    private static func groups(of boxes: [Picture.Box]) -> [Group] {
        // Similar boxes are near each other, so each is compared only with those whose left sides are not far to the
        // right of its own.
        let order = boxes.indices.sorted { (boxes[$0].x, $0) < (boxes[$1].x, $1) }
        var sets = DisjointSets(count: boxes.count)
        for (place, index) in order.enumerated() {
            let reach = boxes[index].tolerance(to: boxes[index])
            for other in order[(place + 1)...] {
                if Double(boxes[other].x - boxes[index].x) > reach { break }
                if boxes[index].isSimilar(to: boxes[other]) { sets.join(index, other) }
            }
        }
        var groups: [Group] = []
        var numbers = [Int?](repeating: nil, count: boxes.count)
        for index in boxes.indices {
            let root = sets.root(of: index)
            let number = numbers[root] ?? groups.count
            if number == groups.count { groups.append(Group()) }
            numbers[root] = number
            groups[number].add(boxes[index])
        }
        return groups
    }

    private func isSimilar(to other: Picture.Box) -> Bool {
        let tolerance = tolerance(to: other)
        return Double(abs(x - other.x)) <= tolerance && Double(abs(y - other.y)) <= tolerance
            && Double(abs(x + width - other.x - other.width)) <= tolerance
            && Double(abs(y + height - other.y - other.height)) <= tolerance
    }

    /// How far the sides of two boxes may be apart; no more than to a box of the same size.
    private func tolerance(to other: Picture.Box) -> Double {
        0.2 * Double(min(width, other.width) + min(height, other.height)) * 0.5
    }
}

/// Boxes that belong together.
private struct Group {
    private(set) var count = 0
    private var sums = (x: 0, y: 0, width: 0, height: 0)

    mutating func add(_ box: Picture.Box) {
        count += 1
        sums = (sums.x + box.x, sums.y + box.y, sums.width + box.width, sums.height + box.height)
    }

    /// The mean of the boxes, to the nearest pixels.
    var box: Picture.Box {
        let share = 1 / Float(count)
        func mean(_ sum: Int) -> Int { Int((Float(sum) * share).rounded(.toNearestOrEven)) }
        return Picture.Box(x: mean(sums.x), y: mean(sums.y), width: mean(sums.width), height: mean(sums.height))
    }

    /// Whether another group lies within this one (or sticks out by a fifth) and has fewer boxes, or hardly any.
    func hides(_ other: Group) -> Bool {
        let (outer, inner) = (box, other.box)
        let dx = Int((Double(outer.width) * 0.2).rounded(.toNearestOrEven))
        let dy = Int((Double(outer.height) * 0.2).rounded(.toNearestOrEven))
        return inner.x >= outer.x - dx && inner.y >= outer.y - dy
            && inner.x + inner.width <= outer.x + outer.width + dx
            && inner.y + inner.height <= outer.y + outer.height + dy
            && (count > max(3, other.count) || other.count < 3)
    }
}

/// Sets of numbers that are joined two by two.
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The number that stands for all of its set.
    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        // The lower number stands for both, so that paths stay short enough and nothing depends on the order.
        parents[max(a, b)] = min(a, b)
    }
}
