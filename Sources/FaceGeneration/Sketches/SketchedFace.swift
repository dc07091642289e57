import Drawings
import Glibc
import Models
import Pictures
import TensorCore

/// A face as lines and cut paper, at any size: sharp, because what is enlarged is how much a place belongs to each part, and not
/// a picture.
public struct SketchedFace: Sendable {
    /// Pixels in a side.
    public let size: Int
    /// Points along a pixel's side: two at least, and so many that the picture has no fewer points than the sketch.
    private let samples: Int
    /// The part that each point belongs to, as its place in ``FacePart/all``.
    private(set) var parts: [UInt8]
    /// How much of each point is ink.
    var ink: [Float]
    /// How much of each point is the rim of an eye's white: line art has one, so that the white is closed; a painted face has none.
    var rims: [Float] = []
    /// Points in a row.
    var side: Int { samples * size }

    /// The region of each point, `side` of them in a row.
    var regions: [Region] { parts.map { FacePart.all[Int($0)].region } }

    /// The face that logits `[parts + 1, side, side]` mean, of `size` × `size` pixels; see ``Models/SketchVAE``.
    public init(_ logits: Tensor, size: Int) {
        precondition(
            size > 0 && logits.rank == 3 && logits.shape[0] == FacePart.all.count + 1,
            "SketchedFace: \(size) pixels of logits \(logits.shape)")
        self.size = size
        samples = max(2, (logits.shape[1] + size - 1) / size)
        let fine = samples * size
        // Doubled again and again, straight lines between the numbers become smooth curves (Chaikin cuts corners so).
        var fields = logits
        while fields.shape[1] < fine {
            let side = min(2 * fields.shape[1], fine)
            fields = fields.resized(toHeight: side, width: side, .bilinear)
        }
        let (count, plane) = (FacePart.all.count, fine * fine)
        let care = logits.shape[1] > SketchVAE.side ? Care.fine : .coarse
        let bonuses = FacePart.all.map { $0.region == .lash ? Self.lashBonus : 0 }
        (parts, ink) = fields.withScalars { fields in
            func claim(_ part: Int, _ place: Int) -> Float { fields[part * plane + place] + bonuses[part] }
            let parts = (0..<plane).map { place in
                UInt8((1..<count).reduce(0) { claim($1, place) > claim($0, place) ? $1 : $0 })
            }
            let pens = FacePart.all.map { Self.isCovering($0.region) ? care.strands : care.face }
            let ink = (0..<plane).map { place in
                let pen = pens[Int(parts[place])]
                return 1 / (1 + expf(-pen.steepness * (fields[count * plane + place] + pen.doubt)))
            }
            return (parts, ink)
        }
        removeIslands(care)
        addOutlines(care)
    }

    /// What is taken for a mistake, by how fine the sketch is.
    struct Care {
        /// How much doubt is still ink, and how fast ink turns to paper there: in hair and clothes, and elsewhere. In a fine sketch a
        /// strand's line is as wide as a pixel, and where it lies between two each has half; about the eyes soft ink looks best.
        let strands, face: (doubt: Float, steepness: Float)
        /// What is smaller than this share of the picture is no part of its own, unless it is a feature of the face.
        let leastIsland: Double
        /// What stands on the ground by itself and is smaller than this share of the picture is ground.
        let leastFigure: Double
        /// Ink in hair and clothes that covers less than this share of the picture is no line.
        let leastInk: Double

        static let coarse = Care(
            strands: (0.3, 4), face: (0.3, 4), leastIsland: 0.0008, leastFigure: 1, leastInk: 0)
        static let fine = Care(
            strands: (0.8, 4), face: (0.3, 2), leastIsland: 0.0003, leastFigure: 0.004, leastInk: 0.00015)
    }

    /// A closed eye is thinner than a pixel of the sketch, and so has the larger share of none. So lashes win where they have the
    /// e-th part of the largest share.
    private static let lashBonus: Float = 1

    /// Leaves figures on the ground, the largest one in any case, and takes away specks: each goes to what it touches most.
    private mutating func removeIslands(_ care: Care) {
        let regions = FacePart.all.map(\.region)
        let islands = Islands(of: parts, width: side)
        let least = Int(care.leastIsland * Double(parts.count))
        let heirs = islands.heirs { island in
            islands.areas[island] < least && !FacePart.isFeature(regions[Int(islands.values[island])])
        }
        for place in parts.indices { parts[place] = islands.values[heirs[Int(islands.labels[place])]] }
        let figures = Islands(of: parts.map { regions[Int($0)] == .background ? 0 : 1 }, width: side)
        let body = figures.areas.indices.filter { figures.values[$0] == 1 }
            .max { figures.areas[$0] < figures.areas[$1] }
        let ground = FacePart.base(of: .background)
        let leastFigure = Int(care.leastFigure * Double(parts.count))
        for place in parts.indices {
            let figure = Int(figures.labels[place])
            if figures.values[figure] == 1, figure != body, figures.areas[figure] < leastFigure {
                parts[place] = ground
            }
        }
    }

    /// The lines alone, grey: 255 is paper, 0 is ink. Lashes and brows are lines.
    public var lines: Picture {
        let samples = parts.indices.map { place -> UInt8 in
            FacePart.all[Int(parts[place])].isLine ? 0 : UInt8(255 * (1 - max(ink[place], rims[place])) + 0.5)
        }
        return Picture(width: side, height: side, format: .grey, samples: samples)
            .resized(toWidth: size, height: size, .area)
    }

    /// The face in the colours of a palette, before a backdrop of as many pixels if there is one. RGB.
    public func painted(in palette: FacePalette, before backdrop: Picture? = nil) -> Picture {
        var result = Picture(width: side, height: side, format: .rgb, filledWith: [255, 255, 255])
        let inks = FacePart.all.map { palette.inks[Int($0.region.rawValue)] }
        let ground = FacePart.base(of: .background)
        for (place, part) in parts.enumerated() {
            var color = palette.parts[Int(part)]
            if part == ground, let backdrop {
                color = backdrop.color(at: (place / side / samples) * size + place % side / samples)
            }
            let mixed = color + ink[place] * (inks[Int(part)] - color)
            for channel in 0..<3 {
                result.samples[3 * place + channel] = UInt8(min(255, max(0, mixed[channel] + 0.5)))
            }
        }
        return result.resized(toWidth: size, height: size, .area)
    }

    /// How much of each pixel the figure covers: 255 on it, 0 on the ground. Grey.
    public var coverage: Picture {
        let samples = parts.indices.map { place -> UInt8 in
            FacePart.all[Int(parts[place])].region == .background ? UInt8(255 * ink[place] + 0.5) : 255
        }
        return Picture(width: side, height: side, format: .grey, samples: samples)
            .resized(toWidth: size, height: size, .area)
    }

    /// A dab of its colour in the middle of each larger region of the lines, transparent elsewhere: what a painter would ask for who wants
    /// these colours. Lights and shades are a painter's own.
    public func dabs(in palette: FacePalette) -> Picture {
        let map = RegionMap(of: lines)
        let (areas, bases) = areasAndBases(of: map)
        let reach = max(1, size / 100)
        var dabs = Picture.transparent(width: size, height: size)
        for (region, middle) in map.middles.enumerated() where areas[region] > 8 * reach * reach {
            let color = palette.parts[bases[region]]
            dabs.setDab(
                (0..<3).map { UInt8(min(255, max(0, color[$0] + 0.5))) }, x: middle % size, y: middle / size,
                reach: reach)
        }
        return dabs
    }

    /// The pixels of each region of the lines, and the base part that most of them belong to. Lashes and brows are lines.
    private func areasAndBases(of map: RegionMap) -> (areas: [Int], bases: [Int]) {
        var shares = [[Int]](repeating: Array(repeating: 0, count: FacePart.all.count), count: map.count)
        for (pixel, label) in map.labels.enumerated() {
            let place = (pixel / size * samples + samples / 2) * side + pixel % size * samples + samples / 2
            let part = FacePart.all[Int(parts[place])]
            if !part.isLine { shares[Int(label)][Int(FacePart.base(of: part.region))] += 1 }
        }
        return (
            shares.map { $0.reduce(0, +) },
            shares.map { share in share.indices.max { share[$0] < share[$1] } ?? 0 }
        )
    }
}

extension Picture {
    /// The RGB of a pixel.
    fileprivate func color(at pixel: Int) -> SIMD3<Float> {
        SIMD3(Float(samples[3 * pixel]), Float(samples[3 * pixel + 1]), Float(samples[3 * pixel + 2]))
    }
}
