@testable import Drawings
import Pictures
import Testing

@Suite("Drawn pages")
struct PageTests {
    @Test("A page depends on its seed and index only, and its faces lie on it, apart from each other")
    func pages() {
        let pages = DrawnPages(seed: 4, width: 320, height: 400)
        #expect(pages[1] == DrawnPages(seed: 4, width: 320, height: 400)[1])
        #expect(pages[1] != pages[2])
        let sheet = Picture.Box(x: 0, y: 0, width: 320, height: 400)
        var count = 0
        for index in 0..<6 {
            let page = pages[index]
            count += page.faces.count
            #expect(page.picture.width == 320 && page.picture.height == 400)
            for (number, face) in page.faces.enumerated() {
                #expect(face.intersection(sheet) == face)
                #expect(page.faces[..<number].allSatisfy { $0.intersection(face).area == 0 })
            }
        }
        #expect(count >= 6, "only \(count) faces on six pages")
    }

    @Test("The box of a face holds its eyes and its mouth, and the chin is at its lower side")
    func box() {
        for index in 0..<8 {
            let face = DrawnFaces(seed: 2, size: 200)[index]
            let box = face.face.box(size: 200)
            let wanted: [Region] = [.iris, .eyeWhite, .mouth]
            let (all, inside) = wanted.reduce((0, 0)) { counts, region in
                var counts = counts
                for (pixel, sample) in face.regions.samples.enumerated() where sample == region.rawValue {
                    counts.0 += 1
                    let place = Picture.Box(x: pixel % 200, y: pixel / 200, width: 1, height: 1)
                    counts.1 += place.intersection(box).area
                }
                return counts
            }
            #expect(inside == all, "face \(index): \(inside) of \(all) pixels of eyes and mouth")
        }
    }
}
