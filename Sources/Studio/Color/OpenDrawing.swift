import Colorization
import Pictures
import Basics

/// A drawing that is being coloured: what is found out about it once, and what the network said last.
final class OpenDrawing: Sendable {
    let lines: Picture
    let remark: String?

    private struct Known {
        /// The drawing as it came, and after edits of its regions; the edits' order counts.
        var prepared: [(settings: RegionSettings, edits: [RegionEdit], drawing: PreparedDrawing)] = []
        var proposal: Picture?
    }

    private let known = Mutex(Known())
    /// How many states of the regions are kept: undo goes back to the one before.
    private static let mostStates = 3

    init(_ picture: Picture) {
        let drawing = LineDrawing(picture)
        lines = drawing.lines
        remark = drawing.remark?.description
    }

    var pixels: Int { lines.width * lines.height }

    /// The drawing with its regions after some edits. What is known already is the longest beginning of them.
    func prepared(_ settings: RegionSettings, _ edits: [RegionEdit]) throws -> PreparedDrawing {
        let begun = known.withLock { known in
            known.prepared.filter { $0.settings == settings && edits.starts(with: $0.edits) }
                .max { $0.edits.count < $1.edits.count }
        }
        if let begun, begun.edits.count == edits.count { return begun.drawing }
        let start = try begun?.drawing ?? PreparedDrawing(lines, regions: settings.options(for: lines))
        let drawing = try edits.dropFirst(begun?.edits.count ?? 0).reduce(start) { try $0.applying($1) }
        known.withLock { known in
            known.prepared.append((settings, edits, drawing))
            if known.prepared.count > Self.mostStates { known.prepared.removeFirst() }
        }
        return drawing
    }

    /// What the network proposed last, for whatever dabs.
    var lastProposal: Picture? {
        get { known.withLock { $0.proposal } }
        set { known.withLock { $0.proposal = newValue } }
    }
}

/// How regions are found, as a user may set it.
struct RegionSettings: Codable, Equatable, Sendable {
    /// The widest gap that closes, in pixels; by the drawing's size if it is not given.
    var gap: Double?

    func options(for lines: Picture) throws -> RegionMap.Options {
        var options = RegionMap.Options(width: lines.width, height: lines.height)
        guard let gap else { return options }
        guard (0...1000).contains(gap) else { throw Refusal(.badRequest, "A gap has 0 to 1000 pixels.") }
        options.gap = gap
        return options
    }
}
