// What is worn on the face and at the ears.

extension Accessories {
    func drawEyewear(in sheet: inout Drawing) {
        switch face.eyewear {
        case .none: break
        case .roundGlasses, .squareGlasses: drawGlasses(in: &sheet)
        case .eyePatch: drawEyePatch(in: &sheet)
        }
    }

    private func drawGlasses(in sheet: inout Drawing) {
        let frame = colors.trim.lightness < 0.65 ? colors.trim : Color(0.3, 0.03, 290)
        let square: [Point] = [[-10, -6], [0, -7.4], [10.6, -6], [10, 7], [0, 9], [-9, 7]]
        let reflection = Path.polygon([[-7, -2], [-4, -6.5], [-2.4, -6.5], [-6.4, 0]])
        for side in [-1.0, 1] {
            let centre = skull.eye(side, face.proportions) + [0, 1]
            let glass: Path =
                face.eyewear == .roundGlasses
                ? .circle(centre, 10.8) : Path(through: square.map { centre + $0.scaled(side, 1) })
            sheet.tint(glass, Color.white.faded(to: 0.16))
            sheet.line(glass, frame, Pen(width: 1.5))
            sheet.tint(reflection.moved(by: centre), Color.white.faded(to: 0.65))
            sheet.line(Path(from: centre + [side * 10.4, -2], to: [side * 27, -1]), frame, Pen(width: 1.2))
        }
        let left = skull.eye(-1, face.proportions) + [10.2, -0.5]
        let right = skull.eye(1, face.proportions) - [10.2, 0.5]
        sheet.line(Path(from: left, left + [1, -1.6], right - [1, 1.6], to: right), frame, Pen(width: 1.3))
    }

    private func drawEyePatch(in sheet: inout Drawing) {
        let centre = skull.eye(side, face.proportions)
        let cloth: Color = face.has(.blackPatch) ? Color(0.3, 0.02, 290) : .linen
        for end in [[-side * 26, -16], [side * 26, 8], [side * 26, -8]] as [Point] {
            sheet.line(Path(from: centre, to: end), cloth.ink, .even)
        }
        let patch: [Point] = [[-9.6, -6], [0, -9], [9.6, -6], [8.6, 6], [0, 10], [-8.6, 6]]
        sheet.area(Path(through: patch.map { centre + $0 }), .accessory, cloth)
    }

    func drawEarrings(in sheet: inout Drawing) {
        for side in [-1.0, 1] {
            let lobe: Point = [side * (skull.halfWidth + 1.2), 11]
            switch face.earring {
            case .none: break
            case .stud: sheet.area(.circle(lobe, 1.6), .accessory, .gold, pen: .fine)
            case .drop:
                sheet.area(
                    Path(through: [.tip(lobe), .at(lobe + [2, 5]), .at(lobe + [0, 7]), .at(lobe + [-2, 5])]),
                    .accessory, colors.trim, pen: .fine)
            case .hoop:
                sheet.area(.annulus(lobe + [0, 3.2], 3.4, 3.4, thickness: 1.1), .accessory, .gold, pen: .fine)
            }
        }
    }
}
