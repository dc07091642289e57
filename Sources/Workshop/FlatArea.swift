import Pictures

/// The pixels around one that have nearly its colour and hang together: what a painter fills with one dab.
struct FlatArea {
    /// Whether each pixel of the picture belongs to it.
    private(set) var contains: [Bool]
    private(set) var count = 0

    /// How far each channel may be from the first pixel's, in levels of 255.
    static let tolerance = 38

    /// The area around a pixel of an RGB picture; `isFree` says which pixels may belong to it.
    init(in picture: Picture, around start: Int, where isFree: (Int) -> Bool = { _ in true }) {
        let (width, height) = (picture.width, picture.height)
        var contains = [Bool](repeating: false, count: width * height)
        func isAlike(_ pixel: Int) -> Bool {
            (0..<3).allSatisfy { channel in
                abs(Int(picture.samples[3 * pixel + channel]) - Int(picture.samples[3 * start + channel]))
                    <= Self.tolerance
            }
        }
        var open = [start]
        contains[start] = true
        while let pixel = open.popLast() {
            count += 1
            let x = pixel % width
            let neighbours = [
                x > 0 ? pixel - 1 : nil, x < width - 1 ? pixel + 1 : nil,
                pixel >= width ? pixel - width : nil, pixel < width * (height - 1) ? pixel + width : nil,
            ]
            for case let next? in neighbours where !contains[next] && isFree(next) && isAlike(next) {
                contains[next] = true
                open.append(next)
            }
        }
        self.contains = contains
    }

    /// Divides a picture into areas of at least `least` pixels, the largest first; what is smaller belongs to none.
    static func all(in picture: Picture, least: Int) -> [FlatArea] {
        var taken = [Bool](repeating: false, count: picture.width * picture.height)
        var areas: [FlatArea] = []
        for pixel in taken.indices where !taken[pixel] {
            let area = FlatArea(in: picture, around: pixel) { !taken[$0] }
            for pixel in taken.indices where area.contains[pixel] { taken[pixel] = true }
            if area.count >= least { areas.append(area) }
        }
        return areas.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }

    /// The pixel of the area that is farthest from its border, the first one of several: where a painter would dab.
    func middle(width: Int) -> Int {
        var inside = contains
        var last = contains.firstIndex(of: true) ?? 0
        // Peels the area like an onion until nothing is left.
        while let first = inside.firstIndex(of: true) {
            last = first
            let before = inside
            for pixel in before.indices where before[pixel] {
                let x = pixel % width
                let isInside =
                    x > 0 && x < width - 1 && pixel >= width && pixel + width < before.count && before[pixel - 1]
                    && before[pixel + 1] && before[pixel - width] && before[pixel + width]
                if !isInside { inside[pixel] = false }
            }
        }
        return last
    }
}
