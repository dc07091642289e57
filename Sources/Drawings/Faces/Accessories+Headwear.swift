// Hats, and what grows out of the hair.

extension Accessories {
    func drawCatEar(_ side: Double, in sheet: inout Drawing) {
        sheet.group(.moving(side * 21, -33) * .scaling(side, 1)) { sheet in
            sheet.area(
                Path(through: [.tip(-10, 0), .at(-3, -12), .tip(6, -19), .at(10, -8), .tip(11, 8)]), .accessory,
                .flat(colors.hair), ink: colors.hairInk)
            sheet.area(
                Path(through: [.tip(-4, -1), .at(0, -9), .tip(5, -14), .at(7.5, -6), .tip(8, 6)]), .accessory,
                Color(0.80, 0.09, 10), pen: .fine)
        }
    }

    func drawBunnyEar(_ side: Double, in sheet: inout Drawing) {
        let fur = color.lightness > 0.7 ? color : Color(0.96, 0.01, 60)
        sheet.group(.moving(side * 12, -36) * .scaling(side, 1) * .turning(0.22)) { sheet in
            sheet.area(
                Path(through: [.tip(-6, 6), .at(-7.5, -12), .at(0, -29), .at(7.5, -12), .tip(6, 6)]), .accessory, fur)
            sheet.area(
                Path(through: [.tip(-2.6, 4), .at(-3.6, -11), .at(0, -22), .at(3.6, -11), .tip(2.6, 4)]), .accessory,
                Color(0.83, 0.08, 5), pen: .fine)
        }
    }

    func drawHorn(_ side: Double, in sheet: inout Drawing) {
        let bone = color.lightness < 0.6 ? color : Color(0.86, 0.04, 80)
        sheet.group(.moving(side * 20, -34) * .scaling(side, 1)) { sheet in
            sheet.area(
                Path(through: [.tip(-5, 2), .at(1, -9), .at(6, -14), .tip(15, -19), .at(12, -9), .tip(6, 5)]),
                .accessory, bone)
            for (x, y) in [(0.0, -4.0), (4.5, -9.5)] {
                sheet.line(
                    Path(from: [x - 2.5, y], [x, y + 2.6], [x + 3, y + 3], to: [x + 6.4, y + 1.5]), bone.ink,
                    .tapered.scaled(0.7))
            }
        }
    }

    // MARK: Hats

    func drawBeret(in sheet: inout Drawing) {
        sheet.group(.scaling(side, 1)) { sheet in
            let felt = Path(through: [
                .at(-30, -24), .at(-31, -36), .at(-12, -48), .at(14, -49), .at(35, -40), .at(37, -29), .at(28, -23),
                .at(0, -28),
            ])
            sheet.area(felt, .accessory, color)
            sheet.rimShadow(of: felt, color.shaded(0.8), offset: [-2, -2.5])
            sheet.area(Path(through: [.at(1, -48), .at(2, -53), .at(5, -53), .at(4.4, -48)]), .accessory, color)
            sheet.line(Path(through: [[-29, -24], [0, -30.5], [28, -23.5]], closed: false), color.ink, .tapered)
        }
    }

    func drawCap(in sheet: inout Drawing) {
        let crown = Path(through: [
            .tip(-32, -18), .at(-30, -36), .at(-12, -48), .at(12, -48), .at(30, -36), .tip(32, -18), .at(0, -26),
        ])
        sheet.area(crown, .accessory, color)
        sheet.rimShadow(of: crown, color.shaded(0.8))
        for x in [-11.0, 11] {
            sheet.line(
                Path(from: [x * 0.4, -48.6], [x, -42], [x * 1.3, -34], to: [x * 1.3, -26]), color.ink, .fine)
        }
        let badge = Color(0.97, 0.01, 90)
        sheet.area(
            face.has(.smallOrnament) ? .star([0, -35], 5) : .circle([0, -35], 4.4), .accessory, badge, pen: .fine)
        sheet.area(
            Path(through: [
                .tip(-30, -20.5), .at(0, -28), .tip(30, -20.5), .at(22, -14.5), .at(0, -18), .at(-22, -14.5),
            ]), .accessory, color.shaded(0.9))
        sheet.area(.ellipse([0, -48.8], 2.6, 1.5), .accessory, color, pen: .fine)
    }

    func drawWitchHat(in sheet: inout Drawing) {
        let dark = color.lightness > 0.6 ? Color(0.36, 0.06, 300) : color
        let cone = Path(through: [
            .tip(-23, -30), .at(-14, -46), .at(-3, -62), .tip(side * 14, -72), .at(11, -56), .at(16, -44),
            .tip(23, -30),
        ])
        sheet.area(cone, .accessory, dark)
        sheet.rimShadow(of: cone, dark.shaded())
        sheet.area(.polygon([[-23, -31], [-20.4, -37.5], [20.4, -37.5], [23, -31]]), .accessory, colors.trim)
        sheet.area(.rectangle([-4, -38.2], [8, 7]), .accessory, .gold)
        let brim = Path(through: [
            .tip(-47, -24), .at(-24, -32.5), .at(0, -31), .at(24, -32.5), .tip(47, -24), .at(24, -22), .at(0, -24.5),
            .at(-24, -22),
        ])
        sheet.area(brim, .accessory, dark)
    }

    func drawBandana(in sheet: inout Drawing) {
        let cloth = Path(through: [
            .tip(-32, -14), .at(-29, -34), .at(-10, -45.5), .at(10, -45.5), .at(29, -34), .tip(32, -14), .at(16, -24),
            .at(0, -26.5), .at(-16, -24),
        ])
        sheet.area(cloth, .accessory, color)
        sheet.group(clip: cloth) { sheet in
            for (x, y) in [
                (-20.0, -28.0), (-8, -38), (-2, -30), (8, -36.5), (20, -29), (14, -42), (-16, -40), (27, -22),
                (-27, -21),
            ] {
                sheet.tint(.circle([x, y], 1.7), color.lightness > 0.8 ? colors.trim : .white)
            }
        }
    }

    func drawCrown(in sheet: inout Drawing) {
        let metal = face.has(.silverCrown) ? Color(0.86, 0.015, 250) : .gold
        sheet.group(.moving(side * 4, 0) * .turning(side * 0.1, about: [0, -40])) { sheet in
            sheet.area(
                .polygon([[-14, -38], [-16.5, -53], [-8, -46], [0, -57], [8, -46], [16.5, -53], [14, -38]]),
                .accessory, metal)
            sheet.tint(.polygon([[-11, -41], [-13, -48], [-8.6, -44.6]]), metal.lit(1.4))
            for x in [-8.0, 0, 8] { sheet.area(.circle([x, -41.6], 1.9), .accessory, colors.trim, pen: .fine) }
        }
    }

    func drawHalo(in sheet: inout Drawing) {
        let ring = Path.annulus([0, -48], 19, 5, thickness: 2.6)
        sheet.area(ring, .accessory, Color(0.93, 0.11, 98), ink: Color(0.68, 0.13, 80))
    }

    func drawHeadphones(in sheet: inout Drawing) {
        let bow: [Point] = [[-34, -4], [-32.5, -22], [-20, -39.5], [0, -45.5]]
        let inner: [Point] = [[0, -41.5], [-18, -36], [-28.6, -21], [-30, -4]]
        let over = bow + bow.dropLast().reversed().map(\.mirrored)
        let under = inner.dropFirst().reversed().map(\.mirrored) + inner
        sheet.area(Path(through: over + under), .accessory, color)
        for side in [-1.0, 1] {
            sheet.group(.moving(side * 31, 1) * .scaling(side, 1)) { sheet in
                sheet.area(.ellipse([0, 0], 6.4, 10), .accessory, color.shaded(0.9))
                sheet.area(.ellipse([2, 0], 4.6, 8), .accessory, color)
                sheet.tint(.ellipse([1, -3], 1.4, 2.6), color.lit(1.3))
            }
        }
    }
}
