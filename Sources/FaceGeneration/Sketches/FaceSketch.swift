import Drawings
import Models
import Pictures
import TensorCore

/// A drawn face taken apart: where its parts and its ink are, and which colours they have.
public struct FaceSketch: Sendable {
    /// `[parts + 1, side, side]`: the share of each pixel that belongs to each part, and the share of ink; see ``Models/SketchVAE``.
    public let shares: Tensor
    public let palette: FacePalette

    /// The sketch of a face that is drawn `scale` times as large, so that shares are finer than all or nothing.
    public init(_ drawn: DrawnFace, scale: Int = Self.scale) {
        let size = drawn.color.width
        let side = size / scale
        let parts = Self.parts(of: drawn)
        palette = FacePalette(drawn, parts)
        let count = FacePart.all.count
        let share = 1 / Float(scale * scale)
        shares = Tensor(shape: [count + 1, side, side]) { shares in
            for index in shares.indices { shares[index] = 0 }
            for y in 0..<size {
                for x in 0..<size {
                    let place = (y / scale) * side + x / scale
                    shares[Int(parts[y * size + x]) * side * side + place] += share
                    let ink = Float(255 - drawn.lines.samples[y * size + x]) / 255
                    shares[count * side * side + place] += share * ink
                }
            }
        }
    }

    /// How many times larger faces are drawn than their sketches.
    public static let scale = 2
    /// From which brightness on a pixel of the lines is paper.
    static let leastPaper: UInt8 = 241

    /// The channel of each pixel's part.
    static func parts(of drawn: DrawnFace) -> [UInt8] {
        let grey = drawn.color.converted(to: .grey)
        var levels = [[UInt8]](repeating: [], count: Region.allCases.count)
        for (pixel, region) in drawn.regions.samples.enumerated() where drawn.lines.samples[pixel] >= leastPaper {
            levels[Int(region)].append(grey.samples[pixel])
        }
        let middles = levels.map { levels in levels.isEmpty ? 0 : Int(levels.sorted()[levels.count / 2]) }
        return drawn.regions.samples.enumerated().map { pixel, number in
            let region = Region(rawValue: number) ?? .background
            let isInk = drawn.lines.samples[pixel] < leastPaper
            let part = FacePart(region, brighterBy: isInk ? 0 : Int(grey.samples[pixel]) - middles[Int(number)])
            return UInt8(FacePart.channels[part] ?? 0)
        }
    }
}
