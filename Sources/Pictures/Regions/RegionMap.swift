import Basics

/// A drawing divided into the regions that its lines enclose: each pixel, those of the lines too, belongs to one.
public struct RegionMap: Sendable, Equatable {
    public let width, height: Int
    /// The region of each pixel, row by row, from 0.
    public let labels: [Int32]
    /// How many regions there are.
    public let count: Int

    /// How regions are found; lengths are in pixels.
    public struct Options: Sendable, Equatable {
        /// The widest opening that counts as a gap in a line, and closes. Wider ones join two regions.
        public var gap: Double
        /// How many times wider than an opening a region must be on both sides, for the opening to close: a strand of hair that narrows is
        /// still one strand.
        public var narrowing = 2.2
        /// What is smaller joins a neighbour.
        public var leastArea: Int
        /// From which strength on a pixel is of a line, of 255; see `Picture.lineStrength`.
        public var threshold = usualThreshold

        /// The threshold where none is asked for.
        public static let usualThreshold: UInt8 = 34

        public init(gap: Double, leastArea: Int) {
            precondition(gap >= 0 && leastArea >= 0, "RegionMap: gaps of \(gap) pixels, areas of \(leastArea)")
            (self.gap, self.leastArea) = (gap, leastArea)
        }

        /// What suits a drawing of this size: gaps up to a sixtieth of its shorter side.
        public init(width: Int, height: Int) {
            let side = Double(min(width, height))
            self.init(gap: side / 60, leastArea: Int(side * side / 12_000))
        }

        /// What finds the same in a drawing that is `scale` times as large.
        package func scaled(by scale: Double) -> Options {
            var scaled = self
            scaled.gap *= scale
            scaled.leastArea = Int((scale * scale * Double(leastArea)).rounded())
            return scaled
        }
    }

    /// The regions of a drawing, dark on light; those that are found first, the widest, have the lowest numbers.
    public init(of drawing: Picture, _ options: Options? = nil) {
        let strength = drawing.lineStrength
        self.init(lineStrength: strength, options ?? Options(width: drawing.width, height: drawing.height))
    }

    /// The regions between lines of the given strength.
    public init(lineStrength strength: Picture, _ options: Options) {
        let basins = Basins(between: strength, options)
        (width, height) = (strength.width, strength.height)
        // A drawing that is ink all over has no basin: it is one region.
        count = max(1, basins.count)
        labels = basins.count > 0 ? grown(basins.labels, over: strength) : basins.labels.map { _ in 0 }
    }

    public init(labels: [Int32], count: Int, width: Int, height: Int) {
        precondition(labels.count == width * height, "RegionMap: \(labels.count) labels for \(width)×\(height)")
        (self.width, self.height, self.labels, self.count) = (width, height, labels, count)
    }

    /// How many pixels each region has.
    public var areas: [Int] {
        var areas = [Int](repeating: 0, count: count)
        for label in labels { areas[Int(label)] += 1 }
        return areas
    }
}
