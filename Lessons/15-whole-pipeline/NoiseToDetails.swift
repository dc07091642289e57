import Basics
import Detection
import FaceGeneration
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## From noise to details
//:
//: The weights that come with Nurie need not choose. They began as the faces of lines and cut paper at the end of lesson 05, of which two things were wrong. Their codes came from a normal
//: distribution, where the point half-way between a hat and none is no less likely than the ends: so hats were torn. And sixty-four numbers do not say where each strand of hair lies,
//: so the decoder gave the mean of all strands, which is none.
//:
//: *Flow matching* helps with both. Let $x_0$ be a point of a distribution that is easy to draw from, $x_1$ one of those that we want, drawn independently, and $t$ a time,
//: uniform in $[0, 1]$. On the straight way, $x_t = (1-t)\,x_0 + t\,x_1$, the velocity is $x_1 - x_0$. A network sees $x_t$ and $t$ and is asked for it:
//:
//: $$ \mathcal L = \mathbb E_{x_0, x_1, t}\; \bigl\lVert v(x_t, t) - (x_1 - x_0) \bigr\rVert^2 $$
//:
//: Many ways cross at one place, so the network learns the *mean* of their velocities. That is enough: it carries as much through each place as all the crossing ways
//: together. A mean of pictures is blurred, and so is where the first step points to. But a step later the network is asked again, at a place that fewer ways cross. If we start
//: from a fresh $x_0$ and follow $v$ along its curve, twelve steps from $t = 0$ to $1$, we arrive near a point like $x_1$
//: (Lipman and others, [*Flow matching for generative modeling*](https://arxiv.org/abs/2210.02747), 2023).
//:
//: The first flow leads the normal distribution of codes to the codes of drawn faces. It is a small network of rows.
//:
//: The second draws details. For it we need codes that have them: those of a VAE of sketches of 128×128, whose code is a *map* of 16×16 places with eight numbers
//: each. A place knows what is near to it, so little is lost. A normal distribution with a variance for each channel draws each place by itself, and a strand of
//: hair goes through several. So a U-net leads noise to such maps. It also sees $h$, the map half-way in the coarse decoder: the 64 numbers still say most of what the face is
//: like, and the noise says how it is drawn.
//:
//: Both begin nearer to the middle than in training, with 0.9 and 0.8 of the deviation: faces are a little less various, and lines cleaner.

//:fold What is measured and drawn: `noiseToDetails`
func noiseToDetails(in notebook: Notebook) throws {
    let sampler = try FaceSampler(weights: ShippedData.path(of: "faces.safetensors"))
    let size = notebook.scale.choose(tiny: 64, quick: 160, full: 160)
    let formation = sampler.formation(of: sampler.seed(5, of: notebook.seed), size: size)
    let palette = sampler.seed(5, of: notebook.seed).palette
    try notebook.show(
        Animation(toAndFro: formation.reversed().map { $0.painted(in: palette) }, hundredths: 20),
        named: "formation", "A face, back on its way to the noise that it came from, and drawn again.")
    let rows = (0..<4).map { index in
        let seed = sampler.seed(index, of: notebook.seed)
        let others = (1...2).map { sampler.redrawn(seed, as: UInt64($0)) }
        return [sampler.withoutFlows, sampler.withoutDetails].map { $0.picture(of: seed, size: size) }
            + ([seed] + others).map { sampler.picture(of: $0, size: size) }
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows,
            columnTitles: ["from the normal", "from the first flow", "with details", "other noise", "other noise"],
            cellWidth: 160),
        named: "details",
        "The same seeds: codes from the normal distribution, codes from the first flow, and their details from three noises."
    )
    try detailsMeasured(of: sampler, in: notebook)
}

/// What details change: sharpness, whether a detector takes them for faces, and what is kept of the coarse face.
func detailsMeasured(of sampler: FaceSampler, in notebook: Notebook) throws {
    let count = notebook.scale.choose(tiny: 4, quick: 48, full: 400)
    let drawn = FaceSketches(seed: 3, count: count, part: .heldOut)
    let seeds = (0..<count).map { sampler.seed($0, of: notebook.seed) }
    let pictures = [
        (0..<count).map { drawn.drawn(at: $0, size: 256).color },
        seeds.map { sampler.withoutFlows.picture(of: $0, size: 256) },
        seeds.map { sampler.withoutDetails.picture(of: $0, size: 256) },
        seeds.map { sampler.formation(of: $0, size: 256, after: [0])[0].painted(in: $0.palette) },
        seeds.map { sampler.picture(of: $0, size: 256) },
    ]
    let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")), minimumSide: 64)
    let sharpness = pictures.map { PictureMeasures.gradientEnergy(of: Tensor(pictures: $0)) }
    let shares = pictures.map { group in
        Double(group.count { !detector.faces(in: $0).isEmpty }) / Double(count)
    }
    notebook.table(
        ["\(count) faces of 256×256", "sharpness, over drawn faces", "accepted by the detector"],
        zip(
            [
                "drawn, not learnt from", "coarse, from the normal", "coarse, from the first flow",
                "fine, from the normal", "fine, from the second flow",
            ],
            0...
        ).map {
            [$0, rounded(sharpness[$1] / sharpness[0]), rounded(shares[$1])]
        })
    let (own, other) = agreements(of: sampler, count: count, in: notebook)
    notebook.expect(
        "The detector takes them for faces: share, over that of drawn ones", shares[4] / shares[0], .above(0.9))
    notebook.expect("… and not what the normal distribution draws: share", shares[3], .below(0.5))
    notebook.expect(
        "They are sharper than without details: gradient energy, over that", sharpness[4] / sharpness[2], .above(1.1))
    notebook.expect(
        "Noise changes a face less than its code does: distance of two drawings of one face, over that of two faces",
        own / other, .below(0.5))
}

/// How far drawings of one face from two noises are from each other, and how far drawings of two faces are: root mean squared errors of
/// pictures of 32×32 in the colours of the first.
func agreements(of sampler: FaceSampler, count: Int, in notebook: Notebook) -> (own: Double, other: Double) {
    func picture(_ seed: FaceSampler.Seed, _ palette: FacePalette) -> Picture {
        sampler.faces(of: [seed], size: 128)[0].painted(in: palette).resized(toWidth: 32, height: 32, .area)
    }
    let distances = (0..<min(count, 32)).map { index -> (Double, Double) in
        let (seed, next) = (sampler.seed(index, of: notebook.seed), sampler.seed(index + count, of: notebook.seed))
        let face = picture(seed, seed.palette)
        return (
            Double(face.squaredError(to: picture(sampler.redrawn(seed, as: 1), seed.palette))),
            Double(face.squaredError(to: picture(next, seed.palette)))
        )
    }
    func root(_ sum: Double) -> Double { (sum / Double(distances.count)).squareRoot() }
    return (root(distances.reduce(0) { $0 + $1.0 }), root(distances.reduce(0) { $0 + $1.1 }))
}
//:end

//: The way starts from what a normal distribution of fine codes draws: shreds, which hardly pass for faces. They are the sharpest of all, so sharpness means something only beside the detector's answer. (What the first flow mends, hats, is in neither number.) Twelve steps sort them. They do not sort
//: all: glasses come and go with the noise, a hat may still be torn, and the lines are far from as sharp as drawn ones.
//:
//: `Data/train-faces` trains all of it in three hours, and `nurie sample faces DIR --grid` makes sheets of such faces. This lesson goes on with its own small VAE, which
//: anyone can teach in minutes: its faces are soft, and that makes the next joint hard.
//:
