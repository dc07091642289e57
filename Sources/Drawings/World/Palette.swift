import Basics

/// A few colours that go together, most of them light and calm, as on a coloured page: what a colorizer answers where nothing
/// is said about a colour is the middle of all that it has met.
struct Palette: Sendable {
    private let colors: [Color]
    /// Of one person's skin.
    let skin: Color

    init(hasUsualSkin: Bool, using generator: inout SeededGenerator) {
        let hue = generator.number(in: 0...360)
        let turns = generator.element(of: [
            [0.0, 25, -25], [0, 180, 150], [0, 120, 240], [0, 30, 180], [0, 90, 200],
        ])
        let strength = generator.number(in: 0.5...1.25)
        colors = (0..<7).map { _ in
            let turned = hue + generator.element(of: turns) + generator.jitter(14)
            switch generator.weighted([(0, 5), (1, 3), (2, 1), (3, 1)]) {
            case 0:
                return Color(generator.number(in: 0.82...0.96), strength * generator.number(in: 0.015...0.08), turned)
            case 1:
                return Color(generator.number(in: 0.64...0.84), strength * generator.number(in: 0.07...0.17), turned)
            case 2:
                return Color(generator.number(in: 0.3...0.55), strength * generator.number(in: 0.03...0.13), turned)
            default: return Color(generator.number(in: 0.86...0.99), 0.008, turned)
            }
        }
        // A colorizer that is told nothing is to answer with the skin that most such drawings have.
        skin =
            hasUsualSkin
            ? Face.Skin.usual.color
            : generator.weighted(Face.Skin.allCases.map { ($0, $0 == .usual ? 24 : 1) }).color
    }

    /// One of its colours, a little different each time.
    func color(using generator: inout SeededGenerator) -> Color {
        generator.element(of: colors).varied(using: &generator)
    }

    /// Any colour at all, with the chance of being strong.
    static func anyColor(using generator: inout SeededGenerator) -> Color {
        Color(
            generator.number(in: 0.25...0.98), generator.number(in: 0...0.2) * generator.number(in: 0.3...1),
            generator.number(in: 0...360))
    }
}

extension Color {
    /// This colour, a little different each time.
    func varied(
        by amount: Double = 0.02, lightest: Double = 0.99, using generator: inout SeededGenerator
    ) -> Color {
        Color(
            min(lightest, max(0.1, lightness + generator.jitter(amount))), chroma,
            hue + generator.jitter(amount) * 200, alpha: alpha)
    }
}
