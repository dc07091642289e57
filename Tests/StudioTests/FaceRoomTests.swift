import Foundation
import Pictures
import Testing

@testable import FaceGeneration
@testable import Studio

/// What is asked of the room of faces, and what comes back.
@Suite("The room Faces")
struct FaceRoomTests {
    private static func picture(_ answer: RawClient.Answer?) throws -> Picture {
        #expect(answer?.status == 200, "\(answer?.text ?? "no answer")")
        return try Picture(decoding: answer?.body ?? [], named: "face")
    }

    @Test("A face is what the sampler makes at its places along the directions, painted or as lines")
    func onePath() async throws {
        let sampler = RunningStudio.sampler()
        let seed = sampler.seed(along: sampler.directions(), at: [1.5, -2], colors: 7)
        let face = sampler.faces(of: [seed], size: 48)[0]
        try await RunningStudio.with(RunningStudio.networks(styles: [])) { studio in
            var request = FaceRoom.FaceRequest(places: [1.5, -2], colors: 7, size: 48)
            let painted = try Self.picture(try await studio.askJSON("face", request))
            #expect(painted == face.painted(in: seed.palette))
            request.kind = .lines
            let lines = try Self.picture(try await studio.askJSON("face", request))
            #expect(lines == face.lines)
            // More places than the network has directions, as the page sends them.
            request.places += [Float](repeating: 0, count: 62)
            let again = try Self.picture(try await studio.askJSON("face", request))
            #expect(again == face.lines)
        }
    }

    @Test("A walk begins at one face and ends at the other")
    func walk() async throws {
        try await RunningStudio.with(RunningStudio.networks(styles: [])) { studio in
            func face(_ request: FaceRoom.FaceRequest) async throws -> Picture {
                try await Self.picture(studio.askJSON("face", request))
            }
            let (start, end) = ([Float](repeating: 1, count: 6), [Float](repeating: -0.5, count: 6))
            var walk = FaceRoom.FaceRequest(
                places: start, colors: 1, other: end, otherColors: 2, share: 0, size: 32, kind: .lines)
            let begun = try await face(.init(places: start, colors: 1, size: 32, kind: .lines))
            #expect(try await face(walk) == begun)
            walk.share = 1
            let arrived = try await face(walk)
            let wanted = try await face(.init(places: end, colors: 2, size: 32, kind: .lines))
            #expect(arrived.signalToNoise(to: wanted) > 30)
        }
    }

    @Test("A face that is made up at random lies where its seed lies")
    func places() async throws {
        let sampler = RunningStudio.sampler()
        try await RunningStudio.with(RunningStudio.networks(styles: [])) { studio in
            let answer = try await studio.askJSON("faces/places", ["seed": 12])
            let found = try JSONDecoder().decode([Float].self, from: Data(answer?.body ?? []))
            let seed = sampler.seed(0, of: 12, spread: 0.75)
            #expect(found == sampler.places(of: seed, along: sampler.directions()))
        }
    }

    private static let refused = [
        "", "{}", "[]", #"{"places":[0]}"#, #"{"places":[0],"colors":-1}"#, #"{"places":[1e9],"colors":1}"#,
        #"{"places":[0],"colors":1,"size":16}"#, #"{"places":[0],"colors":1,"size":100000}"#,
        #"{"places":[0],"colors":1,"share":1e30}"#, #"{"places":[0],"colors":1,"kind":"oil"}"#,
        #"{"places":[0],"colors":1,"other":[9]}"#, #"{"places":[1e999],"colors":1}"#,
        #"{"places":[\#(String(repeating: "0,", count: 64))0],"colors":1}"#,
        #"{"places":[0],"colors":1,"name":"\#(String(repeating: "n", count: 40))"}"#,
    ]

    @Test("What no slider of the page asks for is refused")
    func hostile() async throws {
        try await RunningStudio.with(RunningStudio.networks(styles: [])) { studio in
            for text in Self.refused {
                let answer = try await studio.ask("face", Array(text.utf8))
                #expect(answer?.status == 400, "\(text)")
            }
            for text in ["{}", #"{"seed":-1}"#, #"{"seed":1e40}"#] {
                #expect(try await studio.ask("faces/places", Array(text.utf8))?.status == 400, "\(text)")
            }
        }
    }

    @Test("Where the network's file is missing the page is told so, each time, and in words")
    func missing() async throws {
        try await RunningStudio.with { studio in
            for _ in 0..<2 {
                let answer = try await studio.askJSON("face", FaceRoom.FaceRequest(places: [0], colors: 1))
                #expect(answer?.status == 422)
                #expect(answer?.text.contains("no such file cannot be read") == true, "\(answer?.text ?? "")")
            }
        }
    }

    @Test("Fifty sliders at once are all answered: done, overtaken or told to come again")
    func many() async throws {
        try await RunningStudio.with(RunningStudio.networks(styles: [])) { studio in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<50 {
                    let request = FaceRoom.FaceRequest(
                        places: [Float(index) / 25 - 1], colors: 1, size: 32, name: index % 2 == 0 ? "portrait" : nil)
                    group.addTask { try await studio.askJSON("face", request)?.status ?? 0 }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count == 50 && statuses.allSatisfy { [200, 409, 503].contains($0) }, "\(statuses)")
            #expect(statuses.contains(200))
        }
    }
}
