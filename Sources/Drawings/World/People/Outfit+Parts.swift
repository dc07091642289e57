import Basics

// The parts of clothes, from the hem up to the collar.

extension Outfit {
    // MARK: Below the waist

    func drawCape(in sheet: inout Drawing) {
        let low = bones.legs[0].point(0.8).y
        let wide = bones.half(0) + 0.1 * unit, x = bones.hip.x - (bones.isSide ? 0.12 * unit : 0)
        let cape = Path(through: [
            .at(bones(-0.5, -0.03)), .at(bones(-1.1, 0.08)), .at(x - wide, bones.hip.y), .tip(x - wide * 1.3, low),
            .at(x - wide * 0.6, low + 0.03 * unit), .at(x, low - 0.02 * unit), .at(x + wide * 0.6, low + 0.03 * unit),
            .tip(x + wide * 1.3, low), .at(x + wide, bones.hip.y), .at(bones(1.1, 0.08)), .at(bones(0.5, -0.03)),
        ])
        sheet.area(cape, .clothes, third, style)
        for side in [-0.75, -0.3, 0.4, 0.8] {
            let foot = Point(x + side * wide * 1.2, low)
            sheet.line(Path(from: foot, to: between(foot, bones(side, 0.2), 0.6)), third.ink, .strand)
        }
    }

    func drawLower(in sheet: inout Drawing) {
        let color = [.blouse, .casual, .sailor, .suit].contains(theme) ? second : main
        switch lower {
        case .skirt:
            drawSkirt(color, length: length, in: &sheet)
            // A gown falls in tiers, the upper ones over the lower ones.
            guard theme == .dress, choice % 4 == 0, !bones.pose.isSitting else { break }
            drawSkirt(second, length: length * 0.68, in: &sheet)
            drawSkirt(color, length: length * 0.36, in: &sheet)
        case .trousers, .shorts:
            let end = lower == .shorts ? 0.34 : choice % 4 == 0 ? 0.8 : 0.97
            let wide = lower == .shorts ? 1.3 : choice % 3 == 0 ? 1.5 : 1.14
            for path in garments.trousers(from: 0.62, to: end, wide: wide) {
                sheet.area(path, .clothes, color, style, shadow: 0.02 * unit)
            }
            for leg in bones.legs where lower == .trousers {
                let knee = leg.joints[1], across = Point(leg.widths[2] * 0.5 * leg.side, 0)
                sheet.line(
                    Path(
                        from: knee + across, knee + across * 0.5, knee + across * 0.2,
                        to: knee - across * 0.2 + [0, 0.02 * unit]),
                    color.ink, Pen(width: 0.7, start: 0.8, end: 0.1))
            }
        }
    }

    private func drawSkirt(_ color: Color, length: Double, in sheet: inout Drawing) {
        let from = theme == .armour ? 0.7 : 0.6
        let skirt = garments.skirt(
            from: from, length: length, flare: flare, pleats: theme == .kimono ? 2 : pleats, isPleated: isPleated)
        sheet.area(skirt.outline, .clothes, color, style, shadow: 0.03 * unit)
        sheet.group(clip: skirt.outline) { sheet in
            if style.shading != .flat {
                for shadow in skirt.shadows { sheet.tint(shadow, color.shaded(0.9).faded(to: 0.7)) }
            }
            drawPattern(color, over: skirt.outline, in: &sheet)
            if choice % 3 == 1 && !bones.pose.isSitting && theme != .kimono {
                sheet.area(skirt.border, .clothes, second, pen: .fine)
            }
            for fold in skirt.folds where theme != .kimono {
                sheet.line(fold, color.ink, Pen(width: 0.8, start: 0.9, end: isPleated ? 0.7 : 0.1))
            }
            guard theme == .kimono || theme == .robe, !bones.isSide else { return }
            // One side lies over the other.
            let low = bones.legs[1].point(1)
            sheet.line(Path(from: bones(0.3, 0.6), bones(0.1, 1), low, to: low + [0, 2]), color.ink)
        }
        sheet.line(skirt.outline, color.ink, .even)
        if theme == .maid { drawApron(over: skirt.outline, in: &sheet) }
    }

    private func drawApron(over skirt: Path, in sheet: inout Drawing) {
        let low = bones.legs.map { $0.point(length * 0.85).y }.max() ?? 0
        guard !bones.pose.isSitting else { return }
        let wide = bones.half(1) * 0.85 + flare * unit * 0.5, x = bones(0, 1).x + (bones.isSide ? wide : 0)
        let apron = Path(through: [
            .tip(bones(bones.isSide ? 0.1 : -0.6, 0.62)), .at(x - wide, (bones.hip.y + low) / 2),
            .at(x - wide * 0.7, low), .at(x, low + 0.02 * unit),
            .at(x + wide * 0.7, low), .at(x + wide, (bones.hip.y + low) / 2),
            .tip(bones(bones.isSide ? 1 : 0.6, 0.62)),
        ])
        sheet.group(clip: skirt) { $0.area(apron, .clothes, .linen, style, shadow: 0.02 * unit) }
        sheet.line(skirt, main.ink)
    }

    // MARK: Above the waist

    /// The neckline, from the neck to the middle.
    private var neckline: [Knot] {
        switch theme {
        case .kimono, .robe: [.tip(0.36, -0.02), .tip(0, 0.34)]
        case .suit, .coat: [.tip(0.36, -0.03), .at(0, 0.04)]
        case .armour: [.tip(0.42, -0.01), .at(0, 0.08)]
        case .dress where sleeve == .none: [.tip(0.72, 0.02), .at(0.6, 0.2), .at(0, 0.24)]
        case .sailor: [.tip(0.4, -0.02), .tip(0, 0.26)]
        default:
            choice.isMultiple(of: 2)
                ? [.tip(0.42, -0.02), .at(0.3, 0.08), .at(0, 0.14)] : [.tip(0.36, -0.03), .at(0, 0.05)]
        }
    }

    func drawTop(in sheet: inout Drawing) {
        let isLong = theme == .casual || theme == .sailor || (theme == .suit && lower == .trousers)
        let bottom = isLong ? 0.88 : 0.66
        let top = garments.top(neckline, to: bottom)
        let color = theme == .suit || theme == .coat ? (second.lightness > 0.75 ? second : .linen) : main
        sheet.area(top, .clothes, color, style, shadow: 0.02 * unit)
        sheet.group(clip: top) { sheet in
            for side in [-1.0, 1] where theme != .armour {
                let start = bones(side * 0.98, 0.52)
                sheet.line(Path(from: start, to: between(start, bones(side * 0.3, 0.4), 0.6)), color.ink, .strand)
                guard !person.isBoyish, !bones.isSide, theme != .kimono, theme != .robe else { continue }
                let chest = Path(
                    through: [bones(side * 0.86, 0.28), bones(side * 0.62, 0.36), bones(side * 0.3, 0.35)],
                    closed: false)
                sheet.line(chest, color.ink, Pen(width: 0.7, start: 0.1, end: 0.1))
            }
        }
        switch theme {
        case .suit, .coat: drawJacket(in: &sheet)
        case .armour: drawPlates(in: &sheet)
        case .kimono: drawSash(from: 0.42, to: 0.76, in: &sheet)
        case .maid:
            sheet.area(
                garments.piece(
                    bones.isSide
                        ? [.tip(0.3, 0.14), .at(1.02, 0.2), .at(1, 0.4), .tip(0.98, 0.62), .tip(0.1, 0.62)]
                        : [.tip(-0.5, 0.12), .tip(0.5, 0.12), .tip(0.55, 0.62), .tip(-0.55, 0.62)]),
                .clothes, .linen, style)
            drawSash(from: 0.58, to: 0.66, in: &sheet)
        case .robe: drawSash(from: 0.58, to: 0.68, in: &sheet)
        case .casual:
            if choice % 5 == 1 && lower != .skirt { drawBib(in: &sheet) } else { drawEmblem(in: &sheet) }
        case .dress, .blouse:
            if choice % 3 == 0 { drawButtons(from: 0.15, to: 0.55, in: &sheet) }
            if hasBelt { drawSash(from: 0.58, to: 0.67, in: &sheet) }
        case .sailor: break
        }
    }

    private func drawSash(from top: Double, to bottom: Double, in sheet: inout Drawing) {
        let band = garments.trunkShape(
            [.at(0, top + 0.02), .tip(1, top), .tip(1, bottom), .at(0, bottom + 0.02)], grow: 0.012)
        sheet.area(band, .clothes, second, style, shadow: 0.01 * unit)
        let middle = bones(bones.isSide ? 0.4 : 0, (top + bottom) / 2)
        switch choice % 4 {
        case 0: Bow(centre: middle, size: 0.06 * unit, color: third).draw(in: &sheet, .clothes)
        case 1:
            let size = Point(0.045, 0.035) * unit
            sheet.area(.rectangle(middle - size / 2, size), .accessory, .gold, pen: .fine)
        case 2 where bottom - top > 0.2:
            let cord = garments.trunkShape(
                [.at(0, 0.58), .tip(1, 0.56), .tip(1, 0.61), .at(0, 0.63)], grow: 0.013)
            sheet.area(cord, .clothes, third, pen: .fine)
        default: break
        }
    }

    func drawButtons(from top: Double, to bottom: Double, in sheet: inout Drawing) {
        let u = bones.isSide ? 0.45 : 0
        sheet.line(Path(from: bones(u - 0.06, top - 0.06), to: bones(u - 0.06, bottom + 0.04)), main.ink, .fine)
        for share in [0, 0.33, 0.66, 1] {
            sheet.area(.circle(bones(u, between(top, bottom, share)), 0.011 * unit), .accessory, second, pen: .fine)
        }
    }
}
