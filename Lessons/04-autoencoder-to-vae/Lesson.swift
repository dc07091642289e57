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
        idea: "an autoencoder keeps pictures; one that has to answer for its codes can also make them up",
        chapters: ["WhatEachIsGoodFor", "WhyTheTrick", "ThePlane"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let pictures = try PictureSet.load(for: notebook)
        try show(pictures, in: notebook)
        try layers(in: notebook)
        try notebook.excerpt("Sources/Models/VAE/DenseVAE.swift", of: "encode", "decode")
        try logits(in: notebook)
        try reparameterisation(in: notebook)
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

func layers(in notebook: Notebook) throws {
    try notebook.show(
        autoencoderDiagram(), named: "autoencoder",
        "Green is given, orange is computed, blue has weights that learn, and vermillion is what it costs.")
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

//:fold What is measured and drawn: `logits`
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
//:end

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

//:fold The diagram: `reparameterisation`
func reparameterisation(in notebook: Notebook) throws {
    try notebook.show(
        variationalAutoencoderDiagram(), named: "reparameterisation",
        "Gradients go back along every arrow, past the noise ε, to the encoder: chance is an input, not a step on the way."
    )
}
//:end

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
