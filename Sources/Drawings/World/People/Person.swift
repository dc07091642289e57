import Basics

/// Who is drawn: the face that people share with the portraits, and colours that are one person's own.
struct Person {
    let face: Face
    let paints: FacePaints
    let style: PaintStyle
    /// Colours for clothes, the main one first.
    let cloth: [Color]
    let isBoyish: Bool

    init(_ style: PaintStyle, using generator: inout SeededGenerator) {
        var face = Face(using: &generator)
        var hair =
            if style.isUsual {
                Face.HairColor.usual(using: &generator).color.varied(using: &generator)
            } else if generator.chance(0.6) {
                generator.element(of: Face.HairColor.natural).color.varied(using: &generator)
            } else {
                style.palette.color(using: &generator)
            }
        if hair.distance(to: style.palette.skin) < 0.14 { hair = hair.shaded(1.6) }
        face.setHair(hair)
        face.skin = Face.Skin.allCases.first { $0.color == style.palette.skin } ?? .usual
        face.shading =
            switch style.shading {
            case .flat: .flat
            case .cel: .twoTone
            case .soft: .soft
            }
        cloth = (0..<4).map { _ in style.palette.color(using: &generator) }
        face.clothesColor = .nearest(to: cloth[0])
        face.trimColor = .nearest(to: cloth[1])
        face.accessoryColor = .nearest(to: cloth[2])
        if face.accessory == .witchHat { face.accessory = .none }
        self.face = face
        self.style = style
        paints = FacePaints(face)
        isBoyish = face.hairStyle.isCropped && generator.chance(0.8)
    }

    var skin: Color { paints.skin }
    var hair: Color { paints.hair }

    /// This person as seen in a mirrored group, where the light must come from the other side.
    func mirrored() -> Person {
        Person(self, light: style.light.mirrored)
    }

    private init(_ other: Person, light: Point) {
        var style = other.style
        style.light = light
        (face, paints, self.style) = (other.face, other.paints, style)
        (cloth, isBoyish) = (other.cloth, other.isBoyish)
    }
}

extension Face {
    /// Hair of any colour: the shift from a named one is as large as it has to be.
    fileprivate mutating func setHair(_ color: Color) {
        hairColor = .brown
        let usual = hairColor.color
        proportions.hairShift = [
            Float(color.lightness - usual.lightness), Float(color.chroma - usual.chroma),
            Float(color.hue - usual.hue),
        ]
    }
}

extension Face.ClothesColor {
    fileprivate static func nearest(to color: Color) -> Face.ClothesColor {
        allCases.min { $0.color.distance(to: color) < $1.color.distance(to: color) } ?? .white
    }
}

extension Drawing {
    /// An area whose shadow is so many units deep, however long the area is.
    mutating func area(
        _ path: Path, _ region: Region, _ color: Color, _ style: PaintStyle, shadow: Double, pen: Pen? = .even
    ) {
        let size = path.bounds.size
        area(path, region, color, style, depth: shadow / max(0.1, min(size.x, size.y)), pen: pen)
    }

    /// What another drawing shows, with pens so many times as wide: what is drawn small needs fine lines.
    mutating func add(_ other: Drawing, pens factor: Double) {
        for node in other.nodes {
            switch node {
            case .group(let map, let clip, let inner): group(map, clip: clip) { $0.add(inner, pens: factor) }
            case .mark(let mark): add(mark, pens: factor)
            }
        }
    }

    private mutating func add(_ mark: Mark, pens factor: Double) {
        // Finer than this a line is lost in a small picture.
        func thinned(_ pen: Pen) -> Pen { pen.scaled(max(factor, min(1, 0.45 / pen.width))) }
        switch (mark.ink, mark.region, mark.paint) {
        case (.line(let pen, let ink)?, let region?, let paint?):
            area(mark.path, region, paint, ink: ink, pen: thinned(pen))
        case (.line(let pen, let ink)?, _, _): line(mark.path, ink, thinned(pen))
        case (.solid(let ink)?, let region, _): solid(mark.path, region, ink)
        case (nil, let region?, let paint?): area(mark.path, region, paint, pen: nil)
        case (nil, _, let paint?): tint(mark.path, paint, isEvenOdd: mark.isEvenOdd)
        case (nil, _, nil): break
        }
    }
}
