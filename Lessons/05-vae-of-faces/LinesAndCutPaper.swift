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
//: The blur is no fault of the VAE. It is what the *mean* of pixels looks like, and a Gaussian likelihood asks for the mean. So let us ask for something else.
//: Somebody who cuts a face out of coloured paper decides for each place which sheet lies there: skin, hair, the white of an eye. Where the code does not say where a
//: lock ends, the network says "hair, three to two", and scissors cut where it is one to one. The border lies in the wrong place perhaps; but it is a border.
//:
//: So each drawn face is taken apart: 22 parts (ten regions, some of them in three tones), and the ink. A pixel of the sketch holds the share that belongs to each part. The
//: decoder's last layer gives logits; the likelihood is categorical for the parts and Bernoulli's for the ink, as for the coins of lesson 04. There is no $\sigma$ to turn.

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
//:end

/// The logits of a network that is sure of the shares of a sketch.
func certain(_ shares: Tensor) -> Tensor { 8 * shares - 4 }

//: And codes are drawn as codes lie. The prior says that they fill a ball; in truth they lie in a tilted ellipsoid within it, and between it and the ball's rim are
//: codes of which the decoder has never heard. Their mean and covariance are found after training, from two thousand faces, and samples are drawn from that normal distribution.
//:
//: `Data/train-faces` says how the weights that come with Nurie were trained: an hour and a quarter on two cores, beside other work. `nurie train faces --scale quick` takes
//: minutes; `nurie sample faces DIR --grid` makes the sheet below, and nothing on it was picked.

//:fold What is measured and drawn: `cutPaper`
func cutPaper(beside vae: FaceVAE, in notebook: Notebook) throws {
    let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors"))
    func face(_ seed: FaceSampler.Seed, _ size: Int) -> Picture {
        sampler.picture(of: seed, size: size)
    }
    try notebook.show(
        PictureGrid(
            "", rows: (0..<4).map { row in (0..<6).map { face(sampler.seed(6 * row + $0, of: notebook.seed), 160) } },
            cellWidth: 160),
        named: "paper", "Twenty-four faces that nobody drew, one after the other.")
    let ends = [1, 8].map { sampler.seed($0, of: notebook.seed) }
    let steps = notebook.scale.choose(tiny: 3, quick: 25, full: 49)
    try notebook.show(
        Animation(toAndFro: sampler.walk(from: ends[0], to: ends[1], count: steps).map { face($0, 256) }),
        named: "walk", "A walk from one face to another, and back.")

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
//:end

//: The detector takes the soft faces too: it compares light and dark over squares of some pixels, which blur leaves as they are. What both pass tells nothing between
//: them; sharpness does.
//:
//: What has become of the uncertainty? It is in the shapes. Where a code does not say what is on a head, the larger share wins, and that is hair: a hat or a ribbon is often a
//: shapeless patch of its colour. Covering has become choosing, lesson 01's two answers again.
//:
//: The colours are nobody's guess: each sample takes those of a drawn face. That is the pipeline's own story. A network makes up shapes, and dabs say which colours they have (lesson 12).
//: Lesson 06 puts the VAE of pixels beside two adversarial networks.
