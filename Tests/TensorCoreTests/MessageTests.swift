import Foundation
import TensorCore
import Testing

/// Programming errors stop with the operation and the shapes, in optimised code too. Each runs in a process of its own.
@Suite("Messages") struct MessageTests {
    private func expectMessage(
        _ parts: String..., from result: ExitTest.Result?, location: SourceLocation = #_sourceLocation
    ) throws {
        let result = try #require(result, sourceLocation: location)
        let message = String(decoding: result.standardErrorContent, as: UTF8.self)
        for part in parts where !message.contains(part) {
            Issue.record("no '\(part)' in: \(message.prefix(400))", sourceLocation: location)
        }
    }

    @Test func arithmetic() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]) + Tensor(zeros: [4, 3])
        }
        try expectMessage("+", "[2, 3]", "[4, 3]", from: result)
    }

    @Test func matrixProduct() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).matrixProduct(Tensor(zeros: [4, 5]))
        }
        try expectMessage("matrix product", "[2, 3]", "[4, 5]", from: result)
    }

    @Test func reshape() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).reshaped(to: [4, -1])
        }
        try expectMessage("reshape", "[2, 3]", "[4, -1]", from: result)
        let negative = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [2, 3]).reshaped(to: [-2, -3])
        }
        try expectMessage("reshape", "[2, 3]", "[-2, -3]", from: negative)
    }

    @Test func concatenation() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.concatenated([Tensor(zeros: [1, 2, 4, 4]), Tensor(zeros: [1, 3, 4, 5])], axis: 1)
        }
        try expectMessage("concatenate", "[1, 2, 4, 4]", "[1, 3, 4, 5]", from: result)
    }

    @Test func convolution() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [1, 3, 8, 8]).convolved(with: Tensor(zeros: [4, 5, 3, 3]))
        }
        try expectMessage("convolution", "[1, 3, 8, 8]", "[4, 5, 3, 3]", from: result)
    }

    @Test func transposedConvolution() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [1, 3, 8, 8]).transposeConvolved(with: Tensor(zeros: [4, 5, 3, 3]))
        }
        try expectMessage("transposed convolution", "[1, 3, 8, 8]", "[4, 5, 3, 3]", from: result)
    }

    @Test func reflection() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [1, 1, 4, 4]).padded(Padding(4), with: .reflect)
        }
        try expectMessage("pad", "reflect", "[1, 1, 4, 4]", from: result)
    }

    @Test func normalisation() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor(zeros: [1, 6, 4, 4]).batchNormalized(scale: Tensor([1, 2, 3]))
        }
        try expectMessage("batch norm", "[3]", "[1, 6, 4, 4]", from: result)
    }

    @Test func loss() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            // These would broadcast, and the loss would be wrong without a word.
            _ = meanSquaredError(Tensor(zeros: [8, 1]), Tensor(zeros: [8]))
        }
        try expectMessage("squared error", "[8, 1]", "[8]", from: result)
    }

    @Test func gradientsTwice() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let loss = tape.variable(Tensor([1, 2])).sum()
            _ = tape.gradients(of: loss)
            _ = tape.gradients(of: loss)
        }
        try expectMessage("Tape", "already taken", from: result)
    }

    @Test func twoTapes() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (first, second) = (Tape(), Tape())
            _ = first.variable(Tensor([1])) * second.variable(Tensor([2]))
        }
        try expectMessage("two different tapes", from: result)
    }

    @Test func gradientOfAWrongShape() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.variable(Tensor([1, 2, 3]))
            let sum = x.detached.sum().recorded(from: x) { gradient, inputs in inputs.add(to: x) { gradient } }
            _ = tape.gradients(of: sum)
        }
        try expectMessage("gradient", "[]", "[3]", from: result)
    }
}
