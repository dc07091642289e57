import Basics
import Pictures
import Testing

@testable import Stylization

/// Protects that a photograph painted in bands shows no seams, and stays as transparent as it was.
@Suite struct PainterTests {
    /// Discs of all sizes, some as small as specks, on grain.
    private static let photograph: Picture = {
        var generator = SeededGenerator(seed: 3)
        var picture = Picture(width: 60, height: 260, format: .rgb, filledWith: [170, 180, 200])
        for _ in 0..<60 {
            let (x, y) = (generator.integer(in: 0..<60), generator.integer(in: 0..<260))
            let (radius, level) = (generator.integer(in: 1..<14), UInt8(generator.integer(in: 20..<240)))
            for down in -radius...radius {
                for right in -radius...radius where right * right + down * down <= radius * radius {
                    guard (0..<60).contains(x + right), (0..<260).contains(y + down) else { continue }
                    picture[x + right, y + down, generator.integer(in: 0..<3)] = level
                }
            }
        }
        return picture
    }()

    @Test("Bands of any height give what one piece does", arguments: PaintingTone.allCases)
    func bands(tone: PaintingTone) {
        let whole = Self.photograph.painted(in: tone)
        for height in [17, 96, 1000] {
            #expect(Painter(tone, bandHeight: height).stylise(Self.photograph) == whole)
        }
    }

    @Test("Strokes grow with the photograph: a large one's painting is a small one's, enlarged")
    func sheet() {
        let small = Self.photograph
        let large = small.resized(toWidth: 240, height: 1040, .nearest)
        let painted = Painter(.summer, bandHeight: 270, sheet: Sheet(side: 60)).stylise(large)
        #expect((painted.width, painted.height) == (240, 1040))
        let again = painted.resized(toWidth: 60, height: 260, .area)
        #expect(again.signalToNoise(to: small.painted(in: .summer)) > 28)
        // On a sheet as large as itself it would be another picture.
        #expect(painted.signalToNoise(to: large.painted(in: .summer)) < 28)
    }

    @Test("Transparency stays, and brightness where it is wanted")
    func opacity() {
        var photograph = Self.photograph.converted(to: .rgba)
        for pixel in 0..<100 { photograph.samples[4 * pixel + 3] = UInt8(pixel) }
        let painted = Painter(.evening).stylise(photograph, keepingBrightness: true)
        #expect(painted.format == .rgba)
        #expect((0..<100).allSatisfy { painted.samples[4 * $0 + 3] == UInt8($0) })
        func brightness(_ picture: Picture) -> Double {
            let samples = picture.converted(to: .grey).samples
            return samples.reduce(0.0) { $0 + Double($1) } / Double(samples.count)
        }
        #expect(abs(brightness(painted) - brightness(photograph)) < 4)
    }

    @Test("A half-transparent photograph is no paler than the opaque one", arguments: [60, 128, 255] as [UInt8])
    func halfTransparent(opacity: UInt8) {
        let photograph = Picture(width: 24, height: 24, format: .rgba, filledWith: [40, 120, 60, opacity])
        let painted = Painter(.summer).stylise(photograph)
        // The light of the style changes colours too, so a few levels are its own.
        #expect(Int(painted.samples[0]) < 90 && Int(painted.samples[1]) > 100 && Int(painted.samples[1]) < 170)
    }
}
