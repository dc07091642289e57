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

/// Paints photographs by a filter, ``Pictures/Picture/painted(in:)``: a network learns nothing here.
///
/// Strokes and contours grow with the photograph: what is larger than a painter's sheet is painted on that, and enlarged with
/// crisp edges. A painting shows what its strokes can say, however large it hangs. The sheet is painted in bands of rows on all threads, which
/// meet without a seam.
public struct Painter: PhotographStyle {
    private let tone: PaintingTone
    private let bandHeight: Int
    private let sheet: Sheet

    public init(_ tone: PaintingTone) { self.init(tone, bandHeight: 270) }

    init(_ tone: PaintingTone, bandHeight: Int, sheet: Sheet = .paintings) {
        (self.tone, self.bandHeight, self.sheet) = (tone, bandHeight, sheet)
    }

    public func stylise(_ photograph: Picture, keepingBrightness: Bool = false) -> Picture {
        sheet.made(of: photograph.converted(to: .rgb)) { rgb in
            let sky = tone.sky(of: rgb)
            let bands = stride(from: 0, to: rgb.height, by: bandHeight).map { $0..<min(rgb.height, $0 + bandHeight) }
            let painted = inParallelMap(bands.count) { rgb.painted(in: tone, under: sky, rows: bands[$0]) }
            var made = rgb
            for (band, picture) in zip(bands, painted) { made.paste(picture, x: 0, y: band.lowerBound) }
            return made
        }.finished(as: photograph, keepingBrightness: keepingBrightness)
    }
}

/// A style whose strokes and lines have their width in pixels, on a sheet: so they grow with the photograph.
public struct SheetStyle: PhotographStyle {
    private let style: any PhotographStyle

    public init(_ style: any PhotographStyle) { self.style = style }

    public func stylise(_ photograph: Picture, keepingBrightness: Bool = false) -> Picture {
        Sheet.paintings.made(of: photograph.converted(to: .rgb)) { style.stylise($0, keepingBrightness: false) }
            .finished(as: photograph, keepingBrightness: keepingBrightness)
    }
}

/// What is painted or drawn on: the same for large and small photographs, so that lines are as wide in parts of what they show.
struct Sheet {
    /// Pixels in the shorter side of what is made.
    let side: Int
    private let bandHeight = 128

    /// At 540 pixels strokes of the brush say as much of a face, a boat or a tree as a painter would.
    static let paintings = Sheet(side: 540)

    /// What `make` makes of a photograph that is no larger than the sheet, at the photograph's own size; RGB.
    func made(of photograph: Picture, _ make: (Picture) -> Picture) -> Picture {
        let (width, height) = (photograph.width, photograph.height)
        let factor = Float(min(width, height)) / Float(side)
        guard factor > 1 else { return make(photograph) }
        func reduced(_ length: Int) -> Int { max(1, Int((Float(length) / factor).rounded())) }
        let made = make(photograph.resized(toWidth: reduced(width), height: reduced(height), .area))
        var result = made.resized(toWidth: width, height: height, .bicubic)
        let soft = result
        let bands = stride(from: 0, to: height, by: bandHeight).map { $0..<min(height, $0 + bandHeight) }
        let crisp = inParallelMap(bands.count) { soft.crisp(rows: bands[$0], factor: factor) }
        for (band, picture) in zip(bands, crisp) { result.paste(picture, x: 0, y: band.lowerBound) }
        return result
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
