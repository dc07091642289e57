import Basics
import Drawings
import Testing

@testable import Pictures

/// Regions are what lines enclose: pale lines as well as black ones, closed ones as well as those with a small gap.
@Suite("Regions of a drawing")
struct RegionMapTests {
    /// White paper with a ring of ink, 1.5 pixels wide, open over an arc that is `gap` pixels long.
    private func ring(side: Int = 120, radius: Double = 40, gap: Double = 0, ink: Double = 255) -> Picture {
        var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
        let middle = Double(side) / 2
        for y in 0..<side {
            for x in 0..<side {
                let (dx, dy) = (Double(x) - middle, Double(y) - middle)
                let distance = abs((dx * dx + dy * dy).squareRoot() - radius)
                let isOpen = dx > 0 && abs(dy) < gap / 2
                if distance < 1.5, !isOpen { picture[x, y, 0] = UInt8(255 - ink * min(1, 1.5 - distance)) }
            }
        }
        return picture
    }

    private func isSeparated(_ picture: Picture, gap: Double = 8) -> Bool {
        let map = RegionMap(of: picture, RegionMap.Options(gap: gap, leastArea: 8))
        return map.labels[60 * 120 + 60] != map.labels[3 * 120 + 3]
    }

    @Test("Every picture has regions, and each pixel one of them", arguments: [1, 2, 3, 5, 16, 17, 40])
    func sizes(width: Int) {
        for (height, level) in [(1, 255), (2, 0), (7, 128), (33, 255)] as [(Int, UInt8)] {
            var picture = Picture(width: width, height: height, format: .grey, filledWith: [level])
            picture[width / 2, height / 2, 0] = 0
            let map = RegionMap(of: picture)
            #expect(map.labels.allSatisfy { (0..<map.count).contains(Int($0)) } && map.count >= 1)
            #expect(map.areas.reduce(0, +) == width * height)
        }
    }

    @Test("A closed ring divides its sheet, and so does one with a small gap; a wide opening joins")
    func gaps() {
        #expect(isSeparated(ring()))
        #expect(isSeparated(ring(gap: 5)))
        #expect(!isSeparated(ring(gap: 5), gap: 0))
        #expect(!isSeparated(ring(gap: 20)))
    }

    @Test("Pale pencil on grey paper divides as ink does", arguments: [30.0, 60, 255])
    func pale(ink: Double) {
        var picture = ring(ink: ink)
        for pixel in picture.samples.indices {
            // Paper in a shadow that deepens to the right.
            picture.samples[pixel] = UInt8(Double(picture.samples[pixel]) * (0.95 - 0.25 * Double(pixel % 120) / 120))
        }
        #expect(isSeparated(picture))
        #expect(RegionMap(of: picture).count <= 3)
    }

    @Test("A shadow on empty paper is no line")
    func shadow() {
        var picture = Picture(width: 200, height: 100, format: .grey, filledWith: [0])
        for pixel in picture.samples.indices { picture.samples[pixel] = UInt8(150 + pixel % 200 / 2) }
        #expect(RegionMap(of: picture).count == 1)
    }

    @Test("A strand that narrows is one region")
    func strand() {
        var picture = Picture(width: 120, height: 60, format: .grey, filledWith: [255])
        for x in 0..<120 {
            // From 14 pixels wide to 4.
            let half = 7 - 5 * x / 119
            for y in [30 - half - 1, 30 + half + 1] { picture[x, y, 0] = 0 }
        }
        let map = RegionMap(of: picture, RegionMap.Options(gap: 12, leastArea: 8))
        let middle = map.labels[30 * 120 + 2..<30 * 120 + 118]
        #expect(Set(middle).count == 1)
    }

    @Test("A region's middle lies in it, as far from its border as any of its pixels")
    func middles() {
        let map = RegionMap(of: ring())
        let middles = map.middles
        #expect(middles.count == map.count)
        for (region, middle) in middles.enumerated() { #expect(map.labels[middle] == Int32(region)) }
        let disc = Int(map.labels[60 * 120 + 60])
        let (x, y) = (middles[disc] % 120, middles[disc] / 120)
        #expect(abs(x - 60) <= 3 && abs(y - 60) <= 3, "\(x), \(y)")
        let thin = RegionMap(labels: [0, 1, 0, 1], count: 2, width: 2, height: 2)
        #expect(thin.middles == [0, 1])
    }

    @Test("Regions of drawn pictures of all kinds lie within their true areas")
    func truth() {
        let world = DrawnWorld(seed: 4, size: 384)
        var (within, all) = (0, 0)
        for index in 0..<6 {
            let drawn = world[index]
            let map = RegionMap(of: drawn.lines)
            var counts = [[UInt8: Int]](repeating: [:], count: map.count)
            for (label, area) in zip(map.labels, drawn.map.samples) { counts[Int(label)][area, default: 0] += 1 }
            within += counts.reduce(0) { $0 + ($1.values.max() ?? 0) }
            all += map.labels.count
        }
        let share = Double(within) / Double(all)
        #expect(share > 0.94, "\(share)")
    }

    @Test("The same drawing gives the same regions, with the widest gap named or not")
    func repeatable() {
        let picture = ring(gap: 3)
        #expect(RegionMap(of: picture) == RegionMap(of: picture, RegionMap.Options(width: 120, height: 120)))
    }
}
