import Synchronization
import Glibc
import Basics

/// What a program says: lines to standard output, and a progress line that is redrawn on a terminal and written as
/// plain lines, now and then, into a log.
public enum Console {
    /// Whether standard error is a terminal, on which a line can be redrawn.
    public static let isTerminal = isatty(STDERR_FILENO) == 1

    private static let progressLine = Mutex(0)
    private static let isSilent = Atomic(false)

    /// Prints nothing from now on but complaints: of several processes one speaks.
    static func silence() { isSilent.store(true, ordering: .relaxed) }

    /// Prints a line, at once.
    public static func say(_ line: String = "") {
        guard !isSilent.load(ordering: .relaxed) else { return }
        clearProgress()
        print(line)
        fflush(nil)
    }

    /// Prints a line to standard error.
    public static func warn(_ line: String) {
        guard !isSilent.load(ordering: .relaxed) else { return }
        complain(line)
    }

    /// Prints a line to standard error even if nothing else is to be printed.
    static func complain(_ line: String) {
        clearProgress()
        write("\(line)\n")
    }

    /// Redraws the progress line of a terminal.
    static func redraw(_ line: String) {
        guard !isSilent.load(ordering: .relaxed) else { return }
        progressLine.withLock { length in
            let padding = String(repeating: " ", count: max(0, length - line.count))
            write("\r\(line)\(padding)")
            length = line.count
        }
    }

    /// Takes the progress line away, so that an ordinary line can follow.
    static func clearProgress() {
        progressLine.withLock { length in
            guard length > 0 else { return }
            write("\r\(String(repeating: " ", count: length))\r")
            length = 0
        }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}

extension Console {
    /// Words in lines that fit a terminal of 80 columns, each after so many spaces.
    public static func wrapped(_ text: String, indentation: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 80 - indentation {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { String(repeating: " ", count: indentation) + $0 }.joined(separator: "\n")
    }
}
