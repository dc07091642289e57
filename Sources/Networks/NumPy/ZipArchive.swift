import Basics
import CZlib
import Files

/// A zip archive in memory, as far as `.npz` files need it: stored and deflated members, no encryption, under 4 GiB.
///
/// What the archive says is checked before it is believed: all places are within the file, and no member unfolds to more
/// than deflate can pack into its bytes.
struct ZipArchive {
    struct Member {
        let name: String
        let isDeflated: Bool
        let checksum: UInt32
        /// Where its bytes are in the file.
        let bytes: Range<Int>
        /// How many bytes it has when it is unpacked.
        let size: Int
    }

    let members: [Member]
    private let bytes: [UInt8]
    private let path: String

    /// Reads the list of members at the end of the file.
    init(_ bytes: [UInt8], from path: String) throws {
        self.bytes = bytes
        self.path = path
        let end = try Self.endOfList(bytes, path)
        let count = bytes.number(at: end + 10, 2)
        let (size, start) = (bytes.number(at: end + 12, 4), bytes.number(at: end + 16, 4))
        guard count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else { throw Self.isZip64(path) }
        guard bytes.number(at: end + 4, 4) == 0, start + size <= end else { throw Self.isDamaged(path) }
        var members: [Member] = []
        var place = start
        for _ in 0..<count { members.append(try Self.member(bytes, at: &place, before: end, path)) }
        // Members that share bytes could unfold without bound.
        guard members.reduce(0, { $0 + $1.bytes.count }) <= bytes.count else { throw Self.isDamaged(path) }
        guard Set(members.map(\.name)).count == count else {
            throw FileError(
                path: path, problem: "holds two members of one name", remedy: "Save it again with numpy.savez")
        }
        self.members = members
    }

    /// Where the record stands that ends the list: the last one whose comment ends with the file.
    private static func endOfList(_ bytes: [UInt8], _ path: String) throws -> Int {
        let last = bytes.count - 22
        guard last >= 0 else { throw isNoArchive(path) }
        for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
        where bytes.number(at: place, 4) == 0x0605_4B50 && place + 22 + bytes.number(at: place + 20, 2) == bytes.count
        {
            return place
        }
        throw isNoArchive(path)
    }

    /// Reads an entry of the list, and the header that stands before the member itself.
    private static func member(
        _ bytes: [UInt8], at place: inout Int, before end: Int, _ path: String
    ) throws -> Member {
        guard place + 46 <= end, bytes.number(at: place, 4) == 0x0201_4B50 else { throw isDamaged(path) }
        let (flags, method) = (bytes.number(at: place + 8, 2), bytes.number(at: place + 10, 2))
        let (packed, size) = (bytes.number(at: place + 20, 4), bytes.number(at: place + 24, 4))
        let (nameLength, extraLength) = (bytes.number(at: place + 28, 2), bytes.number(at: place + 30, 2))
        let header = bytes.number(at: place + 42, 4)
        let checksum = UInt32(bytes.number(at: place + 16, 4))
        let nameStart = place + 46
        place = nameStart + nameLength + extraLength + bytes.number(at: place + 32, 2)
        guard place <= end else { throw isDamaged(path) }
        let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
        guard packed != 0xFFFF_FFFF, size != 0xFFFF_FFFF, header != 0xFFFF_FFFF else { throw isZip64(path) }
        guard flags & 1 == 0, method == 0 || method == 8 else {
            throw FileError(
                path: path, problem: "\(quoted(name)) is encrypted or packed in an unknown way",
                remedy: "Save it with numpy.savez or numpy.savez_compressed")
        }
        guard header + 30 <= end, bytes.number(at: header, 4) == 0x0403_4B50 else { throw isDamaged(path) }
        let start = header + 30 + bytes.number(at: header + 26, 2) + bytes.number(at: header + 28, 2)
        // Deflate packs at most 1032 bytes into one.
        guard start + packed <= end, method == 8 ? size <= packed * 1032 : size == packed else {
            throw isDamaged(path)
        }
        return Member(
            name: name, isDeflated: method == 8, checksum: checksum, bytes: start..<start + packed, size: size)
    }

    /// A member's bytes, unpacked and checked.
    func contents(of member: Member) throws -> [UInt8] {
        let packed = bytes[member.bytes]
        guard let contents = member.isDeflated ? Deflate.unpack(packed, size: member.size) : Array(packed),
            Deflate.checksum(of: contents) == member.checksum
        else {
            throw FileError(
                path: path, problem: "\(quoted(member.name)) is damaged: its checksum is wrong",
                remedy: "Copy or save the file again")
        }
        return contents
    }
}

// MARK: - Errors

extension ZipArchive {
    private static func isNoArchive(_ path: String) -> FileError {
        FileError(
            path: path, problem: "is not an .npz archive, or was cut off", remedy: "Save it again with numpy.savez")
    }

    private static func isDamaged(_ path: String) -> FileError {
        FileError(path: path, problem: "is damaged: its list of members is wrong", remedy: "Copy or save it again")
    }

    private static func isZip64(_ path: String) -> FileError {
        FileError(
            path: path, problem: "is an archive of the zip64 kind, for more than 4 GiB, which is not read",
            remedy: "Save the arrays as single .npy files")
    }
}

extension [UInt8] {
    /// The number of `count` bytes at a place within the array, the lowest byte first.
    fileprivate func number(at place: Int, _ count: Int) -> Int {
        self[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
