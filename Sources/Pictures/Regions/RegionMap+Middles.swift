extension RegionMap {
    /// The pixel of each region that lies farthest from its border, where a painter would set a dab; the first of several, row by
    /// row.
    public var middles: [Int] {
        let distance = LineDistance(width: width, height: height, limit: 60_000) { pixel in
            let (x, y) = (pixel % width, pixel / width)
            return x == 0 || y == 0 || x == width - 1 || y == height - 1
                || labels[pixel] != labels[pixel + 1] || labels[pixel] != labels[pixel + width]
        }
        var middles = [Int](repeating: -1, count: count)
        for (pixel, label) in labels.enumerated() {
            let middle = middles[Int(label)]
            if middle < 0 || distance.values[pixel] > distance.values[middle] { middles[Int(label)] = pixel }
        }
        return middles
    }
}
