import Colorization
import Drawings
import Pictures

/// How far each pixel of a drawing is from where one region ends and another begins.
struct BorderDistances {
    /// In pixels, along rows, columns and diagonals: 0 for a pixel with a neighbour of another region; `farthest` for that and more.
    let distances: [Int]

    static let farthest = 16

    init(of pair: Pair) {
        let (width, height) = (pair.lines.width, pair.lines.height)
        let regions = pair.regions?.samples ?? Array(repeating: 0, count: width * height)
        var distances = Array(repeating: Self.farthest, count: width * height)
        func neighbours(_ pixel: Int) -> [Int] {
            let (x, y) = (pixel % width, pixel / width)
            return (max(0, y - 1)...min(height - 1, y + 1)).flatMap { row in
                (max(0, x - 1)...min(width - 1, x + 1)).map { row * width + $0 }
            }
        }
        var layer = distances.indices.filter { pixel in
            neighbours(pixel).contains { regions[$0] != regions[pixel] }
        }
        for distance in 0..<Self.farthest {
            for pixel in layer { distances[pixel] = distance }
            layer = layer.flatMap { neighbours($0).filter { distances[$0] == Self.farthest } }
            layer = Set(layer).sorted()
        }
        self.distances = distances
    }
}

/// How good large pictures are: their likeness to the truth, and the error near and far from the borders of regions.
struct LargeResult {
    private var likeness = Mean()
    private var sums = [Double](repeating: 0, count: BorderDistances.farthest + 1)
    private var counts = [Int](repeating: 0, count: BorderDistances.farthest + 1)

    mutating func add(_ picture: Picture, _ truth: Picture, _ borders: BorderDistances) {
        likeness.add(picture.signalToNoise(to: truth))
        for (pixel, distance) in borders.distances.enumerated() {
            for sample in 3 * pixel..<3 * pixel + 3 {
                sums[distance] += Double(abs(Int(picture.samples[sample]) - Int(truth.samples[sample]))) / 255
            }
            counts[distance] += 3
        }
    }

    /// PSNR, the mean over the pictures, in dB.
    var signalToNoise: Double { Double(likeness.value) }

    /// The mean absolute error of RGB in [0, 1] at each distance in pixels from a border.
    var errors: [Double] { zip(sums, counts).map { $0 / Double($1) } }

    /// The same over all pixels nearer than four pixels: one pixel of the small picture.
    var borderError: Double { sums[..<4].reduce(0, +) / Double(counts[..<4].reduce(0, +)) }

    /// … and over all others.
    var innerError: Double { sums[4...].reduce(0, +) / Double(counts[4...].reduce(0, +)) }
}

extension Picture {
    /// Red over green, means over a region of a drawing; infinite where the drawing has none. Skin of any tone is above 1.
    func redOverGreen(of region: Region, in pair: Pair) -> Double {
        guard let regions = pair.regions else { return .infinity }
        let pixels = regions.samples.indices.filter { regions.samples[$0] == region.rawValue }
        func sum(_ channel: Int) -> Int { pixels.reduce(0) { $0 + Int(samples[3 * $1 + channel]) } }
        return pixels.isEmpty ? .infinity : Double(sum(0)) / Double(max(1, sum(1)))
    }
}
