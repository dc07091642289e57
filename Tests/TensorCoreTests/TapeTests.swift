import TensorCore
import Testing

/// What the tape promises beyond single operations.
@Suite("Tape") struct TapeTests {
    @Test func gradientsOfAllUsesAddUp() throws {
        let tape = Tape()
        let x = tape.variable(Tensor([1, 2, 3]))
        let fan = (0..<10).map { x * Float($0) }
        let loss = fan.reduce(x.squared()) { $0 + $1 }.sum()
        let gradient = try #require(tape.gradients(of: loss)[x])
        #expect(gradient.scalars == [47, 49, 51], "2x from the square, and 0 + 1 + … + 9")
    }

    /// One gradient that several operations hand on is not shared by mistake: adding to one must not change the other.
    @Test func gradientsHandedOnStayApart() throws {
        let tape = Tape()
        let (x, y) = (tape.variable(Tensor([1, 2])), tape.variable(Tensor([3, 4])))
        let sum = x + y
        let loss = (sum + x * 10 + y.reshaped(to: [2])).sum()
        let gradients = tape.gradients(of: loss)
        #expect(try #require(gradients[x]).scalars == [11, 11])
        #expect(try #require(gradients[y]).scalars == [2, 2])
    }

    /// The gradient that was given to the walk is the caller's and stays as it is.
    @Test func givenGradientStaysAsItIs() throws {
        let tape = Tape()
        let x = tape.variable(Tensor([1, 2]))
        let given = Tensor([5, 7])
        let gradients = tape.gradients(of: x + x + x, from: given)
        #expect(given.scalars == [5, 7])
        #expect(try #require(gradients[x]).scalars == [15, 21])
    }

    @Test func aVariableIsItsOwnResult() throws {
        let tape = Tape()
        let x = tape.variable(Tensor([1, 2]))
        #expect(try #require(tape.gradients(of: x, from: Tensor([3, 4]))[x]).scalars == [3, 4])
    }

    /// The walk is a loop over a list: no depth overflows the stack, neither on the way nor when the tape is freed.
    @Test func deepChains() throws {
        let depth = 100_000
        let tape = Tape()
        let x = tape.variable(Tensor(1))
        var y = x
        for _ in 0..<depth { y = y + 0.5 }
        #expect(try #require(tape.gradients(of: y)[x]).item == 1)

        let unused = Tape()
        var z = unused.variable(Tensor(1))
        for _ in 0..<depth { z = z * 1 }
        #expect(z.item == 1)
    }

    @Test func onlyWhatTheTapeLearnsHasAGradient() throws {
        let (learnt, frozen, unused) = (
            Parameter(Tensor([2, 3])), Parameter(Tensor([5, 7])), Parameter(Tensor([1, 1]))
        )
        let tape = Tape(learning: [learnt, unused])
        let constant = Tensor([1, 2])
        let loss = (tape.value(of: learnt) * tape.value(of: frozen) + constant).sum()
        let gradients = tape.gradients(of: loss)
        #expect(try #require(gradients[learnt]).scalars == [5, 7])
        #expect(gradients[frozen] == nil)
        #expect(gradients[unused] == nil)
        #expect(gradients[constant] == nil)
    }

    @Test func aParameterUsedTwiceLearnsFromBoth() throws {
        let parameter = Parameter(Tensor([3]))
        let tape = Tape(learning: [parameter])
        let loss = (tape.value(of: parameter) * tape.value(of: parameter)).sum()
        #expect(try #require(tape.gradients(of: loss)[parameter]).scalars == [6])
    }

    @Test func detachedCuts() throws {
        let tape = Tape()
        let x = tape.variable(Tensor([2, 3]))
        let loss = (x * x.squared().detached).sum()
        let gradient = try #require(tape.gradients(of: loss)[x])
        #expect(gradient.scalars == [4, 9], "the squares count as constants")
    }

    /// Writing into a tensor is no operation: what is written stands on no tape, and the tape's own numbers stay.
    @Test func writingLeavesTheTape() throws {
        let tape = Tape()
        let x = tape.variable(Tensor([2, 3]))
        let y = x.squared()
        var written = x
        written[0] = 100
        let gradients = tape.gradients(of: y.sum())
        #expect(try #require(gradients[x]).scalars == [4, 6])
        #expect(gradients[written] == nil)
        #expect(x.scalars == [2, 3])
    }

    /// An operation that a learner adds, after the example in the documentation.
    @Test func ownOperation() throws {
        func cubed(_ x: Tensor) -> Tensor {
            x.detached.raised(to: 3).recorded(from: x) { gradient, inputs in
                inputs.add(to: x) { 3 * x.squared() * gradient }
            }
        }
        var inputs = Inputs(seed: 90)
        checkGradients(of: "an own operation", [inputs.uniform([3, 4], in: 0.5...2)]) {
            cubed($0[0])
        } twin: {
            $0[0].raised(to: 3)
        }
        #expect(cubed(Tensor([2])).scalars == [8], "off the tape it is an ordinary function")
    }

    /// A gradient that nobody wants is not computed.
    @Test func unwantedGradientsAreNotComputed() throws {
        let tape = Tape()
        let (wanted, constant) = (tape.variable(Tensor([1])), Tensor([2]))
        let result = Tensor([3]).recorded(from: wanted, constant) { gradient, inputs in
            inputs.add(to: wanted) { gradient * 4 }
            inputs.add(to: constant) {
                Issue.record("computed a gradient for a constant")
                return gradient
            }
        }
        #expect(try #require(tape.gradients(of: result)[wanted]).scalars == [4])
    }

    /// After the gradients were taken the tape records nothing more; the same computation runs on, off the tape.
    @Test func aSpentTapeRecordsNothing() {
        let tape = Tape()
        let x = tape.variable(Tensor([1, 2]))
        _ = tape.gradients(of: x.sum())
        let later = x * 2
        #expect(later.scalars == [2, 4])
    }
}

/// Memory: what a step takes goes back to the pool, and the next step finds it there.
///
/// The pool is the whole program's, so this runs in a process of its own.
@Suite("Memory") struct MemoryTests {
    @Test func stepsAlikeTakeNothingMore() async {
        await #expect(processExitsWith: .success) {
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
