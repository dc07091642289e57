import Basics

/// The two parts of a dataset that is drawn on the spot.
public enum DatasetPart: Sendable {
    /// What networks learn from.
    case training
    /// What they are evaluated on, and never see before.
    case heldOut
}

/// Decides which samples are held out of training, so that a network is evaluated on what it has not seen.
///
/// A named sample's side depends on its name alone: when files are added or removed all others stay where they were,
/// and a network that is trained on is never evaluated on a picture that it has learnt from. The price is that the share is
/// only met on average. Two files of different names that show the same thing may come apart; the split cannot know.
public struct Split: Sendable, Equatable {
    /// The share that is held out, of [0, 1].
    public let heldOutShare: Double

    public init(heldOutShare: Double = 0.1) {
        precondition((0...1).contains(heldOutShare), "Split: a share of \(heldOutShare) is not between 0 and 1")
        self.heldOutShare = heldOutShare
    }

    /// Whether the sample of this name is held out.
    public func holdsOut(_ name: String) -> Bool {
        Double(Self.hash(of: name) >> 11) * 0x1p-53 < heldOutShare
    }

    /// The 64-bit FNV-1a hash of the name's bytes (Fowler, Noll and Vo), and then a finaliser (Stafford's thirteenth):
    /// FNV-1a hardly moves the high bits when only a name's end differs, as in `0001.png` and `0002.png`.
    static func hash(of name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
