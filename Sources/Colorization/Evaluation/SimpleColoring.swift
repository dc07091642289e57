import Pictures

/// What colours a drawing without any learning, from the same dabs: what a network has to beat.
public enum SimpleColoring: String, CaseIterable, Sendable {
    /// Nothing is coloured.
    case lines = "lines alone"
    /// Each pixel has the colour of the dab that is nearest.
    case nearest = "nearest dab"
    /// Dabs run over the whole drawing, across faint lines first, as in a painter's colouring mask: a marker watershed.
    case watershed

    /// The drawing, coloured from dabs; paper where there is none.
    public func color(_ lines: Picture, dabs: Dabs) -> Picture {
        let grey = lines.converted(to: .grey)
        guard self != .lines, !dabs.colors.isEmpty else { return grey.converted(to: .rgb) }
        let ink =
            self == .watershed
            ? grey.softInk
            : Picture(
                width: grey.width, height: grey.height, format: .grey, filledWith: [0])
        let labels = grown(dabs.labels, over: ink)
        var result = grey.converted(to: .rgb)
        for (pixel, label) in labels.enumerated() where label >= 0 {
            for channel in 0..<3 { result.samples[3 * pixel + channel] = dabs.colors[Int(label)][channel] }
        }
        return result.multiplied(by: grey)
    }
}

extension Picture {
    /// How dark each pixel of a grey picture is, under a Gaussian of one pixel.
    fileprivate var softInk: Picture {
        var plane = FloatPlane(of: self, channel: 0)
        plane.blur(radius: 1)
        return Picture(
            width: width, height: height, format: .grey,
            samples: plane.values.map { UInt8(min(255, max(0, 255 - $0))) })
    }
}
