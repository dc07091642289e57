extension Picture {
    /// The picture on white paper: transparency is gone, and so is the alpha channel.
    public func onWhite() -> Picture {
        guard format == .rgba else { return self }
        return mapped(to: .rgb) { source, target in
            let alpha = Int(source[3])
            for channel in 0..<3 {
                target[channel] = UInt8((Int(source[channel]) * alpha + 255 * (255 - alpha) + 127) / 255)
            }
        }
    }

    /// The picture in another format.
    ///
    /// Grey is the luma of Rec. 601, 0.299 R + 0.587 G + 0.114 B, rounded. What loses its alpha is put on white first;
    /// what gets one is opaque.
    public func converted(to format: Format) -> Picture {
        switch (self.format, format) {
        case (.grey, .grey), (.rgb, .rgb), (.rgba, .rgba):
            return self
        case (.rgba, .rgb):
            return onWhite()
        case (.rgba, .grey):
            return onWhite().converted(to: .grey)
        case (.rgb, .grey):
            // Fixed point, 16 bits behind the point: the same on every processor.
            return mapped(to: .grey) { source, target in
                let luma = 19595 * Int(source[0]) + 38470 * Int(source[1]) + 7471 * Int(source[2])
                target[0] = UInt8((luma + 1 << 15) >> 16)
            }
        case (.grey, .rgb), (.grey, .rgba), (.rgb, .rgba):
            let step = self.format == .grey ? 0 : 1
            return mapped(to: format) { source, target in
                for channel in 0..<3 { target[channel] = source[channel * step] }
                if format == .rgba { target[3] = 255 }
            }
        }
    }

    /// Each pixel made from one of this picture by `convert(source, target)`.
    private func mapped(
        to format: Format, _ convert: (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Void
    ) -> Picture {
        let (pixels, from, to) = (width * height, channels, format.channels)
        let mapped = [UInt8](unsafeUninitializedCapacity: pixels * to) { target, filled in
            samples.withUnsafeBufferPointer { source in
                // Both hold a pixel at least.
                guard let source = source.baseAddress, let target = target.baseAddress else { return }
                for pixel in 0..<pixels { convert(source + pixel * from, target + pixel * to) }
            }
            filled = pixels * to
        }
        return Picture(width: width, height: height, format: format, samples: mapped)
    }
}
