import Figures
import LessonKit
import TensorCore
import Training

//: ## What each is good for
//:
//: Both have codes of eight numbers. First the task that both were trained for: pictures through the code (for the VAE its mean) and back. Then the task that only
//: the VAE was made for: random numbers from the standard normal, decoded. Which network will be better at which?

//:fold What is measured and drawn: `compare`
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
//:end

//: The autoencoder reconstructs better. But what it makes up are smears of several signs or broken strokes, because most pictures' codes lie elsewhere than the random ones that are drawn. (The article says that it would "create pure noise". This decoder has learnt strokes, and puts strokes together.) Three measures:
//:
//: - *Variance of the codes.* The codes of all test pictures together should be distributed like the prior, since samples are drawn from the prior.
//:   (An autoencoder's codes are its means alone.)
//: - *Read.* The share of samples in which a small network reads a sign. It has learnt to read the signs, and to refuse two signs laid over each other, mixed, or joined by halves.
//: - *Distance to the nearest* of 4000 training pictures: the root of the mean squared difference, mean over the samples.

//:fold What is measured and drawn: `measure`
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

    notebook.expect("The autoencoder gets more back: nats saved", costs[1] - costs[0], .above(3))
    notebook.expect("… but its codes do not lie as the prior does: variance", variances[0], .above(4))
    notebook.expect("The VAE's spread about as wide as the prior: variance", variances[1], .within(0.5...1.8))
    notebook.expect("Few of the autoencoder's samples can be read: share", shares[0], .below(0.15))
    notebook.expect("Many more of the VAE's can: share, above the autoencoder's", shares[1] - shares[0], .above(0.3))
    notebook.expect(
        "… and they are nearer to true pictures: distance, over the autoencoder's", distances[1] / distances[0],
        .below(0.8))
}
//:end

//: The VAE's reconstructions are a little softer; that is the price. In return its codes spread as wide as the prior; that fewer samples than test pictures can be read shows that gaps are left. And since a drawn code must decode well
//: wherever it falls, neighbouring codes decode to similar pictures.
//:
//: ## The two parts
//:
//: The cost is a *sum* over the pixels and the divergence a sum over the latents, since both are logarithms of products. Over the
//: batch one takes the mean. Look at the two parts one by one; their sum says little.

//:fold What is drawn: `parts`
func parts(of log: TrainingLog, in notebook: Notebook) throws {
    let steps = Array(1...log.count)
    try notebook.show(
        Figure("The two parts of the VAE's loss", x: "step", y: "nats a picture").logarithmicX().logarithmicY()
            .curve(steps, log["reconstruction"], "reconstruction", color: .blue)
            .curve(steps, log["KL"], "KL", color: .vermillion).legend(.below),
        named: "parts", "Summed over pixels and latents, mean over a batch of 128.")
}

//:end

//: > **What is normal.** In the first hundred steps the KL may jump and fall back to almost nothing: a code that says nothing yet is only a
//: > cost. Then the decoder begins to use the code, and the KL *rises* while the reconstruction falls. A rising KL is learning. Worry when
//: > it stays below half a nat, for then the code is empty.
//:
//: Now the commonest mistake. A library's loss is usually a mean over everything, here 784 times smaller than the sum, while the divergence is still a sum.
//: A factor before the whole loss would move no minimum. A factor before one part does: a nat of divergence would have to save 784 nats of
//: reconstruction. What happens?

//:fold What is measured and drawn: `collapse`
func collapse(against log: TrainingLog, on pictures: PictureSet, in notebook: Notebook) throws {
    let steps = notebook.scale.choose(tiny: 12, quick: 600, full: 2000)
    let averaged = try train(
        Recipe(name: "mean over pixels", latent: 8, steps: steps, loss: { $0 / 784 + $1 }), on: pictures, in: notebook
    )
    let rows = [
        ("sum over pixels", log, steps), ("sum over pixels", log, log.count),
        ("mean over pixels", averaged.log, steps),
    ]
    notebook.table(
        ["the reconstruction is a", "steps", "reconstruction, as a sum", "KL"],
        try rows.map { name, log, steps in
            let means = try ["reconstruction", "KL"].map { part in
                "\(rounded(mean(try log[part].prefix(steps).suffix(50).map(Double.init)))) nats"
            }
            return [name, "\(steps)"] + means
        })
    let test = pictures.test.pictures
    let outputs = averaged.network(test, .inference).sigmoid()
    let (spread, full) = (outputs.variance(axes: [0]).mean().item, test.variance(axes: [0]).mean().item)
    try notebook.expect(
        "Means over pixels empty the code: KL in nats", averaged.log.recentMean("KL", over: 50), .below(0.1))
    notebook.expect(
        "… and whatever goes in, the same comes out: variance among outputs, of that among pictures",
        spread / full, .below(0.01))
    try notebook.expect("With sums the code speaks: KL in nats", log.recentMean("KL", over: 50), .above(5))
}
//:end

//: This is *posterior collapse*. The article describes it: "If we ignore the reconstruction term entirely, the latent
//: distribution degenerates to the standard normal, so whatever the input is, you always get similar output." Here a
//: mean in place of a sum was enough to cause it. Means over pixels *and* latents are wrong too, only less (exercise
//: 1). The article is right that the KL should be given a weight only for a reason. But lesson 05 shows that the deviation
//: of a pixel, which it recommends, is such a weight.
//:
