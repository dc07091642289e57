/// Labels grown over the pixels that have none, across the faintest lines first, so that two regions meet on the middle of the
/// line between them (a watershed by flooding: Meyer, *Color image segmentation*, 1992).
///
/// `labels` are numbers from 0, and -1 where there is none. Where regions are given, row by row, no label leaves its region; a pixel
/// that none reaches keeps its -1.
package func grown(_ labels: [Int32], over strength: Picture, within regions: [Int32]? = nil) -> [Int32] {
    var flood = Flood(labels, over: strength, within: regions)
    flood.run()
    return flood.labels
}

private struct Flood {
    private(set) var labels: [Int32]
    private let strength: Picture
    private let regions: [Int32]?
    /// Pixels to go on from, by the strength of the line that they lie on.
    private var buckets: [[Int32]]

    init(_ labels: [Int32], over strength: Picture, within regions: [Int32]?) {
        self.labels = labels
        self.strength = strength
        self.regions = regions
        buckets = Array(repeating: [], count: 256)
        let (width, height) = (strength.width, strength.height)
        for pixel in labels.indices where labels[pixel] >= 0 {
            let (x, y) = (pixel % width, pixel / width)
            let isBorder =
                x > 0 && labels[pixel - 1] < 0 || x < width - 1 && labels[pixel + 1] < 0
                || y > 0 && labels[pixel - width] < 0 || y < height - 1 && labels[pixel + width] < 0
            if isBorder { buckets[0].append(Int32(pixel)) }
        }
    }

    mutating func run() {
        let (width, height) = (strength.width, strength.height)
        // A queue for each level; a pixel below the level that is being flooded is flooded with it.
        for level in 0..<256 {
            var next = 0
            while next < buckets[level].count {
                let pixel = Int(buckets[level][next])
                next += 1
                let (x, y) = (pixel % width, pixel / width)
                if x > 0 { flow(from: pixel, to: pixel - 1, level) }
                if x < width - 1 { flow(from: pixel, to: pixel + 1, level) }
                if y > 0 { flow(from: pixel, to: pixel - width, level) }
                if y < height - 1 { flow(from: pixel, to: pixel + width, level) }
            }
            buckets[level] = []
        }
    }

    private mutating func flow(from pixel: Int, to neighbour: Int, _ level: Int) {
        guard labels[neighbour] < 0 else { return }
        if let regions, regions[pixel] != regions[neighbour] { return }
        labels[neighbour] = labels[pixel]
        buckets[max(level, Int(strength.samples[neighbour]))].append(Int32(neighbour))
    }
}
