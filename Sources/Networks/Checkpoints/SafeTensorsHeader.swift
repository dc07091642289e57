import Files
import FoundationEssentials

/// The header of a safetensors file: which tensors there are, and where.
///
/// The file is the header's length as a 64-bit little-endian number, the header as JSON, and the tensors' numbers one
/// after the other without gaps. Everything that a file says is checked before anything is read by it; a header that
/// passes describes each byte of the file exactly once.
struct SafeTensorsHeader {
    /// A tensor in the file.
    struct Entry: Sendable {
        let name: String
        let format: NumberFormat
        let shape: [Int]
        /// Where its numbers are, counted from the end of the header.
        let bytes: Range<Int>
    }

    static let metadataKey = "__metadata__"
    /// The reference implementation's limit; a longer one is no header.
    static let longest = 100_000_000

    let metadata: [String: String]
    /// By name.
    let entries: [String: Entry]

    /// Reads a header's JSON.
    ///
    /// - Parameter dataSize: the bytes that follow the header in the file.
    init(json: [UInt8], dataSize: Int, path: String) throws {
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(json))
        } catch {
            throw Self.refusal(path, "the header is not a safetensors header: \(Self.explanation(of: error))")
        }
        // The decoder keeps one of two equal keys and drops the other.
        guard json.countOfMembers == contents.tensors.count + (contents.hasMetadata ? 1 : 0) else {
            throw Self.refusal(path, "the header names something twice")
        }
        metadata = contents.metadata ?? [:]
        entries = try Dictionary(
            uniqueKeysWithValues: contents.tensors.map { name, declared in
                (name, try Self.entry(name, declared, path))
            })
        let inOrder = entries.values.sorted {
            ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
        }
        try Self.checkOrder(inOrder, dataSize, path)
    }

    /// An entry whose format, shape and bytes agree with each other.
    private static func entry(_ name: String, _ declared: Contents.Declared, _ path: String) throws -> Entry {
        guard let format = NumberFormat(rawValue: declared.dtype) else {
            throw FileError(
                path: path, problem: "tensor \(quoted(name)) is of the unknown type \(quoted(declared.dtype))",
                remedy: "Save it as F32 or F16")
        }
        guard let size = format.size(of: declared.shape) else {
            throw refusal(path, "tensor \(quoted(name)) has the impossible shape \(declared.shape)")
        }
        let offsets = declared.dataOffsets
        guard offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0] else {
            throw refusal(path, "tensor \(quoted(name)) has the impossible data_offsets \(offsets)")
        }
        guard offsets[1] - offsets[0] == size else {
            throw refusal(
                path,
                "tensor \(quoted(name)) of type \(declared.dtype) and shape \(declared.shape) takes \(size) bytes, "
                    + "but the header gives it \(offsets[1] - offsets[0])")
        }
        return Entry(name: name, format: format, shape: declared.shape, bytes: offsets[0]..<offsets[1])
    }

    /// Checks that the entries, in the order of their bytes, follow one another from the first byte to the last.
    private static func checkOrder(_ entries: [Entry], _ dataSize: Int, _ path: String) throws {
        var end = 0
        var previous = "the header"
        for entry in entries {
            guard entry.bytes.lowerBound >= end else {
                throw refusal(path, "tensors \(previous) and \(quoted(entry.name)) overlap")
            }
            guard entry.bytes.lowerBound == end else {
                throw refusal(path, "bytes \(end) to \(entry.bytes.lowerBound) of the data belong to no tensor")
            }
            guard entry.bytes.upperBound <= dataSize else {
                throw FileError(
                    path: path,
                    problem:
                        "tensor \(quoted(entry.name)) ends at byte \(entry.bytes.upperBound) of the data, which has "
                        + "\(dataSize)",
                    remedy: "The file was cut off: copy or download it again")
            }
            end = entry.bytes.upperBound
            previous = quoted(entry.name)
        }
        guard end == dataSize else {
            throw refusal(path, "bytes \(end) to \(dataSize) of the data belong to no tensor")
        }
    }
}

// MARK: - The JSON

extension SafeTensorsHeader {
    /// The header as it is written.
    private struct Contents: Decodable {
        struct Declared: Decodable {
            let dtype: String
            let shape: [Int]
            let dataOffsets: [Int]

            enum CodingKeys: String, CodingKey {
                case dtype, shape
                case dataOffsets = "data_offsets"
            }
        }

        struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }

            init?(intValue: Int) { nil }
        }

        var hasMetadata = false
        var metadata: [String: String]?
        var tensors: [String: Declared] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys {
                if key.stringValue == metadataKey {
                    hasMetadata = true
                    // The reference implementation takes null for none.
                    metadata = try container.decodeIfPresent([String: String].self, forKey: key)
                } else {
                    tensors[key.stringValue] = try container.decode(Declared.self, forKey: key)
                }
            }
        }
    }

    private static func explanation(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let context: DecodingError.Context
        switch error {
        case .typeMismatch(_, let mismatch): context = mismatch
        case .valueNotFound(_, let missing): context = missing
        case .keyNotFound(let key, let missing):
            let place = missing.codingPath.map { quoted($0.stringValue) }.joined(separator: ", ")
            return "\(place) has no \(quoted(key.stringValue))"
        case .dataCorrupted: return "it is not valid JSON"
        @unknown default: return "it is not valid JSON"
        }
        let place = context.codingPath.map { quoted($0.stringValue) }.joined(separator: ", ")
        return "\(place.isEmpty ? "it" : place) is of the wrong kind"
    }

    static func refusal(_ path: String, _ problem: String) -> FileError {
        FileError(path: path, problem: problem, remedy: "The file is damaged: save, copy or download it again")
    }
}

/// A name from a file, short enough to be shown.
func quoted(_ name: String) -> String {
    let shown = name.prefix(80).map { $0.isNewline || $0.asciiValue.map { $0 < 32 || $0 == 127 } == true ? "�" : $0 }
    return "“" + String(shown) + (name.count > shown.count ? "…" : "") + "”"
}

extension [UInt8] {
    /// How many members the object has that this valid JSON is, counting equal names separately.
    fileprivate var countOfMembers: Int {
        var depth = 0
        var count = 0
        var isInString = false
        var isEscaped = false
        for byte in self {
            if isInString {
                if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1: count += 1
            default: break
            }
        }
        return count
    }
}
