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
        idea: "an autoencoder keeps pictures; with two lines changed it can also make them up",
        chapters: ["WhatEachIsGoodFor", "WhyTheTrick", "ThePlane", "CostsFromLogits"])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let pictures = try PictureSet.load(for: notebook)
        try show(pictures, in: notebook)
        try layers(in: notebook)
        try notebook.excerpt("Sources/Models/VAE/DenseVAE.swift", of: "encode", "decode", "forward")
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
        try logits(in: notebook)
    }
}

//: # 04 · From autoencoder to VAE
//:
//: An autoencoder squeezes a picture through a few numbers, its *code*, and learns to get the picture back. It can keep pictures but
//: not make up new ones, because nobody knows which codes mean something. The variational autoencoder (VAE) changes two lines, and then the codes
//: lie in a standard normal, from which we can draw. This lesson trains both with the same network, takes the VAE's loss apart, and measures every part.
//:
//: > **Before you start.** You need the KL divergence between Gaussians (lesson 01), the bound (lesson 02 up to "The gap is a divergence"; for "How good is the bound?" also "More samples, a higher bound"), and the
//: > training loop of lesson 03. In a hurry, skip "Why the trick", "Bernoulli or Gaussian" and the appendix.
//: >
//: > **Sources.** [The article and its code](https://github.com/wuga214/IMPLEMENTATION_Variational-Auto-Encoder), as in lesson 01. Kingma and
//: > Welling, [*Auto-encoding variational Bayes*](https://arxiv.org/abs/1312.6114) (2013), and
//: > [*An introduction to variational autoencoders*](https://arxiv.org/abs/1906.02691) (2019).
//:
//: ## The pictures
//:
//: Ten hiragana, 28×28 pixels, drawn with varying position, slant and pen, so that nothing has to be downloaded. As in
//: MNIST ink is 1 and paper is 0. `--data fashion-mnist` takes Fashion-MNIST instead, once `Data/fetch fashion-mnist` has
//: brought it, and `--data FOLDER` takes the four files of MNIST.

//:fold What is drawn: `show`
func show(_ pictures: PictureSet, in notebook: Notebook) throws {
    try notebook.show(
        PictureGrid(
            "Ten classes, ten pictures of each",
            rows: pictures.names.indices.map { pictures.examples(of: $0, count: 10).pictures },
            rowTitles: pictures.names),
        named: "pictures", "Test pictures: no network of this lesson learns them.")
}
//:end

//: ## One network for both
//:
//: The network is that of the article's code: linear layers with ReLU, $\max(0, x)$, between them, 784–500–500–200 and back. The
//: encoder ends in *two* numbers for each number of the code: a mean and the logarithm of a variance. A plain
//: autoencoder uses only the mean. The decoder ends in a *logit* $a_i$ for each pixel; $p_i = 1/(1 + e^{-a_i})$ is the
//: probability that it is ink. The table is that of "The plane", with a code of two numbers; until then codes have eight.
//: The quick scale halves the width.

//:fold What is measured and drawn: `layers`
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
//:end

//: ## What a pixel costs
//:
//: The decoder does not give one picture but a distribution of pictures, $p(x|z)$. Ink is there or it is not, so each of the
//: $D = 784$ pixels is a coin with a probability $p_i$ of its own (a Bernoulli distribution). A picture costs
//:
//: $$ -\log p(x|z) = -\sum_{i=1}^{D} \left[ x_i \log p_i + (1 - x_i) \log (1 - p_i) \right] $$
//:
//: A grey pixel counts as a share of ink. The article says of this cost: "The reason why you see so many softmax
//: functions on GitHub is that, for binary images like MNIST, we assume that the distribution is Bernoulli." That is a
//: slip: the function is the sigmoid.

/// −log p(x|z) in nats: summed over the pixels, mean over the batch.
func bernoulliCost(_ logits: Tensor, _ pictures: Tensor) -> Tensor {
    // The core's cross-entropy is a mean over all numbers.
    sigmoidCrossEntropy(logits, pictures) * Float(pictures.count / pictures.shape[0])
}

//: > **What is normal.** The Bernoulli cost of 28×28 pixels begins at $784 \log 2 = 543$ nats. Within some fifty steps
//: > it falls to the cost of the mean picture, about 200 here, and later to somewhere between 50 and 110. It never reaches 0, since even
//: > the right $p_i$ of a grey pixel costs its entropy. A cost below 1 means that somewhere a mean over the pixels was
//: > taken; more on that below.
//:
//: ## Two changes
//:
//: **A code is drawn at random.** The encoder's numbers are the mean $\mu$ and the log-variance $\log\sigma^2$ of a
//: normal distribution $q(z|x)$: "the code is about here". But drawing at random has no slope. So one draws a standard
//: normal $\varepsilon$ instead, which no weight can change, and then shifts and stretches it. This is the
//: *reparameterisation*. The article's diagram marks the noise as what "is not" differentiable. In ours it is $\varepsilon$, green like every input.
//:
//: **A code that says much has a price.** The divergence of $q(z|x)$ from the standard normal prior $p(z)$ joins the loss, in the closed form of lesson 01:
//:
//: $$ z = \mu + e^{\frac12 \log\sigma^2} \varepsilon, \qquad
//: \mathrm{KL}[q(z|x)\Vert p(z)] = \frac12 \sum_j \left( \mu_j^2 + \sigma_j^2 - 1 - \log\sigma_j^2 \right) $$
//:
//: Cost and divergence together are the negative bound of lesson 02:
//: $-\log p(x) \le E_q[-\log p(x|z)] + \mathrm{KL}[q(z|x)\Vert p(z)]$.

//:fold The diagram: `reparameterisation`
func reparameterisation(in notebook: Notebook) throws {
    try notebook.show(
        variationalAutoencoderDiagram(), named: "reparameterisation",
        "Gradients go back from both costs to the encoder. None has to pass ε: chance is an input, not a step on the way."
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

//:fold What a network is to learn, and what comes of it
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
//:end

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
        let code = recipe.drawsCodes ? drawnCode(encoding, using: &generator) : encoding.mean  // change 1
        let cost = recipe.cost(network.decode(code, .training(tape)), x)
        let divergence = divergence(encoding)
        adam.step(tape.gradients(of: recipe.loss(cost, divergence)))  // change 2
        return ["reconstruction": cost.item, "KL": divergence.item]
    }
    return Learnt(network: network, log: log)
}

//: The autoencoder takes the mean for its code, and its loss is the cost alone. That is the whole difference.

//:fold The same network twice: `trainBoth`
/// The same network, once as an autoencoder and once as a VAE.
struct Both {
    let plain, variational: Learnt

    var networks: [DenseVAE] { [plain.network, variational.network] }
}

func trainBoth(on pictures: PictureSet, in notebook: Notebook) throws -> Both {
    let steps = notebook.scale.choose(tiny: 12, quick: 1800, full: 8000)
    let plain = Recipe(name: "autoencoder", latent: 8, steps: steps, drawsCodes: false, loss: { cost, _ in cost })
    return Both(
        plain: try train(plain, on: pictures, in: notebook),
        variational: try train(Recipe(name: "VAE", latent: 8, steps: steps), on: pictures, in: notebook))
}
//:end
