import Basics

/// Whole and half figures, from three heads tall to seven.
enum Figure: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        guard generator.chance(0.35) else {
            return FigureDrawing.draw(in: &sheet, style, scale: 1, using: &generator)
        }
        drawHalf(in: &sheet, style, using: &generator)
    }

    /// The upper half, behind a ledge, so that nothing ends without an edge.
    private static func drawHalf(
        in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator
    ) {
        let scale = generator.number(in: 1.35...1.75), top = generator.number(in: 36...44)
        sheet.group(clip: .rectangle([-50, -50], [100, top + 55])) { sheet in
            sheet.group(.moving(0, 46 * scale - 49) * .scaling(scale)) { sheet in
                FigureDrawing.draw(in: &sheet, style, scale: scale, using: &generator)
            }
        }
        let color = style.palette.color(using: &generator)
        sheet.area(.rectangle([-49, top], [98, 50 - top]), .background, color, style, depth: 0)
        if generator.chance(0.6) {
            sheet.area(.rectangle([-49, top], [98, 3]), .background, color.lit(0.6), style, depth: 0)
        }
    }
}

/// Two or three figures side by side, each in part before the one behind it.
enum Group: Subject {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        let count = generator.weighted([(2, 3), (3, 2)])
        let gap = generator.number(in: 22...32) / Double(count - 1) * 1.4
        var order = Array(0..<count)
        generator.shuffle(&order)
        let heads = generator.number(in: 3...6.5)
        for index in order {
            let x = (Double(index) - Double(count - 1) / 2) * gap + generator.jitter(2)
            let scale = generator.number(in: 0.72...0.95)
            sheet.group(.moving(x, 50 - 50 * scale) * .scaling(scale)) { sheet in
                FigureDrawing.draw(
                    in: &sheet, style, scale: scale, heads: heads + generator.jitter(0.5), using: &generator)
            }
        }
    }
}

/// One figure put together: which head is on which body, in what clothes.
enum FigureDrawing {
    /// `scale` says how large it is seen, to choose the pens.
    static func draw(
        in sheet: inout Drawing, _ style: PaintStyle, scale: Double, heads: Double? = nil,
        using generator: inout SeededGenerator
    ) {
        var person = Person(style, using: &generator)
        let looksLeft = generator.chance(0.5)
        if looksLeft { person = person.mirrored() }
        let pose = Pose(using: &generator)
        let heads = heads ?? generator.number(in: 2.8...7)
        let bones = Skeleton(pose, heads: heads, isBoyish: person.isBoyish, using: &generator)
        let head = Self.head(of: person, pose, using: &generator)
        let body = Body(bones, person, using: &generator)
        let outfit = Outfit(bones, person, using: &generator)
        // Small things are drawn with finer pens, but not too fine to be seen.
        let fit = scale > 1 ? 1 : bones.fit(outfit.held)
        let pens = min(1, max(0.5, bones.headScale * scale * fit * 1.7))
        let place = Affine.moving(0, 50 - 50 * fit) * .scaling(looksLeft ? -fit : fit, fit)
        sheet.group(place) { sheet in
            func drawHead(_ build: (inout Drawing) -> Void) {
                var drawing = Drawing()
                drawing.group(bones.head, build)
                sheet.add(drawing, pens: pens)
            }
            drawHead { head.drawBehind(in: &$0) }
            var dressed = Drawing()
            if pose.isSitting { drawSeat(bones, person.cloth[3], style, in: &dressed) }
            outfit.draw(body, in: &dressed)
            sheet.add(dressed, pens: min(1, max(0.6, pens * 1.3)))
            drawHead { head.drawInFront(in: &$0) }
        }
    }

    private static func head(
        of person: Person, _ pose: Pose, using generator: inout SeededGenerator
    ) -> any Head {
        switch pose.view {
        case .front: generator.chance(0.6) ? FrontalHead(person) : ThreeQuarterView(person, using: &generator)
        case .side:
            generator.chance(0.65)
                ? ProfileView(person, using: &generator) : ThreeQuarterView(person, using: &generator)
        }
    }

    private static func drawSeat(_ bones: Skeleton, _ color: Color, _ style: PaintStyle, in sheet: inout Drawing) {
        let seat = bones.hip.y + (bones.isSide ? bones.legs[0].widths[0] * 0.62 : 0.03 * bones.body)
        let half = bones.half(1) * 1.5, x = bones.hip.x
        sheet.area(
            .rectangle([x - half * 0.85, seat], [half * 1.7, 50 - seat]), .accessory, color.shaded(0.6), style)
        sheet.area(
            Path(through: [
                .at(x - half, seat - 0.4), .at(x, seat - 1), .at(x + half, seat - 0.4), .at(x + half, seat + 3),
                .at(x, seat + 3.4), .at(x - half, seat + 3),
            ]), .accessory, color, style)
    }
}
