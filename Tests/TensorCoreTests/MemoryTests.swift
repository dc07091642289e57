import Basics
import TensorCore
import Testing

/// Memory: what a step takes goes back to the pool, and the next step finds it there.
///
/// The pool is the whole program's, so this runs in a process of its own.
@Suite("Memory") struct MemoryTests {
    @Test func stepsAlikeTakeNothingMore() async {
        await #expect(processExitsWith: .success) {
            // With several threads it is chance how many buffers are in use at once.
            Threads.count = 1
            var inputs = Inputs(seed: 91)
            let parameters = [Parameter(inputs.normal([16, 3, 3, 3])), Parameter(inputs.normal([16]))]
            let pictures = inputs.normal([4, 3, 32, 32])
            func step() {
                let tape = Tape(learning: parameters)
                let features = pictures.convolved(with: tape.value(of: parameters[0]), stride: 2, padding: 1)
                let normal = features.batchNormalized(scale: tape.value(of: parameters[1])).output.relu()
                let gradients = tape.gradients(of: normal.maxPooled(size: 2).squared().mean())
                for parameter in parameters {
                    guard let gradient = gradients[parameter] else { continue }
                    parameter.value = parameter.value - gradient * 0.01
                }
            }
            for _ in 0..<3 { step() }
            let before = BufferPool.shared.bytesTaken
            for _ in 0..<20 { step() }
            precondition(BufferPool.shared.bytesTaken == before, "20 steps took memory from the system")
        }
    }

    /// Draining gives back all but what is in use.
    @Test func drainingGivesMemoryBack() async {
        await #expect(processExitsWith: .success) {
            let kept = Tensor(zeros: [1 << 16])
            for _ in 0..<4 { _ = Tensor(zeros: [1 << 18]) + 1 }
            BufferPool.shared.drain()
            precondition(BufferPool.shared.bytesTaken == kept.count * 4, "\(BufferPool.shared.bytesTaken) bytes")
        }
    }

    /// A copy shares the numbers until one side is written to.
    @Test func tensorsAreValues() {
        let original = Tensor([1, 2, 3])
        var copy = original
        copy[1] = 20
        #expect(original.scalars == [1, 2, 3])
        #expect(copy.scalars == [1, 20, 3])
        var reshaped = original.reshaped(to: [3, 1])
        reshaped[0, 0] = 10
        #expect(original.scalars == [1, 2, 3])
    }
}
