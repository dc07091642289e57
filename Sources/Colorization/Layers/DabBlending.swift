import Pictures

/// Dabs of like colours in one region run into each other, as wet paint does: between them the colour is what diffuses from both.
///
/// Dabs of very different colours do not mix: there a painter would want the border.
struct DabBlending {
    /// What is added to the flat colour of each pixel of the proposal: lightness, a, b.
    private(set) var differences: [SIMD3<Float>]

    /// Beyond which ΔE dabs do not mix.
    private static let mixing: Float = 50
    /// How often each pixel takes the mean of its neighbours.
    private static let sweeps = 200

    /// `regions` are those of the proposal's pixels; `colors` and `divided` tell of the regions; `isDab` tells where a dab
    /// itself lies, whose colour stays.
    init(
        regions: [Int32], width: Int, height: Int, colors: [Lab], divided: DividedRegions, isDab: (Int) -> Bool
    ) {
        let flats = colors.map { SIMD3($0.lightness, $0.a, $0.b) }
        let isShared = divided.isShared
        var values = regions.map { flats[Int($0)] }
        let moving = regions.indices.filter { isShared[Int(regions[$0])] && !isDab($0) }
        let links = moving.map { pixel -> [Int] in
            let (x, y) = (pixel % width, pixel / width)
            var neighbours: [Int] = []
            if x > 0 { neighbours.append(pixel - 1) }
            if x < width - 1 { neighbours.append(pixel + 1) }
            if y > 0 { neighbours.append(pixel - width) }
            if y < height - 1 { neighbours.append(pixel + width) }
            return neighbours.filter { neighbour in
                let (own, other) = (Int(regions[pixel]), Int(regions[neighbour]))
                return own == other
                    || divided.parents[own] == divided.parents[other]
                        && colors[own].difference(to: colors[other]) < Self.mixing
            }
        }
        for sweep in 0..<(moving.isEmpty ? 0 : Self.sweeps) {
            // To and fro, so that colours travel in both directions alike.
            for place in sweep.isMultiple(of: 2) ? Array(moving.indices) : moving.indices.reversed() {
                guard !links[place].isEmpty else { continue }
                let sum = links[place].reduce(SIMD3<Float>.zero) { $0 + values[$1] }
                values[moving[place]] = sum / Float(links[place].count)
            }
        }
        differences = zip(values, regions).map { $0 - flats[Int($1)] }
    }
}
