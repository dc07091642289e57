import Figures
import Models
import Pictures
import TensorCore

/// The figures of the lesson, which its page shows and not their code.

/// The cost of a pixel and its slope against the logit, by two ways of computing it.
func logitsFigure(_ logits: [Float], helped: PixelCurve, stable: PixelCurve) -> Panels {
    func panel(_ title: String, _ y: String, _ part: KeyPath<PixelCurve, [Float]>) -> Figure {
        Figure(title, x: "logit a", y: y)
            .curve(logits, helped[keyPath: part], "−log(1 − p + 10⁻⁸)", color: .vermillion)
            .curve(logits, stable[keyPath: part], "from the logit", color: .blue, line: .dashed)
    }
    return Panels(
        "A pixel of paper that is taken for ink",
        [
            panel("What it costs", "cost, nats", \.costs).legend(.topLeft),
            panel("Its slope", "d cost / d logit", \.slopes).legend(.below)
                .yRange(-0.1...1.3),
        ])
}

/// Codes of two networks over the prior, in the two numbers that each uses most.
func codesFigure(_ codes: [(title: String, means: Tensor)], prior: Tensor) -> Panels {
    Panels(
        "Where the codes lie",
        codes.map { title, means in
            let used = (0..<means.shape[1]).sorted { variance(means.column($0)) > variance(means.column($1)) }
            return Figure(title, x: "number \(used[0] + 1) of the code", y: "number \(used[1] + 1)").equalUnits()
                .points(prior.column(0), prior.column(1), "the prior", color: .vermillion)
                .points(means.column(used[0]), means.column(used[1]), "test pictures", color: .blue)
                .legend(.below)
        }, size: (width: 900, height: 480))
}

/// Draws of both estimators of one slope, and the error of their means.
func estimatorsFigure(trick: [Double], score: [Double]) -> Panels {
    let widest = 4.5 * variance(score).squareRoot()
    let counts = (0...9).map { 1 << $0 }
    func errors(_ draws: [Double]) -> [Double] { counts.map { (variance(draws) / Double($0)).squareRoot() } }
    func histogram(_ figure: Figure, _ draws: [Double], _ name: String, _ color: Color) -> Figure {
        figure.histogram(draws, name, bins: 91, range: -widest...widest, asDensity: true, color: color)
    }
    var histograms = Figure("\(trick.count) single draws of each", x: "estimated slope, nats", y: "density")
        .logarithmicY().legend(.below)
    histograms = histogram(histograms, trick, "reparameterised", .blue)
    histograms = histogram(histograms, score, "score function", .vermillion)
    return Panels(
        "The slope of the cost for one of the encoder's biases",
        [
            histograms,
            Figure("Error of a mean of draws", x: "draws", y: "standard error, nats").logarithmicX().logarithmicY()
                .legend(.below)
                .curve(counts, errors(score), "score function", color: .vermillion)
                .curve(counts, errors(trick), "reparameterised", color: .blue),
        ])
}

/// Codes of two numbers in the colours of their classes, each class with its name in its middle.
///
/// There are fewer colours than classes: those that share one are far apart.
func planeFigure(_ codes: Tensor, labels: [Int], names: [String]) -> Figure {
    let (x, y) = (codes.column(0), codes.column(1))
    let middles = names.indices.map { name in
        let members = labels.indices.filter { labels[$0] == name }
        return (x: mean(members.map { x[$0] }), y: mean(members.map { y[$0] }))
    }
    let places = placesInCycle(of: middles, colors: 7)
    let base = Figure("Where the test pictures lie", x: "first number of the code", y: "second number of the code")
        .points(x, y, classes: labels.map { places[$0] }).equalUnits()
        .size(width: 800, height: 720).legend(.none)
    return names.indices.filter { middles[$0].x.isFinite }.reduce(base) {
        $0.annotation(names[$1], at: middles[$1])
    }
    // A name stands in the thick of its class: its box has to be wide to be read there.
    .command("set style textbox opaque noborder fillcolor rgb '#ffffff' margins 2,2")
}

/// An order of classes in which those that are `colors` apart, and so have one colour, are far from each other.
private func placesInCycle(of middles: [(x: Double, y: Double)], colors: Int) -> [Int] {
    var rest = Set(middles.indices)
    var pairs: [(first: Int, second: Int)] = []
    func distance(_ a: Int, _ b: Int) -> Double {
        hypotenuse(middles[a].x - middles[b].x, middles[a].y - middles[b].y)
    }
    while pairs.count < max(0, middles.count - colors) {
        let candidates: [(Int, Int)] = rest.sorted().flatMap { a in rest.sorted().filter { $0 > a }.map { (a, $0) } }
        guard let widest = candidates.max(by: { distance($0.0, $0.1) < distance($1.0, $1.1) }) else { break }
        pairs.append((widest.0, widest.1))
        rest.subtract([widest.0, widest.1])
    }
    let order = pairs.map(\.first) + rest.sorted() + pairs.map(\.second)
    return middles.indices.map { order.firstIndex(of: $0) ?? $0 }
}

/// Pictures `[count · count, 1, side, side]`, the lowest row first, as one picture over the shares of the prior.
func chartFigure(_ decoded: Tensor, count: Int) -> Figure {
    let side = DenseVAE.side
    // [rows, columns, 28, 28] -> [rows, 28, columns, 28] -> one picture.
    let sheet = decoded.reshaped(to: [count, count, side, side]).transposed(to: [0, 2, 1, 3])
        .reshaped(to: [1, count * side, count * side])
    return Figure(
        "What the plane decodes to", x: "first number, as a share of the prior",
        y: "second number, as a share of the prior"
    )
    .picture(Picture(tensor: sheet), x: 0...1, y: 0...1).equalUnits().size(width: 760, height: 740)
}
