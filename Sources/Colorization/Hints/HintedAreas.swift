import Pictures

/// The areas of a picture that its hints are meant for, and the area whose hints get another colour.
public struct HintedAreas {
    private let pair: Pair
    /// Whether each pixel lies in an area with a hint.
    private(set) var areHinted: [Bool]
    /// The area that gets another colour: one of its pixels, and whether each pixel lies in it.
    private let largest: (pixel: Int, contains: [Bool])

    /// Paper is no area that anybody would give another colour, and neither is ink.
    private static let paper = 238, ink = 48

    /// The areas of the pair's coloured picture in which hints, opaque on transparency, lie.
    public init(of hints: Picture, in pair: Pair) {
        self.pair = pair
        let count = pair.lines.samples.count
        areHinted = Array(repeating: false, count: count)
        var areas: [FlatArea] = []
        for pixel in 0..<count where hints.samples[4 * pixel + 3] == 255 && !areHinted[pixel] {
            let area = FlatArea(in: pair.color, around: pixel)
            for pixel in area.pixels { areHinted[pixel] = true }
            let color = (0..<3).map { Int(pair.color.samples[3 * pixel + $0]) }
            if color.min()! < Self.paper, color.max()! > Self.ink { areas.append(area) }
        }
        // The first of the largest; of a picture without colours, all of it.
        let area = areas.max { $0.pixels.count < $1.pixels.count } ?? FlatArea(in: pair.color, around: 0)
        largest = (area.pixels[0], area.mask(count: count))
    }

    private func isLine(_ pixel: Int) -> Bool { pair.lines.samples[pixel] < 200 }

    /// How far a picture is from the true colours in the areas with hints, off the lines: the mean absolute difference of RGB
    /// in [0, 1]; not a number if there are no hints.
    public func error(of picture: Picture) -> Float { picture.meanDistance(to: pair.color, where: contain) }

    func contain(_ pixel: Int) -> Bool { areHinted[pixel] && !isLine(pixel) }

    func largestContains(_ pixel: Int) -> Bool { largest.contains[pixel] && !isLine(pixel) }

    /// Whether a pixel has nothing to do with the area that gets another colour: where regions are known, one of another
    /// kind than the area's; otherwise one outside it.
    func isElsewhere(_ pixel: Int) -> Bool {
        guard let regions = pair.regions else { return !largest.contains[pixel] }
        return regions.samples[pixel] != regions.samples[largest.pixel] && !largest.contains[pixel]
    }

    /// The hints, those in the largest area in another colour than the true one; and a picture of nothing but that colour.
    func recolored(_ hints: Picture) -> (hints: Picture, color: Picture) {
        let truth = (0..<3).map { pair.color.samples[3 * largest.pixel + $0] }
        func distance(_ color: [UInt8]) -> Float {
            Lab(red: color[0], green: color[1], blue: color[2])
                .difference(to: Lab(red: truth[0], green: truth[1], blue: truth[2]))
        }
        let color = Self.strongColors.reduce(Self.strongColors[0]) { distance($0) >= distance($1) ? $0 : $1 }
        var result = hints
        for pixel in largest.contains.indices where largest.contains[pixel] && hints.samples[4 * pixel + 3] == 255 {
            for channel in 0..<3 { result.samples[4 * pixel + channel] = color[channel] }
        }
        return (result, Picture(width: hints.width, height: hints.height, format: .rgb, filledWith: color))
    }

    private static let strongColors: [[UInt8]] = [
        [214, 62, 62], [64, 160, 78], [66, 96, 200], [232, 192, 68], [152, 84, 188], [70, 188, 190],
    ]
}

extension Picture {
    /// The mean absolute difference of RGB in [0, 1] over some of the pixels; not a number if there is none.
    func meanDistance(to other: Picture, where isCounted: (Int) -> Bool) -> Float {
        var (sum, count) = (0, 0)
        for pixel in 0..<width * height where isCounted(pixel) {
            for channel in 0..<3 {
                sum += abs(Int(samples[3 * pixel + channel]) - Int(other.samples[3 * pixel + channel]))
            }
            count += 3
        }
        return Float(Double(sum) / Double(count) / 255)
    }
}
