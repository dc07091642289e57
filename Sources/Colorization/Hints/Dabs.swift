import Pictures

/// The dabs and strokes of a picture of hints: each is connected and has one colour.
///
/// A soft brush has the colour of its core, and half-transparent paint the colour that it shows on white paper, as its painter
/// saw it.
public struct Dabs: Sendable, Equatable {
    public let width, height: Int
    /// The dab of each pixel, row by row, from 0; -1 where there is none.
    public let labels: [Int32]
    /// Red, green and blue of each dab.
    public let colors: [[UInt8]]

    /// From which opacity on a pixel may be of a dab at all.
    private static let leastOpacity: UInt8 = 24
    /// How far the channels of one dab's pixels may be apart.
    private static let tolerance = 40

    /// The dabs of a picture with transparency; one without is a dab all over.
    public init(_ hints: Picture) {
        let hints = hints.converted(to: .rgba)
        (width, height) = (hints.width, hints.height)
        var labels = [Int32](repeating: -1, count: width * height)
        var colors: [[UInt8]] = []
        for start in labels.indices where labels[start] == -1 && hints.samples[4 * start + 3] >= Self.leastOpacity {
            let pixels = Self.pixels(around: start, of: hints, numbered: Int32(colors.count), in: &labels)
            let opacity = pixels.reduce(0) { max($0, Int(hints.samples[4 * $1 + 3])) }
            colors.append(Self.color(of: pixels, of: hints, opacity: opacity))
            // A soft rim says where the brush was, not where the colour is wanted.
            for pixel in pixels where 2 * Int(hints.samples[4 * pixel + 3]) < opacity { labels[pixel] = -2 }
        }
        self.labels = labels.map { max(-1, $0) }
        self.colors = colors
    }

    /// The pixels that are connected with one and have nearly its colour, which are given the number.
    private static func pixels(
        around start: Int, of hints: Picture, numbered number: Int32, in labels: inout [Int32]
    ) -> [Int] {
        let width = hints.width
        func isAlike(_ pixel: Int) -> Bool {
            hints.samples[4 * pixel + 3] >= leastOpacity
                && (0..<3).allSatisfy {
                    abs(Int(hints.samples[4 * pixel + $0]) - Int(hints.samples[4 * start + $0])) <= tolerance
                }
        }
        labels[start] = number
        var pixels = [start]
        var next = 0
        while next < pixels.count {
            let (x, y) = (pixels[next] % width, pixels[next] / width)
            next += 1
            for row in max(0, y - 1)...min(hints.height - 1, y + 1) {
                for column in max(0, x - 1)...min(width - 1, x + 1) {
                    let neighbour = row * width + column
                    guard labels[neighbour] == -1, isAlike(neighbour) else { continue }
                    labels[neighbour] = number
                    pixels.append(neighbour)
                }
            }
        }
        return pixels
    }

    /// The mean of the most opaque pixels, on white.
    private static func color(of pixels: [Int], of hints: Picture, opacity: Int) -> [UInt8] {
        let core = pixels.filter { 10 * Int(hints.samples[4 * $0 + 3]) >= 9 * opacity }
        return (0..<3).map { channel in
            let sum = core.reduce(0) { $0 + Int(hints.samples[4 * $1 + channel]) }
            let share = Double(opacity) / 255
            return UInt8((share * Double(sum) / Double(core.count) + (1 - share) * 255).rounded())
        }
    }
}
