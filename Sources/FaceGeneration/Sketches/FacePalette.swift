import Drawings
import Pictures

/// The colours of a face: of each part, and of the ink in each region.
public struct FacePalette: Sendable, Equatable {
    /// RGB in [0, 255], in the order of ``FacePart/all``.
    public private(set) var parts: [SIMD3<Float>]
    /// In the order of `Region.allCases`.
    public private(set) var inks: [SIMD3<Float>]

    /// The colours of a drawn face; what it does not have gets a colour that goes with the rest.
    public init(of drawn: DrawnFace) { self.init(drawn, FaceSketch.parts(of: drawn)) }

    /// The mean colours of a drawn face, whose pixels belong to the parts of the given channels.
    init(_ drawn: DrawnFace, _ channels: [UInt8]) {
        var sums = [SIMD4<Float>](repeating: .zero, count: FacePart.all.count)
        var inkSums = [SIMD4<Float>](repeating: .zero, count: Region.allCases.count)
        for (pixel, channel) in channels.enumerated() {
            let rgb = (0..<3).map { Float(drawn.color.samples[3 * pixel + $0]) }
            let color = SIMD4(rgb[0], rgb[1], rgb[2], 1)
            switch drawn.lines.samples[pixel] {
            case FaceSketch.leastPaper...255: sums[Int(channel)] += color
            case 0..<80: inkSums[Int(drawn.regions.samples[pixel])] += color
            default: break
            }
        }
        let own = sums.map(Self.mean)
        var bases = [Region: SIMD3<Float>]()
        for region in Region.allCases { bases[region] = own[Int(FacePart.base(of: region))] }
        parts = FacePart.all.enumerated().map { channel, part in
            if let color = own[channel] { return color }
            let base = bases[part.region] ?? Self.usual(part.region, beside: bases)
            switch part.tone {
            case .base: return base
            case .shade: return base * 0.8
            // The light in an eye is a reflection.
            case .light: return base + (Self.white - base) * (part.region == .iris ? 0.9 : 0.35)
            }
        }
        let all = parts
        inks = Region.allCases.map { region in
            Self.mean(inkSums[Int(region.rawValue)]) ?? all[Int(FacePart.base(of: region))] * 0.3
        }
    }

    private static let white = SIMD3<Float>(255, 255, 255)

    private static func mean(_ sum: SIMD4<Float>) -> SIMD3<Float>? {
        sum.w > 0 ? SIMD3(sum.x, sum.y, sum.z) / sum.w : nil
    }

    /// A colour for a region that a face does not show.
    private static func usual(_ region: Region, beside bases: [Region: SIMD3<Float>]) -> SIMD3<Float> {
        let skin = bases[.skin] ?? [250, 224, 204]
        return switch region {
        case .mouth: skin * SIMD3(0.75, 0.45, 0.45)
        case .accessory: bases[.clothes] ?? [90, 110, 160]
        case .eyeWhite, .background: white
        case .iris: [70, 90, 150]
        case .lash, .brow: [70, 50, 50]
        case .skin, .hair, .clothes: skin
        }
    }

    /// The same colours on white paper.
    public var onPaper: FacePalette {
        var palette = self
        palette.parts[Int(FacePart.base(of: .background))] = Self.white
        return palette
    }

    /// The colours on the way to those of another face, at a share of it.
    public func mixed(with other: FacePalette, share: Float) -> FacePalette {
        var palette = self
        palette.parts = zip(parts, other.parts).map { $0 + share * ($1 - $0) }
        palette.inks = zip(inks, other.inks).map { $0 + share * ($1 - $0) }
        return palette
    }
}

extension FacePalette {
    /// The colours of a face, as it is drawn.
    init(of face: Face) { self.init(of: FaceArtist().draw(face.centred, size: 128)) }
}
