import Files

/// What an `.npy` file says of its array: a Python dictionary such as
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
struct NumPyHeader {
    let description: String
    /// Whether the first axis runs fastest, as in Fortran.
    let isColumnMajor: Bool
    let shape: [Int]

    init(_ text: ArraySlice<UInt8>, from source: String) throws {
        var reader = Reader(rest: text)
        guard let members = reader.dictionary(), case .string(let description)? = members["descr"],
            case .truth(let isColumnMajor)? = members["fortran_order"], case .lengths(let shape)? = members["shape"]
        else {
            throw FileError(
                path: source, problem: "has a header that does not describe an array of numbers",
                remedy: "Arrays with named fields cannot be read; save each field, or copy the file again")
        }
        self.description = description
        self.isColumnMajor = isColumnMajor
        self.shape = shape
    }

    /// Whether it holds text, objects or dates, and not numbers.
    var isForeign: Bool { description.dropFirst().first.map { "OUSVMm".contains($0) } ?? true }

    /// How the numbers are written; throws when they are no numbers, or in big-endian order.
    func format(from source: String) throws -> NumberFormat {
        let formats: [String: NumberFormat] = [
            "f2": .float16, "f4": .float32, "f8": .float64, "b1": .bool, "u1": .uint8, "i1": .int8, "u2": .uint16,
            "i2": .int16, "u4": .uint32, "i4": .int32, "u8": .uint64, "i8": .int64,
        ]
        guard let format = formats[String(description.dropFirst())], let order = description.first,
            order == "<" || format.width == 1 && order == "|"
        else {
            throw FileError(
                path: source, problem: "holds numbers of the type \(quoted(description))",
                remedy: "Save them as little-endian floats: array.astype('<f4')")
        }
        return format
    }
}

extension NumPyHeader {
    private enum Value {
        case string(String)
        case truth(Bool)
        case lengths([Int])
    }

    /// Reads the few kinds of Python literals that such a header has; everything else is nil.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        /// A dictionary with string keys and nothing behind it.
        mutating func dictionary() -> [String: Value]? {
            var members: [String: Value] = [:]
            guard take("{") else { return nil }
            while !take("}") {
                guard let key = string(), take(":"), let value = value(), members[key] == nil else { return nil }
                members[key] = value
                if !take(",") {
                    guard take("}") else { return nil }
                    break
                }
            }
            skipSpaces()
            return rest.isEmpty ? members : nil
        }

        private mutating func value() -> Value? {
            if let string = string() { return .string(string) }
            if take("True") { return .truth(true) }
            if take("False") { return .truth(false) }
            return lengths().map { .lengths($0) }
        }

        private mutating func string() -> String? {
            skipSpaces()
            guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
                return nil
            }
            let body = rest.dropFirst()
            guard let end = body.firstIndex(of: quote) else { return nil }
            rest = body[body.index(after: end)...]
            return String(decoding: body[..<end], as: UTF8.self)
        }

        /// A tuple of whole numbers that are not negative.
        private mutating func lengths() -> [Int]? {
            var lengths: [Int] = []
            guard take("(") else { return nil }
            while !take(")") {
                skipSpaces()
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                guard let length = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
                rest = rest[digits.endIndex...]
                // Python 2 wrote long integers with a letter.
                _ = take("L")
                lengths.append(length)
                if !take(",") {
                    guard take(")") else { return nil }
                    break
                }
            }
            return lengths
        }

        private mutating func take(_ word: StaticString) -> Bool {
            skipSpaces()
            let word = word.withUTF8Buffer { Array($0) }
            guard rest.starts(with: word) else { return false }
            rest = rest.dropFirst(word.count)
            return true
        }

        private mutating func skipSpaces() { rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }
    }
}
