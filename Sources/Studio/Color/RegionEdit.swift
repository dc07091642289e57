import Colorization
import Pictures

/// What a user changed about the regions: by places, not by numbers, which change with every edit.
struct RegionEdit: Codable, Equatable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// The regions at both places become one.
        case merge
        /// The region at the place is divided where it is narrow.
        case split
    }

    var kind: Kind
    /// x and y of each place.
    var places: [Float]

    static let most = 500

    func check() throws {
        guard places.count == (kind == .merge ? 4 : 2), places.allSatisfy({ abs($0) < 1e6 }) else {
            throw Refusal(.badRequest, "A change of regions cannot be read.")
        }
    }
}

extension PreparedDrawing {
    /// The drawing after a change of its regions; the same where the change means nothing.
    func applying(_ edit: RegionEdit) throws -> PreparedDrawing {
        try edit.check()
        let regions = try stride(from: 0, to: edit.places.count, by: 2).map { start in
            let (x, y) = (Int(edit.places[start]), Int(edit.places[start + 1]))
            guard (0..<map.width).contains(x), (0..<map.height).contains(y) else {
                throw Refusal(.badRequest, "A change of regions lies outside of the drawing.")
            }
            return map.labels[y * map.width + x]
        }
        return edit.kind == .merge ? with(map.merging(regions[0], regions[1])) : splitting(regions[0])
    }
}
