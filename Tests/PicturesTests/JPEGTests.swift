import CTurboJPEG
import Files
import Glibc
import Pictures
import Testing

@Suite struct JPEGReading {
    @Test(arguments: [Picture.Format.grey, .rgb], [0, TJFLAG_PROGRESSIVE])
    func greyAndColorAreRead(format: Picture.Format, flags: Int32) throws {
        let picture = Picture.slopes(37, 21, format)
        for subsampling in [TJSAMP_444, TJSAMP_422, TJSAMP_420] {
            let bytes = try picture.encodedByTurboJPEG(subsampling: subsampling, flags: flags)
            let read = try Picture(decoding: bytes, named: "a.jpg")
            #expect(read.largestDifference(from: picture) <= 8)
        }
    }

    @Test func inksBecomeColors() throws {
        // Four flat fields: cyan, yellow, black and bare paper, in inks where 255 is none.
        let inks: [[UInt8]] = [[0, 255, 255, 255], [255, 255, 0, 255], [255, 255, 255, 0], [255, 255, 255, 255]]
        let colors: [[UInt8]] = [[0, 255, 255], [255, 255, 0], [0, 0, 0], [255, 255, 255]]
        for (ink, color) in zip(inks, colors) {
            let field = Picture(width: 16, height: 8, format: .rgba, filledWith: ink)
            let read = try Picture(decoding: field.encodedByTurboJPEG(), named: "a.jpg")
            let expected = Picture(width: 16, height: 8, format: .rgb, filledWith: color)
            #expect(read.largestDifference(from: expected) <= 3)
        }
    }

    /// Where the stored picture's top left corner stands after it was turned upright, as (right?, bottom?), and whether
    /// its rows have become columns.
    @Test(
        arguments: [
            (1, false, false, false), (2, true, false, false), (3, true, true, false), (4, false, true, false),
            (5, false, false, true), (6, true, false, true), (7, true, true, true), (8, false, true, true),
        ], [true, false])
    func picturesAreTurnedUpright(
        turn: (orientation: Int, right: Bool, bottom: Bool, swapped: Bool), isLittleEndian: Bool
    ) throws {
        let stored = Picture.slopes(40, 24, .rgb)
        let bytes = try withOrientation(turn.orientation, isLittleEndian, in: stored.encodedByTurboJPEG())
        let read = try Picture(decoding: bytes, named: "a.jpg")
        let (width, height) = turn.swapped ? (24, 40) : (40, 24)
        var expected = Picture(width: width, height: height, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<height {
            for x in 0..<width {
                let (fromCornerX, fromCornerY) = (
                    turn.right ? width - 1 - x : x, turn.bottom ? height - 1 - y : y
                )
                let (storedX, storedY) = turn.swapped ? (fromCornerY, fromCornerX) : (fromCornerX, fromCornerY)
                for channel in 0..<3 { expected[x, y, channel] = stored[storedX, storedY, channel] }
            }
        }
        #expect(read.largestDifference(from: expected) <= 8)
        try withFolder { folder in
            try write(bytes, to: "\(folder)/a.jpg")
            #expect(try Picture.size(of: "\(folder)/a.jpg") == Picture.Size(width: width, height: height))
        }
    }

    @Test func orientationsThatMakeNoSenseAreIgnored() throws {
        let plain = try Picture.slopes(40, 24, .rgb).encodedByTurboJPEG()
        let picture = try Picture(decoding: plain, named: "a.jpg")
        for orientation in [0, 9, 65535] {
            #expect(try Picture(decoding: withOrientation(orientation, true, in: plain), named: "a.jpg") == picture)
        }
        // Directories that begin outside the segment or hold fewer entries than they say.
        for damaged in [(16, UInt8(0xFF)), (20, UInt8(0xFF)), (12, UInt8(0x58))] {
            var bytes = withOrientation(6, true, in: plain)
            bytes[damaged.0] = damaged.1
            let read = try Picture(decoding: bytes, named: "a.jpg")
            #expect(read.width * read.height == 40 * 24)
        }
    }

    @Test(arguments: [0, TJFLAG_PROGRESSIVE]) func aFileCutShortIsAnError(flags: Int32) throws {
        let bytes = try Picture.noise(23, 17, .rgb).encodedByTurboJPEG(flags: flags)
        let whole = try Picture(decoding: bytes, named: "a.jpg")
        for count in 0..<bytes.count {
            guard let picture = try? Picture(decoding: Array(bytes.prefix(count)), named: "a.jpg") else { continue }
            // Only the mark at the end may be missing.
            #expect(picture == whole && count >= bytes.count - 2, "cut to \(count) of \(bytes.count) bytes")
        }
        let error = pictureError { _ = try Picture(decoding: Array(bytes.dropLast(300)), named: "a.jpg") }
        #expect(error?.problem.hasPrefix("is a damaged JPEG file: ") == true)
    }

    @Test("A name in /dev that ends in .jpg gets JPEG too: memory disks lie there")
    func inMemory() throws {
        let path = "/dev/shm/nurie-\(UInt64.random(in: 0 ..< .max)).jpg"
        let picture = Picture(width: 2, height: 2, format: .rgb, filledWith: [9, 90, 200])
        // Not every machine has a memory disk.
        guard Files.isFolder("/dev/shm") else { return }
        try picture.write(to: path)
        defer { unlink(path) }
        #expect(try Files.read(path).starts(with: [0xFF, 0xD8]))
    }

    @Test func whatComesAfterThePictureIsIgnored() throws {
        let bytes = try Picture.noise(23, 17, .rgb).encodedByTurboJPEG()
        let whole = try Picture(decoding: bytes, named: "a.jpg")
        #expect(try Picture(decoding: bytes + [1, 2, 3, 0xFF, 0xD8], named: "a.jpg") == whole)
    }

    @Test(arguments: [0, TJFLAG_PROGRESSIVE]) func damagedFilesAreNoCrash(flags: Int32) throws {
        var numbers = Numbers(state: 8)
        let whole = try withOrientation(6, false, in: Picture.noise(23, 17, .rgb).encodedByTurboJPEG(flags: flags))
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            // Damage to the header may make the picture large, which only takes time.
            if let size = size(in: bytes), size > 1 << 20 { continue }
            _ = try? Picture(decoding: bytes, named: "a.jpg")
        }
    }

    @Test(arguments: [(20_000, 20_000), (10_000, 10_000), (65_535, 65_535)], [0, TJFLAG_PROGRESSIVE])
    func headersThatClaimTooMuchAreRefused(size: (width: Int, height: Int), flags: Int32) throws {
        var bytes = try Picture.noise(23, 17, .rgb).encodedByTurboJPEG(flags: flags)
        let frame = try #require(frameStart(in: bytes))
        bytes.replaceSubrange(
            (frame + 5)..<(frame + 9), with: bigEndian(size.height).suffix(2) + bigEndian(size.width).suffix(2))
        let error = pictureError { _ = try Picture(decoding: bytes, named: "bomb.jpg") }
        if size.width == 20_000 {
            #expect(error?.problem == "is 20000×20000 pixels, more than 100 million")
        }
    }

    /// Where the segment with the size begins.
    private func frameStart(in bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast(9).first { bytes[$0] == 0xFF && (bytes[$0 + 1] == 0xC0 || bytes[$0 + 1] == 0xC2) }
    }

    private func size(in bytes: [UInt8]) -> Int? {
        frameStart(in: bytes).map { frame in
            let sides = bytes[(frame + 5)..<(frame + 9)].map { Int($0) }
            return (sides[0] << 8 | sides[1]) * (sides[2] << 8 | sides[3])
        }
    }

    /// A JPEG file with an EXIF segment of one entry put at its beginning.
    private func withOrientation(_ orientation: Int, _ isLittleEndian: Bool, in file: [UInt8]) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = bigEndian(value).suffix(count)
            return isLittleEndian ? bytes.reversed() : Array(bytes)
        }
        let order = Array((isLittleEndian ? "II" : "MM").utf8)
        let directory = number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2)
        let tiff = order + number(42, 2) + number(8, 4) + directory + number(0, 2) + number(0, 4)
        let exif = Array("Exif\0\0".utf8) + tiff
        return file.prefix(2) + [0xFF, 0xE1] + bigEndian(exif.count + 2).suffix(2) + exif + file.dropFirst(2)
    }
}
