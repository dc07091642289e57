// What is worn on any day.

extension Wardrobe {
    func drawHoodie(in sheet: inout Drawing) {
        bothSides([.at(8, 24), .at(17, 25.5), .at(21, 31), .at(16, 38), .tip(2, 40), .at(9, 33)]) {
            drawCloth($0, cloth.shaded(0.7), in: &sheet)
        }
        drawTorso(in: &sheet, neckline: [.tip(16, 31.5), .at(9, 36.5), .at(0, 39)])
        bothSides([
            .at(7.6, 25.5), .at(12, 26), .at(15.5, 30.5), .at(12, 36.5), .tip(0, 41.5), .tip(0, 38), .at(7, 33.5),
        ]) {
            drawCloth($0, cloth, in: &sheet)
        }
        for side in [-1.0, 1] {
            sheet.area(
                Path(
                    along: [[side * 5, 38.8], [side * 5.4, 42], [side * 4.8, 44], [side * 5.2, 47]], width: 1.3),
                .clothes,
                trim.lightness > 0.5 ? trim : .white, pen: .fine)
        }
    }

    func drawTurtleneck(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(9, 31), .at(0, 33)])
        drawCloth(
            Path(through: [
                .at(-8.6, 24.4), .at(0, 26.4), .at(8.6, 24.4), .at(9.4, 29), .at(9.8, 33), .at(0, 35.4),
                .at(-9.8, 33), .at(-9.4, 29),
            ]),
            cloth, in: &sheet)
        for x in [-6.0, -3, 0, 3, 6] {
            sheet.line(
                Path(from: [x, 27.5 - abs(x) * 0.12], to: [x * 1.05, 33 - abs(x) * 0.12]), cloth.ink.faded(to: 0.6),
                .fine)
        }
    }

    func drawTee(in sheet: inout Drawing) {
        let neck: [Knot] = [.tip(10.5, 30), .at(6.5, 34.6), .at(0, 36.2)]
        drawTorso(in: &sheet, neckline: neck)
        let hem = (neck + mirrored(Array(neck.dropLast()))).map { $0.point + Point(0, 0.6) }
        sheet.area(Path(along: hem, width: 2), .clothes, trim, pen: .fine)
        let emblem: Path =
            switch face.quarter(.emblem, .emblemMore) {
            case 0: .star([0, 46], 5)
            case 1: .heart([0, 45], 4.6)
            case 2: .rectangle([-40, 42], [80, 3.2])
            default: .circle([0, 46.5], 4.6)
            }
        sheet.group(clip: torso(neck)) { $0.area(emblem, .clothes, trim, pen: .fine) }
    }

    func drawStraps(in sheet: inout Drawing) {
        for side in [-1.0, 1] {
            drawCloth(
                .polygon([[side * 11.5, 31], [side * 14.6, 32], [side * 15, 45], [side * 11, 45]]), trim, in: &sheet)
        }
        let top: [Knot] = [.tip(25, 45.5), .at(14, 41.4), .at(8, 41), .tip(0, 44)]
        drawCloth(
            Path(through: [.tip(25, 72)] + top + mirrored(Array(top.dropLast())) + [.tip(-25, 72)]), cloth, in: &sheet
        )
        if face.has(.bowOnDress) { drawBow([0, 44], 4.2, trim, in: &sheet) }
    }

    func drawOveralls(in sheet: inout Drawing) {
        let shirt = trim
        let neckline: [Knot] = [.tip(9.5, 30), .at(6, 33.6), .at(0, 35)]
        drawTorso(in: &sheet, neckline: neckline, shirt)
        for step in stride(from: 38.0, through: 58, by: 5) where face.has(.stripedShirt) {
            sheet.group(clip: torso(neckline)) {
                $0.tint(.rectangle([-40, step], [80, 2]), shirt.shaded(1.4))
            }
        }
        for side in [-1.0, 1] {
            drawCloth(
                .polygon([[side * 12, 31.4], [side * 17, 33], [side * 14.5, 47], [side * 9.5, 46]]), cloth, in: &sheet
            )
        }
        drawCloth(.polygon([[-14, 44], [14, 44], [15, 72], [-15, 72]]), cloth, in: &sheet)
        for side in [-1.0, 1] {
            sheet.area(.circle([side * 11.6, 45.6], 1.8), .accessory, .gold, pen: .fine)
        }
    }

    func drawScarf(in sheet: inout Drawing) {
        drawTorso(in: &sheet, neckline: [.at(10, 31), .at(0, 33)])
        let tailSide = face.side(of: .scarfSide)
        drawCloth(
            Path(through: [
                .tip(tailSide * 3, 35), .tip(tailSide * 11.5, 34), .tip(tailSide * 14, 54), .tip(tailSide * 5.5, 55),
            ]), trim, in: &sheet)
        drawCloth(
            Path(through: [
                .at(-13, 26), .at(0, 28.6), .at(13, 26), .at(15.4, 31), .at(11, 37), .at(0, 39), .at(-11, 37),
                .at(-15.4, 31),
            ]),
            trim, in: &sheet)
        for (a, b) in [(-11.0, -6.0), (-3, 3), (5, 10.5)] {
            sheet.line(
                Path(from: [a, 29.5], [a + 1, 33], [b - 2, 35], to: [b, 36]), trim.ink, .tapered.scaled(0.8))
        }
    }
}
