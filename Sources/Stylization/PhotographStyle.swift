import Pictures
import TensorCore

/// What makes a photograph look drawn or painted.
public protocol PhotographStyle {
    /// The photograph at its own size. Transparent pixels are treated as on white paper, and stay as transparent.
    ///
    /// With `keepingBrightness` the result is made as bright on the whole as the photograph was.
    func stylise(_ photograph: Picture, keepingBrightness: Bool) -> Picture
}

extension Stylizer: PhotographStyle {}

/// Paints photographs by a filter, ``Pictures/Picture/painted(in:)``, in bands of rows on all threads: a network learns nothing
/// here. The bands meet without a seam, and memory hardly grows with the photograph.
public struct Painter: PhotographStyle {
    private let tone: PaintingTone
    private let bandHeight: Int

    public init(_ tone: PaintingTone) { self.init(tone, bandHeight: 320) }

    init(_ tone: PaintingTone, bandHeight: Int) { (self.tone, self.bandHeight) = (tone, bandHeight) }

    public func stylise(_ photograph: Picture, keepingBrightness: Bool = false) -> Picture {
        let rgb = photograph.converted(to: .rgb)
        let bands = stride(from: 0, to: rgb.height, by: bandHeight).map { $0..<min(rgb.height, $0 + bandHeight) }
        let painted = inParallelMap(bands.count) { rgb.painted(in: tone, rows: bands[$0]) }
        var made = rgb
        for (band, picture) in zip(bands, painted) { made.paste(picture, x: 0, y: band.lowerBound) }
        return made.finished(as: photograph, keepingBrightness: keepingBrightness)
    }
}

extension Picture {
    /// What was made of a photograph, as bright as it if that is wanted, and as transparent.
    func finished(as photograph: Picture, keepingBrightness: Bool) -> Picture {
        let made = keepingBrightness ? brightened(as: photograph) : self
        return photograph.format == .rgba ? made.withOpacity(of: photograph) : made
    }

    /// What was made of a picture on white, as transparent as that was: over white it looks as this one does.
    private func withOpacity(of other: Picture) -> Picture {
        var result = converted(to: .rgba)
        for pixel in 0..<width * height {
            let opacity = Int(other.samples[4 * pixel + 3])
            result.samples[4 * pixel + 3] = UInt8(opacity)
            guard opacity > 0 else { continue }
            for channel in 4 * pixel..<4 * pixel + 3 {
                // The white goes that shone through, or it would shine through twice.
                let color = 255 - (255 * (255 - Int(result.samples[channel])) + opacity / 2) / opacity
                result.samples[channel] = UInt8(max(0, color))
            }
        }
        return result
    }

    /// The picture as bright on the whole as another, by one factor for all.
    private func brightened(as other: Picture) -> Picture {
        func brightness(_ picture: Picture) -> Double {
            picture.converted(to: .grey).samples.reduce(0.0) { $0 + Double($1) }
        }
        let factor = brightness(other) / max(1, brightness(self))
        return Picture(
            width: width, height: height, format: format,
            samples: samples.map { UInt8(min(255, (Double($0) * factor).rounded())) })
    }
}
