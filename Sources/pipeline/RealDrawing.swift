import Colorization
import Datasets
import Figures
import Files
import LessonKit
import Pictures

/// A drawing by a person, as line art.
struct RealDrawing {
    /// Its own among the drawings; the result is named after it.
    let name: String
    let lines: Picture
    /// The coloured drawing that the lines were taken out of, if they were.
    let original: Picture?

    /// The drawings of the given files, or the fetched ones if there are none; the shorter side of at most `size` pixels.
    ///
    /// Throws a `PictureError` when a file that the user named cannot be read.
    static func open(_ paths: [String], size: Int) throws -> [RealDrawing] {
        guard paths.isEmpty else {
            return try zip(paths, names(of: paths)).map { try RealDrawing($0, name: $1, size: size) }
        }
        guard let folder = try? FetchedData.folder(of: "question") else { return [] }
        let fetched = try FolderListing(of: folder, recursive: true).files
            .filter { Files.name(of: $0).hasPrefix("sylvie") }
            .prefix(3).map { "\(folder)/\($0)" }
        return try zip(fetched, names(of: fetched)).map { try RealDrawing($0, name: $1, size: size, part: 0.42) }
    }

    private static func names(of paths: [String]) -> [String] {
        ResultNames(of: paths.map(Files.name), suffix: ending.utf8.count).names
    }

    /// What the name of a result has after the drawing's.
    static let ending = "-coloured.png"

    /// The upper `part` of a drawing; line art as it is, out of a coloured one the lines are taken.
    private init(_ path: String, name: String, size: Int, part: Double = 1) throws {
        var picture = try Picture(contentsOf: path)
        let height = max(1, Int(Double(picture.height) * part))
        picture = picture.cropped(x: 0, y: 0, width: picture.width, height: height).fitting(size)
        self.name = name
        let drawing = LineDrawing(picture)
        lines = drawing.lines
        original = drawing.remark == .colored ? picture.converted(to: .rgb) : nil
    }
}

extension Picture {
    /// Made smaller until the shorter side has at most `size` pixels.
    func fitting(_ size: Int) -> Picture {
        let short = min(width, height)
        guard short > size else { return self }
        return resized(toWidth: width * size / short, height: height * size / short, .area)
    }
}

// Their section of the page.

extension PipelineWorkflow {
    func show(_ real: [RealDrawing], coloredBy colorizer: Colorizer, on page: inout Page) throws {
        page.heading("Real line art")
        guard !real.isEmpty else {
            page.text("`Data/fetch question` brings real drawings; or name your own with `--drawing FILE`.")
            return
        }
        var rows: [[Picture]] = []
        for drawing in real {
            let colored = colorizer.color(drawing.lines)
            try colored.write(to: "\(folder)/\(drawing.name)\(RealDrawing.ending)")
            var row = [drawing.lines, colored]
            if let original = drawing.original {
                let hints = Picture.dabs(ColorizerEvaluation.hintCount, of: original)
                row += [drawing.lines.showing(dabs: hints), colorizer.color(drawing.lines, hints: hints), original]
            }
            rows.append(row)
        }
        let titles = ["line", "coloured", "hints", "coloured with hints", "as it was drawn"]
        try PictureGrid(
            "Real drawings", rows: rows, columnTitles: Array(titles.prefix(rows.map(\.count).max() ?? 0)),
            rowTitles: real.map(\.name)
        ).write(to: folder, named: "real")
        page.picture(
            "real.png",
            "Drawings by people, coloured by the weights that come with Nurie; these have seen drawings made by rule only."
        )
    }
}
