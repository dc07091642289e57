import Colorization
import FaceGeneration
import Files
import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Stylization

/// The studio: a page on this machine on which drawings are coloured by hand and network, faces are walked through, photographs
/// become drawings, and the lessons' knobs turn.
public final class StudioService: Sendable {
    /// What it works with. Networks are read when they are first needed, so that the page is there at once.
    public struct Networks: Sendable {
        let colorizer: @Sendable () throws -> Colorizer
        let faces: @Sendable () throws -> FaceSampler
        let photographStyles: [(name: String, load: @Sendable () throws -> any PhotographStyle)]

        public init(
            colorizer: @escaping @Sendable () throws -> Colorizer,
            faces: @escaping @Sendable () throws -> FaceSampler,
            photographStyles: [(name: String, load: @Sendable () throws -> any PhotographStyle)]
        ) {
            (self.colorizer, self.faces, self.photographStyles) = (colorizer, faces, photographStyles)
        }
    }

    /// The page's address, which nobody can guess.
    public let address: String
    private let port: UInt16
    private let server: HTTPServer
    private let queues: [WorkQueue]

    /// How many requests may wait for their turn.
    static let capacity = 12
    /// Seconds that an answer may take: large photographs take minutes.
    private static let longestAnswer = 1200.0

    /// Throws a `FileError` when the page's files are missing.
    public init(port: UInt16, networks: Networks, token: String? = nil) throws {
        let gate = Gate(token: token ?? Gate.newToken(), port: port)
        let (quick, slow) = (WorkQueue("quick", capacity: Self.capacity), WorkQueue("slow", capacity: Self.capacity))
        let (faces, photos) = (WorkQueue("faces", capacity: 24), WorkQueue("photos", capacity: Self.capacity))
        let plane = WorkQueue("plane", capacity: Self.capacity)
        queues = [quick, slow, faces, photos, plane]
        let rooms: [any Room] = [
            ColorRoom(networks.colorizer, quick: quick, slow: slow),
            FaceRoom(networks.faces, queue: faces),
            PhotoRoom(networks.photographStyles, queue: photos),
            DivergenceKnob(queue: quick), BoundKnob(queue: quick), TapeKnob(queue: quick), PlaneKnob(queue: plane),
            RegionKnob(queue: quick),
        ]
        let studio = StudioServer(gate: gate, files: try PageFiles(), rooms: rooms)
        self.port = port
        address = "http://127.0.0.1:\(port)/\(gate.token)/"
        server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: "127.0.0.1", port: port), timeout: Self.longestAnswer,
                sharedRequestBufferSize: 1 << 16, sharedRequestReplaySize: 0, logger: .disabled),
            handler: ClosureHTTPHandler { await studio.answer($0) })
    }

    /// Serves until ``stop()``; throws a `FileError` when the port is taken.
    public func run() async throws {
        do {
            try await server.run()
        } catch SocketError.failed(_, EADDRINUSE, _) {
            throw FileError(
                path: "127.0.0.1:\(port)", problem: "cannot be served: another program uses this port",
                remedy: "Is a studio running already? Otherwise name another port with --port")
        } catch SocketError.failed(_, let code, _) {
            throw FileError(
                path: "127.0.0.1:\(port)",
                problem: "cannot be served: \(String(cString: strerror(code)).lowercased())",
                remedy: "Name another port with --port")
        }
    }

    /// Waits until it can be reached.
    ///
    /// A port that is taken ends ``run()`` at once; a machine that is busy may need minutes.
    public func waitUntilListening() async throws { try await server.waitUntilListening(timeout: 600) }

    /// Refuses what waits, and ends.
    public func stop() async {
        // Who still waits for an answer gets it, or a refusal; where nobody does there is nothing to wait for.
        let isBusy = queues.contains(where: \.isBusy)
        for queue in queues { queue.close() }
        await server.stop(timeout: isBusy ? 0.5 : 0)
    }
}
