// Hills under a sky, with trees, water, a house.

extension SceneLayout {
    mutating func addLandscape() {
        let horizon = number(in: 44...58)
        addSky(above: horizon, clouds: integer(in: 2..<5))
        addMountains(at: horizon)
        addHills(from: horizon)
        if chance(0.5) { addLake(at: horizon + 12) } else { addWay(from: horizon + 10) }
        if chance(0.6) {
            addHouse(at: [number(in: 15...85), horizon + number(in: 12...18)], size: number(in: 8...14))
        }
        for _ in 0..<integer(in: 1..<4) {
            addTree(at: [number(in: 2...98), number(in: 74...96)], height: number(in: 34...58))
        }
        addForeground()
    }

    private mutating func addMountains(at horizon: Double) {
        let stone = varied(Color(0.6, 0.05, 255))
        add(ridge(at: horizon - number(in: 4...10), swing: 6, points: 8, rough: true), stone, .rock, distance: 0.8)
        if chance(0.6) {
            add(ridge(at: horizon - 1, swing: 3, points: 6, rough: false), varied(leaves), .foliage, distance: 0.6)
        }
    }

    private mutating func addHills(from horizon: Double) {
        add(ridge(at: horizon + 5, swing: 3, points: 4, rough: false), varied(meadow), .grass, distance: 0.35)
        for _ in 0..<integer(in: 3..<8) {
            let foot = Point(number(in: 0...100), horizon + number(in: 6...11))
            addCrown(foot, number(in: 2...4), varied(leaves), distance: 0.4)
        }
        add(ridge(at: horizon + 14, swing: 3, points: 3, rough: false), varied(meadow), .grass, distance: 0.12)
    }

    private mutating func addLake(at height: Double) {
        let centre = Point(number(in: 25...75), height + number(in: 8...14))
        let water = scene.hour == .evening ? Color(0.72, 0.08, 60) : Color(0.72, 0.08, 235)
        let (wide, deep) = (number(in: 22...38), number(in: 4...7))
        add(
            Path(through: [
                .at(centre + [-wide, 0]), .at(centre + [-wide * 0.3, -deep]),
                .at(centre + [wide * 0.5, -deep * 0.8]),
                .at(centre + [wide, deep * 0.2]), .at(centre + [wide * 0.3, deep]),
                .at(centre + [-wide * 0.5, deep * 0.9]),
            ]), water, .water, distance: 0.1)
    }

    private mutating func addWay(from height: Double) {
        let (start, end) = (number(in: 30...70), number(in: 20...80))
        let middle = (start + end) / 2 + number(in: -16...16)
        add(
            Path(through: [
                .tip(start - 1.2, height), .at(middle - 5, height + 18), .tip(end - 16, 104), .tip(end + 16, 104),
                .at(middle + 5, height + 18), .tip(start + 1.2, height),
            ]), varied(Color(0.8, 0.06, 80)), .earth)
    }

    mutating func addHouse(at foot: Point, size: Double) {
        let wall = varied(element(of: [Color(0.93, 0.03, 85), Color(0.85, 0.06, 60), Color(0.9, 0.03, 230)]))
        let roof = varied(element(of: [Color(0.55, 0.14, 35), Color(0.5, 0.1, 255), Color(0.52, 0.1, 150)]))
        let (x, y, s) = (foot.x, foot.y, size)
        let front = [Point(x - s, y - s), Point(x + s * 0.2, y - s), Point(x + s * 0.2, y), Point(x - s, y)]
        let side = [
            Point(x + s * 0.2, y - s), Point(x + s, y - s * 0.9), Point(x + s, y - s * 0.12), Point(x + s * 0.2, y),
        ]
        add(.polygon(front), wall, .plaster, distance: 0.08)
        add(.polygon(side), wall, .plaster, distance: 0.08, shade: 0.7)
        let gable = Point(x - s * 0.4, y - s * 1.75), ridgeEnd = Point(x + s * 0.5, y - s * 1.6)
        add(.polygon([front[0] + [-1, 0], gable, front[1]]), wall, .plaster, distance: 0.08)
        add(
            .polygon([gable + [-0.5, -0.5], ridgeEnd, side[1] + [1, 0.6], front[1] + [0.4, 0.8]]), roof, .tiles,
            distance: 0.08)
        add(panel(front, u: 0.15...0.45, v: 0.25...0.6), Color(0.8, 0.06, 230), .glass, distance: 0.08)
        add(panel(front, u: 0.6...0.85, v: 0.4...1), varied(Color(0.5, 0.1, 45)), .wood, distance: 0.08)
        add(panel(side, u: 0.3...0.7, v: 0.25...0.6), Color(0.72, 0.06, 230), .glass, distance: 0.08, shade: 0.5)
    }

    private mutating func addForeground() {
        add(ridge(at: 94, swing: 3, points: 5, rough: false), varied(meadow), .grass)
        let petals = element(of: [
            Color(0.85, 0.14, 350), Color(0.9, 0.15, 95), Color(0.97, 0.02, 90), Color(0.7, 0.15, 300),
        ])
        for _ in 0..<integer(in: 6..<16) {
            let centre = Point(number(in: 0...100), number(in: 92...99))
            add(.star(centre, number(in: 1...1.9), points: 5, depth: 0.55), varied(petals), .cloth, outlined: false)
        }
    }
}
