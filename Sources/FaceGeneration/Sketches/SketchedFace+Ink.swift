import Drawings
import Pictures

// A made-up face's ink: what the network sees of it, without specks, and outlines.

extension SketchedFace {
    /// The width of an outline in parts of the picture's side, as in drawn faces.
    private static let outline: Float = 0.0085

    /// Clears ink beside outlines and specks, then draws a line wherever two regions meet.
    mutating func addOutlines(_ care: Care) {
        let regions = FacePart.all.map(\.region)
        let half = Self.outline * Float(side) / 2
        let outlines = distancesToBorders { !Self.isWithoutOutline($0, $1) }
        // Beside an outline, and on the ground, the network's ink is the outline's own, a little beside it.
        for place in ink.indices where outlines[place] < 3 * half || regions[Int(parts[place])] == .background {
            ink[place] = 0
        }
        removeSpecks(care)
        let thinOnes = distancesToBorders { Set([$0, $1]) == [.eyeWhite, .skin] }
        rims = thinOnes.map { min(1, max(0, half / 2 + 0.5 - $0)) }
        for place in ink.indices { ink[place] = max(ink[place], min(1, max(0, half + 0.5 - outlines[place]))) }
    }

    /// In a fine sketch takes short dashes and blots of ink out of hair and clothes, and smears off the skin. Dashes on skin stay: a
    /// mouth is one.
    private mutating func removeSpecks(_ care: Care) {
        let regions = FacePart.all.map(\.region)
        let islands = Islands(of: ink.map { $0 > 0.5 ? 1 : 0 }, width: side)
        let least = Int(care.leastInk * Double(ink.count))
        guard least > 0 else { return }
        var radii = [Float](repeating: 0, count: islands.areas.count)
        for (label, depth) in zip(islands.labels, distances { ink[$0] <= 0.5 }) {
            radii[Int(label)] = max(radii[Int(label)], depth)
        }
        let isSpeck = islands.areas.indices.map { island in
            islands.areas[island] < least
                || Float(islands.areas[island]) < Self.leastLine * radii[island] * radii[island]
        }
        func distancesToInk(thatIsSpeck wanted: Bool) -> [Float] {
            distances { ink[$0] > 0.5 && isSpeck[Int(islands.labels[$0])] == wanted }
        }
        let (taken, kept) = (distancesToInk(thatIsSpeck: true), distancesToInk(thatIsSpeck: false))
        // With a speck goes its soft rim, up to where that of a line begins.
        let reach = Float(side) / 48
        for place in ink.indices where taken[place] < min(reach, kept[place]) {
            if Self.isCovering(regions[Int(parts[place])]) { ink[place] = 0 }
        }
        for place in ink.indices where regions[Int(parts[place])] == .skin && min(taken[place], kept[place]) > reach {
            ink[place] = 0
        }
    }

    /// The area of the shortest line, in squares of half its width: what is less is a blot, and a disc has π.
    private static let leastLine: Float = 16

    /// Whether a region covers the body: its lines are strands and folds.
    static func isCovering(_ region: Region) -> Bool {
        region == .hair || region == .clothes || region == .accessory
    }

    /// How far each place is from where two regions meet of which `isBorder` holds.
    private func distancesToBorders(_ isBorder: (Region, Region) -> Bool) -> [Float] {
        let regions = FacePart.all.map(\.region)
        func meets(_ place: Int, _ neighbour: Int) -> Bool {
            let (own, other) = (regions[Int(parts[place])], regions[Int(parts[neighbour])])
            return own != other && isBorder(own, other)
        }
        return distances { place in
            place % side < side - 1 && meets(place, place + 1)
                || place < side * (side - 1) && meets(place, place + side)
        }
    }

    /// How far each place is from the nearest one of a kind, in points.
    private func distances(_ isSource: (Int) -> Bool) -> [Float] {
        LineDistance(width: side, height: side, limit: 1000, isLine: isSource).values.map {
            Float($0) / Float(LineDistance.step)
        }
    }

    /// Whether two regions meet without an outline: lashes and brows are lines themselves, and the lower rim of an eye's white is skin.
    private static func isWithoutOutline(_ one: Region, _ other: Region) -> Bool {
        let lines: Set<Region> = [.lash, .brow]
        return lines.contains(one) || lines.contains(other) || Set([one, other]) == [.eyeWhite, .skin]
    }
}
