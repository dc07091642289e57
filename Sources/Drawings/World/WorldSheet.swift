import Basics

/// A picture of the drawn world put together: what is behind, and who and what stand in front of it.
struct WorldSheet {
    private(set) var drawing = Drawing()

    /// How fine the lines must be so that the smallest subject stays readable, in parts of those of a large one.
    private(set) var fineness = 1.0

    /// What a picture is of.
    private enum Theme {
        case fields, figure, head, group
        case things([any Subject.Type])
    }

    private static let themes: [(Theme, Float)] = [
        (.fields, 2.5), (.figure, 4), (.head, 2), (.group, 1), (.things(animals), 1), (.things(plantsAndFood), 0.8),
        (.things(belongings), 0.8), (.things(vehiclesAndHouses), 0.6),
    ]

    private static let fields: [any Subject.Type] = [Blobs.self, Ribbons.self, Strands.self, NestedShapes.self]
    private static let heads: [any Subject.Type] = [ThreeQuarterHead.self, ProfileHead.self]
    private static let animals: [any Subject.Type] = [
        SittingAnimal.self, SittingAnimal.self, StandingAnimal.self, Bird.self, RoundBird.self, Fish.self,
        SeaAnimal.self, Butterfly.self, Insect.self, Serpent.self,
    ]
    private static let plantsAndFood: [any Subject.Type] = [
        Flower.self, Flower.self, PottedPlant.self, Tree.self, Mushroom.self, Fruit.self, Food.self,
    ]
    private static let belongings: [any Subject.Type] = [
        Cup.self, Teapot.self, Bottle.self, Bag.self, Umbrella.self, Lamp.self, Books.self, Present.self, Sword.self,
        Shield.self, Crown.self, Toys.self,
    ]
    private static let vehiclesAndHouses: [any Subject.Type] = [
        Car.self, Train.self, Boat.self, Rocket.self, House.self, Castle.self, Robot.self, Balloon.self,
    ]

    /// All that pictures can be of.
    static let subjects: [any Subject.Type] =
        fields + heads + [Figure.self, Group.self] + animals + plantsAndFood + belongings + vehiclesAndHouses

    init(inUsualColors isUsual: Bool, using generator: inout SeededGenerator) {
        let style = PaintStyle(inUsualColors: isUsual, using: &generator)
        drawBackground(style, using: &generator)
        switch generator.weighted(Self.themes) {
        case .fields: drawFields(style, using: &generator)
        case .figure: drawFigure(style, using: &generator)
        case .head: draw(generator.element(of: Self.heads), style, scale: 0.9...1.3, using: &generator)
        case .group: drawGroup(style, using: &generator)
        case .things(let kinds): drawThings(kinds, style, using: &generator)
        }
    }

    /// Paper, a wash, or a place.
    private mutating func drawBackground(_ style: PaintStyle, using generator: inout SeededGenerator) {
        let sheet: Path = .rectangle([-2, -2], [104, 104])
        switch generator.weighted([(0, 5), (1, 2.5), (2, 2.5)]) {
        case 0: drawing.tint(sheet, .white)
        case 1: drawing.area(sheet, .background, style.palette.color(using: &generator), pen: nil)
        default:
            Place.draw(in: &drawing, style, using: &generator)
            fineness = 0.8
        }
    }

    private mutating func draw(
        _ subject: any Subject.Type, _ style: PaintStyle, scale: ClosedRange<Double>, x: Double = 50,
        using generator: inout SeededGenerator
    ) {
        let scale = generator.number(in: scale)
        let place = Point(x + generator.jitter(8), 50 + generator.jitter(8))
        let map = Affine.moving(place.x, place.y) * .scaling(scale) * .turning(generator.jitter(0.1))
        drawing.group(map) { subject.draw(in: &$0, style, using: &generator) }
    }

    private mutating func drawFields(_ style: PaintStyle, using generator: inout SeededGenerator) {
        for _ in 0..<generator.integer(in: 1..<4) {
            let x = generator.number(in: 25...75)
            draw(generator.element(of: Self.fields), style, scale: 0.7...1.35, x: x, using: &generator)
        }
    }

    /// One thing, or a few side by side.
    private mutating func drawThings(
        _ kinds: [any Subject.Type], _ style: PaintStyle, using generator: inout SeededGenerator
    ) {
        let count = generator.weighted([(1, 6), (2, 3), (3, 1)])
        let scale = count == 1 ? 0.75...1.05 : 0.45...0.7
        if count > 1 { fineness = min(fineness, 0.7) }
        for index in 0..<count {
            let x = (Double(index) + 0.5) * 100 / Double(count)
            draw(generator.element(of: kinds), style, scale: scale, x: x, using: &generator)
        }
    }

    /// A whole figure, or more often one that is cut off by the lower edge, as portraits are.
    private mutating func drawFigure(_ style: PaintStyle, using generator: inout SeededGenerator) {
        guard generator.chance(0.65) else {
            fineness = min(fineness, 0.75)
            return draw(Figure.self, style, scale: 0.85...1.05, using: &generator)
        }
        let scale = generator.number(in: 1.2...2.4)
        let top = generator.number(in: -2...14)
        let map = Affine.moving(50 + generator.jitter(10), top + 50 * scale) * .scaling(scale)
        drawing.group(map) { Figure.draw(in: &$0, style, using: &generator) }
    }

    private mutating func drawGroup(_ style: PaintStyle, using generator: inout SeededGenerator) {
        fineness = min(fineness, 0.65)
        draw(Group.self, style, scale: 0.95...1.15, using: &generator)
    }
}
