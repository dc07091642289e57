import FlyingFox
import Foundation

/// The server between the browser and the rooms: who is let in, how much may be sent, and what is said to the browser beside the
/// answer.
struct StudioServer: Sendable {
    let gate: Gate
    let files: PageFiles
    let rooms: [any Room]

    func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let body = IncomingBody(of: request)
        do {
            let path = try gate.admit(
                Gate.Visitor(
                    path: request.target.path(), host: request.headers[.host],
                    origin: request.headers[HTTPHeader("Origin")], site: request.headers[HTTPHeader("Sec-Fetch-Site")]
                ))
            return response(try await reply(to: path, request.method, body))
        } catch {
            return response(Refusal(of: error), endingConnection: await !body.forget())
        }
    }

    private func reply(to path: String, _ method: HTTPMethod, _ body: IncomingBody) async throws -> Reply {
        guard path.hasPrefix("api/") else {
            guard method == .GET else { throw Refusal(.wrongMethod, "A page is only fetched.") }
            guard let file = files[path] else { throw Refusal(.notFound, "There is no such page.") }
            return file
        }
        let action = String(path.dropFirst(4))
        for room in rooms {
            guard let work = room.actions[action] else { continue }
            guard method == .POST else { throw Refusal(.wrongMethod, "This is only asked for by POST.") }
            return try await work(try await body.bytes())
        }
        throw Refusal(.notFound, "There is nothing of this name here.")
    }
}

// MARK: - What is said to the browser

extension StudioServer {
    /// Nothing from elsewhere is loaded, nothing inline is run, nobody frames the page, and no address leaves it.
    private static let policy: [HTTPHeader: String] = [
        HTTPHeader("Content-Security-Policy"): """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; \
        font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """,
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("X-Frame-Options"): "DENY",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Cache-Control"): "no-store",
    ]

    private func response(_ reply: Reply) -> HTTPResponse {
        var headers = HTTPHeaders(Self.policy)
        headers[.contentType] = reply.kind.rawValue
        if let info = reply.info { headers[HTTPHeader("Nurie-Info")] = info }
        // Large pieces: a picture of four megabytes is not sent in a thousand.
        return HTTPResponse(
            statusCode: .ok, headers: headers,
            body: HTTPBodySequence(data: reply.bytes, suggestedBufferSize: 1 << 18))
    }

    private func response(_ refusal: Refusal, endingConnection isLast: Bool) -> HTTPResponse {
        var headers = HTTPHeaders(Self.policy)
        headers[.contentType] = Reply.Kind.json.rawValue
        if refusal.reason == .busy { headers[HTTPHeader("Retry-After")] = "1" }
        if refusal.reason == .wrongMethod { headers[HTTPHeader("Allow")] = "GET, POST" }
        let body = (try? JSONEncoder().encode(["error": refusal.words])) ?? Data()
        let status = HTTPStatusCode(refusal.reason.rawValue, phrase: "\(refusal.reason)")
        guard isLast else { return HTTPResponse(statusCode: status, headers: headers, body: body) }
        headers[.connection] = "close"
        return HTTPResponse(
            statusCode: status, headers: headers, body: HTTPBodySequence(from: LastWords(body), count: body.count))
    }
}
