import Files
import Foundation
import Pictures

/// A folder for one test; it goes away with the last reference.
public final class TemporaryFolder {
    public let path: String

    public init() throws {
        path = FileManager.default.temporaryDirectory.appending(component: "nurie-\(UUID().uuidString)").path
        try Files.makeFolder(path)
    }

    /// What lies in it, in the order of the names.
    public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    public func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Files.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]))
        try Files.replace(file, with: bytes)
        return file
    }

    /// Writes a picture of one colour.
    @discardableResult
    public func draw(_ name: String, _ color: [UInt8] = [200, 100, 50], width: Int = 12, height: Int = 8) throws
        -> String
    {
        let format = color.count == 4 ? Picture.Format.rgba : .rgb
        let picture = Picture(width: width, height: height, format: format, filledWith: color)
        return try write(picture.encodedAsPNG(), to: name)
    }
}

/// Gives `body` the path of a new folder, which is gone afterwards.
public func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nurie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}
