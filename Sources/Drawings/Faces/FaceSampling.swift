import Basics

// How faces are chosen: mostly by chance, but eyes, brows and mouth follow the mood, and colours go together.

extension Face {
    /// A face of its own for each state of the generator.
    public init(using generator: inout SeededGenerator) {
        expression = generator.element(of: Expression.allCases)
        hairStyle = generator.element(of: HairStyle.allCases)
        fringe = generator.element(of: Fringe.allCases)
        ahoge = generator.weighted([(.none, 6), (.single, 2), (.double, 1), (.curl, 1)])
        eyeShape = generator.element(of: EyeShape.allCases)
        eyes = expression.eyes(using: &generator)
        pupil = generator.weighted([(.round, 9), (.small, 3), (.slit, 1), (.ring, 2), (.star, 1), (.bright, 3)])
        sparkle = generator.weighted([(.single, 3), (.double, 4), (.large, 3), (.triple, 3), (.starry, 1)])
        brow = expression == .angry ? .angled : generator.element(of: Brow.allCases)
        nose = generator.weighted([(.none, 1), (.dot, 3), (.line, 3), (.button, 2), (.shadow, 2)])
        mouth = expression.mouth(using: &generator)
        faceShape = generator.element(of: FaceShape.allCases)
        skinMark = generator.weighted([(.none, 16), (.freckles, 2), (.mole, 2), (.plaster, 1), (.paint, 1)])
        blush =
            expression == .shy
            ? generator.weighted([(.strong, 2), (.hatched, 2)])
            : generator.weighted([(.none, 3), (.soft, 5), (.strong, 2), (.hatched, 2)])
        clothes = generator.element(of: Clothes.allCases)
        accessory = generator.chance(0.42) ? .none : generator.element(of: Accessory.allCases)
        eyewear = generator.weighted([(.none, 20), (.roundGlasses, 2), (.squareGlasses, 2), (.eyePatch, 1)])
        if fringe == .overOneEye || eyewear == .eyePatch {
            // One eye is hidden: the other one is open.
            if eyewear == .eyePatch { fringe = fringe == .overOneEye ? .jagged : fringe }
            if eyes == .wink { eyes = .open }
        }
        earring = generator.weighted([(.none, 7), (.stud, 1), (.drop, 1), (.hoop, 1)])
        ears = generator.chance(0.12) ? .pointed : .round
        background = generator.element(of: Background.allCases)
        shading = generator.weighted([(.flat, 2), (.twoTone, 5), (.soft, 3)])

        let colors = ColorScheme(using: &generator)
        hairColor = colors.hair
        dye = generator.weighted([(.none, 9), (.tips, 2), (.streak, 1), (.inner, 1)])
        dyeColor = colors.dye
        eyeColor = colors.eyes
        rightEyeColor = generator.chance(0.04) ? generator.element(of: EyeColor.allCases) : colors.eyes
        skin = colors.skin
        clothesColor = colors.clothes
        trimColor = colors.trim
        accessoryColor = colors.accessory
        backgroundHue = Float(colors.background.hue)
        backgroundLightness = Float(colors.background.lightness)

        proportions = Proportions(using: &generator)
        if hairStyle.isCropped && generator.chance(0.65) {
            // A boyish face: lighter lashes, heavier brows, eyes a little smaller.
            proportions.lashes *= 0.5
            proportions.eyeHeight *= 0.9
            if expression != .angry { brow = generator.element(of: [.thick, .straight, .angled]) }
        }
        grain = generator.next()
    }
}

extension Face.Proportions {
    init(using generator: inout SeededGenerator) {
        /// Mostly near the middle of the range (the mean of two), so that extremes are rare.
        func around(_ middle: Float, _ reach: Float) -> Float {
            middle + reach * (generator.uniform(in: -1...1) + generator.uniform(in: -1...1)) / 2
        }
        tilt = generator.chance(0.3) ? around(0, 3) : around(0, 13)
        turn = around(0, 1.3)
        gaze = generator.chance(0.5) ? [0, 0] : [around(0, 1), around(0, 0.8)]
        scale = around(1.06, 0.15)
        offset = [around(0, 5), around(0, 4)]
        eyeWidth = around(1, 0.16)
        eyeHeight = around(1, 0.14)
        eyeDistance = around(1, 0.09)
        irisSize = around(1, 0.14)
        faceWidth = around(1, 0.07)
        chin = around(0, 2)
        browHeight = around(0, 1.6)
        mouthWidth = around(1, 0.3)
        hairVolume = around(1, 0.08)
        hairLength = around(1, 0.35)
        lashes = around(1, 0.45)
        hairShift = [around(0, 0.035), around(0, 0.02), around(0, 9)]
    }
}

extension Face.Expression {
    func eyes(using generator: inout SeededGenerator) -> Face.EyeState {
        switch self {
        case .joyful: generator.weighted([(.laughing, 4), (.open, 4), (.wink, 1)])
        case .happy: generator.weighted([(.open, 8), (.laughing, 1), (.closed, 1), (.wink, 1)])
        case .surprised: generator.weighted([(.wide, 3), (.open, 1)])
        case .sleepy: generator.weighted([(.halfLidded, 3), (.closed, 2)])
        case .mischievous: generator.weighted([(.open, 3), (.halfLidded, 2), (.wink, 2)])
        case .sad, .confident: generator.weighted([(.open, 4), (.halfLidded, 1)])
        case .calm: generator.weighted([(.open, 7), (.halfLidded, 1), (.closed, 1)])
        case .shy, .angry: .open
        }
    }

    func mouth(using generator: inout SeededGenerator) -> Face.Mouth {
        let fitting: [Face.Mouth] =
            switch self {
            case .calm: [.smile, .pressed, .smile, .cat]
            case .happy: [.smile, .wideSmile, .openSmile, .cat, .fang]
            case .joyful: [.openSmile, .grin, .openSmile, .wideSmile, .fang, .tongue]
            case .surprised: [.smallO, .shout, .smallO]
            case .confident: [.smirk, .grin, .pressed, .smile]
            case .shy: [.wavy, .pressed, .smile, .smallO]
            case .sad: [.frown, .wavy, .pressed]
            case .angry: [.frown, .shout, .pout, .pressed]
            case .sleepy: [.smallO, .pressed, .smile, .wavy]
            case .mischievous: [.fang, .cat, .tongue, .smirk, .grin]
            }
        return generator.element(of: fitting)
    }
}

extension SeededGenerator {
    /// One of the values, each as likely as its weight says.
    mutating func weighted<Value>(_ choices: [(Value, Float)]) -> Value {
        var rest = uniform() * choices.reduce(0) { $0 + $1.1 }
        for (value, weight) in choices.dropLast() {
            if rest < weight { return value }
            rest -= weight
        }
        return choices[choices.count - 1].0
    }

    /// A number of the range.
    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(uniform())
    }

    /// A number at most `reach` from 0.
    mutating func jitter(_ reach: Double) -> Double { number(in: -reach...reach) }
}
