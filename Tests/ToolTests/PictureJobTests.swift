import Files
import Foundation
@testable import Pictures
import TestSupport
@testable import nurie
import Testing

@Suite("Jobs over pictures")
struct PictureJobTests {
    @Test("Of a folder, broken files are skipped and the others done; originals stay")
    func folder() throws {
        try withTemporaryFolder { folder in
            let picture = Picture(width: 4, height: 4, format: .rgb, filledWith: [1, 2, 3])
            try picture.write(to: "\(folder)/a.png")
            try Files.replace("\(folder)/b.png", with: "no picture")
            try PictureJob(from: folder, to: "\(folder)/out").run("copied") { picture, _ in picture }
            #expect(try Picture(contentsOf: "\(folder)/out/a.png") == picture)
            #expect(!Files.exists("\(folder)/out/b.png"))
            #expect(try Picture(contentsOf: "\(folder)/a.png") == picture)
        }
    }

    @Test("An empty folder, and one of broken files, are errors that name it")
    func useless() throws {
        try withTemporaryFolder { folder in
            for text in [nil, "no picture"] {
                if let text { try Files.replace("\(folder)/b.png", with: text) }
                let error = #expect(throws: FileError.self) {
                    try PictureJob(from: folder, to: "\(folder)/out").run("copied") { picture, _ in picture }
                }
                #expect(try #require(error).description.contains(folder))
            }
        }
    }

    @Test("A picture cannot be written where it was read")
    func sameFile() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.png"
            let picture = Picture(width: 4, height: 4, format: .rgb, filledWith: [1, 2, 3])
            try picture.write(to: path)
            let link = "\(folder)/link.png"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            for output in [path, link, "\(folder)/./a.png"] {
                #expect(throws: FileError.self) {
                    try PictureJob(from: path, to: output).run("white") { picture, _ in picture.lineArt() }
                }
            }
            #expect(throws: FileError.self) {
                try PictureJob(from: folder, to: folder).run("white") { picture, _ in picture.lineArt() }
            }
            #expect(try Picture(contentsOf: path) == picture)
        }
    }
}
