import Basics

/// What is worn on a turned head: in the hair, over it, and before the eyes.
struct HeadWear {
    enum Kind: CaseIterable {
        case none, bow, flower, band, beret, strawHat, cap, catEar, headphones, pins
    }

    let frame: HairFrame
    let person: Person
    let kind: Kind
    private let hasGlasses: Bool
    private let eye: Point
    private let size: Double

    init(_ frame: HairFrame, _ person: Person, eye: Point, using generator: inout SeededGenerator) {
        self.frame = frame
        self.person = person
        self.eye = eye
        kind = generator.chance(0.45) ? .none : generator.element(of: Kind.allCases)
        hasGlasses = generator.chance(0.1)
        size = generator.number(in: 0.85...1.2)
    }

    private var color: Color { person.cloth[2] }
    private var style: PaintStyle { person.style }

    func drawGlasses(in sheet: inout Drawing) {
        guard hasGlasses else { return }
        let frame = color.lightness < 0.65 ? color : Color(0.3, 0.03, 290)
        let isSide = eye.x > 5
        let lens = Path.ellipse(eye + [0, 1], isSide ? 6.5 : 10.2, 10.4)
        sheet.tint(lens, Color.white.faded(to: 0.16))
        sheet.line(lens, frame, Pen(width: 1.4))
        let hinge = eye - [isSide ? 6.5 : 10.2, -0.5]
        sheet.line(Path(from: hinge, to: self.frame.ear + [1, 1]), frame, Pen(width: 1.2))
        guard !isSide else { return }
        let far = Path.ellipse([16.8, eye.y + 1], 5.6, 10)
        sheet.tint(far, Color.white.faded(to: 0.16))
        sheet.line(far, frame, Pen(width: 1.4))
        sheet.line(
            Path(from: eye + [10.2, 0], eye + [10.6, -1.4], [11, eye.y - 1.4], to: [11.2, eye.y]), frame,
            Pen(width: 1.2))
    }

    func drawBehind(in sheet: inout Drawing) {
        guard kind == .catEar else { return }
        drawCatEar(at: between(frame.crown[1], frame.crown[2], 0.75), lean: 0.45, in: &sheet)
    }

    func drawOnTop(over hair: Path, in sheet: inout Drawing) {
        switch kind {
        case .none: break
        case .bow:
            let place = between(frame.crown[4], frame.ear, 0.2)
            Bow(centre: place, size: 11 * size, color: color).draw(in: &sheet, .accessory)
        case .flower: drawFlower(in: &sheet)
        case .band:
            let top = frame.crown[3] + [5, -4]
            let band = Path(
                along: [top, between(top, frame.ear, 0.5) + [2.5, -2], frame.ear + [1, 0]],
                widths: [4 * size, 4.6 * size, 3.6 * size])
            sheet.group(clip: hair) { $0.area(band, .accessory, color, style) }
            sheet.line(hair, person.paints.hairInk, .even)
        case .beret:
            let felt = Path(through: [
                .at(frame.crown[0] + [-2, -8]), .at(frame.crown[1] + [4, -8]), .at(frame.crown[2] + [4, -8]),
                .at(frame.crown[3] + [-4, -9]), .at(frame.crown[4] + [-9, -4]), .at(frame.crown[5] + [-4, -4]),
                .at(frame.crown[5] + [8, 2]), .at(between(frame.crown[5], frame.crown[0], 0.55) + [0, -7]),
            ])
            sheet.area(felt, .accessory, color, style)
            let tip = frame.crown[3] + [0, -10]
            sheet.area(.ellipse(tip, 2, 3), .accessory, color, style)
        case .strawHat: drawHat(brim: 20, in: &sheet)
        case .cap: drawHat(brim: 0, in: &sheet)
        case .catEar: drawCatEar(at: between(frame.crown[4], frame.crown[3], 0.35) + [2, 3], lean: -0.4, in: &sheet)
        case .headphones:
            let top = frame.crown[3]
            let bow = Path(
                along: [top + [2, -0.6], between(top, frame.ear, 0.5) + [3, 0], frame.ear + [0, 3]], width: 4 * size)
            sheet.area(bow, .accessory, color, style)
            sheet.area(.ellipse(frame.ear + [0.5, 4], 8, 10), .accessory, color.shaded(0.8), style)
            sheet.area(.ellipse(frame.ear + [1.2, 4], 5, 6.6), .accessory, color.lit(0.5), style)
        case .pins:
            for shift in [0.0, 4.5] {
                let start = frame.temple + [3 + shift * 0.4, -9 + shift]
                sheet.area(
                    Path(along: [start, start + [5, -2.4], start + [10, -3.6]], width: 2), .accessory, color,
                    pen: .fine
                )
            }
        }
    }

    private func drawFlower(in sheet: inout Drawing) {
        let centre = frame.temple + [-4, -10]
        for petal in 0..<5 {
            let way = Point(angle: Double(petal) * 2 * .pi / 5 - .pi / 2)
            sheet.area(.circle(centre + way * (4.6 * size), 3.9 * size), .accessory, color, style, pen: .fine)
        }
        sheet.area(.circle(centre, 2.4 * size), .accessory, .gold, pen: .fine)
    }

    private func drawCatEar(at place: Point, lean: Double, in sheet: inout Drawing) {
        sheet.group(.moving(place.x, place.y) * .turning(lean)) { sheet in
            let ear = Path(through: [.tip(-10, 3), .at(-6, -9), .tip(1, -19 * size), .at(7, -8), .tip(10, 3)])
            sheet.area(ear, .accessory, person.hair, style)
            let inside = Path(through: [.tip(-5, 1), .at(-3, -6), .tip(1, -13 * size), .at(4, -6), .tip(5, 1)])
            sheet.area(inside, .accessory, Color(0.82, 0.08, 10), pen: .fine)
        }
    }

    /// A hat with a band; without a brim all round it has a peak in front.
    private func drawHat(brim: Double, in sheet: inout Drawing) {
        let (front, back) = (frame.crown[0] + [1, -9], frame.crown[5] + [-2, 2])
        let crown = frame.crown[1...4].map { Knot.at($0 + ($0 - [-4, -20]).direction * 5) }
        let rim = between(front, back, 0.5) + [0, -3]
        sheet.area(Path(through: [.tip(front)] + crown + [.tip(back), .at(rim)]), .accessory, color, style)
        guard brim > 0 else {
            let peak = Path(through: [
                .tip(front + [0.5, -3]), .at(front + [11, -1]), .tip(front + [21, 5]), .at(front + [8, 5.5]),
                .tip(between(front, rim, 0.5) + [0, 1]),
            ])
            sheet.area(peak, .accessory, person.cloth[1], style)
            return sheet.area(.circle(frame.whorl + [1, -6.5], 2), .accessory, person.cloth[1], pen: .fine)
        }
        let along = (front - back).direction, centre = between(front, back, 0.5)
        let half = (front - back).length / 2
        func place(_ x: Double, _ y: Double) -> Point { centre + along * x + along.turned * y }
        let band = Path(through: [
            .tip(place(half, -6.4)), .at(place(0, -9)), .tip(place(-half, -6.4)), .tip(place(-half, 0)),
            .at(place(0, -2)), .tip(place(half, 0)),
        ])
        sheet.area(band, .accessory, person.cloth[1], style)
        let edge = Path(through: [
            .tip(place(half + brim, 4)), .at(place(half * 0.6, -2.6)), .at(place(0, -3.6)),
            .at(place(-half * 0.6, -2.6)),
            .tip(place(-half - brim, 4)), .at(place(-half * 0.5, 5)), .at(place(half * 0.5, 5)),
        ])
        sheet.area(edge, .accessory, color.shaded(0.3), style)
    }
}
