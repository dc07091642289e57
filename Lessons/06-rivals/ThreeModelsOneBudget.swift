import Basics
import Colorization
import Drawings
import FaceGeneration
import Foundation
import Models
import Networks
import TensorCore
import Training

//: ## Three models, one budget
//:
//: All three see the same faces and have the same budget: 1,600 steps with 32 true faces each, at width 16. (In the long run it is 3,000 steps, and the
//: first two have width 32.) That is very little.
//:
//: The first is the **autoencoder** of lesson 05, by its own plan. Faces of 32×32 have a quarter of the squared error, so half the
//: $\sigma$ keeps the balance with the KL.

//:fold The autoencoder: `trainedVAE`
func trainedVAE(in comparison: Comparison) throws -> Rival {
    let notebook = comparison.notebook
    try notebook.excerpt("Lessons/06-rivals/Comparison.swift", of: "train")
    var plan = FaceVAEPlan(forLessonAt: notebook.scale)
    plan.sigma *= Float(comparison.side) / Float(FaceVAE.side)
    (plan.steps, plan.batch) = (comparison.steps, comparison.batch)
    // No wider than the DCGAN.
    plan.width = min(plan.width, 32)
    let run = notebook.trainingRun("VAE", steps: plan.steps, settings: plan.settings)
    let (network, log) = try FaceVAETraining(plan, on: comparison.faces).train(run, resuming: notebook.isResuming)
    var random = notebook.generator(5)
    let codes = Tensor(normalWithMean: 0, shape: [comparison.sampleCount, network.latent], using: &random)
    let samples = network.decode(codes, .inference)
    return comparison.rival("VAE", log, samples: samples)
}

//:end

//: The second is the **DCGAN** of animeGAN: transposed convolutions up from a code of 100 normal numbers, strided convolutions down to one logit, batch norm nearly everywhere, and weights that begin as
//: $\mathcal N(0, 0.02^2)$. As in its author's best run, labels are smoothed: the target for true faces is 0.9.

/// A step of both players of the DCGAN. `tape` is the generator's, on which `made` was computed.
func dcganStep(
    _ generator: DCGANGenerator, _ discriminator: DCGANDiscriminator, _ maker: Adam, _ critic: Adam, _ tape: Tape,
    truth: Tensor, made: Tensor
) -> KeyValuePairs<String, Float> {
    let critical = Tape(learning: discriminator.parameters)
    let evaluated = discriminatorLoss(
        onTrue: discriminator(truth, .training(critical)),
        onMade: discriminator(made.detached, .training(critical)), smoothing: 0.1)
    critic.step(critical.gradients(of: evaluated))

    let loss = GeneratorLoss.nonSaturating(discriminator(made, .training(tape)))
    maker.step(tape.gradients(of: loss))
    return ["discriminator": evaluated.item, "generator": loss.item]
}

//:fold The networks and their training: `trainedDCGAN`
func trainedDCGAN(in comparison: Comparison) throws -> Rival {
    var random = comparison.notebook.generator(6)
    let scale = comparison.notebook.scale
    let width = scale.choose(tiny: 2, quick: 16, full: 32)
    let generator = DCGANGenerator(width: width, side: comparison.side).initialised(using: &random)
    let discriminator = DCGANDiscriminator(width: width, side: comparison.side).initialised(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 3e-4)
    let (maker, critic) = (
        TrainedNetwork("generator", generator, rate: rate), TrainedNetwork("discriminator", discriminator, rate: rate)
    )
    func codes(_ count: Int, _ random: inout SeededGenerator) -> Tensor {
        Tensor(normalWithMean: 0, shape: [count, generator.latent], using: &random)
    }
    let looked = codes(comparison.sampleCount, &random)
    return try comparison.train(
        "DCGAN", steps: comparison.steps, [maker, critic], sampling: { generator(looked, .inference) }
    ) { number, random in
        let tape = Tape(learning: generator.parameters)
        let made = generator(codes(comparison.batch, &random), .training(tape))
        return dcganStep(
            generator, discriminator, maker.adam, critic.adam, tape, truth: try comparison.pictures(at: number),
            made: made)
    }
}
//:end

//: The third is **IllustrationGAN**. Its generator first makes features from a code with dense layers, then enlarges and convolves. It
//: has two of the remedies above, the *latent predictor* and *minibatch discrimination*.
//:
//: The original's limit is a million steps, half of them the generator's. Only the full scale has its tables, at a quarter of their width; the quick one has the DCGAN's generator with a latent predictor, and a small discriminator with minibatch discrimination. With the DCGAN's *discriminator* minibatch discrimination failed, likely because of its batch norm, by which features already depend on the rest of the batch. So the quick one's discriminator has none, and is one layer shallower.

//:fold The networks and their training: `trainedIllustrationGAN`
func trainedIllustrationGAN(in comparison: Comparison) throws -> Rival {
    var random = comparison.notebook.generator(7)
    let scale = comparison.notebook.scale
    let networks =
        scale == .full
        ? IllustrationNetworks.table(width: 16, side: comparison.side)
        : IllustrationNetworks.small(width: scale.choose(tiny: 2, quick: 16, full: 16))
    networks.initialise(using: &random)
    let rate = scale.choose(tiny: 2e-4, quick: 5e-4, full: 3e-4)
    let maker = TrainedNetwork("generator", networks.generator, rate: rate)
    let guesser = TrainedNetwork("predictor", networks.predictor, rate: rate)
    let critic = TrainedNetwork("discriminator", networks.discriminator, rate: rate)
    let looked = networks.codes(comparison.sampleCount, using: &random)
    func samples() -> Tensor { networks.pictures(networks.features(looked, .inference), .inference) }

    return try comparison.train(
        "IllustrationGAN", steps: comparison.steps, [maker, guesser, critic], sampling: samples
    ) { number, random in
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

//:end

//: Look at the pictures first, then at the numbers. Where is each model nearest to the true faces, and where farthest?
//:
//: > **What is normal.** The losses do not say how good the pictures are: each is measured against a rival that changes. Both may even
//: > fall together, since with the non-saturating loss one does not gain what the other loses. A discriminator that knows nothing
//: > pays $\log 4 \approx 1.39$, and the generator then $\log 2 \approx 0.69$. Here the discriminator is soon ahead, between 0.4 and 1
//: > (with the label at 0.9 it cannot get below 0.33), and the generator pays 2 to 6 on average. Worry about a discriminator that sits on its floor
//: > for hundreds of steps, or about samples that grow alike.

//:fold What is measured and drawn: `compare`
func compare(_ rivals: [Rival], in comparison: Comparison) throws {
    let notebook = comparison.notebook
    let truth = comparison.heldOut.batch(0..<comparison.sampleCount)
    try notebook.show(
        sideBySide([("true faces", truth.signed)] + rivals.map { ($0.name, $0.samples) }),
        named: "side-by-side", "True faces, and samples of the three models: none of them chosen.", isThumbnail: true)
    let half = rivals.map { comparison.sharpnessAtHalfSize($0.samples.unsigned) }
    notebook.table(
        scoreTitles,
        [
            scoreRow(
                "true, held out", comparison.evaluation.scores(of: truth),
                atHalfSize: comparison.sharpnessAtHalfSize(truth))
        ] + zip(rivals, half).map { scoreRow($0.name, $0.scores, atHalfSize: $1) })
    for rival in rivals.dropFirst() {
        try notebook.show(
            sheet(rival.looks.map { ("step \($0.step)", $0.samples) }, columns: 6),
            named: "\(rival.name.lowercased())-on-the-way",
            "Six codes of \(rival.name) while it learns.")
    }
    try notebook.show(
        drawing(ofLossesOf: Array(rivals.dropFirst())), named: "losses",
        "The losses of both players in both games; what is above 8 is cut off.")
    let (vae, dcgan, illustration) = (rivals[0].scores, rivals[1].scores, rivals[2].scores)
    notebook.expect("DCGAN is sharper than the VAE: ratio", dcgan.sharpness / vae.sharpness, .above(1.5))
    notebook.expect("DCGAN's faces are built worse: layout, over the VAE's", dcgan.layout / vae.layout, .above(1.3))
    notebook.expect("Both have learnt where a face has what: larger layout", max(vae.layout, dcgan.layout), .below(1))
    let spread = illustration.spread / max(dcgan.spread, vae.spread)
    guard spread > 0.5 else {
        notebook.say("IllustrationGAN has collapsed with this seed: its spread is \(rounded(spread)) of the others'.")
        return
    }
    notebook.expect(
        "IllustrationGAN is sharper than the VAE: ratio", illustration.sharpness / vae.sharpness, .above(1.5))
    notebook.expect(
        "Part of IllustrationGAN's sharpness is grain: over that at half size (true faces: 1)",
        illustration.sharpness / half[2], .above(1.1))
    if notebook.scale == .quick {
        notebook.expect(
            "IllustrationGAN is the most varied one: spread, over the larger of the others'", spread, .above(1.15))
    }
    notebook.expect("Its variety is not noise: its layout (noise has 1.5 or more)", illustration.layout, .below(1))
}
//:end

//: The article's "everyone" is right about sharpness: in both runs both GANs are sharper than the autoencoder. In the short run the DCGAN is twice as sharp and IllustrationGAN five times. Part of that is grain: IllustrationGAN is then *sharper than true faces*, as no good model is, and at half size less so. In the short run the autoencoder beats the DCGAN in distance and layout, and loses to IllustrationGAN in all but layout. None of the three is good.
//: In the long run the order is another: the DCGAN has the least distance, and the autoencoder still the best layout. IllustrationGAN, by its own tables, is last in both: it draws a few faces again and again, full of ripples, and its predictor cannot read two thirds of the code.
//:
//: In the short run, where it does not collapse, IllustrationGAN has the spread of true faces (in the long run 0.8 of it). Of the seeds 0 to 4, seed 4 gave one picture for all codes, in spite of both remedies (half of the learning rate did not help). Nothing in its losses says so beforehand. In the short run its spread need not come from minibatch discrimination, since its discriminator has no batch norm there either. The last experiment begins with neither.
//:
//: ## The same collapse, of faces
//:
//: Here is the ring's experiment with faces: a small GAN whose discriminator has no batch norm. Pure noise is the control,
//: since it has a large spread too.

//:fold What is measured and drawn: `collapseOfFaces`
func collapseOfFaces(in comparison: Comparison) throws {
    let notebook = comparison.notebook
    let small = DrawnFaces(seed: notebook.seed, size: SmallGenerator.side)
    let faces =
        comparison.side == small.size
        ? comparison.faces : FaceCrops(small, count: comparison.faces.count, isPlain: comparison.faces.isPlain)
    let steps = notebook.scale.choose(tiny: 6, quick: 900, full: 2000)
    let games: [(name: String, remedy: Remedy, turns: Int)] = [
        ("turn by turn", .none, 1), ("five for one", .none, 5),
        ("… with minibatch discrimination", .comparison, 5),
    ]
    let samples = try games.map { game in
        var random = notebook.generator(8)
        let networks = try FaceNetworks(
            faces, width: notebook.scale.choose(tiny: 2, quick: 12, full: 16), seed: notebook.seed, using: &random)
        let codes = Tensor(normalWithMean: 0, shape: [comparison.sampleCount, networks.latent], using: &random)
        let run = notebook.trainingRun("faces, \(game.name)", steps: steps)
        _ = try trainAdversarially(
            networks, game.remedy, turns: game.turns, rate: 1e-3, run, resuming: notebook.isResuming)
        return networks.samples(of: codes)
    }
    var random = notebook.generator(9)
    let noise = Tensor(uniformIn: -1...1, shape: samples[0].shape, using: &random)
    let rows = zip(games.map(\.name), samples) + [("noise", noise)]
    try notebook.show(
        sheet(rows.map { ($0, $1) }), named: "collapse-of-faces",
        "Samples of ten codes, the same in every row; below, noise.")
    let truth = faces.batch(0..<comparison.sampleCount)
    let fit = GaussianFit(of: PictureMeasures.thumbnails(of: truth))
    let spreads = rows.map { PictureMeasures.spread(of: $1.unsigned) / PictureMeasures.spread(of: truth) }
    let layouts = rows.map { GaussianFit(of: PictureMeasures.thumbnails(of: $1.unsigned)).frechetDistance(to: fit) }
    notebook.table(
        ["", "spread, true faces = 1", "layout, true faces ≈ 0"],
        rows.indices.map { [rows[$0].0, rounded(spreads[$0]), rounded(layouts[$0])] })
    notebook.expect("Turn by turn the spread is near that of true faces", spreads[0], .within(0.6...1.2))
    notebook.expect("Five for one collapses: spread over turn by turn", spreads[1] / spreads[0], .below(0.6))
    notebook.expect(
        "Minibatch discrimination brings the spread back: over the collapsed", spreads[2] / spreads[1], .above(1.5))
    notebook.expect("Noise would pass that test too: its spread", spreads[3], .above(1))
    notebook.expect(
        "But what comes back is more like faces than noise is: layout, over that of noise", layouts[2] / layouts[3],
        .below(0.6))
    notebook.expect("… as turn by turn: layout, over that of noise", layouts[0] / layouts[3], .below(0.6))
}
//:end

//: Turn by turn there are many faces without any remedy. Five steps for one give *one pattern* for all codes, and no face. Minibatch
//: discrimination brings variety back, and what varies is face-like: its layout is much nearer to faces than that of noise, and as near as
//: that of the patient game. But it is about 0.5, where true faces have 0.03.
//:
//: A GAN makes sharper edges than the autoencoder. But no number says how well it does: there is no bound and no held-out likelihood, and
//: its two losses say nothing about the pictures. That is why this lesson needs measures of its own. In later lessons a discriminator helps
//: a colorizer (09) and a stylizer (13, 14).
//:
