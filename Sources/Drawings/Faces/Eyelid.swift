/// The curves round an open eye: where its corners lie and how the lids run between them.
struct Eyelid {
    /// Half the width and half the height of the wholly open eye.
    let wide, high: Double
    private let inner, outer, peak: Point
    /// How boxy the upper lid is: 0 a tent, 1 an arch.
    private let arch: Double

    init(_ face: Face) {
        let shape = face.eyeShape.measures
        wide = shape.wide * Double(face.proportions.eyeWidth)
        high = shape.high * Double(face.proportions.eyeHeight)
        arch = shape.arch
        let rise: Double, droop: Double
        switch face.eyes {
        case .wide: (rise, droop) = (high + 1.2, 0)
        case .halfLidded: (rise, droop) = (high * 0.38, 1)
        default: (rise, droop) = (high, 0)
        }
        // An angry eye's lid falls towards the nose, a sad one's towards the temple.
        let slope = face.expression == .angry ? 2.2 : face.expression == .sad ? -1.8 : 0
        inner = [-wide, shape.inner + max(0, slope) * 0.5 + droop * 0.4]
        outer = [wide, shape.outer + max(0, -slope) * 0.6 + droop * 0.8]
        peak = [shape.peak + slope * 0.6, -rise]
    }

    /// The height at a share of the way from the inner corner, or the outer one, up to the peak.
    private func innerRise(_ share: Double) -> Double { between(inner.y, peak.y, share) }
    private func outerRise(_ share: Double) -> Double { between(outer.y, peak.y, share) }

    /// All that is not lid.
    var opening: Path {
        Path { path in
            path.move(inner.x, inner.y)
            path.curve(
                inner.x + 0.3, innerRise(0.45 + 0.3 * arch), peak.x - wide * 0.6 * arch, peak.y, peak.x, peak.y)
            path.curve(
                peak.x + wide * 0.62 * arch, peak.y, outer.x - 0.4, outerRise(0.35 + 0.3 * arch), outer.x, outer.y)
            path.curve(outer.x - 0.2, between(outer.y, high, 0.62), wide * 0.62, high, 0, high)
            path.curve(-wide * 0.62, high, inner.x + 0.5, between(inner.y, high, 0.6), inner.x, inner.y)
            path.close()
        }
    }

    /// The upper lash: thick, thickest at the outer corner, where it ends in a wing, and forked at the inner one.
    func upperLash(_ weight: Double) -> Path {
        let thin = 0.9 + 0.5 * weight, thick = 1.5 + 1.5 * weight
        let wing: Point = outer + [1.2 + 1.3 * weight, -1.4 - 0.7 * weight]
        let end: Point = inner + [-0.7, 1.7]
        return Path { path in
            path.move(end.x, end.y)
            path.curve(inner.x - 0.5, innerRise(0.3), inner.x - 0.4, innerRise(0.3), inner.x - 0.2, innerRise(0.32))
            // The fork at the inner end.
            path.line(inner.x - 1.5, innerRise(0.3))
            // Along the upper edge, which gets thicker on the way out.
            path.curve(
                inner.x, innerRise(0.85), peak.x - wide * 0.65 * arch, peak.y - thin, peak.x, peak.y - thin * 1.15)
            path.curve(
                peak.x + wide * 0.55 * arch, peak.y - thin * 1.2, outer.x - 0.6, outerRise(0.72) - thick * 0.3,
                outer.x + 0.5, outer.y - thick * 0.75)
            path.curve(outer.x + 0.9, outer.y - thick * 0.7, wing.x - 0.6, wing.y + 0.6, wing.x, wing.y)
            // A second, lower lash beside the wing.
            path.curve(wing.x - 0.3, wing.y + 1.2, outer.x + 1.1, outer.y, outer.x + 0.9, outer.y + 0.4)
            path.line(outer.x + 1.5 + 0.3 * weight, outer.y + 0.6)
            path.curve(
                outer.x + 0.9, outer.y + 1.4, outer.x + 0.5, outer.y + 1.8, outer.x - 0.1, outer.y + 2 + weight * 0.5)
            // Back along the lid.
            path.curve(
                outer.x - 0.6, outerRise(0.3 + 0.3 * arch), peak.x + wide * 0.62 * arch, peak.y + 0.2, peak.x,
                peak.y + 0.2)
            path.curve(
                peak.x - wide * 0.6 * arch, peak.y + 0.1, inner.x + 0.5, innerRise(0.45 + 0.3 * arch), end.x, end.y)
            path.close()
        }
    }

    /// The fold of the double eyelid.
    var fold: Path {
        let up = 3.4
        return Path { path in
            path.move(inner.x + wide * 0.35, innerRise(0.93) - up * 0.75)
            path.curve(
                peak.x - wide * 0.25, peak.y - up - 0.3, peak.x + wide * 0.5, peak.y - up, outer.x + 0.2,
                outerRise(0.62) - up * 0.7)
        }
    }

    /// The line of the lower lid, which does not reach the corners.
    var lowerLine: Path {
        Path { path in
            path.move(wide * 0.93, between(outer.y, high, 0.6))
            path.curve(
                wide * 0.75, between(outer.y, high, 0.9), wide * 0.45, high + 0.1, wide * 0.05, high + 0.1)
            path.curve(-wide * 0.2, high + 0.1, -wide * 0.4, high - 0.1, -wide * 0.55, high - 0.8)
        }
    }

    var lowerLashes: [Path] {
        [(0.62, 0.96), (0.82, 0.80)].map { x, y in
            let start = Point(wide * x, between(outer.y, high, y))
            return Path(from: start, to: start + [1.3, 1.3])
        }
    }
}

extension Face.EyeShape {
    /// Half the width, half the height, the heights of the inner and the outer corner below the middle, how far
    /// outwards the upper lid's peak lies, and how boxy the lid is.
    fileprivate var measures: (wide: Double, high: Double, inner: Double, outer: Double, peak: Double, arch: Double) {
        switch self {
        case .round: (8.2, 9.4, 2.0, 0.6, -0.4, 0.9)
        case .tall: (7.6, 10.6, 2.4, 0.8, -0.3, 0.95)
        case .almond: (8.9, 8.3, 2.8, -0.6, 0.3, 0.7)
        case .droopy: (8.7, 8.8, 0.6, 2.8, -2.2, 0.85)
        case .sharp: (8.8, 8.4, 3.6, -3.0, 1.8, 0.65)
        case .doll: (8.8, 10.4, 1.4, 1.0, 0, 1.0)
        case .narrow: (9.0, 7.2, 2.2, -0.4, 0.6, 0.75)
        }
    }
}
