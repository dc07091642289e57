import Basics

/// A cascade of boosted stumps over multi-block local binary patterns: it says of a small grey window whether it shows
/// what the cascade was trained to find.
///
/// Nearly all windows of a picture show nothing of interest. So the first stage is only a few comparisons that let almost
/// every face pass and half of the rest; the second, a little longer, judges what is left, and so on: a window is a face
/// if no stage rejects it, and the work goes where it is needed.
///
/// OpenCV's file format holds the same and goes both ways: ``init(contentsOf:)`` and ``write(to:)``.
public struct Cascade: Sendable, Equatable {
    /// The window's sides in pixels.
    public let width: Int
    public let height: Int
    public internal(set) var stages: [Stage]
    /// The patterns that the stumps look at.
    public internal(set) var patterns: [BlockPattern]
    /// How each stage was trained; it is kept in the file, and detection does not need it.
    public var goals: StageGoals

    /// A cascade without stages yet, for which every window is a face.
    public init(width: Int = 24, height: Int = 24, goals: StageGoals = StageGoals()) {
        precondition(min(width, height) >= 3, "Cascade: a window of \(width)×\(height) pixels has no room for cells")
        self.init(width: width, height: height, stages: [], patterns: [], goals: goals)
    }

    init(width: Int, height: Int, stages: [Stage], patterns: [BlockPattern], goals: StageGoals) {
        self.width = width
        self.height = height
        self.stages = stages
        self.patterns = patterns
        self.goals = goals
    }

    /// The cascade with its first stages only: faster, and with more false alarms.
    public func prefix(_ count: Int) -> Cascade {
        precondition((0...stages.count).contains(count), "prefix: \(count) of \(stages.count) stages")
        var first = self
        first.stages = Array(stages[..<count])
        return first
    }

    /// Stumps that vote: the window goes on when their votes add up to the threshold.
    public struct Stage: Sendable, Equatable {
        public var threshold: Float
        public var stumps: [Stump]

        public init(threshold: Float, stumps: [Stump]) {
            self.threshold = threshold
            self.stumps = stumps
        }
    }

    /// A decision tree with a single question: is the pattern's category one of these?
    public struct Stump: Sendable, Equatable {
        /// Which of the cascade's patterns.
        public var pattern: Int
        public var categories: CategorySet
        /// The vote when the category is one of the set, and when it is not: below 0 against a face, above for one.
        public var voteInside: Float
        public var voteOutside: Float

        public init(pattern: Int, categories: CategorySet, voteInside: Float, voteOutside: Float) {
            self.pattern = pattern
            self.categories = categories
            self.voteInside = voteInside
            self.voteOutside = voteOutside
        }
    }

    /// What is lost when sums of votes are rounded: a stage does not reject what misses its threshold by less.
    static let slack: Float = 1e-5
}

/// A set of the 256 categories of a pattern.
public struct CategorySet: Sendable, Equatable {
    /// Category 0 is the lowest bit of the first word.
    public var words: SIMD8<UInt32>

    public init(words: SIMD8<UInt32> = .zero) {
        self.words = words
    }

    @inline(__always)
    public func contains(_ category: Int) -> Bool { words[category >> 5] >> UInt32(category & 31) & 1 == 1 }

    public mutating func insert(_ category: Int) { words[category >> 5] |= 1 << UInt32(category & 31) }
}

/// What each stage of a cascade has to reach, and how it is boosted.
public struct StageGoals: Sendable, Equatable {
    /// The share of faces that a stage must let pass.
    public var minimumHitRate: Double
    /// The share of other windows that it may let pass.
    public var maximumFalseAlarm: Double
    /// The share of the weight of all samples that a stump is chosen by; those that weigh least are left out.
    public var weightTrimming: Double
    /// The most stumps of a stage; one that has as many ends short of its goal.
    public var maximumStumps: Int

    /// The values of OpenCV's `opencv_traincascade`.
    public init(
        minimumHitRate: Double = 0.995, maximumFalseAlarm: Double = 0.5, weightTrimming: Double = 0.95,
        maximumStumps: Int = 100
    ) {
        precondition(
            (0...1).contains(minimumHitRate) && (0...1).contains(maximumFalseAlarm)
                && (0...1).contains(weightTrimming) && maximumStumps > 0,
            "StageGoals: rates are between 0 and 1, and a stage has a stump at least")
        self.minimumHitRate = minimumHitRate
        self.maximumFalseAlarm = maximumFalseAlarm
        self.weightTrimming = weightTrimming
        self.maximumStumps = maximumStumps
    }
}
