import Files
import Pictures
import Training

/// A colorizer measured on a set of drawings, without dabs and with the set's, beside what needs no learning.
public struct DrawingSetReport: CustomStringConvertible {
    /// The ways of colouring, in the order of the columns.
    public let ways: [(name: String, measures: ColoringMeasures)]

    /// Colours all drawings in every way; `progress` hears how many are done. Coloured pictures go to `folder` if one is named, each
    /// way into a folder of its own.
    public init(
        of colorizer: Colorizer, on set: DrawingSet, writingTo folder: String?, progress: (_ done: Int) -> Void
    ) throws {
        var ways: [(name: String, measures: ColoringMeasures)] = []
        let names = ResultNames(of: set.members.map(\.name)).names
        for (index, member) in set.members.enumerated() {
            let drawing = MeasuredDrawing(member)
            for (name, picture) in Self.colorings(of: drawing, by: colorizer) {
                if !ways.contains(where: { $0.name == name }) { ways.append((name, ColoringMeasures())) }
                let place = ways.firstIndex { $0.name == name } ?? 0
                ways[place].measures.add(picture, drawing)
                guard let folder else { continue }
                let home = "\(folder)/\(name.replacing(" ", with: "-"))"
                try Files.makeFolder(home)
                try picture.write(to: "\(home)/\(names[index]).png")
            }
            progress(index + 1)
        }
        self.ways = ways
    }

    private static func colorings(of drawing: MeasuredDrawing, by colorizer: Colorizer) -> [(String, Picture)] {
        let lines = drawing.member.lines
        let plain = colorizer.layers(of: lines)
        var results = [("flat", plain.picture(.flat)), ("shaded", plain.picture(.shaded))]
        if let hints = drawing.member.hints, let dabs = drawing.dabs {
            let hinted = colorizer.layers(of: lines, hints: hints)
            results += [("flat dabs", hinted.picture(.flat)), ("shaded dabs", hinted.picture(.shaded))]
            results += [SimpleColoring.watershed, .nearest].map { ($0.rawValue, $0.color(lines, dabs: dabs)) }
        }
        return results + [(SimpleColoring.lines.rawValue, lines.converted(to: .rgb))]
    }

    private static let rows: [(name: String, value: KeyPath<ColoringMeasures, Mean> & Sendable)] = [
        ("colour difference (CIE ΔE)", \.colorDifference), ("PSNR (dB)", \.signalToNoise),
        ("off lines within ΔE 15", \.nearShare), ("regions within ΔE 15", \.regionAccuracy),
        ("bleeding over lines", \.bleed), ("off the dabs (CIE ΔE)", \.obedience),
    ]

    /// The cells, with a row for each measure; a number that makes no sense for a way is left out.
    private var cells: [[String]] {
        [[""] + ways.map(\.name)]
            + Self.rows.map { row in
                [row.name]
                    + ways.map { way in
                        let value = way.measures[keyPath: row.value].value
                        return value.isFinite ? rounded(value) : ""
                    }
            }
    }

    public var description: String { table(cells) { $0 > 0 } }

    public var csv: String { cells.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n" }
}
