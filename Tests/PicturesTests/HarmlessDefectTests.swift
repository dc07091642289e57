import Files
@testable import Pictures
import Testing

/// Protects that what every viewer shrugs off is read, with a word, and that nothing else is.
@Suite("Harmless defects of files")
struct HarmlessDefectTests {
    private static let picture = Picture.slopes(32, 24, .rgb)

    /// A JPEG file with a defect, and the sound one.
    private static func files() throws -> (sound: [UInt8], broken: [(name: String, bytes: [UInt8])]) {
        let sound = try encodeJPEG(picture, quality: 90, named: "sound")
        func place(of marker: UInt8) -> Int {
            sound.indices.dropLast().first { sound[$0] == 0xFF && sound[$0 + 1] == marker } ?? 0
        }
        func inserting(_ bytes: [UInt8], at place: Int) -> [UInt8] { sound[..<place] + bytes + sound[place...] }
        var version = sound
        version[11] = 3
        var scan = sound
        let start = place(of: 0xDA)
        let length = Int(sound[start + 2]) << 8 | Int(sound[start + 3])
        for index in start + 2 + length - 3..<start + 2 + length { scan[index] = 0 }
        return (
            sound,
            [
                ("bytes before a table", inserting([0], at: place(of: 0xC4))),
                ("bytes before another", inserting([0, 0], at: place(of: 0xDB))),
                ("bytes before the end", inserting([UInt8](repeating: 0x12, count: 9), at: sound.count - 2)),
                ("an odd version", version), ("zeros as parameters", scan),
            ]
        )
    }

    @Test("They are read to the same picture, and remarked on")
    func harmless() throws {
        let (sound, broken) = try Self.files()
        let expected = try decodeJPEG(sound, named: "sound")
        #expect(expected.remark == nil)
        for (name, bytes) in broken {
            let result = try decodeJPEG(bytes, named: name)
            #expect(result.picture == expected.picture && result.remark != nil, "\(name)")
        }
    }

    @Test("A picture with a part missing is still refused, whatever else is wrong with the file")
    func cutShort() throws {
        for (name, bytes) in try Self.files().broken {
            let error = pictureError { _ = try decodeJPEG(Array(bytes.prefix(bytes.count * 2 / 3)), named: name) }
            #expect(error?.problem.contains("damaged") == true, "\(name)")
        }
    }

    @Test("A chunk that is longer than its file is refused before memory is taken for it")
    func overlongChunk() throws {
        var bytes = try Self.picture.encodedAsPNG()
        let text: [UInt8] = [0x7F, 0xFF, 0xFF, 0xF0] + Array("tEXt".utf8)
        bytes.insert(contentsOf: text, at: 33)
        let error = pictureError { _ = try Picture(decoding: bytes, named: "a") }
        #expect(error?.problem.contains("within a chunk") == true)
    }

    @Test("EXIF turns a PNG upright too, and its integer may be of any type", arguments: [1, 3, 4, 6, 8, 9])
    func exifOfPNG(type: Int) throws {
        let picture = Picture.noise(5, 3, .rgb)
        let tiff: [UInt8] =
            Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, UInt8(type), 0, 1, 0, 0, 0, 6, 0, 0, 0]
        let bytes = Self.adding(tiff, as: "eXIf", to: try picture.encodedAsPNG())
        let read = try Picture(decoding: bytes, named: "a")
        #expect((read.width, read.height) == (3, 5) && read == picture.turned(upright: 6))
        try withFolder { folder in
            try Files.replace("\(folder)/a.png", with: bytes)
            #expect(try Picture.size(of: "\(folder)/a.png") == Picture.Size(width: 3, height: 5))
        }
    }

    @Test("What a PNG says of gamma changes no number, of whatever kind it is")
    func gamma() throws {
        let picture = Picture.noise(5, 3, .rgb)
        for value in [100_000, 55_556, 45_455] {
            let bytes = Self.adding(
                [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }, as: "gAMA", to: try picture.encodedAsPNG())
            #expect(try Picture(decoding: bytes, named: "a") == picture)
        }
    }

    @Test("The name decides what is written; a name of nothing known is refused")
    func writing() throws {
        try withFolder { folder in
            for name in ["a.png", "a.PNG"] {
                try Self.picture.write(to: "\(folder)/\(name)")
                #expect(try Picture(contentsOf: "\(folder)/\(name)") == Self.picture)
            }
            for name in ["a.jpg", "a.JPEG", "a.jfif"] {
                try Self.picture.write(to: "\(folder)/\(name)", quality: 95)
                #expect(try Files.read("\(folder)/\(name)").starts(with: [0xFF, 0xD8]))
                #expect(try Picture(contentsOf: "\(folder)/\(name)").largestDifference(from: Self.picture) <= 8)
            }
            for name in ["a", "a.gif", "a.png.txt"] {
                #expect(pictureError { try Self.picture.write(to: "\(folder)/\(name)") } != nil)
            }
        }
    }

    /// The file with a chunk behind its header.
    private static func adding(_ data: [UInt8], as kind: String, to file: [UInt8]) -> [UInt8] {
        var crc: UInt32 = ~0
        for byte in Array(kind.utf8) + data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
        let chunk = number(UInt32(data.count)) + Array(kind.utf8) + data + number(~crc)
        return file[..<33] + chunk + file[33...]
    }
}
