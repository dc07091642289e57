import Basics
import Drawings
import Figures
import Foundation
import LessonKit
import TensorCore
import Training

//: ## Steps that are really taken
//:
//: The difference quotient $\frac{f(x + h) - f(x - h)}{2h}$ is near the slope. But how near, and for which $h$? Two errors work against each other. A long
//: step leaves the tangent: that error grows like $h^2$ (like $h$ if one steps to one side only). A short step subtracts two numbers that
//: are almost equal. Their rounding errors, of about $\varepsilon$ (the relative precision, $2\cdot10^{-16}$ for a `Double` and $10^{-7}$ for a `Float`), are then divided by $2h$. So on logarithmic axes the error against the step has the shape of a V.

//:fold What is measured and drawn: `differences`
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
//:end

//: For the 24-bit precision of a tensor's numbers a step of a hundredth is about right. It gives five digits of the slope at best. That is
//: enough: a wrong formula is wrong in one of the first.
//:
//: ## A check that says what is wrong
//:
//: The check goes through every number of every argument. The operation's result is a tensor, so random weights turn it into one number, to which every part
//: contributes. A failure says where it is, and shows both numbers.

/// How fast a function changes with one number of one argument, by a small step to either side.
func differenceQuotient(
    of f: ([Tensor]) -> Double, at arguments: [Tensor], _ argument: Int, _ index: Int, step: Float = 0.01
) -> Double {
    func moved(by step: Float) -> Double {
        var moved = arguments
        moved[argument].withMutableScalars { $0[index] += step }
        return f(moved)
    }
    return (moved(by: step) - moved(by: -step)) / Double(2 * step)
}

//:fold What a check finds
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

//:end

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
    return arguments.indices.flatMap { argument in
        // An argument without a gradient has slopes of 0: the difference quotients tell whether that is right.
        let got = gradients[variables[argument]]?.scalars ?? [Float](repeating: 0, count: arguments[argument].count)
        return got.indices.map { index in
            let expected = differenceQuotient(of: weighted, at: arguments, argument, index)
            return GradientFinding(
                operation: name, argument: argument, index: index, expected: expected, got: Double(got[index]))
        }
    }
}

//: One of the operations below is wrong on purpose, to see that the check finds it.

/// A softplus with a mistake: its derivative is not multiplied by the gradient.
func forgetfulSoftplus(_ x: Tensor) -> Tensor {
    x.detached.softplus().recorded(from: x) { _, inputs in inputs.add(to: x) { x.sigmoid() } }
}

//:fold What is measured and drawn: `gradientChecks`
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
        "These \(cases.count) operations are right: largest error of \(findings.map(\.count).reduce(0, +)) slopes",
        worst(findings.flatMap { $0 })?.error ?? .nan, .below(2e-3))

    let broken = gradientFindings(of: "forgetful softplus", at: [random(6)], using: &generator) {
        forgetfulSoftplus($0[0])
    }
    if let worst = worst(broken) { notebook.say("\(worst)") }
    notebook.expect("A wrong one is found: its largest error", worst(broken)?.error ?? .nan, .above(0.05))
}
//:end

//: > **What is normal.** Errors up to $10^{-4}$ come from rounding and from the length of the step. From $10^{-2}$ on something is wrong, except at a kink: where a ReLU's input is 0, or two numbers
//: > of a pooling window are equal, there is no slope, and the two answers may differ. With weights of 1 in place of random ones the mistake above
//: > would have passed, since the forgotten gradient would have been 1.
//:
