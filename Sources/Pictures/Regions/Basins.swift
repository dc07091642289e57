import Basics

/// The wide places of a drawing's paper, each a basin that fills from its middle outwards.
///
/// A ball that rolls over the paper cannot pass an opening narrower than itself (the trapped ball: Zhang et al., *Vectorizing Cartoon
/// Animations*, 2009). Balls of all sizes, from large to small, are tried here in one walk: pixels come in the order of their
/// distance from the lines, the farthest first, and where two basins meet, that distance is half the width of the opening
/// between them. A narrow opening between wide basins is a gap in a line and stays closed.
struct Basins {
    /// The basin of each pixel, row by row, from 0; -1 on lines.
    private(set) var labels: [Int32]
    private(set) var count: Int

    init(between strength: Picture, _ options: RegionMap.Options) {
        var forest = Forest(count: strength.samples.count)
        forest.fill(Self.distance(from: strength, options), width: strength.width, options)
        (labels, count) = forest.numbered()
        joinSlivers(smallerThan: options.leastArea, width: strength.width)
    }

    private static func distance(from strength: Picture, _ options: RegionMap.Options) -> LineDistance {
        // What is wider than the widest gap's sides must be needs no exact number.
        let limit = Int(options.gap / 2 * options.narrowing * Double(LineDistance.step)) + 2 * LineDistance.step
        let threshold = options.threshold
        return strength.samples.withUnsafeBufferPointer { samples in
            LineDistance(width: strength.width, height: strength.height, limit: min(limit, 60_000)) {
                samples[$0] >= threshold
            }
        }
    }

    /// Joins each basin that is too small to the neighbour with which it shares most pixels; one that lines enclose stays.
    private mutating func joinSlivers(smallerThan least: Int, width: Int) {
        var areas = [Int](repeating: 0, count: count)
        for label in labels where label >= 0 { areas[Int(label)] += 1 }
        let isSmall = areas.map { $0 < least }
        guard isSmall.contains(true) else { return }
        let homes = heirsOfSlivers(isSmall, in: labels, width: width)
        var numbers = [Int32](repeating: -1, count: count)
        count = 0
        for basin in homes.indices where homes[basin] == basin {
            numbers[basin] = Int32(count)
            count += 1
        }
        let numberOfBasin = homes.map { numbers[$0] }
        for pixel in labels.indices where labels[pixel] >= 0 { labels[pixel] = numberOfBasin[Int(labels[pixel])] }
    }
}

/// Disjoint sets of pixels (Tarjan 1975). The root of each is a pixel that lies as far from the lines as any of them.
///
/// A drawing may have a hundred million pixels, so there is one number for each, and no more.
private struct Forest {
    /// The pixel above in the tree; its own number at a root, -1 where there is none.
    private var parents: [Int32]

    init(count: Int) { parents = Array(repeating: -1, count: count) }

    /// Walks from the farthest pixels to those beside the lines.
    mutating func fill(_ distance: LineDistance, width: Int, _ options: RegionMap.Options) {
        let passage = Passage(options)
        let order = Self.pixelsFromFarthest(distance)
        // Millions of steps, each of which would otherwise ask whether the array is shared.
        parents.withUnsafeMutableBufferPointer { parents in
            distance.values.withUnsafeBufferPointer { distances in
                let trees = Trees(parents: parents, distances: distances)
                for pixel in order {
                    let pixel = Int(pixel)
                    let x = pixel % width
                    trees.begin(pixel)
                    if x > 0 { trees.meet(pixel, pixel - 1, passage) }
                    if x < width - 1 { trees.meet(pixel, pixel + 1, passage) }
                    if pixel >= width { trees.meet(pixel, pixel - width, passage) }
                    if pixel < distances.count - width { trees.meet(pixel, pixel + width, passage) }
                }
            }
        }
    }

    /// The pixels off the lines, sorted by their distance from them (by counting).
    private static func pixelsFromFarthest(_ distance: LineDistance) -> [Int32] {
        var starts = [Int](repeating: 0, count: distance.limit + 2)
        for value in distance.values where value > 0 { starts[distance.limit - Int(value) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return [Int32](unsafeUninitializedCapacity: starts[starts.count - 1]) { order, count in
            count = starts[starts.count - 1]
            distance.values.withUnsafeBufferPointer { values in
                for pixel in values.indices where values[pixel] > 0 {
                    let place = distance.limit - Int(values[pixel])
                    order[starts[place]] = Int32(pixel)
                    starts[place] += 1
                }
            }
        }
    }

    /// The trees numbered row by row as they are met, -1 where there is none.
    mutating func numbered() -> (labels: [Int32], count: Int) {
        var labels = [Int32](repeating: -1, count: parents.count)
        var count = 0
        parents.withUnsafeMutableBufferPointer { parents in
            labels.withUnsafeMutableBufferPointer { labels in
                let trees = Trees(parents: parents, distances: .init(start: nil, count: 0))
                for pixel in labels.indices where trees.isPlanted(pixel) {
                    let root = trees.root(of: pixel)
                    // A root has its number before the walk comes to it.
                    if labels[root] < 0 {
                        labels[root] = Int32(count)
                        count += 1
                    }
                    labels[pixel] = labels[root]
                }
            }
        }
        return (labels, count)
    }
}

/// Which openings join the basins on their two sides.
private struct Passage {
    /// Half of the widest opening that stays closed, in the steps of a ``LineDistance``.
    let widest: Int
    let narrowing: Double

    init(_ options: RegionMap.Options) {
        widest = Int(options.gap / 2 * Double(LineDistance.step))
        narrowing = options.narrowing
    }
}

private struct Trees {
    let parents: UnsafeMutableBufferPointer<Int32>
    let distances: UnsafeBufferPointer<UInt16>

    func begin(_ pixel: Int) { parents[pixel] = Int32(pixel) }

    func isPlanted(_ pixel: Int) -> Bool { parents[pixel] >= 0 }

    func root(of pixel: Int) -> Int {
        var pixel = pixel
        while Int(parents[pixel]) != pixel {
            parents[pixel] = parents[Int(parents[pixel])]
            pixel = Int(parents[pixel])
        }
        return pixel
    }

    /// Joins the basins of a pixel and its neighbour, unless the opening between them is a gap in a line.
    func meet(_ pixel: Int, _ neighbour: Int, _ passage: Passage) {
        guard isPlanted(neighbour) else { return }
        let (a, b) = (root(of: pixel), root(of: neighbour))
        if a == b { return }
        let opening = Int(distances[pixel])
        let lower = min(distances[a], distances[b])
        let isWide = opening > passage.widest
        if isWide || Double(lower) < passage.narrowing * Double(opening) { join(a, b) }
    }

    /// The nearer one goes under the farther one, or of equals the later one under the earlier one.
    func join(_ a: Int, _ b: Int) {
        let isUnder = (distances[a], b) < (distances[b], a)
        if isUnder { parents[a] = Int32(b) } else { parents[b] = Int32(a) }
    }
}
