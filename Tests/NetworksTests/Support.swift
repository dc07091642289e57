import Files
import Foundation
import Networks
import TensorCore
import Testing

/// A file beside the tests, made by Reference/make.py.
func reference(_ name: String) throws -> String {
    try #require(Bundle.module.path(forResource: "Reference/\(name)", ofType: nil))
}

/// A folder of its own for a test, removed when the test is over.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

/// The error about a file that `body` throws.
func fileError(_ body: () throws -> Void) -> FileError? {
    #expect(throws: FileError.self, performing: body)
}

/// Expects the two tensors to be of one shape, and their distance to be small beside the size of the second.
func expectClose(
    _ tensor: Tensor, _ expected: Tensor, within tolerance: Float = 1e-5, _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard tensor.shape == expected.shape else {
        Issue.record("\(name): shape \(tensor.shape), not \(expected.shape)", sourceLocation: sourceLocation)
        return
    }
    let difference = zip(tensor.scalars, expected.scalars).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let size = expected.scalars.reduce(Float(0)) { $0 + $1 * $1 }
    let distance = difference.squareRoot() / max(size.squareRoot(), 1e-3)
    #expect(distance <= tolerance, "\(name): relative distance \(distance)", sourceLocation: sourceLocation)
}

/// A small network with every kind of state.
final class SmallNetwork: Layer {
    let conv = SpectralNorm(Convolution(2, 3, kernel: 3, padding: 1))
    let norm = BatchNorm(3)
    let blocks = [Convolution(3, 3, kernel: 1), Convolution(3, 2, kernel: 1, bias: false)]
    let tail: (any Layer)? = Sequential(ReLU(), Flatten(), Linear(32, 2))

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let x = norm(conv(x, mode), mode)
        let output = blocks.reduce(x) { $1($0, mode) }
        return tail.map { $0(output, mode) } ?? output
    }

    static let names = [
        "conv.bias", "conv.weight_orig", "conv.weight_u", "conv.weight_v", "norm.weight", "norm.bias",
        "norm.running_mean", "norm.running_var", "norm.num_batches_tracked", "blocks.0.weight", "blocks.0.bias",
        "blocks.1.weight", "tail.2.weight", "tail.2.bias",
    ]
}
