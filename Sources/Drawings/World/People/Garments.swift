import Basics

/// The shapes of clothes on a figure's bones.
struct Garments {
    let bones: Skeleton
    let style: PaintStyle

    private var unit: Double { bones.body }

    /// A closed shape on the trunk, given for the right side from its top middle to its bottom middle.
    func trunkShape(_ right: [Knot], grow: Double = 0.006) -> Path {
        func map(_ knot: Knot, _ side: Double) -> Knot {
            knot.mapped { bones(side * $0.x, $0.y, grow: grow * unit) }
        }
        // What lies in the middle is there once.
        let left = right.reversed().filter { $0.point.x > 0.001 }.map { map($0, -1) }
        return Path(through: right.map { map($0, 1) } + left)
    }

    /// A piece on the trunk, as given.
    func piece(_ knots: [Knot]) -> Path {
        Path(through: knots.map { knot in knot.mapped { bones($0.x, $0.y) } })
    }

    /// The upper part of clothes, down to a share of the trunk. The neckline runs from the neck to the middle.
    func top(_ neckline: [Knot], to bottom: Double, grow: Double = 0.006) -> Path {
        var knots = Array(neckline.reversed())
        knots += [.tip(0.94, 0.03), .at(1, 0.14)]
        for share in [0.3, 0.62, 0.85] where share < bottom - 0.05 { knots.append(.at(1, share)) }
        knots.append(.tip(1, bottom))
        if bottom < 1.4 { knots.append(.at(0, bottom + 0.03)) }
        return trunkShape(knots, grow: grow)
    }

    // MARK: Skirts

    /// A skirt with the fold lines and the shadows in it.
    struct Skirt {
        var outline: Path
        var folds: [Path]
        var shadows: [Path]
        /// A band along the hem.
        var border: Path
    }

    /// `length` is a share of the legs' length, `flare` how far the hem stands out.
    func skirt(from top: Double, length: Double, flare: Double, pleats: Int, isPleated: Bool) -> Skirt {
        let grow = 0.008 * unit
        if bones.isSide && bones.pose.isSitting { return lap(from: top, length: length) }
        // The skirt of one who sits reaches to the knees at least.
        let sits = bones.pose.isSitting
        let length = sits ? max(0.5, length) : length, flare = sits ? min(0.015, flare) : flare
        let points = bones.legs.map { $0.point(length) }
        let width = bones.legs[0].width(length) * 0.75
        let centre = (points[0] + points[1]) / 2
        let y = max(centre.y, bones.hip.y + 0.06 * unit)
        let right = max(max(points[0].x, points[1].x) + width, bones(1, 1).x) + flare * unit
        let left = min(min(points[0].x, points[1].x) - width, bones(-1, 1).x) - flare * unit
        let bow = 0.022 * unit, wave = (isPleated ? 0.012 : 0.02) * unit
        func hem(_ share: Double, _ shift: Double = 0) -> Point {
            let across = share * 2 - 1
            return Point(between(right, left, share), y + bow * (1 - across * across) + shift)
        }
        func waist(_ share: Double) -> Point { bones(1 - 2 * share, top) }
        var knots: [Knot] = [.tip(bones(-1, top, grow: grow))]
        if top < 0.9 { knots.append(.at(bones(-1, 1, grow: grow * 1.4))) }
        knots.append(.tip(hem(1)))
        var folds: [Path] = [], shadows: [Path] = []
        for index in (1..<pleats).reversed() {
            let share = Double(index) / Double(pleats)
            let foot = hem(share, index.isMultiple(of: 2) ? wave : isPleated ? -wave * 0.4 : -wave)
            knots.append(Knot(point: foot, isCorner: isPleated))
            let head = between(foot, waist(share), isPleated ? 0.97 : 0.35 + 0.4 * Double(index % 3) / 2)
            let bend = Point((share - 0.5) * -0.02 * unit, 0)
            folds.append(Path(through: [foot, between(foot, head, 0.5) + bend, head], closed: false))
            let wide = (left - right) / Double(pleats) * 0.45
            shadows.append(.polygon([foot, foot + [wide, wave * 0.5], head]))
        }
        knots.append(.tip(hem(0)))
        if top < 0.9 { knots.append(.at(bones(1, 1, grow: grow * 1.4))) }
        knots += [.tip(bones(1, top, grow: grow)), .at(bones(0, top + 0.02))]
        let border = [0.02, 0.25, 0.5, 0.75, 0.98].map { hem($0, -0.05 * unit) }
        return Skirt(
            outline: Path(through: knots), folds: folds, shadows: shadows,
            border: Path(along: border, width: 0.02 * unit))
    }

    /// The skirt of one who sits, seen from the side.
    private func lap(from top: Double, length: Double) -> Skirt {
        let leg = bones.legs[1], knee = leg.joints[1], wide = leg.widths[2]
        let end = max(0.6, min(1, length * 2))
        let front = between(leg.joints[0], knee, end) + [wide * 0.3, 0]
        let drop = max(0, length - 0.4) * 0.5 * unit
        let outline = Path(through: [
            .tip(bones(-1, top)), .at(bones(-1.15, 0.95)), .tip(leg.joints[0] + [-wide * 1.1, wide * 0.95]),
            .tip(front + [-wide * 0.2, wide * 0.8 + drop]), .at(front + [wide * 0.5, drop * 0.4]),
            .tip(front + [0, -wide * 0.7]), .at(bones(0.9, 0.92)), .tip(bones(1, top)),
        ])
        let root = bones(0.6, 0.95)
        let fold = Path(
            through: [root, between(root, front, 0.5) + [0, wide * 0.2], between(root, front, 0.8)], closed: false)
        return Skirt(outline: outline, folds: [fold], shadows: [], border: Path(from: front, to: front))
    }

    // MARK: Trousers

    /// Trousers or shorts as pieces from back to front, down to a share of the legs; `wide` is 1 for tight ones.
    func trousers(from top: Double, to end: Double, wide: Double) -> [Path] {
        guard !bones.isSide && !bones.pose.isSitting else {
            let hips = trunkShape(
                [.at(0, top + 0.01), .tip(1, top), .at(1, 0.98), .at(0.7, 1.12), .at(0, 1.16)], grow: 0.008)
            let legs = bones.legs.map { tube($0, from: -0.04, to: end, wide: wide) }
            return bones.isSide ? [legs[0], hips, legs[1]] : [hips] + legs
        }
        let grow = 0.01 * unit
        func edge(_ leg: Skeleton.Limb, _ share: Double, _ out: Double) -> Knot {
            let along = (share < 0.5 ? leg.joints[1] - leg.joints[0] : leg.joints[2] - leg.joints[1]).direction
            let reach = along.turned * (leg.width(share) / 2 * wide * (out == leg.side ? -1 : 1) * leg.side)
            return Knot(point: leg.point(share) + reach, isCorner: share == end)
        }
        let shares = [0.25, 0.5, 0.75, 1].filter { $0 < end } + [end]
        let (left, right) = (bones.legs[0], bones.legs[1])
        let crotch = bones(0, 1) + [0, 0.055 * unit]
        var knots: [Knot] = [
            .tip(bones(-1, top, grow: grow)), .at(bones(0, top + 0.02)), .tip(bones(1, top, grow: grow)),
            .at(bones(1, 0.97, grow: grow)),
        ]
        knots += shares.map { edge(right, $0, 1) } + shares.reversed().map { edge(right, $0, -1) }
        knots.append(.tip(crotch))
        knots += shares.map { edge(left, $0, 1) } + shares.reversed().map { edge(left, $0, -1) }
        knots.append(.at(bones(-1, 0.97, grow: grow)))
        return [Path(through: knots)]
    }

    /// A leg of trousers or a stocking: a piece of a limb, so many times as wide at its beginning and its end.
    func tube(
        _ limb: Skeleton.Limb, from start: Double, to end: Double, wide: Double, flare: Double = 1
    ) -> Path {
        let (spine, widths) = course(limb, from: max(0, start), to: end, wide: wide, flare: flare)
        return Path(along: spine, widths: widths)
    }

    /// A sleeve: a tube with a round beginning, as the shoulder is.
    func sleeve(_ limb: Skeleton.Limb, to end: Double, wide: Double, flare: Double = 1) -> Path {
        let (spine, widths) = course(limb, from: 0, to: end, wide: wide, flare: flare)
        var left: [Knot] = [], right: [Knot] = []
        for index in spine.indices {
            let along = spine[min(index + 1, spine.count - 1)] - spine[max(index - 1, 0)]
            let reach = along.direction.turned * (widths[index] / 2), isEnd = index == spine.count - 1
            left.append(Knot(point: spine[index] + reach, isCorner: isEnd))
            right.append(Knot(point: spine[index] - reach, isCorner: isEnd))
        }
        let cap = spine[0] - (spine[1] - spine[0]).direction * (widths[0] * 0.5)
        return Path(through: [.at(cap)] + left + right.reversed())
    }

    private func course(
        _ limb: Skeleton.Limb, from start: Double, to end: Double, wide: Double, flare: Double
    ) -> (spine: [Point], widths: [Double]) {
        let steps = max(2, Int(((end - start) * 8).rounded()))
        let ways = (0...steps).map { Double($0) / Double(steps) }
        return (
            ways.map { limb.point(between(start, end, $0)) },
            ways.map { limb.width(between(start, end, $0)) * between(wide, wide * flare, $0 * $0) }
        )
    }
}
