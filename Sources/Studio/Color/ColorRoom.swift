import Colorization
import Drawings
import Foundation
import Pictures

/// The room in which drawings are coloured. What it does with them is what `nurie color` does.
struct ColorRoom: Room {
    private let colorizer: Lazily<Colorizer>
    private let drawings = Shelf<OpenDrawing>(capacity: 120_000_000, mostItems: 8)
    private let quick, slow: WorkQueue

    /// `quick` does what the hand waits for, `slow` what takes a network.
    init(_ colorizer: @escaping @Sendable () throws -> Colorizer, quick: WorkQueue, slow: WorkQueue) {
        self.colorizer = Lazily(colorizer)
        (self.quick, self.slow) = (quick, slow)
    }

    var actions: [String: Action] {
        [
            "open": open, "regions": regions, "color": color, "save": save, "palette": palette, "drawn": drawn,
        ]
    }

    /// What the page is told of a picture of raw samples.
    struct PictureInfo: Encodable {
        var drawing: String?
        var width: Int
        var height: Int
        var channels: Int
        var remark: String?
        var count: Int?
    }

    /// A PNG or JPEG file becomes a drawing on the shelf; its lines come back.
    private func open(_ body: [UInt8]) async throws -> Reply {
        try await slow.run {
            let drawing = OpenDrawing(try Picture(decoding: body, named: "The file"))
            let info = PictureInfo(
                drawing: drawings.put(drawing, weight: drawing.pixels), width: drawing.lines.width,
                height: drawing.lines.height, channels: 1, remark: drawing.remark)
            return Reply(.bytes, drawing.lines.samples, info: try Reply.line(info))
        }
    }

    /// The region of each pixel: 32 bits each, the lowest byte first.
    private func regions(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(ColorRequest.self, body)
        try request.check()
        let drawing = try drawings.take(request.drawing)
        return try await quick.run("\(request.drawing) map") {
            let map = try drawing.prepared(request.settings, request.edits).map
            let info = PictureInfo(width: map.width, height: map.height, channels: 4, count: map.count)
            return Reply(
                .bytes, map.labels.withUnsafeBytes { Data($0) }, info: try Reply.line(info))
        }
    }

    private func color(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(ColorRequest.self, body)
        try request.check()
        let drawing = try drawings.take(request.drawing)
        let queue = request.stage == .regions ? quick : slow
        return try await queue.run("\(request.drawing) colour") {
            let picture =
                request.stage == .regions
                ? try colored(drawing, request, proposal: drawing.lastProposal ?? Self.nothing).picture(.flat)
                : try colored(drawing, request).picture(request.chosenFinish)
            let info = PictureInfo(width: picture.width, height: picture.height, channels: 3)
            return Reply(.bytes, picture.samples, info: try Reply.line(info))
        }
    }

    private func save(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(ColorRequest.self, body)
        try request.check()
        let drawing = try drawings.take(request.drawing)
        return try await slow.run {
            let colored = try colored(drawing, request)
            switch request.file ?? .png {
            case .png: return Reply(.png, try colored.picture(request.chosenFinish).encodedAsPNG())
            case .jpeg:
                let quality = request.quality ?? Picture.usualQuality
                return Reply(.jpeg, try colored.picture(request.chosenFinish).encodedAsJPEG(quality: quality))
            case .ora: return Reply(.openRaster, try colored.encodedAsOpenRaster(named: "The file"))
            }
        }
    }

    /// What stands for the network before it has said anything: white paper.
    private static let nothing = Picture(width: 1, height: 1, format: .rgb, filledWith: [255, 255, 255])

    private func colored(_ drawing: OpenDrawing, _ request: ColorRequest, proposal: Picture? = nil) throws
        -> ColoredDrawing
    {
        let prepared = try drawing.prepared(request.settings, request.edits)
        let hints =
            request.dabs.isEmpty
            ? nil : PreparedHints(try DabPainting(request.dabs, on: prepared.map).picture, for: prepared)
        let proposal = try proposal ?? newProposal(drawing, prepared, hints)
        return ColoredDrawing(
            prepared, hints: hints, proposal: proposal, palette: request.chosenPalette,
            hasShade: request.stage == .shades || request.file != nil)
    }

    private func newProposal(
        _ drawing: OpenDrawing, _ prepared: PreparedDrawing, _ hints: PreparedHints?
    ) throws -> Picture {
        let proposal = try colorizer.value.proposal(for: prepared, hints: hints)
        drawing.lastProposal = proposal
        return proposal
    }
}

// MARK: - What there is to colour, and with what

extension ColorRoom {
    /// A palette's colours as the page writes them.
    private func palette(_ body: [UInt8]) async throws -> Reply {
        try Reply(try ColorPalette(decoding: body, named: "The file").colors.prefix(1024).map(\.hex))
    }

    private struct DrawnRequest: Codable {
        var index: Int
        var size: Int?
    }

    /// The line art of a drawn picture, as a PNG file.
    private func drawn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(DrawnRequest.self, body)
        let size = request.size ?? 768
        guard (0..<1_000_000).contains(request.index), (64...1024).contains(size) else {
            throw Refusal(.badRequest, "There is no such drawing.")
        }
        return try await quick.run {
            Reply(
                .png,
                try DrawnWorld(seed: 1, size: size).picture(at: request.index, inUsualColors: true).lines
                    .encodedAsPNG())
        }
    }
}
