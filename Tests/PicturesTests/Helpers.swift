import CTurboJPEG
import Files
import Foundation
import Pictures
import Testing

/// A folder of its own for a test, removed when the test is over.
func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

/// The picture error that `body` throws.
func pictureError(_ body: () throws -> Void) -> PictureError? {
    #expect(throws: PictureError.self, performing: body)
}

/// Random numbers that are the same in every run (SplitMix64).
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Picture {
    /// A picture of random samples.
    static func noise(_ width: Int, _ height: Int, _ format: Format, seed: UInt64 = 1) -> Picture {
        var numbers = Numbers(state: seed)
        return Picture(
            width: width, height: height, format: format,
            samples: (0..<width * height * format.channels).map { _ in UInt8.random(in: 0...255, using: &numbers) })
    }

    /// A picture that JPEG can hold well: smooth, and different at each corner.
    static func slopes(_ width: Int, _ height: Int, _ format: Format) -> Picture {
        var picture = Picture(
            width: width, height: height, format: format, filledWith: Array(repeating: 0, count: format.channels))
        for y in 0..<height {
            for x in 0..<width {
                for channel in 0..<format.channels {
                    let across = channel == 2 ? width - 1 - x : x
                    picture[x, y, channel] = UInt8(40 + across * 100 / width + y * (60 + 20 * channel) / height)
                }
            }
        }
        return picture
    }

    /// The largest difference of a sample between two pictures of the same size and format.
    func largestDifference(from other: Picture) -> Int {
        guard width == other.width, height == other.height, format == other.format else { return .max }
        return zip(samples, other.samples).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }

    /// Dark at the left and light at the right, with a little noise that is the same in every run.
    static func noisyStep(_ width: Int, _ height: Int) -> Picture {
        var picture = Picture(width: width, height: height, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<height {
            for x in 0..<width {
                let noise = (x * 7 + y * 13 + x * y) % 9 - 4
                let levels = x < width / 2 ? [90, 70, 60] : [200, 190, 150]
                for channel in 0..<3 { picture[x, y, channel] = UInt8(levels[channel] + noise) }
            }
        }
        return picture
    }

    /// The spread of a channel's levels in some columns of some rows.
    func spread(of channel: Int, _ columns: Range<Int>, rows: Range<Int>) -> Int {
        let levels = rows.flatMap { y in columns.map { Int(self[$0, y, channel]) } }
        return (levels.max() ?? 0) - (levels.min() ?? 0)
    }

    /// The bytes of a JPEG file of the picture at quality 95; four samples a pixel are taken for inks.
    func encodedByTurboJPEG(subsampling: TJSAMP = TJSAMP_444, flags: Int32 = 0) throws -> [UInt8] {
        let encoder = try #require(tjInitCompress())
        defer { tjDestroy(encoder) }
        let layout = format == .grey ? TJPF_GRAY : format == .rgb ? TJPF_RGB : TJPF_CMYK
        let subsampling = format == .grey ? TJSAMP_GRAY : subsampling
        var file: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        try #require(
            tjCompress2(
                encoder, samples, Int32(width), 0, Int32(height), Int32(layout.rawValue), &file, &count,
                Int32(subsampling.rawValue), 95, flags) == 0)
        defer { tjFree(file) }
        return Array(UnsafeBufferPointer(start: file, count: Int(count)))
    }
}
