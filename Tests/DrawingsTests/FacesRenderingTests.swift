import Drawings
import Testing

/// The three renderings of a face show the same drawing.
@Suite struct FacesRenderingTests {
    private let drawn = (0..<40).map { DrawnFaces(seed: 11, size: 96)[$0] }

    @Test func regionsAreKnownAndWhole() {
        for face in drawn {
            let counts = face.regions.samples.reduce(into: [Region: Int]()) { counts, sample in
                guard let region = Region(rawValue: sample) else {
                    Issue.record("\(sample) is no region")
                    return
                }
                counts[region, default: 0] += 1
            }
            #expect(counts[.background, default: 0] > 500)
            #expect(counts[.skin, default: 0] > 400)
            #expect(counts[.hair, default: 0] > 400)
            #expect(counts[.clothes, default: 0] > 20)
            if [.open, .wide].contains(face.face.eyes) { #expect(counts[.iris, default: 0] > 20) }
            if [.laughing, .closed].contains(face.face.eyes) { #expect(counts[.iris] == nil) }
        }
    }

    @Test func linesAreInkOnPaper() {
        for face in drawn {
            let samples = face.lines.samples
            let paper = samples.filter { $0 > 200 }.count, ink = samples.filter { $0 < 60 }.count
            #expect(paper > samples.count * 3 / 4, "only \(paper) of \(samples.count) pixels are paper")
            #expect(ink > samples.count / 100, "only \(ink) of \(samples.count) pixels are ink")
        }
    }

    /// Background has no ink lines: the line art is the figure's. At the border the figure may be beyond it.
    @Test func theBackgroundIsBlankPaper() {
        for face in drawn {
            let size = face.lines.width
            for y in 4..<size - 4 {
                for x in 4..<size - 4 where face.lines[x, y, 0] < 128 {
                    let isAtFigure = (x - 4...x + 4).contains { x in
                        (y - 4...y + 4).contains { face.regions[x, $0, 0] != Region.background.rawValue }
                    }
                    #expect(isAtFigure, "ink at \(x), \(y) lies in the background")
                }
            }
        }
    }

    /// The ink covers the dark lines of the colour picture: moved by three pixels either way, it covers lighter ones.
    @Test func linesLieOnTheColors() {
        for face in drawn {
            let inPlace = lightness(of: face, underInkMovedBy: (0, 0))
            for way in [(3, 0), (-3, 0), (0, 3), (0, -3)] {
                let moved = lightness(of: face, underInkMovedBy: way)
                #expect(inPlace < 0.9 * moved, "\(inPlace) under the ink, \(moved) beside it")
            }
        }
    }

    private func lightness(of face: DrawnFace, underInkMovedBy way: (x: Int, y: Int)) -> Double {
        let size = face.lines.width
        var (sum, count) = (0, 0)
        for y in 3..<size - 3 {
            for x in 3..<size - 3 where face.lines[x, y, 0] < 64 {
                for channel in 0..<3 { sum += Int(face.color[x + way.x, y + way.y, channel]) }
                count += 3
            }
        }
        return Double(sum) / Double(count)
    }

    /// Between skin and hair, and between skin and clothes, there is a line.
    @Test func regionsAreParted() {
        var (borders, inked) = (0, 0)
        for face in drawn {
            let size = face.lines.width
            for y in 1..<size - 1 {
                for x in 1..<size - 1 {
                    let pair = Set([face.regions[x, y, 0], face.regions[x + 1, y, 0]].compactMap(Region.init))
                    guard pair == [.skin, .hair] || pair == [.skin, .clothes] else { continue }
                    borders += 1
                    if (-1...2).contains(where: { face.lines[min(size - 1, x + $0), y, 0] < 160 }) { inked += 1 }
                }
            }
        }
        #expect(Double(inked) > 0.97 * Double(borders), "\(inked) of \(borders) borders have a line")
    }

    @Test func linesAreAsWideAsAsked() {
        let face = drawn[0].face
        let ink = [0.5, 1, 2].map { width in
            FaceArtist(lineWidth: width).draw(face, size: 256).lines.samples.reduce(0) { $0 + 255 - Int($1) }
        }
        #expect(ink[1] > ink[0] * 5 / 4 && ink[2] > ink[1] * 5 / 4)
        // Thinner or thicker, the colours' areas are the same.
        #expect(
            FaceArtist(lineWidth: 0.5).draw(face, size: 64).regions
                == FaceArtist(lineWidth: 2).draw(face, size: 64).regions)
    }
}
