import Basics

/// The lower edge of the hair on the forehead: locks from the left temple to the right one.
struct FringeShape {
    struct Lock {
        var left, tip, right: Point
        /// Half the width of a blunt tip; 0 is a point.
        var blunt = 0.0
        /// How far the lock is bent to the right.
        var bend = 0.0
        var isRound = false
    }

    var locks: [Lock] = []
    /// Where no locks fall: the hairline.
    private var hairline: [Knot] = []
    /// Where the hair is parted.
    var part = 0.0

    init(_ fringe: Face.Fringe, shift: Double, using grain: inout SeededGenerator) {
        switch fringe {
        case .blunt: blunt(arch: 0, count: grain.integer(in: 5..<8), using: &grain)
        case .arched: blunt(arch: 6.5, count: grain.integer(in: 5..<8), using: &grain)
        case .parted: parted(at: grain.jitter(3), using: &grain)
        case .sweptLeft: swept(from: grain.number(in: 9...15), using: &grain)
        case .sweptRight: swept(from: grain.number(in: -15 ... -9), using: &grain)
        case .middleLock: middleLock(using: &grain)
        case .jagged: jagged(count: grain.integer(in: 6..<9), notch: -14, using: &grain)
        case .wispy: wispy(using: &grain)
        case .open: open(using: &grain)
        case .overOneEye: overOneEye(grain.chance(0.5) ? 1 : -1, using: &grain)
        case .curls: curls(count: grain.integer(in: 5..<7), using: &grain)
        case .crossed: crossed(grain.chance(0.5) ? 1 : -1, using: &grain)
        }
        turn(by: shift * 0.8)
    }

    /// Moves the fringe to the side; at the temples it stays, where the locks beside the cheeks begin.
    private mutating func turn(by move: Double) {
        func moved(_ point: Point, limit: Double) -> Point {
            let x = point.x + move * (1 - point.x * point.x / 576)
            return Point(min(max(x, -limit), limit), point.y)
        }
        for index in locks.indices {
            locks[index].left = moved(locks[index].left, limit: 23.5)
            locks[index].tip = moved(locks[index].tip, limit: 22.4 - locks[index].blunt)
            locks[index].right = moved(locks[index].right, limit: 23.5)
        }
        part += move
        hairline = hairline.map { knot in knot.mapped { moved($0, limit: 23.5) } }
    }

    /// Where two locks part.
    var partings: [Point] {
        hairline.isEmpty ? locks.dropFirst().map(\.left) : hairline.dropFirst(2).dropLast(2).map(\.point)
    }

    /// The edge from left to right.
    var knots: [Knot] {
        var knots = hairline
        for (index, lock) in locks.enumerated() {
            if let last = knots.last?.point, last != lock.left {
                // Between locks that do not touch the forehead is bare.
                knots.append(.at(between(last, lock.left, 0.5) - [0, 1.6]))
            }
            if knots.last?.point != lock.left { knots.append(.tip(lock.left)) }
            if lock.blunt > 0 {
                knots += [.tip(lock.tip - [lock.blunt, 0]), .tip(lock.tip + [lock.blunt, 0])]
            } else {
                // Beside the temples there is no room for a lock to bulge.
                let belly = (lock.right.x - lock.left.x) * (lock.isRound ? 0.28 : 0.07)
                let leftBelly = index > 0 ? belly : 0, rightBelly = index + 1 < locks.count ? belly : 0
                // A short edge has little room to bend, and one beside the temple has none.
                func bend(_ edge: Point) -> Double { lock.bend * min(1, edge.dot(edge) / 256) }
                let leftBend = index > 0 ? bend(lock.tip - lock.left) : 0
                let rightBend = index + 1 < locks.count ? bend(lock.right - lock.tip) : 0
                knots.append(.at(between(lock.left, lock.tip, 0.5) + [leftBend - leftBelly, 0]))
                knots.append(lock.isRound ? .at(lock.tip) : .tip(lock.tip))
                knots.append(.at(between(lock.tip, lock.right, 0.5) + [rightBend + rightBelly, 0]))
            }
            knots.append(.tip(lock.right))
        }
        return knots
    }

    /// Locks between the given roots, each with its tip.
    private mutating func add(roots: [Point], tips: [Point], bend: (Int) -> Double = { _ in 0 }) {
        for (index, tip) in tips.enumerated() {
            locks.append(Lock(left: roots[index], tip: tip, right: roots[index + 1], bend: bend(index)))
        }
    }

    // MARK: Styles

    private mutating func blunt(arch: Double, count: Int, using grain: inout SeededGenerator) {
        let edge = grain.number(in: -7 ... -3.5)
        let cuts = (0...count).map { index -> Double in
            let inside = index > 0 && index < count
            return -22.5 + 45 * Double(index) / Double(count) + (inside ? grain.jitter(1.6) : 0)
        }
        for index in 0..<count {
            let (a, b) = (cuts[index], cuts[index + 1])
            let middle = (a + b) / 2, low = edge - arch * (1 - middle * middle / 500) + abs(middle) * 0.06
            let depth = grain.number(in: 1.5...5)
            locks.append(
                Lock(
                    left: locks.last?.right ?? [a, low - 5], tip: [middle, low + grain.jitter(0.5)],
                    right: [b, low - depth], blunt: (b - a) / 2 - 0.45))
        }
    }

    private mutating func jagged(count: Int, notch: Double, using grain: inout SeededGenerator) {
        var roots: [Point] = [], tips: [Point] = []
        let lean = grain.jitter(2.5)
        for index in 0...count {
            let x = -23 + 46 * Double(index) / Double(count)
            let edge = index == 0 || index == count
            roots.append([x + (edge ? 0 : grain.jitter(1)), edge ? -9 : notch + abs(x) * 0.14 + grain.jitter(1.6)])
            if index < count {
                tips.append([
                    x + 23 / Double(count) + lean + grain.jitter(1.6), -4.5 + abs(x + 3) * 0.12 + grain.jitter(2),
                ])
            }
        }
        add(roots: roots, tips: tips) { _ in lean * 0.4 }
    }

    private mutating func wispy(using grain: inout SeededGenerator) {
        let count = grain.integer(in: 4..<6)
        var x = -24.0
        let step = 48 / Double(count)
        var left: Point = [x, -10]
        for index in 0..<count {
            let gap = step * grain.number(in: 0.3...0.5)
            let right: Point = [x + step - gap, -19 + abs(x + step / 2) * 0.25]
            locks.append(
                Lock(
                    left: left, tip: [x + step * 0.4 + grain.jitter(2), -5 + grain.jitter(3)], right: right,
                    bend: grain.jitter(1)))
            x += step
            left = [x, index == count - 1 ? -10 : -19.5 + abs(x) * 0.25]
        }
    }

    private mutating func parted(at x: Double, using grain: inout SeededGenerator) {
        part = x
        let top = grain.number(in: -28 ... -22), out = grain.number(in: 0...2.5), long = grain.number(in: -1...4)
        add(
            roots: [[-23.5, -6], [-20.6, -4], [x, top], [20.6, -4], [23.5, -6]],
            tips: [
                [-22.3, 6 + long + grain.jitter(2)], [-17.5 - out, long + grain.jitter(1.5)],
                [17.5 + out, long + grain.jitter(1.5)], [22.3, 6 + long + grain.jitter(2)],
            ]
        ) { [0, -3.4, 3.4, 0][$0] }
    }

    private mutating func swept(from x: Double, using grain: inout SeededGenerator) {
        part = x
        let way: Double = x > 0 ? -1 : 1
        let top = grain.number(in: -27 ... -22)
        // Away from the parting the locks get longer; on its other side there is one short lock.
        var roots: [Point] = [
            [x, top], [x + way * 10, -16], [x + way * 20, -12.5], [x + way * 29, -10], [way * 23.5, -7],
        ]
        var tips: [Point] = [
            [x + way * 14, -7 + grain.jitter(1.5)], [x + way * 24, -4.5 + grain.jitter(1.5)],
            [x + way * 31.5, -2 + grain.jitter(2)], [way * 25.5, 4 + grain.jitter(2)],
        ]
        roots[3].x = way * min(abs(roots[3].x), 21)
        tips[2].x = way * min(abs(tips[2].x), 24)
        let other: [Point] = [[-way * 23.5, -7]]
        let otherTip: [Point] = [[-way * 23.5, 3 + grain.jitter(3)]]
        let bend = grain.number(in: 1.5...3) * way
        if way > 0 {
            add(roots: other + roots, tips: otherTip + tips) { $0 == 0 ? -bend : bend }
        } else {
            add(roots: roots.reversed() + other, tips: tips.reversed() + otherTip) { $0 == 4 ? -bend : bend }
        }
    }

    private mutating func middleLock(using grain: inout SeededGenerator) {
        let lean = grain.jitter(3)
        add(
            roots: [[-23.5, -8], [-15.5, -13], [-6, -16], [6, -16], [15.5, -13], [23.5, -8]],
            tips: [
                [-22 + grain.jitter(1), 3 + grain.jitter(2)], [-12 + grain.jitter(1.5), -5 + grain.jitter(1.5)],
                [lean, 1.5 + grain.jitter(3)], [12 + grain.jitter(1.5), -5 + grain.jitter(1.5)],
                [22 + grain.jitter(1), 3 + grain.jitter(2)],
            ]
        ) { [1, -0.8, lean * 0.3, 0.8, -1][$0] }
    }

    /// Combed back.
    private mutating func open(using grain: inout SeededGenerator) {
        let high = grain.number(in: -27 ... -22)
        part = grain.jitter(7)
        let dip = grain.chance(0.4) ? 4.0 : 0
        hairline = [
            .tip(-23.5, -5), .at(-21.5, -15), .at(-12, high + 3.5), .at(part, high + dip), .at(12, high + 3.5),
            .at(21.5, -15), .tip(23.5, -5),
        ]
    }

    private mutating func overOneEye(_ side: Double, using grain: inout SeededGenerator) {
        part = -side * 9
        let low = grain.jitter(3)
        var roots: [Point] = [
            [-side * 23.5, -8], [-side * 9, -25], [side * 0.5, -12], [side * 9, -1], [side * 17.5, 4 + low],
            [side * 23.8, -3],
        ]
        var tips: [Point] = [
            [-side * 21, -0.5 + grain.jitter(2)], [side * 1, -3.5 + grain.jitter(1.5)], [side * 9.5, 7.5 + low],
            [side * 17.5, 15 + low], [side * 23.5, 11 + low],
        ]
        var bends = [-side * 1.5, -side * 1.6, -side * 1.2, -side * 0.8, -side * 0.2]
        if side < 0 {
            roots.reverse()
            tips.reverse()
            bends.reverse()
        }
        add(roots: roots, tips: tips) { bends[$0] }
    }

    private mutating func curls(count: Int, using grain: inout SeededGenerator) {
        for index in 0..<count {
            let a = -23.5 + 47 * Double(index) / Double(count), b = a + 47 / Double(count)
            func notch(_ x: Double) -> Point { [x, -11 + abs(x) * 0.16] }
            locks.append(
                Lock(
                    left: notch(a), tip: [(a + b) / 2, -5 + abs(a + b) * 0.06 + grain.jitter(1.2)], right: notch(b),
                    isRound: true))
        }
    }

    private mutating func crossed(_ side: Double, using grain: inout SeededGenerator) {
        part = side * 4
        let x = side * 4
        add(
            roots: [
                [-23.5, -8], [-14, -13], [x - 5, -22], [x + 1.5, -17], [x + 6.5, -21], [15, -13], [23.5, -8],
            ],
            tips: [
                [-22.5, 4 + grain.jitter(2)], [-15.5 + grain.jitter(1), -4],
                [x - 1.5 - side * 4, -3 + grain.jitter(2)],
                [x + 3 + side * 3, -6 + grain.jitter(2)], [16 + grain.jitter(1), -4], [22.5, 4 + grain.jitter(2)],
            ]
        ) { [1, -2, -side * 1.5, side * 1.2, 2, -1][$0] }
    }
}
