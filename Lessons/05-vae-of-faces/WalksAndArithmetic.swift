import Basics
import FaceGeneration
import Figures
import Foundation
import LessonKit
import Models
import Pictures
import TensorCore
import Training

//: ## Walks
//:
//: Between the codes of two faces there should be other faces. We walk in a straight line from
//: a face with short hair to one with long hair. The control is a *fade*: mixing the two end *pictures*. A fade needs no model. So we measure how much of the ends' edges is left
//: half way: the mean squared step between neighbouring pixels. A fade of pictures that share no edge keeps half of it.

//:fold What is measured and drawn: `walks`
func walks(of vae: FaceVAE, on faces: Faces, in notebook: Notebook) throws {
    let evaluated = faces.heldOut.first(min(256, faces.heldOut.count))
    let lengths = (0..<evaluated.count).map { FaceReading(evaluated.face(at: $0))[.length] }
    let (short, long) = (lengths.indices.filter { lengths[$0] == 0 }, lengths.indices.filter { lengths[$0] == 2 })
    let pairs = Array(zip(short, long).prefix(32))
    let codes = vae.encode(evaluated.batch(0..<evaluated.count).signed, .inference).mean
    let paths = pairs.map { vae.decode(between(codes.rows([$0]), codes.rows([$1])), .inference).unsigned }
    let fades = paths.map { between($0.rows([0]), $0.rows([9])) }
    try notebook.show(
        PictureGrid(
            "", rows: zip(paths, fades).prefix(2).flatMap { [$0.pictures, $1.pictures] },
            rowTitles: (1...2).flatMap { ["walk \($0)", "fade \($0)"] }),
        named: "walks", "Two walks from short hair to long, and under each the fade of its ends.")
    let walked = edgesLeft(of: paths)
    let faded = edgesLeft(of: fades)
    notebook.table(
        ["half way, over \(pairs.count) pairs", "edges, of those of the ends"],
        [["walk", rounded(walked)], ["fade", rounded(faded)]])
    notebook.expect("Half way a walk keeps more of its edges than the fade: ratio", walked / faded, .above(1.05))
}

/// The gradient energy half way, over that of the ends, of paths of ten pictures each.
func edgesLeft(of paths: [Tensor]) -> Double {
    let (middles, ends) = ([4, 5], [0, 9])
    func energy(_ places: [Int]) -> Double {
        PictureMeasures.gradientEnergy(of: Tensor.concatenated(paths.map { $0.rows(places) }, axis: 0))
    }
    return energy(middles) / energy(ends)
}

/// Ten tensors on the straight line from one to another.
func between(_ a: Tensor, _ b: Tensor) -> Tensor {
    Tensor.concatenated((0..<10).map { a + (Float($0) / 9) * (b - a) }, axis: 0)
}
//:end

//: The walk beats its control, but not by much: half way it keeps three quarters to four fifths of the edges, the fade three fifths to two thirds, and in the picture the
//: two look alike. The last section repeats the test with sharper faces.
//:
//: ## Arithmetic with attributes
//:
//: The attributes of drawn faces are known. The mean code of training faces *with* an attribute minus that of faces *without* is a direction. We
//: add it to held-out faces that lack the attribute, and let the reader say how many have it now.

//:fold What is measured and drawn: `arithmetic`
func arithmetic(of vae: FaceVAE, on faces: Faces, by evaluation: FaceEvaluation, in notebook: Notebook) throws {
    let known = faces.training.first(1000)
    let truth = (0..<known.count).map { FaceReading(known.face(at: $0)) }
    let codes = vae.encode(known.batch(0..<known.count).signed, .inference).mean
    let evaluated = faces.heldOut.first(256)
    let starts = vae.encode(evaluated.batch(0..<evaluated.count).signed, .inference).mean
    let strengths: [Float] = [0, 0.5, 1, 1.5]
    let wishes = [
        Wish("dark skin", .skin, from: [0], to: [2]), Wish("fair hair", .hair, from: [0, 1], to: [2, 3]),
        Wish("long hair", .length, from: [0], to: [2]), Wish("open mouth", .mouth, from: [0], to: [1]),
    ]
    var rows: [[Picture]] = []
    var shares: [[Double]] = []
    for wish in wishes {
        let direction =
            meanCode(codes, where: truth.map(wish.isGranted)) - meanCode(codes, where: truth.map(wish.isOpen))
        let chosen = (0..<evaluated.count).filter { wish.isOpen(FaceReading(evaluated.face(at: $0))) }
        let changed = strengths.map { vae.decode(starts.rows(chosen) + $0 * direction, .inference).unsigned }
        shares.append(
            changed.map { pictures in
                let readings = evaluation.reader.readings(of: pictures)
                return Double(readings.count(where: wish.isGranted)) / Double(readings.count)
            })
        rows.append([0, 1].flatMap { face in changed.map { $0.rows([face]).pictures[0] } })
    }
    let titles = ["+0", "+½", "+1", "+1½"]
    notebook.table(
        ["added"] + titles, zip(wishes, shares).map { [$0.name] + $1.map { "\(rounded(100 * $0)) %" } })
    try notebook.show(
        PictureGrid("", rows: rows, columnTitles: titles + titles, rowTitles: wishes.map(\.name)),
        named: "arithmetic",
        "Two held-out faces for each attribute, and what more and more of its direction makes of them.")
    for index in 0..<2 {
        notebook.expect(
            "\(wishes[index].name) is granted when asked for: share, above that before",
            shares[index][3] - shares[index][0], .above(0.5))
    }
}
//:end

//:fold What a wish is, and mean codes
/// An attribute that a face is to have.
struct Wish {
    let name: String
    let trait: FaceTrait
    /// The classes of the trait that faces have before, and are to have.
    let from, to: [Int]

    init(_ name: String, _ trait: FaceTrait, from: [Int], to: [Int]) {
        (self.name, self.trait, self.from, self.to) = (name, trait, from, to)
    }

    func isOpen(_ reading: FaceReading) -> Bool { from.contains(reading[trait]) }
    func isGranted(_ reading: FaceReading) -> Bool { to.contains(reading[trait]) }
}

/// The mean of the codes of those for whom it holds.
func meanCode(_ codes: Tensor, where holds: [Bool]) -> Tensor {
    codes.rows(holds.indices.filter { holds[$0] }).mean(axes: [0], keepingAxes: true)
}

//:end

//: Colours of skin and hair, which are many pixels, change as asked; long hair comes to half. A mouth is a dozen pixels and counts for almost nothing in squared error. The
//: code of a network that has learnt for minutes hardly holds it: adding its direction opens few mouths, and more than a quarter of the closed ones are read as open anyway. (After the long run more than half open, and one in twenty is read as open anyway.)
//:
//: In the first row the hair grows lighter while the skin grows darker. Our faces' colours are chosen so that hair stands out against skin,
//: and a difference of means contains everything that goes together in the data.
//:
