import Basics
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Appendix: how likely are faces?
//:
//: <details><summary>A tighter bound on log p(x), and what the article's code minimises</summary>
//:
//: A VAE has what no adversarial network has: a bound on $\log p(x)$ for faces that it never saw. One draw of $z$ gives the bound of the
//: training. $K$ draws, weighted by how likely they are, give a tighter one (lesson 02):
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

//:fold What is measured and drawn: `bound`
func bound(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    let pictures = faces.evaluated(64)
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
        ["σ", "draws K", "−log p(x) is at most, nats", "bits per colour value (256 levels)"],
        zip([faces.plan.sigma, reached], bounds).flatMap { sigma, bounds in
            zip([1, 4, 16, 64], bounds).map { count, bound in
                // A level is 2/255 wide, and a nat is 1/log 2 bits.
                let bits = -bound / 12_288 / log(2.0) + log2(127.5)
                return [rounded(sigma), "\(count)", rounded(-bound, digits: 5), rounded(bits)]
            }
        })
    notebook.expect("More draws tighten the bound: nats from 1 to 64", bounds[0][3] - bounds[0][0], .above(1))
    let ratio = Double(faces.plan.sigma / reached)
    notebook.expect(
        "The σ that the network reached is likelier by what exercise 2 says: nats, over D(log σ/r + r²/2σ² − ½)",
        (bounds[1][0] - bounds[0][0]) / (12_288 * (log(ratio) + 0.5 / (ratio * ratio) - 0.5)),
        .near(1, tolerance: 0.05))
}
//:end

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

//: > **What is normal.** Seven bits out of eight would be poor compression. All 12,288 numbers share one $\sigma$, so edges and flat ground count as equally uncertain. Use the bound for
//: > *differences*: between two settings, two models, two sets of faces. Tens of nats between $K = 1$ and 64 say that the true posterior is not the
//: > encoder's Gaussian.
//:
//: Of the formula for the likelihood the article says: "Oh! There should be a square behind the norm." Its code differs in two more places. It multiplies the first term by ½ once more, and it
//: adds $\log\sigma$ once instead of $D$ times. As a likelihood both are wrong; as a loss both are harmless. The constant $\log\sigma$ has no gradient, and
//: $\frac{1}{4\sigma^2} = \frac{1}{2(\sqrt2\sigma)^2}$ only shifts $\sigma$: code that says $\sigma = 0.01$ trains with 0.0141.

/// The article's code, in our words.
func articlesCost(_ painted: Tensor, _ pictures: Tensor, sigma: Float) -> Tensor {
    (0.5 * sumSquaredError(painted, pictures) / (2 * sigma * sigma) + logf(sigma)) / Float(pictures.shape[0])
}

//:fold What is measured: `articlesLikelihood`
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
//:end

//: </details>
//:
