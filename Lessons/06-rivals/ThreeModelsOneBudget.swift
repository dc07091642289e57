import Basics
import Colorization
import Drawings
import FaceGeneration
import Foundation
import Models
import TensorCore
import Training

//: ## Three models, one budget
//:
//: Now the race. All three see the same faces. At the quick scale each gets a minute or so of one core, which is very little, and networks
//: of width 16 in place of 64. The full scale has the originals' tables, and takes days on two cores.
//:
//: The first is the **autoencoder** of lesson 05, by its own plan. Faces of 32×32 have a quarter of the squared errors, so half the
//: deviation $\sigma$ of the observation keeps the balance with the KL.

func trainedVAE(in comparison: Comparison) throws -> Rival {
    let notebook = comparison.notebook
    var plan = FaceVAEPlan(for: notebook.scale)
    plan.sigma *= Float(comparison.side) / Float(FaceVAE.side)
    let run = notebook.trainingRun("VAE", steps: plan.steps, settings: plan.settings)
    let (network, log) = try FaceVAETraining(plan, on: comparison.faces).train(run, resuming: notebook.isResuming)
    var random = notebook.generator(5)
    let codes = Tensor(normalWithMean: 0, shape: [comparison.sampleCount, network.latent], using: &random)
    let samples = network.decode(codes, .inference)
    return Rival(name: "VAE", log: log, samples: samples, scores: comparison.scores(of: samples), looks: [])
}

//: The second is the **DCGAN** of jayleicn's animeGAN. Its tables stand in `Models`: transposed convolutions up from a code of 100
//: normal numbers, strided ones down to one logit, batch norm nearly everywhere, no biases, every weight begun as
//: $\mathcal N(0, 0.02^2)$, and one more convolution in the generator than usual. A step is the one of the game on the ring. His best
//: run smoothed the labels: the target for true faces is 0.9.

func trainedDCGAN(in comparison: Comparison) throws -> Rival {
    var random = comparison.notebook.generator(6)
    let scale = comparison.notebook.scale
    let width = scale.choose(tiny: 2, quick: 16, full: 64)
    let generator = DCGANGenerator(width: width, side: comparison.side).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width, side: comparison.side).initialised(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 2e-4)
    let (maker, critic) = (
        TrainedNetwork("generator", generator, rate: rate), TrainedNetwork("discriminator", discriminator, rate: rate)
    )
    func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
        Tensor(normalWithMean: 0, shape: [count, generator.latent], using: &random)
    }
    let looked = codes(comparison.sampleCount, &random)
    let steps = scale.choose(tiny: 8, quick: 2000, full: 45_000)
    return try comparison.train("DCGAN", steps: steps, [maker, critic], sampling: { generator(looked, .inference) }) {
        number, random in
        let tape = Tape(learning: generator.parameters)
        let made = generator(codes(comparison.batch, &random), .training(tape))

        let critical = Tape(learning: discriminator.parameters)
        let evaluated = discriminatorLoss(
            onTrue: discriminator(try comparison.pictures(at: number), .training(critical)),
            onMade: discriminator(made.detached, .training(critical)), smoothing: 0.1)
        critic.adam.step(critical.gradients(of: evaluated))

        let loss = GeneratorLoss.nonSaturating(discriminator(made, .training(tape)))
        maker.adam.step(tape.gradients(of: loss))
        return ["discriminator": evaluated.item, "generator": loss.item]
    }
}

//: The third is **IllustrationGAN**. Its generator first makes features of a code with dense layers, then doubles and convolves; and
//: it has two of the remedies above: the *latent predictor*, which reads the code again from the features, and *minibatch
//: discrimination*. The original takes the predictor's step with an optimiser of its own; here, as in jayleicn's copy, both losses
//: are added.
//:
//: Its own tables need more time than the quick scale has. Trained narrow for 1500 steps they made coloured swirls: dropout takes
//: half of what few channels there are, nothing is normed in the dense layers, and the original had up to a million steps. So the full
//: scale has the tables, and the quick one has both devices on the DCGAN's generator.
//:
//: In the DCGAN's *discriminator* the second device did harm: its cross-entropy lay on the floor from the start, and samples grew alike
//: (a spread of 0.3 to 0.5 at three seeds). A likely reason: behind batch norm the features of a picture already depend on the rest of
//: its batch, and batches of true and of made pictures are told apart by their statistics alone. In a discriminator without batch norm, and
//: one layer shallower, the same device does what it promises; that one plays here.

func trainedIllustrationGAN(in comparison: Comparison) throws -> Rival {
    var random = comparison.notebook.generator(7)
    let scale = comparison.notebook.scale
    let networks =
        scale == .full
        ? IllustrationNetworks.table(width: 64, side: comparison.side)
        : IllustrationNetworks.small(width: scale.choose(tiny: 2, quick: 16, full: 64))
    networks.initialise(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 2e-4)
    let maker = TrainedNetwork("generator", networks.generator, rate: rate)
    let guesser = TrainedNetwork("predictor", networks.predictor, rate: rate)
    let critic = TrainedNetwork("discriminator", networks.discriminator, rate: rate)
    let looked = networks.codes(comparison.sampleCount, using: &random)
    func samples() -> Tensor { networks.pictures(networks.features(looked, .inference), .inference) }

    let steps = scale.choose(tiny: 8, quick: 1200, full: 45_000)
    return try comparison.train("IllustrationGAN", steps: steps, [maker, guesser, critic], sampling: samples) {
        number, random in
        let z = networks.codes(comparison.batch, using: &random)
        let tape = Tape(learning: networks.generator.parameters + networks.predictor.parameters)
        let features = networks.features(z, .training(tape))
        let made = networks.pictures(features, .training(tape))

        let critical = Tape(learning: networks.discriminator.parameters)
        let evaluated = discriminatorLoss(
            onTrue: networks.logits(try comparison.pictures(at: number), .training(critical), &random),
            onMade: networks.logits(made.detached, .training(critical), &random), smoothing: 0.1)
        critic.adam.step(critical.gradients(of: evaluated))

        let loss = GeneratorLoss.nonSaturating(networks.logits(made, .training(tape), &random))
        let forgotten = meanSquaredError(networks.predictor(features, .training(tape)), z)
        let gradients = tape.gradients(of: loss + forgotten)
        maker.adam.step(gradients)
        guesser.adam.step(gradients)
        return ["discriminator": evaluated.item, "generator": loss.item, "code's error": forgotten.item]
    }
}

//: Look first at the pictures, then at the numbers: where is each model nearest to the true faces, and where farthest?
//:
//: > **What is normal.** Neither player's loss falls for long: what one gains the other loses. A discriminator that knows nothing pays
//: > $\log 4 \approx 1.39$, and the generator then $\log 2 \approx 0.69$. After a hundred steps the discriminator is ahead here,
//: > between 0.4 and 1 (with the label at 0.9 it cannot get below 0.33), and the generator pays 2 to 5. What should worry is a
//: > discriminator that sits on its floor for hundreds of steps, or samples that grow alike. Whether pictures become better, the losses
//: > do not tell.

//:fold What is measured and drawn: `compare`
func compare(_ rivals: [Rival], in comparison: Comparison) throws {
    let notebook = comparison.notebook
    let truth = comparison.heldOut.batch(0..<comparison.sampleCount)
    try notebook.show(
        sideBySide([("true faces", truth.signed)] + rivals.map { ($0.name, $0.samples) }),
        named: "side-by-side", "True faces, and samples of the three models: none of them chosen.", isThumbnail: true)
    notebook.table(
        scoreTitles,
        [scoreRow("true, held out", comparison.evaluation.scores(of: truth))]
            + rivals.map { scoreRow($0.name, $0.scores) })
    for rival in rivals.dropFirst() {
        try notebook.show(
            sheet(rival.looks.map { ("step \($0.step)", $0.samples) }, columns: 6),
            named: "\(rival.name.lowercased())-on-the-way",
            "Six codes of \(rival.name) while it learns.")
    }
    try notebook.show(
        drawing(ofLossesOf: Array(rivals.dropFirst())), named: "losses", "The losses of both players in both games.")
    let (vae, dcgan, illustration) = (rivals[0].scores, rivals[1].scores, rivals[2].scores)
    notebook.expect("DCGAN is sharper than the VAE: ratio", dcgan.sharpness / vae.sharpness, .above(1.5))
    notebook.expect("… and so is IllustrationGAN: ratio", illustration.sharpness / vae.sharpness, .above(1.5))
    notebook.expect("… but its faces are built worse: layout, DCGAN over VAE", dcgan.layout / vae.layout, .above(1.3))
    notebook.expect(
        "IllustrationGAN is the more varied one: spread over DCGAN's", illustration.spread / dcgan.spread,
        .above(1.15))
    notebook.expect("… and over the VAE's", illustration.spread / vae.spread, .above(1.3))
    notebook.expect(
        "All have learnt where a face has what: layout (noise has 1.5), largest",
        rivals.map(\.scores.layout).max() ?? .nan, .below(1))
}
//:end

//: The belief that the article starts from holds: both GANs are at least twice as sharp as the autoencoder. But part of that sharpness
//: is grain. The third model is *sharper than true faces*, which no good model would be; nobody told it that a pixel is to be near
//: a true one. And the DCGAN's faces are built worse: layout puts it behind the autoencoder, at every seed that was tried. So
//: the article's own claim holds as well: an autoencoder that is tended to well is a rival to be taken seriously.
//:
//: The third model has nearly the spread of true faces. That is not the comparing alone: its discriminator also lost its batch norm. The
//: last experiment tells the two apart.
//:
//: ## The same collapse, of faces
//:
//: Here is the experiment of the ring again, with faces: a small GAN for 32×32, whose discriminator has no batch norm. Each row has the
//: same ten codes.

//:fold What is measured and drawn: `collapseOfFaces`
func collapseOfFaces(in comparison: Comparison) throws {
    let notebook = comparison.notebook
    let small = DrawnFaces(seed: notebook.seed, size: SmallGenerator.side)
    let faces =
        comparison.side == small.size
        ? comparison.faces : FaceCrops(small, count: comparison.faces.count, isPlain: comparison.faces.isPlain)
    let steps = notebook.scale.choose(tiny: 6, quick: 900, full: 10_000)
    let games: [(name: String, remedy: Remedy, turns: Int)] = [
        ("turn by turn", .none, 1), ("five for one", .none, 5),
        ("… with minibatch discrimination", .comparison, 5),
    ]
    let samples = try games.map { game in
        var random = notebook.generator(8)
        let networks = try FaceNetworks(
            faces, width: notebook.scale.choose(tiny: 2, quick: 12, full: 32), seed: notebook.seed, using: &random)
        let codes = Tensor(normalWithMean: 0, shape: [comparison.sampleCount, networks.latent], using: &random)
        let run = notebook.trainingRun("faces, \(game.name)", steps: steps)
        _ = try trainAdversarially(
            networks, game.remedy, turns: game.turns, rate: 1e-3, run, resuming: notebook.isResuming)
        return networks.samples(of: codes)
    }
    try notebook.show(
        sheet(zip(games, samples).map { ($0.name, $1) }), named: "collapse-of-faces",
        "Samples of ten codes, the same in every row.")
    let truth = PictureMeasures.spread(of: faces.batch(0..<comparison.sampleCount))
    let spreads = samples.map { PictureMeasures.spread(of: $0.unsigned) / truth }
    notebook.table(["", "spread, true faces = 1"], zip(games, spreads).map { [$0.name, rounded($1)] })
    notebook.expect("Turn by turn the spread is near that of true faces", spreads[0], .above(0.6))
    notebook.expect("Five for one collapses: spread over turn by turn", spreads[1] / spreads[0], .below(0.6))
    notebook.expect(
        "Minibatch discrimination cures it: spread over the collapsed", spreads[2] / spreads[1], .above(1.5))
}
//:end

//: Turn by turn there are many faces without any comparing, and a larger spread than the DCGAN's: patience, and a discriminator that
//: judges each picture by itself, go far. Five for one there is *one pattern* for all codes, and no face; it is what this
//: discriminator cannot tell from a face at this moment. With minibatch discrimination, and as impatient, the generator must make
//: many things, and makes faces of them, if grainy ones.
//:
//: What a GAN has that the autoencoder lacks is edges; what it lacks is a number that says how well it does. There is no bound to watch,
//: no held-out likelihood, and two players' losses that say nothing of the pictures. Hence the yardsticks of this lesson, which
//: later ones use again where a discriminator helps a colorizer (09) and a painter of styles (12 to 14).
