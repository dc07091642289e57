import Basics
import Figures
import LessonKit
import Models
import TensorCore
import Training

//: ## Why the trick
//:
//: Let $f(z)$ be the cost. The slope of its expectation can be had without the slope of $f$: one moves the density
//: instead, whose logarithm has the slope $\varepsilon$. This is the *score function*:
//:
//: $$ \nabla_\mu E_{z\sim\mathcal N(\mu, 1)}[f(z)] = E[f'(\mu + \varepsilon)] = E[f(\mu + \varepsilon) \varepsilon] $$
//:
//: Both are right on average. They differ in how far a single draw is off. For $f(z) = \sum_j z_j^2$ in $d$ dimensions, with all
//: $\mu_j = 1$, it can be worked out. The slope is 2. The trick's variance is 4 for any $d$; the score function's is
//: $30 + 22(d-1) + 4(d-1)^2$, because it attributes to each number what all the others did.

//:fold What is measured and drawn: `toy`
/// Estimates of the slope of E[Σ z²] for the first of d means, all of them 1: by the trick and by the score function.
func toySlopes(
    dimensions: Int, draws: Int, using generator: inout SeededGenerator
) -> (trick: [Double], score: [Double]) {
    var result: (trick: [Double], score: [Double]) = ([], [])
    for _ in 0..<draws {
        let noise = (0..<dimensions).map { _ in Double(generator.normal()) }
        let value = noise.reduce(0) { $0 + (1 + $1) * (1 + $1) }
        result.trick.append(2 * (1 + noise[0]))
        result.score.append(value * noise[0])
    }
    return result
}

func toy(in notebook: Notebook) throws {
    var generator = notebook.generator(4)
    let dimensions = [1, 2, 4, 8, 16, 32, 64]
    let draws = notebook.scale.choose(tiny: 500, quick: 40_000, full: 200_000)
    let runs = dimensions.map { toySlopes(dimensions: $0, draws: draws, using: &generator) }
    let exact = dimensions.map { 30 + 22 * Double($0 - 1) + 4 * Double(($0 - 1) * ($0 - 1)) }
    try notebook.show(
        Figure("How far one draw strays", x: "dimensions d", y: "variance of the estimated slope")
            .logarithmicX().logarithmicY().legend(.topLeft)
            .curve(dimensions, exact, "score function, exact", color: .vermillion, line: .dashed)
            .points(dimensions, runs.map { variance($0.score) }, "score function", color: .vermillion)
            .curve(dimensions, dimensions.map { _ in 4.0 }, "reparameterised, exact", color: .blue, line: .dashed)
            .points(dimensions, runs.map { variance($0.trick) }, "reparameterised", color: .blue),
        named: "toy", "Two estimates of the same slope: one gets worse with every dimension, the other does not.")
    for (name, slopes) in [("trick", runs[3].trick), ("score function", runs[3].score)] {
        let error = (variance(slopes) / Double(draws)).squareRoot()
        notebook.expect(
            "In 8 dimensions the \(name) is right on average: its distance from 2, in standard errors",
            abs(mean(slopes) - 2) / error, .below(4))
    }
    notebook.expect(
        "There the variances, score function to trick, are 380 to 4: ratio",
        variance(runs[3].score) / variance(runs[3].trick), .near(exact[3] / 4, tolerance: 12))
}
//:end

//: Now on the VAE. The slopes are those of the biases of the encoder's last layer. For the trick, the tape carries the
//: slope back through the decoder. The score function needs only the cost and $\nabla_\mu \log q = \varepsilon/\sigma$,
//: $\nabla_{\log\sigma^2} \log q = \frac12(\varepsilon^2 - 1)$. Both use the same draws.

//:fold What is measured and drawn: `slopes`, `estimators`
/// Two estimates from one draw of the slopes of the batch's mean cost for what the encoder's last layer adds: to the means, then
/// to the log-variances.
func slopes(
    of network: DenseVAE, at encoding: Encoding, for pictures: Tensor, using generator: inout SeededGenerator
) -> (trick: [Float], score: [Float]) {
    let tape = Tape()
    let (mean, logVariance) = (tape.variable(encoding.mean), tape.variable(encoding.logVariance))
    let noise = Tensor(normalWithMean: 0, shape: mean.shape, using: &generator)
    let deviation = (0.5 * logVariance).exp()
    let logits = network.decode(mean + deviation * noise, .inference)
    let costs = (logits.softplus() - pictures * logits).sum(axes: [1, 2, 3])  // [batch]
    let gradients = tape.gradients(of: costs.mean())
    let trick = [mean, logVariance].flatMap { gradients[$0]?.sum(axes: [0]).scalars ?? [] }

    let blame = costs.detached.reshaped(to: [costs.count, 1])
    let scores = [noise / deviation.detached, 0.5 * (noise.squared() - 1)]
    return (trick, scores.flatMap { (blame * $0).mean(axes: [0]).scalars })
}

func estimators(for network: DenseVAE, on pictures: PictureSet, in notebook: Notebook) throws {
    var generator = notebook.generator(5)
    let batch = pictures.test.pictures.sliced(axis: 0, 0..<32)
    let encoding = network.encode(batch, .inference)
    let count = notebook.scale.choose(tiny: 20, quick: 1500, full: 10_000)
    let draws = (0..<count).map { _ in slopes(of: network, at: encoding, for: batch, using: &generator) }
    let trick = (0..<16).map { index in draws.map { Double($0.trick[index]) } }
    let score = (0..<16).map { index in draws.map { Double($0.score[index]) } }
    let steepest = (0..<8).max { abs(mean(trick[$0])) < abs(mean(trick[$1])) } ?? 0
    try notebook.show(
        estimatorsFigure(trick: trick[steepest], score: score[steepest]), named: "estimators",
        "The same slope from the same draws, by both ways. For the same error the score function needs a constant multiple of the draws."
    )

    let distances = (0..<16).map { index in
        let differences = zip(trick[index], score[index]).map { $0 - $1 }
        return abs(mean(differences)) / (variance(differences) / Double(count)).squareRoot()
    }
    let ratio = score.map(variance).reduce(0, +) / trick.map(variance).reduce(0, +)
    notebook.say("One draw by the trick is worth \(Int(ratio.rounded())) draws by the score function.")
    notebook.expect(
        "The means agree: largest of 16 differences, in standard errors", distances.max() ?? .nan, .below(4))
    notebook.expect("The score function's variance against the trick's: ratio", ratio, .above(100))
}
//:end

//: This is why a VAE can learn from a single draw for each picture. The score function remains for codes that cannot be
//: shifted, such as a choice among classes. Even there one first subtracts a constant from the cost (exercise 4).
//:
//: ## Bernoulli or Gaussian
//:
//: For faces, the article's pixels are normal, with a deviation $s$ about the decoder's picture $f(z)$. The cost is then a squared error with a weight:
//:
//: $$ -\log p(x|z) = \frac{1}{2s^2}\Vert x - f(z)\Vert^2 + D\log s + \frac D2 \log 2\pi $$
//:
//: The article's code divides by $4s^2$, and adds $\log s$ once for the whole batch. The second changes no slope. The
//: first means that the deviation is in truth $\sqrt2$ times what the code says.

/// −log p(x|z) of normal pixels about the sigmoid of the logits, in nats: summed over the pixels, mean over the batch.
func gaussianCost(_ logits: Tensor, _ pictures: Tensor, deviation s: Float) -> Tensor {
    let (batch, pixels) = (Float(pictures.shape[0]), Float(pictures.count / pictures.shape[0]))
    let squares = sumSquaredError(logits.sigmoid(), pictures) / batch
    return squares / (2 * s * s) + pixels * logarithm(s * (2 * .pi as Float).squareRoot())
}

//:fold The same as the article's code has it
/// The same as the article's code has it.
func gaussianCostOfTheCode(_ logits: Tensor, _ pictures: Tensor, deviation s: Float) -> Tensor {
    (0.5 * sumSquaredError(logits.sigmoid(), pictures) / (2 * s * s) + logarithm(s)) / Float(pictures.shape[0])
}
//:end

//: Which is better for pictures that are nearly black and white? First look at the slope in the logit of a pixel of ink
//: that the decoder takes for paper. The Bernoulli slope is $p - x$. The Gaussian one, behind a sigmoid, is
//: $(p - x) p (1 - p) / s^2$: below $p = \frac13$, the surer the mistake, the smaller its slope. Then compare a VAE with $s = 0.2$ with
//: ours, each judged by both costs.

//:fold What is measured and drawn: `gaussian`
func gaussian(
    against bernoulli: Learnt, on pictures: PictureSet, by reader: Recogniser, in notebook: Notebook
) throws {
    let s: Float = 0.2
    notebook.table(
        ["a pixel of ink has p =", "slope, Bernoulli", "slope, Gaussian"],
        [0.5, 0.1, 0.01, 0.001].map { (p: Float) in
            [rounded(p), rounded(p - 1), rounded((p - 1) * p * (1 - p) / (s * s))]
        })
    let recipe = Recipe(
        name: "Gaussian", latent: 8, steps: bernoulli.log.count, cost: { gaussianCost($0, $1, deviation: s) })
    let networks = [bernoulli.network, try train(recipe, on: pictures, in: notebook).network]
    let test = pictures.test.pictures
    let encodings = networks.map { $0.encode(test, .inference) }
    var noise = notebook.generator(7)
    let logits = zip(networks, encodings).map { $0.decode(drawnCode($1, using: &noise), .inference) }
    let divergences = encodings.map { divergence($0).item }
    let costs = logits.map { bernoulliCost($0, test).item }
    let errors = logits.map { meanSquaredError($0.sigmoid(), test).item.squareRoot() }
    var generator = notebook.generator(2)
    let codes = Tensor(normalWithMean: 0, shape: [500, 8], using: &generator)
    notebook.table(
        ["likelihood", "Bernoulli cost of drawn codes", "KL", "root mean squared error", "samples read"],
        ["Bernoulli", "Gaussian"].enumerated().map { index, name in
            let share = reader.shareRead(of: networks[index].decode(codes, .inference).sigmoid())
            return [
                name, "\(rounded(costs[index])) nats", "\(rounded(divergences[index])) nats", rounded(errors[index]),
                "\(rounded(100 * share)) %",
            ]
        })
    func difference(_ cost: (Tensor, Tensor) -> Tensor) -> Float {
        cost(logits[0], test).item - cost(logits[1], test).item
    }
    notebook.expect(
        "The code's s is a true deviation of s√2: ratio of the differences that they make",
        difference { gaussianCostOfTheCode($0, $1, deviation: s) }
            / difference { gaussianCost($0, $1, deviation: s * Float(2).squareRoot()) }, .near(1, tolerance: 1e-3))
    let saved = costs[1] + divergences[1] - costs[0] - divergences[0]
    if notebook.scale == .full {
        notebook.expect(
            "As coins both networks' pictures cost the same after a long training, code and all: nats saved", saved,
            .within(-1...1))
    } else {
        notebook.expect("As coins the Bernoulli VAE's pictures cost less, code and all: nats saved", saved, .above(1))
    }
    notebook.expect(
        "This Gaussian writes longer codes: nats of divergence more", divergences[1] - divergences[0], .above(2))
}
//:end

//: A likelihood states how large one believes the errors to be. A coin in doubt ($p = \frac12$) has a deviation of ½; this
//: Gaussian believes in 0.2 for every pixel. So it pulls six times as hard at a doubtful pixel, such as one at an edge, and spends more nats of
//: divergence on it. Its squared error is smaller, and fewer of its samples can be read. As coins its pictures cost more, code and all; after the long run they cost the same. A larger $s$ moves the balance the other way; that is the subject of
//: lesson 05. A coin has no such knob, which is why black and white pictures are an easy start.
//:
