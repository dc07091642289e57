import Foundation
import TensorCore
import Testing

/// The files beside the tests that `Reference/make.py` wrote.
enum Reference {
    static func data(_ name: String) throws -> Data {
        let folder = Bundle.module.resourceURL ?? Bundle.module.bundleURL
        return try Data(contentsOf: folder.appendingPathComponent("Reference/\(name)"))
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
        try JSONDecoder().decode(type, from: data(name))
    }
}

/// One operation's inputs, result and gradients as PyTorch computed them.
struct ReferenceCase: Decodable, Sendable, CustomTestStringConvertible {
    /// Where in `operations.f32` a tensor lies.
    struct Place: Decodable {
        let shape: [Int]
        let offset: Int
    }

    struct Options: Decodable {
        var axes, order, classes: [Int]?
        var axis, lower, upper, top, bottom, left, right, stride, padding, groups, outputPadding, size, height: Int?
        var width: Int?
        var keepingAxes: Bool?
        var exponent, slope, epsilon, delta, low, high: Float?
        var mode, method: String?
    }

    let operation: String
    let options: Options
    let inputs: [Place]
    let output: Place
    let outputGradient: Place
    /// Of the inputs that have one: the first so many.
    let gradients: [Place]

    var testDescription: String { "\(operation) of \(inputs.map(\.shape))" }
}

/// All cases of one operation, as a test's argument.
struct ReferenceOperation: Sendable, CustomTestStringConvertible {
    let name: String
    let cases: [ReferenceCase]

    var testDescription: String { "\(name), \(cases.count) cases" }

    /// In the order of the file; empty if it cannot be read, which the tests notice.
    static let all: [ReferenceOperation] = {
        let cases = (try? Reference.decode([ReferenceCase].self, from: "operations.json")) ?? []
        var names: [String] = []
        for name in cases.map(\.operation) where !names.contains(name) { names.append(name) }
        return names.map { name in
            ReferenceOperation(name: name, cases: cases.filter { $0.operation == name })
        }
    }()
}

/// The numbers of `operations.f32`.
struct ReferenceNumbers {
    private let numbers: [Float]

    init() throws {
        let data = try Reference.data("operations.f32")
        numbers = stride(from: 0, to: data.count, by: 4).map { start in
            Float(bitPattern: data[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
        }
    }

    func tensor(_ place: ReferenceCase.Place) -> Tensor {
        let count = place.shape.reduce(1, *)
        return Tensor(Array(numbers[place.offset..<place.offset + count]), shape: place.shape)
    }
}
