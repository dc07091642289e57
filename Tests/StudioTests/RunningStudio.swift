import Basics
import Colorization
import Foundation
import Glibc
import Models
import Pictures
import Stylization

@testable import FaceGeneration
@testable import Networks
@testable import Studio

/// A studio for a test, on a port of its own, with small networks that know nothing.
final class RunningStudio: Sendable {
    let service: StudioService
    let client: RawClient
    let token = "token-of-a-test"
    private let server: Task<Void, any Error>

    init(_ networks: StudioService.Networks = missingNetworks) async throws {
        var started: (service: StudioService, server: Task<Void, any Error>, port: UInt16)?
        for _ in 0..<10 where started == nil {
            let port = try Self.freePort()
            let service = try StudioService(port: port, networks: networks, token: token)
            let listening = Task { try await service.waitUntilListening() }
            let server = Task {
                // A port may be taken by somebody else before it is used here. Then nobody will ever listen to it, and the next one is tried.
                defer { listening.cancel() }
                try await service.run()
            }
            if case .success = await listening.result { started = (service, server, port) }
        }
        guard let started else { throw RawClient.Broken() }
        (service, server, client) = (started.service, started.server, RawClient(port: started.port))
    }

    /// Runs a test in a studio of its own, and ends it.
    static func with(
        _ networks: StudioService.Networks = missingNetworks, _ body: (RunningStudio) async throws -> Void
    ) async throws {
        let studio = try await RunningStudio(networks)
        do {
            try await body(studio)
        } catch {
            await studio.service.stop()
            throw error
        }
        await studio.service.stop()
    }

    /// A colorizer, and no files of the other networks.
    static let missingNetworks = networks(faces: { try FaceSampler(weights: "no such file") }, styles: [])

    static func networks(
        faces: @escaping @Sendable () throws -> FaceSampler = { sampler() },
        styles: [(name: String, load: @Sendable () throws -> any PhotographStyle)]
    ) -> StudioService.Networks {
        let missing: (name: String, load: @Sendable () throws -> any PhotographStyle) = (
            "none", { try Stylizer(weights: "no such file") }
        )
        return StudioService.Networks(colorizer: colorizer, faces: faces, photographStyles: styles + [missing])
    }

    /// A small network that makes up what nobody would take for a face, always the same.
    @Sendable static func sampler() -> FaceSampler {
        var generator = SeededGenerator(seed: 6)
        let network = SketchVAE(parts: FacePart.all.count, latent: 6, width: 4).initialised(using: &generator)
        return FaceSampler(network, codesOf: FaceSketches(seed: 1, count: 12))
    }

    /// A small network that knows nothing, always the same.
    @Sendable static func colorizer() -> Colorizer {
        var generator = SeededGenerator(seed: 5)
        return Colorizer(UNet(width: 4).initialised(using: &generator), workingSize: 32, fillsRegions: true)
    }

    /// A port that nobody uses now.
    static func freePort() throws -> UInt16 {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 ? getsockname(number, $0, &length) : -1
            }
        }
        guard result == 0 else { throw RawClient.Broken() }
        return UInt16(bigEndian: address.sin_port)
    }

    /// A request's bytes.
    func request(
        _ method: String = "POST", _ path: String, _ body: [UInt8] = [], headers: [String: String] = [:]
    ) -> [UInt8] {
        var all = ["Host": "127.0.0.1:\(client.port)", "Content-Length": "\(body.count)"]
        all.merge(headers) { $1 }
        let lines = all.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)\r\n" }.joined()
        return Array("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n".utf8) + body
    }

    func ask(_ action: String, _ body: [UInt8], headers: [String: String] = [:]) async throws -> RawClient.Answer? {
        try await client.send(request("POST", "/\(token)/api/\(action)", body, headers: headers))
    }

    func askJSON(_ action: String, _ value: some Encodable) async throws -> RawClient.Answer? {
        try await ask(action, Array(JSONEncoder().encode(value)))
    }

    /// Opens a drawing and gives its name on the server.
    func open(_ drawing: Picture) async throws -> String {
        let answer = try await ask("open", drawing.encodedAsPNG())
        let info = try JSONSerialization.jsonObject(with: Data((answer?.headers["nurie-info"] ?? "").utf8))
        guard let name = (info as? [String: Any])?["drawing"] as? String else { throw RawClient.Broken() }
        return name
    }
}

/// Two boxes side by side.
let boxes: Picture = {
    var picture = Picture(width: 64, height: 48, format: .grey, filledWith: [255])
    for (left, right) in [(4, 30), (34, 60)] {
        for x in left...right { (picture[x, 6, 0], picture[x, 42, 0]) = (0, 0) }
        for y in 6...42 { (picture[left, y, 0], picture[right, y, 0]) = (0, 0) }
    }
    return picture
}()
