import Figures
import Pictures

// Figures and measures of the lesson.

/// A colour of RGB in [0, 1] in CIELAB.
func lab(_ color: [Float]) -> Lab {
    let levels = color.map { UInt8(min(255, max(0, 255 * $0 + 0.5))) }
    return Lab(red: levels[0], green: levels[1], blue: levels[2])
}

/// Three colours as three fields, the answer between the two truths.
func swatches(_ first: [Float], _ answer: [Float], _ second: [Float]) -> Figure {
    func patch(_ color: [Float]) -> Picture {
        Picture(
            width: 2, height: 2, format: .rgb,
            filledWith: color.map { UInt8(min(255, max(0, 255 * $0 + 0.5))) })
    }
    return Figure("Half are red, half are teal")
        .picture(patch(first), x: 0...0.96, y: 0...1)
        .picture(patch(answer), x: 1.02...1.98, y: 0...1)
        .picture(patch(second), x: 2.04...3, y: 0...1)
        .xNames([("red", 0.48), ("best answer", 1.5), ("teal", 2.52)]).xRange(0...3).yRange(0...1)
        .command("unset ytics; set border 0")
}

/// The expected losses of answers between red, 0, and teal, 1.
func tossUpLosses() -> Figure {
    let answers = stride(from: 0, through: 1, by: 0.02).map { $0 }
    func expected(_ redShare: Double, _ loss: (Double) -> Double) -> [Double] {
        answers.map { redShare * loss($0) + (1 - redShare) * loss(1 - $0) }
    }
    return Figure("What each answer costs", x: "from red (0) to teal (1)", y: "expected loss")
        .curve(answers, expected(0.5) { $0 * $0 }, "squared, half red", color: .blue)
        .curve(answers, expected(0.6) { $0 * $0 }, "squared, 60 % red", color: .blue, line: .dashed)
        .curve(answers, expected(0.5) { $0 }, "absolute, half red", color: .vermillion, line: .dotted)
        .curve(answers, expected(0.6) { $0 }, "absolute, 60 % red", color: .vermillion, line: .dashed)
        .yRange(0...0.7).legend(.below)
}
