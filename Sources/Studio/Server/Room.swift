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
    } catch {
        throw Refusal(.badRequest, "The request cannot be read: \(error.localizedDescription)")
    }
}
