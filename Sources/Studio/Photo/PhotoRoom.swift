import Foundation
import Pictures
import Stylization

/// The room in which photographs become drawings: what it does is what `nurie stylize` does.
struct PhotoRoom: Room {
    private let styles: [(name: String, style: Lazily<any PhotographStyle>)]
    private let photographs = Shelf<Picture>(capacity: 120_000_000, mostItems: 4)
    private let queue: WorkQueue

    init(_ styles: [(name: String, load: @Sendable () throws -> any PhotographStyle)], queue: WorkQueue) {
        self.styles = styles.map { ($0.name, Lazily($0.load)) }
        self.queue = queue
    }

    var actions: [String: Action] { ["photo/styles": names, "photo/open": open, "photo/stylize": stylize] }

    private func names(_ body: [UInt8]) async throws -> Reply { try Reply(styles.map(\.name)) }

    private struct PhotoInfo: Encodable {
        var photo: String
        var width, height: Int
    }

    private func open(_ body: [UInt8]) async throws -> Reply {
        try await queue.run {
            let picture = try Picture(decoding: body, named: "The file")
            let name = photographs.put(picture, weight: picture.width * picture.height)
            return try Reply(PhotoInfo(photo: name, width: picture.width, height: picture.height))
        }
    }

    private struct StyleRequest: Codable {
        var photo: String
        /// One of the names that `photo/styles` lists; the first if it is not given.
        var style: String?
        /// Pixels of the result's shorter side; the photograph's own if it is not given.
        var size: Int?
        var keepsBrightness: Bool?
    }

    private func stylize(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(StyleRequest.self, body)
        guard let style = styles.first(where: { $0.name == request.style ?? $0.name })?.style else {
            throw Refusal(
                .badRequest, "There is no such style. There are: \(styles.map(\.name).joined(separator: ", ")).")
        }
        guard (16...10_000).contains(request.size ?? 16) else {
            throw Refusal(.badRequest, "The shorter side has 16 to 10,000 pixels.")
        }
        let photograph = try photographs.take(request.photo)
        return try await queue.run("photo \(request.photo)") {
            let scaled = try request.size.map { try photograph.scaled(toShorterSide: $0, of: "The photograph") }
            let drawn = try style.value.stylise(
                scaled ?? photograph, keepingBrightness: request.keepsBrightness ?? false)
            return Reply(.png, try drawn.encodedAsPNG())
        }
    }
}
