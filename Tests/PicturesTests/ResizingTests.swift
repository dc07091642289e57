import Foundation
import Pictures
import Testing

@Suite struct ResizingPictures {
    /// A picture and what OpenCV (area) and Pillow (bicubic, nearest) make of it.
    struct Reference: Decodable {
        struct Case: Decodable {
            let method: String
            let width: Int
            let height: Int
            let samples: [UInt8]
        }

        let width: Int
        let height: Int
        let samples: [UInt8]
        let cases: [Case]
    }

    @Test func otherLibrariesGiveTheSame() throws {
        let url = try #require(
            Bundle.module.url(forResource: "resizing", withExtension: "json", subdirectory: "Reference"))
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
        let picture = Picture(
            width: reference.width, height: reference.height, format: .grey, samples: reference.samples)
        #expect(reference.cases.count == 26)
        for expected in reference.cases {
            let method = try #require(Resizing.allCases.first { "\($0)" == expected.method })
            let resized = picture.resized(toWidth: expected.width, height: expected.height, method)
            let difference = resized.largestDifference(
                from: Picture(
                    width: expected.width, height: expected.height, format: .grey, samples: expected.samples))
            // A half may be rounded either way.
            #expect(difference <= 1, "\(expected.method) to \(expected.width)×\(expected.height)")
        }
    }

    @Test(arguments: Resizing.allCases, [Picture.Format.grey, .rgb, .rgba])
    func channelsAreResizedAlike(method: Resizing, format: Picture.Format) {
        // Opaque, so that every channel is a picture of its own.
        var picture = Picture.noise(13, 9, format)
        if format == .rgba {
            for y in 0..<9 { for x in 0..<13 { picture[x, y, 3] = 255 } }
        }
        for (width, height) in [(1, 1), (5, 4), (13, 9), (30, 2), (31, 29)] {
            let resized = picture.resized(toWidth: width, height: height, method)
            for channel in 0..<format.channels {
                let plane = stride(from: channel, to: picture.samples.count, by: format.channels)
                let alone = Picture(width: 13, height: 9, format: .grey, samples: plane.map { picture.samples[$0] })
                    .resized(toWidth: width, height: height, method)
                let together = stride(from: channel, to: resized.samples.count, by: format.channels)
                let samples = together.map { resized.samples[$0] }
                #expect(zip(samples, alone.samples).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
            }
        }
    }

    @Test(arguments: Resizing.allCases) func oneColorStays(method: Resizing) {
        for color in [UInt8(0), 1, 127, 254, 255] {
            let picture = Picture(width: 17, height: 10, format: .rgba, filledWith: [color, 7, 255, 128])
            for (width, height) in [(1, 1), (4, 3), (16, 11), (50, 33)] {
                let resized = picture.resized(toWidth: width, height: height, method)
                #expect(
                    resized
                        == Picture(width: width, height: height, format: .rgba, filledWith: [color, 7, 255, 128]))
            }
        }
    }

    @Test(arguments: [Resizing.area, .bicubic]) func transparentPixelsDoNotColorTheirNeighbours(method: Resizing) {
        // A red field beside one that is clear, but green beneath.
        var picture = Picture(width: 8, height: 8, format: .rgba, filledWith: [0, 255, 0, 0])
        for y in 0..<8 {
            for x in 0..<3 {
                for (channel, value) in [255, 0, 0, 255].enumerated() { picture[x, y, channel] = UInt8(value) }
            }
        }
        for side in [1, 3, 5, 20] {
            let resized = picture.resized(toWidth: side, height: side, method)
            for pixel in stride(from: 0, to: resized.samples.count, by: 4) where resized.samples[pixel + 3] > 0 {
                #expect(Array(resized.samples[pixel..<pixel + 3]) == [255, 0, 0])
            }
        }
    }

    @Test func areasAreAveragedExactly() {
        let picture = Picture(width: 3, height: 1, format: .grey, samples: [0, 90, 240])
        // Each new pixel covers one and a half: 0 and half of 90, half of 90 and 240.
        #expect(picture.resized(toWidth: 2, height: 1, .area).samples == [30, 190])
        #expect(picture.resized(toWidth: 1, height: 1, .area).samples == [110])
        #expect(picture.resized(toWidth: 6, height: 1, .area).samples == [0, 0, 90, 90, 240, 240])
    }
}
