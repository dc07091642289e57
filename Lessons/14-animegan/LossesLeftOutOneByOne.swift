import Figures
import LessonKit
import Models
import TensorCore
import Training

//: ## Each voice silenced once

//:fold What is measured and drawn: `leftOut`
func leftOut(
    _ whole: Game, _ objective: AnimeObjective, from start: LittleGenerator, _ plan: Plan, _ material: Material,
    in notebook: Notebook
) throws -> [(String, Game)] {
    func without(_ name: String, _ weight: WritableKeyPath<AnimeObjective, Float>) throws -> (String, Game) {
        var rules = Rules(objective: objective)
        rules.objective[keyPath: weight] = 0
        return (
            "without \(name)",
            try trainAdversarially("without \(name)", rules, from: start, plan, material, in: notebook)
        )
    }
    var rules = Rules(objective: objective, colorIsLinear: true)
    rules.objective.generator.color *= 2
    let linear = try trainAdversarially("linear colour", rules, from: start, plan, material, in: notebook)
    let games = [
        ("all losses", whole), try without("colour", \.generator.color), try without("style", \.generator.style),
        try without("adversary", \.generator.adversarial), try without("content", \.generator.content),
        ("linear colour", linear),
    ]
    let six = material.heldOut.prefix(6)
    try notebook.show(
        PictureGrid(
            "", rows: [six.map(\.photograph)] + games.map { Array($0.1.drawn.prefix(6)) } + [six.map(\.anime)],
            rowTitles: ["photograph"] + games.map(\.0) + ["its drawing"], cellWidth: 128),
        named: "left-out", "The same game with one loss left out, and with another colour loss.")
    let numbers = games.map { material.evaluation(of: $0.1.generator) }
    let shifts = games.map { material.shifts(of: $0.1.generator) }
    notebook.table(
        ["", "distance", "shift in Y", "in U", "in V", "Gram distance to the style", "PSNR to the photograph, dB"],
        games.indices.map { index in
            [
                games[index].0, rounded(numbers[index].distance), rounded(shifts[index][0]),
                rounded(shifts[index][1]), rounded(shifts[index][2]), rounded(numbers[index].style),
                rounded(numbers[index].likeness),
            ]
        })
    func colors(_ index: Int) -> Double { shifts[index][1] + shifts[index][2] }
    notebook.expect(
        "Without the colour loss brightness shifts: in Y, of the whole game's", shifts[1][0] / shifts[0][0],
        .above(1.2))
    notebook.expect(
        "… and colours as far as with it: in U and V, of the whole game's", colors(1) / colors(0), .within(0.5...2))
    notebook.expect(
        "A colour loss that is linear holds them: the whole game's shift in U and V, of that with it",
        colors(0) / colors(5), .above(2))
    notebook.expect("… and without any loss, of that with it", colors(1) / colors(5), .above(1.5))
    notebook.expect(
        "Without the grey style the Gram distance to the style is larger: of the whole game's",
        numbers[2].style / numbers[0].style, .above(1.2))
    notebook.expect(
        "Without the adversary the pictures stay photographs: PSNR to the photograph, dB more than the whole game's",
        numbers[3].likeness - numbers[0].likeness, .above(3))
    return games
}
//:end

//: Row by row. *Without the adversary* nothing happens: style alone does not make a drawing. *Without style* the difference is fine, in texture, and the
//: Gram distance shows it. *Without content* colours and patterns run wild. These are as the article has it.
//:
//: *Without colour* is not. One expects colours to go astray. What goes astray is brightness, Y; the shift in U and V is no larger than with the loss. Lesson 13 saw the reason:
//: it stands in the formula. U and V are compared by Huber's loss with δ = 1, half of the square for any difference below 1. But no two colours differ by 1 there: a
//: visible difference is 0.03, and half of its square is 0.0005, beside |ΔY| of 0.03. The published colour loss is a brightness loss. Compared by |ΔU| and |ΔV|,
//: with twice the weight, colours are held, as well as this generator can hold them: the initialisation alone leaves a shift of 0.02, as the game without an adversary shows.
//: (And with colours held the pictures are further from their drawings than before: the drawings *are* more colourful than the photographs. To hold on to colours is a
//: wish of taste, not of truth.)
//:
//: ## What the grey and the smoothed drawings teach
//:
//: Now the discriminator's terms, and the two older recipes, in the same game. CartoonGAN has content and the adversary only, no style and no
//: colour; its discriminator sees no grey drawings, and smoothed ones *in colour*, with full weight. ComixGAN is the same with three turns of the generator to each of the
//: discriminator's. (Their own losses of the answers are logarithms; here all have LSGAN's squares, so that only the recipe differs.) After each game we ask the
//: discriminator for its mean answer to held-out pictures of each kind.

//:fold What is measured and drawn: `relatives`
func relatives(
    _ whole: Game, _ objective: AnimeObjective, from start: LittleGenerator, _ plan: Plan, _ material: Material,
    in notebook: Notebook
) throws {
    func trainAdversarially(_ name: String, turns: Int = 1, _ change: (inout Rules) -> Void) throws -> (String, Game)
    {
        var rules = Rules(objective: objective, generatorTurns: turns)
        change(&rules)
        return (name, try Lesson14.trainAdversarially(name, rules, from: start, plan, material, in: notebook))
    }
    let cartoon = { (rules: inout Rules) in
        rules.objective.generator.style = 0
        rules.objective.generator.color = 0
        rules.objective.discriminator.grey = 0
        rules.objective.discriminator.smoothed = 1
        rules.smoothedInColor = true
    }
    let games = [
        ("all four terms", whole), try trainAdversarially("no grey") { $0.objective.discriminator.grey = 0 },
        try trainAdversarially("no smoothed") { $0.objective.discriminator.smoothed = 0 },
        try trainAdversarially("CartoonGAN", cartoon), try trainAdversarially("ComixGAN", turns: 3, cartoon),
    ]
    let anime = Tensor(pictures: material.heldOut.map(\.anime)).signed
    let soft = Tensor(pictures: material.heldOut.map { $0.anime.edgesSmoothed() }).signed
    let kinds = [anime, soft, anime.grey(), soft.grey(), material.photographsHeldOut]
    let answers = games.map { game in
        kinds.map { Double(game.1.discriminator($0, .inference).mean().item) }
    }
    notebook.table(
        [
            "the discriminator's mean answer to", "drawings", "smoothed, in colour", "grey", "smoothed, grey",
            "photographs",
        ],
        zip(games, answers).map { [$0.0] + $1.map { rounded($0) } })
    let six = material.heldOut.prefix(6)
    try notebook.show(
        PictureGrid(
            "", rows: games.map { Array($0.1.drawn.prefix(6)) } + [six.map(\.anime)],
            rowTitles: games.map(\.0) + ["its drawing"], cellWidth: 128),
        named: "relatives", "The same photographs after games with other terms.")
    let numbers = games.map { material.evaluation(of: $0.1.generator) }
    notebook.table(
        ["", "distance", "shift in U", "shift in V", "Gram distance to the style"],
        zip(games, numbers).map {
            [$0.0, rounded($1.distance), rounded($1.shiftU), rounded($1.shiftV), rounded($1.style)]
        })
    notebook.expect(
        "AnimeGAN's discriminator takes blurred edges for drawn ones, if they are in colour: its answer, of that to drawings",
        answers[0][1] / answers[0][0], .above(0.8))
    notebook.expect("CartoonGAN's does not: the same", answers[3][1] / answers[3][0], .below(0.7))
    notebook.expect(
        "Without the grey term grey drawings pass: the answer to them, of that to drawings",
        answers[1][2] / answers[1][0], .above(0.4))
    notebook.expect(
        "CartoonGAN's recipe stays further from the drawings: distance, of AnimeGAN's",
        numbers[3].distance / numbers[0].distance, .above(1))
}
//:end

//: The grey term does what it is for: without it a drawing without colour is a good drawing. The smoothed term does not. Read the first line: AnimeGAN's
//: discriminator answers to drawings with blurred edges, in colour, just as to sharp ones. In the released code the smoothed drawings are made grey, like the others, before they are shown.
//: A discriminator that asks for colour has satisfied both terms, and nobody ever taught it to look at edges. The third line, without the term, is hardly different.
//: CartoonGAN shows them in colour, and its discriminator tells the two apart. So the idea of edge smoothing is sound; it is the grey that makes this term idle, and with its
//: weight of 0.1 nobody misses it (exercise 5).
//:
//: CartoonGAN's and ComixGAN's pictures are dull, dark, and woven over with a pattern: further from the drawings than the photographs were. To their discriminator
//: a drawing without colour is as good as one with it, and nothing holds on to brightness. Three turns to each of the discriminator's change little
//: in so short a game. Both have made fine pictures elsewhere, with their own weights and a hundred times the rounds; what is compared here is where the same time leads.
//:
