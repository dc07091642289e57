import Files
import Pictures
import Training

/// Pictures coloured with more and more hints, in the layout that the Python package `hintauc` scores (K. Madono,
/// *Hint-AUC*, 2026): `true/NAME.png`, and `colored/RATIO/NAME.png` for each share of the areas that have a hint.
///
/// Which areas are hinted, and where, is decided here: the areas of nearly one colour, the largest first, each dabbed in its
/// middle. The package's own hints come from another division of the picture, so that scores are to be compared with
/// those of other colorizers on the same folder, not with published ones.
public struct HintCurveFolder {
    private let folder: String

    /// The shares of areas with a hint: the package's grid.
    static let ratios = ["0.00", "0.01", "0.03", "0.05", "0.10", "0.25", "0.50", "1.00"]
    /// Pixels of the smallest area that gets a hint, in parts of the picture.
    private static let leastArea = 0.0005

    public init(_ folder: String) { self.folder = folder }

    /// Throws a `FileError` when the folder holds pictures already, of an earlier run or of the user: they would be scored
    /// with the new ones, or lost.
    public func check() throws {
        for path in ["\(folder)/coloured", "\(folder)/true"] where Files.exists(path) {
            throw FileError(
                path: path, problem: "exists already, and its pictures would be scored with the new ones",
                remedy: "Remove it, or name another folder")
        }
    }

    /// Colours the pairs at every ratio. Throws what ``check()`` throws, and a `FileError` or `PictureError` when a file
    /// cannot be written.
    public func write(_ pairs: [Pair], coloredBy colorizer: Colorizer) throws {
        try check()
        for subfolder in ["true"] + Self.ratios.map({ "coloured/\($0)" }) {
            try Files.makeFolder("\(folder)/\(subfolder)")
        }
        var progress = Progress("hint curve", total: pairs.count)
        try Files.synchronisingOnce {
            for (index, pair) in pairs.enumerated() {
                let name = String(String(100_000 + index).dropFirst()) + ".png"
                try pair.color.write(to: "\(folder)/true/\(name)")
                let areas = FlatArea.all(
                    in: pair.color, least: max(1, Int(Self.leastArea * Double(pair.lines.samples.count))))
                for ratio in Self.ratios {
                    let count = Int(Double(areas.count) * (Double(ratio) ?? 0))
                    let hints = Self.hints(in: areas.prefix(count), of: pair.color)
                    try colorizer.color(pair.lines, hints: hints).write(to: "\(folder)/coloured/\(ratio)/\(name)")
                }
                progress.update(index + 1)
            }
        }
        progress.finish()
    }

    /// A dab of three by three pixels in the middle of each area.
    private static func hints(in areas: ArraySlice<FlatArea>, of picture: Picture) -> Picture {
        var hints = Picture.transparent(width: picture.width, height: picture.height)
        for area in areas {
            let middle = area.middle(width: picture.width, height: picture.height)
            let (x, y) = (middle % picture.width, middle / picture.width)
            hints.setDab((0..<3).map { picture[x, y, $0] }, x: x, y: y, reach: 1)
        }
        return hints
    }
}
