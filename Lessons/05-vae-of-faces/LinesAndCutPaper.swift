import Basics
import Detection
import Drawings
import FaceGeneration
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Lines and cut paper
//:
//: A Gaussian likelihood asks for the *mean* of pixels, and a mean is blurred. Whoever cuts a face out of coloured paper decides for each place which sheet
//: lies there: skin, hair, the white of an eye. Where the code does not say where a lock ends, the network gives probabilities, and the cut goes where hair and
//: skin are equally likely. The border may be in the wrong place, but it is sharp.
//:
//: So each drawn face is taken apart into 22 parts (ten regions, some of them in three tones) and the ink. The decoder gives logits. The likelihood is categorical for the parts, and
//: Bernoulli for the ink, as for the coins of lesson 04.

//:fold What is measured and drawn: `takenApart`
func takenApart(in notebook: Notebook) throws {
    let sketches = FaceSketches(seed: 3, count: notebook.scale.choose(tiny: 4, quick: 24, full: 100), part: .heldOut)
    let rows = (0..<4).map { index in
        let drawn = sketches.drawn(at: index, size: 128)
        let again = SketchedFace(certain(sketches[index]), size: 192)
        return [
            drawn.color.resized(toWidth: 192, height: 192, .bicubic), again.lines.converted(to: .rgb),
            again.painted(in: FacePalette(of: drawn)),
        ]
    }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["drawn", "its lines", "put together again"], cellWidth: 192),
        named: "apart", "Faces taken apart into shares of 64×64 pixels, and put together at 192.")
    let likeness = (0..<sketches.count).map { index in
        let drawn = sketches.drawn(at: index, size: 128)
        return Double(
            SketchedFace(certain(sketches[index]), size: 128).painted(in: FacePalette(of: drawn))
                .signalToNoise(to: drawn.color))
    }
    notebook.expect(
        "What is taken apart can be put together: PSNR of the worst of them, dB", likeness.min() ?? 0, .above(13))
}

/// The logits of a network that is sure of the shares of a sketch.
func certain(_ shares: Tensor) -> Tensor { 8 * shares - 4 }
//:end

//: Lines thinner than a place of the 64×64 grid, such as a closed mouth, are lost.
//:
//: Codes are drawn differently too. Faces' codes lie in a tilted ellipsoid inside the prior's ball, and outside it the decoder was never
//: trained. So samples are drawn from the normal distribution with the mean and the covariance of two thousand of them.
//:
//: The weights come with Nurie, the first of the four networks of `Data/train-faces`. They learnt for 5,000 steps of sixteen faces, of millions and not thousands, and from faces with hats and more room around the head; so
//: what follows compares pictures, not methods.

//:fold What is measured and drawn: `cutPaper`
func cutPaper(beside vae: FaceVAE, in notebook: Notebook) throws {
    let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors")).withoutFlows
    func face(_ seed: FaceSampler.Seed, _ size: Int) -> Picture {
        sampler.picture(of: seed, size: size)
    }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<4).map { row in (0..<6).map { face(sampler.seed(6 * row + $0, of: notebook.seed), 160) } },
            cellWidth: 160),
        named: "paper", "Twenty-four faces that nobody drew, one after the other.")
    let ends = [1, 8].map { sampler.seed($0, of: notebook.seed) }
    let steps = notebook.scale.choose(tiny: 3, quick: 16, full: 16)
    try notebook.show(
        Animation(toAndFro: sampler.walk(from: ends[0], to: ends[1], count: steps).map { face($0, 256) }),
        named: "walk", "A walk from one face to another, and back.")

    try cutPaperWalks(of: sampler, in: notebook)
    let count = notebook.scale.choose(tiny: 4, quick: 100, full: 400)
    let drawn = FaceSketches(seed: 3, count: count, part: .heldOut)
    let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")), minimumSide: 64)
    func share(_ picture: (Int) -> Picture) -> Double {
        Double((0..<count).count { !detector.faces(in: picture($0)).isEmpty }) / Double(count)
    }
    var generator = notebook.generator(11)
    let codes = Tensor(normalWithMean: 0, shape: [count, vae.latent], using: &generator)
    let soft = vae.decode(codes, .inference).unsigned.pictures
    let shares = [
        share { drawn.drawn(at: $0, size: 256).color }, share { face(sampler.seed($0, of: notebook.seed), 256) },
        share { soft[$0].resized(toWidth: 256, height: 256, .bicubic) },
    ]
    notebook.table(
        ["", "accepted by the detector"],
        zip(["drawn faces, not learnt from", "lines and cut paper", "pixels, the VAE above"], shares).map {
            [$0, rounded($1)]
        })
    notebook.expect(
        "A detector takes them for faces: share, over that of drawn ones", shares[1] / shares[0], .above(0.8))
    let sharpness = [(0..<count).map { face(sampler.seed($0, of: notebook.seed), 64) }, soft].map {
        PictureMeasures.gradientEnergy(of: Tensor(pictures: $0))
            / PictureMeasures.gradientEnergy(
                of: Tensor(pictures: (0..<count).map { drawn.drawn(at: $0, size: 64).color }))
    }
    notebook.expect(
        "They are sharper than the pixels of minutes: gradient energy, over theirs", sharpness[0] / sharpness[1],
        .above(3))
    notebook.expect(
        "… and not yet as sharp as drawn ones: gradient energy, over these", sharpness[0], .within(0.5...0.95))
}

/// Walks of ten steps, their fades, and how much of the ends' edges is left half way.
func cutPaperWalks(of sampler: FaceSampler, in notebook: Notebook) throws {
    let paths = (0..<notebook.scale.choose(tiny: 2, quick: 16, full: 64)).map { pair in
        let ends = [100 + 2 * pair, 101 + 2 * pair].map { sampler.seed($0, of: notebook.seed) }
        return Tensor(
            pictures: sampler.walk(from: ends[0], to: ends[1], count: 10).map { sampler.picture(of: $0, size: 64) })
    }
    let fades = paths.map { between($0.rows([0]), $0.rows([9])) }
    try notebook.show(
        PictureGrid("", rows: [paths[0].pictures, fades[0].pictures], rowTitles: ["walk", "fade"]),
        named: "cut-walk", "A walk between two faces of cut paper, and the fade of its ends.")
    let (walked, faded) = (edgesLeft(of: paths), edgesLeft(of: fades))
    notebook.table(
        ["half way, over \(paths.count) pairs", "edges, of those of the ends"],
        [["walk", rounded(walked)], ["fade", rounded(faded)]])
    notebook.expect("Half way a walk keeps more of its edges than the fade: ratio", walked / faded, .above(1.3))
    notebook.expect("… which is a double exposure: share of the edges that it keeps", faded, .below(0.7))
}
//:end

//: Here the walk beats its control clearly: half way there is a face that keeps more than four fifths of the edges, while the fade, a double exposure, keeps half.
//:
//: The detector accepts the soft faces too, since
//: blur does not change its squares of several pixels.
//:
//: The uncertainty is now in the shapes. Where a code does not say what is on a head, the larger share wins, and that is hair: a hat or a ribbon is often a shapeless patch, and now and then an eye is. The colours are not generated: each sample takes those of a drawn face. Lesson 15 mends many of the patches, with networks that follow a flow.
//:
