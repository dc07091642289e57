import Basics

/// The wide places of a drawing's paper, each a basin that fills from its middle outwards.
///
/// A ball that rolls over the paper cannot pass an opening narrower than itself (the trapped ball: Zhang et al., *Vectorizing Cartoon
/// Animations*, 2009). Balls of all sizes, from large to small, are tried here in one walk: pixels come in the order of their
/// distance from the lines, the farthest first, and where two basins meet, that distance is half the width of the opening
/// between them. A narrow opening between wide basins is a gap in a line and stays closed.
struct Basins {
    private let strength: Picture
    private let distance: LineDistance
    private let options: RegionMap.Options
    private var forest: Forest
    /// The basin of each pixel, row by row, from 0; -1 on lines.
    private(set) var labels: [Int32] = []
    private(set) var count = 0

    init(between strength: Picture, _ options: RegionMap.Options) {
        self.strength = strength
        self.options = options
        // What is wider than the widest gap's sides must be needs no exact number.
        let limit = Int(options.gap / 2 * options.narrowing * Double(LineDistance.step)) + 2 * LineDistance.step
        let threshold = options.threshold
        distance = strength.samples.withUnsafeBufferPointer { samples in
            LineDistance(width: strength.width, height: strength.height, limit: min(limit, 60_000)) {
                samples[$0] >= threshold
            }
        }
        forest = Forest(count: strength.samples.count)
        fill()
        joinSlivers(smallerThan: options.leastArea)
    }

    /// Walks from the farthest pixels to those beside the lines.
    private mutating func fill() {
        let (width, height) = (strength.width, strength.height)
        let widest = Int(options.gap / 2 * Double(LineDistance.step))
        let order = pixelsFromFarthest()
        let narrowing = options.narrowing
        forest.withTrees { trees in
            distance.values.withUnsafeBufferPointer { distances in
                for pixel in order {
                    let pixel = Int(pixel)
                    let here = Int(distances[pixel])
                    let x = pixel % width
                    trees.begin(pixel, height: here)
                    let join = { (trees: Trees, neighbour: Int) in
                        guard trees.isPlanted(neighbour) else { return }
                        let (a, b) = (trees.root(of: pixel), trees.root(of: neighbour))
                        if a == b { return }
                        let lower = min(trees.peak(of: a), trees.peak(of: b))
                        if here > widest || Double(lower) < narrowing * Double(here) { trees.join(a, b) }
                    }
                    if x > 0 { join(trees, pixel - 1) }
                    if x < width - 1 { join(trees, pixel + 1) }
                    if pixel >= width { join(trees, pixel - width) }
                    if pixel < width * (height - 1) { join(trees, pixel + width) }
                }
            }
        }
    }

    /// The pixels off the lines, sorted by their distance from them (by counting).
    private func pixelsFromFarthest() -> [Int32] {
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

    /// Joins each basin that is too small to the neighbour with which it shares most pixels; one that lines enclose stays.
    private mutating func joinSlivers(smallerThan least: Int) {
        var (labels, count) = numbered()
        var areas = [Int](repeating: 0, count: count)
        for label in labels where label >= 0 { areas[Int(label)] += 1 }
        let isSmall = areas.map { $0 < least }
        guard isSmall.contains(true) else { return (self.labels, self.count) = (labels, count) }
        let homes = heirsOfSlivers(isSmall, in: labels, width: strength.width)
        var numbers = [Int32](repeating: -1, count: count)
        count = 0
        for basin in homes.indices where homes[basin] == basin {
            numbers[basin] = Int32(count)
            count += 1
        }
        let numberOfBasin = homes.map { numbers[$0] }
        for pixel in labels.indices where labels[pixel] >= 0 { labels[pixel] = numberOfBasin[Int(labels[pixel])] }
        (self.labels, self.count) = (labels, count)
    }

    /// The basins numbered row by row as they are met, -1 on lines.
    private mutating func numbered() -> ([Int32], Int) {
        var numbers = [Int32](repeating: -1, count: strength.samples.count)
        var labels = numbers
        var count = 0
        forest.withTrees { trees in
            for pixel in labels.indices where trees.isPlanted(pixel) {
                let root = trees.root(of: pixel)
                if numbers[root] < 0 {
                    numbers[root] = Int32(count)
                    count += 1
                }
                labels[pixel] = numbers[root]
            }
        }
        return (labels, count)
    }
}

/// Disjoint sets of pixels (Tarjan 1975), each of which knows its greatest distance from the lines.
private struct Forest {
    /// The pixel above in the tree; its own number at a root, -1 where there is none yet.
    private var parents: [Int32]
    private var peaks: [UInt16]

    init(count: Int) {
        parents = Array(repeating: -1, count: count)
        peaks = Array(repeating: 0, count: count)
    }

    /// The trees, to be changed: millions of steps, each of which would otherwise ask whether the arrays are shared.
    mutating func withTrees(_ body: (Trees) -> Void) {
        parents.withUnsafeMutableBufferPointer { parents in
            peaks.withUnsafeMutableBufferPointer { peaks in body(Trees(parents: parents, peaks: peaks)) }
        }
    }
}

private struct Trees {
    let parents: UnsafeMutableBufferPointer<Int32>
    let peaks: UnsafeMutableBufferPointer<UInt16>

    func begin(_ pixel: Int, height: Int) {
        parents[pixel] = Int32(pixel)
        peaks[pixel] = UInt16(height)
    }

    func isPlanted(_ pixel: Int) -> Bool { parents[pixel] >= 0 }

    func root(of pixel: Int) -> Int {
        var pixel = pixel
        while Int(parents[pixel]) != pixel {
            parents[pixel] = parents[Int(parents[pixel])]
            pixel = Int(parents[pixel])
        }
        return pixel
    }

    func peak(of root: Int) -> Int { Int(peaks[root]) }

    /// The lower one goes under the higher one, or of equals the later one under the earlier one.
    func join(_ a: Int, _ b: Int) {
        let isUnder = (peaks[a], b) < (peaks[b], a)
        if isUnder { parents[a] = Int32(b) } else { parents[b] = Int32(a) }
    }
}
