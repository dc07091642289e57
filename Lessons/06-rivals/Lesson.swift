import ArgumentParser
import Foundation
import LessonKit
import Training

@main
struct Rivals: Lesson {
    static let card = LessonCard(
        6, "rivals", title: "The rivals",
        idea:
            "a generator learns from a discriminator that learns with it: DCGAN and IllustrationGAN beside the autoencoder",
        chapters: ["AFairGame", "FacesAndHowToMeasureThem", "ThreeModelsOneBudget"]
    )

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try bestDiscriminator(in: notebook)
        try walks(in: notebook)
        try fairGame(in: notebook)
        try collapse(in: notebook)
        let comparison = try comparison(in: notebook)
        try silence(in: comparison)
        let rivals = [
            try trainedVAE(in: comparison), try trainedDCGAN(in: comparison),
            try trainedIllustrationGAN(in: comparison),
        ]
        try compare(rivals, in: comparison)
        try collapseOfFaces(in: comparison)
    }
}

//: # 06 · The rivals
//:
//: "Everyone believes that only GANs can create sharp and vivid images," says the article. "But few people have tried to train a VAE on images larger
//: than 28×28 MNIST to prove it." It names two rivals, jayleicn's animeGAN, which is a DCGAN, and tdrussell's
//: IllustrationGAN. This lesson builds both, trains them beside the autoencoder on the same faces with the same budget, and measures what each is good
//: at. Before that it asks what such a network minimises, and makes one fail on purpose.
//:
//: > **Before you start.** You need lesson 01 without "Monte Carlo", and the training loop of lesson 03; lesson 05 for the comparison. In a hurry, skip "Where the two losses lead"
//: > and "Nearly sure is nearly silent".
//: >
//: > **Sources.** [The article and its code](https://github.com/wuga214/IMPLEMENTATION_Variational-Auto-Encoder),
//: > [animeGAN](https://github.com/jayleicn/animeGAN), [IllustrationGAN](https://github.com/tdrussell/IllustrationGAN). Goodfellow and others,
//: > [*Generative adversarial networks*](https://arxiv.org/abs/1406.2661) (2014). Arjovsky and Bottou,
//: > [*Towards principled methods for training GANs*](https://arxiv.org/abs/1701.04862) (2017). Salimans and others,
//: > [*Improved techniques for training GANs*](https://arxiv.org/abs/1606.03498) (2016).
//:
//: ## Two players
//:
//: A *generator* $G$ makes pictures from random codes $z$; call the density of what it makes $q$. A *discriminator* $D$ gives the probability
//: that a picture is true, $D(x) \in (0, 1)$. The discriminator wants to be right, and the generator wants it to be wrong:
//:
//: $$ \min_G \max_D V(D, q), \qquad V(D, q) = \mathbb E_{x\sim p}[\log D(x)] + \mathbb E_{x\sim q}[\log (1 - D(x))] $$
//:
//: What is minimised in the end? For a fixed $q$, at each $x$ by itself, the best $D$ is
//:
//: $$ D^\ast(x) = \frac{p(x)}{p(x) + q(x)}, \qquad
//: V(D^\ast, q) = \mathrm{KL}[p\Vert m] + \mathrm{KL}[q\Vert m] - \log 4, \qquad m = \frac{p + q}2 $$
//:
//: Half of the sum of these two divergences is the *Jensen–Shannon divergence*, $\mathrm{JS}[p, q]$. It compares both densities with their mean, and $p/m$ and $q/m$ are at most 2. So it is never above $\log 2$.
//:
//: In practice the generator has another loss. Soon the discriminator is nearly sure, $D \approx 0$ on everything made, and $\log(1 - D)$ is flat in its logit. So the generator maximises $\log D$ instead, the *non-saturating* loss. This
//: changes the game: with the best discriminator held fixed, its gradient is that of
//:
//: $$ \mathrm{KL}[q\Vert p] - 2 \mathrm{JS}[p, q] $$
//:
//: (Arjovsky and Bottou, theorem 2.5). We check all of this on a grid; $p$ is lesson 01's $0.6 \mathcal N(-2, \frac14) + 0.4 \mathcal N(2, \frac14)$.

//:fold What is measured and drawn: `bestDiscriminator`
func bestDiscriminator(in notebook: Notebook) throws {
    try notebook.show(
        gameDiagram(), named: "two-players",
        "Dashed: the gradients. Each loss changes only the weights of the network that its arrow ends at.")
    let q = normal(0.5, 1.2)
    let best = bestDiscriminator(of: target, against: q)
    notebook.expect(
        "With the best discriminator the value is 2·JS − log 4: difference",
        abs(value(of: best, on: q) - (2 * jensenShannon(target, q) - log(4))), .below(1e-9))
    let worse = [-0.05, 0.05].map { shift in
        value(of: best.map { 1 / (1 + exp(-(log($0 / (1 - $0)) + shift))) }, on: q)
    }
    notebook.expect(
        "A discriminator a little more or less trusting does worse: lead of the best",
        value(of: best, on: q) - (worse.max() ?? .nan), .above(1e-6))
    let apart = jensenShannon(normal(-5, 0.3), normal(5, 0.3))
    notebook.expect("Densities that do not touch: JS − log 2", apart - log(2), .near(0, tolerance: 1e-6))
    let gap = [(-1.0, 0.0), (0.5, 0.2), (1.5, -0.5)].map { mean, logDeviation in
        let held = Objective.nonSaturating.slopes(atMean: mean, logDeviation: logDeviation)
        let reverse = Objective.reverse.slopes(atMean: mean, logDeviation: logDeviation)
        let twice = Objective.minimax.slopes(atMean: mean, logDeviation: logDeviation)
        return max(abs(held.0 - (reverse.0 - twice.0)), abs(held.1 - (reverse.1 - twice.1)))
    }
    notebook.expect(
        "The non-saturating slopes are those of KL[q‖p] − 2·JS: largest difference", gap.max() ?? .nan, .below(1e-5))
}
//:end

//: ## Where the two losses lead
//:
//: In lesson 01 $\mathrm{KL}[p\Vert q]$ always covered both modes. $\mathrm{KL}[q\Vert p]$ covered from some starts between the modes, and
//: ended on one mode from the others. On which side are the generator's two losses? A single Gaussian walks downhill on each of the four,
//: from a grid of starts; the discriminator is always the best.

//:fold What is measured and drawn: `walks`
func walks(in notebook: Notebook) throws {
    let counts = notebook.scale.choose(tiny: (3, 2), quick: (7, 5), full: (13, 9))
    let far = Objective.allCases.map { Walks($0, to: modes(apart: 2), half: 2, counts: counts) }
    let near = Objective.allCases.map { Walks($0, to: modes(apart: 1), half: 1, counts: counts) }
    try notebook.show(
        drawing(of: far), named: "walks",
        "For every start (µ, log σ) where the walk ends: modes at −2 and 2, four losses.")
    func percent(_ walks: Walks) -> [String] {
        [WalkEnd.covers, .left, .right, .elsewhere].map { "\(Int((100 * walks.share(of: $0)).rounded())) %" }
    }
    notebook.table(
        ["modes at", "loss", "covers both", "left mode", "right mode", "still on the way"],
        far.map { ["−2 and 2", $0.objective.rawValue] + percent($0) }
            + near.map { ["−1 and 1", $0.objective.rawValue] + percent($0) })
    let covering = far.map { $0.share(of: .covers) }
    notebook.expect("Far modes: KL[p‖q] covers, share of the starts", covering[0], .above(0.95))
    notebook.expect("JS covers from some starts and not from others: share", covering[1], .within(0.3...0.8))
    notebook.expect("KL[q‖p] covers from few starts: share", covering[3], .within(0.02...0.3))
    notebook.expect("… and the non-saturating loss from none: share", covering[2], .below(0.02))
    notebook.expect(
        "Near modes, half-distance 1: KL[q‖p] always covers, share", near[3].share(of: .covers), .above(0.95))
    notebook.expect(
        "… and the non-saturating loss mostly, with some starts stuck on a mode: share that covers",
        near[2].share(of: .covers), .within(0.4...0.9))
}
//:end

//: The Jensen–Shannon divergence lies between the two. The non-saturating loss goes further than $\mathrm{KL}[q\Vert p]$: even a Gaussian
//: that covers far modes leaves them for one, slowly. From some starts it even stays on one of two near modes, where $\mathrm{KL}[q\Vert p]$ always
//: covers both. But a generator that is a network can make two modes from one Gaussian, and its discriminator is not the best one. What a
//: real pair does depends on how both move.
//:
