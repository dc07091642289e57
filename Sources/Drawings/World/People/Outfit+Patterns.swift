import Basics

// What is on the cloth.

extension Outfit {
    /// Dots, stripes or flowers on some cloth.
    func drawPattern(_ color: Color, over path: Path, in sheet: inout Drawing) {
        let box = path.bounds, mark = color.lightness > 0.7 ? second : color.lit(1.4), step = 0.09 * unit
        let isFlowered = theme == .kimono || choice % 10 == 7
        guard isFlowered || choice % 10 > 7 else { return }
        for row in 0..<Int(box.size.y / step + 1) {
            if choice % 10 == 8 && !isFlowered {
                sheet.area(
                    .rectangle(box.corner + [0, Double(row) * step * 1.5], [box.size.x, step * 0.5]), .clothes, mark,
                    pen: .fine)
                continue
            }
            for column in 0..<Int(box.size.x / step + 1) where (row + column * 2 + choice) % (isFlowered ? 5 : 2) == 0
            {
                let centre = box.corner + Point(Double(column), Double(row)) * step
                if isFlowered {
                    sheet.area(.star(centre, step * 0.62, depth: 0.6, turn: Double(row)), .clothes, mark, pen: .fine)
                } else {
                    sheet.tint(.circle(centre, step * 0.22), mark)
                }
            }
        }
    }

    func drawEmblem(in sheet: inout Drawing) {
        let centre = bones(bones.isSide ? 0.2 : 0, 0.42), size = 0.05 * unit
        switch choice % 6 {
        case 0: sheet.area(.star(centre, size), .clothes, third, pen: .fine)
        case 1: sheet.area(.heart(centre, size), .clothes, third, pen: .fine)
        case 2, 3:
            for top in [0.3, 0.5] {
                let stripe = garments.trunkShape(
                    [.at(0, top + 0.02), .tip(0.99, top), .tip(0.99, top + 0.1), .at(0, top + 0.12)])
                sheet.area(stripe, .clothes, third, style, pen: .fine)
            }
        case 4: drawButtons(from: 0.18, to: 0.74, in: &sheet)
        default: sheet.area(.circle(centre, size * 0.8), .clothes, third, pen: .fine)
        }
    }

    /// The upper part of overalls.
    func drawBib(in sheet: inout Drawing) {
        let middle = bones.isSide ? 0.5 : 0
        for side in [-1.0, 1] {
            let strap = garments.piece([
                .tip(middle + side * 0.56, 0), .tip(middle + side * 0.42, -0.01), .tip(middle + side * 0.3, 0.32),
                .tip(middle + side * 0.44, 0.32),
            ])
            sheet.area(strap, .clothes, second, style)
        }
        let bib = garments.piece([
            .tip(middle - 0.46, 0.28), .tip(middle + 0.46, 0.28), .at(middle + 0.5, 0.5), .tip(1, 0.64), .tip(1, 0.9),
            .tip(-1, 0.9), .tip(-1, 0.64), .at(middle - 0.5, 0.5),
        ])
        sheet.area(bib, .clothes, second, style, shadow: 0.02 * unit)
        let pocket = garments.piece([
            .tip(middle - 0.22, 0.4), .tip(middle + 0.22, 0.4), .tip(middle + 0.2, 0.54), .tip(middle - 0.2, 0.54),
        ])
        sheet.area(pocket, .clothes, second.lit(0.3), pen: .fine)
        for side in [-0.37, 0.37] {
            sheet.area(.circle(bones(middle + side, 0.32), 0.012 * unit), .accessory, .gold, pen: .fine)
        }
    }

    /// A scarf round the neck with one end hanging down.
    func drawScarf(in sheet: inout Drawing) {
        let end = bones.isSide ? -0.3 : 0.25
        let tail = garments.piece([
            .tip(end - 0.14, 0.06), .tip(end + 0.16, 0.06), .at(end + 0.2, 0.3), .tip(end + 0.22, 0.56),
            .tip(end - 0.14, 0.56), .at(end - 0.12, 0.3),
        ])
        sheet.area(tail, .clothes, third, style)
        let stripe = garments.piece([
            .tip(end - 0.13, 0.42), .tip(end + 0.21, 0.42), .tip(end + 0.21, 0.48), .tip(end - 0.13, 0.48),
        ])
        sheet.area(stripe, .clothes, second, pen: .fine)
        let ring = garments.piece([
            .at(-0.46, -0.1), .at(0, -0.03), .at(0.46, -0.1), .at(0.56, 0.03), .at(0.26, 0.13), .at(-0.26, 0.13),
            .at(-0.56, 0.03),
        ])
        sheet.area(ring, .clothes, third, style)
    }
}
