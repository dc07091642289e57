import Files

/// Colours to keep to, as GIMP, Krita and Inkscape save them in `.gpl` files.
public struct ColorPalette: Sendable, Equatable {
    public let colors: [Lab]

    public init(_ colors: [Lab]) { self.colors = colors }

    /// Reads a GIMP palette: after its first line, a line of red, green and blue from 0 to 255 for each colour.
    ///
    /// Throws a `FileError` when the file cannot be read, is none, or has no colour.
    public init(contentsOf path: String) throws { try self.init(decoding: Files.read(path), named: path) }

    /// Reads a palette from the bytes of such a file; `path` is for errors.
    public init(decoding bytes: [UInt8], named path: String) throws {
        // Names may be in any encoding; numbers are the same in all of them.
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let first = lines.first, first.hasPrefix("GIMP Palette") else {
            throw FileError(
                path: path, problem: "is no palette of GIMP, which begins with the words GIMP Palette",
                remedy: "Save the palette as a .gpl file")
        }
        colors = lines.dropFirst().compactMap { line in
            let numbers = line.split(whereSeparator: \.isWhitespace).prefix(3).compactMap { UInt8($0) }
            return numbers.count == 3 ? Lab(red: numbers[0], green: numbers[1], blue: numbers[2]) : nil
        }
        guard !colors.isEmpty else {
            throw FileError(path: path, problem: "has no colour", remedy: "Give a palette with some")
        }
    }

    /// The colour of the palette that looks most like the given one, the first of several.
    public func nearest(to color: Lab) -> Lab {
        colors.min { $0.difference(to: color) < $1.difference(to: color) } ?? color
    }
}

extension Lab {
    /// The colour as web pages write it, such as #ff8800.
    public var hex: String {
        let (red, green, blue) = rgb
        return "#"
            + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
