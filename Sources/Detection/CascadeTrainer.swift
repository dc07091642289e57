import Basics
import Pictures

/// Trains a cascade stage by stage, as OpenCV's `opencv_traincascade` does.
///
/// Each stage learns to tell the faces that all stages before let pass from other windows that they let pass as well: what
/// it is given must be mistakes of the cascade so far, see ``Cascade/mistakes(in:faces:scaleFactor:limit:using:)``. So
/// every stage works on harder cases than the one before. The same samples give the same cascade, with any number of
/// threads.
public struct CascadeTrainer {
    public private(set) var cascade: Cascade
    /// The faces that every stage so far lets pass.
    public private(set) var faces: [Picture]
    private let patterns: [BlockPattern]

    /// - Parameter faces: Grey windows, at least one, all with the sides that the cascade's window shall have.
    public init(faces: [Picture], goals: StageGoals = StageGoals()) {
        precondition(!faces.isEmpty, "CascadeTrainer: no faces")
        let (width, height) = (faces[0].width, faces[0].height)
        Self.check(faces, width, height)
        cascade = Cascade(width: width, height: height, goals: goals)
        patterns = BlockPattern.all(inWidth: width, height: height)
        self.faces = faces
    }

    /// Trains one more stage and adds it to the cascade.
    ///
    /// - Parameter others: Grey windows without a face that the cascade so far lets pass, at least one.
    public mutating func addStage(against others: [Picture]) -> StageOutcome {
        precondition(!others.isEmpty && !faces.isEmpty, "addStage: nothing to tell \(faces.count) faces from")
        Self.check(others, cascade.width, cascade.height)
        let table = PatternTable(patterns, in: faces + others)
        var boosting = StageBoosting(table, faceCount: faces.count, goals: cascade.goals)
        let outcome = boosting.run()
        cascade.add(boosting.stumps, threshold: outcome.threshold, from: patterns)
        let classifier = WindowClassifier(cascade)
        faces = faces.filter { classifier.accepts($0) }
        return outcome
    }

    private static func check(_ windows: [Picture], _ width: Int, _ height: Int) {
        precondition(
            windows.allSatisfy { $0.width == width && $0.height == height && $0.format == .grey },
            "CascadeTrainer: samples are grey windows of \(width)×\(height) pixels")
    }
}

/// Judges single windows.
public struct WindowClassifier {
    private let evaluator: CascadeEvaluator
    private let width, height: Int

    public init(_ cascade: Cascade) {
        evaluator = CascadeEvaluator(cascade, stride: cascade.width + 1)
        (width, height) = (cascade.width, cascade.height)
    }

    /// Whether every stage lets a grey window of the cascade's sides pass.
    public func accepts(_ window: Picture) -> Bool {
        precondition(
            window.width == width && window.height == height,
            "WindowJudge: a window of \(window.width)×\(window.height) for a cascade of \(width)×\(height)")
        return evaluator.accepts(IntegralPicture(window))
    }
}

extension Cascade {
    /// Adds a stage; of all patterns there are, the cascade keeps those that its stumps ask for.
    fileprivate mutating func add(_ fitted: [FittedStump], threshold: Float, from all: [BlockPattern]) {
        let stumps = fitted.map { stump in
            Stump(
                pattern: number(of: all[stump.pattern]), categories: stump.categories,
                voteInside: stump.voteInside, voteOutside: stump.voteOutside)
        }
        stages.append(Stage(threshold: threshold, stumps: stumps))
    }

    private mutating func number(of pattern: BlockPattern) -> Int {
        if let number = patterns.firstIndex(of: pattern) { return number }
        patterns.append(pattern)
        return patterns.count - 1
    }
}
