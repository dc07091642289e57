import Pictures

/// A coloured drawing in the layers of which a painter would build it: lines, flat colours, shade, and the dabs that were given.
public struct ColoredDrawing: Sendable {
    /// What of the colours is shown under the lines.
    public enum Finish: String, CaseIterable, Sendable {
        /// One colour a region.
        case flat
        /// With the network's light and shadow.
        case shaded
    }

    /// The drawing, grey, untouched.
    public private(set) var lines: Picture
    /// The drawing's regions; where several dabs share one, it is divided among them.
    public private(set) var regions: RegionMap
    /// The flat colours, and which of them each region has.
    public let colors: [Lab]
    public let colorOfRegion: [Int]
    /// The hints as they were given, if any were.
    public private(set) var dabs: Picture?
    private let shade: Shade
    /// How much of its shade each region shows.
    private let shadeOfRegion: [Float]
    /// What the network proposed, at its own size.
    public let proposal: Picture

    /// Colours a drawing by what a network proposes for it, at any size, and by hints that fill regions. Where no dab
    /// is, the flat colours are those of the palette, if there is one. Who wants to see them alone, and soon, does without shade.
    public init(
        _ drawing: PreparedDrawing, hints prepared: PreparedHints?, proposal: Picture, palette: ColorPalette? = nil,
        hasShade: Bool = true
    ) {
        let (hints, lineStrength) = (prepared?.filled, drawing.lineStrength)
        lines = drawing.lines
        dabs = prepared?.dabs
        let divided = hints?.divided ?? DividedRegions(drawing.map)
        regions = divided.map
        self.proposal = proposal
        let proposed = proposal.labColors
        let vote = RegionVote(
            on: proposed, width: proposal.width, height: proposal.height, in: regions, isLine: lineStrength.isLine)
        let dabbed = divided.dabbedShare
        let wanted = zip(vote.colors, divided.dabs).map { color, dab in
            guard let dab, let hints else {
                let calm = color.calmed(dabbed: dabbed)
                return palette?.nearest(to: calm) ?? calm
            }
            let rgb = hints.dabs.colors[dab]
            return Lab(red: rgb[0], green: rgb[1], blue: rgb[2])
        }
        let groups = ColorGroups(wanted, areas: regions.areas) { divided.dabs[$0] != nil }
        (colors, colorOfRegion) = (groups.colors, groups.groups)
        shadeOfRegion = zip(vote.colors, divided.dabs).map { color, dab in
            dab == nil ? color.certainty(dabbed: dabbed) : 1
        }
        guard hasShade else {
            shade = .none
            return
        }
        shade = Self.shade(
            of: proposed, proposal, beside: vote.colors, in: divided, lineStrength: lineStrength, wanted: wanted,
            dabs: hints?.dabs)
    }

    /// The network's shade, and that of dabs that run into each other.
    private static func shade(
        of colors: [Lab], _ proposal: Picture, beside medians: [Lab], in divided: DividedRegions,
        lineStrength: Picture, wanted: [Lab], dabs: Dabs?
    ) -> Shade {
        let (map, width, height) = (divided.map, proposal.width, proposal.height)
        /// The drawing's pixel in the middle of one of the proposal's.
        func middle(_ pixel: Int) -> Int {
            let row = (2 * (pixel / width) + 1) * map.height / (2 * height)
            return row * map.width + (2 * (pixel % width) + 1) * map.width / (2 * width)
        }
        let places = (0..<width * height).map { map.labels[middle($0)] }
        /// Whether all around lies in one region: where dabs meet the network's colours run over the border.
        func isInside(_ pixel: Int) -> Bool {
            let (x, y) = (pixel % width, pixel / width)
            return (max(0, y - 2)...min(height - 1, y + 2)).allSatisfy { row in
                (max(0, x - 2)...min(width - 1, x + 2)).allSatisfy { places[row * width + $0] == places[pixel] }
            }
        }
        let ink = lineStrength.resized(toWidth: width, height: height, .area).dilated(kernel: 3)
        var shade = Shade(of: colors, regions: places, beside: medians, width: width, height: height) {
            ink.samples[$0] <= mostInk && isInside($0)
        }
        guard let dabs else { return shade }
        let blending = DabBlending(
            regions: places, width: width, height: height, colors: wanted, divided: divided
        ) { dabs.labels[middle($0)] >= 0 }
        shade.add(blending.differences)
        return shade
    }

    /// How much of a proposal's pixel and its neighbours lines may cover if its shade is to count, of 255.
    private static let mostInk: UInt8 = 40

    /// The same colours under a larger drawing of the same aspect ratio, and over them the dabs that were given for it.
    func enlarged(under drawing: Picture, dabs: Picture?) -> ColoredDrawing {
        var result = self
        result.lines = drawing.converted(to: .grey)
        result.regions = regions.enlarged(toWidth: drawing.width, height: drawing.height)
        result.dabs = dabs?.resized(toWidth: drawing.width, height: drawing.height, .nearest)
        return result
    }

    /// The colours without the lines.
    public func colors(_ finish: Finish) -> Picture {
        let flat = colors.map(\.rgb)
        var result = Picture(width: regions.width, height: regions.height, format: .rgb, filledWith: [255, 255, 255])
        result.samples.withUnsafeMutableBufferPointer { samples in
            for pixel in regions.labels.indices {
                let region = regions.labels[pixel]
                let rgb = finish == .flat ? flat[colorOfRegion[Int(region)]] : shaded(pixel, region)
                (samples[3 * pixel], samples[3 * pixel + 1], samples[3 * pixel + 2]) = rgb
            }
        }
        return result
    }

    /// The shaded colour of a pixel, red, green and blue.
    func shaded(_ pixel: Int, _ region: Int32) -> (UInt8, UInt8, UInt8) {
        let color = colors[colorOfRegion[Int(region)]]
        let x = (Float(pixel % regions.width) + 0.5) * Float(proposal.width) / Float(regions.width) - 0.5
        let y = (Float(pixel / regions.width) + 0.5) * Float(proposal.height) / Float(regions.height) - 0.5
        let shade = shadeOfRegion[Int(region)] * shade.at(x, y, in: region)
        return Lab(
            lightness: min(100, max(0, color.lightness + shade.x)), a: color.a + shade.y, b: color.b + shade.z
        ).rgb
    }

    /// What the network makes of the drawing without regions: its proposal, enlarged, with the lines over it.
    public var networkAlone: Picture {
        proposal.resized(toWidth: lines.width, height: lines.height, .bicubic).multiplied(by: lines)
    }

    /// The coloured drawing, RGB: the colours with the lines over them.
    public func picture(_ finish: Finish = .shaded) -> Picture {
        var picture = colors(finish)
        picture.multiply(by: lines)
        return picture
    }
}
