import Pictures

/// How near one way of colouring comes to the truth, over several drawings: means of what is measured in each.
public struct ColoringMeasures: Sendable {
    public private(set) var signalToNoise = Mean()
    /// CIE ΔE of 1976, over all pixels.
    public private(set) var colorDifference = Mean()
    /// The share of the pixels off lines within ΔE 15.
    public private(set) var nearShare = Mean()
    /// The share of the regions, by their pixels, whose median colour is within ΔE 15 of the truth's.
    public private(set) var regionAccuracy = Mean()
    /// Of the pixels within 3 of a line between two different colours, the share that is nearer to the colour on the wrong side.
    public private(set) var bleed = Mean()
    /// ΔE between dabs and what is shown where they lie.
    public private(set) var obedience = Mean()

    /// From which ΔE on a colour is another one.
    private static let near: Float = 15
    /// How different two colours must be for a line between them to count.
    private static let different: Float = 20

    public init() {}

    /// Adds a drawing that was coloured.
    public mutating func add(_ colored: Picture, _ drawing: MeasuredDrawing) {
        let (colors, truth) = (colored.labColors, drawing.truth)
        signalToNoise.add(min(100, colored.signalToNoise(to: drawing.member.truth)))
        var (sum, near, off) = (Float(0), 0, 0)
        for pixel in colors.indices {
            let difference = colors[pixel].difference(to: truth[pixel])
            sum += difference
            guard !drawing.isNearInk[pixel] else { continue }
            off += 1
            if difference < Self.near { near += 1 }
        }
        colorDifference.add(sum / Float(colors.count))
        nearShare.add(Float(near) / Float(off))
        addRegions(colors, drawing)
        guard let dabs = drawing.dabs else { return }
        var error = Mean()
        for pixel in colors.indices where dabs.labels[pixel] >= 0 && !drawing.strength.isLine(at: pixel) {
            let wish = dabs.colors[Int(dabs.labels[pixel])]
            error.add(colors[pixel].difference(to: Lab(red: wish[0], green: wish[1], blue: wish[2])))
        }
        obedience.add(error.value)
    }

    private mutating func addRegions(_ colors: [Lab], _ drawing: MeasuredDrawing) {
        let map = drawing.map
        let vote = RegionVote(
            on: colors, width: map.width, height: map.height, in: map, isLine: drawing.strength.isLine)
        let wanted = drawing.regionColors
        let areas = map.areas
        let right = areas.indices.reduce(0) {
            $0 + (vote.colors[$1].difference(to: wanted[$1]) < Self.near ? areas[$1] : 0)
        }
        regionAccuracy.add(Float(right) / Float(map.labels.count))
        var (wrong, all) = (0, 0)
        for (pixel, other) in drawing.acrossLine {
            let (own, others) = (wanted[Int(map.labels[pixel])], wanted[Int(other)])
            guard own.difference(to: others) > Self.different else { continue }
            all += 1
            if colors[pixel].difference(to: others) < colors[pixel].difference(to: own) { wrong += 1 }
        }
        bleed.add(Float(wrong) / Float(all))
    }
}

/// What the measures need to know of a drawing, whoever coloured it.
public struct MeasuredDrawing: Sendable {
    public let member: DrawingSet.Member
    public let dabs: Dabs?
    let map: RegionMap
    let truth: [Lab]
    /// The median of the truth in each region.
    let regionColors: [Lab]
    /// Whether a pixel is on a line or beside one.
    let isNearInk: [Bool]
    /// Pixels off lines within 3 pixels of another region, with that region.
    let acrossLine: [(pixel: Int, other: Int32)]
    let strength: Picture

    public init(_ member: DrawingSet.Member) {
        self.member = member
        dabs = member.hints.map { Dabs($0) }
        let strength = member.lines.lineStrength
        let (width, height) = (member.lines.width, member.lines.height)
        let map = RegionMap(lineStrength: strength, RegionMap.Options(width: width, height: height))
        let truth = member.truth.labColors
        (self.strength, self.map, self.truth) = (strength, map, truth)
        regionColors =
            RegionVote(on: truth, width: width, height: height, in: map, isLine: strength.isLine).colors
        isNearInk = member.lines.thickened(kernel: 5).samples.map { $0 <= 175 }
        acrossLine = map.labels.indices.compactMap { pixel in
            guard !strength.isLine(at: pixel) else { return nil }
            let (x, y) = (pixel % width, pixel / width)
            for (column, row) in [(x - 3, y), (x + 3, y), (x, y - 3), (x, y + 3)]
            where (0..<width).contains(column) && (0..<height).contains(row) {
                let other = map.labels[row * width + column]
                if other != map.labels[pixel] { return (pixel, other) }
            }
            return nil
        }
    }
}
