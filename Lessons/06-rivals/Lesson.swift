import ArgumentParser
import Foundation
import LessonKit
import Training

@main
struct Rivals: Lesson {
    static let card = LessonCard(
        6, "rivals", title: "The rivals",
        idea:
            "a generator learns from a critic that learns with it: DCGAN and IllustrationGAN beside the autoencoder",
        chapters: ["AFairGame", "FacesAndHowToMeasureThem", "ThreeModelsOneBudget"]
    )

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try bestDiscriminator(in: notebook)
        try walks(in: notebook)
        try fairGame(in: notebook)
        try collapse(in: notebook)
        let comparison = try comparison(in: notebook)
        try notebook.excerpt("Lessons/06-rivals/Comparison.swift", of: "train")
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
//: Everyone believes, says the article behind lesson 05, that only adversarial networks draw sharp pictures, and hardly anyone
//: has tried what an autoencoder can do. It names two rivals: jayleicn's animeGAN, a DCGAN, and tdrussell's
//: IllustrationGAN. This lesson builds both, trains them beside the autoencoder on the same faces, and measures what each is good
//: for. Before that it asks what such a network minimises, and makes one fail on purpose.
//:
//: ## Two players
//:
//: A *generator* $G$ makes pictures of random codes $z$; call the density of what it makes $q$. A *discriminator* $D$ says how
//: likely it takes a picture to be true, $D(x) \in (0, 1)$. The discriminator wants to be right, the generator wants it to be wrong:
//:
//: $$ \min_G \max_D V(D, q), \qquad V(D, q) = \mathbb E_{x\sim p}[\log D(x)] + \mathbb E_{x\sim q}[\log (1 - D(x))] $$
//:
//: No likelihood is written down anywhere: samples of both densities are enough. What is minimised in the end? For a fixed $q$
//: the best answer at $x$ weighs how often $x$ is true against how often it is made:
//:
//: $$ D^\ast(x) = \frac{p(x)}{p(x) + q(x)}, \qquad
//: V(D^\ast, q) = \mathrm{KL}[p\Vert m] + \mathrm{KL}[q\Vert m] - \log 4, \qquad m = \frac{p + q}2 $$
//:
//: Half of the two divergences is the *Jensen–Shannon divergence*, $\mathrm{JS}[p, q]$. It measures both densities against
//: their mean, which is 0 nowhere where one of them is not: it is never infinite, and never above $\log 2$.
//:
//: The generator has a second way to be told. In the beginning the discriminator is nearly sure, $D \approx 0$ on everything made,
//: and there $\log(1 - D)$ is flat. So in practice the generator maximises $\log D$ instead, the *non-saturating* loss. It wants
//: the same, and is no longer the same game: with the best discriminator held still, its gradient is that of
//:
//: $$ \mathrm{KL}[q\Vert p] - 2 \mathrm{JS}[p, q] $$
//:
//: (Arjovsky and Bottou 2017, theorem 2.5). All of this can be checked on a grid, with lesson 01's density of two modes as $p$;
//: [`Densities.swift`](../../Lessons/06-rivals/Densities.swift) has the integrals.

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

//: In lesson 01 $\mathrm{KL}[p\Vert q]$ covered both modes and $\mathrm{KL}[q\Vert p]$ sat down on one. Where do the generator's two
//: losses belong? Let a single Gaussian walk downhill on each, from four starts; the discriminator is always the best.

//:fold What is measured and drawn: `walks`
func walks(in notebook: Notebook) throws {
    let starts = [(-4.0, 1.0), (0.4, 0.4), (-0.4, 0.4), (4, 1)]
    let ends = Objective.allCases.map { objective in
        starts.map { descend(objective, fromMean: $0, deviation: $1) }
    }
    notebook.table(
        ["start (µ, σ)"] + Objective.allCases.map(\.rawValue),
        starts.indices.map { index in
            ["\(rounded(starts[index].0)), \(rounded(starts[index].1))"]
                + ends.map { "\(rounded($0[index].mean)), \(rounded($0[index].deviation))" }
        })
    try notebook.show(
        drawing(of: ends), named: "walks",
        "The Gaussians that each objective leads to: they cover both modes, or pick one.")
    for (objective, ends) in zip(Objective.allCases, ends) {
        let widths = ends.map(\.deviation).sorted()
        switch objective {
        case .forward: notebook.expect("KL[p‖q] covers both modes: smallest σ", widths[0], .above(1.5))
        case .minimax:
            notebook.expect("JS covers both from some starts: largest σ", widths[3], .above(1.5))
            notebook.expect("… and picks one from another: smallest σ", widths[0], .below(0.6))
        case .nonSaturating, .reverse:
            notebook.expect("\(objective.rawValue) picks one: largest σ", widths[3], .below(0.6))
        }
    }
    let (mode, cover) = (jensenShannon(target, normal(-2, 0.5)), jensenShannon(target, normal(-0.4, 2)))
    notebook.say("JS on the left mode alone: \(rounded(mode)); over both modes: \(rounded(cover)).")
}
//:end

//: So the Jensen–Shannon divergence stands between the two: it has both kinds of minimum, and the start decides. The one mode is
//: even the deeper one here. And the loss that everybody uses in its place behaves like $\mathrm{KL}[q\Vert p]$: it never covers.
//: But a generator that is a network can make two modes of one Gaussian; what a real one does depends on a third thing, the path
//: on which both players move.
//:
