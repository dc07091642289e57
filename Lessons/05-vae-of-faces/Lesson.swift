import ArgumentParser
import Basics
import Drawings
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

@main
struct VAEOfFaces: Lesson {
    static let card = LessonCard(
        5, "vae-of-faces", title: "A VAE of faces",
        idea: "one number, the deviation of a pixel, decides between noise and sameness; then faces that nobody drew")

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let faces = Faces(for: notebook)
        try show(faces, in: notebook)
        likelihood(in: notebook)
        articlesLikelihood(in: notebook)
        try sameKnob(on: faces, in: notebook)
        let yardstick = try yardstick(of: faces, in: notebook)
        let sweep = try sweep(on: faces, by: yardstick, in: notebook)
        try collapses(sweep, on: faces, in: notebook)
        try normalisedCodes(sweep, on: faces, by: yardstick, in: notebook)
        try decoders(sweep, on: faces, by: yardstick, in: notebook)
        let vae = try trainedFully(on: faces, in: notebook)
        try samples(of: vae, by: yardstick, in: notebook)
        try walks(of: vae, on: faces, in: notebook)
        try arithmetic(of: vae, on: faces, by: yardstick, in: notebook)
        try memory(of: vae, on: faces, by: yardstick, in: notebook)
        try bound(of: vae, on: faces, in: notebook)
        try statistics(of: vae, on: faces, in: notebook)
    }
}

//: # 05 · A VAE of faces
//:
//: Now faces, in colour, 64×64: the network of the first article's code. Lesson 04 made a VAE of small ink drawings, whose pixels
//: are coins. Colours are not coins; they need another likelihood, and it brings a number with it that nobody learns: $\sigma$, how far a
//: pixel may be from what the decoder says. The article calls the balance between its two losses *the* difficulty of VAEs, and
//: $\sigma$ is that balance. We turn it from end to end, see both ways in which a VAE dies, and then train one that lives.
//:
//: ## The faces
//:
//: The article cut faces out of pictures with a detector. Ours are drawn (no licence, no download, known attributes) and framed as a
//: detector would: large, upright, in the middle, on a plain ground; without hats, so that minutes are
//: enough. Eyes, hair, mouths, glasses, clothes and colours differ as they like. In this lesson a picture's numbers lie in $[-1, 1]$, because the
//: decoder ends in tanh.

func show(_ faces: Faces, in notebook: Notebook) throws {
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in (0..<10).map { faces.training[(10 * row + $0) % faces.training.count] } }),
        named: "faces", "Some of the faces that it learns from.")
    let table = FaceVAE().summary(input: [1, 3, 64, 64])
    notebook.table(
        ["layer of the article's network", "numbers out", "parameters"],
        table.rows.filter { $0.parameterCount > 0 && !$0.name.isEmpty }.map {
            [$0.name, $0.outputShape.dropFirst().map(String.init).joined(separator: "×"), "\($0.parameterCount)"]
        })
    notebook.expect("The article's table, parameter by parameter", FaceVAE().parameterCount, exactly: 8_986_563)
}

//: ## A likelihood for colours
//:
//: The decoder gives a picture $\hat x(z)$, and each of the $D = 3\cdot 64\cdot 64 = 12288$ numbers of the true one is taken to be
//: normal around it, all with one deviation $\sigma$. So
//:
//: $$ -\log p(x|z) = \frac{\Vert x - \hat x(z)\Vert^2}{2\sigma^2} + D \log \sigma + \frac D2 \log 2\pi $$
//:
//: (In the article's formula the norm lacks its square, as its author says himself.) Sums go over
//: numbers and latents, means over the batch, here and in all that follows: half of the trouble that people report with VAEs is a mean where a
//: sum belongs. The divergence is lesson 04's.

/// −log p(x|z) in nats: summed over the numbers of a picture, mean over the batch.
func gaussianCost(_ painted: Tensor, _ pictures: Tensor, sigma: Float) -> Tensor {
    let count = Float(pictures.shape[0])
    let numbers = Float(pictures.count) / count
    return sumSquaredError(painted, pictures) / (2 * sigma * sigma * count)
        + numbers * (logf(sigma) + 0.5 * logf(2 * .pi))
}

/// KL[q(z|x)‖N(0, 1)] in nats: summed over the latents, mean over the batch.
func divergence(_ encoding: Encoding) -> Tensor {
    let (mean, logVariance) = (encoding.mean, encoding.logVariance)
    return 0.5 * (mean.squared() + logVariance.exp() - 1 - logVariance).sum() / Float(mean.shape[0])
}

func likelihood(in notebook: Notebook) {
    var generator = notebook.generator(1)
    let pictures = Tensor(uniformIn: -1...1, shape: [2, 3, 4, 4], using: &generator)
    let painted = Tensor(uniformIn: -1...1, shape: [2, 3, 4, 4], using: &generator)
    let byNumber = zip(pictures.scalars, painted.scalars).reduce(0.0) { sum, pair in
        let distance = Double(pair.0 - pair.1) / 0.3
        return sum - log(exp(-0.5 * distance * distance) / (0.3 * sqrt(2 * .pi)))
    }
    notebook.expect(
        "Number by number it is the normal density: relative difference",
        abs(Double(gaussianCost(painted, pictures, sigma: 0.3).item) / (byNumber / 2) - 1), .below(1e-5))
}

//: The article's code has something else. It multiplies the first term by ½ once more, and it adds $\log\sigma$ once instead of $D$ times.
//: As a likelihood both are wrong; as a loss both are harmless: $\log\sigma$ is a constant and has no gradient, and
//: $\frac{1}{4\sigma^2} = \frac{1}{2(\sqrt2\sigma)^2}$ only moves $\sigma$. The code that says $\sigma = 0.01$ trains with $\sigma = 0.0141$.

/// The article's code, in our words.
func articlesCost(_ painted: Tensor, _ pictures: Tensor, sigma: Float) -> Tensor {
    (0.5 * sumSquaredError(painted, pictures) / (2 * sigma * sigma) + logf(sigma)) / Float(pictures.shape[0])
}

func articlesLikelihood(in notebook: Notebook) {
    var generator = notebook.generator(2)
    let pictures = Tensor(uniformIn: -1...1, shape: [4, 3, 64, 64], using: &generator)
    let painted = Tensor(uniformIn: -1...1, shape: [4, 3, 64, 64], using: &generator)
    func gradient(_ cost: (Tensor) -> Tensor) -> Tensor {
        let tape = Tape()
        let variable = tape.variable(painted)
        return tape.gradients(of: cost(variable))[variable] ?? painted
    }
    let coded = gradient { articlesCost($0, pictures, sigma: 0.01) }
    let written = gradient { gaussianCost($0, pictures, sigma: 0.01) }
    let moved = gradient { gaussianCost($0, pictures, sigma: 0.01 * sqrtf(2)) }
    notebook.expect(
        "The article's code pulls half as hard as its σ says: ratio", ratio(coded, written),
        .near(0.5, tolerance: 1e-5))
    notebook.expect(
        "… as the likelihood does at √2·σ: relative difference", distance(coded, moved), .below(1e-5))
}

/// |a| / |b|.
func ratio(_ a: Tensor, _ b: Tensor) -> Float { (a.squared().sum() / b.squared().sum()).squareRoot().item }

/// |a − b| / |b|.
func distance(_ a: Tensor, _ b: Tensor) -> Float { ratio(a - b, b) }

//: ## "0.001·KL" is σ by another name
//:
//: Many repositories have no $\sigma$. They minimise the squared error plus a small weight $\beta$ times the divergence, and the article says of
//: that: "incorrect". Multiply the bound by the constant $2\sigma^2$, which moves no minimum:
//:
//: $$ 2\sigma^2\left(\frac{\Vert x - \hat x\Vert^2}{2\sigma^2} + \mathrm{KL} + \text{const}\right)
//: = \Vert x - \hat x\Vert^2 + \underbrace{2\sigma^2}_{\beta}\mathrm{KL} + \text{const} $$
//:
//: It is the same knob: $\beta = 2\sigma^2$, $\sigma = \sqrt{\beta/2}$. The two losses have the same gradients but for the factor, in
//: every weight, and an optimiser that divides gradients by their size, as RMSProp and Adam do, does not even see the factor.

func sameKnob(on faces: Faces, in notebook: Notebook) throws {
    let pictures = faces.judged(8)
    var differences: [Float] = []
    for sigma: Float in [0.01, 0.15, 2.5] {
        let beta = 2 * sigma * sigma
        let bySigma = gradients(on: pictures, in: notebook) { painted, divergence in
            gaussianCost(painted, pictures, sigma: sigma) + divergence
        }
        let byBeta = gradients(on: pictures, in: notebook) { painted, divergence in
            sumSquaredError(painted, pictures) / 8 + beta * divergence
        }
        differences.append(distance(beta * bySigma, byBeta))
    }
    notebook.expect("β = 2σ²: largest relative difference of all gradients", differences.max() ?? .nan, .below(1e-4))

    let numbers = 3.0 * 64 * 64
    notebook.table(
        ["what one reads", "β for the squared error's sum", "σ that it amounts to"],
        [
            ("the article's code, σ = 0.01", 4e-4), ("0.001·KL + sum of squared errors", 0.001),
            ("0.001·KL + mean of squared errors", 0.001 * numbers), ("KL + mean of squared errors", numbers),
        ].map { [$0, rounded($1), rounded(sqrt($1 / 2))] })
}

/// The gradients of a loss in all weights of one network, as one row.
func gradients(
    on pictures: Tensor, in notebook: Notebook, of loss: (_ painted: Tensor, _ divergence: Tensor) -> Tensor
) -> Tensor {
    var generator = notebook.generator(3)
    let network = FaceVAE(latent: 8, width: 4).initialised(using: &generator)
    let tape = Tape(learning: network.parameters)
    let encoding = network.encode(pictures, .training(tape))
    let painted = network.decode(encoding.sample(using: &generator), .training(tape))
    let gradients = tape.gradients(of: loss(painted, divergence(encoding)))
    return Tensor.concatenated(
        network.parameters.compactMap { gradients[$0]?.reshaped(to: [-1]) }, axis: 0)
}

//: So "incorrect" is too hard: the weight is a $\sigma$ that was not spelt out, and the article's own code comes to $\beta = 4\cdot 10^{-4}$.
//: What *is* wrong is to carry a weight from one repository to another. With the errors' *sum*, 0.001 means $\sigma = 0.022$: very
//: sharp. With their *mean* it means $\sigma = 2.5$, more than the whole range from black to white. The same line of code, and between the two
//: lies most of what the next section shows.
//:
//: ## Turning the knob
//:
//: A small network, an eighth of the article's width, learns the same faces from the same first weights with six values of $\sigma$, each five
//: times the last. Its encoder ends in a plain linear layer; what the article's code has there comes afterwards. A step of the training
//: is no more than this:

/// What a short training is to find out about.
struct Trial {
    let name: String
    let sigma: Float
    var normalisesCodes = false
    var painter: (any Painter)?
    /// How many faces there are to learn from; all if none is said.
    var faceCount: Int?
}

func step(
    _ network: Autoencoder, _ adam: Adam, on pictures: Tensor, sigma: Float, using generator: inout SeededGenerator
) -> (cost: Float, divergence: Float) {
    let tape = Tape(learning: adam.parameters.map(\.parameter))
    let encoding = network.vae.encode(pictures, .training(tape))
    let painted = network.paint(encoding.sample(using: &generator), original: pictures, .training(tape))
    let cost = gaussianCost(painted, pictures, sigma: sigma)
    let divergence = divergence(encoding)
    adam.step(tape.gradients(of: cost + divergence))
    return (cost.item, divergence.item)
}

//: Three things are measured afterwards: how far a held-out face is from its reconstruction, how many nats its code takes, and how far
//: *samples*, pictures of codes drawn from the standard normal, are from faces. For the last a small network first learns to read hair, skin and
//: mouth off faces. Its inner features of 128 samples and of 128 faces are compared as normal distributions (the Fréchet distance, which the
//: FID is with another network's features).

func yardstick(of faces: Faces, in notebook: Notebook) throws -> FaceEvaluation {
    var generator = notebook.generator(5)
    let reader = FaceReader(width: 8).initialised(using: &generator)
    let run = notebook.trainingRun("reader", steps: notebook.scale.choose(tiny: 3, quick: 300, full: 3000))
    _ = try reader.train(on: faces.training, run, resuming: notebook.isResuming)
    let judged = faces.heldOut.first(notebook.scale.choose(tiny: 8, quick: 200, full: 1000))
    let accuracies = FaceTrait.allCases.map {
        "\($0.rawValue) \(rounded(100 * reader.accuracy(on: judged, of: $0))) %"
    }
    notebook.say("The reader is right about held-out faces: \(accuracies.joined(separator: ", ")).")
    return FaceEvaluation(faces.judged(128).unsigned, reader: reader)
}

func sweep(on faces: Faces, by yardstick: FaceEvaluation, in notebook: Notebook) throws -> [Outcome] {
    let outcomes = try [0.012, 0.06, 0.3, 1.5, 7.5, 37.5].map { (sigma: Float) in
        try outcome(of: Trial(name: "σ \(sigma)", sigma: sigma), on: faces, by: yardstick, in: notebook)
    }
    let shown = faces.judged(4).unsigned.pictures
    try notebook.show(
        PictureGrid(
            "Four faces and back, and six samples",
            rows: [shown] + outcomes.map { $0.pictures(reconstructed: 4, sampled: 6) },
            rowTitles: ["held out"] + outcomes.map { "σ = \(rounded($0.trial.sigma))" }),
        named: "sweep", "Left four held-out faces and their reconstructions, right six samples, for each σ.")
    notebook.table(
        ["σ", "β = 2σ²", "distance from reconstruction", "KL, nats", "spread of outputs", "samples from faces"],
        outcomes.map {
            [
                rounded($0.trial.sigma), rounded(2 * $0.trial.sigma * $0.trial.sigma), rounded($0.deviation),
                rounded($0.divergence), rounded($0.spread), rounded($0.scores.distance),
            ]
        })
    try showBalance(outcomes, in: notebook)
    return outcomes
}

func showBalance(_ outcomes: [Outcome], in notebook: Notebook) throws {
    let nats = outcomes.map { $0.divergence + 1 }
    let curve = Figure("What nats buy, by σ", x: "KL + 1, nats", y: "distance from the reconstruction, RMS")
        .logarithmicX().curve(nats, outcomes.map(\.deviation), color: .blue)
    // Where the curve falls the names stand on its right; where it is flat and crowded, in turns above and below.
    let named = outcomes.indices.reduce(curve) { figure, index in
        let outcome = outcomes[index]
        let isFalling = outcome.divergence < 10
        let x = nats[index] * (isFalling ? 1.9 : 1)
        let y = outcome.deviation + (isFalling ? 0.006 : index % 2 == 0 ? 0.014 : -0.012)
        return figure.annotation(rounded(outcome.trial.sigma), at: (x, y))
    }
    let worth = Figure("What samples are worth", x: "σ", y: "distance of samples from faces, features")
        .logarithmicX().logarithmicY()
        .curve(outcomes.map(\.trial.sigma), outcomes.map(\.scores.distance), color: .vermillion)
    try notebook.show(
        Panels("", [named, worth]), named: "balance",
        "Left, reconstruction against KL as σ is turned; right, how far samples are from faces.")
}

//: The curve is a *rate-distortion curve*: nats are what a code costs, the distance is what it leaves unsaid. It is bent, and that is the whole
//: point. From the left the first thirty nats buy nearly everything; hundreds more buy nothing that such a network can
//: paint after so short a training. But they are not free: they put the codes of faces where the standard normal hardly ever goes.
//:
//: - **The KL ignored** (first rows): faces come back, as well as so short a training lets them, and samples are nothing at all. The
//:   article says: an autoencoder, which may "create pure noise", since no picture was encoded at the place that is decoded. So it is.
//: - **The reconstruction ignored** (last row): the code says nothing, and every output is the mean face, samples and
//:   reconstructions alike. This one is called posterior collapse.
//:
//: Where does the second one begin? For a linear decoder it is known: a latent is worth its nats as long as the variance $\lambda$ that it explains
//: is above $\sigma^2$ (Tipping and Bishop 1999; Lucas et al. 2019). So nothing survives beyond $\sigma = \sqrt{\lambda_1}$, the deviation
//: of faces along the direction in which they differ most.

func collapses(_ sweep: [Outcome], on faces: Faces, in notebook: Notebook) throws {
    let (sharpest, loosest) = (sweep[0], sweep[sweep.count - 1])
    let best = sweep.min { $0.scores.distance < $1.scores.distance } ?? sharpest
    let increases = zip(sweep, sweep.dropFirst()).count { $0.divergence <= $1.divergence }
    notebook.expect("The larger σ, the fewer nats: exceptions", increases, exactly: 0)
    notebook.expect(
        "KL ignored: faces come back as well as where samples are best, distance over that there",
        sharpest.deviation / best.deviation, .below(1.1))
    notebook.expect(
        "… and samples are no faces: distance over the best samples' one",
        sharpest.scores.distance / best.scores.distance, .above(1.25))
    notebook.expect("Reconstruction ignored: KL in nats", loosest.divergence, .below(0.5))
    let judged = faces.judged(128)
    let faceSpread = PictureMeasures.spread(of: judged)
    notebook.expect(
        "… and every output alike: spread over that of faces", loosest.spread / faceSpread, .below(0.15))
    let variance = PrincipalComponents(of: judged, count: 1).variances(of: judged)[0]
    notebook.expect(
        "… where the linear theory has it, between the last two σ: √λ₁", variance.squareRoot(), .within(7.5...37.5))
}

//: > **What is normal.** The cost in nats is huge where $\sigma$ is small ($10^7$ at first is no bug) and *negative* for good fits at small
//: > $\sigma$: a density may be above 1. So costs of different $\sigma$ cannot be compared, only KL and distance can. A KL that rises for the
//: > first hundreds of steps and then creeps down is healthy; a KL that falls towards 0 and stays there is the collapse.
//:
//: ## A norm on the codes
//:
//: The article does not mention it, but its code has a *batch norm behind the encoder*: every mean and every log-variance of a code is
//: normalised over the batch. With the norm's scale $\gamma$ near 1 the means of a batch have a deviation near 1, whatever $\sigma$ is. They
//: cannot run away to where the prior never goes, and they cannot all become 0, which is what collapse is. That is how a code with
//: $\sigma = 0.01$ could work. (Ours begins with log-variances of −3, and not of 0 as there: the norm's parameters move by one learning rate a
//: step, and a short training would end before its codes were worth something.)

func normalisedCodes(
    _ sweep: [Outcome], on faces: Faces, by yardstick: FaceEvaluation, in notebook: Notebook
) throws {
    let without = [sweep[0], sweep[5]]
    let with = try without.map { other in
        try outcome(
            of: Trial(name: "\(other.trial.name) with norm", sigma: other.trial.sigma, normalisesCodes: true),
            on: faces, by: yardstick, in: notebook)
    }
    let pairs = zip(without, with).flatMap { [$0, $1] }
    notebook.table(
        ["σ", "norm", "KL at first", "largest", "in the end", "deviation of code means", "samples from faces"],
        pairs.map { outcome in
            let kl = outcome.log["KL"]
            return [
                rounded(outcome.trial.sigma), outcome.trial.normalisesCodes ? "with" : "without", rounded(kl[0]),
                rounded(kl.max() ?? 0), rounded(outcome.divergence), rounded(meanDeviation(of: outcome, on: faces)),
                rounded(outcome.scores.distance),
            ]
        })
    try notebook.show(
        PictureGrid(
            "", rows: pairs.map { $0.pictures(reconstructed: 4, sampled: 6) },
            rowTitles: pairs.map {
                "σ = \(rounded($0.trial.sigma)),\n\($0.trial.normalisesCodes ? "norm" : "no norm")"
            }),
        named: "norm", "Reconstructions of the same four faces and six samples, without and with the norm.")

    notebook.expect(
        "σ small, no norm: codes run away, deviation of their means", meanDeviation(of: without[0], on: faces),
        .above(1.5))
    notebook.expect(
        "… and with it they stay", meanDeviation(of: with[0], on: faces), .within(0.7...1.4))
    notebook.expect(
        "… so samples come nearer to faces: distance over that without",
        with[0].scores.distance / without[0].scores.distance, .below(0.9))
    notebook.expect(
        "σ large: the norm holds up the KL, in nats", with[1].divergence, .above(1))
}

/// How far the means of held-out faces' codes lie from each other; 1 fits the prior.
func meanDeviation(of outcome: Outcome, on faces: Faces) -> Float {
    outcome.network.vae.encode(faces.judged(128), .inference).mean.variance(axes: [0]).mean().squareRoot().item
}

//: Compare the samples with the reconstructions in the same row, not the rows: which network has got as far as hair colours is luck after so
//: short a training. Without the norm samples are nothing (small $\sigma$), or reconstructions as empty as the samples (large). With it both are
//: faces of one kind.
//:
//: So the norm guards against both ends. But a guard is not a cure: $\gamma$ is learnt, and where the loss wants silence, $\gamma$ goes to 0, only
//: slowly. It moved by a few tenths in this short training; in the article's 50,000 updates it could go all the way.
//:
//: ## Too simple, too complex
//:
//: "If the decoder is too complex, not even a weak loss keeps it from overfitting; the latents are ignored. If it is too simple, it gets some
//: rough outlines." We put three other decoders behind the same encoder, at $\sigma = 0.3$: a *linear* one; the article's made *wider*; and one
//: that *peeks*: it paints pixel by pixel, and before each it looks at the pixels of the original above it and on its left, as if it had just
//: painted them. (That is a proper likelihood: $p(x|z)$ as a product over pixels, as in PixelCNN.) For each we ask how
//: many nats the code takes, and how much the output changes with the code of *another* face. What the linear one could come to needs
//: no training at all: no weighted sums of so many numbers come nearer to faces than their *principal components* do.

func decoders(
    _ sweep: [Outcome], on faces: Faces, by yardstick: FaceEvaluation, in notebook: Notebook
) throws {
    let (width, latent) = smallSize(in: notebook)
    let others: [(String, any Painter)] = [
        ("linear", LinearPainter(latent: latent)), ("wider", ArticlePainter(latent: latent, width: 2 * width)),
        ("peeking", PeekingPainter(latent: latent, width: width)),
    ]
    var listeners = try others.map { name, painter in
        let trial = Trial(name: name, sigma: sweep[2].trial.sigma, painter: painter)
        return Listener(name, try outcome(of: trial, on: faces, by: yardstick, in: notebook), on: faces)
    }
    listeners.insert(Listener("the article's", sweep[2], on: faces), at: 1)
    notebook.table(
        ["decoder", "its parameters", "distance from reconstruction", "KL, nats", "change with another's code"],
        listeners.map {
            [
                $0.name, "\($0.outcome.network.decoderCount)", rounded($0.outcome.deviation),
                rounded($0.outcome.divergence), rounded($0.change),
            ]
        })
    try notebook.show(
        PictureGrid(
            "Own code and another's",
            rows: [faces.judged(4).unsigned.pictures]
                + listeners.map {
                    $0.own.sliced(axis: 0, 0..<4).unsigned.pictures
                        + $0.other.sliced(axis: 0, 0..<4).unsigned.pictures
                },
            rowTitles: ["held out"] + listeners.map(\.name)),
        named: "decoders", "Left, four faces painted from their own codes; right, from the codes of four other faces."
    )

    let (linear, article, wider, peeking) = (listeners[0], listeners[1], listeners[2], listeners[3])
    let best = bestLinearDeviation(latents: latent, on: faces)
    notebook.say("The best linear decoder of \(latent) numbers leaves a distance of \(rounded(best)).")
    notebook.expect(
        "Too simple? In squared error it need not be: the best linear decoder's distance over the article's",
        best / article.outcome.deviation, .below(0.9))
    notebook.expect(
        "… but between two faces it can only fade: half way, distance from the fade", linear.departure, .below(1e-4))
    notebook.expect("… which the article's decoder does not do", article.departure, .above(0.03))
    notebook.expect(
        "A larger network of the same kind listens as much: KL over the article's decoder's",
        wider.outcome.divergence / article.outcome.divergence, .above(0.6))
    notebook.expect(
        "One that peeks listens less than half as much: KL over the article's decoder's",
        peeking.outcome.divergence / article.outcome.divergence, .below(0.5))
    notebook.expect(
        "… and paints the same with any code: change over the article's decoder's",
        peeking.change / article.change, .below(0.2))
}

/// How far held-out faces stay from what a linear decoder can paint at best: its directions are the principal components of
/// training faces.
func bestLinearDeviation(latents: Int, on faces: Faces) -> Double {
    let known = faces.training.batch(0..<min(1000, faces.training.count)).signed
    let judged = faces.judged(128)
    let rebuilt = PrincipalComponents(of: known, count: latents).rebuilt(judged)
    return Double(meanSquaredError(rebuilt, judged).item).squareRoot()
}

/// A decoder that was given the codes of other faces.
struct Listener {
    let name: String
    let outcome: Outcome
    let own, other: Tensor

    init(_ name: String, _ outcome: Outcome, on faces: Faces) {
        self.name = name
        self.outcome = outcome
        let pictures = faces.judged(64)
        let codes = outcome.network.vae.encode(pictures, .inference).mean
        let exchanged = codes.rows(Array(32..<64) + Array(0..<32))
        own = outcome.network.paint(codes, original: pictures, .inference)
        other = outcome.network.paint(exchanged, original: pictures, .inference)
        let middle = outcome.network.paint(0.5 * (codes + exchanged), original: pictures, .inference)
        departure = Double(meanSquaredError(middle, 0.5 * (own + other)).item).squareRoot()
    }

    /// The root of the mean squared difference between the two.
    var change: Double { Double(meanSquaredError(own, other).item).squareRoot() }

    /// How far the picture half way between two codes is from the mean of their pictures.
    let departure: Double
}

//: Neither half of the sentence is quite true.
//:
//: - **Simple.** In squared error the linear decoder is *ahead* of the article's here. The faces lie on top of each other, most of their
//:   squared error is in large areas of one colour, and of those a few weighted sums tell a lot; it has no hidden layers to put in order
//:   first, either. Nor is it the short training alone: the network of the next section is wider and learns five times as long, and does not
//:   reach the best linear one. What a linear decoder lacks is seen in the pictures. It can only add up outlines, so each face
//:   has the ghosts of others around it, and half way between two faces there is nothing but a double exposure.
//: - **Complex.** More parameters of the same kind do not make a decoder deaf: it has no other source to learn the picture from. What makes it deaf is
//:   *another source*. The peeking one knows nearly all of a pixel from its neighbours, and pays for a code only what neighbours cannot
//:   tell. It reconstructs best of all, and its code, which we wanted for walks and arithmetic, is nearly empty. (Overfitting is
//:   another matter, and comes below: it needs few faces, not a large decoder.)
//:
//: ## One that lives
//:
//: Now the real one: the article's table with its norm, at a quarter of its width, with 32 latents and Adam. (The last map alone keeps half of
//: its 32 channels: from four one cannot mix colours. `--scale full` has the table as it is, 64 latents, RMSProp at $10^{-4}$ and
//: 50,000 updates of 64 faces, hats and all: 0.75 s an update on two cores, ten hours in all.) What $\sigma$ to take? The
//: likeliest one is the deviation that the network reaches in the end, about 0.3: exercise 2 shows why. But the sweep has its best *samples* above that: a
//: little more keeps the codes nearer to the prior. We take 0.5.

func trainedFully(on faces: Faces, in notebook: Notebook) throws -> FaceVAE {
    let plan = faces.plan
    let run = notebook.trainingRun("vae", steps: plan.steps, settings: plan.settings)
    let (vae, log) = try FaceVAETraining(plan, on: faces.training).train(run, resuming: notebook.isResuming)
    let steps = (1...log.count).map(Double.init)
    try notebook.show(
        Panels(
            "",
            [
                Figure("Reconstruction", x: "step", y: "squared error of a picture, summed").logarithmicY()
                    .curve(steps, log["squared error"], smoothing: 0.97, color: .blue),
                Figure("The code", x: "step", y: "KL, nats")
                    .curve(steps, log["KL"], smoothing: 0.97, color: .vermillion),
            ]),
        named: "training", "The two losses apart, over the training.")
    let deviation = sqrtf(log.recentMean("squared error", over: 100) / 12_288)
    let linear = bestLinearDeviation(latents: plan.latent, on: faces)
    notebook.say(
        "In the end a number is \(rounded(deviation)) from its reconstruction. The best linear decoder of as many "
            + "numbers: \(rounded(linear)).")
    notebook.expect("In the end a number is this far from its reconstruction", deviation, .within(0.2...0.4))
    notebook.expect(
        "… and the code is alive: KL in nats", log.recentMean("KL", over: 100), .within(20...100))
    return vae
}

//: > **What is normal.** The squared error starts where the mean face is (a few thousand) and falls fast, then slowly, for as long as one has
//: > patience. The KL goes the other way: falling error is *bought* with nats. If both fall, look at the learning rate; if the error stalls
//: > near its start while the KL falls to 0, $\sigma$ is too large.
//:
//: ## Faces that nobody drew
//:
//: Sixty-four codes from the standard normal, decoded. In inference the batch norms use their running statistics, so each sample
//: is what it is, whatever its neighbours are (the last section looks at how the article does it).

func samples(of vae: FaceVAE, by yardstick: FaceEvaluation, in notebook: Notebook) throws {
    var generator = notebook.generator(7)
    let codes = Tensor(normalWithMean: 0, shape: [128, vae.latent], using: &generator)
    let samples = vae.decode(codes, .inference).unsigned
    try notebook.show(
        PictureGrid("", rows: (0..<8).map { samples.sliced(axis: 0, 8 * $0..<8 * $0 + 8).pictures }),
        named: "samples", "Sixty-four faces that nobody drew.", isThumbnail: true)
    let scores = yardstick.scores(of: samples)
    notebook.expect(
        "They are blurred: gradient energy over that of faces", scores.sharpness, .below(0.5))
    notebook.expect("… but they are not alike: spread over that of faces", scores.spread, .above(0.5))
    notebook.expect("… and have many colours of hair, of nine that there are", scores.hairColors, .above(3))
}

//: Hair, skin and eyes are there, each with its own; lines are not. That is the Gaussian's doing: where the code does not say where a lock
//: ends, the likeliest picture is the mean of all places where it may. Lesson 01 called this covering, and lesson 06 measures it against networks that
//: do not do it.
//:
//: ## Walks
//:
//: If codes fill the space without holes, then between the codes of two faces there are faces. Three walks, in steps of a ninth; below
//: them the two ends of the first walk faded into each other, which is what mixing *pictures* would do.

func walks(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    let codes = vae.encode(faces.judged(64), .inference).mean
    let paths = (0..<32).map { walk in
        vae.decode(between(codes.rows([2 * walk]), codes.rows([2 * walk + 1])), .inference).unsigned
    }
    let fades = paths.map { between($0.rows([0]), $0.rows([9])) }
    try notebook.show(
        PictureGrid(
            "", rows: (paths.prefix(3) + [fades[0]]).map(\.pictures),
            rowTitles: (1...3).map { "walk \($0)" } + ["1, faded"]),
        named: "walks", "Straight lines between the codes of two held-out faces, and a fade of the first one's ends.")
    let middles = [paths, fades].map { Tensor.concatenated($0.map { $0.rows([4, 5]) }, axis: 0) }
    notebook.expect(
        "Half way is sharper than a fade, over 32 walks: gradient energy, ratio",
        PictureMeasures.gradientEnergy(of: middles[0]) / PictureMeasures.gradientEnergy(of: middles[1]), .above(1))
}

/// Ten tensors on the straight line from one to another.
func between(_ a: Tensor, _ b: Tensor) -> Tensor {
    Tensor.concatenated((0..<10).map { a + (Float($0) / 9) * (b - a) }, axis: 0)
}

//: ## Arithmetic with attributes
//:
//: Drawn faces tell what they are. The mean code of training faces *with* an attribute minus that of those *without* is a direction; we
//: add it to held-out faces without the attribute, and let the reader say how many have it now.

func arithmetic(of vae: FaceVAE, on faces: Faces, by yardstick: FaceEvaluation, in notebook: Notebook) throws {
    let known = faces.training.first(1000)
    let truth = (0..<known.count).map { FaceReading(known.face(at: $0)) }
    let codes = vae.encode(known.batch(0..<known.count).signed, .inference).mean
    let judged = faces.heldOut.first(256)
    let starts = vae.encode(judged.batch(0..<judged.count).signed, .inference).mean
    let strengths: [Float] = [0, 0.5, 1, 1.5]
    let wishes = [
        Wish("dark skin", .skin, from: [0], to: [2]), Wish("fair hair", .hair, from: [0, 1], to: [2, 3]),
        Wish("long hair", .length, from: [0], to: [2]), Wish("open mouth", .mouth, from: [0], to: [1]),
    ]
    var rows: [[Picture]] = []
    var shares: [[Double]] = []
    for wish in wishes {
        let direction =
            meanCode(codes, where: truth.map(wish.isGranted)) - meanCode(codes, where: truth.map(wish.isOpen))
        let chosen = (0..<judged.count).filter { wish.isOpen(FaceReading(judged.face(at: $0))) }
        let changed = strengths.map { vae.decode(starts.rows(chosen) + $0 * direction, .inference).unsigned }
        shares.append(
            changed.map { pictures in
                let readings = yardstick.reader.readings(of: pictures)
                return Double(readings.count(where: wish.isGranted)) / Double(readings.count)
            })
        rows.append([0, 1].flatMap { face in changed.map { $0.rows([face]).pictures[0] } })
    }
    let titles = ["+0", "+½", "+1", "+1½"]
    notebook.table(
        ["added"] + titles, zip(wishes, shares).map { [$0.name] + $1.map { "\(rounded(100 * $0)) %" } })
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: titles + titles, rowTitles: wishes.map(\.name)),
        named: "arithmetic",
        "Two held-out faces for each attribute, and what more and more of its direction makes of them.")
    for index in 0..<2 {
        notebook.expect(
            "\(wishes[index].name) is granted when asked for: share, above that before",
            shares[index][3] - shares[index][0], .above(0.5))
    }
}

/// An attribute that a face is to have.
struct Wish {
    let name: String
    let trait: FaceTrait
    /// The classes of the trait that faces have before, and are to have.
    let from, to: [Int]

    init(_ name: String, _ trait: FaceTrait, from: [Int], to: [Int]) {
        (self.name, self.trait, self.from, self.to) = (name, trait, from, to)
    }

    func isOpen(_ reading: FaceReading) -> Bool { from.contains(reading[trait]) }
    func isGranted(_ reading: FaceReading) -> Bool { to.contains(reading[trait]) }
}

/// The mean of the codes of those for whom it holds.
func meanCode(_ codes: Tensor, where holds: [Bool]) -> Tensor {
    codes.rows(holds.indices.filter { holds[$0] }).mean(axes: [0], keepingAxes: true)
}

//: Skin and hair, which are many pixels, obey. A mouth is a dozen pixels, worth next to nothing in squared error: the code of so small a network
//: hardly holds it, and no direction can add what the code does not hold.
//:
//: Look at the hair in the first row: it grows lighter while the skin grows darker. That is no slip of the arithmetic. The colours of our faces
//: are chosen so that hair stands off the skin, so among the training faces the two go together, and a difference of means has all that goes together.
//:
//: ## Memory or invention?
//:
//: A model that draws its training faces again has invented nothing. Beside each sample stands the nearest of all training faces.
//:
//: Being near proves nothing by itself: a blurred face is near to many. So we ask whether samples are nearer to faces that the model has *seen* than
//: to as many that it has *not*. And as a test of the test, a model that was given 32 faces only, and had every chance to learn them by
//: heart.

func memory(of vae: FaceVAE, on faces: Faces, by yardstick: FaceEvaluation, in notebook: Notebook) throws {
    var generator = notebook.generator(7)
    let codes = Tensor(normalWithMean: 0, shape: [128, vae.latent], using: &generator)
    let samples = vae.decode(codes, .inference).unsigned
    let nearest = neighbours(of: samples.rows(Array(0..<15)), among: faces.training)
    let cells = (0..<15).map { [samples.rows([$0]).pictures[0], faces.training[nearest[$0].index]] }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<3).map { row in cells[5 * row..<5 * row + 5].flatMap { $0 } },
            columnTitles: (0..<5).flatMap { _ in ["sample", "nearest"] }),
        named: "neighbours", "Samples, and beside each the nearest of all training faces.")

    let few = 32
    let memoriser = try outcome(
        of: Trial(name: "few faces", sigma: 0.3, normalisesCodes: true, faceCount: few), on: faces, by: yardstick,
        in: notebook)
    let count = faces.heldOut.count
    let full = recall(of: samples, on: faces, count: count)
    let small = recall(of: memoriser.samples.unsigned, on: faces, count: few)
    notebook.table(
        ["samples of a model of", "to the nearest it has seen", "to the nearest of as many unseen", "ratio"],
        [("\(faces.training.count) faces", full), ("\(few) faces", small)].map { name, recall in
            [name, rounded(recall.seen), rounded(recall.unseen), rounded(recall.seen / recall.unseen)]
        })
    notebook.expect(
        "No nearer to what it has seen than to what it has not: ratio", full.seen / full.unseen, .within(0.95...1.05))
    notebook.expect(
        "The model of few faces is: ratio below the other's", full.seen / full.unseen - small.seen / small.unseen,
        .above(0.03))
}

/// The median distances of samples to the nearest of `count` faces that were learnt from, and of as many held out.
func recall(of samples: Tensor, on faces: Faces, count: Int) -> (seen: Double, unseen: Double) {
    func middle(_ faces: FaceCrops) -> Double {
        median(neighbours(of: samples, among: faces.first(count)).map(\.distance))
    }
    return (middle(faces.training), middle(faces.heldOut))
}

//: ## How likely are faces?
//:
//: A VAE has what no adversarial network has: a bound on $\log p(x)$ for faces that it never saw. One draw of $z$ gives the bound of the
//: training. $K$ draws, weighted by how likely they are, give a tighter one (lesson 02; Burda et al. 2016):
//:
//: $$ \log p(x) \ge E\left[\log \frac1K \sum_{k=1}^{K} w_k\right], \qquad w_k = \frac{p(x|z_k) p(z_k)}{q(z_k|x)}, \qquad z_k \sim q(z|x) $$

/// log w of one draw for each picture.
func logWeights(
    of vae: FaceVAE, _ pictures: Tensor, sigma: Float, using generator: inout SeededGenerator
) -> [Double] {
    let encoding = vae.encode(pictures, .inference)
    let z = encoding.sample(using: &generator)
    let noise = (z - encoding.mean) * (-0.5 * encoding.logVariance).exp()
    let error = (vae.decode(z, .inference) - pictures).squared().sum(axes: [1, 2, 3])
    // log p(z) − log q(z|x): both are normal, and their constants cancel.
    let prior = 0.5 * (noise.squared() - z.squared() + encoding.logVariance).sum(axes: [1])
    let constant = 12_288 * (log(Double(sigma)) + 0.5 * log(2 * .pi))
    return (prior - error / (2 * sigma * sigma)).scalars.map { Double($0) - constant }
}

func bound(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    let pictures = faces.judged(64)
    var generator = notebook.generator(8)
    let codes = vae.encode(pictures, .inference).sample(using: &generator)
    let reached = meanSquaredError(vae.decode(codes, .inference), pictures).squareRoot().item
    let draws = notebook.scale.choose(tiny: 4, quick: 64, full: 256)
    var bounds: [[Double]] = []
    for sigma in [faces.plan.sigma, reached] {
        let weights = (0..<draws).map { _ in logWeights(of: vae, pictures, sigma: sigma, using: &generator) }
        bounds.append([1, 4, 16, 64].map { count in bound(from: weights, draws: min(count, draws)) })
    }
    notebook.table(
        ["σ", "draws K", "−log p(x) is at most, nats", "bits for a number of 256 levels"],
        zip([faces.plan.sigma, reached], bounds).flatMap { sigma, bounds in
            zip([1, 4, 16, 64], bounds).map { count, bound in
                // A level is 2/255 wide, and a nat is 1/log 2 bits.
                let bits = -bound / 12_288 / log(2.0) + log2(127.5)
                return [rounded(sigma), "\(count)", rounded(-bound, digits: 5), rounded(bits)]
            }
        })
    notebook.expect("More draws tighten the bound: nats from 1 to 64", bounds[0][3] - bounds[0][0], .above(1))
    notebook.expect(
        "The σ that the network reached is likelier than the one it was trained with: nats",
        bounds[1][0] - bounds[0][0], .above(0))
}

/// The mean over pictures, and over groups of as many draws as are said, of the bound from their weights.
func bound(from weights: [[Double]], draws: Int) -> Double {
    let estimates = weights[0].indices.flatMap { face in
        stride(from: 0, to: weights.count, by: draws).map { start -> Double in
            let group = weights[start..<start + draws].map { $0[face] }
            let largest = group.max() ?? 0
            return largest + log(group.reduce(0) { $0 + exp($1 - largest) } / Double(draws))
        }
    }
    return estimates.reduce(0, +) / Double(estimates.count)
}

//: > **What is normal.** Seven bits out of eight make a poor compressor, and no surprise: all 12,288 numbers share one $\sigma$, so edges and
//: > flat ground are thought equally uncertain. The *differences* are what a bound is for: between two settings, two models, two sets of faces.
//: > Tens of nats between $K = 1$ and 64 say that the true posterior is not the encoder's upright Gaussian.
//:
//: ## Whose statistics?
//:
//: The article's code never leaves training mode: when it samples, batch norm still uses the statistics of the batch at hand. Then a face
//: depends on the faces beside it. Eight steps of the first walk, decoded with the running statistics; in a batch with 56 others; and as a batch of
//: their own.

func statistics(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    var generator = notebook.generator(9)
    let ends = vae.encode(faces.judged(2), .inference).mean
    let walk = between(ends.rows([0]), ends.rows([1])).sliced(axis: 0, 0..<8)
    let others = Tensor(normalWithMean: 0, shape: [56, vae.latent], using: &generator)
    let running = vae.decode(walk, .inference)
    let crowd = vae.decode(Tensor.concatenated([walk, others], axis: 0), .inference).sliced(axis: 0, 0..<8)
    // A tape that learns nothing: training mode for the norms only. It also moves their running statistics, so it comes last.
    let among = vae.decode(Tensor.concatenated([walk, others], axis: 0), .training(Tape())).sliced(axis: 0, 0..<8)
    let alone = vae.decode(walk, .training(Tape()))
    try notebook.show(
        PictureGrid(
            "", rows: [running, among, alone].map(\.unsigned.pictures),
            rowTitles: ["running\nstatistics", "batch of 64", "batch of 8"]),
        named: "statistics", "The same eight codes with the running statistics, and with those of two batches.")
    let changes = [crowd, among, alone].map { meanSquaredError($0, running).squareRoot().item }
    notebook.expect("Running statistics: what others do to a face, RMS", changes[0], .below(1e-5))
    notebook.expect("The batch's: what 56 others do to it", changes[1], .above(0.02))
    notebook.expect("… and what a batch of its like does", changes[2], .above(0.1))
}

//: In a batch of faces that are alike, what they have in common *is* the mean, and the norm takes it away: the walk no longer begins at
//: its first face. With sixty random samples, as the article draws them, the effect is smaller, and it flatters: the batch's own statistics
//: bring the contrast back that codes from the prior, tamer than those of faces, have lost. Use running statistics wherever a picture must
//: not depend on its neighbours: walks, arithmetic, one sample at a time.
//:
//: What remains is the blur. The article set out to show that a VAE can do better than its fame; lesson 06 puts this one beside two
//: adversarial networks.
