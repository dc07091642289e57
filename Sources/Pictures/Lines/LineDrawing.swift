/// Line art as a colorizer wants it, made of whatever a user gave: dark lines on white paper, in grey.
///
/// What was not line art is recognised by rules of thumb on a small copy, and changed; `remark` says so.
public struct LineDrawing: Sendable {
    public let lines: Picture
    public let remark: Remark?

    /// What a picture was found to be, and what was done about it.
    public enum Remark: String, CustomStringConvertible, Sendable {
        case lightOnDark, lightOnTransparency, colored, shaded, photograph, blank

        public var description: String {
            switch self {
            case .lightOnDark: "has light lines on dark paper: it was inverted"
            case .lightOnTransparency: "has light lines on transparency: they were taken for ink"
            case .colored: "is coloured already: its lines were extracted, and are coloured anew"
            case .shaded: "is shaded, not drawn in lines: its lines were extracted"
            case .photograph:
                "looks like a photograph: lines were extracted, but a colorizer of drawings makes little of them"
            case .blank: "has no lines: there is nothing to colour by"
            }
        }
    }

    public init(_ picture: Picture) {
        if picture.format == .rgba, let ink = picture.inkOfLightLines {
            (lines, remark) = (ink, .lightOnTransparency)
            return
        }
        let opaque = picture.onWhite()
        remark = PictureStatistics(of: opaque).remark
        switch remark {
        case .lightOnDark: lines = opaque.converted(to: .grey).inverted.onWhitePaper
        case .colored, .shaded, .photograph:
            // As wide as a line is likely to be, or there would be two for each, one along either edge.
            lines = opaque.lineArt(kernel: max(1, min(opaque.width, opaque.height) / 300) * 2 + 1)
        default: lines = opaque.converted(to: .grey).onWhitePaper
        }
    }
}

/// What tells line art from other pictures.
private struct PictureStatistics {
    /// The share of pixels that are clearly no grey and have only such neighbours: filled areas, not coloured pencils.
    private let filledShare: Float
    /// The share of pixels near the most frequent level, which is the paper's in line art; and that level.
    private let paperShare: Float
    private let paper: Int
    /// The share of pixels that are like their neighbours: most in drawings, few in photographs.
    private let flatShare: Float
    private let contrast: Int

    /// Pixels of the longer side of the copy that is looked at: large areas stay areas and lines become thin.
    private static let side = 256

    init(of picture: Picture) {
        let scale = min(1, Double(Self.side) / Double(max(picture.width, picture.height)))
        func scaled(_ length: Int) -> Int { max(1, Int(Double(length) * scale)) }
        let small = picture.converted(to: .rgb)
            .resized(toWidth: scaled(picture.width), height: scaled(picture.height), .area)
        let grey = small.converted(to: .grey)
        let (width, height) = (small.width, small.height)
        let isColored = (0..<width * height).map { pixel in
            let (r, g, b) = (small.samples[3 * pixel], small.samples[3 * pixel + 1], small.samples[3 * pixel + 2])
            return max(r, g, b) - min(r, g, b) > 24
        }
        var (filled, flat) = (0, 0)
        for y in 0..<height {
            for x in 0..<width {
                let around = [(-1, 0), (1, 0), (0, -1), (0, 1)].map { (x + $0.0, y + $0.1) }
                    .filter { (0..<width).contains($0.0) && (0..<height).contains($0.1) }
                    .map { $0.1 * width + $0.0 }
                let pixel = y * width + x
                if isColored[pixel] && around.allSatisfy({ isColored[$0] }) { filled += 1 }
                let level = Int(grey.samples[pixel])
                if around.allSatisfy({ abs(Int(grey.samples[$0]) - level) <= 3 }) { flat += 1 }
            }
        }
        let count = Float(width * height)
        (filledShare, flatShare) = (Float(filled) / count, Float(flat) / count)

        var histogram = [Int](repeating: 0, count: 256)
        for level in grey.samples { histogram[Int(level)] += 1 }
        func near(_ level: Int) -> Int { histogram[max(0, level - 20)...min(255, level + 20)].reduce(0, +) }
        // Of equally frequent levels the darkest.
        let paper = (0..<256).reduce(0) { near($1) > near($0) ? $1 : $0 }
        self.paper = paper
        paperShare = Float(near(paper)) / count
        contrast = Int(grey.samples.max() ?? 0) - Int(grey.samples.min() ?? 0)
    }

    var remark: LineDrawing.Remark? {
        if contrast < 12 { return .blank }
        let isPhotograph = flatShare < 0.3 && paperShare < 0.45
        if filledShare > 0.03 { return isPhotograph ? .photograph : .colored }
        if paperShare > 0.45 { return paper < 110 ? .lightOnDark : nil }
        return isPhotograph ? .photograph : .shaded
    }
}

extension Picture {
    /// What is opaque, as ink on white, if it is light and most of the picture is transparent; otherwise nil.
    fileprivate var inkOfLightLines: Picture? {
        var (opacity, light) = (0, 0)
        for pixel in 0..<width * height {
            let alpha = Int(samples[4 * pixel + 3])
            opacity += alpha
            light += alpha * (0..<3).reduce(0) { $0 + Int(samples[4 * pixel + $1]) } / 3
        }
        guard opacity > 0, opacity < 255 * width * height / 2, light / opacity > 200 else { return nil }
        return Picture(
            width: width, height: height, format: .grey,
            samples: (0..<width * height).map { 255 - samples[4 * $0 + 3] })
    }

    fileprivate var inverted: Picture {
        Picture(width: width, height: height, format: format, samples: samples.map { 255 - $0 })
    }

    /// A grey drawing whose paper, its most frequent light level, is white: scans are grey, and pencils never quite black.
    fileprivate var onWhitePaper: Picture {
        var histogram = [Int](repeating: 0, count: 256)
        for level in samples { histogram[Int(level)] += 1 }
        let paper = (128..<256).reduce(255) { histogram[$1] > histogram[$0] ? $1 : $0 }
        guard paper < 253 else { return self }
        let levels = (0..<256).map { UInt8(min(255, ($0 * 255 + paper / 2) / paper)) }
        return Picture(width: width, height: height, format: format, samples: samples.map { levels[Int($0)] })
    }
}
