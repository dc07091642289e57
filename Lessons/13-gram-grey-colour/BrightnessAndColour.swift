import Figures
import LessonKit
import TensorCore
import Training

//: ## Brightness and colour
//:
//: The third loss wants the photograph's colours. AnimeGAN measures them in YUV: brightness Y, and two differences of colour, U and V, which are 0 for every grey. Their
//: matrix follows from five numbers: how bright red, green and blue look to an eye, and two scales.

/// Y = 0.299 R + 0.587 G + 0.114 B, U = 0.492111 (B − Y), V = 0.877283 (R − Y): row by row.
func yuvMatrix() -> [Double] {
    let eye = [0.299, 0.587, 0.114]
    let u = [0.0, 0, 1], v = [1.0, 0, 0]
    return eye + zip(u, eye).map { 0.492111 * ($0 - $1) } + zip(v, eye).map { 0.877283 * ($0 - $1) }
}

/// Huber's loss: a parabola where the difference is at most delta, a straight line beyond.
func huber(_ difference: Double, delta: Double = 1) -> Double {
    abs(difference) <= delta ? 0.5 * difference * difference : delta * (abs(difference) - 0.5 * delta)
}

//:fold What is measured and drawn: `brightnessAndColor`
func brightnessAndColor(_ material: Material, in notebook: Notebook) throws {
    let published = [0.299, 0.587, 0.114, -0.14714119, -0.28886916, 0.43601035, 0.61497538, -0.51496512, -0.10001026]
    let difference = zip(yuvMatrix(), published).map { abs($0 - $1) }.max() ?? 1
    notebook.expect("Five numbers give the published nine: largest difference", difference, .below(1e-6))
    try notebook.show(
        Figure("What a difference of colour costs", x: "difference", y: "loss").xRange(0...1.5)
            .curve(over: 0...1.5, "absolute", color: .vermillion) { $0 }
            .curve(over: 0...1.5, "half the square", color: .grey, line: .dashed) { 0.5 * $0 * $0 }
            .curve(over: 0...1.5, "Huber, δ = 1", color: .blue) { huber($0) }
            .curve(over: 0...1.5, "Huber, δ = 0.1", color: .green) { huber($0, delta: 0.1) }
            .verticalLine(at: 0.87, "largest in U").verticalLine(at: 1.23, "largest in V").legend(.topLeft),
        named: "huber", "Huber's loss, and the largest differences that two colours can have.")
    let (one, other) = (material.styles.yuv(), material.photographs.yuv())
    let far = (one - other).sliced(axis: 1, 1..<3).scalars.map { abs(Double($0)) }.max() ?? 1
    notebook.expect(
        "Largest difference in U or V between a drawn photograph and its style; Huber's line begins at 1", far,
        .below(1))
    try damages(material, in: notebook)
}
//:end

//: The loss is the mean of $\vert \Delta Y \vert$ plus the means of Huber's loss of $\Delta U$ and $\Delta V$. The article only names it, "color reconstruction loss".
//: The released code takes TensorFlow's default, $\delta = 1$: half the square up to a difference of 1, straight beyond. Two colours differ by at most 0.87 in U and 1.23
//: in V, and in V only colours about as far apart as pure red and pure cyan pass 1. So in practice it is half the squared error.
//:
//: Why take brightness by its absolute value and colour by its square? Here are four ways to spoil a picture, all scaled to the same mean absolute error in RGB.

/// The mean |ΔRGB| that each of them is scaled to, in 0…1.
let damage: Float = 0.02

/// Ways to spoil a picture in [-1, 1], as what is to be added to it.
func damages(of picture: Tensor) -> [(name: String, change: Tensor)] {
    let side = picture.shape[3]
    let lines = Tensor((0..<side * side).map { $0 % side % 16 == 0 ? 1 : 0 }, shape: [1, 1, side, side])
    let patch = Tensor(
        (0..<side * side).map { $0 % side < side / 4 && $0 / side < side / 4 ? 1 : 0 }, shape: [1, 1, side, side])
    let everywhere = Tensor(repeating: 1, shape: [1, 1, side, side])
    let darker = Tensor([-1, -1, -1], shape: [1, 3, 1, 1])
    // Red and blue against green, so that brightness stays as it is.
    let hue = Tensor([1, -0.299 / 0.587, 0], shape: [1, 3, 1, 1])
    return [
        ("ink: a dark line every 16 pixels", lines * darker), ("a little darker everywhere", everywhere * darker),
        ("another hue in a sixteenth of the picture", patch * hue), ("a tint everywhere", everywhere * hue),
    ].map { name, change in (name, change * (2 * damage / change.absolute().mean().item)) }
}

//:fold What is measured and drawn: `damages`
func damages(_ material: Material, in notebook: Notebook) throws {
    let rows = damages(of: material.street).map { name, change -> (String, [Double]) in
        let yuv = (material.street + change).yuv() - material.street.yuv()
        let planes = (0..<3).map { yuv.sliced(axis: 1, $0..<$0 + 1) }
        let huber = planes.dropFirst().map { Double(meanHuber($0, Tensor(zeros: $0.shape)).item) }
        return (name, [Double(planes[0].absolute().mean().item), huber[0] + huber[1]])
    }
    notebook.table(
        ["mean error of \(damage) in RGB as", "Y: absolute", "U and V: Huber", "their sum"],
        rows.map { name, costs in
            [name] + [costs[0], costs[1], costs[0] + costs[1]].map { $0 < 1e-6 ? "0" : rounded($0) }
        })
    notebook.expect(
        "A hue that is wrong in places costs more than the same as a tint everywhere: ratio",
        rows[2].1[1] / rows[3].1[1],
        .above(3))
    notebook.expect(
        "For brightness lines cost what a veil does: ratio", rows[0].1[0] / rows[1].1[0], .near(1, tolerance: 0.01))
}
//:end

//: In brightness, a small error everywhere costs as much as a large one on a few lines, so a drawing may have its outlines. In colour, a strong wrong hue in one place
//: costs sixteen times as much as the same amount spread as a tint. That is what the square is for: colours may drift a little, but no sky turns orange. But a tint costs a thirtieth of what as much brightness does.
//:
//: ## Colour alone
//:
//: Start with the drawing and move its pixels towards the photograph by the colour loss alone.

func colorAlone(_ material: Material, in notebook: Notebook) throws {
    let result = try moved(material.styleOfStreet, "colour alone", material, in: notebook) {
        colorError($0, material.street)
    }
    try notebook.show(
        PictureGrid(
            "", rows: [material.styleOfStreet.shown + result.shown + material.street.shown],
            columnTitles: ["start", "by colour alone", "drawn photograph"], cellWidth: 256),
        named: "colour", "A drawing, moved by the colour loss alone.")
    notebook.expect(
        "It becomes the photograph: PSNR, dB", likeness(of: result, to: material.street), .above(25))
}

//: It becomes the photograph, with its grain. (After the short run, faint coloured traces of the drawing's lines are left.) The colour loss compares pixels, not palettes, and only its small weight keeps it from undoing the
//: style.
//:
//: ## Total variation alone
//:
//: AnimeGANv2 adds a fifth term against grain and ripples: half the mean square of the steps from pixel to pixel, down and across.

//:fold What is measured and drawn: `variationAlone`
func variationAlone(_ material: Material, in notebook: Notebook) throws {
    let result = try moved(material.street, "total variation alone", material, in: notebook) {
        totalVariation($0) + 0.3 * meanSquaredError($0, material.street)
    }
    try notebook.show(
        PictureGrid(
            "", rows: [material.street.shown + result.shown + material.styleOfStreet.shown],
            columnTitles: ["drawn photograph", "by total variation", "a drawing"], cellWidth: 256),
        named: "variation", "A drawn photograph, smoothed by total variation, and a drawing.")
    let values = [material.photographs, material.styles].map { Double(totalVariation($0).item) }
    notebook.say("total variation of drawn photographs \(rounded(values[0])), of drawings \(rounded(values[1]))")
    notebook.expect("Drawings have more of it than drawn photographs: ratio", values[1] / values[0], .above(2))
}
//:end

//: It smooths the grain, and the windows with it. (Three tenths of the squared distance to the photograph were added; alone it ends in one even colour.) But an outline is a large step, so drawings
//: have *more* total variation than drawn photographs, and its weight has to stay small.
//:
