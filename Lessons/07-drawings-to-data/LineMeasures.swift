import Drawings
import Figures
import Pictures

// How much ink lies where.

/// The ink of a sample of line art: 0 paper, 1 black.
private func ink(_ sample: UInt8) -> Double { Double(255 - sample) / 255 }

func meanInk(of lines: Picture) -> Double { lines.samples.reduce(0) { $0 + ink($1) } / Double(lines.samples.count) }

/// The mean ink of the share of pixels that have most of it, over all pictures.
func inkOfDarkest(_ share: Double, in pictures: [Picture]) -> Double {
    let samples = pictures.flatMap(\.samples).sorted()
    let count = max(1, Int(share * Double(samples.count)))
    return samples.prefix(count).reduce(0) { $0 + ink($1) } / Double(count)
}

/// The mean ink of the middle ninth.
func inkInTheMiddle(of lines: Picture) -> Double {
    let (width, height) = (lines.width / 3, lines.height / 3)
    return meanInk(of: lines.cropped(x: width, y: height, width: width, height: height))
}

/// The share of a black bar's width that is ink after the extraction.
func inkedShare(ofBar width: Int, kernel: Int) -> Double {
    var picture = Picture(width: 48, height: 24, format: .grey, filledWith: [255])
    picture.paste(Picture(width: width, height: 24, format: .grey, filledWith: [0]), x: 16, y: 0)
    let lines = picture.lineArt(kernel: kernel, strength: 1)
    return Double((0..<48).count { lines[$0, 12, 0] < 128 }) / Double(width)
}

func inkedShareFigure(_ kernels: [Int], _ widths: [Int], _ shares: [[Double]]) -> Figure {
    zip(kernels, shares).reduce(
        Figure("Wide bars lose their middle", x: "width of the bar, pixels", y: "share that stays ink").yRange(
            0...1.05)
    ) { $0.curve(widths, $1.1, "kernel \($1.0)") }
}

/// How well extracted lines fit true ones. What is half black or darker counts as ink.
struct LineScore: Sendable {
    /// The share of true ink with extracted ink within a pixel, and the other way round.
    let recall, precision: Double

    init(_ found: Picture, against truth: Picture) {
        func share(of lines: Picture, near others: Picture) -> Double {
            let near = others.thickened(kernel: 3)
            let inked = lines.samples.indices.filter { lines.samples[$0] < 128 }
            return Double(inked.count { near.samples[$0] < 128 }) / Double(max(1, inked.count))
        }
        (recall, precision) = (share(of: truth, near: found), share(of: found, near: truth))
    }

    fileprivate init(recall: Double, precision: Double) { (self.recall, self.precision) = (recall, precision) }
}

extension [LineScore] {
    var mean: LineScore {
        LineScore(
            recall: reduce(0) { $0 + $1.recall } / Double(count),
            precision: reduce(0) { $0 + $1.precision } / Double(count))
    }
}

/// How light a face's hair is, and how black the lines on it are, each of [0, 1].
struct HairReading: Sendable {
    let lightness, trueInk, extractedInk: Double

    /// Nil for a face that shows next to no hair.
    init?(_ face: DrawnFace) {
        let grey = face.color.converted(to: .grey), extracted = LineExtraction().lines(of: face.color)
        let hair = face.regions.samples.indices.filter { face.regions.samples[$0] == Region.hair.rawValue }
        let lines = hair.filter { face.lines.samples[$0] < 128 },
            areas = hair.filter { face.lines.samples[$0] == 255 }
        guard lines.count > 20, areas.count > 20 else { return nil }
        func mean(_ pixels: [Int], _ value: (Int) -> Double) -> Double {
            pixels.reduce(0) { $0 + value($1) } / Double(pixels.count)
        }
        lightness = mean(areas) { Double(grey.samples[$0]) / 255 }
        trueInk = mean(lines) { ink(face.lines.samples[$0]) }
        extractedInk = mean(lines) { ink(extracted.samples[$0]) }
    }
}

func hairFigure(_ title: String, _ lightness: [Double], _ ink: [Double], _ color: Color) -> Figure {
    Figure(title, x: "lightness of the hair, 0…1", y: "ink of its lines, 0…1")
        .points(lightness, ink, color: color).xRange(0...1).yRange(0...1)
}

/// Pearson's correlation.
func correlation(_ x: [Double], _ y: [Double]) -> Double {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let (middleX, middleY) = (mean(x), mean(y))
    let both = mean(zip(x, y).map { ($0 - middleX) * ($1 - middleY) })
    let (ofX, ofY) = (
        mean(x.map { ($0 - middleX) * ($0 - middleX) }), mean(y.map { ($0 - middleY) * ($0 - middleY) })
    )
    return both / (ofX * ofY).squareRoot()
}
