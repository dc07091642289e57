import Basics

/// The colours of one animal.
struct AnimalCoat {
    var main, light, dark, skin, accent: Color
    var isMarked, hasSocks: Bool

    init(_ main: Color, on sketch: inout ThingSketch) {
        self.main = main
        light = sketch.isUsual ? main.mixed(Color(0.97, 0.015, 80), sketch.number(0.6, 1)) : sketch.color()
        dark = sketch.isUsual ? main.shaded(sketch.number(1.6, 3)) : sketch.color()
        skin = sketch.usual(Color(0.83, 0.09, 15), Color(0.78, 0.1, 25))
        accent = sketch.color()
        isMarked = sketch.chance(0.5)
        hasSocks = sketch.chance(0.4)
    }
}

extension SittingAnimal.Kind {
    func coat(on sketch: inout ThingSketch) -> AnimalCoat {
        let brown = Color(0.6, 0.08, 60), cream = Color(0.9, 0.05, 80), grey = Color(0.72, 0.01, 260)
        let main =
            switch self {
            case .cat: sketch.usual(Color(0.78, 0.12, 65), grey, Color(0.35, 0.02, 280), cream, brown)
            case .dog: sketch.usual(brown, cream, Color(0.72, 0.1, 70), Color(0.45, 0.06, 50))
            case .rabbit: sketch.usual(Color(0.96, 0.01, 60), grey, Color(0.8, 0.05, 70))
            case .bear: sketch.usual(brown, Color(0.5, 0.07, 50), Color(0.95, 0.01, 230))
            case .fox: sketch.usual(Color(0.72, 0.15, 55), Color(0.68, 0.17, 45))
            case .mouse: sketch.usual(grey, cream, Color(0.62, 0.02, 50))
            case .panda: sketch.usual(Color(0.97, 0.005, 90))
            case .pig: sketch.usual(Color(0.85, 0.08, 10))
            case .tiger: sketch.usual(Color(0.76, 0.14, 65))
            case .lion: sketch.usual(Color(0.83, 0.11, 80))
            case .koala: sketch.usual(Color(0.74, 0.015, 250))
            case .frog: sketch.usual(Color(0.74, 0.17, 135), Color(0.66, 0.14, 145))
            case .dragon:
                sketch.usual(
                    Color(0.7, 0.15, 145), Color(0.6, 0.18, 28), Color(0.65, 0.13, 250), Color(0.6, 0.14, 310))
            }
        var coat = AnimalCoat(main, on: &sketch)
        if sketch.isUsual {
            switch self {
            case .panda, .tiger: coat.dark = Color(0.3, 0.02, 280)
            case .lion: coat.dark = Color(0.58, 0.12, 50)
            case .pig: coat.light = main.lit(0.5)
            default: break
            }
        }
        return coat
    }
}
