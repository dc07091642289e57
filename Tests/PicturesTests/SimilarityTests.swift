import Testing

@testable import Pictures

@Suite("Likeness of pictures")
struct SimilarityTests {
    /// Two pictures by formula, so that scikit-image can be given the same.
    private static let pictures = (
        picture { x, y, channel in x * 7 + y * 13 + channel * 50 },
        picture { x, y, channel in x * 9 + y * 11 + channel * 40 + x * y % 17 }
    )

    private static func picture(_ level: (Int, Int, Int) -> Int) -> Picture {
        var picture = Picture(width: 24, height: 20, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<20 {
            for x in 0..<24 { for c in 0..<3 { picture[x, y, c] = UInt8(level(x, y, c) % 256) } }
        }
        return picture
    }

    @Test("PSNR, SSIM and ΔE are those of scikit-image")
    func reference() {
        let (one, other) = Self.pictures
        #expect(abs(one.signalToNoise(to: other) - 11.933068) < 1e-4)
        #expect(abs(one.structuralSimilarity(to: other) - 0.6353446) < 1e-4)
        #expect(abs(one.colorDifference(to: other) - 31.425428) < 0.02)
    }

    @Test("A picture is wholly like itself")
    func itself() {
        let picture = Self.pictures.0
        #expect(picture.squaredError(to: picture) == 0 && picture.signalToNoise(to: picture) == .infinity)
        #expect(abs(picture.structuralSimilarity(to: picture) - 1) < 1e-5)
        #expect(picture.colorDifference(to: picture) == 0)
    }

    @Test(
        "Colours in CIELAB are those of scikit-image",
        arguments: zip(
            [[214, 62, 62], [12, 200, 90], [255, 255, 255], [0, 0, 0], [30, 30, 31]] as [[UInt8]],
            [
                [49.609, 58.865, 35.149], [70.955, -64.820, 43.065], [100, 0, 0], [0, 0, 0], [11.300, 0.253, -0.682],
            ]
                as [[Float]]))
    func lab(color: [UInt8], expected: [Float]) {
        let lab = Lab(red: color[0], green: color[1], blue: color[2])
        for (value, expected) in zip([lab.lightness, lab.a, lab.b], expected) {
            #expect(abs(value - expected) < 0.01)
        }
    }
}
