import ArgumentParser
import Basics
import Figures
import LessonKit
import Models
import Networks
import TensorCore
import Training

@main
struct AutoencoderToVAE: Lesson {
    static let card = LessonCard(
        4, "autoencoder-to-vae", title: "From autoencoder to VAE",
        idea: "an autoencoder keeps pictures; one that has to answer for its codes can also make them up")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let pictures = try PictureSet.load(for: notebook)
        try show(pictures, in: notebook)
        layers(in: notebook)
        try logits(in: notebook)
        let reader = try Recogniser(of: pictures, in: notebook)
        let both = try trainBoth(on: pictures, in: notebook)
        let samples = try compare(both, on: pictures, in: notebook)
        try measure(both, samples, on: pictures, by: reader, in: notebook)
        try parts(of: both.variational.log, in: notebook)
        try collapse(against: both.variational.log, on: pictures, in: notebook)
        try toy(in: notebook)
        try estimators(for: both.variational.network, on: pictures, in: notebook)
        try gaussian(against: both.variational, on: pictures, by: reader, in: notebook)
        let plane = try plane(of: pictures, in: notebook)
        try chart(of: plane, in: notebook)
        try bounds(of: plane, on: pictures, in: notebook)
    }
}

//: # 04 · From autoencoder to VAE
//:
//: An autoencoder squeezes a picture through a few numbers, its *code*, and learns to get the picture back. It can keep pictures, but
//: not make one up: nobody knows which codes mean something. The variational autoencoder (VAE) changes two lines of it, and its codes
//: come to lie where we know how to draw them from. This lesson trains both on the same network, takes the VAE's loss
//: apart, and measures every part.
//:
//: ## The pictures
//:
//: Ten hiragana, drawn with jitter, slant and a pen of varying width, 28×28 pixels, so that nothing has to be downloaded. As in
//: MNIST ink is 1 and paper is 0. `--data fashion-mnist` takes Fashion-MNIST instead, once `Data/fetch fashion-mnist` has
//: brought it, and `--data FOLDER` takes the four files of MNIST.

func show(_ pictures: PictureSet, in notebook: Notebook) throws {
    try notebook.show(
        PictureGrid(
            "Ten classes, ten hands",
            rows: pictures.names.indices.map { pictures.examples(of: $0, count: 10).pictures },
            rowTitles: pictures.names),
        named: "pictures", "Test pictures: no network of this lesson learns them.")
}

//: ## One network for both
//:
//: It is that of the article's code: linear layers with ReLU between them, 784–500–500–200 and back. The encoder ends in *two*
//: numbers for each number of the code, a mean and the logarithm of a variance; a plain autoencoder uses only the mean. The decoder
//: ends in a *logit* for each pixel. [`DenseVAE`](../../Sources/Models/DenseVAE.swift) reads as this table. The quick scale halves the
//: width; `--scale full` has the table as it is, and takes about half an hour on two cores.

/// The width of the wide layers.
func width(_ notebook: Notebook) -> Int { notebook.scale.choose(tiny: 50, quick: 250, full: 500) }

func layers(in notebook: Notebook) {
    let rows = DenseVAE(latent: 2, width: 500).summary(input: [1, 1, 28, 28]).rows.filter { $0.parameterCount > 0 }
    notebook.table(
        ["layer", "numbers out", "parameters"],
        rows.map { [$0.name, "\($0.outputShape.last ?? 0)", "\($0.parameterCount)"] })
    let decoder = rows.filter { $0.name.hasPrefix("decoder") }.reduce(0) { $0 + $1.parameterCount }
    notebook.expect("The decoder has as many parameters as the article's published one", decoder, exactly: 744_384)
}

//: ## What a pixel costs
//:
//: The decoder does not give a picture, it gives a distribution of pictures, $p(x|z)$. Ink is there or it is not, so each of the
//: $D = 784$ pixels is a coin with a probability $p_i$ of its own (Bernoulli's distribution), and a picture costs
//:
//: $$ -\log p(x|z) = -\sum_{i=1}^{D} x_i \log p_i + (1 - x_i) \log (1 - p_i), \qquad p_i = \frac{1}{1 + e^{-a_i}} $$
//:
//: where $a_i$ is the logit. (A grey pixel is a share of ink. The cost is linear in $x_i$, so it is the mean cost of pictures in black
//: and white whose pixel is ink that often.) The article says that such pictures are why one meets "softmax" in so many
//: repositories. That is a slip: the function is the sigmoid. A softmax over the pixels would deal out *one* unit of ink between
//: them all; only a softmax over the two sides of each coin is the same thing.
//:
//: The article's code takes $\log(p + 10^{-8})$, so as never to meet $\log 0$. Written in the logit the cost is $\log(1 + e^a) - x a$,
//: which needs no such help. Watch what the small number does to a pixel of paper, $x = 0$, that the decoder takes for ink. The surer
//: the decoder is of its mistake, the more it should cost; the slope should stay 1.

/// −log p(x|z) in nats: summed over the pixels, mean over the batch.
func bernoulliCost(_ logits: Tensor, _ pictures: Tensor) -> Tensor {
    // The core's cross-entropy is a mean over all numbers.
    sigmoidCrossEntropy(logits, pictures) * Float(pictures.count / pictures.shape[0])
}

/// The cost of each pixel as the article's code computes it, from probabilities.
func costWithSmallNumber(_ logits: Tensor, _ pictures: Tensor) -> Tensor {
    let p = logits.sigmoid()
    return -(pictures * (p + 1e-8).log() + (1 - pictures) * (1 - p + 1e-8).log())
}

/// What a pixel of paper costs at each of the logits, and the slope there.
struct PixelCurve {
    let costs, slopes: [Float]

    init(_ logits: [Float], _ cost: (_ logits: Tensor, _ pictures: Tensor) -> Tensor) {
        let tape = Tape()
        let variable = tape.variable(Tensor(logits))
        let result = cost(variable, Tensor(zeros: [logits.count]))
        costs = result.scalars
        slopes = tape.gradients(of: result.sum())[variable]?.scalars ?? []
    }
}

func logits(in notebook: Notebook) throws {
    let a = (0...300).map { Float($0) / 10 }
    let helped = PixelCurve(a, costWithSmallNumber)
    let stable = PixelCurve(a) { logits, pictures in logits.softplus() - pictures * logits }
    try notebook.show(
        logitsFigure(a, helped: helped, stable: stable), named: "logits",
        "The small number hides the worst mistakes: past a logit of 17 they have no slope.")

    notebook.expect("At a logit of 30 the cost is 30 nats", stable.costs[300], .near(30, tolerance: 1e-4))
    notebook.expect("… which the small number caps at −log 10⁻⁸", helped.costs[300], .near(18.42, tolerance: 0.01))
    notebook.expect("The slope, which should be 1", stable.slopes[300], .near(1, tolerance: 1e-6))
    notebook.expect("… is lost altogether, for 1 − p is rounded to 0", helped.slopes[300], .exactly(0))
    let sides = Tensor([2, 0], shape: [1, 2]).softmax()
    notebook.expect(
        "A softmax over the two sides of a coin is the sigmoid: difference",
        abs(sides[0, 0] - Tensor(2).sigmoid().item), .below(1e-6))
}

//: > **What is normal.** The Bernoulli cost of 28×28 pixels begins at $784 \log 2 = 543$ nats, falls within some fifty steps to what the
//: > mean picture costs, about 200 here, and later to 80 or 100. Nobody reaches 0: a grey pixel costs its own entropy. A cost below 1 says
//: > that somewhere a mean over the pixels was taken; more of that below.
//:
//: ## Two changes
//:
//: **A code is drawn.** The encoder's numbers are the mean $\mu$ and the log-variance $\log\sigma^2$ of a normal distribution $q(z|x)$:
//: "the code is about here". (The article writes $P(z|x)$; that is the *true* posterior, which nobody can compute, and $q$ stands
//: in for it.) Drawing is no function that has a slope, so one draws a standard normal $\varepsilon$ instead, then shifts and stretches it.
//: This is the *reparameterisation*, the amber node of the article's figure.
//:
//: **A code that says much is paid for.** The divergence of $q(z|x)$ from the standard normal prior $p(z)$ joins the loss. Lesson 01 had its
//: closed form; the article's word for it, "approximation", is wrong.
//:
//: $$ z = \mu + e^{\frac12 \log\sigma^2} \varepsilon, \qquad
//: \mathrm{KL}[q(z|x)\Vert p(z)] = \frac12 \sum_j \mu_j^2 + \sigma_j^2 - 1 - \log\sigma_j^2 $$
//:
//: Cost and divergence together are the bound of lesson 02, the other way up:
//: $-\log p(x) \le E_q[-\log p(x|z)] + \mathrm{KL}[q(z|x)\Vert p(z)]$.

/// A code from each picture's distribution. Gradients go through it to the mean and to the log-variance.
func drawnCode(_ encoding: Encoding, using generator: inout SeededGenerator) -> Tensor {
    let noise = Tensor(normalWithMean: 0, shape: encoding.mean.shape, using: &generator)
    return encoding.mean + (0.5 * encoding.logVariance).exp() * noise
}

/// KL[q(z|x)‖N(0, 1)] in nats: summed over the latents, mean over the batch.
func divergence(_ encoding: Encoding) -> Tensor {
    let (mean, logVariance) = (encoding.mean, encoding.logVariance)
    return 0.5 * (mean.squared() + logVariance.exp() - 1 - logVariance).sum() / Float(mean.shape[0])
}

/// What a network is to learn.
struct Recipe {
    let name: String
    let latent: Int
    let steps: Int
    /// Whether codes are drawn, or the means taken.
    var drawsCodes = true
    var cost: (_ logits: Tensor, _ pictures: Tensor) -> Tensor = bernoulliCost
    /// What is to become small.
    var loss: (_ cost: Tensor, _ divergence: Tensor) -> Tensor = { $0 + $1 }
}

/// A network that has learnt, and how it went.
struct Learnt {
    let network: DenseVAE
    let log: TrainingLog
}

func train(_ recipe: Recipe, on pictures: PictureSet, in notebook: Notebook) throws -> Learnt {
    // Every network of the lesson starts from the same first weights, as far as its shape allows.
    var generator = notebook.generator(1)
    let network = DenseVAE(latent: recipe.latent, width: width(notebook)).initialised(using: &generator)
    let adam = Adam(network, learningRate: 1e-3)
    var run = notebook.trainingRun(recipe.name, steps: recipe.steps, settings: pictures.settings)
    run.keep(network, adam, as: "network")
    let log = try run.train(resuming: notebook.isResuming) { step, generator in
        let x = try pictures.batch(step).pictures
        let tape = Tape(learning: network.parameters)
        let encoding = network.encode(x, .training(tape))
        let code = recipe.drawsCodes ? drawnCode(encoding, using: &generator) : encoding.mean
        let cost = recipe.cost(network.decode(code, .training(tape)), x)
        let divergence = divergence(encoding)
        adam.step(tape.gradients(of: recipe.loss(cost, divergence)))
        return ["reconstruction": cost.item, "KL": divergence.item]
    }
    return Learnt(network: network, log: log)
}

/// The same network, once as an autoencoder and once as a VAE.
struct Both {
    let plain, variational: Learnt

    var networks: [DenseVAE] { [plain.network, variational.network] }
}

func trainBoth(on pictures: PictureSet, in notebook: Notebook) throws -> Both {
    let steps = notebook.scale.choose(tiny: 12, quick: 1800, full: 20_000)
    let plain = Recipe(name: "autoencoder", latent: 8, steps: steps, drawsCodes: false, loss: { cost, _ in cost })
    return Both(
        plain: try train(plain, on: pictures, in: notebook),
        variational: try train(Recipe(name: "VAE", latent: 8, steps: steps), on: pictures, in: notebook))
}

//: ## What each is good for
//:
//: Both have codes of eight numbers. First the work that both were trained for: pictures through the code and back. Then what only
//: one of them was made for: numbers drawn from the standard normal, decoded.

func compare(_ both: Both, on pictures: PictureSet, in notebook: Notebook) throws -> [Tensor] {
    let shown = Tensor.concatenated(pictures.names.indices.map { pictures.examples(of: $0, count: 1) }, axis: 0)
    try notebook.show(
        PictureGrid(
            "Through the code and back",
            rows: [shown.pictures] + both.networks.map { $0(shown, .inference).sigmoid().pictures },
            rowTitles: ["test picture", "autoencoder", "VAE"], cellWidth: 56),
        named: "reconstructions", "Test pictures, and what the two networks get back from eight numbers.")

    var generator = notebook.generator(2)
    let codes = Tensor(normalWithMean: 0, shape: [500, 8], using: &generator)
    let samples = both.networks.map { $0.decode(codes, .inference).sigmoid() }
    try notebook.show(
        PictureGrid(
            "Decoded from the standard normal",
            rows: samples.flatMap { sample in
                (0..<4).map { row in sample.sliced(axis: 0, row * 10..<(row + 1) * 10).pictures }
            }, rowTitles: ["autoencoder", "", "", "", "VAE", "", "", ""], cellWidth: 56),
        named: "samples", "The same random codes, decoded by both networks.", isThumbnail: true)
    return samples
}

//: The autoencoder gets more of a picture back, but what it makes up are smears of several signs: no code lies where the random ones are
//: drawn. (The article says "pure noise"; a decoder that has learnt strokes puts strokes together.) How bad is it?
//:
//: - *Variance of the codes.* All test pictures' $q(z|x)$ together, the aggregated posterior, should look like the prior; else it is
//:   wrong to draw from the prior. (The autoencoder's variances mean nothing; only its means count.)
//: - *Read.* A small network has learnt to read the signs, and to say when there is nothing to read: it was shown signs laid over
//:   each other as examples of that. The share in which it reads a sign.
//: - *Distance to the nearest* of 4000 training pictures: the root of the mean squared difference, mean over the samples.

func measure(
    _ both: Both, _ samples: [Tensor], on pictures: PictureSet, by reader: Recogniser, in notebook: Notebook
) throws {
    let test = pictures.test.pictures
    let encodings = both.networks.map { $0.encode(test, .inference) }
    let costs = both.networks.map { bernoulliCost($0(test, .inference), test).item }
    let variances = [
        mean((0..<8).map { variance(encodings[0].mean.column($0)) }),
        mean(
            (0..<8).map { variance(encodings[1].mean.column($0)) + mean(encodings[1].logVariance.exp().column($0)) }),
    ]
    let shares = (samples + [test]).map(reader.shareRead)
    let distances = (samples + [test]).map { mean(distancesToNearest($0, among: pictures.training.pictures)) }
    notebook.table(
        ["", "reconstruction", "variance of codes (prior: 1)", "read", "distance to the nearest"],
        ["autoencoder", "VAE", "test pictures"].enumerated().map { index, name in
            let isNetwork = index < 2
            return [
                name, isNetwork ? "\(rounded(costs[index])) nats" : "", isNetwork ? rounded(variances[index]) : "",
                "\(rounded(100 * shares[index])) %", rounded(distances[index]),
            ]
        })
    var generator = notebook.generator(3)
    let prior = Tensor(normalWithMean: 0, shape: [500, 2], using: &generator)
    let shown = encodings.map { $0.mean.sliced(axis: 0, 0..<min(500, test.shape[0])) }
    try notebook.show(
        codesFigure([("Autoencoder", shown[0]), ("VAE", shown[1])], prior: prior), named: "codes",
        "Test pictures' codes, in the two numbers that vary most, and what samples are drawn from. The axes differ.")

    notebook.expect("The autoencoder gets more back: nats saved", costs[1] - costs[0], .above(0))
    notebook.expect("… but its codes do not lie as the prior does: variance", variances[0], .above(4))
    notebook.expect("The VAE's do: variance", variances[1], .within(0.5...1.8))
    notebook.expect("Few of the autoencoder's samples can be read: share", shares[0], .below(0.25))
    notebook.expect("Many of the VAE's can: share", shares[1], .above(0.35))
    notebook.expect(
        "… and they are nearer to true pictures: distance saved", distances[0] - distances[1], .above(0.03))
}

//: The VAE pays for its samples with reconstructions that are a little softer. What it got for them is more than codes in the right
//: place: since a drawn code must decode well wherever it falls, neighbouring codes are pictures alike.
//:
//: ## The two parts
//:
//: The cost is a *sum* over the pixels and the divergence a sum over the latents, since both are logarithms of products; over the
//: batch one takes the mean. Look at the parts one by one: that their sum falls says little.

func parts(of log: TrainingLog, in notebook: Notebook) throws {
    let steps = Array(1...log.count)
    try notebook.show(
        Figure("The two parts of the VAE's loss", x: "step", y: "nats a picture").logarithmicX().logarithmicY()
            .curve(steps, log["reconstruction"], "reconstruction", color: .blue)
            .curve(steps, log["KL"], "KL", color: .vermillion).legend(.below),
        named: "parts", "Summed over pixels and latents, mean over a batch of 128.")
}

//: > **What is normal.** In the first hundred steps the KL may leap and fall back to next to nothing: a code that says nothing yet is only a
//: > cost. Then the decoder learns to listen, and the KL *rises* while the reconstruction falls. A rising KL is learning. Worry when
//: > it stays below half a nat: then the code is empty.
//:
//: Now the commonest mistake. A library's loss is a mean over everything, 784 times too small, and the divergence keeps its sum. A constant
//: factor would change no minimum, but this one stands before one part only: a nat of divergence must now save 784 nats of
//: reconstruction. None does.

func collapse(against log: TrainingLog, on pictures: PictureSet, in notebook: Notebook) throws {
    let steps = notebook.scale.choose(tiny: 12, quick: 600, full: 4000)
    let averaged = try train(
        Recipe(name: "mean over pixels", latent: 8, steps: steps, loss: { $0 / 784 + $1 }), on: pictures, in: notebook
    )
    notebook.table(
        ["the reconstruction is a", "steps", "reconstruction, as a sum", "KL"],
        [("sum over pixels", log), ("mean over pixels", averaged.log)].map { name, log in
            let means = ["reconstruction", "KL"].map { "\(rounded(log.recentMean($0, over: 50))) nats" }
            return [name, "\(log.count)"] + means
        })
    let test = pictures.test.pictures
    let outputs = averaged.network(test, .inference).sigmoid()
    let (spread, full) = (outputs.variance(axes: [0]).mean().item, test.variance(axes: [0]).mean().item)
    notebook.expect(
        "Means over pixels empty the code: KL in nats", averaged.log.recentMean("KL", over: 50), .below(0.1))
    notebook.expect(
        "… and whatever goes in, the same comes out: variance among outputs, of that among pictures",
        spread / full, .below(0.01))
    notebook.expect("With sums the code speaks: KL in nats", log.recentMean("KL", over: 50), .above(5))
}

//: This is *posterior collapse*, the second failure that the article shows, brought about by a reduction and nothing else. A mean over
//: pixels *and* a mean over latents is wrong as well, only less (exercise 1). The article is right that no weight belongs before the KL
//: without a reason; that its own remedy, to set the deviation of the observation, is the same knob, lesson 05 shows in numbers.
//:
//: ## Why the trick
//:
//: There is another way to the slope of an expectation, which never looks inside $f$: the *score function*.
//:
//: $$ \nabla_\mu E_{z\sim\mathcal N(\mu, 1)}[f(z)] = E[f'(\mu + \varepsilon)] = E[f(\mu + \varepsilon) \varepsilon] $$
//:
//: Both are right on average. They differ in how far a single draw strays. With $f(z) = \sum_j z_j^2$ in $d$ dimensions and all
//: $\mu_j = 1$ it can be worked out: the slope is 2; the trick's variance is 4, whatever $d$ is; the score function's is
//: $30 + 22(d-1) + 4(d-1)^2$. It blames each number for what all the others did.

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

//: Now on the VAE: $f$ is the cost of a picture, and the slopes are those of the biases of the encoder's last layer. One draw serves both.
//: The tape carries the trick's slope back through the decoder; the score function needs only the cost and
//: $\nabla_\mu \log q = \varepsilon/\sigma$, $\nabla_{\log\sigma^2} \log q = \frac12(\varepsilon^2 - 1)$.

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
        "The same slope from the same draws, by both ways. The parallel lines are a constant number of draws apart.")

    let distances = (0..<16).map { index in
        let differences = zip(trick[index], score[index]).map { $0 - $1 }
        return abs(mean(differences)) / (variance(differences) / Double(count)).squareRoot()
    }
    let ratio = score.map(variance).reduce(0, +) / trick.map(variance).reduce(0, +)
    notebook.say("One draw by the trick is worth \(Int(ratio)) draws by the score function.")
    notebook.expect(
        "The means agree: largest of 16 differences, in standard errors", distances.max() ?? .nan, .below(4))
    notebook.expect("The score function's variance against the trick's: ratio", ratio, .above(100))
}

//: That is why a VAE learns from a single draw for each picture, and why the article may put one sample in place of its expectation.
//: The score function remains for codes that cannot be shifted, a choice among classes for instance, and even there one first takes
//: off the cost what was to be expected (exercise 4).
//:
//: ## Bernoulli or Gaussian
//:
//: For faces the article's pixels are normal, with a deviation $s$ about what the decoder says:
//:
//: $$ -\log p(x|z) = \frac{1}{2s^2}\Vert x - f(z)\Vert^2 + D\log s + \frac D2 \log 2\pi $$
//:
//: a squared error with a weight. (The article's slide lacks the square, as it says itself.) Its code divides by $4s^2$, and adds $\log s$
//: once for the whole batch. The second moves nothing; the first means that the deviation is $\sqrt2$ times what it says.

/// −log p(x|z) of normal pixels about the sigmoid of the logits, in nats: summed over the pixels, mean over the batch.
func gaussianCost(_ logits: Tensor, _ pictures: Tensor, deviation s: Float) -> Tensor {
    let (batch, pixels) = (Float(pictures.shape[0]), Float(pictures.count / pictures.shape[0]))
    let squares = sumSquaredError(logits.sigmoid(), pictures) / batch
    return squares / (2 * s * s) + pixels * logarithm(s * (2 * .pi as Float).squareRoot())
}

/// The same as the article's code has it.
func gaussianCostOfTheCode(_ logits: Tensor, _ pictures: Tensor, deviation s: Float) -> Tensor {
    (0.5 * sumSquaredError(logits.sigmoid(), pictures) / (2 * s * s) + logarithm(s)) / Float(pictures.shape[0])
}

//: Which is better for pictures that are nearly black and white? First the slope of one pixel of ink that the decoder takes for paper.
//: The Bernoulli slope is $p - x$. Behind a sigmoid the Gaussian one is $(p - x) p (1 - p) / s^2$: the surer the mistake, the less it is
//: felt. Then a VAE with $s = 0.2$ beside ours, each judged by both yardsticks.

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
    let logits = networks.map { $0(test, .inference) }
    let divergences = networks.map { divergence($0.encode(test, .inference)).item }
    let costs = logits.map { bernoulliCost($0, test).item }
    let errors = logits.map { meanSquaredError($0.sigmoid(), test).item.squareRoot() }
    var generator = notebook.generator(2)
    let codes = Tensor(normalWithMean: 0, shape: [500, 8], using: &generator)
    notebook.table(
        ["likelihood", "Bernoulli cost", "KL", "root mean squared error", "samples read"],
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
    notebook.expect(
        "As coins the Bernoulli VAE's pictures cost less, code and all: nats saved",
        costs[1] + divergences[1] - costs[0] - divergences[0], .above(1))
    notebook.expect(
        "This Gaussian writes longer codes: nats of divergence more", divergences[1] - divergences[0], .above(2))
}

//: The likelihood is what one *believes* of errors. This Gaussian wants them small, buys that with more divergence, and its samples
//: suffer. Yet by squared error, its own measure, it does not always win: with seed 0 it does, with seed 1 it does not in as
//: many steps, for it hardly feels the mistakes that it is sure of. A larger $s$ moves the balance the other way, and lesson 05 is
//: about that. A coin has no such knob, which is why small pictures in black and white are so easy a start.
//:
//: ## The plane
//:
//: With two numbers for a code, as the article's program has it for MNIST, one can look at all of it. This network was not told which sign
//: is which; the colours are put on afterwards.

func plane(of pictures: PictureSet, in notebook: Notebook) throws -> DenseVAE {
    let steps = notebook.scale.choose(tiny: 12, quick: 2400, full: 40_000)
    let network = try train(Recipe(name: "plane", latent: 2, steps: steps), on: pictures, in: notebook).network
    let (codes, labels) = (network.encode(pictures.test.pictures, .inference).mean, pictures.test.labels)
    try notebook.show(
        planeFigure(codes, labels: labels, names: pictures.names), named: "plane",
        "The means of the test pictures' codes; each class has a colour and a shape, and its name in the middle.")

    let neighbours = nearestOthers(of: codes)
    let alike = neighbours.indices.count { labels[$0] == labels[neighbours[$0]] }
    notebook.expect(
        "Classes come apart though nobody named them: share of pictures whose nearest is of their class",
        Double(alike) / Double(labels.count), .above(0.8))
    return network
}

//: And the other way, from the plane to pictures. The places are quantiles of the standard normal, so that each stands for an equal
//: share of what would be made up. Neighbours turn into each other without a jump. Between two signs there are shapes that are
//: neither: a continuous plane cannot do without them, and they are the samples that could not be read.

func chart(of network: DenseVAE, in notebook: Notebook) throws {
    let count = 16
    let quantiles = (0..<count).map { Float(normalQuantile((Double($0) + 0.5) / Double(count))) }
    // Pictures have their first row at the top, where the second number is largest.
    let codes = quantiles.reversed().flatMap { second in quantiles.flatMap { first in [first, second] } }
    let decoded = network.decode(Tensor(codes, shape: [count * count, 2]), .inference).sigmoid()
    try notebook.show(
        chartFigure(decoded, count: count), named: "chart",
        "What the decoder makes of \(count)×\(count) codes, at equal shares of the prior.")
}

//: ## How good is the bound?
//:
//: The loss is only a bound, and lesson 02 showed that more draws tighten it. With the weights $w_k = p(x|z_k) p(z_k) / q(z_k|x)$ of $K$ draws,
//:
//: $$ L_K = E\left[\log \frac1K \sum_{k=1}^K w_k\right], \qquad L_1 \le L_8 \le L_{64} \le \log p(x) $$
//:
//: A code of two numbers has one more gift: the evidence itself, by integrating over the plane on a fine grid. The test pictures are made
//: black and white, so that they are true outcomes of the coins.

func bounds(of network: DenseVAE, on pictures: PictureSet, in notebook: Notebook) throws {
    let x = pictures.test.pictures.sliced(axis: 0, 0..<notebook.scale.choose(tiny: 5, quick: 100, full: 400)).binary
    var generator = notebook.generator(6)
    let weights = logWeights(of: network, for: x, draws: 512, using: &generator)
    let evidence = mean(
        logEvidence(of: network, for: x, resolution: notebook.scale.choose(tiny: 20, quick: 240, full: 400)))
    let counts = [1, 2, 4, 8, 16, 32, 64]
    let bounds = counts.map { count in
        mean(
            weights.flatMap { logWeights in
                stride(from: 0, to: logWeights.count, by: count).map {
                    logMeanExponential(logWeights[$0..<$0 + count])
                }
            })
    }
    try notebook.show(
        Figure("Bounds on the evidence of test pictures", x: "draws K", y: "nats a picture").logarithmicX()
            .curve(counts, bounds, "bound with K draws", color: .blue)
            .horizontalLine(at: evidence, "log p(x), by integration", color: .vermillion).legend(.bottomRight),
        named: "bounds", "With one draw the bound is the VAE's loss, turned round; with more it nears the evidence.")
    notebook.table(
        ["K", "bound", "below log p(x) by"],
        [0, 3, 6].map { index in
            let (bound, gap) = (bounds[index], evidence - bounds[index])
            return [String(counts[index]), "\(rounded(bound, digits: 5)) nats", "\(rounded(gap)) nats"]
        })
    notebook.expect("Eight draws are tighter than one: nats gained", bounds[3] - bounds[0], .above(0.1))
    notebook.expect("… and 64 tighter than eight", bounds[6] - bounds[3], .above(0.01))
    notebook.expect("No bound is above the evidence: nats left at 64", evidence - bounds[6], .above(0))
    notebook.expect(
        "… though little is left: share of the gap", (evidence - bounds[6]) / (evidence - bounds[0]), .below(0.5))
}

//: The gap at $K = 1$ is $\mathrm{KL}[q(z|x)\Vert p(z|x)]$: what is lost because one encoder has to answer for all pictures, and with a
//: Gaussian. More draws close it slowly, since most of them fall where the first ones did.
//:
//: Lesson 05 carries this loss to faces, with convolutions, and asks how much reconstruction a nat of divergence is worth.
