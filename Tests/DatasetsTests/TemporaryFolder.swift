import Files
import Foundation
import Pictures

/// A folder for one test; it goes away with the last reference.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(component: "nurie-\(UUID().uuidString)").path
        try Files.makeFolder(path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Files.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
        try Files.replace(file, with: bytes)
        return file
    }

    /// Writes a picture of one colour.
    @discardableResult
    func draw(_ name: String, _ colour: [UInt8] = [200, 100, 50], width: Int = 12, height: Int = 8) throws -> String {
        let format = colour.count == 4 ? Picture.Format.rgba : .rgb
        let picture = Picture(width: width, height: height, format: format, filledWith: colour)
        return try write(picture.encodedAsPNG(), to: name)
    }
}
