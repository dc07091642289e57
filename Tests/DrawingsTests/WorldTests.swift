import Basics
import Pictures
import Testing

@testable import Drawings

/// The drawn world: every picture by itself, in exact register, and no two alike.
@Suite("The drawn world")
struct WorldTests {
    private static let pictures = (-4..<12).map { DrawnWorld(seed: 3, size: 64)[$0] }

    @Test("A picture depends on the seed and its index only")
    func repeatable() {
        #expect(DrawnWorld(seed: 3, size: 64)[5] == Self.pictures[9])
        #expect(DrawnWorld(seed: 4, size: 64)[5] != Self.pictures[9])
        #expect(Set(Self.pictures.map(\.color.samples)).count == Self.pictures.count)
    }

    @Test("Each pixel belongs to paper or to an area that is known")
    func areas() {
        for picture in Self.pictures {
            let numbers = Set(picture.map.samples)
            #expect(numbers.count > 1 && !picture.areas.isEmpty)
            #expect(numbers.allSatisfy { Int($0) <= min(255, picture.areas.count) })
        }
    }

    @Test("Line art is ink on paper, and where ink is, the coloured picture is darker than white")
    func register() {
        for picture in Self.pictures {
            let ink = picture.lines.samples.indices.filter { picture.lines.samples[$0] < 140 }
            #expect(ink.count > 30 && ink.count < 64 * 64 / 2, "\(ink.count)")
            let dark = ink.count { pixel in (0..<3).contains { picture.color.samples[3 * pixel + $0] < 200 } }
            #expect(Double(dark) > 0.9 * Double(ink.count))
        }
    }

    @Test("Every subject draws something at any state, within its bounds", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func subjects(seed: UInt64) {
        let kinds = WorldSheet.subjects
        for kind in kinds {
            var generator = SeededGenerator(seed: seed)
            let style = PaintStyle(using: &generator)
            var sheet = Drawing()
            sheet.group(.moving(50, 50)) { kind.draw(in: &$0, style, using: &generator) }
            let easel = Easel(size: 64, style: LineStyle(width: 1.2), map: .areas)
            easel.render(sheet)
            #expect(easel.lines.greyPicture(isInk: true).samples.contains { $0 < 128 }, "\(kind)")
            #expect(!easel.areas.isEmpty, "\(kind)")
        }
    }

    @Test("In usual colours skin is of one tone, and hair is mostly brown; otherwise both are of all kinds")
    func usualColors() {
        func people(isUsual: Bool) -> [Person] {
            (0..<60 as Range<UInt64>).map { seed in
                var generator = SeededGenerator(seed: seed)
                return Person(PaintStyle(inUsualColors: isUsual, using: &generator), using: &generator)
            }
        }
        let (usual, any) = (people(isUsual: true), people(isUsual: false))
        #expect(usual.allSatisfy { $0.skin == Face.Skin.usual.color })
        #expect(!any.allSatisfy { $0.skin == Face.Skin.usual.color })
        func brown(_ people: [Person]) -> Int {
            people.count { $0.hair.distance(to: Face.HairColor.brown.color) < 0.12 }
        }
        #expect(brown(usual) > 35 && brown(any) < 30, "\(brown(usual)), \(brown(any))")
        let world = DrawnWorld(seed: 3, size: 64)
        #expect(world.picture(at: 5, inUsualColors: false) == world[5])
        #expect(world.picture(at: 5, inUsualColors: true) == world.picture(at: 5, inUsualColors: true))
    }

    @Test("Gaps take ink away, and a second stroke adds some")
    func lineStyles() {
        func ink(_ change: (inout LineStyle) -> Void) -> Int {
            var style = LineStyle(width: 2)
            change(&style)
            var sheet = Drawing()
            for radius in [10.0, 20, 30, 40] { sheet.line(.circle([50, 50], radius), Color(0.2, 0, 0), .even) }
            let easel = Easel(size: 128, style: style, map: .areas, seed: 1)
            easel.render(sheet)
            return easel.lines.greyPicture(isInk: true).samples.reduce(0) { $0 + 255 - Int($1) }
        }
        let plain = ink { _ in }
        #expect(ink { ($0.gapChance, $0.gap) = (1, 6) } < plain)
        #expect(ink { ($0.passes, $0.wobble) = (2, 0.6) } > plain)
    }
}
