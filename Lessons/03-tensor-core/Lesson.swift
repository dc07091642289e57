import ArgumentParser
import Basics
import Drawings
import Figures
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

@main
struct TensorCoreLesson: Lesson {
    static let card = LessonCard(
        3, "tensor-core", title: "The tensor core",
        idea: "all slopes of a loss in one walk backwards, by hand and then by the core")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try tapeByHand(in: notebook)
        allPaths(in: notebook)
        byTheCore(in: notebook)
        ownOperation(in: notebook)
        try differences(in: notebook)
        gradientChecks(in: notebook)
        flatTape(in: notebook)
        values(in: notebook)
        cost(in: notebook)
        threads(in: notebook)
        try valley(in: notebook)
        try curve(in: notebook)
        try spirals(in: notebook)
    }
}

//: # 03 · The tensor core
//:
//: To learn is to walk downhill: every number of a network is moved a little against the slope of the loss. Lesson 01 measured
//: slopes by trying a small step either way, which costs two evaluations for each number. The colorizer of lesson 08 has eighteen
//: million numbers. This lesson builds the machine that finds all their slopes in *one* walk backwards, first by hand in a page, then as the
//: core does it, and uses it for what all later lessons do: fit a network.
//:
//: ## A tape in a page
//:
//: Any formula is a chain of small steps, and for a small step everybody knows the slope: a sum changes as fast as either part, a
//: product as fast as the *other* factor. So while the formula is computed, write down for every step its value, what it was computed from, and the *local
//: slopes*. That list is the tape. To find how the result depends on everything, walk it from its end: whoever influences the result
//: with slope $g$ passes $g$ times the local slope on to its inputs. This is the chain rule
//:
//: $$ \frac{\partial f}{\partial u} = \sum_{v \text{ computed from } u} \frac{\partial f}{\partial v} \frac{\partial v}{\partial u}, $$
//:
//: and the whole of *reverse mode differentiation*, which deep learning calls backpropagation.

/// A list of numbers, in the order in which they were computed.
final class ScalarTape {
    struct Entry {
        let operation: String
        let value: Double
        /// What it was computed from, and how fast it changes with each of them.
        let inputs: [(index: Int, slope: Double)]
    }

    private(set) var entries: [Entry] = []

    func record(_ operation: String, _ value: Double, from inputs: [(index: Int, slope: Double)] = []) -> Number {
        entries.append(Entry(operation: operation, value: value, inputs: inputs))
        return Number(tape: self, index: entries.count - 1)
    }

    /// The slopes of one result in every number of the tape.
    func gradients(of result: Number) -> [Double] {
        var gradients = [Double](repeating: 0, count: entries.count)
        gradients[result.index] = 1
        for index in entries.indices.reversed() {
            for input in entries[index].inputs { gradients[input.index] += gradients[index] * input.slope }
        }
        return gradients
    }
}

/// A number that stands on a tape.
struct Number {
    let tape: ScalarTape
    let index: Int

    var value: Double { tape.entries[index].value }

    static func + (a: Number, b: Number) -> Number {
        a.tape.record("+", a.value + b.value, from: [(a.index, 1), (b.index, 1)])
    }

    static func * (a: Number, b: Number) -> Number {
        a.tape.record("×", a.value * b.value, from: [(a.index, b.value), (b.index, a.value)])
    }

    func tanh() -> Number {
        let result = Foundation.tanh(value)
        return tape.record("tanh", result, from: [(index, 1 - result * result)])
    }

    func exp() -> Number {
        let result = Foundation.exp(value)
        return tape.record("exp", result, from: [(index, result)])
    }
}

//: Try it on $f(x, y) = \tanh(xy) + x e^y$. Its slopes can be written down, which is why it was chosen:
//:
//: $$ \frac{\partial f}{\partial x} = y(1 - \tanh^2(xy)) + e^y, \qquad \frac{\partial f}{\partial y} = x(1 - \tanh^2(xy)) + x e^y $$
//:
//: The figure below is drawn from the tape itself. On the arrows are the local slopes; `x` and `y` are each used twice, and their two
//: contributions add up.

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
        "The graph of tanh(xy) + x·exp(y), drawn from its tape: values, slopes of f, and local slopes on the arrows.")

    let expected = slopesOfExample(exampleX, exampleY)
    notebook.expect(
        "The tape's ∂f/∂x is the formula's: difference", abs(gradients[x.index] - expected.x), .below(1e-12))
    notebook.expect("… and its ∂f/∂y: difference", abs(gradients[y.index] - expected.y), .below(1e-12))
}

//: ## Why backwards
//:
//: The slope in `x` is a sum over all *paths* from the result back to `x`, each path the product of the slopes along it. One
//: could go along every path by itself. The walk backwards adds up what arrives at a step before it goes on, so it visits each step once. See
//: what that saves when paths branch: here a number is added to itself, twenty times in a row.

/// How many paths lead back from one entry to another, and the sum of the products of slopes along them.
func sumOverPaths(_ tape: ScalarTape, from result: Int, to input: Int) -> (count: Int, sum: Double) {
    if result == input { return (1, 1) }
    return tape.entries[result].inputs.reduce((0, 0)) { total, step in
        let rest = sumOverPaths(tape, from: step.index, to: input)
        return (total.count + rest.count, total.sum + step.slope * rest.sum)
    }
}

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

//: Walking *forwards* visits each step once too, but has to be done again for every input. A loss is one number that depends on millions: backwards, one walk
//: gives all their slopes.
//:
//: ## The same by the core
//:
//: The core's `Tape` does the same with tensors. `variable` puts a tensor on it, every operation on that is recorded, and `gradients(of:)`
//: walks back.

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

//: One thing had to change. Between tensors a "local slope" is a table with a row for each number of the result and a column for each number of
//: the input: for the first convolution of lesson 08 a million by a million, most of them zero. Nobody needs the table, only what it does to a gradient. So an entry of the core
//: keeps a closure that turns the gradient of the result into gradients of the inputs.
//:
//: That is also how an operation is added. The core has no sine; here it is.

func sine(_ x: Tensor) -> Tensor {
    Tensor(x.scalars.map { sin($0) }, shape: x.shape).recorded(from: x) { gradient, inputs in
        inputs.add(to: x) { gradient * Tensor(x.scalars.map { cos($0) }, shape: x.shape) }
    }
}

func ownOperation(in notebook: Notebook) {
    let angles = Tensor([0, 0.5, 1, 2, 3])
    let tape = Tape()
    let x = tape.variable(angles)
    let gradient = tape.gradients(of: (2 * sine(x)).sum())[x] ?? Tensor(zeros: [5])
    let differences = zip(gradient.scalars, angles.scalars).map { abs($0 - 2 * cos($1)) }
    notebook.expect(
        "The slopes of Σ 2·sin x are 2·cos x: largest difference", differences.max() ?? .nan, .below(1e-6))
}

//: Forget the factor `gradient` in that closure, and everything still runs. The network just learns badly, and nobody knows why. So every
//: operation is checked against steps that are really taken.
//:
//: ## Steps that are really taken
//:
//: The difference quotient $\frac{f(x + h) - f(x - h)}{2h}$ is near the slope, but how near, and for which $h$? Two errors work against each other. A long step leaves
//: the tangent: that error grows like $h^2$ (like $h$ if only one side is tried). A short step subtracts two numbers that are almost
//: equal, and their rounding, about $\varepsilon$, is divided by $2h$. So the error against the step has the shape of a V.

/// The errors of ∂f/∂x by differences, root mean square over points in the plane.
func errorOfDifferences(_ quotient: (_ x: Double, _ y: Double) -> Double) -> Double {
    let squares = (0..<40).map { place in
        let (x, y) = (cos(Double(place)) * 1.5, sin(Double(place) * 2.3) * 1.2)
        let error = quotient(x, y) - slopesOfExample(x, y).x
        return error * error
    }
    return (squares.reduce(0, +) / 40).squareRoot()
}

func differences(in notebook: Notebook) throws {
    func inDouble(_ x: Double, _ y: Double) -> Double { tanh(x * y) + x * exp(y) }
    func inFloat(_ x: Float, _ y: Float) -> Float { tanh(x * y) + x * exp(y) }
    let steps = stride(from: 0.0, through: 14, by: 0.25).map { pow(10, -$0) }
    let central = steps.map { h in
        errorOfDifferences { (inDouble($0 + h, $1) - inDouble($0 - h, $1)) / (2 * h) }
    }
    let oneSided = steps.map { h in
        errorOfDifferences { (inDouble($0 + h, $1) - inDouble($0, $1)) / h }
    }
    let floatSteps = steps.prefix { $0 > 1e-7 }.map { Float($0) }
    let centralFloat = floatSteps.map { h in
        errorOfDifferences {
            Double((inFloat(Float($0) + h, Float($1)) - inFloat(Float($0) - h, Float($1))) / (2 * h))
        }
    }
    try notebook.show(
        Figure("The error of a difference quotient", x: "step h", y: "error of ∂f/∂x").logarithmicX().logarithmicY()
            .curve(floatSteps, centralFloat, "both sides, Float", color: .vermillion)
            .curve(steps, oneSided, "one side, Double", color: .sky)
            .curve(steps, central, "both sides, Double", color: .blue)
            .legend(.below),
        named: "differences", "The error of slopes by small steps, against the step.")

    func slope(_ errors: [Double], _ range: ClosedRange<Int>) -> Double {
        log(errors[range.upperBound] / errors[range.lowerBound])
            / log(steps[range.upperBound] / steps[range.lowerBound])
    }
    let best = central.indices.min { central[$0] < central[$1] } ?? 0
    let bestFloat = centralFloat.indices.min { centralFloat[$0] < centralFloat[$1] } ?? 0
    notebook.say("Double: best step \(rounded(steps[best], digits: 2)), error \(rounded(central[best], digits: 2))")
    notebook.say(
        "Float:  best step \(rounded(floatSteps[bestFloat], digits: 2)), error \(rounded(centralFloat[bestFloat], digits: 2))"
    )
    notebook.expect(
        "From both sides the error falls like h²: exponent", slope(central, 4...12), .near(2, tolerance: 0.1))
    notebook.expect("From one side like h: exponent", slope(oneSided, 4...12), .near(1, tolerance: 0.1))
    notebook.expect(
        "Then rounding takes over, like 1/h: exponent", slope(central, 32...52), .near(-1, tolerance: 0.2))
    notebook.expect("Best step in Double, near the cube root of ε", log10(steps[best]), .near(-5.2, tolerance: 0.8))
    notebook.expect("… and in Float", log10(floatSteps[bestFloat]), .near(-2.3, tolerance: 0.8))
}

//: With numbers of 24 bits, as tensors have them, a step of a hundredth is about right, and five digits of the slope are the most that can be had. More is not
//: needed: a wrong formula is wrong in one of the first.
//:
//: ## A check that says what is wrong
//:
//: The check goes through every number of every argument. The result of the operation is a tensor; random weights make one number of it in
//: which every part counts. When it fails it says where, and with both numbers.

/// The place where the tape's slope and the difference quotient are furthest apart.
struct GradientFinding: CustomStringConvertible {
    let operation: String
    let argument: Int
    let index: Int
    let expected: Double
    let got: Double

    /// Relative for large slopes, absolute for small ones.
    var error: Double { abs(expected - got) / max(1, abs(expected)) }

    var description: String {
        "\(operation), argument \(argument), index \(index): expected \(rounded(expected)), got \(rounded(got))"
    }
}

func gradientFindings(
    of name: String, at arguments: [Tensor], using generator: inout SeededGenerator,
    _ operation: ([Tensor]) -> Tensor
) -> [GradientFinding] {
    let weights = Tensor(uniformIn: 0.5...2, shape: operation(arguments).shape, using: &generator)
    let tape = Tape()
    let variables = arguments.map(tape.variable)
    let gradients = tape.gradients(of: (operation(variables) * weights).sum())
    func weighted(_ arguments: [Tensor]) -> Double {
        zip(operation(arguments).scalars, weights.scalars).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let step: Float = 0.01
    return arguments.indices.flatMap { argument in
        let got = gradients[variables[argument]]?.scalars ?? []
        return got.indices.map { index in
            func moved(by step: Float) -> Double {
                var moved = arguments
                moved[argument].withMutableScalars { $0[index] += step }
                return weighted(moved)
            }
            let expected = (moved(by: step) - moved(by: -step)) / Double(2 * step)
            return GradientFinding(
                operation: name, argument: argument, index: index, expected: expected, got: Double(got[index]))
        }
    }
}

/// A softplus of whose derivative somebody forgot that it is to be multiplied by the gradient.
func forgetfulSoftplus(_ x: Tensor) -> Tensor {
    x.detached.softplus().recorded(from: x) { _, inputs in inputs.add(to: x) { x.sigmoid() } }
}

func gradientChecks(in notebook: Notebook) {
    var generator = notebook.generator(1)
    func random(_ shape: Int...) -> Tensor { Tensor(normalWithMean: 0, shape: shape, using: &generator) }
    // Steps of a hundredth must not change which number is the largest.
    var distinct = (0..<32).map { Float($0) / 10 }
    generator.shuffle(&distinct)
    let cases: [(name: String, arguments: [Tensor], operation: ([Tensor]) -> Tensor)] = [
        ("product, broadcast", [random(3, 4), random(4)], { $0[0] * $0[1] }),
        ("quotient", [random(5), Tensor(uniformIn: 1...2, shape: [5], using: &generator)], { $0[0] / $0[1] }),
        ("tanh", [random(6)], { $0[0].tanh() }),
        ("softplus", [random(6)], { $0[0].softplus() }),
        ("matrix product", [random(3, 4), random(4, 2)], { $0[0].matrixProduct($0[1]) }),
        (
            "convolution", [random(2, 2, 5, 5), random(3, 2, 3, 3), random(3)],
            { $0[0].convolved(with: $0[1], bias: $0[2], stride: 2, padding: 1) }
        ),
        ("max pooling", [Tensor(distinct, shape: [1, 2, 4, 4])], { $0[0].maxPooled(size: 2) }),
        ("instance norm", [random(2, 2, 3, 3)], { $0[0].instanceNormalized() }),
        ("softmax cross-entropy", [random(3, 4)], { softmaxCrossEntropy($0[0], classes: [2, 0, 3]) }),
        ("sine, ours", [random(6)], { sine($0[0]) }),
    ]
    let findings = cases.map { one in
        gradientFindings(of: one.name, at: one.arguments, using: &generator, one.operation)
    }
    func worst(_ findings: [GradientFinding]) -> GradientFinding? { findings.max { $0.error < $1.error } }
    notebook.table(
        ["operation", "slopes", "largest error"],
        findings.map { found in
            [found[0].operation, "\(found.count)", rounded(worst(found)?.error ?? .nan, digits: 2)]
        })
    notebook.expect(
        "Every operation is right: largest error of \(findings.map(\.count).reduce(0, +)) slopes",
        worst(findings.flatMap { $0 })?.error ?? .nan, .below(2e-3))

    let broken = gradientFindings(of: "forgetful softplus", at: [random(6)], using: &generator) {
        forgetfulSoftplus($0[0])
    }
    if let worst = worst(broken) { notebook.say("\(worst)") }
    notebook.expect("A wrong one is found: its largest error", worst(broken)?.error ?? .nan, .above(0.05))
}

//: > **What is normal.** Errors of $10^{-4}$ are the rounding of Float. From a hundredth on something is wrong, except at a kink: where a ReLU's input is 0, or two numbers of
//: > a pooling window are equal, there is no slope, and the two answers may differ. And with weights of 1 in place of random ones this very
//: > mistake would have passed: the gradient that was forgotten would have been 1.
//:
//: ## Why a list, and not objects that know their parents
//:
//: Many small frameworks let each result hold references to what it was made from. It is elegant until the chain is long: freeing the last result frees its
//: parent, which frees its own, and so on down, a nested call for each link. At some ten thousand links the stack overflows, in a line that does
//: nothing but end a scope. A flat list has no depth.

func flatTape(in notebook: Notebook) {
    let tape = ScalarTape()
    let start = tape.record("x", 0)
    let one = tape.record("1", 1)
    let end = (0..<1_000_000).reduce(start) { sum, _ in sum + one }
    let gradients = tape.gradients(of: end)
    notebook.expect(
        "A chain of a million additions: slope of its end in its start", gradients[start.index], .exactly(1))
    notebook.expect("… and in what was added a million times", gradients[one.index], .exactly(1_000_000))
}

//: ## Tensors are values
//:
//: A tensor behaves like a number: a copy is its own, whatever happens to the original. Nothing is copied until one side is written to (*copy on write*), so that passing
//: tensors around costs nothing. For a tape this matters more than it seems. It keeps tensors for the walk back, and if somebody could change them in the meantime, the
//: slopes would be silently wrong.

/// Where the numbers of a tensor lie in memory.
func address(of tensor: Tensor) -> UInt { tensor.withScalars { UInt(bitPattern: $0.baseAddress) } }

func values(in notebook: Notebook) {
    let original = Tensor([1, 2, 3])
    var copy = original
    func places() -> Int { Set([address(of: original), address(of: copy)]).count }
    notebook.expect("A copy lies where the original lies: places in memory", places(), exactly: 1)
    let tape = Tape()
    let x = tape.variable(copy)
    let loss = x.squared().sum()
    copy[0] = 100
    notebook.expect("… until one is written to: places", places(), exactly: 2)
    notebook.expect("The original has not changed: its first number", original[0], .exactly(1))
    let gradient = tape.gradients(of: loss)[x]?[0] ?? .nan
    notebook.expect("… nor what the tape remembers: slope of x² at 1", gradient, .exactly(2))
}

//: ## What the tape costs
//:
//: Slopes are cheap in time, about two more passes through the network. They are paid for in memory: what the walk back needs must be kept until it comes by. A layer
//: $\tanh(xW^\top)$ keeps its result, which says the slope of $\tanh$ and is the next layer's input, and its turned weights. Without a tape each result is gone as soon as
//: the next one is made. Here is what is still held when the loss has been computed, by the core's own count.

func cost(in notebook: Notebook) {
    let (batch, width) = (256, 64)
    func held(depth: Int, learning: Bool) -> Int {
        var generator = notebook.generator(2)
        let network = Sequential(
            (0..<depth).flatMap { _ in [Linear(width, width, bias: false), Tanh()] as [any Layer] })
        network.initialise(using: &generator)
        let input = Tensor(normalWithMean: 0, shape: [batch, width], using: &generator)
        BufferPool.shared.drain()
        let before = BufferPool.shared.bytesTaken
        let tape = learning ? Tape(learning: network.parameters) : nil
        let loss = network(input, tape.map { .training($0) } ?? .inference).squared().mean()
        BufferPool.shared.drain()
        return withExtendedLifetime((tape, loss)) { BufferPool.shared.bytesTaken - before }
    }
    let depths = [2, 4, 8, 16]
    let training = depths.map { held(depth: $0, learning: true) }
    let inference = depths.map { held(depth: $0, learning: false) }
    let layer = 4 * (batch * width + width * width)
    notebook.table(
        ["layers", "held in training", "held in inference", "layers × (result + weights)"],
        depths.indices.map { place in
            [
                "\(depths[place])", "\(training[place] / 1024) KiB", "\(inference[place]) bytes",
                "\(depths[place] * layer / 1024) KiB",
            ]
        })
    notebook.expect(
        "Each layer more keeps its result and its weights: bytes", (training[3] - training[2]) / 8, exactly: layer)
    notebook.expect(
        "Inference keeps the loss alone, however deep: bytes more for 16 layers than for 2",
        inference[3] - inference[0], exactly: 0)
}

//: This is why training wants far more memory than using a network, and why a larger batch or picture may not fit.
//:
//: ## The same bytes with any number of threads
//:
//: The core shares its work among threads. Sums of rounded numbers depend on their order, so it would be easy to get slightly different results in each run, and impossible to
//: find a mistake that comes once in ten. The core cuts work at places that depend on shapes alone, and adds the parts in a fixed order; *who* computes a part does not matter.

func threads(in notebook: Notebook) {
    var generator = notebook.generator(3)
    let numbers = (0..<100_000).map { _ in generator.uniform() }
    let (forwards, backwards) = (numbers.reduce(0, +), numbers.reversed().reduce(0, +))
    notebook.say("The same numbers added from the front: \(forwards), from the back: \(backwards)")
    notebook.expect("Order matters to a sum of floats: difference", abs(forwards - backwards), .above(0))

    let picture = Tensor(normalWithMean: 0, shape: [4, 3, 64, 64], using: &generator)
    let network = Sequential(
        Convolution(3, 32, kernel: 3, padding: 1), BatchNorm(32), ReLU(), Convolution(32, 8, kernel: 3, padding: 1)
    ).initialised(using: &generator)
    func gradients(threads: Int) -> [Float] {
        let usual = Threads.count
        defer { Threads.count = usual }
        Threads.count = threads
        let tape = Tape(learning: network.parameters)
        let gradients = tape.gradients(of: network(picture, .training(tape)).squared().mean())
        return network.parameters.flatMap { gradients[$0]?.scalars ?? [] }
    }
    let alone = gradients(threads: 1).map(\.bitPattern)
    for count in [2, 3] {
        let together = gradients(threads: count).map(\.bitPattern)
        notebook.expect(
            "\(count) threads against 1: slopes of \(alone.count) that differ in any bit",
            zip(alone, together).count { $0 != $1 }, exactly: 0)
    }
}

//: ## Down one valley, four ways
//:
//: With slopes at hand, the rest is walking. The ground is a valley that is narrow and bends, $f(x, y) = \frac12(1 - x)^2 + 10(y - x^2)^2$, lowest at $(1, 1)$: steep across, almost
//: flat along. Four rules, each a line or two longer than the one before:
//:
//: - *gradient descent* goes against the slope, $p \leftarrow p - \eta g$;
//: - *momentum* lets a ball roll: $v \leftarrow 0.9 v + g$, $p \leftarrow p - \eta v$;
//: - *RMSProp* divides by a running mean of the slope's size, so that steep and flat directions get steps of one size;
//: - *Adam* does both, and corrects the running means for having begun at zero.

/// How a number is changed by its slopes.
enum Rule: String, CaseIterable {
    case descent = "gradient descent"
    case momentum
    case rmsProp = "RMSProp"
    case adam = "Adam"

    /// What a rule remembers of a number from step to step.
    struct Memory {
        var steps = 0.0
        var velocity = 0.0
        var meanSlope = 0.0
        var meanSquare = 0.0
    }

    func step(_ p: inout Double, against g: Double, rate: Double, _ memory: inout Memory) {
        memory.steps += 1
        switch self {
        case .descent:
            p -= rate * g
        case .momentum:
            memory.velocity = 0.9 * memory.velocity + g
            p -= rate * memory.velocity
        case .rmsProp:
            memory.meanSquare += 0.01 * (g * g - memory.meanSquare)
            p -= rate * g / (memory.meanSquare.squareRoot() + 1e-8)
        case .adam:
            memory.meanSlope += 0.1 * (g - memory.meanSlope)
            memory.meanSquare += 0.001 * (g * g - memory.meanSquare)
            let mean = memory.meanSlope / (1 - pow(0.9, memory.steps))
            let square = memory.meanSquare / (1 - pow(0.999, memory.steps))
            p -= rate * mean / (square.squareRoot() + 1e-8)
        }
    }
}

func height(_ x: Double, _ y: Double) -> Double { 0.5 * (1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x) }

/// The way from (−1.2, 1) down the valley, with slopes from the tape by hand.
func path(_ rule: Rule, rate: Double, steps: Int) -> [(x: Double, y: Double)] {
    var (x, y, memories) = (-1.2, 1.0, [Rule.Memory(), Rule.Memory()])
    var path = [(x: x, y: y)]
    for _ in 0..<steps {
        let tape = ScalarTape()
        let (p, q) = (tape.record("x", x), tape.record("y", y))
        let (one, minus, half, ten) = (
            tape.record("1", 1), tape.record("−1", -1), tape.record("½", 0.5), tape.record("10", 10)
        )
        let (along, across) = (one + minus * p, q + minus * p * p)
        let gradients = tape.gradients(of: half * along * along + ten * across * across)
        rule.step(&x, against: gradients[p.index], rate: rate, &memories[0])
        rule.step(&y, against: gradients[q.index], rate: rate, &memories[1])
        path.append((x, y))
    }
    return path
}

//: A rule is only as good as its learning rate, so each gets the best of thirteen rates, by where it is after 200 steps.

func valley(in notebook: Notebook) throws {
    let rates = (0...12).map { pow(10, -4 + Double($0) / 3) }
    let found = Rule.allCases.map { rule in
        let paths = rates.map { path(rule, rate: $0, steps: 200) }
        let ends = paths.map { path in height(path[200].x, path[200].y) }
        let best = rates.indices.filter { ends[$0].isFinite }.min { ends[$0] < ends[$1] } ?? 0
        return (rule: rule, rate: rates[best], path: paths[best], end: ends[best], useful: ends.count { $0 < 1 })
    }
    notebook.table(
        ["rule", "best rate", "height after 200 steps", "rates that come below 1"],
        found.map {
            [$0.rule.rawValue, rounded($0.rate, digits: 2), rounded($0.end, digits: 2), "\($0.useful) of 13"]
        })
    let ways = found.map { (name: $0.rule.rawValue, path: $0.path) }
    try notebook.show(
        valleyFigure(ways), named: "valley",
        "Four optimisers in one valley, a dot for each step; the lowest point is the orange one.")
    try notebook.show(heightsFigure(ways), named: "heights", "How high above the lowest point each of them is.")
    notebook.expect("Momentum is lower than gradient descent: ratio", found[1].end / found[0].end, .below(0.1))
    notebook.expect(
        "RMSProp alone helps little in a valley that runs askew: ratio", found[2].end / found[0].end, .within(0.1...2)
    )
    notebook.expect("Adam is lower than gradient descent: ratio", found[3].end / found[0].end, .below(0.1))
    notebook.expect(
        "More rates serve Adam than gradient descent: counts apart", Double(found[3].useful - found[0].useful),
        .within(1...13))
    notebook.expect(
        "Ours and the core's Adam go the same way: distance after 50 steps",
        distanceToCore(path(.adam, rate: 0.05, steps: 50)), .below(1e-4))
}

//: Gradient descent must not step farther than the steep direction allows, and crawls along the flat one. Momentum gathers speed there. RMSProp alone hardly helps: it evens out x against y, but this valley runs
//: askew to both. What it does give is a rate that means a distance per step, whatever the loss is measured in, and so more rates that do. Adam has both, which is why nearly everything in this course is trained with it.
//:
//: ## A network fits a curve
//:
//: Everything together: a network of 1,153 numbers, the mean squared error, the core's tape and Adam. Forty-eight points lie on a curve, with some noise.

func perceptron(_ inputs: Int, width: Int) -> Sequential {
    Sequential(Linear(inputs, width), Tanh(), Linear(width, width), Tanh(), Linear(width, 1))
}

func curve(in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    let noise: Float = 0.1
    let data = NoisyCurve(count: 48, noise: noise, using: &generator)
    let network = perceptron(1, width: 32).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 60, quick: 3000, full: 6000)
    var run = notebook.trainingRun("curve", steps: steps)
    run.keep(network, adam, as: "network")
    func fit() -> Tensor { network(NoisyCurve.grid, .inference) }
    let fits = run.snapshots("fit", at: [0, 60, 300, steps], fit)
    let log = try run.train(resuming: notebook.isResuming) { _, _ in
        let distance = meanSquaredError(fit(), NoisyCurve.truthOnGrid)
        let tape = Tape(learning: network.parameters)
        let loss = meanSquaredError(network(data.x, .training(tape)), data.y)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item, "distance": distance.item]
    }
    try notebook.show(
        curveFigure(data, fits.taken, log, noise: noise), named: "curve",
        "A network of 1,153 numbers fits noisy points of a curve: first the curve, then the noise.")
    notebook.expect("Every number of the network learns: count", network.parameterCount, exactly: 1_153)
    let (loss, distances) = (log.recentMean("loss", over: 100), log["distance"])
    let (least, last) = (distances.min() ?? .nan, log.recentMean("distance", over: 100))
    notebook.expect(
        "The loss ends below the noise: mean of the last 100 steps, in variances of the noise",
        loss / (noise * noise), .below(1))
    notebook.expect(
        "On the way the fit is nearer to the curve than the points are: least mean squared distance, in variances",
        least / (noise * noise), .below(0.5))
    notebook.expect(
        "… and in the end farther away again: distance at the end over the least", last / least, .above(1.2))
}

//: The loss only knows the points. Once it is below the variance of the noise, what it still gains is the noise learnt by heart, and the distance from the true curve, which we can measure because
//: we made the data, grows. Nobody can see that in the loss. Points that were kept apart can show it, and that is what held-out data are for.
//:
//: > **What is normal.** A steep fall, then a long slope with small spikes, which are Adam's: its steps do not shrink where the ground is flat. A loss that rises for long has too high a rate; one that
//: > does not fall in the first hundred steps has one that is too low, or a wrong gradient. A loss far below the noise is no success.
//:
//: ## Two spirals
//:
//: Last a task that no straight line solves: to which of two arms does a point belong? The network has one output, the *logit* of the second arm: its belief before it is squeezed between 0 and
//: 1. The loss is the cross-entropy of lesson 01 between the true arm and that belief, worked out from the logit so that no logarithm of a rounded zero is taken. Watch how the boundary is wound up.

func spirals(in notebook: Notebook) throws {
    var generator = notebook.generator(5)
    let (data, unseen) = (Spirals(perArm: 200, using: &generator), Spirals(perArm: 1000, using: &generator))
    let network = perceptron(2, width: 48).initialised(using: &generator)
    let adam = Adam(network, learningRate: 5e-3)
    let steps = notebook.scale.choose(tiny: 100, quick: 2000, full: 6000)
    var run = notebook.trainingRun("spirals", steps: steps)
    run.keep(network, adam, as: "network")
    let snapshots = run.snapshots("regions", at: [min(100, steps), min(400, steps), steps]) {
        network(Spirals.grid, .inference)
    }
    func accuracy(on spirals: Spirals) -> Double {
        let logits = network(spirals.points, .inference).scalars
        return Double(zip(logits, spirals.arms).count { ($0 > 0) == ($1 == 1) }) / Double(spirals.arms.count)
    }
    let measured = try run.train(resuming: notebook.isResuming) { _, _ in
        let tape = Tape(learning: network.parameters)
        let loss = sigmoidCrossEntropy(network(data.points, .training(tape)), data.targets)
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item]
    }
    try notebook.show(
        spiralsFigure(data, snapshots.taken, losses: measured["loss"]), named: "spirals",
        "The regions of two spirals while a network learns them.", isThumbnail: true)

    notebook.expect("It begins with a coin's loss, log 2", measured["loss"][0], .near(log(2), tolerance: 0.1))
    notebook.expect("Of the points that it learnt from, it knows", accuracy(on: data), .above(0.98))
    notebook.expect("Of 2,000 points that it never saw", accuracy(on: unseen), .above(0.97))
}

//: That is all the machinery there is. A tape, a loss, a rule that takes steps: the networks of the next lessons are larger, their losses are the bound of lesson 02 or an adversary's opinion, but the
//: five lines inside `train` stay the same.
