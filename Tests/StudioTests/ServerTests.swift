import Foundation
import Testing

@testable import Studio

/// Who is let in, what is refused, and that the server lives on after all of it.
@Suite("The studio's server")
struct ServerTests {
    @Test("The page and its scripts are there, under a policy that lets nothing else in")
    func page() async throws {
        try await RunningStudio.with { studio in
            let page = try await studio.client.send(studio.request("GET", "/\(studio.token)/"))
            #expect(page?.status == 200)
            #expect(page?.headers["content-type"] == "text/html; charset=utf-8")
            let policy = page?.headers["content-security-policy"] ?? ""
            #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
            for name in try PageFiles().names {
                let file = try await studio.client.send(studio.request("GET", "/\(studio.token)/\(name)"))
                #expect(file?.status == 200, "\(name)")
            }
        }
    }

    @Test("Without the token, from another page or under another name nobody is let in")
    func gate() async throws {
        try await RunningStudio.with { studio in
            let (path, port) = ("/\(studio.token)/api/palette", studio.client.port)
            func status(_ path: String, _ headers: [String: String]) async throws -> Int? {
                try await studio.client.send(studio.request("POST", path, Array("x".utf8), headers: headers))?.status
            }
            let plain = try await status(path, [:])
            #expect(plain == 422)
            #expect(try await status(path, ["Origin": "http://127.0.0.1:\(port)"]) == 422)
            #expect(try await status(path, ["Host": "localhost:\(port)"]) == 422)
            for path in ["/api/palette", "/wrong/api/palette", "/\(studio.token)x/api/palette", "//api/palette", "/"]
            {
                #expect(try await status(path, [:]) == 404, "\(path)")
            }
            let strangers = [
                ["Host": "evil.example:\(port)"], ["Host": "127.0.0.1"], ["Host": ""], ["Host": "127.0.0.1:1"],
                ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://127.0.0.1:1"],
                ["Origin": "https://127.0.0.1:\(port)"], ["Sec-Fetch-Site": "cross-site"],
                ["Sec-Fetch-Site": "same-site"],
            ]
            for headers in strangers { #expect(try await status(path, headers) == 403, "\(headers)") }
        }
    }

    @Test(
        "No path reaches the disk",
        arguments: [
            "../../Package.swift", "..%2f..%2fPackage.swift", "js/../../../etc/passwd", "/etc/passwd", "%00", "js",
            "js/",
            "index.html/", "INDEX.HTML", "api", "api/", "api/../index.html",
        ])
    func paths(path: String) async throws {
        try await RunningStudio.with { studio in
            let answer = try await studio.client.send(studio.request("GET", "/\(studio.token)/\(path)"))
            #expect(answer?.status == 404, "\(answer?.text ?? "")")
        }
    }

    @Test("Methods that mean nothing are refused")
    func methods() async throws {
        try await RunningStudio.with { studio in
            for (method, path) in [("GET", "api/palette"), ("DELETE", ""), ("POST", ""), ("PUT", "api/open")] {
                let answer = try await studio.client.send(studio.request(method, "/\(studio.token)/\(path)"))
                #expect(answer?.status == 405, "\(method) \(path)")
            }
        }
    }

    @Test("Too large a body is refused before it is read, whatever it claims")
    func large() async throws {
        try await RunningStudio.with { studio in
            let path = "/\(studio.token)/api/open"
            let claims = studio.request("POST", path, headers: ["Content-Length": "\(1 << 40)"])
            let refused = try await studio.client.send(claims)
            #expect(refused?.status == 413)
            let whole = [UInt8](repeating: 7, count: IncomingBody.limit + 1)
            #expect(try await studio.ask("open", whole)?.status == 413)
            #expect(try await studio.ask("palette", Array("x".utf8))?.status == 422)
        }
    }

    @Test("What is no HTTP, or is cut short, ends the connection and nothing else")
    func broken() async throws {
        try await RunningStudio.with { studio in
            let path = "/\(studio.token)/api/open"
            let broken: [[UInt8]] = [
                Array("\r\n\r\n".utf8), Array("GET\r\n\r\n".utf8),
                [UInt8](repeating: 0xFF, count: 4000) + [10, 10, 10],
                studio.request("POST", path, headers: ["Content-Length": "-5"]),
                studio.request("POST", path, headers: ["Content-Length": "abc"]),
                studio.request("POST", path, Array("part".utf8), headers: ["Content-Length": "400"]),
                studio.request("POST", path, Array("part".utf8), headers: ["Content-Length": "400000"]),
                studio.request(
                    "POST", path, Array("zz\r\n".utf8),
                    headers: ["Content-Length": "", "Transfer-Encoding": "chunked"]),
                studio.request("POST", path, headers: ["Transfer-Encoding": "gzip"]),
            ]
            for bytes in broken {
                let answer = try await studio.client.send(bytes, thenHalfClose: true)
                #expect(answer == nil || (400...499).contains(answer?.status ?? 0), "\(answer?.status ?? 0)")
            }
            #expect(try await studio.ask("palette", Array("x".utf8))?.status == 422)
        }
    }

    @Test("A body in chunks is taken like any other")
    func chunks() async throws {
        try await RunningStudio.with { studio in
            let palette = Array("GIMP Palette\n255 0 16 Red\n".utf8)
            let chunked =
                Array("\(String(palette.count, radix: 16))\r\n".utf8) + palette + Array("\r\n0\r\n\r\n".utf8)
            let answer = try await studio.ask(
                "palette", chunked, headers: ["Content-Length": "", "Transfer-Encoding": "chunked"])
            #expect(answer?.text == "[\"#ff0010\"]")
        }
    }

    @Test("A refused body is not taken for the next request on its connection")
    func smuggling() async throws {
        try await RunningStudio.with { studio in
            let hidden = studio.request("GET", "/\(studio.token)/")
            let outer = studio.request("POST", "/wrong/api/open", hidden + [UInt8](repeating: 65, count: 100_000))
            let both = outer + studio.request("GET", "/\(studio.token)/js/none.js")
            let answer = try await studio.client.send(both)
            #expect(answer?.status == 404)
        }
    }
}
