import Figures
import LessonKit
import Models
import TensorCore
import Training

//: ## Each loss left out once

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
            rowTitles: ["drawn photograph"] + games.map(\.0) + ["its drawing"], cellWidth: 128),
        named: "left-out", "The same game with one loss left out, and with another colour loss.")
    let numbers = games.map { material.evaluation(of: $0.1.generator) }
    let shifts = games.map { material.shifts(of: $0.1.generator) }
    notebook.table(
        ["", "distance", "shift in Y", "in U", "in V", "Gram distance to the style", "PSNR to the photograph, dB"],
        games.indices.map { index in
            [
                games[index].0, rounded(numbers[index].distance), rounded(mean(shifts[index].map(\.y))),
                rounded(mean(shifts[index].map(\.u))), rounded(mean(shifts[index].map(\.v))),
                rounded(numbers[index].style), rounded(numbers[index].likeness),
            ]
        })
    func colors(_ game: Int) -> [Double] { shifts[game].map { $0.u + $0.v } }
    func share(_ larger: [Double], _ smaller: [Double]) -> Double {
        Double(zip(larger, smaller).count { $0 > $1 }) / Double(larger.count)
    }
    notebook.expect(
        "Without the colour loss Y shifts further: share of scenes (by chance 0.5)",
        share(shifts[1].map(\.y), shifts[0].map(\.y)), .above(0.75))
    notebook.expect(
        "… U and V about as far as with it: of the whole game's", mean(colors(1)) / mean(colors(0)),
        .within(0.67...1.5)
    )
    notebook.expect(
        "A colour loss that is linear holds U and V better: share of scenes", share(colors(0), colors(5)),
        .above(0.75))
    notebook.expect(
        "The whole game shifts them further by", mean(colors(0)) / mean(colors(5)), .above(1.25))
    notebook.expect(
        "Without the grey style the Gram distance to the style is larger: of the whole game's",
        numbers[2].style / numbers[0].style, .above(1.1))
    notebook.expect(
        "Without the adversary the pictures stay photographs: PSNR to the photograph, dB more than the whole game's",
        numbers[3].likeness - numbers[0].likeness, .above(3))
    return games
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
//:end

//: *Without the adversary* hardly anything happens: style alone does not make a drawing. *Without style* the difference is in fine texture, and the Gram distance shows
//: it. *Without content* colours go further from the photograph's, most of all in the short run, and the Gram distance is the least of all: nothing holds texture back. So far the losses do what the article says.
//:
//: *Without colour* is the exception. One would expect the colours to drift. Instead brightness, Y, drifts, and U and V shift about as far as with the loss. The reason
//: is in lesson 13's formula: U and V are compared by half the square of their difference. A difference of 0.03 can just be seen. It costs 0.03 in Y, but 0.0005 in U or
//: V. So the published colour loss is in effect a brightness loss. Compared by |ΔU| and |ΔV|, with twice the weight for all three, colours shift
//: less than half as far. (Some shift is in the game without an adversary, too. Pictures with their colours held are further from their drawings, which are more colourful.)
//:
//: ## What the grey and the smoothed drawings teach
//:
//: Now the discriminator's terms are left out, and two older recipes are tried. CartoonGAN has only content and the adversary. Its discriminator sees no grey drawings,
//: but smoothed ones *in colour* with full weight. ComixGAN here is the same with three turns of the generator to one of the discriminator. (Their own losses are
//: logarithms. Here all have LSGAN's squares, so that only the recipe differs.) After each game we ask the discriminator for its mean answer to held-out pictures of each
//: kind.

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
    /// What the discriminator answers to blurred edges in colour, of what it answers to drawings.
    func toBlurred(_ game: Int) -> Double { answers[game][1] / answers[game][0] }
    notebook.expect(
        "AnimeGAN's discriminator takes blurred edges in colour for drawn ones: answer, over that to drawings",
        toBlurred(0), .above(0.8))
    notebook.expect("… as readily as one without the term: difference", abs(toBlurred(0) - toBlurred(2)), .below(0.1))
    notebook.expect("CartoonGAN's refuses more of them: by", toBlurred(0) - toBlurred(3), .above(0.15))
    notebook.expect(
        "Without the grey term grey drawings pass: the answer to them is higher by",
        answers[1][2] - answers[0][2], .above(0.2))
    let values = [0, 3].map { games[$0].1.onTheWay.last?.values ?? material.photographsHeldOut }
    notebook.expect(
        "AnimeGAN's recipe comes nearer to the drawings than CartoonGAN's: share of scenes (by chance 0.5)",
        material.shareNearer(values[0], than: values[1]), .above(0.75))
}
//:end

//: The grey term works: without it, the discriminator accepts a drawing without colour. The smoothed term does not work. AnimeGAN's discriminator answers coloured drawings with blurred edges as it answers sharp ones, with the term or without it. In the released code the smoothed drawings are made grey before they are shown. A
//: discriminator that asks for colour refuses those anyway, and nothing teaches it to look at edges. CartoonGAN shows them in colour, and its discriminator answers less
//: to them than to drawings. So the idea is sound. Beside the grey term the grey makes it idle; its weight, a tenth, may do the rest (exercise 5).
//:
//: CartoonGAN's and ComixGAN's pictures keep about the photographs' muted colours here and are darker, much so in the short run, with a woven pattern. To their discriminator a drawing without colour is as good as one with it, and nothing
//: holds on to brightness. Both have made fine pictures elsewhere, with a hundred times the rounds.
//:
