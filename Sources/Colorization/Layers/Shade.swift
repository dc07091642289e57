import Pictures

/// What a network's colours say beyond one colour a region: how much lighter, darker, warmer or cooler each place is.
struct Shade {
    private let width, height: Int
    /// The difference from the region's colour for each pixel of the proposal.
    private let differences: [Lab]
    /// The region of each pixel of the proposal.
    private let regions: [Int32]

    /// The shade of a proposal, whose pixels' regions are given (-1 on lines, which are no shade), beside their median colours.
    init(of proposal: [Lab], regions: [Int32], beside medians: [Lab], width: Int, height: Int) {
        (self.width, self.height, self.regions) = (width, height, regions)
        differences = zip(proposal, regions).map { color, region in
            guard region >= 0 else { return Lab(lightness: 0, a: 0, b: 0) }
            let median = medians[Int(region)]
            return Lab(
                lightness: color.lightness - median.lightness, a: color.a - median.a, b: color.b - median.b)
        }
    }

    /// The shade at a place of the proposal for a pixel of the region: of its four neighbours, those of that region alone count.
    func at(_ x: Float, _ y: Float, in region: Int32) -> Lab {
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        var (sum, weight) = (SIMD3<Float>.zero, Float(0))
        for row in top...top + 1 {
            for column in left...left + 1 {
                let place = min(max(row, 0), height - 1) * width + min(max(column, 0), width - 1)
                guard regions[place] == region else { continue }
                let share = max(0, 1 - abs(x - Float(column))) * max(0, 1 - abs(y - Float(row)))
                let difference = differences[place]
                sum += share * SIMD3(difference.lightness, difference.a, difference.b)
                weight += share
            }
        }
        // The nearer the region's own pixels are, the more they say; where none is near, nothing is said.
        let mean = weight > 0 ? sum / max(weight, 0.25) : .zero
        return Lab(lightness: mean.x, a: mean.y, b: mean.z)
    }
}
