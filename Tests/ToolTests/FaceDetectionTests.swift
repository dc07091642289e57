import Datasets
@testable import Detection
import Drawings
import Files
@testable import Pictures
import TestSupport
@testable import nurie
import Testing

@Suite("Finding faces")
struct FaceDetectionTests {
    /// The faces of pages that a detector finds, and its false alarms.
    private func score(_ detector: FaceDetector, seed: UInt64, pages: Int) -> (found: Int, faces: Int, alarms: Int) {
        var score = (found: 0, faces: 0, alarms: 0)
        for index in 0..<pages {
            let page = DrawnPages(seed: seed)[index]
            let boxes = detector.faces(in: page.picture)
            score.faces += page.faces.count
            score.found += page.faces.count { face in boxes.contains { $0.overlap(with: face) > 0.5 } }
            score.alarms += boxes.count { box in !page.faces.contains { $0.overlap(with: box) > 0.5 } }
        }
        return score
    }

    @Test("The shipped cascade finds nearly all faces of pages that it never saw, and little else")
    func shipped() throws {
        let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")))
        let score = score(detector, seed: 1_000_003, pages: 6)
        #expect(score.faces > 30)
        #expect(Double(score.found) >= 0.93 * Double(score.faces), "\(score)")
        #expect(score.alarms <= 2, "\(score)")
    }

    @Test("A small training run ends, and what it gives passes over half of a page and more and no face")
    func training() {
        var plan = CascadeTraining.Plan()
        (plan.stages, plan.pages, plan.others, plan.othersOfPage) = (2, 6, 150, 25)
        var training = CascadeTraining(plan, seed: 7)
        let cascade = training.run()
        #expect(cascade.stages.count == 2)
        let page = DrawnPages(seed: 1_000_003)[0]
        let grey = page.picture.greyAsInOpenCV().equalised()
        let windows = cascade.detect(in: grey, minimumNeighbours: 0)
        let all = Cascade().detect(in: grey, minimumNeighbours: 0)
        #expect(windows.count * 2 < all.count, "\(windows.count) of \(all.count) windows pass")
        for face in page.faces {
            #expect(windows.contains { $0.overlap(with: face) > 0.5 }, "the face at \(face) is not found")
        }
    }

    @Test("A name of 250 bytes costs no result: it is cut")
    func longName() throws {
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/in")
            let page = DrawnPages(seed: 1_000_003, width: 400, height: 500)[0].picture
            let long = String(repeating: "kao_", count: 61) + "é"
            for name in [long, "z"] { try page.write(to: "\(folder)/in/\(name).png") }
            let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")))
            try FaceCollection(
                from: "\(folder)/in", to: "\(folder)/out", detector: detector, size: 32, margin: 0
            ).run()
            let files = try FolderListing(of: "\(folder)/out", recursive: false).files
            let ofLong = files.filter { $0.hasPrefix("kao_") }
            #expect(!ofLong.isEmpty && files.count == 2 * ofLong.count)
        }
    }

    @Test("Faces of a folder are cut out under names that say where they were; broken files are passed over")
    func collection() throws {
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/in")
            let page = DrawnPages(seed: 1_000_003, width: 400, height: 500)[0]
            try page.picture.write(to: "\(folder)/in/page.1.png")
            try Files.replace("\(folder)/in/broken.jpg", with: "no picture")
            let detector = FaceDetector(try Cascade(contentsOf: ShippedData.path(of: "face-cascade.xml")))
            func collection(to output: String) -> FaceCollection {
                FaceCollection(from: "\(folder)/in", to: output, detector: detector, size: 32, margin: 0.2)
            }
            try collection(to: "\(folder)/out").run()
            let files = try FolderListing(of: "\(folder)/out", recursive: false).files
            #expect(!files.isEmpty)
            for file in files {
                let numbers = file.dropLast(4).split(separator: "_").dropFirst().compactMap { Int($0) }
                #expect(file.hasPrefix("page.1_") && numbers.count == 4 && numbers[2] == numbers[3])
                let size = try Picture.size(of: "\(folder)/out/\(file)")
                #expect(size == Picture.Size(width: 32, height: 32))
            }
            #expect(throws: FileError.self) { try collection(to: "\(folder)/in").run() }
        }
    }
}
