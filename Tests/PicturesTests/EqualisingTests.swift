import Testing

@testable import Pictures

@Suite("Equalising and boxes")
struct EqualisingTests {
    @Test("Levels are spread over the whole range; a picture of one level stays")
    func equalised() {
        let two = Picture(width: 4, height: 1, format: .grey, samples: [100, 100, 101, 102])
        #expect(two.equalised().samples == [0, 0, 128, 255])
        let one = Picture(width: 3, height: 1, format: .grey, filledWith: [77])
        #expect(one.equalised() == one)
    }

    @Test("OpenCV's grey differs from the other by one at most")
    func grey() {
        let samples = (0..<3 * 4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let picture = Picture(width: 64, height: 64, format: .rgb, samples: samples)
        let (ours, openCV) = (picture.converted(to: .grey), picture.greyAsInOpenCV())
        #expect(zip(ours.samples, openCV.samples).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
    }

    @Test("An outline is drawn inside its box and cut off at the picture's border")
    func outline() {
        var picture = Picture(width: 5, height: 4, format: .grey, filledWith: [9])
        picture.outline(Picture.Box(x: 1, y: 0, width: 3, height: 3), [0], thickness: 1)
        picture.outline(Picture.Box(x: 4, y: 2, width: 10, height: 10), [1], thickness: 1)
        #expect(picture.samples == [9, 0, 0, 0, 9, 9, 0, 9, 0, 9, 9, 0, 0, 0, 1, 9, 9, 9, 9, 1])
    }
}
