import Colorization
import Pictures

/// What the page wants coloured, and how.
struct ColorRequest: Codable, Sendable {
    enum Stage: String, Codable, Sendable {
        /// The regions with the dabs' colours, and with what the network said last.
        case regions
        /// All of it, with what the network says now.
        case shades
    }

    enum FileKind: String, Codable, Sendable {
        case png, jpeg, ora
    }

    /// The drawing's name on the server's shelf.
    var drawing: String
    var dabs: [Dab] = []
    var edits: [RegionEdit] = []
    var settings = RegionSettings()
    var finish: String = ColoredDrawing.Finish.shaded.rawValue
    /// Colours to keep to where no dab is, each red, green and blue.
    var palette: [[UInt8]]?
    var stage = Stage.shades
    /// What kind of file is wanted, if one is.
    var file: FileKind?
    var quality: Int?

    static let mostDabs = 4000

    func check() throws {
        guard dabs.count <= Self.mostDabs, edits.count <= RegionEdit.most, palette?.count ?? 0 <= 1024,
            palette?.allSatisfy({ $0.count == 3 }) ?? true, (1...100).contains(quality ?? 1)
        else { throw Refusal(.badRequest, "The request asks for more than a hand paints.") }
    }

    var chosenFinish: ColoredDrawing.Finish { ColoredDrawing.Finish(rawValue: finish) ?? .shaded }

    var chosenPalette: ColorPalette? {
        guard let palette, !palette.isEmpty else { return nil }
        return ColorPalette(palette.map { Lab(red: $0[0], green: $0[1], blue: $0[2]) })
    }
}
