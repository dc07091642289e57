import Basics
import Detection
import Drawings
import Glibc
import Pictures
import TensorCore

extension Plan {
    /// A short training of a cascade.
    var cascade: CascadeTraining.Plan {
        var plan = CascadeTraining.Plan()
        (plan.stages, plan.pages, plan.others, plan.searchedPages) = (stages, 2 * pages, 50 * pages, 2 * pages)
        return plan
    }
}

/// Windows of pages at random places and of random sizes, at the size of the cascade's window: what a detector looks at.
func windows(of pages: DrawnPages, count: Int, for cascade: Cascade) -> [Picture] {
    inParallelMap(count) { index -> [Picture] in
        let grey = pages[index].picture.greyAsInOpenCV().equalised()
        var generator = SeededGenerator(seed: pages.seed, stream: UInt64(1000 + index))
        return (0..<1000).map { _ in
            let side = Int(24 * exp2(4 * generator.uniform()))
            let box = Picture.Box(
                x: generator.integer(in: 0..<grey.width - side), y: generator.integer(in: 0..<grey.height - side),
                width: side, height: side)
            return cascade.window(box, of: grey)
        }
    }.flatMap { $0 }
}

/// What a detector made of a page.
struct PageLook: Sendable {
    /// The page with frames around what was found.
    let marked: Picture
    /// What was found, cut out at 64×64 pixels.
    let cuts: [Picture]
    /// How many faces there are, how many of them were found, and how much was found that is none.
    let there, hits, falseAlarms: Int

    init(_ page: DrawnPage, found: [Picture.Box]) {
        var marked = page.picture
        for box in found { marked.outline(box, [0, 158, 115], thickness: 6) }
        self.marked = marked
        let size = Picture.Size(width: page.picture.width, height: page.picture.height)
        cuts = found.map { box in
            let square = box.square(margin: 0.1, within: size)
            return page.picture.cropped(x: square.x, y: square.y, width: square.width, height: square.height)
                .resized(toWidth: 64, height: 64, square.width > 64 ? .area : .bicubic)
        }
        func agree(_ one: Picture.Box, _ other: Picture.Box) -> Bool { one.overlap(with: other) >= 0.4 }
        there = page.faces.count
        hits = page.faces.count { face in found.contains { agree($0, face) } }
        falseAlarms = found.count { box in !page.faces.contains { agree($0, box) } }
    }
}

extension Collection {
    /// The elements in rows of `count`; the last one may be shorter.
    func rows(of count: Int) -> [[Element]] {
        let all = Array(self)
        return stride(from: 0, to: all.count, by: count).map { Array(all[$0..<Swift.min(all.count, $0 + count)]) }
    }
}
