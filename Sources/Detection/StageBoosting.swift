import Glibc

/// Boosts the stumps of one stage: Gentle AdaBoost, which fits each stump to the labels by weighted least squares and then
/// gives more weight to what the stumps so far get wrong.
///
/// Friedman, Hastie and Tibshirani, "Additive logistic regression: a statistical view of boosting", 2000, algorithm 4.
/// The stage's threshold is not 0: it is lowered until enough faces pass.
struct StageBoosting {
    private let table: PatternTable
    /// The first samples are faces, the others are not.
    private let faceCount: Int
    private let goals: StageGoals
    private var weights: [Double]
    /// The sum of votes on each sample.
    private var votes: [Double]
    private(set) var stumps: [FittedStump] = []

    init(_ table: PatternTable, faceCount: Int, goals: StageGoals) {
        self.table = table
        self.faceCount = faceCount
        self.goals = goals
        weights = Array(repeating: 1 / Double(table.sampleCount), count: table.sampleCount)
        votes = Array(repeating: 0, count: table.sampleCount)
    }

    /// Adds stumps until the stage reaches its goals or is as long as it may be.
    mutating func run() -> StageOutcome {
        while true {
            addStump()
            let outcome = outcome
            if outcome.falseAlarm <= goals.maximumFalseAlarm || stumps.count >= goals.maximumStumps { return outcome }
        }
    }

    private mutating func addStump() {
        let stump = table.bestStump(for: samplesThatCount)
        stumps.append(stump)
        let row = table.row(stump.pattern)
        let factors = [stump.voteInside, stump.voteOutside].map { (face: exp(-Double($0)), other: exp(Double($0))) }
        var sum = 0.0
        for (sample, category) in row.enumerated() {
            let isInside = stump.categories.contains(Int(category))
            votes[sample] += Double(isInside ? stump.voteInside : stump.voteOutside)
            let factor = factors[isInside ? 0 : 1]
            weights[sample] *= sample < faceCount ? factor.face : factor.other
            sum += weights[sample]
        }
        for sample in weights.indices { weights[sample] /= sum }
    }

    /// The samples that have most of the weight between them. The rest are long since judged rightly, and leaving them
    /// out saves time.
    private var samplesThatCount: WeightedSamples {
        var rest = 1 - goals.weightTrimming
        var least = 0.0
        for weight in weights.sorted() {
            least = weight
            if rest <= 0 { break }
            rest -= weight
        }
        var samples = WeightedSamples()
        for (sample, weight) in weights.enumerated() where weight >= least {
            if sample < faceCount {
                samples.faces.append(Int32(sample))
                samples.faceWeights.append(Float(weight))
            } else {
                samples.others.append(Int32(sample))
                samples.otherWeights.append(Float(weight))
            }
        }
        return samples
    }

    /// The stage so far: its threshold is the highest that lets enough faces pass.
    private var outcome: StageOutcome {
        let ofFaces = votes[..<faceCount].sorted()
        let threshold = Float(ofFaces[Int((1 - goals.minimumHitRate) * Double(faceCount))])
        let limit = Double(threshold - Cascade.slack)
        func share(_ votes: ArraySlice<Double>) -> Double {
            Double(votes.count { $0 >= limit }) / Double(votes.count)
        }
        return StageOutcome(
            threshold: threshold, stumps: stumps.count, hitRate: share(votes[..<faceCount]),
            falseAlarm: share(votes[faceCount...]))
    }
}

/// How well a stage does on the samples that it was trained with.
public struct StageOutcome: Sendable, Equatable {
    public let threshold: Float
    public let stumps: Int
    /// The share of faces that pass.
    public let hitRate: Double
    /// The share of other windows that pass.
    public let falseAlarm: Double
}
