// What is worn on special days, and in stories.

extension Wardrobe {
    func drawKimono(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.tip(9.5, 29.5), .tip(0, 46)])
        for flower in [[-20.0, 42], [21, 44], [-13, 50]] as [Point] {
            sheet.tint(.star(flower, 3, depth: 0.55), trim.lit(0.3))
        }
        let collar: [Point] = [[-11.5, 28.6], [-7.6, 27.4], [5, 46], [14, 60], [8, 60], [-2, 47.5]]
        drawCloth(.polygon(collar.map(\.mirrored)), trim.shaded(0.4), in: &sheet)
        drawCloth(.polygon(collar), trim, in: &sheet)
        sheet.line(
            Path(from: [-8.6, 29], to: [3.2, 46.4]), trim.lit(1.6), Pen(width: 0.9))
    }

    func drawArmour(in sheet: inout Drawing) {
        let steel = cloth.chroma < 0.03 ? Color(0.78, 0.02, 255) : cloth
        drawTorso(in: &sheet, neckline: [.at(10, 31), .at(0, 34)], steel)
        sheet.line(
            Path(from: [0, 35], to: [0, 60]), steel.ink, .fine)
        sheet.tint(.polygon([[-9, 40], [-5, 38], [-6, 52], [-9.5, 52]]), steel.lit(1.2))
        bothSides([.at(15, 34), .at(25, 31.5), .at(34, 37), .at(37, 48), .tip(37, 55), .tip(19, 47)]) { plate in
            drawCloth(plate, steel, in: &sheet)
        }
        for side in [-1.0, 1] {
            sheet.area(
                Path(
                    along: [[side * 17.5, 40], [side * 25, 39.6], [side * 31, 42.8], [side * 37, 50]], width: 1.6),
                .clothes,
                trim, pen: .fine)
        }
        drawCloth(
            Path(through: [
                .at(-9.5, 25), .at(0, 27.4), .at(9.5, 25), .at(12.5, 32.5), .tip(0, 37.5), .at(-12.5, 32.5),
            ]), steel.shaded(0.4), in: &sheet)
        sheet.area(.circle([0, 36.6], 2.2), .accessory, trim)
    }

    func drawCape(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(9, 30.5), .at(0, 33)], trim)
        bothSides([.tip(6, 32), .at(20, 33.4), .at(34, 40), .tip(42, 72), .tip(9, 72), .at(6.5, 44)]) {
            drawCloth($0, cloth, in: &sheet)
        }
        bothSides([.at(7.5, 24.6), .at(12.5, 26), .at(15, 32), .tip(10, 38.5), .tip(0.5, 35), .at(7, 31)]) {
            drawCloth($0, cloth.shaded(0.5), in: &sheet)
        }
        sheet.area(.circle([0, 36.4], 2.8), .accessory, .gold)
        sheet.tint(.circle([-0.7, 35.7], 1), .white)
    }

    func drawLace(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.tip(10, 30.5), .at(0, 34)])
        let ruff = Path.ring([0, 32.5], 16.5, 7, count: 13)
        drawCloth(Path(bumps: ruff, bulge: 0.36), trim.lightness > 0.75 ? trim : .white.shaded(0.15), in: &sheet)
        // The neck stands in the ruff.
        let neck = Path(through: [.at(-7, 20), .at(-7.2, 28), .at(0, 31.6), .at(7.2, 28), .at(7, 20)], closed: false)
        let skin = colors.shading == .flat ? colors.skin : colors.skinShade
        sheet.area(neck, .skin, .flat(skin), ink: colors.skinInk)
        drawBow([0, 37], 6, trim.lightness > 0.75 ? cloth.shaded(0.6) : trim, in: &sheet)
    }

    func drawOffShoulder(in sheet: inout Drawing) {
        let top: [Knot] = [.tip(33.5, 42.5), .at(20, 41.5), .at(8, 42.8), .at(0, 43.4)]
        drawCloth(
            Path(through: [.tip(37, 72)] + top + mirrored(Array(top.dropLast())) + [.tip(-37, 72)]), cloth, in: &sheet
        )
        let edge = (0..<9).map { index -> Point in
            let x = Double(index - 4)
            return [x * 8, 43.6 - x * x * 0.16]
        }
        let lower = edge.map { $0 + Point(0, 2.6) }, upper = edge.map { $0 - Point(0, 1) }
        drawCloth(Path(bumps: upper + lower.reversed(), bulge: 0.26), trim, in: &sheet)
        // A ribbon round the neck.
        drawCloth(
            .polygon([[-7.4, 26.8], [0, 28.4], [7.4, 26.8], [7.6, 28.8], [0, 30.4], [-7.6, 28.8]]), trim, in: &sheet)
    }
}
