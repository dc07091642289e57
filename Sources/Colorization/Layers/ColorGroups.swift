import Pictures

/// Colours that are nearly one made one, so that a head of hair of a hundred strands has one colour, as a painter would give it.
struct ColorGroups {
    /// The group of each colour.
    private(set) var groups: [Int]
    /// The colour of each group.
    private(set) var colors: [Lab] = []

    /// How far a colour may be from its group's, in ΔE; about 2.3 can just be seen. Of a small region nobody sees it so well.
    private static let (tolerance, toleranceOfSmall): (Float, Float) = (9, 20)
    /// Which share of the picture a small region has at most.
    private static let smallShare = 1.0 / 800

    /// Groups of colours that cover `areas` pixels; those that are fixed, because a user gave them, stay what they are.
    init(_ given: [Lab], areas: [Int], isFixed: (Int) -> Bool) {
        groups = Array(repeating: 0, count: given.count)
        let small = Int(Self.smallShare * Double(areas.reduce(0, +)))
        // Fixed ones first, then the largest: what comes later may join what is there.
        let order = given.indices.sorted { a, b in
            let (fixedA, fixedB) = (isFixed(a), isFixed(b))
            return fixedA != fixedB ? fixedA : (areas[a], b) > (areas[b], a)
        }
        for index in order {
            let color = given[index]
            let reach = isFixed(index) ? 0 : areas[index] < small ? Self.toleranceOfSmall : Self.tolerance
            let nearest = colors.indices.min { color.difference(to: colors[$0]) < color.difference(to: colors[$1]) }
            if let nearest, color.difference(to: colors[nearest]) <= reach {
                groups[index] = nearest
            } else {
                groups[index] = colors.count
                colors.append(color)
            }
        }
    }
}
