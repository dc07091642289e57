import CGnuplot
import Glibc

/// Text and numbers as gnuplot reads them.
enum Script {
    /// A gnuplot expression for `text`, whatever it holds.
    ///
    /// Between single quotes gnuplot replaces nothing: no backquotes, no macros, no escapes. A single quote itself and
    /// a new line are joined on (the doubled quotes of gnuplot's manual end a text that begins with them or has two),
    /// and what no font can draw becomes a box.
    static func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                var quoted = "'"
                for character in line.unicodeScalars { quoted += literal(character) }
                return quoted + "'"
            }
            .joined(separator: ".\"\\n\".")
    }

    /// A gnuplot expression for the text of a tick, in which gnuplot would read `%` as a format.
    static func quotedTick(_ text: String) -> String {
        quoted(text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))
    }

    private static func literal(_ character: Unicode.Scalar) -> String {
        switch character {
        case "'": "'.\"'\".'"
        case " "..."~": String(character)
        case _ where character.properties.generalCategory == .control: " "
        case _ where character.properties.isDefaultIgnorableCodePoint || character.properties.isWhitespace:
            String(character)
        default: gnuplot_can_draw(character.value) != 0 ? String(character) : "□"
        }
    }

    /// A comment line; what gnuplot might read even there is left out.
    static func comment(_ text: String) -> String {
        let dangerous: Set<Unicode.Scalar> = ["`", "@", "\\"]
        var line = "# "
        for character in text.unicodeScalars where !dangerous.contains(character) {
            line.unicodeScalars.append(character.properties.generalCategory == .control ? " " : character)
        }
        return line
    }

    /// A number, in as many digits as any plot shows; what is not finite is `NaN`, which gnuplot skips.
    static func number(_ value: Double, digits: Int = 9) -> String {
        value.isFinite ? formatted("%.\(digits)g", value) : "NaN"
    }

    /// C's `printf` of one number, the same in every country.
    static func formatted(_ format: String, _ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 64)
        _ = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
