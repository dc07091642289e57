import Figures
import Foundation
import LessonKit
import Training

//: ## Four rules in one valley
//:
//: With slopes at hand we can walk downhill. But how far does each step go? The function $f(x, y) = \frac12(1 - x)^2 + 10(y - x^2)^2$ is a narrow, bent valley with
//: its lowest point at $(1, 1)$: steep across, almost flat along. Four rules (*optimisers*), of one to five lines each:
//:
//: - *Gradient descent* goes against the slope: $p \leftarrow p - \eta g$, with the *learning rate* $\eta$.
//: - *Momentum* keeps some of its velocity, like a ball: $v \leftarrow 0.9 v + g$, $p \leftarrow p - \eta v$.
//: - *RMSProp* divides the slope by a running mean of its size, so that steep and flat directions get steps of similar length.
//: - *Adam* does both, and corrects the running means for having begun at zero.

//:fold The names of the rules, and what one remembers
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
}
//:end

extension Rule {
    func step(_ p: inout Double, against g: Double, rate: Double, _ memory: inout Memory) {
        memory.steps += 1
        switch self {
        case .descent: p -= rate * g
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

//:fold The valley, and a walk down it
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

//:end

//: A rule is only as good as its learning rate. So each rule gets the best of thirteen rates, judged by its height after 200 steps. Which of the four will be
//: lowest?

//:fold What is measured and drawn: `valley`
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
        "Four optimisers in one valley, a dot for each step; the arrow points to the lowest point.")
    try notebook.show(heightsFigure(ways), named: "heights", "How high above the lowest point each of them is.")
    notebook.expect("Momentum is lower than gradient descent: ratio", found[1].end / found[0].end, .below(0.1))
    notebook.expect(
        "RMSProp alone helps little in a valley that runs askew: ratio", found[2].end / found[0].end, .within(0.2...1)
    )
    notebook.expect("Adam is lower than gradient descent: ratio", found[3].end / found[0].end, .below(0.1))
    notebook.expect(
        "More learning rates work for Adam than for gradient descent: difference of the counts",
        Double(found[3].useful - found[0].useful),
        .within(1...13))
    notebook.expect(
        "Our Adam and the core's walk the same path: distance after 50 steps",
        distanceToCore(path(.adam, rate: 0.05, steps: 50)), .below(1e-4))
}
//:end

//: Gradient descent cannot take steps longer than the steep direction allows, and crawls along the flat one. Momentum gathers speed there. RMSProp alone
//: hardly helps: it evens out x against y, but this valley runs askew to both axes. What RMSProp and Adam do gain is that a step has about the length of the
//: learning rate, however large the loss is. (RMSProp's first is ten times as long, because its running mean begins at zero; Adam corrects that.) More rates work for all three than for gradient descent. Adam also has momentum. Nearly everything in this course
//: is trained with Adam.
//:
