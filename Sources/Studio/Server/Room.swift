import Foundation

/// A part of the studio: what can be asked of it, by name.
protocol Room: Sendable {
    /// What is done with the body of a request for `api/NAME`.
    typealias Action = @Sendable ([UInt8]) async throws -> Reply

    var actions: [String: Action] { get }
}

/// A request's body as JSON; throws a ``Refusal`` that says where it is wrong. No request of the page is: its files must be of another
/// version than the program.
func decoded<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) throws -> Value {
    do {
        return try JSONDecoder().decode(type, from: Data(body))
    } catch {
        let place = (error as? DecodingError)?.place ?? ""
        throw Refusal(
            .badRequest,
            "The request cannot be read\(place.isEmpty ? "" : " at \(place)"). Reload the page and try again.")
    }
}

extension DecodingError {
    /// Where a request is wrong, such as `dabs.2.color`.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, let context): Self.text(context.codingPath + [key])
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            Self.text(context.codingPath)
        @unknown default: ""
        }
    }

    private static func text(_ path: [any CodingKey]) -> String {
        path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}
