import Foundation

/// Who may speak to the studio: pages that it served itself, and nobody else.
///
/// A server on this machine can be reached by every page that the browser has open. Such a page does not know the token; it names
/// another origin; and if it points a name of its own at this machine (DNS rebinding), the host is that name.
struct Gate: Sendable {
    let token: String
    let port: UInt16

    /// What is said of a request before it is let in.
    struct Visitor {
        var path: String
        var host: String?
        var origin: String?
        /// What the browser says of where the request comes from (`Sec-Fetch-Site`).
        var site: String?
    }

    private var hosts: [String] { ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" } }

    /// The path behind the token; throws a ``Refusal``.
    func admit(_ visitor: Visitor) throws -> String {
        guard let host = visitor.host, hosts.contains(host.lowercased()) else {
            throw Refusal(.forbidden, "This server answers to 127.0.0.1:\(port) only.")
        }
        if let origin = visitor.origin, !hosts.contains(where: { origin.lowercased() == "http://\($0)" }) {
            throw Refusal(.forbidden, "This server answers to its own page only.")
        }
        if let site = visitor.site, site != "same-origin", site != "none" {
            throw Refusal(.forbidden, "This server answers to its own page only.")
        }
        let parts = visitor.path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true)
        guard let given = parts.first, visitor.path.hasPrefix("/\(given)/"), Self.areEqual(String(given), token)
        else {
            throw Refusal(.notFound, "Open the address that nurie studio printed; it is another one at each start.")
        }
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// Compares in a time that does not tell how much of a guess was right.
    private static func areEqual(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// A token that nobody can guess: 128 bits from the system's generator.
    static func newToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
