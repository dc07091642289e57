import FaceGeneration
import Foundation
import Pictures

/// The room of faces that nobody drew: what it makes is what `nurie sample faces` makes.
struct FaceRoom: Room {
    private let faces: Lazily<Faces>
    private let queue: WorkQueue

    /// What makes faces, with the directions to walk in.
    private struct Faces {
        let sampler: FaceSampler
        let directions: FaceDirections
    }

    /// `queue` is used by nothing else: networks do not cross threads.
    init(_ sampler: @escaping @Sendable () throws -> FaceSampler, queue: WorkQueue) {
        faces = Lazily {
            let sampler = try sampler()
            return Faces(sampler: sampler, directions: sampler.directions())
        }
        self.queue = queue
    }

    var actions: [String: Action] { ["face": face, "faces/places": places] }

    struct FaceRequest: Codable {
        enum Kind: String, Codable { case painted, lines }

        /// Where the face lies along the principal directions, the first first.
        var places: [Float]
        /// Which drawn face its colours are of.
        var colors: UInt64
        /// A second face, and how far to go to it.
        var other: [Float]?
        var otherColors: UInt64?
        var share: Float?
        var size: Int?
        var kind: Kind?
        /// A newer request of the same name takes this one's place.
        var name: String?

        func check() throws {
            let numbers = places + (other ?? []) + [share ?? 0]
            guard numbers.allSatisfy({ abs($0) <= 6 }), places.count <= 64, other?.count ?? 0 <= 64,
                (32...1024).contains(size ?? 256), name?.count ?? 0 < 40
            else { throw Refusal(.badRequest, "There is no such face.") }
        }
    }

    private func face(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(FaceRequest.self, body)
        try request.check()
        return try await queue.run(request.name) {
            let faces = try faces.value
            let seed = Self.seed(request, of: faces)
            let face = faces.sampler.faces(of: [seed], size: request.size ?? 256)[0]
            let picture = request.kind == .lines ? face.lines : face.painted(in: seed.palette)
            return Reply(.png, try picture.encodedAsPNG())
        }
    }

    private static func seed(_ request: FaceRequest, of faces: Faces) -> FaceSampler.Seed {
        func seed(_ places: [Float], _ colors: UInt64) -> FaceSampler.Seed {
            let known = Array(places.prefix(faces.directions.count))
            return faces.sampler.seed(along: faces.directions, at: known, colors: colors)
        }
        let start = seed(request.places, request.colors)
        guard let other = request.other else { return start }
        let end = seed(other, request.otherColors ?? request.colors)
        return faces.sampler.seed(from: start, to: end, share: min(1, max(0, request.share ?? 0)))
    }

    /// A little nearer to the middle than `nurie sample` goes: who looks at one face at a time wants a whole one.
    private static let spread: Float = 0.75

    private struct SeedRequest: Codable { var seed: UInt64 }

    /// Where a face that is made up at random lies.
    private func places(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(SeedRequest.self, body)
        return try await queue.run {
            let faces = try faces.value
            let seed = faces.sampler.seed(0, of: request.seed, spread: Self.spread)
            return try Reply(faces.sampler.places(of: seed, along: faces.directions))
        }
    }
}
