/// A small choice that has no name among the attributes: it comes from the face's grain, so that it is the same at
/// every drawing. The raw value is the bit that decides.
enum FaceDetail: UInt64 {
    case markSide, molePlace, wink, toothSide, tongueSide, ornamentSide
    case browSkew, browSkewMore
    case emblem, emblemMore, stripedShirt, bowOnDress, scarfSide
    case smallOrnament, silverCrown, blackPatch
}

extension Face {
    /// Which way a detail falls.
    func has(_ detail: FaceDetail) -> Bool { grain >> detail.rawValue & 1 == 1 }

    /// The side of the picture that a detail lies on: 1 is the right.
    func side(of detail: FaceDetail) -> Double { has(detail) ? -1 : 1 }

    /// A number of 0, 1, 2 and 3 from two details.
    func quarter(_ high: FaceDetail, _ low: FaceDetail) -> Int { (has(high) ? 2 : 0) + (has(low) ? 1 : 0) }
}
