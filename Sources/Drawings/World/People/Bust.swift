import Basics

/// A head on its shoulders, turned to the right or to the left.
enum Bust {
    static func draw<View: Head>(
        in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator,
        head makeHead: (Person, inout SeededGenerator) -> View
    ) {
        var person = Person(style, using: &generator)
        let looksLeft = generator.chance(0.5)
        if looksLeft { person = person.mirrored() }
        let head = makeHead(person, &generator)
        let scale = generator.number(in: 0.74...0.82)
        let tilt = Affine.turning(generator.jitter(0.1), about: [0, 22])
        let isSide = View.self == ProfileView.self && generator.chance(0.6)
        let squeeze = generator.number(in: 0.8...0.95)
        sheet.group(.scaling(looksLeft ? -1 : 1, 1) * .moving(0, 50 - 72 * scale) * .scaling(scale)) { sheet in
            sheet.group(tilt) { head.drawBehind(in: &$0) }
            if isSide {
                SideShoulders(person: person).draw(in: &sheet, using: &generator)
            } else {
                sheet.group(clip: .rectangle([-60, 0], [120, 74])) { sheet in
                    sheet.group(.moving(-3, 0) * .scaling(squeeze, 1)) {
                        Wardrobe(face: person.face, colors: person.paints).draw(in: &$0)
                    }
                }
            }
            sheet.group(tilt) { head.drawInFront(in: &$0) }
        }
    }
}

/// Neck, shoulders and the near arm as they look from the side; the person looks to the right.
struct SideShoulders {
    let person: Person

    func draw(in sheet: inout Drawing, using generator: inout SeededGenerator) {
        let (style, main, trim) = (person.style, person.cloth[0], person.cloth[1])
        let neck = Path(through: [
            .tip(-11, 8), .at(-12, 22), .at(-16, 34), .tip(-14, 44), .tip(12, 46), .at(7, 34), .at(5, 26),
            .tip(7, 12),
        ])
        sheet.area(neck, .skin, person.skin, style, shadow: 1.6)
        let chin = Path(through: [.tip(-2, 18), .at(2, 27), .tip(8, 22), .at(8, 16)])
        if style.shading != .flat { sheet.group(clip: neck) { $0.tint(chin, person.paints.skinShade) } }
        let chest = person.isBoyish ? 20.0 : 23.0
        let trunk = Path(through: [
            .tip(-16, 32), .at(-26, 38), .at(-31, 52), .tip(-29, 72), .tip(18, 72), .at(chest - 2, 62),
            .at(chest, 55),
            .at(15, 44), .tip(8, 35), .at(-2, 38),
        ])
        sheet.area(trunk, .clothes, main, style, shadow: 2.4)
        let sleeve = Path(through: [
            .at(-15, 39), .at(-6, 42), .at(-2, 54), .tip(-3, 72), .tip(-21, 72), .at(-22, 52),
        ])
        sheet.area(sleeve, .clothes, main.varied(by: 0.01, using: &generator), style, shadow: 2)
        sheet.line(Path(through: [[-5, 60], [-9, 61.5], [-12, 60.5]], closed: false), main.ink)
        drawCollar(trim, in: &sheet, using: &generator)
    }

    private func drawCollar(_ color: Color, in sheet: inout Drawing, using generator: inout SeededGenerator) {
        let style = person.style
        switch generator.integer(in: 0..<4) {
        case 0:
            let band = Path(through: [
                .tip(-15.4, 25), .at(-4, 29), .tip(8, 26), .tip(11, 35), .at(-2, 39), .tip(-18, 34),
            ])
            sheet.area(band, .clothes, color, style)
        case 1:
            let flap = Path(through: [
                .tip(-14.6, 28), .at(-4, 31.5), .tip(8, 30), .tip(13, 42), .at(-2, 42), .tip(-21, 38),
            ])
            sheet.area(flap, .clothes, color, style)
            Bow(centre: [13, 41], size: 6, color: person.cloth[2]).draw(in: &sheet, .clothes)
        case 2:
            let sailor = Path(through: [
                .tip(-15, 29), .at(-4, 35), .tip(8, 33), .tip(15, 47), .at(2, 45), .tip(-10, 55), .tip(-31, 50),
                .at(-25, 36),
            ])
            sheet.area(sailor, .clothes, color, style)
            Bow(centre: [15, 47], size: 6, color: person.cloth[2]).draw(in: &sheet, .clothes)
        default:
            let scarf = Path(through: [.at(-17, 27), .at(-4, 30), .at(10, 26), .at(14, 32), .at(0, 41), .at(-20, 36)])
            let tail = Path(through: [.tip(-14, 34), .tip(-7, 36), .tip(-16, 66), .tip(-25, 64)])
            sheet.area(tail, .clothes, color, style)
            sheet.area(scarf, .clothes, color, style)
        }
    }
}
