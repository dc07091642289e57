/// The face without its features: outline, ears, and the places where the features sit.
struct Skull {
    let outline: Path
    let ears: Face.EarShape
    /// How far the features are shifted because the head is turned.
    let shift: Double
    let halfWidth: Double
    let chin: Double

    init(_ face: Face) {
        let measures = face.proportions
        let turn = Double(measures.turn)
        shift = turn * 3
        halfWidth = 25.5 * Double(measures.faceWidth)
        chin = 25 + Double(measures.chin)
        ears = face.ears
        let (wide, low, move) = (halfWidth / 25.5, chin - 25, shift)
        let half = face.faceShape.profile
        let right = half.enumerated().map { index, point in
            // The lower a point lies, the more of the turn and of the chin's length it takes.
            let share = Double(index + 1) / Double(half.count)
            return Knot.at(point.x * wide + move * 0.5 * share, point.y + low * share)
        }
        let left = half.enumerated().map { index, point in
            let share = Double(index + 1) / Double(half.count)
            return Knot.at(-point.x * wide + move * 0.5 * share, point.y + low * share)
        }
        outline = Path(
            through: [.at(0, -36), .at(19, -30)] + right + [.at(move * 0.55, chin)] + left.reversed()
                + [.at(-19, -30)])
    }

    /// The middle of an eye; `side` is 1 on the picture's right.
    func eye(_ side: Double, _ measures: Face.Proportions) -> Point {
        [side * 13.4 * Double(measures.eyeDistance) + shift, 3.5]
    }

    /// The eye that is turned away is narrower.
    func eyeScale(_ side: Double) -> Double { 1 - max(0, side * shift) * 0.035 }

    func draw(in sheet: inout Drawing, _ colors: FacePaints) {
        for side in [1.0, -1] {
            let reach = 1 - side * shift * 0.12
            sheet.group(.moving(side * (halfWidth - 1.2), 4) * .scaling(side * reach, 1)) {
                drawEar(in: &$0, colors)
            }
        }
        sheet.area(outline, .skin, .flat(colors.skin), ink: colors.skinInk)
        if colors.shading == .twoTone { sheet.rimShadow(of: outline, colors.skinShade, offset: [-1.6, -1.4]) }
        if colors.shading == .soft {
            sheet.group(clip: outline) {
                $0.tint(
                    outline,
                    .radial(
                        centre: [-4, -2], radius: 36,
                        [
                            (0.55, colors.skinShade.faded(to: 0)), (1, colors.skinShade.faded(to: 0.9)),
                        ]))
            }
        }
    }

    private func drawEar(in sheet: inout Drawing, _ colors: FacePaints) {
        let lobe: [Knot] =
            switch ears {
            case .round: [.at(-1, -5), .at(3, -6.4), .at(5.4, -3), .at(4, 3), .at(0.5, 6)]
            case .pointed: [.at(-1, -4), .at(6, -6.5), .tip(14.5, -11.5), .at(8, 0), .at(0.5, 6)]
            }
        sheet.area(Path(through: lobe), .skin, .flat(colors.skin), ink: colors.skinInk)
        let inside: [Knot] =
            switch ears {
            case .round: [.at(0.6, -3.4), .at(3.4, -3.4), .at(2.4, 0.5), .at(1.2, 3)]
            case .pointed: [.at(1, -3), .at(8, -6.4), .at(4.4, -0.5), .at(1.2, 3)]
            }
        sheet.tint(Path(through: inside), colors.skinShade)
        sheet.line(Path(through: inside, closed: false), colors.skinInk, Pen(width: 0.6, start: 0.3, end: 0.2))
    }
}

extension Face.FaceShape {
    /// The right half of the outline, from the temple down to beside the chin.
    fileprivate var profile: [Point] {
        switch self {
        case .round: [[26, -12], [25.8, 5], [21, 16.5], [11.5, 23.2]]
        case .oval: [[25.5, -12], [25, 4], [19.5, 16], [9.5, 23.5]]
        case .pointed: [[26, -12], [25.2, 4], [18, 16.5], [6.5, 23.8]]
        case .heart: [[26.3, -13], [26.2, 2], [20, 14.5], [6.8, 23.2]]
        case .chubby: [[25.5, -12], [26.4, 6], [24.2, 15.5], [13, 23.4]]
        case .square: [[25.5, -12], [25, 5], [21.5, 17.5], [9.5, 24]]
        }
    }
}
