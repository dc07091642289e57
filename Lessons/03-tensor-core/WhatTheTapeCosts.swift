import Figures
import Foundation
import LessonKit
import Networks
import TensorCore
import Training

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
//:end

//: Gradient descent must not step farther than the steep direction allows, and crawls along the flat one. Momentum gathers speed there. RMSProp alone hardly helps: it evens out x against y, but this valley runs
//: askew to both. What it does give is a rate that means a distance per step, whatever the loss is measured in, and so more rates that do. Adam has both, which is why nearly everything in this course is trained with it.
//:
