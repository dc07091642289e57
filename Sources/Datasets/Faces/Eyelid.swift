/// The curves round an open eye: where its corners lie and how the lids run between them.
struct Eyelid {
    /// Half the width, and how far the upper lid rises above and the lower one falls below the middle.
    let wide, high, bottom: Double
    private let inner, outer, peak: Point
    /// How boxy the upper lid is: 0 a tent, 1 an arch.
    private let arch: Double

    init(_ face: Face) {
        let width = Double(face.proportions.eyeWidth), height = Double(face.proportions.eyeHeight)
        // Half width, height, inner corner's y, outer corner's y, peak's x, arch.
        let shape: (Double, Double, Double, Double, Double, Double) =
            switch face.eyeShape {
            case .round: (8.2, 9.4, 2.0, 0.6, -0.4, 0.9)
            case .tall: (7.6, 10.6, 2.4, 0.8, -0.3, 0.95)
            case .almond: (8.9, 8.3, 2.8, -0.6, 0.3, 0.7)
            case .droopy: (8.7, 8.8, 0.6, 2.8, -2.2, 0.85)
            case .sharp: (8.8, 8.4, 3.6, -3.0, 1.8, 0.65)
            case .doll: (8.8, 10.4, 1.4, 1.0, 0, 1.0)
            case .narrow: (9.0, 7.2, 2.2, -0.4, 0.6, 0.75)
            }
        wide = shape.0 * width
        bottom = shape.1 * height
        var rise = shape.1 * height
        var lift = 0.0
        switch face.eyes {
        case .wide: rise += 1.2
        case .halfLidded:
            rise *= 0.38
            lift = 1
        default: break
        }
        // An angry eye's lid falls towards the nose, a sad one's towards the temple.
        let slope = face.expression == .angry ? 2.2 : face.expression == .sad ? -1.8 : 0
        inner = [-wide, shape.2 + max(0, slope) * 0.5 + lift * 0.4]
        outer = [wide, shape.3 + max(0, -slope) * 0.6 + lift * 0.8]
        peak = [shape.4 + slope * 0.6, -rise]
        high = shape.1 * height
        arch = shape.5
    }

    private func traceUpper(_ path: inout Path) {
        path.curve(
            inner.x + 0.3, between(inner.y, peak.y, 0.45 + 0.3 * arch), peak.x - wide * 0.6 * arch, peak.y, peak.x,
            peak.y)
        path.curve(
            peak.x + wide * 0.62 * arch, peak.y, outer.x - 0.4, between(outer.y, peak.y, 0.35 + 0.3 * arch), outer.x,
            outer.y)
    }

    /// All that is not lid.
    var opening: Path {
        Path { path in
            path.move(inner.x, inner.y)
            traceUpper(&path)
            path.curve(outer.x - 0.2, between(outer.y, bottom, 0.62), wide * 0.62, bottom, 0, bottom)
            path.curve(-wide * 0.62, bottom, inner.x + 0.5, between(inner.y, bottom, 0.6), inner.x, inner.y)
            path.close()
        }
    }

    /// The upper lash: thick, thickest at the outer corner, where it ends in a wing, and forked at the inner one.
    func upperLash(_ weight: Double) -> Path {
        let thin = 0.9 + 0.5 * weight, thick = 1.5 + 1.5 * weight
        let wing: Point = [outer.x + 1.2 + 1.3 * weight, outer.y - 1.4 - 0.7 * weight]
        return Path { path in
            path.move(inner.x - 0.7, inner.y + 1.7)
            path.curve(
                inner.x - 0.5, between(inner.y, peak.y, 0.3), inner.x - 0.4, between(inner.y, peak.y, 0.3),
                inner.x - 0.2, between(inner.y, peak.y, 0.32))
            // The fork at the inner end.
            path.line(inner.x - 1.5, between(inner.y, peak.y, 0.30))
            path.curve(
                inner.x, between(inner.y, peak.y, 0.85), peak.x - wide * 0.65 * arch, peak.y - thin, peak.x,
                peak.y - thin * 1.15)
            path.curve(
                peak.x + wide * 0.55 * arch, peak.y - thin * 1.2, outer.x - 0.6,
                between(outer.y, peak.y, 0.72) - thick * 0.3,
                outer.x + 0.5, outer.y - thick * 0.75)
            path.curve(outer.x + 0.9, outer.y - thick * 0.7, wing.x - 0.6, wing.y + 0.6, wing.x, wing.y)
            // A second, lower lash beside the wing.
            path.curve(wing.x - 0.3, wing.y + 1.2, outer.x + 1.1, outer.y, outer.x + 0.9, outer.y + 0.4)
            path.line(outer.x + 1.5 + 0.3 * weight, outer.y + 0.6)
            path.curve(
                outer.x + 0.9, outer.y + 1.4, outer.x + 0.5, outer.y + 1.8, outer.x - 0.1, outer.y + 2 + weight * 0.5)
            path.curve(
                outer.x - 0.6, between(outer.y, peak.y, 0.3 + 0.3 * arch), peak.x + wide * 0.62 * arch, peak.y + 0.2,
                peak.x, peak.y + 0.2)
            path.curve(
                peak.x - wide * 0.6 * arch, peak.y + 0.1, inner.x + 0.5, between(inner.y, peak.y, 0.45 + 0.3 * arch),
                inner.x - 0.7, inner.y + 1.7)
            path.close()
        }
    }

    /// The fold of the double eyelid.
    var fold: Path {
        let up = 3.4
        return Path { path in
            path.move(inner.x + wide * 0.35, between(inner.y, peak.y, 0.93) - up * 0.75)
            path.curve(
                peak.x - wide * 0.25, peak.y - up - 0.3, peak.x + wide * 0.5, peak.y - up, outer.x + 0.2,
                between(outer.y, peak.y, 0.62) - up * 0.7)
        }
    }

    /// The line of the lower lid, which does not reach the corners.
    var lowerLine: Path {
        Path { path in
            path.move(wide * 0.93, between(outer.y, bottom, 0.6))
            path.curve(
                wide * 0.75, between(outer.y, bottom, 0.9), wide * 0.45, bottom + 0.1, wide * 0.05, bottom + 0.1)
            path.curve(-wide * 0.2, bottom + 0.1, -wide * 0.4, bottom - 0.1, -wide * 0.55, bottom - 0.8)
        }
    }

    var lowerLashes: [Path] {
        [(0.62, 0.96), (0.82, 0.80)].map { x, y in
            let start: Point = [wide * x, between(outer.y, bottom, y)]
            return Path {
                $0.move(start.x, start.y); $0.line(start.x + 1.3, start.y + 1.3)
            }
        }
    }
}
