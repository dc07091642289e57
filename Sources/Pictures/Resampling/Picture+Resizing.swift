import Basics

/// How the pixels of a resized picture are made from those of the old one.
public enum Resizing: Sendable, CaseIterable {
    /// The average over the area that the new pixel covers, parts of old pixels counted in part. For shrinking.
    case area
    /// A cubic curve through the old pixels (Catmull and Rom's, a = -0.5), widened when shrinking so that nothing falls
    /// between the pixels. For enlarging; lines become crisp, with faint rims.
    case bicubic
    /// The old pixel under the middle of the new one. For masks and for pixels to be seen.
    case nearest
}

extension Picture {
    /// The picture with another number of pixels.
    ///
    /// Pixels beyond its borders do not count. Transparent pixels do not colour their neighbours.
    public func resized(toWidth width: Int, height: Int, _ method: Resizing) -> Picture {
        precondition(width > 0 && height > 0, "resized: to \(width)×\(height) pixels")
        if width == self.width && height == self.height { return self }
        switch method {
        case .nearest:
            return withNearestPixels(width, height)
        case .area:
            return resampled(.area(from: self.width, to: width), .area(from: self.height, to: height))
        case .bicubic:
            return resampled(.bicubic(from: self.width, to: width), .bicubic(from: self.height, to: height))
        }
    }

    /// The picture as large as fits into `width` × `height` pixels with its shape kept, in the middle of a background,
    /// whose colour has a sample for each channel.
    public func fitted(width: Int, height: Int, background: [UInt8]) -> Picture {
        precondition(width > 0 && height > 0, "fitted: into \(width)×\(height) pixels")
        let isWider = self.width * height > width * self.height
        let newWidth = isWider ? width : max(1, (self.width * height + self.height / 2) / self.height)
        let newHeight = isWider ? max(1, (self.height * width + self.width / 2) / self.width) : height
        let isSmaller = newWidth < self.width || newHeight < self.height
        let (left, top) = ((width - newWidth) / 2, (height - newHeight) / 2)
        return resized(toWidth: newWidth, height: newHeight, isSmaller ? .area : .bicubic)
            .padded(
                top: top, bottom: height - newHeight - top, left: left, right: width - newWidth - left,
                with: background)
    }

    private func withNearestPixels(_ newWidth: Int, _ newHeight: Int) -> Picture {
        let (channels, width, height) = (channels, width, height)
        let count = newWidth * newHeight * channels
        let resized = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            samples.withUnsafeBufferPointer { source in
                var next = 0
                for y in 0..<newHeight {
                    let row = (2 * y + 1) * height / (2 * newHeight) * width
                    for x in 0..<newWidth {
                        let pixel = (row + (2 * x + 1) * width / (2 * newWidth)) * channels
                        for channel in 0..<channels { target[next + channel] = source[pixel + channel] }
                        next += channels
                    }
                }
            }
            filled = count
        }
        return Picture(width: newWidth, height: newHeight, format: format, samples: resized)
    }
}
