import Files

extension Cascade {
    /// The most bytes that a cascade's file may have; real ones have a few hundred thousand.
    public static let maximumFileSize = 1 << 24

    /// The longest side of a window that is believed.
    public static let maximumWindow = 1024

    /// Reads a cascade that `opencv_traincascade` or ``write(to:)`` has written: boosted stumps over LBP features.
    ///
    /// Throws a `FileError` when the file is missing, broken off or no cascade, when it has another kind of features, deep
    /// trees or the format of OpenCV 1, and when its counts, indices or numbers do not fit together.
    public init(contentsOf path: String) throws {
        let bytes = try Files.read(path, limit: Cascade.maximumFileSize)
        do {
            self = try CascadeReader(MarkupElement(parsing: bytes)).cascade()
        } catch {
            throw FileError(path: path, problem: error.problem, remedy: error.remedy)
        }
    }
}

extension MarkupError {
    /// The file may be whole, but it is not of the kind that is read.
    fileprivate static func otherKind(_ problem: String) -> MarkupError {
        MarkupError(
            problem: problem, remedy: "Name an LBP cascade, as opencv_traincascade writes them")
    }
}

/// Makes a cascade of the elements of its file, and believes nothing.
private struct CascadeReader {
    private let file: MarkupElement
    private let root: MarkupElement
    private let width, height: Int

    init(_ file: MarkupElement) throws(MarkupError) {
        self.file = file
        guard file.name == "opencv_storage", let root = file.children.first else {
            throw .otherKind("is an XML file, but no cascade of OpenCV")
        }
        self.root = root
        // OpenCV 1 wrote a sequence of trees of Haar features, of the type opencv-haar-classifier.
        guard root.attributes["type_id"] != "opencv-haar-classifier", let kind = root.child("featureType") else {
            throw .otherKind("is no cascade, or one in the old format of OpenCV 1, which is not read")
        }
        guard kind.word == "LBP" else {
            throw .otherKind("has features of the kind \(kind.excerpt); only LBP is read")
        }
        let stageType = try root.required("stageType")
        guard stageType.word == "BOOST" else {
            throw .otherKind("has stages of the kind \(stageType.excerpt); only BOOST is read")
        }
        width = try root.required("width").integer(in: 3...Cascade.maximumWindow)
        height = try root.required("height").integer(in: 3...Cascade.maximumWindow)
        _ = try root.required("featureParams").required("maxCatCount").integer(in: 256...256)
    }

    func cascade() throws(MarkupError) -> Cascade {
        let patterns = try patterns()
        let elements = try root.required("stages").children
        let claimed = try root.required("stageNum").integer(in: 1...100_000)
        guard claimed == elements.count else {
            throw MarkupError(problem: "claims \(claimed) stages and has \(elements.count)")
        }
        var stages: [Cascade.Stage] = []
        for element in elements {
            stages.append(try stage(element, number: stages.count, patterns: patterns.count))
        }
        return Cascade(width: width, height: height, stages: stages, patterns: patterns, goals: try goals())
    }

    private func patterns() throws(MarkupError) -> [BlockPattern] {
        var patterns: [BlockPattern] = []
        for element in try root.required("features").children {
            let numbers = try element.required("rect").integers()
            guard numbers.count == 4 else {
                throw MarkupError(
                    problem: "has \(numbers.count) numbers in the rectangle of feature \(patterns.count)")
            }
            let pattern = BlockPattern(x: numbers[0], y: numbers[1], cellWidth: numbers[2], cellHeight: numbers[3])
            guard pattern.fits(inWidth: width, height: height) else {
                throw MarkupError(
                    problem: "has feature \(patterns.count) at \(numbers), outside the window of \(width)×\(height)")
            }
            patterns.append(pattern)
        }
        return patterns
    }

    private func stage(
        _ element: MarkupElement, number: Int, patterns: Int
    ) throws(MarkupError) -> Cascade.Stage {
        let trees = try element.required("weakClassifiers").children
        let claimed = try element.required("maxWeakCount").integer(in: 1...100_000)
        guard claimed == trees.count else {
            throw MarkupError(problem: "claims \(claimed) weak classifiers in stage \(number) and has \(trees.count)")
        }
        var stumps: [Cascade.Stump] = []
        for tree in trees {
            let place = "weak classifier \(stumps.count) of stage \(number)"
            stumps.append(try stump(tree, place, patterns: patterns))
        }
        return Cascade.Stage(threshold: try element.required("stageThreshold").number(), stumps: stumps)
    }

    /// A stump is `0 -1 feature` (its children are leaves 0 and 1), then eight words of the set; and two votes.
    private func stump(
        _ tree: MarkupElement, _ place: String, patterns: Int
    ) throws(MarkupError) -> Cascade.Stump {
        let node = try tree.required("internalNodes").integers()
        let votes = try tree.required("leafValues").numbers()
        guard node.count == 11, votes.count == 2, node[0] == 0, node[1] == -1 else {
            throw MarkupError(
                problem: "has \(node.count) and \(votes.count) numbers in \(place), where a stump has 11 and 2")
        }
        guard (0..<patterns).contains(node[2]) else {
            throw MarkupError(problem: "asks for feature \(node[2]) of \(patterns) in \(place)")
        }
        var categories = CategorySet()
        for word in 0..<8 { categories.words[word] = UInt32(truncatingIfNeeded: node[3 + word]) }
        return Cascade.Stump(
            pattern: node[2], categories: categories, voteInside: votes[0], voteOutside: votes[1])
    }

    /// How it was trained, which some files do not tell.
    private func goals() throws(MarkupError) -> StageGoals {
        guard let element = root.child("stageParams") else { return StageGoals() }
        func rate(_ name: String, _ usual: Double) throws(MarkupError) -> Double {
            guard let rate = element.child(name) else { return usual }
            let value = Double(try rate.number())
            guard (0...1).contains(value) else {
                throw MarkupError(problem: "has \(rate.excerpt) for \(name), which is between 0 and 1")
            }
            return value
        }
        let usual = StageGoals()
        return StageGoals(
            minimumHitRate: try rate("minHitRate", usual.minimumHitRate),
            maximumFalseAlarm: try rate("maxFalseAlarm", usual.maximumFalseAlarm),
            weightTrimming: try rate("weightTrimRate", usual.weightTrimming),
            maximumStumps: try element.child("maxWeakCount")?.integer(in: 1...1_000_000) ?? usual.maximumStumps)
    }
}

extension MarkupElement {
    fileprivate func required(_ name: String) throws(MarkupError) -> MarkupElement {
        guard let child = child(name) else {
            throw MarkupError(problem: "has no \(name), or several, where a cascade has one in \(self.name)")
        }
        return child
    }

    fileprivate var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

    fileprivate var word: String { words.count == 1 ? String(words[0]) : "" }

    /// The beginning of the text, for an error.
    fileprivate var excerpt: String { "“\(words.joined(separator: " ").prefix(40))”" }

    fileprivate func integer(in range: ClosedRange<Int>) throws(MarkupError) -> Int {
        let all = try integers()
        guard all.count == 1, range.contains(all[0]) else {
            let wanted = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
            throw MarkupError(problem: "has \(excerpt) for \(name), which has to be \(wanted)")
        }
        return all[0]
    }

    fileprivate func integers() throws(MarkupError) -> [Int] {
        var integers: [Int] = []
        for word in words {
            guard let integer = Int32(word) else {
                throw MarkupError(problem: "has “\(word.prefix(40))” in \(name), where whole numbers stand")
            }
            integers.append(Int(integer))
        }
        return integers
    }

    fileprivate func number() throws(MarkupError) -> Float {
        let all = try numbers()
        guard all.count == 1 else {
            throw MarkupError(problem: "has \(all.count) numbers for \(name), which is one")
        }
        return all[0]
    }

    fileprivate func numbers() throws(MarkupError) -> [Float] {
        var numbers: [Float] = []
        for word in words {
            // Through a double, as OpenCV does it; it writes whole numbers as `1.`.
            let digits = word.hasSuffix(".") ? word.dropLast() : word
            guard let number = Double(digits).map({ Float($0) }), number.isFinite else {
                throw MarkupError(problem: "has “\(word.prefix(40))” in \(name), where finite numbers stand")
            }
            numbers.append(number)
        }
        return numbers
    }
}
