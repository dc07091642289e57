import Basics

extension Picture {
    /// How much ink is where: grey, 0 paper to 255 the drawing's own strong lines.
    ///
    /// Paper is what is lightest around a pixel, so a shadow on a scan and grey paper are no ink; the drawing's dark lines set the
    /// scale, so pale pencil counts as much as thick ink. What is transparent is put on white first.
    public var lineStrength: Picture {
        let grey = converted(to: .grey)
        let ink = grey.inkOnLocalPaper
        let scale = ink.strengthOfLines
        let levels = (0...255).map { UInt8(min(255, max(0, (Float($0) - scale.noise) * scale.gain))) }
        var result = grey
        for index in ink.indices { result.samples[index] = levels[Int(ink[index])] }
        return result
    }

    /// Whether a picture of line strengths has a line at a pixel, which is counted row by row.
    package func isLine(at pixel: Int) -> Bool { samples[pixel] >= RegionMap.Options.usualThreshold }

    /// How much darker each pixel is than the paper around it, 0 to 255, row by row.
    private var inkOnLocalPaper: [UInt8] {
        let side = max(8, min(width, height) / 24)
        let blocks = PaperBlocks(of: self, side: side)
        return [UInt8](unsafeUninitializedCapacity: width * height) { ink, count in
            for y in 0..<height {
                blocks.withRow(y, width: width) { paper in
                    for x in 0..<width {
                        let darker = 255 * (1 - Float(samples[y * width + x]) / max(1, paper[x]))
                        ink[y * width + x] = UInt8(max(0, min(255, darker)))
                    }
                }
            }
            count = width * height
        }
    }
}

extension [UInt8] {
    /// What is only grain, and what makes strong lines 255.
    fileprivate var strengthOfLines: (noise: Float, gain: Float) {
        var counts = [Int](repeating: 0, count: 256)
        for value in self { counts[Int(value)] += 1 }
        // Half of a drawing is paper: what half of its pixels stay below is grain.
        let noise = Swift.min(40, 2 * (counts.firstIndex(afterShare: 0.5, of: count) ?? 0))
        for level in 0...Swift.min(255, noise + 6) { counts[level] = 0 }
        let inked = counts.reduce(0, +)
        let strong = counts.firstIndex(afterShare: 0.9, of: inked) ?? 255
        // Where there is no line, nothing is made one.
        return (Float(noise), Swift.min(5, 255 / Float(Swift.max(1, strong - noise))))
    }
}

extension [Int] {
    /// Up to where so large a share of the counts lies; nil if there is nothing to count.
    fileprivate func firstIndex(afterShare share: Double, of total: Int) -> Int? {
        guard total > 0 else { return nil }
        var sum = 0
        return firstIndex { count in
            sum += count
            return Double(sum) >= share * Double(total)
        }
    }
}

/// The paper's brightness in blocks of a picture, smooth between their middles.
private struct PaperBlocks {
    private let side: Int
    private let columns, rows: Int
    private var levels: [Float]

    /// The least brightness of paper, in parts of the brightest: what is darker for long is ink.
    private static let darkest: Float = 0.6

    init(of grey: Picture, side: Int) {
        self.side = side
        columns = (grey.width + side - 1) / side
        rows = (grey.height + side - 1) / side
        var brightest = [UInt8](repeating: 0, count: columns * rows)
        for y in 0..<grey.height {
            let row = y / side * columns
            for x in 0..<grey.width {
                let block = row + x / side
                brightest[block] = max(brightest[block], grey.samples[y * grey.width + x])
            }
        }
        let spread = Picture(width: columns, height: rows, format: .grey, samples: brightest).dilated(kernel: 3)
        let floor = Self.darkest * Float(brightest.max() ?? 255)
        levels = spread.samples.map { max(floor, Float($0)) }
    }

    /// The paper's brightness along a row of pixels.
    func withRow(_ y: Int, width: Int, _ body: ([Float]) -> Void) {
        let (upper, lower, down) = neighbours(of: y, count: rows)
        body(
            (0..<width).map { x in
                let (left, right, across) = neighbours(of: x, count: columns)
                let above = levels[upper * columns + left] * (1 - across) + levels[upper * columns + right] * across
                let below = levels[lower * columns + left] * (1 - across) + levels[lower * columns + right] * across
                return above * (1 - down) + below * down
            })
    }

    /// The blocks whose middles lie before and after a pixel, and its share of the way between them.
    private func neighbours(of pixel: Int, count: Int) -> (Int, Int, Float) {
        let place = (Float(pixel) + 0.5) / Float(side) - 0.5
        let first = min(max(0, Int(place.rounded(.down))), count - 1)
        return (first, min(first + 1, count - 1), min(1, max(0, place - Float(first))))
    }
}
