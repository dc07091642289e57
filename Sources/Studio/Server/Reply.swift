import Foundation

/// What the studio answers: some bytes and what they are.
struct Reply: Sendable {
    enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case script = "text/javascript; charset=utf-8"
        case svg = "image/svg+xml"
        case png = "image/png"
        case jpeg = "image/jpeg"
        case openRaster = "image/openraster"
        case json = "application/json"
        case bytes = "application/octet-stream"
    }

    var kind: Kind
    var bytes: Data
    /// More to say beside the bytes, in the header `Nurie-Info`: ASCII, a line of JSON.
    var info: String?

    init(_ kind: Kind, _ bytes: some Sequence<UInt8>, info: String? = nil) {
        (self.kind, self.bytes, self.info) = (kind, Data(bytes), info)
    }

    /// A value as JSON.
    init(_ value: some Encodable) throws { self.init(.json, try Self.encoded(value)) }

    private static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(value)
    }

    /// A value as a line of JSON that a header can carry.
    static func line(_ value: some Encodable) throws -> String {
        let text = String(decoding: try encoded(value), as: UTF8.self)
        return text.unicodeScalars.map { scalar in
            if scalar.value < 0x7F { return String(scalar) }
            return String(scalar).utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }.joined()
    }
}

/// Why a request gets nothing: what is wrong, in words that the page shows.
struct Refusal: Error, Equatable {
    enum Reason: Int, Sendable {
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case wrongMethod = 405
        /// The server no longer holds what the request is about: the page sends it again.
        case gone = 410
        /// A newer request took its place.
        case superseded = 409
        case tooLarge = 413
        case unusable = 422
        case failed = 500
        case busy = 503
    }

    let reason: Reason
    let words: String

    init(_ reason: Reason, _ words: String) { (self.reason, self.words) = (reason, words) }
}
