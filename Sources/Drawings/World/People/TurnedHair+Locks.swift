import Basics

// Fringes and single locks of a head that looks to the right.

extension TurnedHair {
    /// Single locks that lie over the crown, each closed in itself.
    static func locks(_ frame: HairFrame, using generator: inout SeededGenerator) -> [HairPiece] {
        (0..<generator.integer(in: 1..<4)).map { _ in
            let share = generator.number(in: -0.7...0.9)
            let root = between(frame.whorl, frame.temple, generator.number(in: 0.15...0.5)) + [share * 8, 0]
            let tip = between(frame.temple, frame.forehead, share) + [0, generator.number(in: 8...17) - share * 6]
            let middle = between(root, tip, 0.5) + [share * 4 - 1, -1.5]
            let width = generator.number(in: 3.5...7)
            return HairPiece(outline: Path(along: [root, middle, tip], widths: [0, width, 0]))
        }
    }

    /// Small bows where a curl shows inside the outline.
    static func curlLines(_ frame: HairFrame, using generator: inout SeededGenerator) -> [Path] {
        (0..<7).map { _ in
            let centre = between(
                frame.crown[generator.integer(in: 1..<6)], frame.ear - [0, 8], generator.number(in: 0.2...0.7))
            let start = generator.number(in: 2...4), size = generator.number(in: 2.2...3.8)
            return Path(
                through: (0..<4).map { centre + Point(angle: start + Double($0) * 0.85) * size }, closed: false)
        }
    }

    /// The locks on the forehead, from the temple to its far end, and the places where they part.
    static func fringe(
        _ frame: HairFrame, using generator: inout SeededGenerator
    ) -> (knots: [Knot], notches: [Point]) {
        let width = frame.forehead.x - frame.temple.x
        let count = max(2, Int(width / generator.number(in: 6.5...12)))
        let part = generator.number(in: -0.1...1.1), lean = generator.number(in: 0...0.9)
        let low = generator.number(in: -9...0), notchHeight = generator.number(in: -23 ... -13)
        let isBlunt = generator.chance(0.25)
        var knots: [Knot] = [], notches: [Point] = []
        for index in 0..<count {
            let share = (Double(index) + 0.5) / Double(count), side = share < part ? -1.0 : 1
            let half = width / Double(count) / 2
            let middle = frame.temple.x + width * share
            let away = abs(share - part)
            let y = min(2, low + (isBlunt ? 0 : away * 5) + generator.jitter(isBlunt ? 0.5 : 2.5))
            let x = min(frame.forehead.x - 0.5, middle + side * lean * half + generator.jitter(1))
            if isBlunt {
                knots += [.tip(middle - half * 0.72, y), .tip(middle + half * 0.72, y)]
            } else {
                knots.append(.tip(x, y))
            }
            guard index + 1 < count else { continue }
            let notch = Point(middle + half, notchHeight + generator.jitter(2))
            knots.append(.tip(notch))
            notches.append(notch)
        }
        let lock = generator.number(in: -6...14)
        knots += [.tip(frame.forehead + [-0.6, 1]), .tip(frame.forehead + [-0.8, 8 + max(0, lock)])]
        return (knots, notches)
    }
}
