import Basics

extension Picture {
    /// The picture in grey, sample for sample as OpenCV's `cvtColor` makes it; what is transparent is put on white first.
    ///
    /// It is the luma of ``converted(to:)``, whose weights have 16 bits, with weights of 15 bits: a few samples in a
    /// thousand differ, by one. What is to agree with OpenCV to the last bit starts here.
    public func greyAsInOpenCV() -> Picture {
        guard format != .grey else { return self }
        let color = onWhite()
        var grey = Picture(width: width, height: height, format: .grey, filledWith: [0])
        grey.samples.withUnsafeMutableBufferPointer { grey in
            color.samples.withUnsafeBufferPointer { color in
                for pixel in grey.indices {
                    let (red, green, blue) = (color[3 * pixel], color[3 * pixel + 1], color[3 * pixel + 2])
                    let luma = 9798 * UInt32(red) + 19235 * UInt32(green) + 3735 * UInt32(blue)
                    grey[pixel] = UInt8((luma + 1 << 14) >> 15)
                }
            }
        }
        return grey
    }

    /// A grey picture with its levels spread so that each is about as frequent as any other: dark and pale drawings
    /// come out alike.
    ///
    /// Each level becomes the share of darker or equal pixels, those of the darkest level not counted; sample for
    /// sample what OpenCV's `equalizeHist` gives. A picture of one level stays as it is.
    public func equalised() -> Picture {
        precondition(format == .grey, "equalised: a picture of \(format) is not grey")
        var counts = [Int](repeating: 0, count: 256)
        for sample in samples { counts[Int(sample)] += 1 }
        // A picture holds a pixel at least, so there is a darkest one.
        let darkest = counts.firstIndex { $0 > 0 } ?? 0
        let others = samples.count - counts[darkest]
        guard others > 0 else { return self }
        let scale = 255 / Float(others)
        var (level, upToHere) = ([UInt8](repeating: 0, count: 256), 0)
        for value in (darkest + 1)..<256 {
            upToHere += counts[value]
            level[value] = UInt8(min(255, (Float(upToHere) * scale).rounded(.toNearestOrEven)))
        }
        var result = self
        result.samples.withUnsafeMutableBufferPointer { samples in
            for index in samples.indices { samples[index] = level[Int(samples[index])] }
        }
        return result
    }
}
