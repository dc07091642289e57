extension RegionMap {
    /// The regions in pastel tones that tell neighbours apart, with the drawing's lines over them: for people to see.
    public func picture(under lines: Picture) -> Picture {
        let grey = lines.converted(to: .grey)
        var result = Picture(width: width, height: height, format: .rgb, filledWith: [255, 255, 255])
        for (pixel, label) in labels.enumerated() {
            // Bits well mixed (Knuth's multiplicative hash), so that numbers side by side look unlike.
            let mixed = UInt32(bitPattern: label &+ 1) &* 2_654_435_761
            for channel in 0..<3 {
                let tone = 110 + Int(mixed >> UInt32(8 * (channel + 1))) % 256 * 140 / 255
                result.samples[3 * pixel + channel] = UInt8(tone * Int(grey.samples[pixel]) / 255)
            }
        }
        return result
    }
}
