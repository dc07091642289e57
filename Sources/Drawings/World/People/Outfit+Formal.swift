import Basics

// Jackets, plates and collars.

extension Outfit {
    /// A jacket or a coat over a shirt; it is open in front.
    func drawJacket(in sheet: inout Drawing) {
        let isCoat = theme == .coat
        if !bones.isSide { drawTie(in: &sheet) }
        let low = isCoat ? 1.55 : 1.06
        let gap = isCoat ? 0.12 : 0.02
        for side in bones.isSide ? [1.0] : [-1.0, 1] {
            func map(_ knots: [Knot]) -> Path {
                Path(through: knots.map { knot in knot.mapped { bones(side * $0.x, $0.y, grow: 0.012 * unit) } })
            }
            if bones.isSide {
                let jacket = map([
                    .tip(-0.5, -0.01), .at(-1, 0.14), .at(-1, 0.4), .at(-1, 0.66), .tip(-1.2, low), .tip(1.1, low),
                    .at(1, 0.62),
                    .at(1, 0.35), .tip(0.5, 0.03),
                ])
                sheet.area(jacket, .clothes, main, style, shadow: 0.02 * unit)
                continue
            }
            let hem = isCoat ? 1.25 : 1.02
            let half = map([
                .tip(0.34, -0.03), .tip(0.94, 0.02), .at(1, 0.14), .at(1, 0.34), .at(1, 0.62), .at(1.03, 0.95),
                .tip(hem, low),
                .tip(gap + 0.12, low + 0.03), .at(gap, 0.8), .tip(gap, 0.5),
            ])
            sheet.area(half, .clothes, main, style, shadow: 0.02 * unit)
            let pocket = map([.tip(0.4, 0.82), .tip(0.8, 0.8), .tip(0.8, 0.87), .tip(0.4, 0.89)])
            sheet.area(pocket, .clothes, main.shaded(0.3), pen: .fine)
            let lapel = map([
                .tip(0.3, -0.05), .tip(0.6, 0.14), .tip(0.48, 0.19), .tip(0.54, 0.26), .tip(gap, 0.54),
                .at(0.16, 0.26),
            ])
            sheet.area(lapel, .clothes, choice.isMultiple(of: 2) ? main.shaded(0.4) : third, style)
        }
        let u = bones.isSide ? 0.7 : gap + 0.1
        for share in [0.58, 0.7, 0.82] {
            sheet.area(.circle(bones(u, share), 0.012 * unit), .accessory, third, pen: .fine)
        }
        guard isCoat && hasBelt else { return }
        let belt = garments.trunkShape([.at(0, 0.64), .tip(1, 0.62), .tip(1, 0.7), .at(0, 0.72)], grow: 0.016)
        sheet.area(belt, .clothes, second, style)
        let size = Point(0.05, 0.04) * unit
        sheet.area(.rectangle(bones(0, 0.68) - size / 2, size), .accessory, .gold, pen: .fine)
    }

    private func drawTie(in sheet: inout Drawing) {
        if choice % 3 == 0 {
            return Bow(centre: bones(0, 0.1), size: 0.05 * unit, color: third).draw(in: &sheet, .clothes)
        }
        sheet.area(
            garments.piece([.tip(-0.08, 0.1), .tip(0.08, 0.1), .tip(0.16, 0.5), .tip(0, 0.6), .tip(-0.16, 0.5)]),
            .clothes,
            third, style)
        sheet.area(
            garments.piece([.tip(-0.13, 0.04), .tip(0.13, 0.04), .tip(0.09, 0.13), .tip(-0.09, 0.13)]), .clothes,
            third,
            style)
    }

    // MARK: Armour

    func drawPlates(in sheet: inout Drawing) {
        let steel = main.chroma < 0.06 ? main : Color(0.8, 0.02, 255)
        let chest = garments.trunkShape(
            [
                .at(0, 0.1), .tip(0.5, 0.03), .tip(0.86, 0.1), .at(1, 0.3), .at(0.96, 0.5), .tip(0.6, 0.58),
                .tip(0, 0.64),
            ],
            grow: 0.014)
        sheet.area(chest, .clothes, steel, style, shadow: 0.03 * unit)
        sheet.line(Path(from: bones(0, 0.1), to: bones(0, 0.63)), steel.ink, .fine)
        let belt = garments.trunkShape([.at(0, 0.68), .tip(1, 0.64), .tip(1, 0.72), .at(0, 0.76)], grow: 0.014)
        sheet.area(belt, .clothes, second, style)
        for side in bones.isSide ? [0.4] : [-0.62, 0.62] {
            let plate = garments.piece([
                .tip(side - 0.36, 0.72), .tip(side + 0.36, 0.72), .at(side * 1.1 + 0.42, 0.95),
                .tip(side * 1.15, 1.14),
                .at(side * 1.1 - 0.42, 0.95),
            ])
            sheet.area(plate, .clothes, steel, style)
        }
        sheet.area(.circle(bones(0, 0.3), 0.022 * unit), .accessory, third, pen: .fine)
    }

    /// What lies on the shoulders of one in armour.
    private func drawPauldrons(in sheet: inout Drawing) {
        let steel = main.chroma < 0.06 ? main : Color(0.8, 0.02, 255)
        for arm in bones.arms where !bones.isSide || arm.side > 0 {
            let out = bones.isSide ? 0.0 : arm.side, root = arm.joints[0], size = arm.widths[0]
            let plate = Path(through: [
                .at(root + [-size * 0.9 + out * size * 0.2, size * 0.1]),
                .at(root + [out * size * 0.2, -size * 0.85]),
                .at(root + [size * 0.9 + out * size * 0.2, size * 0.1]),
                .tip(root + [size * 0.8 + out * size * 0.2, size * 0.8]),
                .at(root + [out * size * 0.2, size * 0.55]),
                .tip(root + [-size * 0.8 + out * size * 0.2, size * 0.8]),
            ])
            sheet.area(plate, .clothes, steel, style)
        }
    }

    // MARK: Collars

    func drawCollar(in sheet: inout Drawing) {
        if [.coat, .casual].contains(theme) && choice % 4 == 3 { return drawScarf(in: &sheet) }
        switch theme {
        case .sailor: drawSailorCollar(in: &sheet)
        case .kimono, .robe:
            for side in [-1.0, 1] {
                let band = garments.piece([
                    .tip(side * 0.26, -0.08), .tip(side * 0.44, -0.03), .tip(side * -0.1, 0.44),
                    .tip(side * -0.3, 0.44),
                ])
                sheet.area(band, .clothes, second, style)
            }
        case .armour: drawPauldrons(in: &sheet)
        case .suit, .coat, .blouse, .maid:
            for side in [-1.0, 1] {
                let flap = garments.piece([
                    .tip(side * 0.3, -0.09), .tip(side * 0.46, 0.02), .tip(side * 0.22, 0.14), .tip(0, 0.06),
                ])
                sheet.area(flap, .clothes, theme == .blouse ? second : .linen, style)
            }
            if theme == .maid || (theme == .blouse && choice % 2 == 0) {
                Bow(centre: bones(bones.isSide ? 0.3 : 0, 0.1), size: 0.06 * unit, color: third).draw(
                    in: &sheet, .clothes)
            }
        case .dress where hasCape:
            sheet.area(.circle(bones(0, 0.06), 0.025 * unit), .accessory, .gold, pen: .fine)
        case .dress, .casual: break
        }
    }

    private func drawSailorCollar(in sheet: inout Drawing) {
        for side in [-1.0, 1] {
            let flap = garments.piece([
                .tip(side * 0.34, -0.07), .tip(side * 0.86, 0.06), .tip(side * 0.72, 0.24), .tip(0, 0.3),
                .at(side * 0.26, 0.12),
            ])
            sheet.area(flap, .clothes, second, style)
        }
        Bow(centre: bones(bones.isSide ? 0.3 : 0, 0.3), size: 0.075 * unit, color: third).draw(in: &sheet, .clothes)
    }
}
