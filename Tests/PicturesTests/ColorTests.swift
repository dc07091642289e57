import Basics
import Pictures
import Testing

@Suite struct Colors {
    @Test func transparencyBecomesWhitePaper() {
        let picture = Picture(
            width: 3, height: 1, format: .rgba, samples: [10, 20, 30, 0, 10, 20, 30, 255, 0, 100, 255, 128])
        #expect(
            picture.onWhite()
                == Picture(
                    width: 3, height: 1, format: .rgb, samples: [255, 255, 255, 10, 20, 30, 127, 177, 255]))
        #expect(picture.converted(to: .grey).samples[0] == 255)
        #expect(Picture.noise(3, 3, .rgb).onWhite() == Picture.noise(3, 3, .rgb))
    }

    @Test func greyIsTheLumaOfRec601() {
        let picture = Picture(
            width: 5, height: 1, format: .rgb,
            samples: [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 10, 20, 30])
        #expect(picture.converted(to: .grey).samples == [76, 150, 29, 255, 18])
    }

    @Test func greySurvivesEveryFormat() {
        let grey = Picture(width: 16, height: 16, format: .grey, samples: Array(0...255))
        #expect(grey.converted(to: .rgb).converted(to: .grey) == grey)
        #expect(grey.converted(to: .rgba).converted(to: .grey) == grey)
        let rgb = Picture.noise(5, 4, .rgb)
        #expect(rgb.converted(to: .rgba).converted(to: .rgb) == rgb)
        #expect(rgb.converted(to: .rgba)[2, 1, 3] == 255)
    }

    @Test(arguments: [Picture.Format.grey, .rgb, .rgba]) func planesAndBack(format: Picture.Format) {
        let picture = Picture.noise(7, 5, format)
        let planes = picture.planes()
        #expect(planes[2 * 7 + 3] == Float(picture[3, 2, 0]) / 255)
        #expect(planes[(format.channels - 1) * 35 + 2 * 7 + 3] == Float(picture[3, 2, format.channels - 1]) / 255)
        #expect(Picture(width: 7, height: 5, format: format, planes: planes) == picture)
    }

    @Test func planesAreRoundedAndCutOff() {
        let planes: [Float] = [-1, 2, .nan, .infinity, -.infinity, 0.4999 / 255, 0.5 / 255, 254.5 / 255]
        let picture = Picture(width: 8, height: 1, format: .grey, planes: planes)
        #expect(picture.samples == [0, 255, 0, 255, 0, 0, 1, 255])
    }

    @Test func brightnessAndColorDifferences() {
        // Red, green, blue, white and black.
        let planes: [Float] = [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0]
        let expected: [Float] = [
            0.299, 0.587, 0.114, 1, 0, -0.14713, -0.28886, 0.436, 0, 0, 0.615, -0.51499, -0.10001, 0, 0,
        ]
        for (value, expected) in zip(YUV.planes(fromRGB: planes), expected) { #expect(abs(value - expected) < 5e-5) }
    }

    @Test func colorsComeBackFromBrightnessAndDifferences() {
        let picture = Picture.noise(20, 20, .rgb)
        let back = YUV.planes(toRGB: YUV.planes(fromRGB: picture.planes()))
        #expect(zip(back, picture.planes()).allSatisfy { abs($0 - $1) < 1e-5 })
        #expect(Picture(width: 20, height: 20, format: .rgb, planes: back) == picture)
    }
}
