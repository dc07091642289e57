import Foundation
import LessonKit
import TensorCore
import Training

//: Try it on $f(x, y) = \tanh(xy) + x e^y$, whose slopes can be written down for comparison:
//:
//: $$ \frac{\partial f}{\partial x} = y(1 - \tanh^2(xy)) + e^y, \qquad \frac{\partial f}{\partial y} = x(1 - \tanh^2(xy)) + x e^y $$
//:
//: The figure is drawn from the tape itself. An arrow has the local slope, by which the walk multiplies; a box has the
//: slope of $f$ in its entry. `x` is used twice, and the two contributions add up:
//: $0.53 \cdot (-0.7) + 1 \cdot 0.497 = 0.126$.

let (exampleX, exampleY) = (1.2, -0.7)

func exampleOnTape() -> (tape: ScalarTape, x: Number, y: Number, f: Number) {
    let tape = ScalarTape()
    let (x, y) = (tape.record("x", exampleX), tape.record("y", exampleY))
    return (tape, x, y, (x * y).tanh() + x * y.exp())
}

/// ∂f/∂x and ∂f/∂y by the formulas above.
func slopesOfExample(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let bend = 1 - tanh(x * y) * tanh(x * y)
    return (y * bend + exp(y), x * bend + x * exp(y))
}

//:fold What is measured and drawn: `tapeByHand`
func tapeByHand(in notebook: Notebook) throws {
    let (tape, x, y, f) = exampleOnTape()
    let gradients = tape.gradients(of: f)
    notebook.table(
        ["entry", "operation", "of (local slope)", "value", "slope of f in it"],
        tape.entries.enumerated().map { index, entry in
            let inputs = entry.inputs.map { "\($0.index) (\(rounded($0.slope)))" }.joined(separator: ", ")
            return ["\(index)", entry.operation, inputs, rounded(entry.value), rounded(gradients[index])]
        })
    try notebook.show(
        graph(of: tape, gradients), named: "graph",
        "The graph of tanh(xy) + x·exp(y), drawn from its tape: in a box the value and the slope of f, on an arrow the local "
            + "slope.")

    let expected = slopesOfExample(exampleX, exampleY)
    notebook.expect(
        "The tape's ∂f/∂x is the formula's: difference", abs(gradients[x.index] - expected.x), .below(1e-12))
    notebook.expect("… and its ∂f/∂y: difference", abs(gradients[y.index] - expected.y), .below(1e-12))
}

//:end

//: ## Why backwards
//:
//: The slope in `x` is a sum over all *paths* from the result back to `x`. Each path contributes the product of the slopes along it. One could follow every
//: path by itself. The walk backwards instead adds up what arrives at an entry before it goes on, so it visits each entry once. How much does that save?
//: Below, a number is doubled twenty times, each time by adding it to itself.

/// How many paths lead back from one entry to another, and the sum of the products of slopes along them.
func sumOverPaths(_ tape: ScalarTape, from result: Int, to input: Int) -> (count: Int, sum: Double) {
    if result == input { return (1, 1) }
    return tape.entries[result].inputs.reduce((0, 0)) { total, step in
        let rest = sumOverPaths(tape, from: step.index, to: input)
        return (total.count + rest.count, total.sum + step.slope * rest.sum)
    }
}

//:fold What is measured: `allPaths`
func allPaths(in notebook: Notebook) {
    let (tape, x, _, f) = exampleOnTape()
    let paths = sumOverPaths(tape, from: f.index, to: x.index)
    notebook.expect(
        "The slope is the sum over \(paths.count) paths: difference", abs(paths.sum - tape.gradients(of: f)[x.index]),
        .below(1e-12))

    let chain = ScalarTape()
    let start = chain.record("x", 1)
    let end = (0..<20).reduce(start) { sum, _ in sum + sum }
    let branching = sumOverPaths(chain, from: end.index, to: start.index)
    notebook.say("\(chain.entries.count) entries, \(branching.count) paths")
    notebook.expect("Twenty doublings have 2²⁰ paths", branching.count, exactly: 1_048_576)
    notebook.expect(
        "The walk over 21 entries finds the same slope: difference",
        abs(chain.gradients(of: end)[start.index] - branching.sum), .exactly(0))
}

//:end

//: One can also walk *forwards*, and visit each entry once. But then one walk gives the slopes in a single input. A loss is one number that depends on
//: millions: backwards, one walk gives all their slopes.
//:
//: ## The same by the core
//:
//: The core's `Tape` does this with tensors, which are arrays of numbers of any shape. `variable` puts a tensor on the tape, every operation on it is
//: recorded, and `gradients(of:)` walks back. (A *gradient* is the slopes in all numbers of a tensor.)

func byTheCore(in notebook: Notebook) {
    let tape = Tape()
    let x = tape.variable(Tensor(Float(exampleX)))
    let y = tape.variable(Tensor(Float(exampleY)))
    let f = (x * y).tanh() + x * y.exp()
    let gradients = tape.gradients(of: f)

    let expected = slopesOfExample(exampleX, exampleY)
    let got = (x: gradients[x]?.item ?? .nan, y: gradients[y]?.item ?? .nan)
    notebook.say("∂f/∂x = \(rounded(got.x, digits: 9)), ∂f/∂y = \(rounded(got.y, digits: 9))")
    notebook.expect("The core's ∂f/∂x, to float precision: difference", abs(Double(got.x) - expected.x), .below(1e-6))
    notebook.expect("… and its ∂f/∂y: difference", abs(Double(got.y) - expected.y), .below(1e-6))
}

//: One thing is different. Between tensors a local slope would be a table with a row for each number of the result and a column for each number of the
//: input: for the first convolution of lesson 08 half a million by sixty-five thousand, nearly all zeros. What is needed is only its product with a gradient. So an
//: entry of the core's tape keeps a closure that turns the gradient of the result into gradients of the inputs.
//:
//: That is also how one adds an operation. The core has no sine; here it is.

func sine(_ x: Tensor) -> Tensor {
    Tensor(x.scalars.map { sin($0) }, shape: x.shape).recorded(from: x) { gradient, inputs in
        inputs.add(to: x) { gradient * Tensor(x.scalars.map { cos($0) }, shape: x.shape) }
    }
}

//:fold What is measured: `ownOperation`
func ownOperation(in notebook: Notebook) {
    let angles = Tensor([0, 0.5, 1, 2, 3])
    let tape = Tape()
    let x = tape.variable(angles)
    let gradient = tape.gradients(of: (2 * sine(x)).sum())[x] ?? Tensor(zeros: [5])
    let differences = zip(gradient.scalars, angles.scalars).map { abs($0 - 2 * cos($1)) }
    notebook.expect(
        "The slopes of Σ 2·sin x are 2·cos x: largest difference", differences.max() ?? .nan, .below(1e-6))
}

//:end

//: If one forgets the factor `gradient` in that closure, everything still runs. The network only learns badly, and nothing says why. So operations are checked against steps that are really taken: ten
//: of them here, the others in the tests of the core.
//:
