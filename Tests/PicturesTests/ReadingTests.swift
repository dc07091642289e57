import Files
import Pictures
import Testing

func write(_ bytes: [UInt8], to path: String) throws {
    try Files.replace(path, with: bytes)
}

@Suite struct FilesThatAreNoPictures {
    @Test(arguments: [
        ("", "is empty"),
        ("Not a picture at all.\n", "is not a PNG or JPEG but a text file"),
        ("GIF89a\u{1}\u{0}", "is not a PNG or JPEG but a GIF file"),
        ("RIFF\u{1}\u{0}\u{0}\u{0}WEBPVP8 ", "is not a PNG or JPEG but a WebP file"),
        ("BM\u{1}\u{0}\u{0}\u{0}", "is not a PNG or JPEG but a BMP file"),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "is not a PNG or JPEG but a SVG file"),
        ("\u{1}\u{2}\u{3}\u{4}", "is not a picture"),
    ])
    func whatTheyAreIsSaid(contents: String, problem: String) throws {
        try withFolder { folder in
            // The name does not make it a picture.
            let path = "\(folder)/a.png"
            try write(Array(contents.utf8), to: path)
            for error in [
                pictureError { _ = try Picture(contentsOf: path) }, pictureError { _ = try Picture.size(of: path) },
            ] {
                #expect(error?.path == path)
                #expect(error?.problem == problem)
                #expect(error?.remedy == "Give a PNG or JPEG file")
            }
        }
    }

    @Test func missingFilesAndFoldersAreNamed() throws {
        try withFolder { folder in
            let missing = pictureError { _ = try Picture(contentsOf: "\(folder)/none.png") }
            let description = try #require(missing).description
            #expect(
                description.hasPrefix("\(folder)/none.png: cannot be read: no such file or directory. Check the name")
            )
            #expect(pictureError { _ = try Picture(contentsOf: folder) }?.problem == "cannot be read: is a directory")
        }
    }

    @Test func theNameDoesNotDecideTheFormat() throws {
        try withFolder { folder in
            let picture = Picture.slopes(16, 16, .rgb)
            try write(picture.encodedByTurboJPEG(), to: "\(folder)/a.png")
            try write(picture.encodedAsPNG(), to: "\(folder)/a.jpg")
            #expect(try Picture(contentsOf: "\(folder)/a.png").largestDifference(from: picture) <= 8)
            #expect(try Picture(contentsOf: "\(folder)/a.jpg") == picture)
        }
    }

    @Test func aHeaderCutShortHasNoSize() throws {
        try withFolder { folder in
            let png = try Picture.noise(3, 4, .grey).encodedAsPNG()
            try write(Array(png.prefix(20)), to: "\(folder)/a.png")
            #expect(
                pictureError { _ = try Picture.size(of: "\(folder)/a.png") }?.problem.hasPrefix("is a damaged")
                    == true)
        }
    }

    @Test func aSizeFarBehindTheBeginningIsFound() throws {
        let jpeg = try Picture.noise(23, 17, .rgb).encodedByTurboJPEG()
        let comment = [0xFF, 0xFE, 0xFF, 0xFF] + [UInt8](repeating: 0x20, count: 65_533)
        try withFolder { folder in
            try write(jpeg.prefix(2) + comment + comment + jpeg.dropFirst(2), to: "\(folder)/a.jpg")
            #expect(try Picture.size(of: "\(folder)/a.jpg") == Picture.Size(width: 23, height: 17))
        }
    }
}
