import Figures
import LessonKit
import Models
import TensorCore
import Training

//: ## The plane
//:
//: With two numbers for a code, as the article's program has it for MNIST, one can look at all of it. This network was never told which sign is which; only the figure's colours know.

//:fold What is measured and drawn: `plane`
func plane(of pictures: PictureSet, in notebook: Notebook) throws -> DenseVAE {
    let steps = notebook.scale.choose(tiny: 12, quick: 2400, full: 12_000)
    let network = try train(Recipe(name: "plane", latent: 2, steps: steps), on: pictures, in: notebook).network
    let (codes, labels) = (network.encode(pictures.test.pictures, .inference).mean, pictures.test.labels)
    try notebook.show(
        planeFigure(codes, labels: labels, names: pictures.names), named: "plane",
        "The means of the test pictures' codes; each class has a colour and a shape, and its name in the middle.")

    let neighbours = nearestOthers(of: codes)
    let alike = neighbours.indices.count { labels[$0] == labels[neighbours[$0]] }
    notebook.expect(
        "Classes come apart without labels: share of pictures whose nearest neighbour is of their class",
        Double(alike) / Double(labels.count), .above(0.8))
    return network
}
//:end

//: Now from the plane to pictures. The places are quantiles of the standard normal, so that each stands for an equal share of the samples.
//: The decoder is continuous, so codes near enough to each other give nearly the same picture; at the steps of this chart a sign often gives way to another within one or two. Between two signs there are shapes that are neither. A continuous plane must have them,
//: and samples that cannot be read are likely of this kind.

//:fold What is drawn: `chart`
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

//:end

//: ## How good is the bound?
//:
//: The loss is only a bound, and by lesson 02 more draws tighten it. With the weights $w_k = p(x|z_k) p(z_k) / q(z_k|x)$ of $K$ draws,
//:
//: $$ L_K = E\left[\log \frac1K \sum_{k=1}^K w_k\right], \qquad L_1 \le L_8 \le L_{64} \le \log p(x) $$
//:
//: For a code of two numbers one can even compute the evidence, by integrating over the plane on a fine grid. The test pictures are made
//: black and white here, so that they are true outcomes of the coins.

//:fold What is measured and drawn: `bounds`
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
        named: "bounds",
        "With one draw the bound is the VAE's loss with its sign reversed; with more it nears the evidence.")
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
        "… where between a tenth and two fifths of the gap is left: share",
        (evidence - bounds[6]) / (evidence - bounds[0]), .within(0.1...0.4))
}
//:end

//: The gap at $K = 1$ is $\mathrm{KL}[q(z|x)\Vert p(z|x)]$. One encoder serves all pictures, and its answer is always a Gaussian, while the true posterior need not
//: be one. And it learnt from grey pictures, while these are black and white. More draws close the gap slowly: with 64 of them more than a
//: quarter is left, since most draws fall where the first ones did.
//:
//: Lesson 05 carries this loss to faces, with convolutions, and asks how much reconstruction a nat of divergence is worth.
//:
