/// The pixels around one that have nearly its colour and are connected: what a painter fills with one dab.
package struct FlatArea {
    /// The numbers of its pixels, counted row by row; the one that it was found from comes first.
    package let pixels: [Int]

    /// How far each channel may be from the first pixel's, in levels of 255.
    package static let tolerance = 38

    /// The area around a pixel of an RGB picture.
    package init(in picture: Picture, around start: Int, tolerance: Int = tolerance) {
        var isTaken = [Bool](repeating: false, count: picture.width * picture.height)
        self.init(in: picture, around: start, tolerance, taking: &isTaken)
    }

    /// The area around a pixel, of the pixels that are not taken yet; then they are.
    private init(
        in picture: Picture, around start: Int, _ tolerance: Int = tolerance, taking isTaken: inout [Bool]
    ) {
        let (width, height) = (picture.width, picture.height)
        func isAlike(_ pixel: Int) -> Bool {
            (0..<3).allSatisfy { channel in
                abs(Int(picture.samples[3 * pixel + channel]) - Int(picture.samples[3 * start + channel]))
                    <= tolerance
            }
        }
        var pixels = [start]
        var next = 0
        isTaken[start] = true
        while next < pixels.count {
            let pixel = pixels[next]
            next += 1
            let x = pixel % width
            let neighbours = [
                x > 0 ? pixel - 1 : nil, x < width - 1 ? pixel + 1 : nil,
                pixel >= width ? pixel - width : nil, pixel < width * (height - 1) ? pixel + width : nil,
            ]
            for case let neighbour? in neighbours where !isTaken[neighbour] && isAlike(neighbour) {
                isTaken[neighbour] = true
                pixels.append(neighbour)
            }
        }
        self.pixels = pixels
    }

    /// Divides a picture into areas of at least `least` pixels, the largest first; what is smaller belongs to none.
    package static func all(in picture: Picture, least: Int) -> [FlatArea] {
        var isTaken = [Bool](repeating: false, count: picture.width * picture.height)
        var areas: [FlatArea] = []
        for pixel in isTaken.indices where !isTaken[pixel] {
            let area = FlatArea(in: picture, around: pixel, taking: &isTaken)
            if area.pixels.count >= least { areas.append(area) }
        }
        return areas.enumerated()
            .sorted { ($1.element.pixels.count, $0.offset) < ($0.element.pixels.count, $1.offset) }
            .map(\.element)
    }

    /// Whether each of the picture's `count` pixels belongs to it.
    package func mask(count: Int) -> [Bool] {
        var mask = [Bool](repeating: false, count: count)
        for pixel in pixels { mask[pixel] = true }
        return mask
    }

    /// The pixel of the area that is farthest from its border, the first one of several: where a painter would dab.
    ///
    /// The area is peeled like an onion until nothing is left.
    package func middle(width: Int, height: Int) -> Int {
        var isInside = mask(count: width * height)
        var layer = pixels.sorted()
        while true {
            let outer = layer.filter { pixel in
                let x = pixel % width
                return x == 0 || x == width - 1 || pixel < width || pixel >= width * (height - 1)
                    || !isInside[pixel - 1] || !isInside[pixel + 1] || !isInside[pixel - width]
                    || !isInside[pixel + width]
            }
            for pixel in outer { isInside[pixel] = false }
            let inner = layer.filter { isInside[$0] }
            if inner.isEmpty { return layer[0] }
            layer = inner
        }
    }
}
