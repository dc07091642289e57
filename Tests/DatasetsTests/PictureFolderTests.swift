@testable import Datasets
import Files
import Foundation
import Pictures
import Synchronization
import TestSupport
import Testing

@Suite struct PictureFolderTests {
    @Test("Files are listed in the order of their bytes; hidden ones, folders and other kinds are not")
    func listing() throws {
        let folder = try TemporaryFolder()
        for name in ["b.png", "a10.png", "a9.PNG", "é.png", ".hidden.png", "sub/inner.png", "folder.png/inner.png"] {
            try folder.draw(name)
        }
        try folder.write(Array("text".utf8), to: "notes.txt")
        // Nobody writes into it: whoever reads it waits for ever.
        #expect(mkfifo("\(folder.path)/pipe.png", 0o600) == 0)
        let flat = try PictureFolder(folder.path, size: 4)
        #expect(flat.files == ["a10.png", "a9.PNG", "b.png", "é.png"])
        #expect(flat.broken.isEmpty)
        let deep = try PictureFolder(folder.path, size: 4, recursive: true)
        #expect(deep.files == ["a10.png", "a9.PNG", "b.png", "folder.png/inner.png", "sub/inner.png", "é.png"])
    }

    @Test("Broken files are counted, named with a reason, and left out")
    func brokenFilesAreLeftOut() throws {
        let folder = try TemporaryFolder()
        try folder.draw("good.png", [10, 20, 30])
        let whole = Picture(width: 40, height: 40, format: .grey, samples: (0..<1600).map { UInt8($0 * 7 % 256) })
        try folder.write(Array(whole.encodedAsPNG().dropLast(40)), to: "cut.png")
        try folder.write([], to: "empty.jpg")
        try folder.write(Array("no picture".utf8), to: "text.jpeg")
        let pictures = try PictureFolder(folder.path, size: 4)
        #expect(pictures.files == ["good.png"])
        #expect(pictures.broken.map(\.file) == ["cut.png", "empty.jpg", "text.jpeg"])
        for broken in pictures.broken { #expect("\(broken.error)".contains(broken.file)) }
        #expect(try pictures.picture(at: 0).samples.prefix(3) == [10, 20, 30])
    }

    @Test(
        "A tall picture is framed in the middle, at the top or as a whole",
        arguments: [(Framing.centre, 100), (.top, 0), (.whole, 255)] as [(Framing, UInt8)])
    func framing(framing: Framing, corner: UInt8) throws {
        let folder = try TemporaryFolder()
        // Rows of 0 at the top, 100 in the middle and 200 at the bottom.
        var tall = Picture(width: 8, height: 24, format: .rgb, filledWith: [100, 100, 100])
        tall.paste(Picture(width: 8, height: 8, format: .rgb, filledWith: [0, 0, 0]), x: 0, y: 0)
        tall.paste(Picture(width: 8, height: 8, format: .rgb, filledWith: [200, 200, 200]), x: 0, y: 16)
        try folder.write(tall.encodedAsPNG(), to: "tall.png")
        let picture = try PictureFolder(folder.path, size: 12, framing: framing).picture(at: 0)
        #expect(picture.width == 12 && picture.height == 12)
        #expect(picture[0, 0, 0] == corner)
        if framing == .whole { #expect(picture[6, 0, 0] == 0 && picture[6, 11, 0] == 200) }
    }

    @Test("The square in the middle is taken, at the size asked for, and transparency becomes white")
    func squares() throws {
        let folder = try TemporaryFolder()
        // Red at the left and right, which the square in the middle leaves out; its upper half is transparent.
        var wide = Picture(width: 16, height: 8, format: .rgba, filledWith: [255, 0, 0, 255])
        wide.paste(Picture(width: 8, height: 4, format: .rgba, filledWith: [0, 0, 0, 0]), x: 4, y: 0)
        wide.paste(Picture(width: 8, height: 4, format: .rgba, filledWith: [0, 0, 255, 255]), x: 4, y: 4)
        try folder.write(wide.encodedAsPNG(), to: "wide.png")
        let square = try PictureFolder(folder.path, size: 2).picture(at: 0)
        let (white, blue): ([UInt8], [UInt8]) = ([255, 255, 255], [0, 0, 255])
        #expect(square == Picture(width: 2, height: 2, format: .rgb, samples: white + white + blue + blue))
        #expect(try PictureFolder(folder.path, size: 32).picture(at: 0).width == 32)
    }

    @Test(
        "A full cache, a small one and none give the same pictures, with broken files among them", arguments: [0, 3])
    func cacheChangesNothing(room: Int) throws {
        let folder = try TemporaryFolder()
        for number in 0..<6 { try folder.draw("\(number).png", [UInt8(number), 0, 0]) }
        try folder.write([1], to: "1.png")
        let small = try PictureFolder(folder.path, size: 4, cacheLimit: room * 3 * 16)
        let full = try PictureFolder(folder.path, size: 4)
        #expect(full.count == 5)
        for index in 0..<5 {
            let picture = try full.picture(at: index)
            #expect(try small.picture(at: index) == picture)
            #expect("\(picture[0, 0, 0]).png" == full.files[index])
        }
    }

    @Test("A file that vanishes later is an error that names it")
    func vanishedFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.draw("a.png")
        let pictures = try PictureFolder(folder.path, size: 4, cacheLimit: 0)
        try FileManager.default.removeItem(atPath: file)
        let error = #expect(throws: (any Error).self) { try pictures.picture(at: 0) }
        #expect(error.map { "\($0)".contains("a.png") } == true)
    }

    @Test("Progress is told for every file")
    func progressIsTold() throws {
        let folder = try TemporaryFolder()
        for number in 0..<5 { try folder.draw("\(number).png") }
        let heard = Mutex([Int]())
        _ = try PictureFolder(folder.path, size: 4) { done, count in
            heard.withLock { $0.append(done) }
            #expect(count == 5)
        }
        #expect(heard.withLock { $0 } == [1, 2, 3, 4, 5])
    }

    @Test("A folder that cannot serve is an error that says what to do")
    func uselessFolders() throws {
        let folder = try TemporaryFolder()
        try Files.makeFolder("\(folder.path)/empty")
        try folder.write([1, 2, 3], to: "bad/a.png")
        let file = try folder.draw("picture.png")
        expectError("is not there", from: "\(folder.path)/missing")
        expectError("is a file, not a folder", from: file)
        expectError("holds no PNG or JPEG file", from: "\(folder.path)/empty")
        expectError("none can be read", from: "\(folder.path)/bad")
    }

    private func expectError(_ part: String, from path: String, location: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: FileError.self, sourceLocation: location) { try PictureFolder(path, size: 4) }
        #expect(error?.description.contains(part) == true, sourceLocation: location)
        #expect(error?.path == path, sourceLocation: location)
    }

    @Test(
        "What may not be read is told apart from what is empty", .disabled(if: getuid() == 0, "root reads everything")
    )
    func unreadableFolders() throws {
        let folder = try TemporaryFolder()
        try folder.draw("open/a.png")
        try folder.draw("open/closed/b.png")
        let closed = "\(folder.path)/open/closed"
        chmod(closed, 0)
        defer { chmod(closed, 0o700) }
        expectError("may not be read", from: closed)
        let pictures = try PictureFolder("\(folder.path)/open", size: 4, recursive: true)
        #expect(pictures.files == ["a.png"])
        #expect(pictures.broken.map(\.file) == ["closed"])
    }

    @Test("A link that leads in a circle is not followed")
    func circularLink() throws {
        let folder = try TemporaryFolder()
        try folder.draw("a.png")
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/loop", withDestinationPath: folder.path)
        #expect(try PictureFolder(folder.path, size: 4, recursive: true).files == ["a.png"])
    }
}
