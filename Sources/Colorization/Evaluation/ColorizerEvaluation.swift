import Basics
import Drawings
import Pictures
import TensorCore

/// How well a colorizer does on pictures that it never saw: left to itself, with hints of the true colours, and with one
/// hint of another colour.
public struct ColorizerEvaluation {
    /// How like the true pictures the coloured ones are, on average.
    public struct Likeness: Sendable {
        /// The mean squared error of RGB in [0, 1].
        public fileprivate(set) var squaredError = Mean()
        public fileprivate(set) var signalToNoise = Mean()
        public fileprivate(set) var structuralSimilarity = Mean()
        /// CIE ΔE of 1976.
        public fileprivate(set) var colorDifference = Mean()

        public init() {}

        /// Adds a picture and what it should be.
        public mutating func add(_ colored: Picture, _ truth: Picture) {
            squaredError.add(colored.squaredError(to: truth))
            // Equal pictures are infinitely like each other; a mean needs a number.
            signalToNoise.add(min(100, colored.signalToNoise(to: truth)))
            structuralSimilarity.add(colored.structuralSimilarity(to: truth))
            colorDifference.add(colored.colorDifference(to: truth))
        }
    }

    /// A picture that was coloured three times.
    public struct Example {
        public let pair: Pair
        /// Without hints.
        public let alone: Picture
        /// Dabs of the true colours, elsewhere transparent.
        public let hints: Picture
        public let hinted: Picture
        /// The same dabs, those of one area in another colour.
        public let otherHints: Picture
        public let otherwise: Picture
    }

    /// The hints in each picture.
    public static let hintCount = 12

    public private(set) var alone = Likeness()
    public private(set) var hinted = Likeness()
    /// The squared error of one colour everywhere, the mean of all pictures: what nobody has to learn.
    public private(set) var meanColorError: Float = 0
    /// The mean absolute error of RGB in [0, 1] in the areas in which the hints lie.
    public private(set) var obedience = Mean()
    /// The same in the area that gets another colour, against that colour.
    public private(set) var otherObedience = Mean()
    /// How far the other colour changes the area that gets it: the mean absolute change of RGB in [0, 1].
    public private(set) var response = Mean()
    /// How far it changes what it does not belong to, in the same unit.
    public private(set) var leakage = Mean()
    /// How colourful each kind of region is against the truth, without and with hints.
    public private(set) var saturation = SaturationTable()
    /// Some of the pictures.
    public private(set) var examples: [Example] = []

    private static let exampleCount = 6

    /// Colours all pairs three times; `progress` hears how many are done.
    public init(of colorizer: Colorizer, on pairs: [Pair], progress: (_ done: Int) -> Void = { _ in }) {
        precondition(!pairs.isEmpty, "ColorizerEvaluation: no pictures")
        for (index, pair) in pairs.enumerated() {
            var generator = SeededGenerator(seed: 1, stream: UInt64(index))
            add(pair, coloredBy: colorizer, using: &generator)
            progress(index + 1)
        }
        meanColorError = Tensor(pictures: pairs.map(\.color)).variance(axes: [0, 2, 3]).mean().item
    }

    private mutating func add(
        _ pair: Pair, coloredBy colorizer: Colorizer, using generator: inout SeededGenerator
    ) {
        let truth = Tensor(pictures: [pair.color])
        let hints = Picture(
            hints: HintSampling.exactly(Self.hintCount).hints(for: truth, using: &generator))
        let results = [nil, hints].map { colorizer.color(pair.lines, hints: $0) }
        alone.add(results[0], pair.color)
        hinted.add(results[1], pair.color)
        saturation.add(results, pair)

        let areas = HintedAreas(of: hints, in: pair)
        obedience.add(areas.error(of: results[1]))
        let (otherHints, color) = areas.recolored(hints)
        let otherwise = colorizer.color(pair.lines, hints: otherHints)
        otherObedience.add(otherwise.meanDistance(to: color, where: areas.largestContains))
        response.add(otherwise.meanDistance(to: results[1], where: areas.largestContains))
        leakage.add(otherwise.meanDistance(to: results[1], where: areas.isElsewhere))
        guard examples.count < Self.exampleCount else { return }
        examples.append(
            Example(
                pair: pair, alone: results[0], hints: hints, hinted: results[1], otherHints: otherHints,
                otherwise: otherwise))
    }
}

/// A mean of numbers that come one after the other; those that are no numbers do not count.
public struct Mean: Sendable {
    private var sum = 0.0
    private var count = 0

    public init() {}

    public mutating func add(_ value: Float) {
        guard value.isFinite else { return }
        (sum, count) = (sum + Double(value), count + 1)
    }

    /// Not a number while nothing has been added.
    public var value: Float { Float(sum / Double(count)) }
}

/// How colourful regions are against the truth: the chroma of CIELAB, summed up over all pixels that are not lines.
public struct SaturationTable: Sendable {
    /// A kind of region, or the whole picture.
    public struct Row: Sendable {
        public let name: String
        /// How colourful each of the results is, in parts of the truth.
        public let ratios: [Float]

        /// Without hints, where the first result is that, and with hints, where the second is that.
        public var alone: Float { ratios[0] }
        public var hinted: Float { ratios[1] }
    }

    private var sums: [[Double]]

    /// A table for pairs that are coloured in so many ways.
    public init(results: Int = 2) {
        sums = Array(repeating: Array(repeating: 0, count: 1 + results), count: Region.allCases.count + 1)
    }

    /// Adds the results for a pair.
    public mutating func add(_ results: [Picture], _ pair: Pair) {
        precondition(
            results.count + 1 == sums[0].count,
            "SaturationTable: \(results.count) results of a pair in a table for \(sums[0].count - 1)")
        let chromas = ([pair.color] + results).map { $0.labColors.map(\.chroma) }
        for pixel in 0..<pair.lines.samples.count where pair.lines.samples[pixel] > 200 {
            let region = pair.regions.map { Int($0.samples[pixel]) }
            for kind in [region, Region.allCases.count].compactMap({ $0 }) where kind < sums.count {
                for (index, chroma) in chromas.enumerated() { sums[kind][index] += Double(chroma[pixel]) }
            }
        }
    }

    /// The kinds that have colour at all.
    public var rows: [Row] {
        let kinds: [(String, Int)] =
            [("skin", .skin), ("hair", .hair), ("eyes", .iris), ("clothes", .clothes), ("background", .background)]
            .map { (name: String, region: Region) in (name, Int(region.rawValue)) }
            + [("whole picture", Region.allCases.count)]
        return kinds.filter { sums[$0.1][0] > 0 }.map { name, kind in
            Row(name: name, ratios: sums[kind].dropFirst().map { Float($0 / sums[kind][0]) })
        }
    }
}
