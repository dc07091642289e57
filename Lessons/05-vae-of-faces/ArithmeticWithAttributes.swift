import Basics
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Arithmetic with attributes
//:
//: Drawn faces tell what they are. The mean code of training faces *with* an attribute minus that of those *without* is a direction; we
//: add it to held-out faces without the attribute, and let the reader say how many have it now.

//:fold What is measured and drawn: `arithmetic`
func arithmetic(of vae: FaceVAE, on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws {
    let known = faces.training.first(1000)
    let truth = (0..<known.count).map { FaceReading(known.face(at: $0)) }
    let codes = vae.encode(known.batch(0..<known.count).signed, .inference).mean
    let evaluated = faces.heldOut.first(256)
    let starts = vae.encode(evaluated.batch(0..<evaluated.count).signed, .inference).mean
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
        let chosen = (0..<evaluated.count).filter { wish.isOpen(FaceReading(evaluated.face(at: $0))) }
        let changed = strengths.map { vae.decode(starts.rows(chosen) + $0 * direction, .inference).unsigned }
        shares.append(
            changed.map { pictures in
                let readings = evaluation.reader.readings(of: pictures)
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
//:end

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

//:fold What is measured and drawn: `memory`
func memory(of vae: FaceVAE, on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws {
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
        of: Trial(name: "few faces", sigma: 0.3, normalisesCodes: true, faceCount: few), on: faces, by: evaluation,
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
//:end

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

//: > **What is normal.** Seven bits out of eight make a poor compressor, and no surprise: all 12,288 numbers share one $\sigma$, so edges and
//: > flat ground are thought equally uncertain. The *differences* are what a bound is for: between two settings, two models, two sets of faces.
//: > Tens of nats between $K = 1$ and 64 say that the true posterior is not the encoder's upright Gaussian.
//:
