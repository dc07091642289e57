/// What a pixel of a drawn face belongs to: the samples of `DrawnFace.regions`.
public enum Region: UInt8, CaseIterable, Sendable {
    case background
    case skin
    case hair
    case eyeWhite
    case iris
    /// The heavy line of the upper eyelid, and the curve of a closed eye.
    case lash
    case brow
    case mouth
    case clothes
    case accessory
}
