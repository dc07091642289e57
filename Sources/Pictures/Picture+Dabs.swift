// Paint on transparency: what colour hints are made of.

extension Picture {
    /// A picture with nothing on it, RGBA.
    public static func transparent(width: Int, height: Int) -> Picture {
        Picture(width: width, height: height, format: .rgba, filledWith: [0, 0, 0, 0])
    }

    /// Sets a square dab: `rgb` becomes opaque as far as `reach` pixels from a middle, and as far as it lies in the picture, which is RGBA.
    public mutating func setDab(_ rgb: [UInt8], x: Int, y: Int, reach: Int) {
        precondition(format == .rgba && rgb.count == 3 && reach >= 0, "setDab: \(rgb), reach \(reach), on \(format)")
        for row in max(0, y - reach)..<max(0, min(height, y + reach + 1)) {
            for column in max(0, x - reach)..<max(0, min(width, x + reach + 1)) {
                for channel in 0..<3 { self[column, row, channel] = rgb[channel] }
                self[column, row, 3] = 255
            }
        }
    }
}
