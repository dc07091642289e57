import Datasets
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

    @Test("No result is lost to another of the same name, however the endings are written")
    func stems() throws {
        try withTemporaryFolder { folder in
            for (index, name) in ["cat.png", "cat.PNG", "CAT.png", "cat.png.png", "dog.png"].enumerated() {
                let picture = Picture(width: 4, height: 4, format: .grey, filledWith: [UInt8(index)])
                try Files.makeFolder("\(folder)/in")
                try Files.replace("\(folder)/in/\(name)", with: picture.encodedAsPNG())
            }
            try PictureJob(from: "\(folder)/in", to: "\(folder)/out").run("copied") { picture, _ in picture }
            let results = try FolderListing(of: "\(folder)/out", recursive: false).files
            let levels = try results.map { try Picture(contentsOf: "\(folder)/out/\($0)").samples[0] }
            #expect(Set(levels) == Set(0...4) && results.contains("dog.png"))
            #expect(Set(results.map { $0.lowercased() }).count == 5)
            // The end says it, for one picture of two whose result is elsewhere than expected.
            let outcome = try Program("nurie").run("lines", "\(folder)/in", "\(folder)/lines")
            #expect(outcome.output.contains("CAT.png.png of CAT.png") && !outcome.output.contains("dog.png"))
        }
    }

    @Test("A result that cannot be written ends the job at once, by its own name, and is not called broken input")
    func unwritable() throws {
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/in")
            for name in ["a", "b"] {
                try Picture(width: 4, height: 4, format: .grey, filledWith: [9]).write(to: "\(folder)/in/\(name).png")
            }
            // A folder where the second result should be.
            try Files.makeFolder("\(folder)/out/b.png")
            var changed = 0
            let error = #expect(throws: (any Error).self) {
                try PictureJob(from: "\(folder)/in", to: "\(folder)/out").run("copied") { picture, _ in
                    changed += 1
                    return picture
                }
            }
            #expect("\(try #require(error))".contains("out/b.png") && changed == 2)
            #expect(throws: (any Error).self) {
                try PictureJob(from: "\(folder)/in/a.png", to: "\(folder)/none/a.png").run("copied") { picture, _ in
                    changed += 1
                    return picture
                }
            }
            #expect(changed == 2, "the output is checked before the work")
        }
    }

    @Test("A broken file is passed over also where the results go into the folder above")
    func outputAbove() throws {
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/in")
            try Picture(width: 4, height: 4, format: .grey, filledWith: [9]).write(to: "\(folder)/in/b.png")
            try Files.replace("\(folder)/in/a.png", with: "no picture")
            try PictureJob(from: "\(folder)/in", to: folder).run("copied") { picture, _ in picture }
            #expect(Files.exists("\(folder)/b.png") && !Files.exists("\(folder)/a.png"))
        }
    }

    @Test("A link in the output folder does not lead a result over an original")
    func linkToOriginal() throws {
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/in")
            try Files.makeFolder("\(folder)/out")
            let picture = Picture(width: 4, height: 4, format: .grey, filledWith: [9])
            try picture.write(to: "\(folder)/in/a.png")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/out/a.png", withDestinationPath: "\(folder)/in/a.png")
            #expect(throws: FileError.self) {
                try PictureJob(from: "\(folder)/in", to: "\(folder)/out").run("white") { picture, _ in
                    picture.lineArt()
                }
            }
            #expect(try Picture(contentsOf: "\(folder)/in/a.png") == picture)
        }
    }

    @Test("Hints go by the drawing's name, whatever their ending, and none is passed over in silence")
    func hints() throws {
        try withTemporaryFolder { folder in
            for (place, names) in [
                ("lines", ["a.png", "b.png", "c.PNG"]), ("hints", ["a.PNG", "c.png", "typo.png"]),
            ] {
                try Files.makeFolder("\(folder)/\(place)")
                for name in names {
                    let picture = Picture(width: 4, height: 4, format: .grey, filledWith: [9])
                    try Files.replace("\(folder)/\(place)/\(name)", with: picture.encodedAsPNG())
                }
            }
            let choice = try HintChoice(hints: "\(folder)/hints", drawings: "\(folder)/lines")
            #expect(choice.path(for: "\(folder)/lines/a.png") == "\(folder)/hints/a.PNG")
            #expect(choice.path(for: "\(folder)/lines/b.png") == nil)
            #expect(choice.path(for: "\(folder)/lines/c.PNG") == "\(folder)/hints/c.png")
            try Files.replace("\(folder)/hints/a.png", with: "")
            #expect(throws: FileError.self) {
                try HintChoice(hints: "\(folder)/hints", drawings: "\(folder)/lines")
            }
        }
    }
}
