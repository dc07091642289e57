import Basics

/// A file broken by chance: a few bytes changed, lengths made absurd, pieces cut out, doubled or taken from another file.
func mutated(_ original: [UInt8], others: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<generator.integer(in: 1..<6) where !bytes.isEmpty {
        let place = generator.integer(in: 0..<bytes.count)
        switch generator.integer(in: 0..<8) {
        case 0: bytes[place] ^= 1 << UInt8(generator.integer(in: 0..<8))
        case 1: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 2: overwrite(&bytes, at: place, with: generator.element(of: absurdNumbers))
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + generator.integer(in: 1..<40)))
        case 4:
            let piece = Array(bytes[place..<min(bytes.count, place + generator.integer(in: 1..<200))])
            bytes.insert(contentsOf: piece, at: generator.integer(in: 0..<bytes.count))
        case 5: bytes.removeSubrange(place...)
        case 6:
            let other = generator.element(of: others)
            guard !other.isEmpty else { continue }
            bytes.replaceSubrange(place..., with: other[generator.integer(in: 0..<other.count)...])
        default: changeNumber(in: &bytes, from: place, using: &generator)
        }
    }
    return bytes
}

/// Numbers that readers add to, multiply, or allocate.
private let absurdNumbers: [[UInt8]] = [
    [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0x80],
    [0xFF, 0xFF], [0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0, 1, 0, 0, 0],
]

private func overwrite(_ bytes: inout [UInt8], at place: Int, with number: [UInt8]) {
    for (offset, byte) in number.enumerated() where place + offset < bytes.count { bytes[place + offset] = byte }
}

/// Replaces the next digits of a text by other ones, more of them or fewer.
private func changeNumber(in bytes: inout [UInt8], from place: Int, using generator: inout SeededGenerator) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    let number = generator.element(of: [
        "0", "1", "4294967296", "9223372036854775807", "99999999999999999999", "-1", "1e999",
    ])
    bytes.replaceSubrange(start..<end, with: Array(number.utf8))
}
