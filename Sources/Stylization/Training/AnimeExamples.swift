import Datasets
import Drawings
import Files
import Models
import Pictures

/// Photographs that AnimeGAN's training never sees, to look at what it makes of them.
public struct AnimeExamples: Sendable {
    private let photographs: [Picture]
    /// Their anime renderings, if they have any.
    private let truths: [Picture]

    /// Drawn scenes, which come with their anime rendering.
    public init(drawn seed: UInt64, size: Int, count: Int = 8) {
        let scenes = DrawnScenes(seed: seed, size: size)
        photographs = (1...count).map { scenes.photograph(at: -$0) }
        truths = (1...count).map { scenes.anime(at: -$0) }
    }

    /// The first photographs of the folder `test` of a folder in AnimeGAN's layout; none if there is no such folder.
    ///
    /// Throws what reading throws.
    public init(folder: String, size: Int, count: Int = 8) throws {
        let test = AnimeFolder(folder, style: "").test
        truths = []
        guard Files.isFolder(test) else {
            photographs = []
            return
        }
        photographs = try FolderListing(of: test, recursive: true).files.prefix(count)
            .map { try Picture(contentsOf: "\(test)/\($0)").square(size) }
    }

    /// A picture with a row for each photograph: the photograph, what the generator makes of it, and the anime rendering; nil
    /// if there are no photographs.
    public func sheet(by generator: any NamedNetwork) -> Picture? {
        guard !photographs.isEmpty else { return nil }
        let stylizer = Stylizer(generator)
        let cells = photographs.enumerated().flatMap { index, photograph in
            [photograph, stylizer.stylise(photograph)] + truths.dropFirst(index).prefix(1)
        }
        return Picture.contactSheet(cells, columns: truths.isEmpty ? 2 : 3)
    }
}
