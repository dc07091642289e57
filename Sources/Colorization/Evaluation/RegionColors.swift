import Basics
import Drawings
import Figures
import Pictures

extension Pair {
    /// The pixels of a region that are no lines, row by row; none if the regions are not known.
    public func pixels(of region: Region) -> [Int] {
        guard let regions else { return [] }
        return regions.samples.indices.filter { regions.samples[$0] == region.rawValue && lines.samples[$0] > 200 }
    }
}

extension Picture {
    /// The mean colour of some pixels in CIELAB; nil of none.
    public func meanColor(of pixels: [Int]) -> Lab? {
        guard !pixels.isEmpty else { return nil }
        let sum = pixels.reduce((0.0, 0.0, 0.0)) { sum, pixel in
            let (x, y) = (pixel % width, pixel / width)
            let color = Lab(red: self[x, y, 0], green: self[x, y, 1], blue: self[x, y, 2])
            return (sum.0 + Double(color.lightness), sum.1 + Double(color.a), sum.2 + Double(color.b))
        }
        let count = Double(pixels.count)
        return Lab(lightness: Float(sum.0 / count), a: Float(sum.1 / count), b: Float(sum.2 / count))
    }

    /// How sharply the brightness changes at the ink of a line drawing of the same size: the mean squared difference of
    /// neighbours, in 0...1, of which one at least is ink.
    public func lineSharpness(at lines: Picture) -> Double {
        precondition(
            lines.width == width && lines.height == height && lines.format == .grey,
            "lineSharpness: lines \(lines.width)×\(lines.height) \(lines.format) in \(width)×\(height)")
        let grey = converted(to: .grey)
        var (sum, count) = (0, 0)
        for y in 0..<height {
            for x in 0..<width {
                for (nextX, nextY) in [(x + 1, y), (x, y + 1)] where nextX < width && nextY < height {
                    guard min(lines[x, y, 0], lines[nextX, nextY, 0]) < 128 else { continue }
                    let difference = Int(grey[x, y, 0]) - Int(grey[nextX, nextY, 0])
                    sum += difference * difference
                    count += 1
                }
            }
        }
        return count == 0 ? 0 : Double(sum) / Double(count) / (255 * 255)
    }
}

/// The colours of a region in pictures and in their coloured versions, one of each face that has it.
public struct RegionColors {
    public let truth: [Lab]
    public let painted: [Lab]
    /// Whose they are: the places of the faces among all that were given.
    public let faces: [Int]

    /// The region's mean colours in pairs and in pictures that were painted from their lines.
    public init(_ region: Region, of pairs: [Pair], paintedAs pictures: [Picture]) {
        let both = zip(pairs, pictures).enumerated().compactMap { index, both -> (Int, Lab, Lab)? in
            let (pair, picture) = both
            let pixels = pair.pixels(of: region)
            guard let truth = pair.color.meanColor(of: pixels), let painted = picture.meanColor(of: pixels)
            else { return nil }
            return (index, truth, painted)
        }
        faces = both.map(\.0)
        truth = both.map(\.1)
        painted = both.map(\.2)
    }

    // Distances in hue and chroma alone, (a, b): the root of the mean square, in ΔE.

    /// How far the true colours lie from their mean.
    public var spreadOfTruth: Double { Self.distance(of: truth, from: Self.mean(of: truth)) }
    /// How far the painted colours lie from the mean of the true ones.
    public var distanceFromMeanOfTruth: Double { Self.distance(of: painted, from: Self.mean(of: truth)) }
    /// How far the painted colours lie from their own mean.
    public var spreadOfPainted: Double { Self.distance(of: painted, from: Self.mean(of: painted)) }

    /// How far the painted colours, and the true ones, lie from the mean of their own class, each face being of a class: what
    /// remains of the spread when the class is known.
    public func spreads(within classes: [some Hashable]) -> (truth: Double, painted: Double) {
        (spread(of: truth, within: classes), spread(of: painted, within: classes))
    }

    private func spread(of colors: [Lab], within classes: [some Hashable]) -> Double {
        let groups = Dictionary(grouping: colors.indices) { classes[faces[$0]] }
        let fromMeans = colors.indices.map { index -> Double in
            let own = groups[classes[faces[index]], default: []].map { colors[$0] }
            let distance = Self.distance(of: [colors[index]], from: Self.mean(of: own))
            return distance * distance
        }
        // A class of n faces has n − 1 differences to tell of its spread.
        return (fromMeans.reduce(0, +) / Double(max(1, colors.count - groups.count))).squareRoot()
    }

    private static func mean(of colors: [Lab]) -> Lab {
        func mean(_ value: (Lab) -> Float) -> Float {
            Float(colors.reduce(0.0) { $0 + Double(value($1)) } / Double(colors.count))
        }
        return Lab(lightness: mean(\.lightness), a: mean(\.a), b: mean(\.b))
    }

    private static func distance(of colors: [Lab], from middle: Lab) -> Double {
        let sum = colors.reduce(0.0) { sum, color in
            let (a, b) = (Double(color.a - middle.a), Double(color.b - middle.b))
            return sum + a * a + b * b
        }
        return (sum / Double(colors.count)).squareRoot()
    }

    /// Both without their lightness: the truth, and what was painted.
    public func figure(_ title: String) -> Figure {
        let middle = Self.mean(of: truth)
        return Figure(title, x: "a, green to red", y: "b, blue to yellow").equalUnits().xRange(-60...80)
            .yRange(-70...80)
            .points(truth.map { Double($0.a) }, truth.map { Double($0.b) }, "true", color: .sky)
            .points(painted.map { Double($0.a) }, painted.map { Double($0.b) }, "painted", color: .vermillion)
            .points([Double(middle.a)], [Double(middle.b)], "mean of the true", color: .black)
            .legend(.below)
    }
}
