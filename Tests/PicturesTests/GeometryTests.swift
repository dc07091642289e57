import Pictures
import Testing

@Suite struct Geometry {
    private let picture = Picture(width: 3, height: 2, format: .grey, samples: [1, 2, 3, 4, 5, 6])

    @Test func mirrored() {
        #expect(picture.flippedHorizontally().samples == [3, 2, 1, 6, 5, 4])
        let noise = Picture.noise(5, 4, .rgba)
        #expect(noise.flippedHorizontally().flippedHorizontally() == noise)
        #expect(noise.flippedHorizontally()[0, 1, 2] == noise[4, 1, 2])
    }

    @Test func cropped() {
        #expect(
            picture.cropped(x: 1, y: 0, width: 2, height: 2)
                == Picture(width: 2, height: 2, format: .grey, samples: [2, 3, 5, 6]))
        #expect(picture.cropped(x: 0, y: 0, width: 3, height: 2) == picture)
    }

    @Test func padded() {
        #expect(
            picture.padded(top: 1, bottom: 0, left: 0, right: 2, with: [9])
                == Picture(
                    width: 5, height: 3, format: .grey,
                    samples: [9, 9, 9, 9, 9, 1, 2, 3, 9, 9, 4, 5, 6, 9, 9]))
    }

    @Test(arguments: [(64, 64), (10, 200), (200, 10), (1, 1)])
    func fittedKeepsTheShape(size: (width: Int, height: Int)) {
        let black = Picture(width: 40, height: 20, format: .rgb, filledWith: [0, 0, 0])
        let fitted = black.fitted(width: size.width, height: size.height, background: [255, 0, 0])
        #expect(fitted.width == size.width && fitted.height == size.height)
        let dark = stride(from: 0, to: fitted.samples.count, by: 3).count { fitted.samples[$0] == 0 }
        let width = min(size.width, size.height * 2)
        #expect(dark == width * max(1, (width + 1) / 2))
    }

    @Test func contactSheetsAreLaidOut() {
        let small = Picture(width: 1, height: 1, format: .grey, filledWith: [10])
        let wide = Picture(width: 2, height: 1, format: .grey, filledWith: [20])
        let sheet = Picture.contactSheet([wide, wide, small], columns: 2, spacing: 1, background: 0, scale: 2)
        #expect(
            sheet
                == Picture(
                    width: 11, height: 7, format: .grey,
                    samples: [
                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                        0, 20, 20, 20, 20, 0, 20, 20, 20, 20, 0,
                        0, 20, 20, 20, 20, 0, 20, 20, 20, 20, 0,
                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                        0, 0, 10, 10, 0, 0, 0, 0, 0, 0, 0,
                        0, 0, 10, 10, 0, 0, 0, 0, 0, 0, 0,
                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                    ]))
    }

    @Test func contactSheetsMixFormats() {
        let clear = Picture(width: 2, height: 2, format: .rgba, filledWith: [0, 0, 0, 0])
        let grey = Picture(width: 2, height: 2, format: .grey, filledWith: [7])
        let sheet = Picture.contactSheet([clear, grey], columns: 9, spacing: 0)
        #expect(
            sheet
                == Picture(
                    width: 4, height: 2, format: .rgb,
                    samples: [255, 255, 255, 255, 255, 255, 7, 7, 7, 7, 7, 7]
                        + [255, 255, 255, 255, 255, 255, 7, 7, 7, 7, 7, 7]))
    }
}
