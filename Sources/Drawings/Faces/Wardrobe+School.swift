// What is worn to school and to work.

extension Wardrobe {
    func drawSailor(in sheet: inout Drawing) {
        let top = cloth.lightness > 0.75 ? cloth : Color.linen
        let collar = cloth.lightness > 0.75 ? trim : cloth
        drawTorso(in: &sheet, neckline: [.tip(8.5, 29), .tip(0, 44)], top)
        for side in [1.0, -1] {
            func path(_ points: [Point]) -> Path { .polygon(points.map { [$0.x * side, $0.y] }) }
            drawCloth(
                path([[7.5, 27], [10, 29.5], [23, 36.5], [19, 47], [1, 46.5], [8, 34]]), collar, in: &sheet)
            let stripe = Path(
                through: [.tip(side * 19.8, 36.6), .tip(side * 17, 44.8), .tip(side * 4, 44.4)], closed: false)
            sheet.line(stripe, collar.lightness > 0.75 ? trim.shaded() : .white, Pen(width: 1.1))
        }
        drawBow([0, 43.5], 7, trim.distance(to: collar) > 0.15 ? trim : colors.accessory, in: &sheet)
    }

    func drawShirt(in sheet: inout Drawing, tie: Bool) {
        drawTorso(in: &sheet, neckline: [.tip(8, 29.5), .tip(0, 37)])
        if tie {
            sheet.area(.polygon([[-2.4, 36], [2.4, 36], [3.8, 60], [-3.8, 60]]), .clothes, trim, pen: .even)
            sheet.area(.polygon([[-3, 34.4], [3, 34.4], [2, 38.4], [-2, 38.4]]), .clothes, trim)
        } else {
            sheet.line(
                Path(from: [0, 37], to: [0, 60]), cloth.ink, .fine)
            for y in [41.5, 47.0] { sheet.area(.circle([1.6, y], 0.9), .clothes, trim, pen: .fine) }
        }
        bothSides([.tip(7.6, 27.2), .at(9.6, 28.6), .tip(12.6, 35.4), .tip(4.6, 39), .tip(0.4, 34.8)]) {
            drawCloth($0, cloth.lightness > 0.8 ? cloth : cloth.lit(0.5), in: &sheet)
        }
        if !tie { drawBow([0, 37], 5.4, trim, in: &sheet) }
    }

    func drawJacket(in sheet: inout Drawing) {
        let shirt = cloth.lightness > 0.8 ? trim : Color.linen
        drawTorso(in: &sheet, neckline: [.tip(8, 29.5), .at(0, 34)], shirt)
        bothSides([
            .tip(8.6, 28.6), .at(22, 34.4), .at(32.5, 43), .tip(36, 72), .tip(4, 72), .tip(4.5, 48), .tip(9.5, 31),
        ]) {
            drawCloth($0, cloth, in: &sheet)
        }
        bothSides([.tip(8.4, 27.8), .tip(15.5, 36.5), .tip(12.6, 38.5), .tip(14, 41), .tip(4.6, 52), .tip(6, 36)]) {
            drawCloth($0, cloth.shaded(0.5), in: &sheet)
        }
        drawBow([0, 36.5], 4.6, trim.distance(to: shirt) > 0.1 ? trim : cloth, in: &sheet)
    }

    func drawCardigan(in sheet: inout Drawing) {
        let shirt = cloth.lightness > 0.9 ? trim : Color.linen
        drawTorso(in: &sheet, neckline: [.tip(8, 29), .at(0, 33)], shirt)
        drawTorso(in: &sheet, neckline: [.tip(10.5, 30), .at(7, 38), .tip(0, 47)])
        for side in [-1.0, 1] {
            sheet.area(
                Path(along: [[side * 11, 30], [side * 7.2, 38.5], [0, 47.5]], width: 2), .clothes, trim, pen: .fine)
        }
        bothSides([.tip(7.4, 27.4), .at(9.4, 28.8), .tip(10.6, 33.6), .tip(4.4, 36.6), .tip(0.4, 33)]) {
            drawCloth($0, shirt, in: &sheet)
        }
    }
}
