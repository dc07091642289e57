import Colorization
import Datasets
import Drawings
import Figures
import Files
import LessonKit

//: ## One pair, many looks
//:
//: A pair is used many times, and each time it looks different. It is mirrored or not. Its lines are the true ones or extracted ones. (In the picture the mirrored looks happen to be those with true lines.) All of its line picture is made lighter or darker, paper included, since scans are never quite black on quite white. Its
//: regions get other colours, any colours: lips may turn violet, because lines should promise no colour. All of this comes from a generator that is made for the pair and the epoch, so with the same
//: seed the same step sees the same look, whatever ran before.

//:fold What is measured and drawn: `variations`
func variations(in notebook: Notebook) throws {
    let faces = DrawnFaces(seed: notebook.seed, size: 120)
    var variation = PairVariation()
    variation.lineShift = 24
    variation.recoloring = Recoloring(chance: 1)
    let pairs = DrawnPairs(faces, count: 4, variation: variation)
    func looks(_ count: Int) -> [Pair] {
        var generator = notebook.generator(100)
        return (0..<count).map { _ in pairs.sample(at: 2, using: &generator) }
    }
    let first = looks(64)
    try notebook.show(
        PictureGrid(
            "", rows: [first.prefix(6).map(\.lines), first.prefix(6).map(\.color)], rowTitles: ["given", "wanted"],
            cellWidth: 120),
        named: "looks", "Six looks at one pair.")
    notebook.expect(
        "Looks of 64 that differ when they are asked for again", zip(first, looks(64)).count { $0 != $1 }, exactly: 0)
    notebook.expect("Different looks among the 64", Set(first.map(\.color.samples)).count, exactly: 64)
    let mirrored = first.count { $0.regions != first[0].regions }
    notebook.expect(
        "The other way round than the first: share of the 64", Double(mirrored) / 64, .near(0.5, tolerance: 0.2))
}
//:end

//: ## What is held out
//:
//: A network must be judged by pictures that it did not learn from. One could shuffle the list of files and hold out the first tenth. Then somebody adds a file, the shuffle changes, and pictures that the
//: network has learnt from are suddenly held out. It is better if a picture's *name* decides: its hash, as a number between 0 and 1, is below the share or not.
//:
//: Names are not enough if pictures with different names belong together. Faces that were cut out of one page are by one artist, in one light, perhaps of one person.

//:fold What is measured and drawn: `split`
func split(_ plan: Plan, in notebook: Notebook) throws {
    let split = Split(heldOutShare: 0.1)
    let before = (0..<2000).map { "drawing-\($0).png" }
    let after = (0..<2500).map { "drawing-\($0).png" }
    // What a shuffle of the list would hold out.
    func shuffled(_ names: [String]) -> Set<String> {
        var names = names
        var generator = notebook.generator(7)
        generator.shuffle(&names)
        return Set(names.prefix(names.count / 10))
    }
    let (old, new) = (shuffled(before), shuffled(after))
    let leaked = before.count { !old.contains($0) && new.contains($0) }
    notebook.say("With a shuffle, 500 more files hold out \(leaked) pictures that were learnt from.")
    notebook.expect("Learnt pictures that a shuffle holds out later", Double(leaked), .above(100))
    notebook.expect(
        "Share of the names that their hash holds out", Double(after.count(where: split.holdsOut)) / 2500,
        .near(0.1, tolerance: 0.02))

    let crops = (0..<200).flatMap { page in (0..<8).map { (page: "page-\(page)", name: "page-\(page)_\($0).png") } }
    func pagesOnBothSides(_ isHeldOut: ((page: String, name: String)) -> Bool) -> Int {
        let held = Set(crops.filter(isHeldOut).map(\.page)), learnt = Set(crops.filter { !isHeldOut($0) }.map(\.page))
        return held.intersection(learnt).count
    }
    notebook.expect(
        "Of 200 pages, those on both sides when each face decides",
        Double(pagesOnBothSides { split.holdsOut($0.name) }), .above(80))
    notebook.expect("… and when the page decides", pagesOnBothSides { split.holdsOut($0.page) }, exactly: 0)
}
//:end

//: With drawn faces this is easy: those that are held out are drawn from other random numbers, as many as one likes.
//:
//: Now there are pairs. The next lesson colours them.
