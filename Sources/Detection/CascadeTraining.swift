import Basics
import Drawings
import Files
import Networks
import Pictures
import TensorCore
import Training

/// Trains a cascade to find faces, on pages that the project draws itself.
public struct CascadeTraining {
    /// How much work it is.
    public struct Plan: Sendable, Equatable {
        /// The most stages; each halves the false alarms.
        public var stages = 16
        /// Pages that the faces are taken from, each face as it is and mirrored.
        public var pages = 300
        /// Windows without a face that each stage is trained against.
        public var others = 5000
        /// No more than this from a page, so that no single drawing counts too much.
        public var othersOfPage = 125
        /// The most pages that are searched for them before a stage. When these give a tenth of the windows only, the
        /// cascade is good enough.
        public var searchedPages = 400
        /// A little more than the usual share of faces passes each stage: over many stages it adds up.
        public var goals = StageGoals(minimumHitRate: 0.997)

        public init() {}
    }

    private let plan: Plan
    private let pages: DrawnPages
    private let seed: UInt64
    /// The next page that was not looked at yet: each is looked at once, so that nothing is learnt by heart.
    private var nextPage = 0

    public init(_ plan: Plan, seed: UInt64) {
        precondition(min(plan.stages, plan.pages, plan.others) > 0, "CascadeTraining: nothing to train with")
        self.plan = plan
        self.seed = seed
        pages = DrawnPages(seed: seed)
    }

    /// Trains, says what every stage does, and writes the cascade; throws a `FileError` when that is refused.
    public mutating func run(to path: String) throws {
        // Better to hear now that the place is no good than after minutes.
        let slash = path.lastIndex(of: "/")
        if let slash, slash != path.startIndex { try Files.makeFolder(String(path[..<slash])) }
        Console.say("drawing \(plan.pages) pages of faces, then up to \(plan.stages) stages")
        let cascade = run()
        try cascade.write(to: path)
        Console.say(
            "\(path): \(cascade.stages.count) stages, \(cascade.stages.reduce(0) { $0 + $1.stumps.count }) stumps")
    }

    /// Trains, says what every stage does, and gives the cascade.
    public mutating func run() -> Cascade {
        var progress = Progress("training", total: Self.shareOfFaces + plan.stages)
        var trainer = CascadeTrainer(faces: faces(&progress), goals: plan.goals)
        var others: [Picture] = []
        while trainer.cascade.stages.count < plan.stages {
            let searched = addMistakes(of: trainer.cascade, to: &others)
            guard others.count * 10 >= plan.others else {
                Console.say("\(others.count) false alarms are left on \(searched) pages: that is enough")
                break
            }
            let outcome = trainer.addStage(against: others)
            let number = trainer.cascade.stages.count
            Console.say(Self.line(number, outcome, faces: trainer.faces.count, others: others.count, pages: searched))
            let classifier = WindowClassifier(trainer.cascade)
            others.removeAll { !classifier.accepts($0) }
            progress.update(Self.shareOfFaces + number)
        }
        progress.finish("trained")
        return trainer.cascade
    }

    /// How many stages take as long as the faces do, for the progress line.
    private static let shareOfFaces = 4

    private static func line(_ number: Int, _ outcome: StageOutcome, faces: Int, others: Int, pages: Int) -> String {
        func percent(_ share: Double) -> String { "\(rounded(100 * share)) %" }
        return
            "stage \(number): \(outcome.stumps) stumps; pass: \(percent(outcome.hitRate)) of faces (\(faces) left), "
            + "\(percent(outcome.falseAlarm)) of \(others) others; \(pages) new pages searched"
    }

    // MARK: Samples

    /// Each face of the first pages as it is and mirrored, moved and enlarged a little by chance: the detector's places and
    /// sizes do not fall on faces exactly.
    private mutating func faces(_ progress: inout Progress) -> [Picture] {
        let cascade = Cascade()
        var faces: [Picture] = []
        for part in 0..<Self.shareOfFaces {
            let count = plan.pages * (part + 1) / Self.shareOfFaces - plan.pages * part / Self.shareOfFaces
            faces += mapNextPages(count) { page, grey, generator in
                page.faces.flatMap { face -> [Picture] in
                    let boxes = [face.jittered(using: &generator), face.jittered(using: &generator)]
                    let windows = boxes.map { $0.lies(within: grey) ? cascade.window($0, of: grey) : nil }
                    return [windows[0], windows[1]?.flippedHorizontally()].compactMap { $0 }
                }
            }
            progress.update(part + 1)
        }
        return faces
    }

    /// Adds mistakes of the cascade until there are enough or enough pages have been searched; gives how many were.
    private mutating func addMistakes(of cascade: Cascade, to others: inout [Picture]) -> Int {
        let (batch, limit) = (8, plan.othersOfPage)
        var searched = 0
        while others.count < plan.others && searched < plan.searchedPages {
            others += mapNextPages(batch) { page, grey, generator in
                cascade.mistakes(in: grey, faces: page.faces, limit: limit, using: &generator)
            }
            searched += batch
        }
        others.removeLast(max(0, others.count - plan.others))
        return searched
    }

    /// What `body` makes of the next pages and their equalised greys, in order; pages are drawn on all threads.
    private mutating func mapNextPages(
        _ count: Int, _ body: (DrawnPage, Picture, inout SeededGenerator) -> [Picture]
    ) -> [Picture] {
        let first = nextPage
        nextPage += count
        return inParallelMap(count) { index in
            // The pages' own generators have the seed itself.
            var generator = SeededGenerator(seed: ~seed, stream: UInt64(first + index))
            let page = pages[first + index]
            return body(page, page.picture.greyAsInOpenCV().equalised(), &generator)
        }.flatMap { $0 }
    }
}

extension Picture.Box {
    /// The box moved by at most a thirtieth of its side, and a little larger or smaller.
    fileprivate func jittered(using generator: inout SeededGenerator) -> Picture.Box {
        let side = Float(width)
        let newSide = side * generator.uniform(in: 0.94...1.08)
        let left = Float(x) + (side - newSide) / 2 + side * generator.uniform(in: -0.035...0.035)
        let top = Float(y) + (side - newSide) / 2 + side * generator.uniform(in: -0.035...0.035)
        return Picture.Box(
            x: Int(left.rounded()), y: Int(top.rounded()), width: Int(newSide.rounded()),
            height: Int(newSide.rounded()))
    }

    fileprivate func lies(within picture: Picture) -> Bool {
        intersection(Picture.Box(x: 0, y: 0, width: picture.width, height: picture.height)) == self
    }
}
