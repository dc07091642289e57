import Basics

/// What an area is made of, which decides how it takes the light.
enum Material: UInt8, CaseIterable, Sendable {
    case sky, cloud, rock, foliage, grass, earth, water
    case plaster, brick, tiles, wood, cloth, glass, metal, paper

    /// How rough it looks in a photograph: the contrast of its texture, and the size of its specks in units of the sheet.
    var texture: (contrast: Double, size: Double) {
        switch self {
        case .sky: (0.003, 9)
        case .cloud: (0.02, 5)
        case .rock: (0.05, 2.4)
        case .foliage: (0.1, 1.3)
        case .grass: (0.07, 0.9)
        case .earth: (0.045, 1)
        case .water: (0.04, 2)
        case .plaster: (0.012, 2.6)
        case .brick: (0.06, 1.2)
        case .tiles: (0.06, 1)
        case .wood: (0.035, 1.4)
        case .cloth: (0.03, 1.8)
        case .glass: (0.05, 3.5)
        case .metal: (0.03, 1.5)
        case .paper: (0.015, 2)
        }
    }
}

/// An area of a scene.
struct SceneShape: Sendable {
    var path: Path
    /// Under white light.
    var color: Color
    var material: Material
    /// From 0 in front to 1 at the horizon, where haze hides it.
    var distance = 0.0
    var isOutlined = true
    /// How far the area is turned from the light: 0 full light to 1.
    var shade = 0.0
}

/// A scene as shapes from back to front on the sheet of 100 × 100.
struct SceneLayout {
    private(set) var shapes: [SceneShape] = []
    /// Random numbers of the layout; the painters have others.
    private var grain: SeededGenerator
    let scene: Scene

    init(_ scene: Scene) {
        self.scene = scene
        grain = SeededGenerator(seed: scene.grain)
        switch scene.place {
        case .landscape: addLandscape()
        case .street: addStreet()
        case .room: addRoom()
        }
    }

    mutating func add(
        _ path: Path, _ color: Color, _ material: Material, distance: Double = 0, outlined: Bool = true,
        shade: Double = 0
    ) {
        shapes.append(
            SceneShape(
                path: path, color: color, material: material, distance: distance, isOutlined: outlined, shade: shade
            ))
    }

    // MARK: Random numbers

    mutating func number(in range: ClosedRange<Double>) -> Double { grain.number(in: range) }
    mutating func integer(in range: Range<Int>) -> Int { grain.integer(in: range) }
    mutating func chance(_ probability: Float) -> Bool { grain.chance(probability) }
    mutating func element<Value>(of values: [Value]) -> Value { grain.element(of: values) }

    /// The colour, a little different each time.
    mutating func varied(_ color: Color, by amount: Double = 0.03) -> Color {
        color.varied(by: amount, lightest: 0.98, using: &grain)
    }
}

// MARK: - What several places have

extension SceneLayout {
    var leaves: Color {
        switch scene.season {
        case .spring: Color(0.72, 0.15, 135)
        case .summer: Color(0.58, 0.14, 145)
        case .autumn: Color(0.66, 0.15, 62)
        }
    }

    var meadow: Color {
        switch scene.season {
        case .spring: Color(0.78, 0.15, 128)
        case .summer: Color(0.7, 0.14, 132)
        case .autumn: Color(0.72, 0.12, 100)
        }
    }

    /// The sky over the whole sheet, with clouds above `horizon`.
    mutating func addSky(above horizon: Double, clouds: Int) {
        let color =
            switch scene.hour {
            case .morning: Color(0.84, 0.07, 225)
            case .noon: Color(0.76, 0.1, 240)
            case .evening: Color(0.78, 0.1, 45)
            }
        add(.rectangle([-2, -2], [104, horizon + 12]), color, .sky, distance: 0, outlined: false)
        for _ in 0..<clouds {
            let size = number(in: 5...13)
            addCloud([number(in: 0...100), number(in: 4...max(6, horizon - 14))], size)
        }
    }

    mutating func addCloud(_ centre: Point, _ size: Double) {
        let count = integer(in: 4..<7)
        var knots: [Knot] = [.tip(-1.3, 0.3)]
        for index in 0..<count {
            let x = -1.15 + 2.3 * (Double(index) + 0.5) / Double(count)
            let rise = 1 - x * x * 0.6
            knots.append(.at(x, -number(in: 0.35...0.8) * rise))
            if index + 1 < count { knots.append(.tip(x + 1.15 / Double(count), -0.2 * rise)) }
        }
        knots += [.tip(1.3, 0.3), .at(0, 0.36)]
        add(
            Path(through: knots.map { knot in knot.mapped { centre + $0 * size } }), Color(0.97, 0.01, 240), .cloud,
            outlined: false)
    }

    /// A line of hills from edge to edge, and everything below it.
    mutating func ridge(at height: Double, swing: Double, points: Int, rough: Bool) -> Path {
        var knots: [Knot] = [.tip(-5, 110)]
        for index in 0...points {
            let x = -5 + 110 * Double(index) / Double(points)
            let y = height + number(in: -swing...swing)
            knots.append(rough && index % 2 == 1 ? .tip(x, y - swing) : rough ? .tip(x, y) : .at(x, y))
        }
        knots.append(.tip(105, 110))
        return Path(through: knots)
    }

    /// A tree whose trunk stands at `foot`.
    mutating func addTree(at foot: Point, height: Double, distance: Double = 0) {
        let width = height * number(in: 0.05...0.08)
        let bend = number(in: -0.05...0.05) * height
        add(
            Path(through: [
                .tip(foot.x - width, foot.y), .at(foot.x - width * 0.5 + bend * 0.5, foot.y - height * 0.3),
                .tip(foot.x - width * 0.4 + bend, foot.y - height * 0.6),
                .tip(foot.x + width * 0.4 + bend, foot.y - height * 0.6),
                .at(foot.x + width * 0.5 + bend * 0.5, foot.y - height * 0.3), .tip(foot.x + width, foot.y),
            ]), varied(Color(0.45, 0.06, 55)), .wood, distance: distance)
        let centre = Point(foot.x + bend, foot.y - height * 0.68)
        addCrown(centre, height * number(in: 0.3...0.38), varied(leaves), distance: distance)
    }

    /// A mass of leaves with a bumpy outline.
    mutating func addCrown(_ centre: Point, _ radius: Double, _ color: Color, distance: Double = 0) {
        let bumps = integer(in: 8..<12)
        var knots: [Knot] = []
        for index in 0..<bumps {
            let angle = 2 * .pi * Double(index) / Double(bumps)
            let half = .pi / Double(bumps)
            knots.append(.tip(centre + Point(angle: angle - half).scaled(radius * 0.9, radius * 0.8)))
            knots.append(
                .at(centre + Point(angle: angle).scaled(radius, radius * 0.9) * number(in: 1.02...1.18)))
        }
        add(Path(through: knots), color, .foliage, distance: distance)
    }

    /// A flat shape in a quadrilateral whose corners are given clockwise from the upper left: `u` and `v` from 0 to 1.
    func panel(_ corners: [Point], u: ClosedRange<Double>, v: ClosedRange<Double>) -> Path {
        func place(_ u: Double, _ v: Double) -> Point {
            between(between(corners[0], corners[1], u), between(corners[3], corners[2], u), v)
        }
        return .polygon([
            place(u.lowerBound, v.lowerBound), place(u.upperBound, v.lowerBound), place(u.upperBound, v.upperBound),
            place(u.lowerBound, v.upperBound),
        ])
    }
}
