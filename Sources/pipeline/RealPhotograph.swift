import Datasets
import Figures
import Files
import LessonKit
import Pictures
import Stylization

/// A photograph that is to be stylised.
struct RealPhotograph {
    /// Its own among the photographs; the result is named after it.
    let name: String
    let picture: Picture

    /// The photographs of the given files, or the first fetched ones if there are none; the shorter side of at most `size`
    /// pixels.
    ///
    /// Throws a `PictureError` when a file that the user named cannot be read.
    static func open(_ paths: [String], size: Int) throws -> [RealPhotograph] {
        let paths = try paths.isEmpty ? fetched() : paths
        let names = ResultNames(of: paths.map(Files.name), suffix: ending.utf8.count).names
        return try zip(paths, names).map { try RealPhotograph($0, name: $1, size: size) }
    }

    private static func fetched() throws -> [String] {
        guard let folder = try? FetchedData.folder(of: "photos") else { return [] }
        return try FolderListing(of: folder, recursive: true).files.prefix(3).map { "\(folder)/\($0)" }
    }

    /// What the name of a result has after the photograph's.
    static let ending = "-stylised.png"

    private init(_ path: String, name: String, size: Int) throws {
        self.name = name
        picture = try Picture(contentsOf: path).onWhite().fitting(size)
    }
}

// Their section of the page.

extension PipelineWorkflow {
    func show(_ photographs: [RealPhotograph], stylisedBy stylizer: Stylizer, on page: inout Page) throws {
        page.heading("Real photographs")
        guard !photographs.isEmpty else {
            page.text("`Data/fetch photos` brings photographs; or name your own with `--photo FILE`.")
            return
        }
        let rows = try photographs.map { photograph in
            let stylised = stylizer.stylise(photograph.picture)
            try stylised.write(to: "\(folder)/\(photograph.name)\(RealPhotograph.ending)")
            return [photograph.picture, stylised]
        }
        try PictureGrid("Photographs", rows: rows, columnTitles: ["photograph", "stylised"])
            .write(to: folder, named: "photographs")
        page.picture("photographs.png", "Photographs by people; the network has seen drawn ones only.")
    }
}
