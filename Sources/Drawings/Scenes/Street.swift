// Two rows of houses that run to a point.

extension SceneLayout {
    mutating func addStreet() {
        let vanishing = Point(number(in: 38...62), number(in: 44...54))
        addSky(above: vanishing.y, clouds: integer(in: 1..<4))
        addDistance(at: vanishing)
        let kerb = number(in: 14...24)
        addGround(to: vanishing, kerb: kerb)
        addRow(side: 0, kerb: kerb, vanishing)
        addRow(side: 100, kerb: kerb, vanishing)
        addStreetFurniture(kerb: kerb, vanishing)
    }

    private mutating func addDistance(at vanishing: Point) {
        add(ridge(at: vanishing.y - 3, swing: 2, points: 5, rough: false), varied(leaves), .foliage, distance: 0.7)
        for _ in 0..<4 {
            let (x, high) = (vanishing.x + number(in: -16...12), number(in: 4...14))
            add(
                .rectangle([x, vanishing.y - high], [number(in: 4...8), high + 2]), varied(Color(0.75, 0.04, 250)),
                .plaster, distance: 0.75)
        }
    }

    private mutating func addGround(to vanishing: Point, kerb: Double) {
        add(
            .polygon([[-2, 104], [-2, vanishing.y + 8], vanishing, [102, vanishing.y + 8], [102, 104]]),
            varied(Color(0.78, 0.015, 70)), .earth)
        add(.polygon([[kerb, 104], vanishing, [100 - kerb, 104]]), varied(Color(0.55, 0.012, 265)), .earth)
        for dash in 0..<5 {
            let near = depth(Double(dash) * 0.75), far = depth(Double(dash) * 0.75 + 0.35)
            func place(_ x: Double, _ share: Double) -> Point { between([x, 104], vanishing, share) }
            add(
                .polygon([place(48.6, near), place(48.6, far), place(51.4, far), place(51.4, near)]),
                Color(0.95, 0.01, 90), .paper, outlined: false)
        }
    }

    /// The share of the way to the vanishing point at which something lies that is so far away.
    private func depth(_ away: Double) -> Double { 1 - 1 / (1 + away) }

    private mutating func addRow(side: Double, kerb: Double, _ vanishing: Point) {
        let edge = side == 0 ? -kerb * 0.55 : 100 + kerb * 0.55
        var away = 0.0
        var houses: [(near: Double, far: Double, top: Double)] = []
        while away < 4 {
            let width = number(in: 0.5...0.9)
            houses.append((depth(away), depth(away + width), number(in: -34...12)))
            away += width
        }
        for house in houses.reversed() {
            func place(_ y: Double, _ share: Double) -> Point { between([edge, y], vanishing, share) }
            let corners = [
                place(house.top, house.near), place(house.top, house.far), place(100, house.far),
                place(100, house.near),
            ]
            addFacade(corners, isLit: side == 0, distance: house.near * 0.55)
        }
    }

    private mutating func addFacade(_ corners: [Point], isLit: Bool, distance: Double) {
        let wall = varied(
            element(of: [
                Color(0.9, 0.04, 80), Color(0.8, 0.07, 45), Color(0.84, 0.04, 220), Color(0.78, 0.06, 150),
                Color(0.72, 0.08, 30),
            ]))
        let material: Material = chance(0.4) ? .brick : .plaster
        let shade = isLit ? 0.0 : 0.6
        add(.polygon(corners), wall, material, distance: distance, shade: shade)
        let (floors, columns) = (integer(in: 2..<4), integer(in: 2..<4))
        for floor in 0..<floors {
            for column in 0..<columns {
                let u = (Double(column) + 0.25) / Double(columns), v = 0.08 + 0.6 * Double(floor) / Double(floors)
                add(
                    panel(corners, u: u...(u + 0.5 / Double(columns)), v: v...(v + 0.36 / Double(floors))),
                    varied(Color(0.7, 0.06, 235)), .glass, distance: distance, shade: shade)
            }
        }
        let awning = varied(
            element(of: [
                Color(0.6, 0.18, 28), Color(0.6, 0.13, 150), Color(0.55, 0.13, 255), Color(0.8, 0.14, 85),
            ]))
        add(panel(corners, u: 0.08...0.92, v: 0.7...0.77), awning, .cloth, distance: distance, shade: shade)
        add(
            panel(corners, u: 0.12...0.5, v: 0.78...0.93), Color(0.62, 0.05, 235), .glass, distance: distance,
            shade: shade)
        add(
            panel(corners, u: 0.6...0.8, v: 0.78...1), varied(Color(0.45, 0.09, 40)), .wood, distance: distance,
            shade: shade)
    }

    private mutating func addStreetFurniture(kerb: Double, _ vanishing: Point) {
        for away in [1.6, 0.7] {
            let share = depth(away)
            for x in [kerb - 4, 104 - kerb] where chance(0.6) {
                let foot = between(Point(x, 102), vanishing, share), size = 1 - share
                if chance(0.5) {
                    addTree(at: foot, height: 62 * size, distance: share * 0.4)
                } else {
                    let top = foot + [0, -58 * size]
                    add(
                        Path(along: [foot, top], width: 1.6 * size), Color(0.35, 0.02, 250), .metal,
                        distance: share * 0.4)
                    add(.circle(top, 2.6 * size), Color(0.95, 0.07, 90), .glass, distance: share * 0.4)
                }
            }
        }
    }
}
