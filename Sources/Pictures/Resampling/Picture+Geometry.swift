import Basics

extension Picture {
    /// The picture mirrored, left to right.
    public func flippedHorizontally() -> Picture {
        rearranged(width: width, height: height, first: width - 1, columnStep: -1, rowStep: width)
    }

    /// The part of the picture that begins in column `x` and row `y`; it must lie within the picture.
    public func cropped(x: Int, y: Int, width: Int, height: Int) -> Picture {
        precondition(
            x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= self.width && y + height <= self.height,
            "cropped: \(width)×\(height) pixels at (\(x), \(y)) do not lie within \(self.width)×\(self.height)")
        return rearranged(width: width, height: height, first: y * self.width + x, columnStep: 1, rowStep: self.width)
    }

    /// The picture with borders of a colour, which has a sample for each channel.
    public func padded(top: Int, bottom: Int, left: Int, right: Int, with color: [UInt8]) -> Picture {
        precondition(
            min(top, bottom, left, right) >= 0, "padded: a border of (\(top), \(bottom), \(left), \(right)) pixels")
        var result = Picture(
            width: left + width + right, height: top + height + bottom, format: format, filledWith: color)
        result.paste(self, x: left, y: top)
        return result
    }

    /// Puts a picture of the same format over this one, its top left corner in column `x` and row `y`; alpha is copied
    /// like a colour. It must lie within this one.
    public mutating func paste(_ picture: Picture, x: Int, y: Int) {
        precondition(
            picture.format == format && x >= 0 && y >= 0 && x + picture.width <= width
                && y + picture.height <= height,
            "paste: \(picture.width)×\(picture.height) pixels of \(picture.format) at (\(x), \(y)) "
                + "into \(width)×\(height) of \(format)")
        let rowCount = picture.width * channels
        for row in 0..<picture.height {
            let start = ((y + row) * width + x) * channels
            samples.replaceSubrange(
                start..<(start + rowCount), with: picture.samples[(row * rowCount)..<((row + 1) * rowCount)])
        }
    }

    /// The picture turned so that what EXIF's `orientation` (1 to 8) says is its top is at the top.
    func turned(upright orientation: Int) -> Picture {
        let (w, h) = (width, height)
        let last = w * h - 1
        switch orientation {
        case 2: return flippedHorizontally()
        case 3: return rearranged(width: w, height: h, first: last, columnStep: -1, rowStep: -w)
        case 4: return rearranged(width: w, height: h, first: last - w + 1, columnStep: 1, rowStep: -w)
        case 5: return rearranged(width: h, height: w, first: 0, columnStep: w, rowStep: 1)
        case 6: return rearranged(width: h, height: w, first: last - w + 1, columnStep: -w, rowStep: 1)
        case 7: return rearranged(width: h, height: w, first: last, columnStep: -w, rowStep: -1)
        case 8: return rearranged(width: h, height: w, first: w - 1, columnStep: w, rowStep: -1)
        default: return self
        }
    }

    /// A picture whose first pixel is this one's pixel number `first`, and whose next pixel to the right and below lie
    /// that many pixels further on in this one.
    private func rearranged(width: Int, height: Int, first: Int, columnStep: Int, rowStep: Int) -> Picture {
        let channels = channels
        let count = width * height * channels
        let rearranged = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            samples.withUnsafeBufferPointer { source in
                var next = 0
                for row in 0..<height {
                    var pixel = (first + row * rowStep) * channels
                    for _ in 0..<width {
                        for channel in 0..<channels { target[next + channel] = source[pixel + channel] }
                        next += channels
                        pixel += columnStep * channels
                    }
                }
            }
            filled = count
        }
        return Picture(width: width, height: height, format: format, samples: rearranged)
    }
}
