import Basics

extension Path {
    /// A round shape with bumps all about: wool, a cloud, a tree's crown.
    static func cloud(_ centre: Point, _ radius: Point, bumps: Int) -> Path {
        let half = .pi / Double(bumps)
        return Path(
            through: (0..<bumps).flatMap { index -> [Knot] in
                let angle = 2 * half * Double(index)
                return [
                    .tip(centre + Point(angle: angle - half).scaled(radius.x * 0.9, radius.y * 0.9)),
                    .at(centre + Point(angle: angle).scaled(radius.x * 1.06, radius.y * 1.06)),
                ]
            })
    }

    /// A rectangle with round corners.
    static func rounded(_ corner: Point, _ size: Point, _ radius: Double) -> Path {
        let r = min(radius, size.x / 2, size.y / 2), k = r * 0.4477
        let (x, y, right, low) = (corner.x, corner.y, corner.x + size.x, corner.y + size.y)
        return Path { path in
            path.move(x + r, y)
            path.line(right - r, y)
            path.curve(right - k, y, right, y + k, right, y + r)
            path.line(right, low - r)
            path.curve(right, low - k, right - k, low, right - r, low)
            path.line(x + r, low)
            path.curve(x + k, low, x, low - k, x, low - r)
            path.line(x, y + r)
            path.curve(x, y + k, x + k, y, x + r, y)
            path.close()
        }
    }

    /// A shape that is the same on both sides of the vertical axis; the knots go down its right side.
    init(symmetric right: [Knot]) {
        let left = right.reversed().filter { abs($0.point.x) > 1e-6 }.map(\.mirrored)
        self.init(through: right + left)
    }

    /// A leaf or a petal from one point to another, `bend` to one side.
    static func leaf(_ foot: Point, _ tip: Point, width: Double, bend: Double = 0, isRound: Bool = false) -> Path {
        let side = (tip - foot).direction.turned
        let middle = between(foot, tip, isRound ? 0.62 : 0.45) + side * bend
        return Path(through: [
            .tip(foot), .at(middle + side * (width / 2)), isRound ? .at(tip) : .tip(tip),
            .at(middle - side * (width / 2)),
        ])
    }
}
