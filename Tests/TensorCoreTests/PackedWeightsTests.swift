import Basics
import TensorCore
import Testing

/// Weights that no tape learns are kept in the kernels' order; nobody may ever see numbers that were packed before a change.
@Suite("Packed weights") struct PackedWeightsTests {
    private let x: Tensor
    private let weight: Tensor

    init() {
        var inputs = Inputs(seed: 92)
        x = inputs.normal([2, 6, 9, 33])
        weight = inputs.normal([10, 6, 3, 3])
    }

    /// The convolution with a tensor that nobody has packed before.
    private func fresh(_ weight: Tensor) -> Tensor { x.convolved(with: Tensor(weight.scalars, shape: weight.shape)) }

    @Test func changesInPlaceAreSeen() {
        var weight = weight
        weight[0, 0, 0, 0] = 1
        for value in [2, 3] as [Float] {
            #expect(x.convolved(with: weight).hasSameBits(as: fresh(weight)))
            weight[0, 0, 1, 1] = value
            weight.withMutableScalars { $0[$0.count - 1] = value }
        }
        #expect(x.convolved(with: weight).hasSameBits(as: fresh(weight)))
    }

    @Test func copiesAreApart() {
        let before = x.convolved(with: weight)
        var copy = weight
        copy[3, 2, 1, 0] = 5
        #expect(x.convolved(with: copy).hasSameBits(as: fresh(copy)))
        #expect(x.convolved(with: weight).hasSameBits(as: before))
    }

    /// The same numbers serve a convolution, its transpose with another stride, groups, and a frozen network's gradient.
    @Test func eachUseHasItsOwnOrder() {
        for _ in 0..<2 {
            #expect(x.convolved(with: weight).hasSameBits(as: fresh(weight)))
            let narrow = Tensor(x.scalars, shape: [1, 12, 9, 33])
            let unseen = Tensor(weight.scalars, shape: weight.shape)
            #expect(
                narrow.convolved(with: weight, groups: 2).hasSameBits(as: narrow.convolved(with: unseen, groups: 2)))
            for stride in 1...3 {
                let wide = Tensor(repeating: 0.5, shape: [1, 10, 5, 5])
                #expect(
                    wide.transposeConvolved(with: weight, stride: stride)
                        .hasSameBits(as: wide.transposeConvolved(with: unseen, stride: stride)))
            }
            let gradients = [weight, unseen].map { weight in
                let tape = Tape()
                let variable = tape.variable(x)
                return tape.gradients(of: variable.convolved(with: weight).squared().sum())[variable]
            }
            #expect(gradients[0] != nil && gradients[0] == gradients[1])
        }
    }

    @Test func severalAtOnce() async {
        let expected = fresh(weight)
        let results = await withTaskGroup(of: Tensor.self) { group in
            for _ in 0..<8 { group.addTask { x.convolved(with: weight) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 8 && results.allSatisfy { $0.hasSameBits(as: expected) })
    }

    /// However many kinds of use, no more than two forms are kept; and a learning step keeps none.
    @Test func fewAreKept() async {
        await #expect(processExitsWith: .success) {
            Threads.count = 1
            let weight = Tensor(repeating: 0.1, shape: [256, 256, 3, 3])
            let x = Tensor(repeating: 1, shape: [1, 256, 4, 4])
            func taken(_ body: () -> Void) -> Int {
                BufferPool.shared.drain()
                let before = BufferPool.shared.bytesTaken
                body()
                BufferPool.shared.drain()
                return BufferPool.shared.bytesTaken - before
            }
            let bytes = weight.count * 4
            let learning = taken {
                let tape = Tape()
                let loss = x.convolved(with: tape.variable(weight), padding: 1).sum()
                _ = tape.gradients(of: loss)
            }
            precondition(learning == 0, "\(learning) bytes after a learning step")
            let using = taken {
                _ = x.convolved(with: weight)
                for stride in 1...3 { _ = x.transposeConvolved(with: weight, stride: stride) }
            }
            precondition(using >= 2 * bytes && using <= 5 * bytes / 2, "\(using) bytes for weights of \(bytes)")
        }
    }
}
