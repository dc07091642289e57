import Drawings

/// A part of a face as scissors would cut it: a region, or one of its tones.
public struct FacePart: Sendable, Hashable {
    public enum Tone: Int, CaseIterable, Sendable {
        case shade, base, light
    }

    public let region: Region
    public let tone: Tone

    /// All parts, in the order of a sketch's channels.
    public static let all = Region.allCases.flatMap { region in
        (toned.contains(region) ? Tone.allCases : [.base]).map { FacePart(region: region, tone: $0) }
    }

    /// The regions that have lights and shades; the others are of one tone.
    private static let toned: Set<Region> = [.skin, .hair, .iris, .mouth, .clothes, .accessory]

    /// The channel of each part.
    static let channels = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

    /// The channel of each region's base tone.
    private static let bases = Region.allCases.map { UInt8(channels[FacePart(region: $0, tone: .base)] ?? 0) }

    /// The channel of a region's base tone.
    static func base(of region: Region) -> UInt8 { bases[Int(region.rawValue)] }

    /// The part of a pixel that is so much lighter than the middle of its region, in levels of 255.
    init(_ region: Region, brighterBy difference: Int) {
        let (shade, light) = region == .iris ? (-40, 50) : (-14, 12)
        let tone: Tone = difference < shade ? .shade : difference > light ? .light : .base
        self.init(region: region, tone: Self.toned.contains(region) ? tone : .base)
    }

    /// Whether it is one of the small parts by which a face is read.
    var isFeature: Bool { Self.isFeature(region) }

    /// Whether it is a line that is thick enough to be a part.
    var isLine: Bool { region == .lash || region == .brow }

    static func isFeature(_ region: Region) -> Bool { [.eyeWhite, .iris, .lash, .brow, .mouth].contains(region) }

    private init(region: Region, tone: Tone) { (self.region, self.tone) = (region, tone) }
}
