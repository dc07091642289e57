import Files
import Foundation
import Pictures
import Testing

@Suite("Animated PNG")
struct AnimatedPNGTests {
    @Test("Every reader sees the first frame, and the chunks are numbered one after another")
    func firstFrame() throws {
        let frames = (0..<3).map { Picture(width: 5, height: 4, format: .rgb, filledWith: [UInt8(80 * $0), 7, 9]) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).png").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try AnimatedPNG(frames, hundredths: 8).write(to: path)
        #expect(try Picture(contentsOf: path) == frames[0])
        let bytes = try Files.read(path)
        var (position, kinds, numbers) = (8, [String](), [Int]())
        while position < bytes.count {
            let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let kind = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
            kinds.append(kind)
            if ["fcTL", "fdAT"].contains(kind) {
                numbers.append(bytes[position + 8..<position + 12].reduce(0) { $0 << 8 | Int($1) })
            }
            position += 12 + length
        }
        #expect(kinds == ["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"])
        #expect(numbers == [0, 1, 2, 3, 4])
    }
}
