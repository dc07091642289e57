import Pictures

/// Which colour each region gets: the median, in CIELAB, of what a network proposes for its pixels.
///
/// A network's colours run over lines and into each other. A median of a whole region does not care: as long as most of it is
/// right, all of it is.
struct RegionVote {
    /// The colour of each region.
    let colors: [Lab]

    /// How many pixels of a region are asked at most.
    private static let mostVoices = 400

    /// `proposal` is the network's picture, which may be smaller than the map. `isLine` tells pixels that have no vote.
    init(on proposal: [Lab], width: Int, height: Int, in map: RegionMap, isLine: (Int) -> Bool) {
        var voices = [[Int32]](repeating: [], count: map.count)
        let areas = map.areas
        var seen = [Int](repeating: 0, count: map.count)
        let steps = areas.map { max(1, $0 / Self.mostVoices) }
        /// The proposal's pixel at a pixel of the map.
        func place(of pixel: Int) -> Int32 {
            let (x, y) = (pixel % map.width, pixel / map.width)
            return Int32(y * height / map.height * width + x * width / map.width)
        }
        for pixel in map.labels.indices where !isLine(pixel) {
            let region = Int(map.labels[pixel])
            if seen[region] % steps[region] == 0 { voices[region].append(place(of: pixel)) }
            seen[region] += 1
        }
        // A region that is line all over is asked there.
        for pixel in map.labels.indices where seen[Int(map.labels[pixel])] == 0 && isLine(pixel) {
            let region = Int(map.labels[pixel])
            if voices[region].count < Self.mostVoices { voices[region].append(place(of: pixel)) }
        }
        colors = voices.map { pixels in
            func median(_ component: KeyPath<Lab, Float>) -> Float {
                pixels.map { proposal[Int($0)][keyPath: component] }.sorted()[pixels.count / 2]
            }
            guard !pixels.isEmpty else { return Lab(lightness: 100, a: 0, b: 0) }
            return Lab(lightness: median(\.lightness), a: median(\.a), b: median(\.b))
        }
    }
}
