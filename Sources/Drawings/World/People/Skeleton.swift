import Basics

/// The joints of a figure that stands on y = 50, and how wide it is where.
struct Skeleton {
    struct Limb {
        /// Shoulder, elbow and wrist, or hip, knee and ankle.
        var joints: [Point]
        var widths: [Double]
        /// 1 if it is on the picture's right, or the near one.
        let side: Double
        var isInFront = false

        /// The joints with points between them, so that a curve keeps near the bones.
        var spine: [Point] {
            [joints[0], between(joints[0], joints[1], 0.5), joints[1], between(joints[1], joints[2], 0.5), joints[2]]
        }

        /// Where one is at a share of the way from the first joint to the last.
        func point(_ share: Double) -> Point {
            share < 0.5
                ? between(joints[0], joints[1], share * 2) : between(joints[1], joints[2], share * 2 - 1)
        }

        func width(_ share: Double) -> Double {
            let place = min(max(share, 0), 0.999) * 4, index = Int(place)
            return between(widths[index], widths[index + 1], place - Double(index))
        }
    }

    let pose: Pose
    /// From chin to sole.
    let body: Double
    let headScale: Double
    let isBoyish: Bool
    private(set) var neck, hip: Point
    private(set) var arms: [Limb] = [], legs: [Limb] = []
    private let halves: [(at: Double, half: Double)]
    private let neckLength: Double

    var isSide: Bool { pose.view == .side }

    init(_ pose: Pose, heads: Double, isBoyish: Bool, using generator: inout SeededGenerator) {
        self.pose = pose
        self.isBoyish = isBoyish
        let head = 94 / heads, grown = min(1, max(0, (heads - 3) / 4))
        headScale = head / 65
        let body = 94 - head
        self.body = body
        func part(_ child: Double, _ adult: Double) -> Double { between(child, adult, grown) * body }
        neckLength = part(0.03, 0.052)
        let trunk = part(0.42, 0.36)
        let flat = pose.view == .side
        let shoulder =
            part(0.155, 0.12) * (isBoyish ? 1.1 : 1) * (flat ? 0.62 : pose.breadth)
            * generator.number(in: 0.95...1.05)
        let waist = part(0.125, 0.072) * (isBoyish ? 1.12 : 1) * (flat ? 0.92 : pose.breadth)
        let hipHalf = part(0.14, 0.098) * (isBoyish ? 0.92 : 1) * (flat ? 0.88 : pose.breadth)
        halves = [(0, shoulder), (0.28, shoulder * (flat ? 1 : 0.84)), (0.62, waist), (1, hipHalf)]
        hip = .zero
        neck = Point(angle: -.pi / 2 + pose.lean) * trunk

        let arm = part(0.08, 0.05) * (isBoyish ? 1.1 : 1), leg = part(0.135, 0.1)
        let shoulders = Point(angle: pose.shoulderTilt), hips = Point(angle: pose.hipTilt)
        for (index, side) in [-1.0, 1].enumerated() {
            let out = flat ? 1 : side
            func chain(_ root: Point, _ limb: Pose.Limb, _ upper: Double, _ lower: Double) -> [Point] {
                let joint = root + Point(out * sine(limb.upper), cosine(limb.upper)) * (upper * limb.reach)
                let length = lower * (pose.isSitting ? 1 : limb.reach)
                return [root, joint, joint + Point(out * sine(limb.lower), cosine(limb.lower)) * length]
            }
            let root = neck + shoulders * (flat ? side * -0.01 * body : side * (shoulder - arm * 0.35))
            arms.append(
                Limb(
                    joints: chain(root + [0, arm * 0.55], pose.arms[index], part(0.17, 0.185), part(0.15, 0.165)),
                    widths: [arm, arm * 0.95, arm * 0.84, arm * 0.8, arm * 0.58], side: side,
                    isInFront: pose.arms[index].isInFront))
            let thigh = hips * (flat ? side * -0.008 * body : side * (hipHalf - leg * 0.52))
            legs.append(
                Limb(
                    joints: chain(thigh, pose.legs[index], part(0.25, 0.275), part(0.22, 0.25)),
                    widths: [leg, leg * 0.92, leg * 0.7, leg * 0.68, leg * 0.44], side: side))
        }
        // On the floor, and in the middle.
        let low = legs.map { $0.joints[2].y }.max() ?? 0
        let move = Point(-(neck.x + hip.x) / 2, 50 - 0.045 * body - low)
        neck = neck + move
        hip = hip + move
        for index in 0..<2 {
            arms[index].joints = arms[index].joints.map { $0 + move }
            legs[index].joints = legs[index].joints.map { $0 + move }
        }
    }

    // MARK: The trunk

    /// Half the trunk's width at a share of the way from the neck to the hip.
    func half(_ share: Double) -> Double {
        for (from, to) in zip(halves, halves.dropFirst()) where share <= to.at {
            let place = max(0, (share - from.at) / (to.at - from.at))
            return between(from.half, to.half, place * place * (3 - 2 * place))
        }
        return halves[3].half
    }

    /// A place on the trunk: `u` is -1 and 1 at its sides, `v` is 0 at the neck and 1 at the hip.
    func callAsFunction(_ u: Double, _ v: Double, grow: Double = 0) -> Point {
        let tilt = between(pose.shoulderTilt, pose.hipTilt, min(1, max(0, v)))
        let across = Point(angle: tilt), reach = half(v) * u + (u < 0 ? -grow : u > 0 ? grow : 0)
        // Seen from the side, the chest is before the spine and the hip is behind it.
        let sway = isSide ? sine(v * 2 * .pi) * 0.018 * body : 0
        return between(neck, hip, v) + across * (reach + sway)
    }

    /// The head's place: its chin lies over the neck.
    var head: Affine {
        let chin = neck - Point(0, neckLength) + (isSide ? Point(0.012 * body, 0) : .zero)
        let tilt = Affine.turning(isSide ? pose.headTilt * 0.5 : pose.headTilt, about: [0, 20])
        return .moving(chin.x, chin.y - 25 * headScale) * .scaling(headScale) * tilt
    }

    /// How much smaller it must be, about the sole, to keep within the sheet with all that it holds.
    func fit(_ held: HeldThing?) -> Double {
        var top = -46.0, wide = 20.0
        for (index, arm) in arms.enumerated() {
            let reach = held?.arm == index ? held?.reach ?? .zero : .zero
            let hand = arm.joints[2]
            top = min(top, hand.y - (0.09 + reach.y) * body)
            wide = max(wide, abs(hand.x) + (0.09 + reach.x) * body)
        }
        return min(1, 99 / (50 - top), 49 / wide)
    }

    /// Half the neck's width.
    var neckHalf: Double { min(8 * headScale, half(0) * 0.5) * (isBoyish ? 1.1 : 1) }
}
