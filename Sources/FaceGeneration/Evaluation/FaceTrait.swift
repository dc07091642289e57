import Drawings

/// A trait of drawn faces with few classes, which can be seen at a small size.
public enum FaceTrait: String, CaseIterable, Sendable {
    case hair = "hair colour"
    case length = "hair length"
    case skin
    case mouth

    /// The names of its classes, by number.
    public var classes: [String] {
        switch self {
        case .hair: HairFamily.allCases.map(\.rawValue)
        case .length: ["short", "medium", "long"]
        case .skin: ["light", "medium", "dark"]
        case .mouth: ["closed", "open"]
        }
    }

    /// The number of a face's class.
    public func label(of face: Face) -> Int {
        switch self {
        case .hair: HairFamily.allCases.firstIndex(of: HairFamily(face.hairColor)) ?? 0
        case .length: Self.length(of: face.hairStyle)
        case .skin: Self.skin(face.skin)
        case .mouth: Self.isOpen(face.mouth) ? 1 : 0
        }
    }

    private static func length(of style: Face.HairStyle) -> Int {
        switch style {
        case .short, .pixie, .spiky, .tousled, .curly, .topBun, .twinBuns: 0
        case .bob, .wolfCut, .ponyTail, .sideTail, .lowTails: 1
        case .longStraight, .longWavy, .hime, .twinTails, .braids, .ringlets, .halfUp: 2
        }
    }

    private static func skin(_ skin: Face.Skin) -> Int {
        switch skin {
        case .porcelain, .ivory, .fair, .peach, .rosy, .sand: 0
        case .honey, .tan, .caramel: 1
        case .brown, .chestnut, .umber, .ebony: 2
        }
    }

    private static func isOpen(_ mouth: Face.Mouth) -> Bool {
        switch mouth {
        case .openSmile, .grin, .fang, .smallO, .shout, .tongue: true
        case .smile, .wideSmile, .cat, .pressed, .smirk, .pout, .wavy, .frown: false
        }
    }
}

/// Hair colours that a small picture shows apart.
enum HairFamily: String, CaseIterable {
    case dark, brown, fair, pale, red, pink, green, blue, purple

    init(_ color: Face.HairColor) {
        self =
            switch color {
            case .black, .darkBrown: .dark
            case .brown, .chestnut, .auburn: .brown
            case .honey, .blond, .lemon, .peach: .fair
            case .platinum, .ash, .silver, .white: .pale
            case .ginger, .red, .crimson, .orange: .red
            case .pink, .hotPink, .rose: .pink
            case .lime, .green, .forest, .mint: .green
            case .teal, .aqua, .sky, .blue, .navy: .blue
            case .indigo, .lavender, .purple, .plum: .purple
            }
    }
}
