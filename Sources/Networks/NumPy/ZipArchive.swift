import Basics
import CZlib
import Files

/// A zip archive in memory, as far as `.npz` files need it: stored and deflated members, no encryption, zip64 too.
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
        let list = try Self.list(bytes, path)
        var members: [Member] = []
        var place = list.bytes.lowerBound
        for _ in 0..<list.count {
            members.append(try Self.member(bytes, at: &place, before: list.bytes.upperBound, path))
        }
        // Members that share bytes could unfold without bound.
        guard members.reduce(0, { $0 + $1.bytes.count }) <= bytes.count else { throw Self.isDamaged(path) }
        guard Set(members.map(\.name)).count == list.count else {
            throw FileError(
                path: path, problem: "holds two members of one name", remedy: "Save it again with numpy.savez")
        }
        self.members = members
    }

    /// Where the list of members is, and how many it has: the record behind it tells, or that of zip64 where one of its
    /// numbers is too large for it.
    private static func list(_ bytes: [UInt8], _ path: String) throws -> (bytes: Range<Int>, count: Int) {
        var end = try endOfList(bytes, path)
        var count = bytes.number(at: end + 10, 2)
        var (size, start) = (bytes.number(at: end + 12, 4), bytes.number(at: end + 16, 4))
        guard bytes.number(at: end + 4, 4) == 0 else { throw isDamaged(path) }
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            // Before that record stands another one that tells where the one of zip64 is.
            let locator = end - 20
            guard locator >= 0, bytes.number(at: locator, 4) == 0x0706_4B50, bytes.number(at: locator + 4, 4) == 0
            else { throw isDamaged(path) }
            end = bytes.number(at: locator + 8, 8)
            guard end >= 0, end <= locator - 56, bytes.number(at: end, 4) == 0x0606_4B50 else {
                throw isDamaged(path)
            }
            count = bytes.number(at: end + 32, 8)
            (size, start) = (bytes.number(at: end + 40, 8), bytes.number(at: end + 48, 8))
        }
        // An entry has 46 bytes at least.
        guard start >= 0, size >= 0, start <= end, size <= end - start, 0...size / 46 ~= count else {
            throw isDamaged(path)
        }
        return (start..<end, count)
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
        var (packed, size) = (bytes.number(at: place + 20, 4), bytes.number(at: place + 24, 4))
        let (nameLength, extraLength) = (bytes.number(at: place + 28, 2), bytes.number(at: place + 30, 2))
        var header = bytes.number(at: place + 42, 4)
        let checksum = UInt32(bytes.number(at: place + 16, 4))
        let nameStart = place + 46
        place = nameStart + nameLength + extraLength + bytes.number(at: place + 32, 2)
        guard place <= end else { throw isDamaged(path) }
        let name = String(decoding: bytes[nameStart..<nameStart + nameLength], as: UTF8.self)
        // What is too large for its field stands in zip64's, in this order.
        var large = largeNumbers(bytes, nameStart + nameLength..<nameStart + nameLength + extraLength)[...]
        if size == 0xFFFF_FFFF { size = large.popFirst() ?? -1 }
        if packed == 0xFFFF_FFFF { packed = large.popFirst() ?? -1 }
        if header == 0xFFFF_FFFF { header = large.popFirst() ?? -1 }
        guard size >= 0, 0...bytes.count ~= packed, 0...bytes.count ~= header else { throw isDamaged(path) }
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

    /// The numbers of zip64 among the further fields of an entry: each field is its kind, its length and its bytes.
    private static func largeNumbers(_ bytes: [UInt8], _ fields: Range<Int>) -> [Int] {
        var place = fields.lowerBound
        while place + 4 <= fields.upperBound {
            let length = min(bytes.number(at: place + 2, 2), fields.upperBound - place - 4)
            if bytes.number(at: place, 2) == 1 {
                return stride(from: place + 4, through: place + 4 + length - 8, by: 8).map { bytes.number(at: $0, 8) }
            }
            place += 4 + length
        }
        return []
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
}

extension [UInt8] {
    /// The number of `count` bytes at a place within the array, the lowest byte first; negative if it is too large for this.
    fileprivate func number(at place: Int, _ count: Int) -> Int {
        self[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
