import ArgumentParser
import Figures
import Foundation
import LessonKit
import Models
import TensorCore
import Training

@main
struct VAEOfFaces: Lesson {
    static let card = LessonCard(
        5, "vae-of-faces", title: "A VAE of faces",
        idea: "one number, the deviation of a pixel, decides between noise and sameness; then faces that nobody drew",
        chapters: [
            "TurningTheKnob", "TooSimpleTooComplex", "WalksAndArithmetic", "MemoryOrInvention", "LinesAndCutPaper",
            "HowLikelyAreFaces", "WhoseStatistics",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let faces = Faces(for: notebook)
        try show(faces, in: notebook)
        likelihood(in: notebook)
        try notebook.excerpt("Sources/Models/VAE/FaceVAE.swift", of: "encode", "decode")
        try sameKnob(on: faces, in: notebook)
        let evaluation = try evaluation(of: faces, in: notebook)
        let sweep = try sweep(on: faces, by: evaluation, in: notebook)
        try collapses(sweep, on: faces, in: notebook)
        try normalisedCodes(sweep, on: faces, by: evaluation, in: notebook)
        try decoders(sweep, on: faces, by: evaluation, in: notebook)
        let vae = try trainedFully(on: faces, in: notebook)
        try notebook.excerpt("Sources/FaceGeneration/FaceVAETraining.swift", of: "learn")
        try samples(of: vae, by: evaluation, in: notebook)
        try walks(of: vae, on: faces, in: notebook)
        try arithmetic(of: vae, on: faces, by: evaluation, in: notebook)
        try memory(of: vae, on: faces, by: evaluation, in: notebook)
        try takenApart(in: notebook)
        try cutPaper(beside: vae, in: notebook)
        try bound(of: vae, on: faces, in: notebook)
        articlesLikelihood(in: notebook)
        try statistics(of: vae, on: faces, in: notebook)
    }
}

//: # 05 · A VAE of faces
//:
//: This lesson trains a VAE of faces, in colour, 64×64 pixels, with the network of the article's code. The pixels of lesson 04 were coins.
//: The likelihood of colours has a number that is not learnt: $\sigma$, how far a pixel may be from what the decoder says. "It is easy to
//: see that balancing these two parts is crucial for making a VAE work well," says the article of reconstruction and KL. $\sigma$ is that
//: balance. We turn it from one end to the other, see both ways in which a VAE fails, and then train one that works.
//:
//: > **Before you start.** You need lesson 04. In a hurry, skip "A norm on the codes" and both appendices.
//: >
//: > **Sources.** [The article and its code](https://github.com/wuga214/IMPLEMENTATION_Variational-Auto-Encoder). Lucas and others,
//: > [*Don't blame the ELBO!*](https://arxiv.org/abs/1911.02469) (2019), on collapse. Van den Oord and others,
//: > [*Pixel recurrent neural networks*](https://arxiv.org/abs/1601.06759) (2016). Heusel and others,
//: > [*GANs trained by a two time-scale update rule*](https://arxiv.org/abs/1706.08500) (2017), for the Fréchet distance.
//:
//: ## The faces
//:
//: The article cut faces out of pictures with a detector. Ours are drawn, so that nothing has to be downloaded and their attributes are known. They are framed
//: as a detector would: large, upright, on a plain ground, and without hats. In this lesson a picture's numbers lie in $[-1, 1]$, because the
//: decoder ends in tanh.

//:fold What is measured and drawn: `show`
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
//:end

//: ## A likelihood for colours
//:
//: The decoder gives a picture $\hat x(z)$. Each of the $D = 3\cdot 64\cdot 64 = 12288$ numbers of the true picture is taken to be
//: normal around it, all with one deviation $\sigma$:
//:
//: $$ -\log p(x|z) = \frac{\Vert x - \hat x(z)\Vert^2}{2\sigma^2} + D \log \sigma + \frac D2 \log 2\pi $$
//:
//: Sums go over numbers and latents, means over the batch, here and in all that follows.

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

//:fold What is measured: `likelihood`
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

//:end

//: ## "0.001·KL" is σ by another name
//:
//: Many repositories have no $\sigma$. They minimise the squared error plus a small weight $\beta$ times the divergence. The article: "I often see people set the KL
//: term to something like 0.001×KL + Reconstruction_Loss, which is incorrect!" But multiply the bound by the constant $2\sigma^2$, which moves no minimum:
//:
//: $$ 2\sigma^2\left(\frac{\Vert x - \hat x\Vert^2}{2\sigma^2} + \mathrm{KL} + \text{const}\right)
//: = \Vert x - \hat x\Vert^2 + \underbrace{2\sigma^2}_{\beta}\mathrm{KL} + \text{const} $$
//:
//: So $\beta = 2\sigma^2$. RMSProp and Adam divide the constant factor away.

//:fold What is measured and drawn: `sameKnob`
func sameKnob(on faces: Faces, in notebook: Notebook) throws {
    let pictures = faces.evaluated(8)
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
//:end

//:fold The gradients of a loss in all weights
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

//:end

//: So "incorrect" is too harsh: such a weight is a $\sigma$ without its name, and the article's own code amounts to $\beta = 4\cdot
//: 10^{-4}$. But a weight cannot be carried from one repository to another. With the *sum* of the errors, 0.001 means a sharp $\sigma =
//: 0.022$. With their *mean* it means $\sigma = 2.5$, more than the whole range from black to white.
//:
