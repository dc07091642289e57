@testable import Detection
import Foundation
import Pictures
import Testing

/// What `Reference/make.py` wrote.
private struct Reference: Decodable {
    let pictures: [Prepared]
    let detections: [Case]

    struct Prepared: Decodable {
        let name: String
        let grey, equalised: Int
        let scaled: [Scaled]
    }

    struct Scaled: Decodable {
        let width, height, sum: Int
    }

    struct Case: Decodable {
        let name: String
        let factor: Double
        let neighbours, least, most: Int
        let boxes: [[Int]]
    }

    init() throws {
        self = try JSONDecoder().decode(
            Reference.self, from: Data(contentsOf: URL(fileURLWithPath: reference("opencv.json"))))
    }
}

@Suite("Agreement with OpenCV")
struct AgainstOpenCV {
    @Test("Greying, equalising and scaling give OpenCV's samples")
    func preparation() throws {
        func checksum(_ picture: Picture) -> Int {
            picture.samples.enumerated().reduce(0) { $0 + Int($1.element) * ($1.offset % 65521 + 1) }
        }
        for expected in try Reference().pictures {
            let grey = try Picture(contentsOf: reference(expected.name)).greyAsInOpenCV()
            #expect(checksum(grey) == expected.grey)
            #expect(checksum(grey.equalised()) == expected.equalised)
            for size in expected.scaled {
                let scaled = grey.equalised().scaledBilinearly(toWidth: size.width, height: size.height)
                #expect(checksum(scaled) == size.sum, "\(size.width)×\(size.height)")
            }
        }
    }

    @Test("The same boxes in the same order, for every choice of scales, sizes and neighbours")
    func detection() throws {
        let cascade = try Cascade(contentsOf: shippedCascade)
        for expected in try Reference().detections {
            let picture = try Picture(contentsOf: reference(expected.name)).greyAsInOpenCV().equalised()
            func size(_ side: Int) -> Picture.Size? { side > 0 ? Picture.Size(width: side, height: side) : nil }
            let found = cascade.detect(
                in: picture, scaleFactor: expected.factor, minimumNeighbours: expected.neighbours,
                minimumSize: size(expected.least), maximumSize: size(expected.most))
            let boxes = found.map { [$0.x, $0.y, $0.width, $0.height] }
            #expect(
                boxes == expected.boxes,
                "\(expected.name), factor \(expected.factor), \(expected.neighbours) neighbours: run make.py again if the cascade is a new one"
            )
        }
    }
}
