/// The brows: short, well above the eyes, and visible through the fringe.
struct Brows {
    let face: Face
    let skull: Skull
    let colors: FacePaints

    func draw(in sheet: inout Drawing) {
        let (tilt, lift) = face.expression.brow
        let ink = colors.hairInk.mixed(colors.hair, 0.18)
        let skew = Double(face.quarter(.browSkew, .browSkewMore)) / 3 - 0.5
        for side in [-1.0, 1] {
            let eye = skull.eye(side, face.proportions)
            let y = -12.2 - Double(face.proportions.browHeight) - lift - side * skew * 0.8
            let place = Affine.moving(eye.x, y) * .scaling(side * skull.eyeScale(side), 1)
            sheet.group(place * .turning(tilt)) { $0.solid(shape, .brow, ink) }
        }
    }

    /// The right brow, the inner end at negative x.
    private var shape: Path {
        let knots: [Knot] =
            switch face.brow {
            case .thin: [.tip(-5.2, 0.8), .at(0, -0.9), .tip(5.6, 0.6), .at(0, -0.1)]
            case .arched: [.tip(-5, 1.2), .at(0.6, -1.9), .tip(6, 1.6), .at(0.4, -0.6)]
            case .straight: [.at(-5.2, 0.3), .at(-4.8, -0.7), .at(1, -0.8), .tip(5.6, 0.1), .at(0, 0.6)]
            case .thick: [.at(-5.4, 0.6), .at(-5, -1.1), .at(0.5, -1.8), .tip(6.2, 0.6), .at(0.2, 0.6)]
            case .short: [.at(-2.3, 0.1), .at(-1, -1.2), .at(1.6, -1), .at(2.6, 0.2), .at(0.8, 1)]
            case .angled: [.tip(-5, 1.3), .tip(2, -1.6), .tip(6, 0.7), .tip(1.8, -0.2)]
            }
        return Path(through: knots)
    }
}

extension Face.Expression {
    /// How far the brows turn (radians, the outer end down) and how far they rise.
    fileprivate var brow: (tilt: Double, lift: Double) {
        switch self {
        case .calm: (0, 0)
        case .happy: (0.04, 0.5)
        case .joyful: (0.02, 1.2)
        case .surprised: (0.05, 2.2)
        case .confident: (-0.14, -0.2)
        case .shy: (0.28, 0.5)
        case .sad: (0.38, 0.2)
        case .angry: (-0.38, -1.6)
        case .sleepy: (0.14, -0.2)
        case .mischievous: (-0.2, 0)
        }
    }
}
