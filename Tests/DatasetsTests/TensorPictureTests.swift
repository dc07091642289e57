import Datasets
import Pictures
import TensorCore
import Testing

@Suite struct TensorPictureTests {
    @Test("Every one of the 256 levels comes back from a tensor as it was")
    func levelsSurvive() {
        let grey = Picture(width: 16, height: 16, format: .grey, samples: (0...255).map { UInt8($0) })
        #expect(Tensor(picture: grey).shape == [1, 16, 16])
        #expect(Picture(tensor: Tensor(picture: grey)) == grey)
    }

    @Test("Channels become planes, and no channel changes places")
    func channelsBecomePlanes() {
        let picture = Picture(width: 2, height: 1, format: .rgb, samples: [255, 51, 0, 0, 102, 255])
        let tensor = Tensor(picture: picture)
        #expect(tensor == Tensor([1, 0, 0.2, 0.4, 0, 1], shape: [3, 1, 2]))
        #expect(Picture(tensor: tensor) == picture)
    }

    @Test("Transparency becomes white paper, not black ink")
    func transparencyIsPaper() {
        let clear = Picture(width: 1, height: 1, format: .rgba, samples: [0, 0, 0, 0])
        #expect(Tensor(picture: clear) == Tensor(repeating: 1, shape: [3, 1, 1]))
    }

    @Test("A batch holds its pictures in order and gives them back")
    func batchesRoundTrip() {
        let pictures = (0..<3).map { number in
            Picture(width: 3, height: 2, format: .rgb, samples: (0..<18).map { UInt8($0 * 10 + number) })
        }
        let batch = Tensor(pictures: pictures)
        #expect(batch.shape == [3, 3, 2, 3])
        #expect(batch.pictures == pictures)
        #expect(Picture(tensor: Tensor(pictures: [pictures[1]])) == pictures[1])
    }

    @Test("Numbers are clamped and rounded to the nearest level only on the way to a picture")
    func clampingAndRounding() {
        let tensor = Tensor([-0.5, 1.5, .nan, .infinity, 100.49 / 255, 100.51 / 255], shape: [1, 1, 6])
        #expect(Picture(tensor: tensor).samples == [0, 255, 0, 255, 100, 101])
    }
}
