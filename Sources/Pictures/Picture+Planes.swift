import Basics

extension Picture {
    /// The samples as numbers in 0...1, one channel after the other: `channels × height × width`, as networks want them.
    public func planes() -> [Float] {
        let (pixels, channels) = (width * height, channels)
        return [Float](unsafeUninitializedCapacity: pixels * channels) { planes, filled in
            samples.withUnsafeBufferPointer { samples in
                for channel in 0..<channels {
                    for pixel in 0..<pixels {
                        planes[channel * pixels + pixel] = Float(samples[pixel * channels + channel]) / 255
                    }
                }
            }
            filled = pixels * channels
        }
    }

    /// A picture from numbers in 0...1, one channel after the other: `channels × height × width`, which must fill it.
    ///
    /// Numbers are rounded to the nearest sample; those outside 0...1 are cut off, and what is not a number is black.
    public init(width: Int, height: Int, format: Format, planes: [Float]) {
        let (pixels, channels) = (width * height, format.channels)
        precondition(
            planes.count == pixels * channels,
            "Picture: \(planes.count) numbers do not fill \(width)×\(height) pixels of \(format)")
        let samples = [UInt8](unsafeUninitializedCapacity: pixels * channels) { samples, filled in
            planes.withUnsafeBufferPointer { planes in
                for channel in 0..<channels {
                    for pixel in 0..<pixels {
                        samples[pixel * channels + channel] = sample(planes[channel * pixels + pixel] * 255)
                    }
                }
            }
            filled = pixels * channels
        }
        self.init(width: width, height: height, format: format, samples: samples)
    }
}

/// The sample nearest to `value`; 0 for what is not a number.
@inline(__always)
func sample(_ value: Float) -> UInt8 {
    // `max` gives its first argument unless the second is greater, so NaN becomes 0.
    UInt8(min(255, max(0, value) + 0.5))
}

extension YUV {
    /// Y, U and V planes from red, green and blue ones.
    public static func planes(fromRGB planes: [Float]) -> [Float] {
        mixed(planes, by: fromRGB)
    }

    /// Red, green and blue planes from Y, U and V ones; colours that no screen shows lie outside 0...1.
    public static func planes(toRGB planes: [Float]) -> [Float] {
        mixed(planes, by: toRGB)
    }

    private static func mixed(_ planes: [Float], by matrix: [[Float]]) -> [Float] {
        precondition(planes.count % 3 == 0, "YUV: \(planes.count) numbers are not three planes")
        let pixels = planes.count / 3
        return [Float](unsafeUninitializedCapacity: planes.count) { mixed, filled in
            planes.withUnsafeBufferPointer { planes in
                for (channel, row) in matrix.enumerated() {
                    let (a, b, c) = (row[0], row[1], row[2])
                    for i in 0..<pixels {
                        mixed[channel * pixels + i] =
                            a * planes[i] + b * planes[pixels + i] + c * planes[2 * pixels + i]
                    }
                }
            }
            filled = planes.count
        }
    }
}
