import Basics
import Files

extension Cascade {
    /// Writes the cascade in OpenCV's format: its `CascadeClassifier` loads the file and finds the same.
    ///
    /// The file appears whole or not at all; throws a `FileError` when it cannot be written.
    public func write(to path: String) throws {
        precondition(!stages.isEmpty, "Cascade: one without stages is no file")
        try Files.replace(path, with: markup)
    }

    private var markup: String {
        var lines = [
            "<?xml version=\"1.0\"?>", "<opencv_storage>", "<cascade type_id=\"opencv-cascade-classifier\">",
            "  <stageType>BOOST</stageType>", "  <featureType>LBP</featureType>", "  <height>\(height)</height>",
            "  <width>\(width)</width>", "  <stageParams>", "    <boostType>GAB</boostType>",
            "    <minHitRate>\(goals.minimumHitRate)</minHitRate>",
            "    <maxFalseAlarm>\(goals.maximumFalseAlarm)</maxFalseAlarm>",
            "    <weightTrimRate>\(goals.weightTrimming)</weightTrimRate>", "    <maxDepth>1</maxDepth>",
            "    <maxWeakCount>\(goals.maximumStumps)</maxWeakCount></stageParams>", "  <featureParams>",
            "    <maxCatCount>256</maxCatCount></featureParams>", "  <stageNum>\(stages.count)</stageNum>",
            "  <stages>",
        ]
        for (number, stage) in stages.enumerated() {
            lines.append("    <!-- stage \(number) -->")
            lines += markup(of: stage)
        }
        lines += ["  </stages>", "  <features>"]
        for pattern in patterns {
            let cell = "\(pattern.x) \(pattern.y) \(pattern.cellWidth) \(pattern.cellHeight)"
            lines.append("    <_><rect>\(cell)</rect></_>")
        }
        lines += ["  </features></cascade>", "</opencv_storage>", ""]
        return lines.joined(separator: "\n")
    }

    /// Votes and thresholds are the shortest decimals that read back as the same numbers.
    private func markup(of stage: Stage) -> [String] {
        var lines = [
            "    <_>", "      <maxWeakCount>\(stage.stumps.count)</maxWeakCount>",
            "      <stageThreshold>\(stage.threshold)</stageThreshold>", "      <weakClassifiers>",
        ]
        for stump in stage.stumps {
            let words = (0..<8).map { "\(Int32(bitPattern: stump.categories.words[$0]))" }.joined(separator: " ")
            lines.append("        <_><internalNodes>0 -1 \(stump.pattern) \(words)</internalNodes>")
            lines.append("          <leafValues>\(stump.voteInside) \(stump.voteOutside)</leafValues></_>")
        }
        return lines + ["      </weakClassifiers></_>"]
    }
}
