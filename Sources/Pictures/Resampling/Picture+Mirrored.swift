extension Picture {
    /// A part of the picture, which goes on beyond its borders as its mirror image, as often as it takes.
    package func mirrored(rows: Range<Int>, columns: Range<Int>) -> Picture {
        var result = Picture(
            width: columns.count, height: rows.count, format: format,
            filledWith: [UInt8](repeating: 0, count: channels))
        let channels = self.channels
        let sources = columns.map { Self.reflection(of: $0, in: width) * channels }
        result.samples.withUnsafeMutableBufferPointer { target in
            samples.withUnsafeBufferPointer { source in
                var place = 0
                for y in rows {
                    let row = Self.reflection(of: y, in: height) * width * channels
                    for column in sources {
                        for channel in 0..<channels { target[place + channel] = source[row + column + channel] }
                        place += channels
                    }
                }
            }
        }
        return result
    }

    /// The place that mirrors at the first and at the last one show; these are not repeated.
    private static func reflection(of place: Int, in count: Int) -> Int {
        guard count > 1 else { return 0 }
        let around = abs(place) % (2 * (count - 1))
        return around < count ? around : 2 * (count - 1) - around
    }
}
