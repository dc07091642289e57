import Basics
import Drawings
import Pictures

/// How a pair differs from one look at it to the next.
public struct PairVariation: Sendable, Equatable {
    /// How often a pair is mirrored.
    public var mirrorChance: Float = 0.5
    /// The standard deviation, in levels of 255, of what is added to all of the lines' picture: scans and pencils are
    /// never quite black on quite white. PaintsChainer's training took 16.
    public var lineShift: Float = 8
    /// How often a drawing on paper slides along its sheet, up to out of the picture: faces fill theirs, and a colorizer that has
    /// only seen faces takes wide empty paper for something to colour.
    public var slideChance: Float = 0
    /// How the colours of whole regions change, where regions are known; not at all unless it is said.
    public var recoloring = Recoloring.none

    public init() {}

    /// No variation: for what a network is evaluated on.
    public static let none: PairVariation = {
        var variation = PairVariation()
        (variation.mirrorChance, variation.lineShift) = (0, 0)
        return variation
    }()

    /// The pair as it is seen this time. Without recolouring it takes three numbers from the generator, whatever they
    /// decide.
    public func vary(_ pair: Pair, using generator: inout SeededGenerator) -> Pair {
        let isMirrored = generator.chance(mirrorChance)
        let shift = Int((lineShift * generator.normal()).rounded())
        var pair = pair
        if let regions = pair.regions {
            let color = recoloring.recolored(pair.color, regions: regions, using: &generator)
            pair = Pair(lines: pair.lines, color: color, regions: regions, hints: pair.hints)
        }
        if isMirrored { pair = pair.flippedHorizontally() }
        var (lines, color, regions) = (pair.lines, pair.color, pair.regions)
        if slideChance > 0, generator.chance(slideChance), Self.isOnPaper(color) {
            let (x, y) = (generator.uniform(in: -1...1), generator.uniform(in: -0.5...0.5))
            let way = (x: Int(x * Float(lines.width)), y: Int(y * Float(lines.height)))
            (lines, color) = (lines.slid(by: way, over: 255), color.slid(by: way, over: 255))
            regions = regions?.slid(by: way, over: Region.background.rawValue)
        }
        return Pair(lines: shift == 0 ? lines : lines.brightened(by: shift), color: color, regions: regions)
    }
}

extension PairVariation {
    /// Whether a picture's upper corners are paper.
    private static func isOnPaper(_ picture: Picture) -> Bool {
        [0, picture.width - 1].allSatisfy { x in (0..<3).allSatisfy { picture[x, 0, $0] > 240 } }
    }
}

extension Picture {
    /// Moved within its frame; what comes into view has one level in all channels.
    fileprivate func slid(by way: (x: Int, y: Int), over level: UInt8) -> Picture {
        var result = Picture(
            width: width, height: height, format: format, filledWith: Array(repeating: level, count: channels))
        guard abs(way.x) < width, abs(way.y) < height else { return result }
        let kept = cropped(
            x: max(0, -way.x), y: max(0, -way.y), width: width - abs(way.x), height: height - abs(way.y))
        result.paste(kept, x: max(0, way.x), y: max(0, way.y))
        return result
    }

    /// Every sample larger by `shift`, within 0 and 255.
    fileprivate func brightened(by shift: Int) -> Picture {
        var result = self
        result.samples.withUnsafeMutableBufferPointer { samples in
            for index in samples.indices { samples[index] = UInt8(min(255, max(0, Int(samples[index]) + shift))) }
        }
        return result
    }
}
