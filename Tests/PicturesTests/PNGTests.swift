@testable import Pictures
import Testing

@Suite struct PNGReading {
    static let kinds: [PNGFile] = {
        let steps = (0..<256).map { UInt8(($0 * 83 + 1) % 256) }
        let kinds =
            [1, 2, 4, 8, 16].map { PNGFile(color: .grey, depth: $0) }
            + [1, 2, 4, 8].map { PNGFile(color: .palette, depth: $0) }
            + [1, 2, 4, 8].map { PNGFile(color: .palette, depth: $0, transparency: Array(steps.prefix(1 << $0))) }
            + [.rgb, .greyWithAlpha, .rgba].flatMap { color in
                [8, 16].map { PNGFile(color: color, depth: $0) }
            }
            + [
                // The colour of the third pixel is the transparent one.
                transparent(PNGFile(color: .grey, depth: 4)), transparent(PNGFile(color: .grey, depth: 16)),
                transparent(PNGFile(color: .rgb, depth: 8)), transparent(PNGFile(color: .rgb, depth: 16)),
            ]
        return kinds.flatMap { kind in
            var interlaced = kind
            interlaced.isInterlaced = true
            return [kind, interlaced]
        }
    }()

    @Test func aColorProfileDoesNotChange16BitSamples() throws {
        for isInterlaced in [false, true] {
            let file = PNGFile(color: .rgb, depth: 16, isInterlaced: isInterlaced)
            let sRGB = PNGFile.chunk("gAMA", bigEndian(45_455)) + PNGFile.chunk("sRGB", [0])
            let picture = try Picture(decoding: file.header + sRGB + file.body, named: "a.png")
            #expect(picture == expected(file))
        }
    }

    private static func transparent(_ file: PNGFile) -> PNGFile {
        var result = file
        result.transparency = (0..<file.color.channels).flatMap { bigEndian(file.value(2, 0, $0)).suffix(2) }
        return result
    }

    @Test(arguments: kinds) func everyKindIsRead(file: PNGFile) throws {
        let picture = try Picture(decoding: file.bytes, named: "a.png")
        let expected = expected(file)
        // Of what nobody sees the colour may be lost, and of what is hardly seen it may be rounded twice.
        let isRoundedTwice = file.depth == 16 && file.isInterlaced && picture.format == .rgba
        #expect(isRoundedTwice ? isSeenAlike(picture, expected) : picture == expected)
    }

    private func isSeenAlike(_ one: Picture, _ other: Picture) -> Bool {
        stride(from: 0, to: one.samples.count, by: 4).allSatisfy { pixel in
            let alpha = Int(one.samples[pixel + 3])
            return alpha == Int(other.samples[pixel + 3])
                && (pixel..<pixel + 3).allSatisfy {
                    abs(Int(one.samples[$0]) - Int(other.samples[$0])) * alpha <= 255
                }
        }
    }

    /// What a reader should make of a file, pixel by pixel.
    private func expected(_ file: PNGFile) -> Picture {
        let hasAlpha = file.transparency != nil || file.color == .greyWithAlpha || file.color == .rgba
        let format: Picture.Format = hasAlpha ? .rgba : file.color == .grey ? .grey : .rgb
        var samples: [UInt8] = []
        for y in 0..<file.height {
            for x in 0..<file.width { samples += pixel(file, x, y).prefix(format.channels) }
        }
        return Picture(width: file.width, height: file.height, format: format, samples: samples)
    }

    /// Red (or grey), green, blue, alpha.
    private func pixel(_ file: PNGFile, _ x: Int, _ y: Int) -> [UInt8] {
        let values = (0..<file.color.channels).map { file.value(x, y, $0) }
        let largest = Double((1 << file.depth) - 1)
        let samples = values.map { UInt8((Double($0) * 255 / largest).rounded()) }
        let isHidden = file.transparency == values.flatMap { bigEndian($0).suffix(2) }
        switch file.color {
        case .grey: return [samples[0], samples[0], samples[0], isHidden ? 0 : 255]
        case .rgb: return samples + [isHidden ? 0 : 255]
        case .greyWithAlpha: return [samples[0], samples[0], samples[0], samples[1]]
        case .rgba: return samples
        case .palette: return PNGFile.palette[values[0]] + [file.transparency?[values[0]] ?? 255]
        }
    }

    @Test(arguments: kinds) func aFileCutShortGivesAnErrorOrAllOfThePicture(file: PNGFile) throws {
        let bytes = file.bytes
        let whole = try Picture(decoding: bytes, named: "a.png")
        for count in 0..<bytes.count {
            guard let picture = try? Picture(decoding: Array(bytes.prefix(count)), named: "a.png") else { continue }
            // Only what ends the file may be missing.
            #expect(picture == whole && count > bytes.count - 20, "cut to \(count) of \(bytes.count) bytes")
        }
    }

    @Test(arguments: kinds) func damagedFilesAreNoCrash(file: PNGFile) {
        var numbers = Numbers(state: 7)
        for _ in 0..<200 {
            var bytes = file.bytes
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            _ = try? Picture(decoding: bytes, named: "a.png")
        }
    }

    @Test func whatComesAfterThePictureIsIgnored() throws {
        let file = PNGFile(color: .rgb, depth: 8)
        let picture = try Picture(decoding: file.bytes + [1, 2, 3], named: "a.png")
        #expect(try picture == Picture(decoding: file.bytes, named: "a.png"))
    }

    @Test(arguments: [(20_000, 20_000), (2_000_000_000, 2_000_000_000), (10_000, 10_000), (1, 900_000)])
    func headersThatClaimTooMuchAreRefused(width: Int, height: Int) throws {
        let file = PNGFile(color: .rgb, depth: 8)
        var bomb = file
        (bomb.width, bomb.height) = (width, height)
        let bytes = bomb.header + file.body
        let error = pictureError { _ = try Picture(decoding: bytes, named: "bomb.png") }
        #expect(error?.path == "bomb.png")
        if width == 20_000 {
            #expect(error?.problem == "is 20000×20000 pixels, more than 100 million")
        }
    }
}

@Suite struct PNGWriting {
    @Test(arguments: [Picture.Format.grey, .rgb, .rgba], [(1, 1), (1, 300), (513, 2), (64, 48)])
    func whatIsWrittenIsRead(format: Picture.Format, size: (width: Int, height: Int)) throws {
        try withFolder { folder in
            let picture = Picture.noise(size.width, size.height, format)
            let path = "\(folder)/a.png"
            try picture.write(to: path)
            #expect(try Picture(contentsOf: path) == picture)
            #expect(try Picture.size(of: path) == Picture.Size(width: size.width, height: size.height))
            #expect(try picture.encodedAsPNG() == picture.encodedAsPNG())
        }
    }

    @Test func placesThatCannotBeWrittenAreNamed() throws {
        let picture = Picture.noise(50, 50, .rgb)
        let full = pictureError { try picture.write(to: "/dev/full") }
        #expect(full?.problem == "cannot be written: no space left on device")
        try withFolder { folder in
            let missing = pictureError { try picture.write(to: "\(folder)/none/a.png") }
            #expect(missing?.path == "\(folder)/none/a.png")
            #expect(missing?.problem == "cannot be written: no such file or directory")
            #expect(pictureError { try picture.write(to: folder) } != nil)
        }
    }

    @Test func aPictureThatCannotBeWrittenLeavesTheOldFile() throws {
        try withFolder { folder in
            let path = "\(folder)/a.png"
            let old = Picture.noise(5, 5, .grey)
            try old.write(to: path)
            let tooWide = Picture(width: 1_000_001, height: 1, format: .grey, filledWith: [0])
            #expect(pictureError { try tooWide.write(to: path) }?.problem.hasPrefix("cannot be encoded") == true)
            #expect(try Picture(contentsOf: path) == old)
        }
    }
}
