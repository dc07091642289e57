// What faces differ in. The raw values are words for labels and captions.

extension Face {
    /// The mood, from which eyes, brows and mouth take their lead.
    public enum Expression: String, CaseIterable, Sendable {
        case calm, happy, joyful, surprised, confident, shy, sad, angry, sleepy, mischievous
    }

    public enum HairStyle: String, CaseIterable, Sendable {
        case short, pixie, bob, spiky, tousled, curly
        case longStraight = "long straight"
        case longWavy = "long wavy"
        case hime
        case wolfCut = "wolf cut"
        case twinTails = "twin tails"
        case lowTails = "low tails"
        case ponyTail = "pony tail"
        case sideTail = "side tail"
        case twinBuns = "twin buns"
        case topBun = "top bun"
        case braids
        case ringlets
        case halfUp = "half up"

        var isCropped: Bool { [.short, .pixie, .spiky, .tousled].contains(self) }
    }

    /// The hair on the forehead.
    public enum Fringe: String, CaseIterable, Sendable {
        case blunt, parted, sweptLeft = "swept left", sweptRight = "swept right", middleLock = "middle lock"
        case jagged, wispy, open, overOneEye = "over one eye", curls, crossed, arched
    }

    /// The strands that stand up from the crown.
    public enum Ahoge: String, CaseIterable, Sendable {
        case none, single, double, curl
    }

    /// Colour in the hair beside its own.
    public enum Dye: String, CaseIterable, Sendable {
        case none, tips, streak, inner
    }

    public enum EyeShape: String, CaseIterable, Sendable {
        case round, tall, almond, droopy, sharp, doll, narrow
    }

    public enum EyeState: String, CaseIterable, Sendable {
        case open, wide
        case halfLidded = "half lidded"
        case laughing, closed, wink
    }

    public enum Pupil: String, CaseIterable, Sendable {
        case round, small, slit, ring, star, bright
    }

    /// How light plays on the eyes.
    public enum Sparkle: String, CaseIterable, Sendable {
        case single, double, large, triple, starry
    }

    public enum Brow: String, CaseIterable, Sendable {
        case thin, arched, straight, thick, short, angled
    }

    public enum Nose: String, CaseIterable, Sendable {
        case none, dot, line, button, shadow
    }

    public enum Mouth: String, CaseIterable, Sendable {
        case smile, wideSmile = "wide smile", openSmile = "open smile", grin, cat, fang
        case pressed, smirk, pout, smallO = "small o", shout, wavy, frown, tongue
    }

    public enum FaceShape: String, CaseIterable, Sendable {
        case round, oval, pointed, heart, chubby, square
    }

    /// What is on the skin.
    public enum SkinMark: String, CaseIterable, Sendable {
        case none, freckles, mole, plaster, paint
    }

    public enum Blush: String, CaseIterable, Sendable {
        case none, soft, strong, hatched
    }

    public enum Clothes: String, CaseIterable, Sendable {
        case sailor, hoodie, shirtAndTie = "shirt and tie", blouse, kimono, turtleneck, straps, armour, tee, jacket
        case cardigan, overalls, scarf, cape, lace, offShoulder = "off shoulder"
    }

    public enum Accessory: String, CaseIterable, Sendable {
        case none, bow, ribbons, hairpins, flower, headphones, catEars = "cat ears", bunnyEars = "bunny ears"
        case beret, cap, hairband, headband, crown, horns, halo, wreath, bandana, witchHat = "witch hat"
    }

    public enum Eyewear: String, CaseIterable, Sendable {
        case none, roundGlasses = "round glasses", squareGlasses = "square glasses", eyePatch = "eye patch"
    }

    public enum Earring: String, CaseIterable, Sendable {
        case none, stud, drop, hoop
    }

    public enum EarShape: String, CaseIterable, Sendable {
        case round, pointed
    }

    public enum Background: String, CaseIterable, Sendable {
        case plain, gradient, glow, stripes, diagonals, dots, stars, sky, hearts, checks, rays, petals, night, bubbles
        case sunset
        /// Blank white paper, as most line art stands on.
        case paper
    }

    public enum Shading: String, CaseIterable, Sendable {
        case flat
        case twoTone = "two-tone"
        case soft
    }
}
