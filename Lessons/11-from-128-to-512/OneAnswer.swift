import Basics
import Colorization
import Datasets
import Drawings
import Glibc
import Pictures

/// Drawn faces in which each kind of region has the same colour in every picture: what remains to be learnt is to tell what
/// is what.
struct OneAnswer: Samples {
    let faces: DrawnFaces
    let count: Int
    /// How wide lines are, in pixels; each look at a face takes another width.
    let widths: ClosedRange<Float>

    func sample(at index: Int, using generator: inout SeededGenerator) -> Pair {
        let width = widths.lowerBound * powf(widths.upperBound / widths.lowerBound, generator.uniform(in: 0...1))
        let pair = Self.pair(of: faces.face(at: index), size: faces.size, lineWidth: Double(width))
        var variation = PairVariation()
        variation.lineShift = 0
        return variation.vary(pair, using: &generator)
    }

    /// A face of `size` × `size` pixels with lines of a width in pixels.
    static func pair(of face: Face, size: Int, lineWidth: Double) -> Pair {
        let artist = FaceArtist(lineWidth: lineWidth * 100 / Double(size), leastLineWidth: 0)
        let drawn = artist.draw(face, size: size)
        var color = Picture(width: size, height: size, format: .rgb, filledWith: [0, 0, 0])
        for (pixel, region) in drawn.regions.samples.enumerated() {
            for channel in 0..<3 {
                let level = Int(colors[Int(region)][channel]) * Int(drawn.lines.samples[pixel])
                color.samples[3 * pixel + channel] = UInt8((level + 127) / 255)
            }
        }
        return Pair(lines: drawn.lines, color: color, regions: drawn.regions)
    }

    /// The colour of each kind of region, in the order of their numbers.
    static let colors: [[UInt8]] = [
        [150, 196, 232], [252, 220, 196], [132, 84, 168], [255, 255, 255], [44, 150, 88], [60, 30, 60],
        [92, 50, 110],
        [214, 70, 80], [236, 180, 60], [60, 84, 190],
    ]
}

/// How much a network recognises of the figures, off their lines: the background is most of a picture and easily told, and
/// wide lines would count as well coloured.
struct Recognition {
    private var likeness = Mean()
    private var right = Mean()

    mutating func add(_ picture: Picture, _ pair: Pair) {
        guard let regions = pair.regions else { return }
        var (error, count) = (0, 0)
        for pixel in pair.lines.samples.indices where pair.lines.samples[pixel] > 200 {
            let region = Int(regions.samples[pixel])
            guard region != Int(Region.background.rawValue) else { continue }
            let distances = OneAnswer.colors.map { color in
                (0..<3).reduce(0) { sum, channel in
                    let difference = Int(picture.samples[3 * pixel + channel]) - Int(color[channel])
                    return sum + difference * difference
                }
            }
            (error, count) = (error + distances[region], count + 3)
            right.add(distances.min() == distances[region] ? 1 : 0)
        }
        guard count > 0, error > 0 else { return }
        likeness.add(-10 * log10f(Float(error) / Float(count) / 65025))
    }

    /// PSNR, the mean over the pictures, in dB.
    var signalToNoise: Double { Double(likeness.value) }

    /// The share of pixels whose nearest colour of all is their region's.
    var share: Double { Double(right.value) }
}
