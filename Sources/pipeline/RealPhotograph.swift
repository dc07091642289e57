import Datasets
import Figures
import Files
import LessonKit
import Pictures
import Stylization

/// A photograph that is to be stylised.
struct RealPhotograph {
    let name: String
    let picture: Picture

    /// The photographs of the given files, or the first fetched ones if there are none; the shorter side of at most `size`
    /// pixels.
    ///
    /// Throws a `PictureError` when a file that the user named cannot be read.
    static func open(_ paths: [String], size: Int) throws -> [RealPhotograph] {
        guard paths.isEmpty else { return try paths.map { try RealPhotograph($0, size: size) } }
        guard let folder = try? FetchedData.folder(of: "photos") else { return [] }
        return try FolderListing(of: folder, recursive: true).files.prefix(3)
            .map { try RealPhotograph("\(folder)/\($0)", size: size) }
    }

    private init(_ path: String, size: Int) throws {
        picture = try Picture(contentsOf: path).onWhite().fitting(size)
        name = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
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
            try stylised.write(to: "\(folder)/\(photograph.name)-stylised.png")
            return [photograph.picture, stylised]
        }
        try PictureGrid("Photographs", rows: rows, columnTitles: ["photograph", "stylised"])
            .write(to: folder, named: "photographs")
        page.picture("photographs.png", "Photographs by people; the network has seen drawn ones only.")
    }
}
