import Colorization
import Figures
import LessonKit
import Pictures
import Training

//: ## What skips do
//:
//: Without skips all that the way up knows has come through the bottom, at quick scale 4×4 pixels of 192 channels. What is in the picture gets through
//: that; where exactly each line ran does not. With skips it need not: the lines are handed across, and the bottom is free to think about the rest.

//:fold What is measured and drawn: `skips`
func skips(_ networks: TrainedPair, _ dataset: ColorizationDataset, in notebook: Notebook) throws -> [Picture] {
    let painted = dataset.colored(by: networks.withSkips)
    let blurred = dataset.colored(by: networks.without)
    try notebook.show(
        PictureGrid(
            "",
            rows: [dataset.heldOut.map(\.lines), blurred, painted, dataset.heldOut.map(\.color)].map {
                Array($0.prefix(6))
            },
            rowTitles: ["line", "without skips", "with skips", "true"], cellWidth: 128),
        named: "skips", "Faces that neither network has seen.", isThumbnail: true)

    let (with, without) = (dataset.likeness(of: painted), dataset.likeness(of: blurred))
    let (sharp, blunt) = (dataset.lineSharpness(of: painted), dataset.lineSharpness(of: blurred))
    notebook.table(
        ["", "PSNR, dB", "SSIM", "sharpness of lines, of the truth's"],
        [
            [
                "without skips", rounded(without.signalToNoise.value), rounded(without.structuralSimilarity.value),
                rounded(blunt),
            ],
            [
                "with skips", rounded(with.signalToNoise.value), rounded(with.structuralSimilarity.value),
                rounded(sharp),
            ],
        ])
    notebook.expect(
        "Skips beat no skips: gain in PSNR, dB", with.signalToNoise.value - without.signalToNoise.value, .above(0.5))
    notebook.expect(
        "… and in structure: gain in SSIM",
        with.structuralSimilarity.value - without.structuralSimilarity.value, .above(0.25))
    notebook.expect("Lines come through the skips: their sharpness, of the truth's", sharp, .above(0.5))
    notebook.expect("… and hardly through the bottom", blunt, .below(0.1))
    return painted
}
//:end

//: PSNR is the squared error in decibels, $-10 \log_{10}$ of it; SSIM compares the structure of small windows and is 1 for equal
//: pictures. Look at both middle rows: the two networks choose much the same colours. What the skips give is the drawing itself. In PSNR that
//: is only about one decibel, because most of the squared error is in the colours, and there skips cannot help.
//:
//: ## Like an old photograph
//:
//: Now the colours. How far a colour is from grey is its *chroma*, in CIELAB the length of $(a, b)$: $a$ from green to red, $b$ from blue to yellow, in units in
//: which two colours two or three apart can just be told from each other. We sum it up over all pixels of a kind of region and divide by that of the true
//: pictures: 1 is as colourful as the truth.

//:fold What is measured and drawn: `oldPhotograph`
func oldPhotograph(_ painted: [Picture], _ dataset: ColorizationDataset, in notebook: Notebook) throws {
    let table = dataset.saturation(of: painted)
    let rows = table.rows
    try notebook.show(
        Figure("Skin it knows, hair and clothes it cannot know", y: "chroma, of the truth's")
            .bars(rows.map(\.name), rows.map { $0.ratios[0] }, showingValues: true)
            .horizontalLine(at: 1, "the truth"),
        named: "saturation", "How colourful the painted regions are.")
    notebook.expect("Skin keeps most of its colour: chroma, of the truth's", table.ratio("skin"), .within(0.65...1.1))
    notebook.expect("Hair loses most", table.ratio("hair"), .below(0.5))
    notebook.expect("Clothes lose most", table.ratio("clothes"), .below(0.5))
    notebook.expect(
        "Skin is nearer to the truth than hair: ratio of the two", table.ratio("skin") / table.ratio("hair"),
        .above(1.5))
}
//:end

//: Why is a part of the skin's colour missing too? Where the network is not sure whether it looks at a cheek or a lock, it paints the mean of skin and hair.
//: That is a matter of training: after half as many steps, skin had only 0.6 of its chroma with seed 1, and nearly 0.8 with
//: all of them. For hair and clothes no length of training helps.
//:
//: Is the faded hair really the mean? Each dot is the hair of one face: what it truly is, and what the network painted. The true colours
//: lie all around grey, which is at (0, 0). The painted ones are a clump in the middle of them.

//:fold What is measured and drawn: `hairColors`
func hairColors(_ painted: [Picture], _ dataset: ColorizationDataset, in notebook: Notebook) throws {
    let hair = dataset.colors(of: .hair, in: painted), skin = dataset.colors(of: .skin, in: painted)
    try notebook.show(
        Panels("", [hair.figure("Hair"), skin.figure("Skin")], size: (860, 430)),
        named: "colours", "The colours of hair and skin, true and painted.")
    notebook.table(
        ["", "true colours from their mean", "painted ones from that mean", "painted over true"],
        [("hair", hair), ("skin", skin)].map { name, colors in
            [
                name, rounded(colors.spreadOfTruth), rounded(colors.distanceFromMeanOfTruth),
                rounded(colors.distanceFromMeanOfTruth / colors.spreadOfTruth),
            ]
        })
    notebook.expect(
        "Painted hair is near the mean of true hair: distance, in spreads of the true colours",
        hair.distanceFromMeanOfTruth / hair.spreadOfTruth, .below(0.35))
    notebook.expect(
        "Skin has little to choose from: spread of its true colours over hair's",
        skin.spreadOfTruth / hair.spreadOfTruth, .below(0.35))
}
//:end

//: So the network is not weak, it is honest: it answers a question about *one* picture with the mean of *all* pictures that the lines
//: allow. Skin comes out nearly right because its hue hardly varies. Its lightness does, and there the network fails in the same way: look at the
//: brown faces among the pictures above: it painted them in the mean of all skins.
//:
//: Two ways lead out. One may give up the demand to be right on average, and ask for a picture that *could* be true: lesson 09 adds a
//: judge who knows old photographs when it sees them. Or one tells the network what it cannot know: lesson 10 gives it hints.
