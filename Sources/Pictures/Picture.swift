import Basics

/// A picture of 8-bit samples, row by row from the top, the channels of a pixel side by side.
///
/// Colours are sRGB as files hold them; nothing here converts them to linear light.
public struct Picture: Sendable, Equatable {
    /// What a pixel holds.
    public enum Format: Int, Sendable {
        case grey = 1
        case rgb = 3
        /// Red, green, blue and how opaque they are; the colours are not multiplied with it.
        case rgba = 4

        /// Samples in a pixel.
        public var channels: Int { rawValue }
    }

    public let width: Int
    public let height: Int
    public let format: Format
    /// `height × width × channels` samples.
    public var samples: [UInt8]

    /// A picture of the given samples, which must fill it.
    public init(width: Int, height: Int, format: Format, samples: [UInt8]) {
        precondition(
            width > 0 && height > 0 && samples.count == width * height * format.channels,
            "Picture: \(samples.count) samples do not fill \(width)×\(height) pixels of \(format)")
        self.width = width
        self.height = height
        self.format = format
        self.samples = samples
    }

    /// A picture of one colour, which has a sample for each channel.
    public init(width: Int, height: Int, format: Format, filledWith color: [UInt8]) {
        precondition(
            color.count == format.channels, "Picture: a colour of \(color.count) samples in a picture of \(format)")
        let row = Array(repeatElement(color, count: width).joined())
        var samples: [UInt8] = []
        // Joined rows would be copied again and again while the array grows.
        samples.reserveCapacity(row.count * height)
        for _ in 0..<height { samples += row }
        self.init(width: width, height: height, format: format, samples: samples)
    }

    public var channels: Int { format.channels }

    /// A sample of the pixel in column `x` and row `y`.
    public subscript(x: Int, y: Int, channel: Int) -> UInt8 {
        get { samples[(y * width + x) * channels + channel] }
        set { samples[(y * width + x) * channels + channel] = newValue }
    }
}

extension Picture: CustomStringConvertible {
    /// Its size and format, not its samples: a test that fails is to be read.
    public var description: String { "a picture of \(width)×\(height) pixels, \(format)" }
}
