import Figures
import Files
import Training

/// What a colorizer was found to be worth, as a table, as files and as figures.
public struct EvaluationReport: CustomStringConvertible {
    /// A measurement without hints and with them; one that makes sense with hints only has no first number.
    public struct Row: Sendable {
        public let name: String
        public let unit: String
        public let alone: Float?
        public let hinted: Float
    }

    public let evaluation: ColorizerEvaluation

    public init(_ evaluation: ColorizerEvaluation) { self.evaluation = evaluation }

    public var rows: [Row] {
        let (alone, hinted) = (evaluation.alone, evaluation.hinted)
        let likeness = [
            Row(
                name: "squared error", unit: "RGB in 0...1", alone: alone.squaredError.value,
                hinted: hinted.squaredError.value),
            Row(name: "PSNR", unit: "dB", alone: alone.signalToNoise.value, hinted: hinted.signalToNoise.value),
            Row(
                name: "SSIM", unit: "", alone: alone.structuralSimilarity.value,
                hinted: hinted.structuralSimilarity.value),
            Row(
                name: "colour difference", unit: "CIE ΔE", alone: alone.colorDifference.value,
                hinted: hinted.colorDifference.value),
        ]
        let saturation = evaluation.saturation.rows.map {
            Row(name: "saturation of \($0.name)", unit: "of the truth's", alone: $0.alone, hinted: $0.hinted)
        }
        let obedience = [
            Row(
                name: "error in hinted areas", unit: "RGB in 0...1", alone: nil, hinted: evaluation.obedience.value),
            Row(
                name: "error in an area hinted otherwise", unit: "RGB in 0...1", alone: nil,
                hinted: evaluation.otherObedience.value),
            Row(
                name: "change of an area hinted otherwise", unit: "RGB in 0...1", alone: nil,
                hinted: evaluation.response.value),
            Row(
                name: "change elsewhere by other hints", unit: "RGB in 0...1", alone: nil,
                hinted: evaluation.leakage.value),
        ]
        return likeness + saturation + obedience
    }

    package static var titles: [String] { ["", "without hints", "\(ColorizerEvaluation.hintCount) hints", ""] }

    /// The cells of a table, for a page.
    package var cells: [[String]] {
        rows.map { [$0.name, $0.alone.map { rounded($0) } ?? "", rounded($0.hinted), $0.unit] }
    }

    /// The table in columns of even width, for a terminal.
    public var description: String { table([Self.titles] + cells) { $0 == 1 || $0 == 2 } }

    /// Writes `evaluation.json`, `evaluation.csv`, a grid of examples and a figure of the saturation into a folder.
    public func write(to folder: String) throws {
        try Files.makeFolder(folder)
        try Files.replace("\(folder)/evaluation.csv", with: csv)
        try Files.replace("\(folder)/evaluation.json", with: json)
        try examples.write(to: folder, named: "examples")
        try saturationFigure.write(to: folder, named: "saturation")
    }

    private var csv: String {
        let lines = rows.map { "\($0.name),\($0.unit),\($0.alone.map { "\($0)" } ?? ""),\($0.hinted)" }
        return (["measurement,unit,without hints,with hints"] + lines).joined(separator: "\n") + "\n"
    }

    private var json: String {
        // JSON knows no number that is none.
        func number(_ value: Float?) -> String { value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null" }
        let members = rows.map {
            "  \"\($0.name)\": {\"unit\": \"\($0.unit)\", \"without hints\": \(number($0.alone)), "
                + "\"with hints\": \(number($0.hinted))}"
        }
        return "{\n" + members.joined(separator: ",\n") + "\n}\n"
    }

    package var examples: PictureGrid {
        PictureGrid(
            "Pictures that it never saw",
            rows: evaluation.examples.map { example in
                let lines = example.pair.lines
                return [
                    lines, example.alone, lines.showing(dabs: example.hints), example.hinted,
                    lines.showing(dabs: example.otherHints), example.otherwise, example.pair.color,
                ]
            },
            columnTitles: [
                "line", "coloured", "hints", "coloured with hints", "one area otherwise", "coloured with these",
                "true",
            ], cellWidth: 128)
    }

    package var saturationFigure: Figure {
        let rows = evaluation.saturation.rows
        let names = rows.map(\.name)
        return Figure("How colourful it is", x: "", y: "chroma, of the truth's")
            .bars(names, rows.map(\.alone), "without hints", showingValues: true)
            .bars(names, rows.map(\.hinted), "\(ColorizerEvaluation.hintCount) hints", showingValues: true)
    }
}
