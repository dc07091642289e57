import Colorization
import FaceGeneration
import Figures
import Files
import Glibc
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Lines of soft pictures
//:
//: The first joint. The colorizer wants ink on paper. Lesson 07's rule compares a pixel with its neighbours, for pictures with steep edges. A VAE's faces have none: squared error made them soft, and enlarging makes them softer. In
//: them that rule finds broad smears and the weave of the decoder. But a soft line is still darker than what is *around* it on the scale of a pen. So take the picture blurred by half a pen's width, $G_\sigma * p$, and blurred a
//: little more, and ink what is darker in the first:
//:
//: $$\text{ink} = \max\Big(0, \tanh \big( s \max(0, G_{1.6\sigma} * p - G_\sigma * p) - f \big)\Big).$$
//:
//: $s$ is the strength, and $f$ drops what is faint (`softLines`). A VAE also *reconstructs* faces, and of those the true lines are known. So we can measure both rules.

//:fold What is measured and drawn: `linesOfSoftPictures`
func linesOfSoftPictures(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let rows = samples(4, deviation: 0.7, of: network, plan, in: notebook).map { sample in
        let face = SampledFace(sample, side: plan.side)
        return [face.picture, face.picture.lineArt(strength: 4), face.lines]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows, columnTitles: ["sampled, enlarged", "lines as in lesson 07", "lines of a soft picture"],
            cellWidth: 192),
        named: "soft-lines", "Two ways to find lines in a picture that has none.")

    // Repeated faces are as soft as samples, and their true lines are known.
    let crops = plan.faces.crops(seed: notebook.seed, heldOut: plan.evaluated)
    let names = ["true lines", "as in lesson 07", "of a soft picture"]
    var (agreements, greys) = (names.map { _ in Mean() }, names.map { _ in Mean() })
    for index in 0..<plan.evaluated {
        let truth = crops.faces.artist.draw(crops.face(at: index), size: plan.side).lines
        let copy = SampledFace(reconstruction(of: crops[index], by: network), side: plan.side)
        for (place, lines) in [truth, copy.picture.lineArt(strength: 4), copy.lines].enumerated() {
            agreements[place].add(Float(agreement(of: lines, with: truth)))
            greys[place].add(Float(shareOfGreys(in: lines)))
        }
    }
    notebook.table(
        ["lines of reconstructed faces", "correlation with the true lines", "neither ink nor paper"],
        names.indices.map { [names[$0], rounded(agreements[$0].value), "\(rounded(100 * greys[$0].value)) %"] })
    notebook.expect(
        "Lines on the scale of a pen are ink on paper: their greys, in parts of those of lesson 07's lines",
        greys[2].value / greys[1].value, .below(0.85))
}

/// The part of the pixels that are neither paper nor nearly black.
func shareOfGreys(in lines: Picture) -> Double {
    Double(lines.samples.count { (80..<245).contains($0) }) / Double(lines.samples.count)
}

/// The correlation of two line drawings, seen at a quarter of their size, so that a pixel more to the left does not matter.
func agreement(of lines: Picture, with truth: Picture) -> Double {
    func ink(_ picture: Picture) -> [Double] {
        let small = picture.resized(toWidth: picture.width / 4, height: picture.height / 4, .area)
        let ink = small.samples.map { 1 - Double($0) / 255 }
        let mean = ink.reduce(0, +) / Double(ink.count)
        return ink.map { $0 - mean }
    }
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let (a, b) = (ink(lines), ink(truth))
    return product(a, b) / max(1e-9, (product(a, a) * product(b, b)).squareRoot())
}
//:end

//: By correlation with the true lines neither rule wins: at 256 pixels a side the old one is a little better, at 512, in the long run, the new one. What counts most there is the outline, which the cut along the paper made steep: the old rule follows it to the pixel, and the pen is too
//: broad for it. What the new rule does is make ink and paper, where the old one makes a grey weave inside the face. We claim no more than that, and the next section finds that it buys no decibel either. (In the long run its lead in ink and paper is smaller.)
//:
//: ## What each joint costs
//:
//: For samples there is no truth to compare with, for reconstructed faces there is. So held-out faces go through more and more of the chain, and the colours that come out are compared with the true ones, on the figure:
//:
//: 1. true lines, hints of the true colours;
//: 2. lines taken out of the true picture;
//: 3. the same, with hints of the VAE's reconstruction;
//: 4. lines taken out of the reconstruction, as in lesson 07, with true hints;
//: 5. the same for soft pictures;
//: 6. and hints of the reconstruction's colours too, as for a sample.
//:
//: **Predict first:** which of these steps costs most?

//:fold What is measured and drawn: `joints`
func joints(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws {
    let names = [
        "true lines", "extracted", "extracted,\nhints rebuilt", "rebuilt,\nas in 07", "rebuilt,\nsoft",
        "rebuilt,\nhints too",
    ]
    let crops = plan.faces.crops(seed: notebook.seed, heldOut: plan.evaluated)
    var errors = names.map { _ in Mean() }
    var shown: [[Picture]] = []
    for index in 0..<plan.evaluated {
        let drawn = crops.faces.artist.draw(crops.face(at: index), size: plan.side)
        let rebuilt = reconstruction(of: crops[index], by: network)
        let (truth, copy) = (SampledFace(crops[index], side: plan.side), SampledFace(rebuilt, side: plan.side))
        let inputs = [
            (drawn.lines, truth.hints), (drawn.color.lineArt(), truth.hints), (drawn.color.lineArt(), copy.hints),
            (copy.picture.lineArt(strength: 4), truth.hints), (copy.lines, truth.hints), (copy.lines, copy.hints),
        ]
        let results = inputs.map { plan.colorizer.color($0.0, hints: $0.1) }
        let outline = CutOut(drawn.color, along: drawn.color).coverage
        for (place, result) in results.enumerated() {
            errors[place].add(Float(squaredError(of: result, to: drawn.color, on: outline)))
        }
        if index < 3 { shown.append([drawn.color, copy.picture] + results) }
    }
    try notebook.show(
        PictureGrid("", rows: shown, columnTitles: ["true", "rebuilt"] + names, cellWidth: 128),
        named: "joints", "Held-out faces after more and more of the chain.")
    let decibels = errors.map { -10 * log10(Double($0.value)) }
    try notebook.show(
        Figure("Likeness that is left after each joint", x: "", y: "PSNR to the true figure, dB")
            .bars(names, decibels, showingValues: true),
        named: "costs", "How like the truth the colours are after more and more of the chain.")
    let lost = (colors: decibels[1] - decibels[2], lines: decibels[1] - max(decibels[3], decibels[4]))
    notebook.expect(
        "The reconstruction's lines cost much: decibels from extracted lines to those", lost.lines,
        .above(1))
    notebook.expect(
        "… and its colours alone cost less than its lines alone: decibels lost, over those", lost.colors / lost.lines,
        .below(0.8))
    notebook.expect(
        "The rule for soft pictures buys no decibel: difference from lesson 07's", abs(decibels[4] - decibels[3]),
        .below(0.5))
}

/// What the VAE makes of a face: the decoder's picture of the code's mean.
func reconstruction(of face: Picture, by network: FaceVAE) -> Picture {
    let encoding = network.encode(Tensor(pictures: [face]).signed, .inference)
    return network.decode(encoding.mean, .inference).unsigned.pictures[0]
}
//:end

//: The reconstruction is soft because the VAE was taught by squared error, and no line extraction brings back what it has lost: the eyes' highlights, the strands of hair. Its colours survive better than its lines. So the place to look is the VAE and not the colorizer; but
//: a larger one that learns longer, as in the long run, loses as much. Of the two extractions PSNR has no favourite. A dark line two pixels away from the true one is counted twice, as ink where none should be and as none where some should; grey smears cost no more. That is the
//: old question of lesson 08, and why lesson 09 had an adversary.
//:
//: ## Colours by dabs
//:
//: Now samples. Without hints the shipped weights paint brown hair, greys, or nothing. We are the user who knows: the colours of the sample, told by a dab in each of 7 × 7 squares of the sheet where the colours are most even, and white
//: dabs on the paper.

//:fold What is measured and drawn: `colorSamples`
/// Returns the mean structural similarity of coloured samples to the samples.
func colorSamples(_ network: FaceVAE, _ plan: Plan, in notebook: Notebook) throws -> Double {
    let faces = samples(plan.evaluated, deviation: 0.7, of: network, plan, in: notebook)
        .map { SampledFace($0, side: plan.side) }
    let alone = faces.map { plan.colorizer.color($0.lines) }
    let told = faces.map { plan.colorizer.color($0.lines, hints: $0.hints) }
    let cuts = zip(faces, told).map { $0.cutOut(of: $1) }
    let rows = (0..<min(4, faces.count)).map { index in
        [
            faces[index].picture, faces[index].lines.showing(dabs: faces[index].hints), alone[index], told[index],
            cuts[index].onPaper,
        ]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows,
            columnTitles: ["sampled", "lines and dabs", "coloured alone", "coloured with dabs", "cut out"],
            cellWidth: 144),
        named: "coloured", "Faces that nobody drew, coloured anew.", isThumbnail: false)
    func error(_ pictures: [Picture]) -> Double {
        // On the figure only: the paper round it is cut off.
        let pairs = zip(zip(faces, pictures), cuts)
        let sums = pairs.map { both, cut in squaredError(of: both.1, to: both.0.picture, on: cut.coverage) }
        return sums.reduce(0, +) / Double(sums.count)
    }
    let (without, with) = (error(alone), error(told))
    let decibels = [without, with].map { -10 * log10($0) }
    notebook.table(
        ["", "squared error on the figure", "PSNR, dB"],
        zip(["alone", "with dabs"], zip([without, with], decibels)).map { [$0, rounded($1.0), rounded($1.1)] })
    notebook.expect(
        "Dabs bring the sample's colours back: decibels gained on the figure", decibels[1] - decibels[0], .above(3))
    return likeness(of: told, to: faces.map(\.picture))
}

/// The mean structural similarity (SSIM) of pictures to others.
func likeness(of pictures: [Picture], to others: [Picture]) -> Double {
    let similarities = zip(pictures, others).map { Double($0.structuralSimilarity(to: $1)) }
    return similarities.reduce(0, +) / Double(similarities.count)
}

/// The mean squared difference where a figure is, samples being in [0, 1].
func squaredError(of picture: Picture, to other: Picture, on coverage: Picture) -> Double {
    let (a, b) = (picture.converted(to: .rgb), other.converted(to: .rgb))
    var (sum, count) = (0.0, 0.0)
    for pixel in coverage.samples.indices where coverage.samples[pixel] > 127 {
        for channel in 0..<3 {
            let difference = Double(a.samples[3 * pixel + channel]) - Double(b.samples[3 * pixel + channel])
            sum += difference * difference / (255 * 255)
            count += 1
        }
    }
    return sum / max(1, count)
}
//:end
