/// A JPEG file with defects of its header mended that say nothing of the picture: viewers pass over them, the decoder stops.
struct RepairedJPEG {
    private(set) var bytes: [UInt8]
    /// What was mended, if anything was.
    private(set) var remark: String?

    init(_ original: [UInt8]) {
        bytes = original
        var position = 2
        var result = Array(original.prefix(2))
        var found: [String] = []
        var isSequential = false
        while position + 4 <= original.count {
            guard let marker = original[position...].firstIndex(of: 0xFF) else { return }
            if marker > position { found.append("bytes that belong to nothing between its segments") }
            position = marker
            while position < original.count, original[position] == 0xFF { position += 1 }
            guard position + 2 < original.count else { return }
            let code = original[position]
            if code == 0xD8 || code == 0x01 || (0xD0...0xD7).contains(code) || code == 0 {
                // No header has these; whatever it is, the decoder is to see it.
                return
            }
            let length = Int(original[position + 1]) << 8 | Int(original[position + 2])
            let end = position + 1 + length
            guard length >= 2, end <= original.count else { return }
            var segment = [0xFF, code] + original[position + 1..<end]
            if code == 0xC0 || code == 0xC1 { isSequential = true }
            if code == 0xE0, segment.count > 9, segment[4..<9].elementsEqual("JFIF\0".utf8), segment[9] != 1 {
                segment[9] = 1
                found.append("a version of JFIF that does not exist")
            }
            if code == 0xDA {
                // Only progressive pictures have a choice here.
                let parameters: [UInt8] = [0, 63, 0]
                if isSequential, segment.count > 6, Array(segment.suffix(3)) != parameters {
                    segment.replaceSubrange(segment.count - 3..<segment.count, with: parameters)
                    found.append("impossible parameters of its scan")
                }
                guard !found.isEmpty else { return }
                bytes = result + segment + original[end...]
                remark =
                    "it has \(found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "))"
                return
            }
            result += segment
            position = end
        }
    }
}
