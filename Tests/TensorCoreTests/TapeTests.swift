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

    /// A network of most operations: its pieces' gradients are right together, with values used twice on the way.
    @Test func aWholeNetwork() {
        var inputs = Inputs(seed: 92)
        let tensors = [
            inputs.normal([2, 3, 9, 8]), inputs.normal([4, 3, 3, 3]), inputs.normal([4]), inputs.normal([4]),
            inputs.normal([4, 2, 4, 4]), inputs.normal([3, 5, 1, 1]), inputs.normal([2, 3, 8, 6]),
        ]
        checkGradients(of: "a network", tensors, samples: 6, tolerance: 3e-5) { x in
            let down = x[0].padded(Padding(bottom: 1, right: 1), with: .reflect).convolved(with: x[1], stride: 2)
            let hidden = down.batchNormalized(scale: x[2], shift: x[3], epsilon: 0.1).output.softplus()
            let up = hidden.transposeConvolved(with: x[4], stride: 2, padding: 1).tanh()
            let skipped = Tensor.concatenated([up, x[0].resized(toHeight: 8, width: 8, .bilinear)], axis: 1)
            let result = skipped.convolved(with: x[5]).sliced(axis: 3, 1..<7)
            return meanSquaredError(result, x[6]) + sumSquaredError(gramMatrix(result), gramMatrix(x[6])) * 0.5
        } twin: { x in
            let down = x[0].padded(Padding(bottom: 1, right: 1), with: .reflect).convolved(with: x[1], stride: 2)
            let hidden = down.batchNormalized(scale: x[2], shift: x[3], epsilon: Double(Float(0.1))).softplus()
            let up = hidden.transposeConvolved(with: x[4], stride: 2, padding: 1).tanh()
            let skipped = DoubleTensor.concatenated([up, x[0].resized(toHeight: 8, width: 8, .bilinear)], axis: 1)
            let result = skipped.convolved(with: x[5]).sliced(axis: 3, 1..<7)
            return meanSquaredError(result, x[6]) + sumSquaredError(gramMatrix(result), gramMatrix(x[6])) * 0.5
        }
    }

    /// After the gradients were taken the tape records nothing more; the same computation runs on, off the tape.
    @Test func aSpentTapeRecordsNothing() {
        let tape = Tape()
        let x = tape.variable(Tensor([1, 2]))
        _ = tape.gradients(of: x.sum())
        let later = x * 2
        #expect(later.scalars == [2, 4])
    }

    /// Each gradient comes when nothing can be added to it any more: the last parameter's first, and the same as all at once.
    @Test func gradientsComeAsTheyAreComplete() throws {
        let parameters = [[2, 3], [5, 7], [1, 1], [4, 6]].map { Parameter(Tensor($0)) }
        func loss(_ tape: Tape) -> Tensor {
            let values = parameters.map { tape.value(of: $0) }
            let first = values[0] * Tensor([1, 2])
            // The first one is read again at the end, and the third never.
            return ((first * values[1]).squared() * values[3] + values[0] * values[1]).sum()
        }
        let whole = Tape(learning: parameters)
        let gradients = whole.gradients(of: loss(whole))
        let tape = Tape(learning: parameters)
        var order: [Int] = []
        tape.forEachGradient(of: loss(tape)) { parameter, gradient in
            order.append(parameter)
            #expect(gradients[parameters[parameter]] == gradient)
        }
        #expect(order == [3, 1, 0])
        let made = Gradients(parameters.prefix(2).map { ($0, gradients[$0] ?? Tensor(0)) })
        #expect(made[parameters[0]] == gradients[parameters[0]] && made[parameters[3]] == nil)
    }
}
