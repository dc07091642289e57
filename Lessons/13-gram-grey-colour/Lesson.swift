import ArgumentParser
import Drawings
import Figures
import LessonKit
import Networks
import Pictures
import TensorCore
import Training

@main
struct GramGreyColor: Lesson {
    static let card = LessonCard(
        13, "gram-grey-colour", title: "Gram, grey, colour",
        idea:
            "what a picture shows, how it is drawn and what colours it has are told apart, each by a loss of its own",
        chapters: [
            "DividedOrWatchItExplode", "BrightnessAndColour", "WhyTheStylePictureIsGrey",
            "WhatTheGreyDiscriminatorSees", "TheSumAndWhatItsWeightsAreWorth",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        let material = try Material(for: notebook)
        try losses(in: notebook)
        try whatFeaturesAre(material, in: notebook)
        try contentAlone(material, in: notebook)
        try gramByHand(material, in: notebook)
        try explosion(material, in: notebook)
        try styleAlone(material, in: notebook)
        try doesItServe(material, in: notebook)
        try brightnessAndColor(material, in: notebook)
        try colorAlone(material, in: notebook)
        try variationAlone(material, in: notebook)
        let drawn = try whyGrey(material, in: notebook)
        let discriminators = try discriminators(material, in: notebook)
        try whatDiscriminatorsSee(discriminators, material, in: notebook)
        try sum(of: discriminators, at: drawn, material, in: notebook)
    }
}

//: # 13 · Gram, grey, colour
//:
//: A photograph is to become a drawing, but nobody has drawn that photograph. There are photographs of some places and drawings of others, so no loss can say "this pixel
//: should be that colour". AnimeGAN says instead: keep what the photograph *shows*, look like a drawing, keep the photograph's *colours*. Each of these is a loss. This
//: lesson moves the pixels of one picture by each of them alone. Lesson 14 trains a network with their sum.
//:
//: > **Before you start.** You need gradients and Adam (lesson 03) and a discriminator (lesson 06 or 09). The article is Synced's
//: > "Have you seen Yui Aragaki in a Miyazaki film?" (in Chinese). It claims that three new losses, "grayscale style", "grayscale adversarial" and "color
//: > reconstruction", "bring the style of the pictures closer to that of real comics". The code is [AnimeGAN](https://github.com/TachibanaYoshino/AnimeGAN)
//: > (Chen, Liu and Chen, 2020); the style loss is from [Gatys, Ecker and Bethge, 2015](https://arxiv.org/abs/1508.06576). Skip "Does our network serve?"
//: > and "Total variation alone" if you are in a hurry.

//:fold The diagram: `losses`
func losses(in notebook: Notebook) throws {
    try notebook.show(
        lossesDiagram(), named: "losses",
        "Green is given, orange moves, blue has learnt, and vermillion is a loss. Content compares the picture's features with the photograph's, grey style with those of grey drawings; the discriminator has learnt that these are none."
    )
}
//:end

//: Every photograph on this page is a **drawn photograph**: a scene drawn by rule twice, once muted and grainy, once like the background of an animated film.
//:
//: ## What a trained network's features are
//:
//: VGG19 learnt to name what a million photographs show ([Simonyan and Zisserman, 2014](https://arxiv.org/abs/1409.1556)). Cut off in the middle, it gives several hundred numbers for each place of a picture: its *features*. Each says something useful, such as whether an edge leans to the left. We may not ship its weights. Nurie has a
//: small network of the same kind that learnt on drawn scenes: three stages of 3×3 convolutions, with 16 channels at full size, 48 at half and 128 at a quarter.

//:fold What is measured and drawn: `whatFeaturesAre`
func whatFeaturesAre(_ material: Material, in notebook: Notebook) throws {
    let photograph = material.street
    let side = photograph.shape[2]
    let rows = material.features.maps(of: photograph).map { maps -> [Picture] in
        let planes = maps.reshaped(to: Array(maps.shape.dropFirst()))
        let varying = (0..<planes.shape[0]).map { planes.sliced(axis: 0, $0..<$0 + 1) }
            .sorted { ($0 - $0.mean()).size > ($1 - $1.mean()).size }.prefix(5)
        return photograph.shown + varying.flatMap { $0.shownAsGrey(side: side) }
    }
    try notebook.show(
        PictureGrid("", rows: rows, rowTitles: ["stage 1", "stage 2", "stage 3"], cellWidth: 128), named: "features",
        "A drawn street, and of each stage of the feature network the five maps that vary most.")
}
//:end

//: The first stage describes each pixel and its nearest neighbours, 5×5 in all. The last one knows less of where and more of what.
//:
//: ## Content: keep what is shown
//:
//: AnimeGAN's content loss is the mean absolute difference between two maps: that of the photograph $p$ and that of what the generator makes of it, $G(p)$.
//:
//: $$ L_{\mathrm{con}} = \mathrm{mean} \left\vert F(p) - F(G(p)) \right\vert $$
//:
//: $F$ is a map half-way up VGG19 (conv4_4), *before* its ReLU. To see what this loss keeps, start with grey noise and move its pixels downhill until its features are
//: those of the photograph. Whatever the features do not know stays noise.
//:
//: Adam moves the pixels as it moves weights. Two things are added. The picture is a sum of four layers, each half as fine as the one before, so that areas can move as
//: one: pixels that move alone find noise with the right features. And the sum goes through a tanh, which keeps colours in range.

/// Moves pictures downhill on a loss.
func moved(
    _ start: Tensor, _ name: String, _ material: Material, in notebook: Notebook, by loss: (Tensor) -> Tensor
) throws -> Tensor {
    let canvas = Canvas(start)
    let adam = Adam(canvas)
    var run = notebook.trainingRun(name, steps: material.steps, settings: ["shape": "\(start.shape)"])
    run.keep(canvas, adam, as: "canvas")
    _ = try run.train(resuming: notebook.isResuming) { step, _ in
        let tape = Tape(learning: canvas.parameters)
        let loss = loss(canvas.pictures(on: tape))
        // Large steps find the colours, small ones settle them.
        adam.learningRate = 0.02 * (1 - 0.95 * Double(step) / Double(material.steps))
        adam.step(tape.gradients(of: loss))
        return ["loss": loss.item]
    }
    return canvas.pictures(on: Tape()).detached
}

//:fold What is measured and drawn: `contentAlone`
func contentAlone(_ material: Material, in notebook: Notebook) throws {
    let photograph = material.street
    let noise = noise(like: photograph, in: notebook)
    let wanted = material.features.maps(of: photograph)
    let kept = try (0..<3).map { stage in
        try moved(noise, "content of stage \(stage + 1)", material, in: notebook) {
            meanAbsoluteError(material.features.maps(of: $0)[stage], wanted[stage])
        }
    }
    try notebook.show(
        PictureGrid(
            "", rows: [(photograph.shown + noise.shown + kept.flatMap(\.shown))],
            columnTitles: ["drawn photograph", "start", "by stage 1", "by stage 2", "by stage 3"], cellWidth: 128),
        named: "content", "Noise, moved until it has the features of the drawn photograph, for each of three stages.")
    let decibels = kept.map { likeness(of: $0, to: photograph) }
    notebook.table(
        ["features of", "PSNR to the photograph, dB"],
        decibels.indices.map { ["stage \($0 + 1)", rounded(decibels[$0])] })
    let start = likeness(of: noise, to: photograph)
    notebook.expect("Stage 1 gives the pixels back: PSNR, dB", decibels[0], .above(35))
    notebook.expect("Stage 2 keeps less than stage 1, dB", decibels[0] - decibels[1], .above(5))
    notebook.expect("Stage 3 keeps less than stage 2, dB", decibels[1] - decibels[2], .above(2))
    notebook.expect("… but is no noise any more: gain over the start, dB", decibels[2] - start, .above(1))
}

/// Grey with a little noise.
func noise(like picture: Tensor, in notebook: Notebook) -> Tensor {
    var generator = notebook.generator(1)
    return Tensor(uniformIn: -0.2...0.2, shape: picture.shape, using: &generator)
}
//:end

//: The first stage gives the photograph back: 16 numbers a pixel lose nothing. The last stage gives shapes in their places, with made-up colours and grain. So it keeps the street where it is and leaves open how it is painted.
//:
//: > **What is normal.** The content loss starts high, falls fast and never reaches 0. When a generator learns a style it *rises* again, because a drawing
//: > has other features than a photograph.
//:
//: ## The Gram matrix, by hand
//:
//: How a picture is drawn does not depend on *where* things are. Write a picture's map as a matrix $F$ with a row for each channel and a column for each place, and
//: multiply every row with every other:
//:
//: $$ M_{ij} = \frac{1}{c h w} \sum_x F_{ix} F_{jx} $$
//:
//: There are $c$ channels and $h w$ places. $M_{ij}$ says how strongly channels $i$ and $j$ are active *together*: dark line and light paper, say. The sum forgets
//: the places.

/// The Gram matrix of a map `[1, channels, height, width]`; `divisor` is what it is divided by.
func gram(_ map: Tensor, dividedBy divisor: (_ channels: Int, _ places: Int) -> Int) -> Tensor {
    let (channels, places) = (map.shape[1], map.shape[2] * map.shape[3])
    let rows = map.reshaped(to: [channels, places])
    return rows.matrixProduct(rows.transposed(to: [1, 0])) / Float(divisor(channels, places))
}

//:fold What is measured and drawn: `gramByHand`
func gramByHand(_ material: Material, in notebook: Notebook) throws {
    let map = material.features.features(of: material.street)
    let own = gram(map) { channels, places in channels * places }
    let room = gramMatrix(map).reshaped(to: own.shape)
    notebook.expect("By hand as in TensorCore: relative difference", (own - room).size / room.size, .below(1e-5))
    let elsewhere = gram(shuffled(map, in: notebook)) { channels, places in channels * places }
    notebook.expect(
        "All places shuffled: relative difference of the Gram matrix", (own - elsewhere).size / own.size, .below(1e-5)
    )

    // The same picture once, four times and nine times: the same style, on more paper.
    let rows = (1...3).map { times -> [Double] in
        let row = Tensor.concatenated(Array(repeating: material.street, count: times), axis: 3)
        let map = material.features.features(of: .concatenated(Array(repeating: row, count: times), axis: 2))
        return [gram(map) { _, _ in 1 }.size, gram(map) { channels, places in channels * places }.size]
    }
    notebook.table(
        ["the picture, laid side by side", "entries, not divided", "entries, divided by c·h·w"],
        rows.enumerated().map { ["\($0 + 1)×\($0 + 1)"] + $1.map { rounded($0) } })
    notebook.expect("Nine times the paper, not divided: ratio", rows[2][0] / rows[0][0], .near(9, tolerance: 2))
    notebook.expect("… and divided", rows[2][1] / rows[0][1], .near(1, tolerance: 0.25))
}

/// A map whose places were mixed, the same way for all channels.
func shuffled(_ map: Tensor, in notebook: Notebook) -> Tensor {
    var generator = notebook.generator(2)
    let places = map.shape[2] * map.shape[3]
    var order = Array(0..<places)
    generator.shuffle(&order)
    let numbers = map.scalars
    return Tensor(
        (0..<map.shape[1]).flatMap { channel in order.map { numbers[channel * places + $0] } }, shape: map.shape)
}
//:end
