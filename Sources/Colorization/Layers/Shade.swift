import Pictures

/// What a network's colours say beyond one colour a region: how much lighter, darker, warmer or cooler each place is.
///
/// Beside a line a small network mixes the ink into everything. So only what lies clear of lines counts; the rest of a region takes
/// the shade of what is nearest.
struct Shade {
    private let width, height: Int
    /// The difference from the region's colour for each pixel of the proposal: lightness, a, b.
    private var differences: [SIMD3<Float>]
    /// The region of each pixel of the proposal.
    private let regions: [Int32]

    /// No shade at all.
    static let none = Shade(of: [], regions: [], beside: [], width: 0, height: 0) { _ in false }

    /// How far a shade may be from the flat colour.
    private static let most: Float = 20
    /// How many pixels a shade is carried towards the lines.
    private static let carrying = 4

    /// The shade of a proposal beside the median colours of its regions. `isClear` tells which pixels lie off all lines.
    init(
        of proposal: [Lab], regions: [Int32], beside medians: [Lab], width: Int, height: Int,
        isClear: (Int) -> Bool
    ) {
        (self.width, self.height, self.regions) = (width, height, regions)
        var isKnown = regions.indices.map(isClear)
        let limit = SIMD3<Float>(repeating: Self.most)
        differences = regions.indices.map { pixel in
            guard isKnown[pixel] else { return .zero }
            let (color, median) = (proposal[pixel], medians[Int(regions[pixel])])
            let difference = SIMD3(
                color.lightness - median.lightness, color.a - median.a, color.b - median.b)
            return difference.clamped(lowerBound: -limit, upperBound: limit)
        }
        for _ in 0..<Self.carrying { carry(&isKnown) }
    }

    /// Gives each pixel that knows nothing the mean of its neighbours in the same region that do.
    private mutating func carry(_ isKnown: inout [Bool]) {
        let before = (isKnown, differences)
        for pixel in regions.indices where !before.0[pixel] {
            let (x, y) = (pixel % width, pixel / width)
            var (sum, count) = (SIMD3<Float>.zero, Float(0))
            for row in max(0, y - 1)...min(height - 1, y + 1) {
                for column in max(0, x - 1)...min(width - 1, x + 1) {
                    let neighbour = row * width + column
                    guard before.0[neighbour], regions[neighbour] == regions[pixel] else { continue }
                    sum += before.1[neighbour]
                    count += 1
                }
            }
            guard count > 0 else { continue }
            (differences[pixel], isKnown[pixel]) = (sum / count, true)
        }
    }

    /// Adds differences that are known everywhere.
    mutating func add(_ others: [SIMD3<Float>]) {
        for pixel in differences.indices { differences[pixel] += others[pixel] }
    }

    /// The shade at a place of the proposal for a pixel of the region: of its four neighbours, those of that region alone count.
    func at(_ x: Float, _ y: Float, in region: Int32) -> SIMD3<Float> {
        guard !regions.isEmpty else { return .zero }
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        var (sum, weight) = (SIMD3<Float>.zero, Float(0))
        for row in top...top + 1 {
            for column in left...left + 1 {
                let place = min(max(row, 0), height - 1) * width + min(max(column, 0), width - 1)
                guard regions[place] == region else { continue }
                let share = max(0, 1 - abs(x - Float(column))) * max(0, 1 - abs(y - Float(row)))
                sum += share * differences[place]
                weight += share
            }
        }
        return weight > 1e-3 ? sum / weight : .zero
    }
}
