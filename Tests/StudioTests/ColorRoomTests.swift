import Colorization
import Foundation
import Pictures
import Testing

@testable import Networks
@testable import Studio

/// What is asked of the room in which drawings are coloured, and what comes back.
@Suite("The room Colour")
struct ColorRoomTests {
    private static let red = Dab(kind: .stroke, color: [220, 30, 40], radius: 2, points: [12, 12, 1])

    @Test("A dab fills its region, at once and with shades, and in each kind of file")
    func color() async throws {
        try await RunningStudio.with { studio in
            var request = ColorRequest(drawing: try await studio.open(boxes), dabs: [Self.red])
            for stage in [ColorRequest.Stage.regions, .shades] {
                request.stage = stage
                request.finish = "flat"
                let answer = try await studio.askJSON("color", request)
                let samples = answer?.body ?? []
                #expect(samples.count == 64 * 48 * 3)
                let place = 3 * (30 * 64 + 24)
                let stray = zip(samples[place..<place + 3], [220, 30, 40]).map { abs(Int($0) - $1) }
                #expect(stray.allSatisfy { $0 <= 1 }, "\(stage): \(samples[place..<place + 3])")
            }
            request.file = .png
            let png = try Picture(decoding: try await studio.askJSON("save", request)?.body ?? [], named: "png")
            #expect(abs(Int(png[24, 30, 0]) - 220) <= 1 && png.width == 64)
            request.file = .jpeg
            let jpeg = try Picture(decoding: try await studio.askJSON("save", request)?.body ?? [], named: "jpeg")
            #expect(abs(Int(jpeg[24, 30, 0]) - 220) <= 12)
            request.file = .ora
            let ora = try ZipArchive(try await studio.askJSON("save", request)?.body ?? [], from: "ora")
            #expect(ora.members.first?.name == "mimetype")
            #expect(ora.members.contains { $0.name == "stack.xml" })
        }
    }

    @Test("It says the same as the colorizer that nurie color calls")
    func onePath() async throws {
        try await RunningStudio.with { studio in
            let request = ColorRequest(drawing: try await studio.open(boxes), dabs: [Self.red])
            let answer = try await studio.askJSON("color", request)
            let map = PreparedDrawing(LineDrawing(boxes).lines).map
            let hints = try DabPainting([Self.red], on: map).picture
            let expected = RunningStudio.colorizer().layers(of: LineDrawing(boxes).lines, hints: hints).picture()
            #expect(answer?.body == expected.samples)
        }
    }

    @Test("The map of regions tells the boxes apart; merged they are one, and split again two")
    func regions() async throws {
        try await RunningStudio.with { studio in
            var request = ColorRequest(drawing: try await studio.open(boxes))
            func labels() async throws -> (left: Int32, right: Int32) {
                let body = try await studio.askJSON("regions", request)?.body ?? []
                func label(_ x: Int, _ y: Int) -> Int32 {
                    let place = 4 * (y * 64 + x)
                    return (0..<4).reduce(0) { $0 | Int32(body[place + $1]) << Int32(8 * $1) }
                }
                return (label(20, 20), label(50, 20))
            }
            var found = try await labels()
            #expect(found.left != found.right)
            request.edits = [RegionEdit(kind: .merge, places: [20, 20, 50, 20])]
            found = try await labels()
            #expect(found.left == found.right)
            request.edits.append(RegionEdit(kind: .split, places: [20, 20]))
            found = try await labels()
            #expect(found.left != found.right)
        }
    }

    @Test("Files that are no pictures are refused in words, damaged ones too")
    func files() async throws {
        try await RunningStudio.with { studio in
            let png = try boxes.encodedAsPNG()
            for bytes in [
                [], Array("GIF89a".utf8), Array(png.prefix(png.count / 2)), [UInt8](repeating: 0, count: 9000),
            ] {
                let answer = try await studio.ask("open", bytes)
                #expect(answer?.status == 422)
                #expect(answer?.text.contains("error") == true)
            }
            // A few bytes that claim a billion pixels.
            var claim = png
            claim.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
            #expect(try await studio.ask("open", claim)?.status == 422)
        }
    }

    private static let refused = [
        "", "[]", "{}", "{\"drawing\":7}", "{\"drawing\":\"none\"}", String(repeating: "[", count: 100_000),
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"stroke\",\"color\":[1,2],\"radius\":3,\"points\":[1,1,1]}]}",
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"stroke\",\"color\":[1,2,300],\"radius\":3,\"points\":[1,1,1]}]}",
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"stroke\",\"color\":[1,2,3],\"radius\":1e30,\"points\":[1,1,1]}]}",
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"stroke\",\"color\":[1,2,3],\"radius\":3,\"points\":[1,1]}]}",
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"stroke\",\"color\":[1,2,3],\"radius\":3,\"points\":[1e30,1,1]}]}",
        "{\"drawing\":\"D\",\"dabs\":[{\"kind\":\"fill\",\"color\":[1,2,3],\"radius\":3,\"points\":[1e999,1,1]}]}",
        "{\"drawing\":\"D\",\"edits\":[{\"kind\":\"split\",\"places\":[-4,1]}]}",
        "{\"drawing\":\"D\",\"edits\":[{\"kind\":\"merge\",\"places\":[1,1]}]}",
        "{\"drawing\":\"D\",\"settings\":{\"gap\":-1}}",
    ]

    // By their places: the log need not hold a hundred thousand brackets.
    @Test("What no hand paints is refused", arguments: refused.indices)
    func hostile(place: Int) async throws {
        let text = Self.refused[place]
        try await RunningStudio.with { studio in
            let drawing = try await studio.open(boxes)
            let body = text.replacing("\"D\"", with: "\"\(drawing)\"")
            let answer = try await studio.ask("color", Array(body.utf8))
            #expect([400, 410, 422].contains(answer?.status ?? 0), "\(answer?.status ?? 0)")
            #expect(try await studio.ask("palette", Array("x".utf8))?.status == 422)
        }
    }

    @Test("Dabs far outside of the drawing, and at its corners, do no harm")
    func outside() async throws {
        try await RunningStudio.with { studio in
            let places: [[Float]] = [
                [-500, -500, 1], [0, 0, 1], [64, 48, 1], [9e5, 9e5, 1, -9e5, -9e5, 0], [63.9, 47.9, 0],
            ]
            let dabs = [Dab.Kind.stroke, .fill].flatMap { kind in
                places.map { Dab(kind: kind, color: [9, 99, 199], radius: 3, points: $0) }
            }
            let request = ColorRequest(drawing: try await studio.open(boxes), dabs: dabs)
            #expect(try await studio.askJSON("color", request)?.status == 200)
        }
    }

    @Test("Fifty requests at once are all answered, and the server lives on")
    func many() async throws {
        try await RunningStudio.with { studio in
            let request = ColorRequest(drawing: try await studio.open(boxes), dabs: [Self.red], file: .png)
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 { group.addTask { try await studio.askJSON("save", request)?.status ?? 0 } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count == 50)
            #expect(statuses.allSatisfy { $0 == 200 || $0 == 503 }, "\(statuses)")
            #expect(statuses.contains(200))
            #expect(try await studio.askJSON("color", request)?.status == 200)
        }
    }

    @Test("Who goes away in the middle harms nobody else")
    func goingAway() async throws {
        try await RunningStudio.with { studio in
            let request = ColorRequest(drawing: try await studio.open(boxes), dabs: [Self.red])
            let bytes = studio.request("POST", "/\(studio.token)/api/color", Array(try JSONEncoder().encode(request)))
            for _ in 0..<8 {
                _ = try await studio.client.send(bytes, isGoingAway: true)
                _ = try await studio.client.send(Array(bytes.prefix(bytes.count / 2)), isGoingAway: true)
            }
            // The last of those may still be colouring.
            var status: Int?
            for _ in 0..<50 where status != 200 { status = try await studio.askJSON("color", request)?.status }
            #expect(status == 200)
        }
    }
}
