/// How wide text will be, near enough to wrap it before gnuplot, which would cut it off.
enum TextMeasure {
    /// The width in pixels of one line in the house font at `size` points; a little more than it really is.
    static func width(_ line: some StringProtocol, size: Double) -> Double {
        line.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * size * Style.pixelsInPoint
    }

    /// The width of the longest line.
    static func widthOfLines(_ text: String, size: Double) -> Double {
        lines(of: text).map { width($0, size: size) }.max() ?? 0
    }

    /// The height in pixels of a text with these lines.
    static func height(lines: Int, size: Double) -> Double { Double(lines) * size * Style.pixelsInPoint * 1.25 }

    static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The text in lines of at most `width` pixels, broken at spaces, and inside a word only where that is too long.
    static func wrapped(_ text: String, to width: Double, size: Double) -> String {
        lines(of: text).map { wrappedLine($0, to: width, size: size) }.joined(separator: "\n")
    }

    private static func wrappedLine(_ text: Substring, to limit: Double, size: Double) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let candidate = line.isEmpty ? String(word) : "\(line) \(word)"
            if width(candidate, size: size) <= limit {
                line = candidate
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, width(line + String(character), size: size) > limit {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    /// Advances of DejaVu Sans in ems, by kinds of letters.
    private static func advance(of character: Unicode.Scalar) -> Double {
        switch character {
        case "i", "j", "l", "I", "J", ".", ",", ":", ";", "'", "|", "!", " ": 0.33
        case "f", "t", "r", "(", ")", "[", "]", "/", "-", "\"": 0.42
        case "m", "M", "w", "W", "@", "%", "Q": 0.96
        case "+", "=", "<", ">", "~", "^", "#", "×", "−", "±", "≤", "≥": 0.84
        case "A"..."Z": 0.72
        case " "..."~": 0.63
        case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{FFFF}", "\u{10000}"...: 1.05
        default: 0.68
        }
    }
}
