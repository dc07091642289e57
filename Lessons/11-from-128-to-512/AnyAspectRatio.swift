import Colorization
import Drawings
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Any aspect ratio
//:
//: There are two ways to give a network a drawing that is not square. *Pad* it: the shorter side becomes the size of training (here the height always does), and paper is
//: added until both sides are multiples of 16, for four halvings. Or *squeeze* it into a square and stretch the colours. The test pictures are three faces side by side, cut to a width.

//:fold What is measured and drawn: `aspectRatios`
func aspectRatios(_ one: UNet, _ plan: Plan, in notebook: Notebook) throws {
    let side = plan.smallSide
    let widths = [10, 13, 16, 20, 26, 32, 40, 48].map { $0 * side / 16 }
    let answers = plan.small.heldOutFaces.map { OneAnswer.pair(of: $0, size: side, lineWidth: 0.8) }
    let strips = stride(from: 0, to: answers.count - 2, by: 3).map { strip(answers[$0..<$0 + 3]) }
    var results: [[Recognition]] = [[], []]
    var rows: [[Picture]] = []
    for width in widths {
        var both = [Recognition(), Recognition()]
        for (index, strip) in strips.enumerated() {
            let pair = strip.cropped(width: width)
            let pictures = [padded(pair.lines, by: one), squeezed(pair.lines, toSide: side, by: one)]
            for (place, picture) in pictures.enumerated() { both[place].add(picture, pair) }
            if index < 2, width == widths.last { rows.append([pair.lines] + pictures) }
        }
        for place in both.indices { results[place].append(both[place]) }
    }
    let ratios = widths.map { Double($0) / Double(side) }
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: ["lines", "padded", "squeezed"], cellWidth: 3 * side),
        named: "wide", "Drawings three times as wide as high.")
    try notebook.show(
        zip(results, [("padded", Color.blue), ("squeezed into a square", .vermillion)]).reduce(
            Figure("Any aspect ratio", x: "width over height", y: "share of pixels recognised")
        ) { $0.curve(ratios, $1.0.map(\.share), $1.1.0, color: $1.1.1) },
        named: "aspect", "How much is recognised of drawings of other aspect ratios.")
    notebook.table(
        ["width over height", "padded, dB", "squeezed, dB", "padded, recognised", "squeezed, recognised"],
        widths.indices.map { index in
            [rounded(ratios[index])] + results.map { rounded($0[index].signalToNoise) }
                + results.map { rounded($0[index].share) }
        })
    let last = widths.count - 1
    notebook.expect(
        "Three to one: share recognised, padded less squeezed", results[0][last].share - results[1][last].share,
        .above(0.2))
    notebook.expect(
        "Padded it recognises nearly as much as of a square: ratio", results[0][last].share / results[0][2].share,
        .above(0.8))
}
/// A drawing of any sides, with paper at the right and at the bottom until they are multiples of 16.
func padded(_ lines: Picture, by network: UNet) -> Picture {
    let paper = lines.padded(
        top: 0, bottom: (16 - lines.height % 16) % 16, left: 0, right: (16 - lines.width % 16) % 16, with: [255])
    return painted(paper, by: network).cropped(x: 0, y: 0, width: lines.width, height: lines.height)
}

/// A drawing as a square, and back again.
func squeezed(_ lines: Picture, toSide side: Int, by network: UNet) -> Picture {
    painted(lines.resized(toWidth: side, height: side, .area), by: network)
        .resized(toWidth: lines.width, height: lines.height, .bicubic)
}

/// Faces side by side.
func strip(_ pairs: ArraySlice<Pair>) -> Pair {
    func joined(_ pictures: [Picture]) -> Picture {
        var result = Picture(
            width: pictures[0].width * pictures.count, height: pictures[0].height, format: pictures[0].format,
            filledWith: Array(repeating: 0, count: pictures[0].channels))
        for (index, picture) in pictures.enumerated() { result.paste(picture, x: index * picture.width, y: 0) }
        return result
    }
    return Pair(
        lines: joined(pairs.map(\.lines)), color: joined(pairs.map(\.color)),
        regions: joined(pairs.compactMap(\.regions)))
}

extension Pair {
    func cropped(width: Int) -> Pair {
        func cropped(_ picture: Picture) -> Picture {
            picture.cropped(x: 0, y: 0, width: width, height: picture.height)
        }
        return Pair(lines: cropped(lines), color: cropped(color), regions: regions.map(cropped))
    }
}
//:end

//: About padding the article is right. It is not quite free: the space between two heads is taken for skin here and there, and a face cut by the picture's border, as at 0.6, 1.6 and 2.5, is harder. Squeezed from three to one, a face is a third as wide as those that the network knows.
//:
//: ## Tiles without seams
//:
//: The second stage works at the large size, and a drawing of 4000×4000 pixels does not fit into memory. So it is cut into tiles. The network gets each with a *margin*, and only
//: the tile itself is kept of the result. The margin has to reach as far as a tile's pixels see. On the grid of 16 that is less than 92, and the pixel in a tile's corner decides:

/// The least margin for tiles that begin at multiples of `unit`, in pixels.
func leastMargin(of layers: [View], unit: Int = 16) -> Int {
    let seen = layers.reduce(0...unit - 1) { $1.needed(for: $0) }
    return max(-seen.lowerBound, seen.upperBound - (unit - 1))
}

//:fold What is measured and drawn: `inTiles`, `tiles`
func inTiles(_ input: Tensor, _ network: UNet, side: Int, margin: Int) -> Tensor {
    let (height, width) = (input.shape[2], input.shape[3])
    let rows = stride(from: 0, to: height, by: side).map { top in
        let columns = stride(from: 0, to: width, by: side).map { left in
            let above = min(margin, top), before = min(margin, left)
            let given =
                input
                .sliced(axis: 2, top - above..<min(height, top + side + margin))
                .sliced(axis: 3, left - before..<min(width, left + side + margin))
            return network(given, .inference)
                .sliced(axis: 2, above..<above + min(side, height - top))
                .sliced(axis: 3, before..<before + min(side, width - left))
        }
        return Tensor.concatenated(columns, axis: 3)
    }
    return .concatenated(rows, axis: 2)
}

func tiles(_ one: UNet, _ second: SecondStage, after first: FirstStage, _ plan: Plan, in notebook: Notebook) throws {
    let questions = questions(after: first, plan, in: notebook).prefix(2)
    let lines = Tensor.concatenated(questions.map(\.lines), axis: 3)
    let colors = Tensor.concatenated(questions.map(\.colored), axis: 3)
    let inputs = [colorizerInput(lines: lines), secondStageInput(lines: lines, colors: colors)]
    let networks = [one, second.network]
    let whole = zip(networks, inputs).map { $0($1, .inference) }
    let margins = [0, 16, 32, 48, 64, 80, 96]
    let made = margins.map { margin in
        networks.indices.map { inTiles(inputs[$0], networks[$0], side: plan.largeSide / 2, margin: margin) }
    }
    let errors = made.map { made in zip(made, whole).map { largest(($0 - $1).absolute()) } }
    let (corner, side) = (plan.largeSide / 2, plan.largeSide / 4)
    try notebook.show(
        PictureGrid(
            "",
            rows: networks.indices.flatMap { index in
                let pictures = [whole[index], made[0][index], made[2][index]].map { Picture(tensor: $0) }
                let parts = pictures.map {
                    $0.cropped(x: corner - side, y: corner - side / 2, width: 2 * side, height: side)
                }
                return [pictures, parts]
            },
            columnTitles: ["in one piece", "tiles without margins", "margins of 32"],
            rowTitles: ["one answer", "larger", "second stage", "larger"], cellWidth: 256),
        named: "tiles",
        "Two drawings side by side in eight tiles, and a part where four of them meet: look for seams. (The change of the ground in the middle is the drawings' own.)"
    )
    notebook.say("least margin for tiles on the grid of 16: \(leastMargin(of: wayBack(levels: 4)))")
    notebook.table(
        ["margin", "largest difference, one answer", "second stage"],
        zip(margins, errors).map { margin, errors in ["\(margin)"] + errors.map { rounded($0) } })
    notebook.expect("Without margins there are seams: difference", errors[0].max() ?? 0, .above(0.1))
    notebook.expect("Margins of 64 do not quite reach: difference", errors[4].max() ?? 0, .above(1e-6))
    notebook.expect("With 80 there is no seam at all: difference", errors[5].max() ?? 1, .below(1e-6))

    // A tile in the middle whose margins are wide enough, but which begins at half of 16.
    let unit = plan.largeSide / 4
    let kept = plan.largeSide - unit..<plan.largeSide + unit
    let given = kept.lowerBound - 104..<kept.upperBound + 104
    let shifted = one(inputs[0].sliced(axis: 3, given), .inference).sliced(axis: 3, 104..<104 + 2 * unit)
    notebook.expect(
        "Margins of 104, but off the grid of 16: difference",
        largest((shifted - whole[0].sliced(axis: 3, kept)).absolute()), .above(0.01))
}

/// The largest number of a tensor.
func largest(_ tensor: Tensor) -> Float { tensor.scalars.max() ?? 0 }
//:end

//: The network that recognises whole faces has the worse seams, because it uses more of its view. In the second stage a margin of 32 leaves a difference of some hundredths at most, which is still a seam in a flat sky. With 80 both are
//: *equal to the last bit*: every number is computed from the same numbers. Tiles must also begin where the halvings begin. A margin of 104 off the grid is worse than one of
//: 64 on it. (Batch norm looks at the whole batch in training, but at stored statistics here, so it does no harm.) `nurie color` has tiles of 768 and margins of 96.
//:
