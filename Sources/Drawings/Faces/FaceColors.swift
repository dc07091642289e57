// The colours that faces are painted with, by name.

extension Face {
    public enum HairColor: String, CaseIterable, Sendable {
        case black, darkBrown = "dark brown", brown, chestnut, auburn, ginger, honey, blond, platinum, ash, silver
        case white, pink, hotPink = "hot pink", rose, red, crimson, orange, peach, lemon, lime, green, forest, mint
        case teal, aqua, sky, blue, navy, indigo, lavender, purple, plum

        var color: Color {
            switch self {
            case .black: Color(0.30, 0.025, 285)
            case .darkBrown: Color(0.36, 0.045, 45)
            case .brown: Color(0.47, 0.075, 55)
            case .chestnut: Color(0.52, 0.10, 48)
            case .auburn: Color(0.50, 0.125, 36)
            case .ginger: Color(0.67, 0.145, 54)
            case .honey: Color(0.77, 0.115, 76)
            case .blond: Color(0.87, 0.105, 90)
            case .platinum: Color(0.93, 0.05, 92)
            case .ash: Color(0.68, 0.025, 75)
            case .silver: Color(0.80, 0.018, 265)
            case .white: Color(0.955, 0.012, 280)
            case .pink: Color(0.81, 0.105, 358)
            case .hotPink: Color(0.70, 0.185, 355)
            case .rose: Color(0.72, 0.11, 18)
            case .red: Color(0.60, 0.20, 27)
            case .crimson: Color(0.48, 0.165, 20)
            case .orange: Color(0.74, 0.16, 58)
            case .peach: Color(0.84, 0.09, 50)
            case .lemon: Color(0.91, 0.135, 102)
            case .lime: Color(0.83, 0.15, 125)
            case .green: Color(0.68, 0.14, 150)
            case .forest: Color(0.50, 0.095, 158)
            case .mint: Color(0.86, 0.09, 168)
            case .teal: Color(0.62, 0.10, 195)
            case .aqua: Color(0.82, 0.095, 205)
            case .sky: Color(0.77, 0.105, 235)
            case .blue: Color(0.60, 0.15, 256)
            case .navy: Color(0.40, 0.10, 266)
            case .indigo: Color(0.48, 0.14, 280)
            case .lavender: Color(0.78, 0.09, 300)
            case .purple: Color(0.57, 0.15, 305)
            case .plum: Color(0.44, 0.11, 335)
            }
        }

        /// Colours that hair has outside drawings.
        static let natural: [HairColor] = [
            .black, .black, .darkBrown, .darkBrown, .brown, .brown, .chestnut, .auburn, .ginger, .honey, .blond,
            .blond, .platinum, .ash, .silver, .white,
        ]
    }

    public enum EyeColor: String, CaseIterable, Sendable {
        case brown, hazel, amber, gold, red, rose, pink, violet, indigo, blue, sky, aqua, teal, emerald, green, grey

        var color: Color {
            switch self {
            case .brown: Color(0.50, 0.10, 48)
            case .hazel: Color(0.58, 0.10, 80)
            case .amber: Color(0.68, 0.145, 64)
            case .gold: Color(0.79, 0.15, 88)
            case .red: Color(0.56, 0.20, 25)
            case .rose: Color(0.63, 0.16, 8)
            case .pink: Color(0.70, 0.16, 350)
            case .violet: Color(0.56, 0.17, 305)
            case .indigo: Color(0.50, 0.17, 280)
            case .blue: Color(0.58, 0.17, 258)
            case .sky: Color(0.70, 0.13, 235)
            case .aqua: Color(0.76, 0.11, 205)
            case .teal: Color(0.65, 0.11, 190)
            case .emerald: Color(0.64, 0.14, 162)
            case .green: Color(0.70, 0.16, 138)
            case .grey: Color(0.60, 0.025, 260)
            }
        }
    }

    public enum Skin: String, CaseIterable, Sendable {
        case porcelain, ivory, fair, peach, rosy, sand, honey, tan, caramel, brown, chestnut, umber, ebony

        var color: Color {
            switch self {
            case .porcelain: Color(0.955, 0.018, 55)
            case .ivory: Color(0.94, 0.030, 70)
            case .fair: Color(0.93, 0.036, 58)
            case .peach: Color(0.91, 0.048, 55)
            case .rosy: Color(0.905, 0.045, 38)
            case .sand: Color(0.88, 0.055, 68)
            case .honey: Color(0.84, 0.068, 66)
            case .tan: Color(0.78, 0.078, 60)
            case .caramel: Color(0.71, 0.085, 58)
            case .brown: Color(0.62, 0.082, 54)
            case .chestnut: Color(0.54, 0.075, 50)
            case .umber: Color(0.47, 0.062, 48)
            case .ebony: Color(0.40, 0.048, 45)
            }
        }
    }

    public enum ClothesColor: String, CaseIterable, Sendable {
        case white, cream, grey, charcoal, navy, blue, sky, teal, mint, green, olive, yellow, orange, red, wine, pink
        case rose, lavender, purple, brown

        var color: Color {
            switch self {
            case .white: Color(0.97, 0.006, 260)
            case .cream: Color(0.94, 0.035, 88)
            case .grey: Color(0.72, 0.012, 260)
            case .charcoal: Color(0.36, 0.018, 275)
            case .navy: Color(0.37, 0.085, 265)
            case .blue: Color(0.55, 0.15, 258)
            case .sky: Color(0.80, 0.085, 232)
            case .teal: Color(0.60, 0.095, 195)
            case .mint: Color(0.88, 0.07, 165)
            case .green: Color(0.62, 0.13, 150)
            case .olive: Color(0.58, 0.085, 115)
            case .yellow: Color(0.88, 0.14, 94)
            case .orange: Color(0.75, 0.155, 60)
            case .red: Color(0.58, 0.19, 26)
            case .wine: Color(0.42, 0.12, 14)
            case .pink: Color(0.84, 0.085, 355)
            case .rose: Color(0.68, 0.15, 5)
            case .lavender: Color(0.80, 0.075, 300)
            case .purple: Color(0.52, 0.14, 305)
            case .brown: Color(0.50, 0.075, 55)
            }
        }
    }
}
