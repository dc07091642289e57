import Files

/// Pictures that follow each other, as one animated PNG file (APNG), which browsers play and everything else shows as its first
/// picture.
public struct AnimatedPNG: Sendable {
    private let frames: [Picture]
    private let delay: (numerator: Int, denominator: Int)

    /// How long a frame of a walk is shown, in hundredths of a second.
    public static let usualDelay = 8

    /// There and back, so that the end meets the beginning.
    public init(toAndFro frames: [Picture], hundredths: Int = usualDelay) {
        self.init(frames + frames.dropFirst().dropLast().reversed(), hundredths: hundredths)
    }

    /// At least one frame, all of one size and format, each shown for so many hundredths of a second; it begins again for ever.
    public init(_ frames: [Picture], hundredths: Int) {
        precondition(
            !frames.isEmpty && (1...60_000).contains(hundredths)
                && frames.allSatisfy {
                    ($0.width, $0.height) == (frames[0].width, frames[0].height) && $0.format == frames[0].format
                }, "AnimatedPNG: \(frames.count) frames of one size, \(hundredths) hundredths")
        (self.frames, delay) = (frames, (hundredths, 100))
    }

    /// Writes the file whole; throws a `FileError` when it cannot.
    public func write(to path: String) throws { try Files.replace(path, with: try encoded()) }

    /// Each frame is encoded as a PNG file of its own; its data go into the animation's chunks (PNG, third edition, 11.3.6).
    private func encoded() throws -> [UInt8] {
        let files = try frames.map { PNGFile(try $0.encodedAsPNG()) }
        var sequence = 0
        func number() -> [UInt8] {
            defer { sequence += 1 }
            return bytes(sequence, 4)
        }
        var result = PNGFile.signature
        result += PNGFile.chunk("IHDR", files[0].header)
        result += PNGFile.chunk("acTL", bytes(frames.count, 4) + bytes(0, 4))
        for (index, file) in files.enumerated() {
            let (width, height) = (bytes(frames[0].width, 4), bytes(frames[0].height, 4))
            let control =
                number() + width + height + bytes(0, 4) + bytes(0, 4) + bytes(delay.numerator, 2)
                + bytes(delay.denominator, 2) + [0, 0]
            result += PNGFile.chunk("fcTL", control)
            result += index == 0 ? PNGFile.chunk("IDAT", file.data) : PNGFile.chunk("fdAT", number() + file.data)
        }
        return result + PNGFile.chunk("IEND", [])
    }
}

/// The header and the packed samples of a PNG file.
private struct PNGFile {
    var header: [UInt8] = []
    var data: [UInt8] = []

    static let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]

    init(_ bytes: [UInt8]) {
        var position = Self.signature.count
        while position + 12 <= bytes.count {
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let content = bytes[position + 8..<position + 8 + length]
            if bytes[position + 4..<position + 8].elementsEqual("IHDR".utf8) { header += content }
            if bytes[position + 4..<position + 8].elementsEqual("IDAT".utf8) { data += content }
            position += 12 + length
        }
    }

    static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(kind.utf8) + content
        return bytes(content.count, 4) + body + bytes(Int(Deflate.checksum(of: body)), 4)
    }
}

/// A number in `count` bytes, the highest first.
private func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}
