/// A figure cut out of the blank paper that it stands on, to be set in front of something else.
public struct CutOut: Sendable {
    /// The figure's colours, RGB.
    public let colors: Picture
    /// Where it is: 255 on the figure, 0 on paper, between them at its border. Grey, as large as the colours.
    public let coverage: Picture

    /// Cuts `colored` along the outline that the figure has in `drawing`, its picture on white paper, of any size.
    ///
    /// Paper is what has nearly its colour and is connected with the sheet's upper, left or right border; white inside of
    /// the figure stays, and so do colours at the lower border, where a bust ends. Specks beside the figure are left out.
    public init(_ colored: Picture, along drawing: Picture) {
        colors = colored.converted(to: .rgb)
        // The outermost pixels are half paper, and so is what is drawn there.
        coverage =
            drawing.figure.thickened(kernel: 5)
            .resized(toWidth: colored.width, height: colored.height, .bicubic).steepened
    }

    /// A figure that covers what `coverage`, grey and as large as `colored`, says.
    public init(_ colored: Picture, covering coverage: Picture) {
        precondition(
            coverage.format == .grey && (coverage.width, coverage.height) == (colored.width, colored.height),
            "CutOut: coverage \(coverage.width)×\(coverage.height) of \(colored.width)×\(colored.height)")
        (colors, self.coverage) = (colored.converted(to: .rgb), coverage)
    }

    /// Whether the figure reaches the sheet's upper border, where it ends in a straight cut.
    public var isCutOff: Bool { (0..<coverage.width).contains { coverage[$0, 0, 0] > 127 } }

    /// The picture with the figure in front, in the middle of the lower border.
    public func inFront(of picture: Picture) -> Picture {
        placed(in: picture, x: (picture.width - colors.width) / 2, y: picture.height - colors.height)
    }

    /// The figure on white paper.
    public var onPaper: Picture {
        placed(
            in: Picture(
                width: colors.width, height: colors.height, format: .rgb, filledWith: [255, 255, 255]), x: 0, y: 0)
    }

    /// The picture with the figure in front, the upper left corner of its sheet in column `x` and row `y`; what reaches over
    /// the picture's border is cut off.
    public func placed(in picture: Picture, x left: Int, y top: Int) -> Picture {
        var result = picture.converted(to: .rgb)
        for y in max(0, -top)..<max(0, -top, min(colors.height, picture.height - top)) {
            for x in max(0, -left)..<max(0, -left, min(colors.width, picture.width - left)) {
                let share = Float(coverage[x, y, 0]) / 255
                for channel in 0..<3 {
                    let (front, back) = (Float(colors[x, y, channel]), Float(result[left + x, top + y, channel]))
                    result[left + x, top + y, channel] = UInt8((share * front + (1 - share) * back).rounded())
                }
            }
        }
        return result
    }
}

extension Picture {
    /// 255 on the largest figure of a sheet of paper, 0 on paper and on specks beside it. Grey.
    ///
    /// Paper is what has nearly its colour and is connected with the upper, left or right border.
    public var figure: Picture {
        let framed = converted(to: .rgb).padded(top: 1, bottom: 0, left: 1, right: 1, with: [255, 255, 255])
        let paper = FlatArea(in: framed, around: 0, tolerance: 30).mask(count: framed.width * framed.height)
        let inked = Picture(
            width: framed.width, height: framed.height, format: .rgb,
            samples: paper.flatMap { [UInt8](repeating: $0 ? 0 : 255, count: 3) })
        let areas = FlatArea.all(in: inked, least: 1)
        let largest = areas.first { inked.samples[3 * $0.pixels[0]] == 255 }?.mask(count: paper.count)
        return Picture(
            width: framed.width, height: framed.height, format: .grey,
            samples: paper.indices.map { largest?[$0] ?? false ? 255 : 0 }
        ).cropped(x: 1, y: 1, width: width, height: height)
    }

    /// Greys of a border that was enlarged, made as steep again as a border is.
    fileprivate var steepened: Picture {
        Picture(
            width: width, height: height, format: format,
            samples: samples.map { UInt8(max(0, min(255, 3 * (Int($0) - 128) + 128))) })
    }
}
