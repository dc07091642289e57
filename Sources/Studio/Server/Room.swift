import Foundation

/// A part of the studio: what can be asked of it, by name.
protocol Room: Sendable {
    /// What is done with the body of a request for `api/NAME`.
    typealias Action = @Sendable ([UInt8]) async throws -> Reply

    var actions: [String: Action] { get }
}

/// A request's body as JSON; throws a ``Refusal`` that says what is wrong with it.
func decoded<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) throws -> Value {
    do {
        return try JSONDecoder().decode(type, from: Data(body))
    } catch let error as DecodingError {
        throw Refusal(.badRequest, "The request cannot be read: \(error.place)")
    } catch {
        throw Refusal(.badRequest, "The request cannot be read: it is no JSON.")
    }
}

extension DecodingError {
    /// Where a request is wrong, and why.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? context.debugDescription
                : "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
        @unknown default: "it is no JSON of the right form."
        }
    }
}
