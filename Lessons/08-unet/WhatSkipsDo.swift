import Colorization
import Drawings
import Figures
import LessonKit
import Pictures
import Training

//: ## What skips do
//:
//: Without skips, all that the way up knows has come through the bottom, where a sixteenth of the side is left. (The join of e7 and e8 stays, since both lie there.)
//: What is in the picture gets through. Where exactly each line ran does not. With skips the lines are handed across, and the bottom can be about the rest. **Predict first:** what will both networks' pictures have in common?

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
        ["", "PSNR, dB", "SSIM", "sharpness of lines, relative to the truth"],
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
    notebook.expect("Lines come through the skips: their sharpness, relative to the truth", sharp, .above(0.5))
    notebook.expect("… and hardly through the bottom", blunt, .below(0.1))
    return painted
}
//:end

//: PSNR is the squared error in decibels, the mean over pictures of $-10 \log_{10}$ of it. SSIM compares the structure of small windows and is 1
//: for equal pictures. Sharpness is the mean squared step of brightness where the drawing has ink. In both middle rows
//: of the figure the colours are much the same. What the skips give is the drawing itself. In PSNR that is only about
//: one decibel, because most of the squared error is in the colours, and there skips cannot help.
//:
//: ## Like an old photograph
//:
//: Now the colours. How far a colour is from grey is its *chroma*, in CIELAB the length of $(a, b)$: $a$ from green to
//: red, $b$ from blue to yellow. A distance of two or three units can just be seen. We add the chroma up over all
//: pixels of a kind of region and divide by that of the true pictures.

//:fold What is measured and drawn: `oldPhotograph`
func oldPhotograph(_ painted: [Picture], _ dataset: ColorizationDataset, in notebook: Notebook) throws {
    let table = dataset.saturation(of: painted)
    let rows = table.rows
    try notebook.show(
        Figure("Skin it knows, hair and clothes it cannot know", y: "chroma, relative to the truth")
            .bars(rows.map(\.name), rows.map { $0.ratios[0] }, showingValues: true)
            .horizontalLine(at: 1, "the truth"),
        named: "saturation", "How colourful the painted regions are.")
    notebook.expect(
        "Skin keeps most of its colour: chroma, relative to the truth", table.ratio("skin"), .within(0.65...1.1))
    let faded = ["hair", "eyes", "clothes"].map { table.ratio($0) }.max() ?? .nan
    notebook.expect("Hair, eyes and clothes lose more than half: the most that one of them keeps", faded, .below(0.5))
    notebook.expect("Skin keeps more than any of them: ratio", table.ratio("skin") / faded, .above(1.5))
}
//:end

//: Hair, eyes and clothes lose most of their colour; eyes are small too, so the network also has to find them. Skin loses a part, because where the network is not sure whether it looks at a cheek or at a lock,
//: it paints something between skin and hair. That can get better with training; the long run, of as many steps, hardly gains (0.85 and 0.86). For hair and clothes no length of training helps.
//:
//: Is the faded hair really the mean? Each dot is the hair of one face: what it truly is, and what the network painted.

//:fold What is measured and drawn: `hairColors`
func hairColors(_ painted: [Picture], _ dataset: ColorizationDataset, in notebook: Notebook) throws {
    let hair = dataset.colors(of: .hair, in: painted), skin = dataset.colors(of: .skin, in: painted)
    let means = [Region.hair, .skin].map { meanInRGB(of: $0, in: dataset.heldOut) }
    let figures = [hair.figure("Hair"), skin.figure("Skin, enlarged").xRange(-5...35).yRange(-5...35)]
    let panels = zip(figures, means).map { figure, mean in
        figure.points([Double(mean.a)], [Double(mean.b)], "mean in RGB", color: .green)
    }
    try notebook.show(
        Panels("", panels, size: (860, 430)),
        named: "colours", "The colours of hair and skin, true and painted.")
    notebook.table(
        [
            "ΔE in (a, b)", "true colours from their mean", "painted ones from that mean",
            "painted ones from the mean in RGB",
        ],
        zip([("hair", hair), ("skin", skin)], means).map { named, mean in
            [
                named.0, rounded(named.1.spreadOfTruth), rounded(named.1.distanceFromMeanOfTruth),
                rounded(distance(of: named.1.painted, from: mean)),
            ]
        })
    notebook.expect(
        "Painted hair is near the mean in RGB: distance, over that of true hair from its mean",
        distance(of: hair.painted, from: means[0]) / hair.spreadOfTruth, .below(0.25))
    notebook.expect(
        "… and nearer to it than to the mean in CIELAB: ratio",
        distance(of: hair.painted, from: means[0]) / hair.distanceFromMeanOfTruth, .below(1))
    notebook.expect(
        "Skin has little to choose from: spread of its true colours over hair's",
        skin.spreadOfTruth / hair.spreadOfTruth, .below(0.35))
}

/// The mean of a region over all pixels, taken in RGB as squared error takes it, and then seen in CIELAB.
func meanInRGB(of region: Region, in pairs: [Pair]) -> Lab {
    var (sums, count) = ([Double](repeating: 0, count: 3), 0.0)
    for pair in pairs {
        for pixel in pair.pixels(of: region) {
            for channel in 0..<3 { sums[channel] += Double(pair.color.samples[3 * pixel + channel]) / 255 }
            count += 1
        }
    }
    return lab(sums.map { Float($0 / count) })
}

/// The root of the mean square of distances in (a, b).
func distance(of colors: [Lab], from middle: Lab) -> Double {
    let squares = colors.map { color in
        Double((color.a - middle.a) * (color.a - middle.a) + (color.b - middle.b) * (color.b - middle.b))
    }
    return (squares.reduce(0, +) / Double(colors.count)).squareRoot()
}
//:end

//: The true colours lie all around grey, which is at (0, 0). The painted ones are a clump in the middle of them, but
//: not at their mean in CIELAB. Squared error averages *RGB*, and a mixture in RGB is duller than the mean of $a$ and
//: $b$. The mean in RGB, the green dot, is nearer. What is left is a seventh to a sixth of the spread. In both runs painted hair is greyer than the green dot, perhaps because the network is not sure everywhere that it looks at hair; and chance explains a part: the network has
//: the mean of the faces that it learnt from, and the green dot is the mean of others. Such a mean is off by about
//: their spread over the root of their number: a tenth of it with the 96 faces of the short run, a fourteenth with the 200 of the long one.
//:
//: So the network answers a question about *one* picture with the mean of *all* pictures that the lines allow. Skin comes out nearly right because all its hues lie between red and yellow. Its lightness and its chroma vary more, and there the network fails
//: in the same way: it painted the brown faces above in the mean of all skins.
//:
//: There are two ways out. One can stop asking to be right on average, and ask for a picture that *could* be true: lesson 09 adds a discriminator that knows old photographs when it sees them. Or one can tell the
//: network what it cannot know: lesson 10 gives it hints.
