import CGnuplot
import Glibc

/// The gnuplot program that draws the figures.
public struct Gnuplot: Sendable {
    private let executable: String?
    private let searchPath: String
    /// Seconds after which a gnuplot that has not ended is ended: a figure takes a second or two.
    private let timeLimit: Double

    /// The first `gnuplot` in the folders of `searchPath`, which is `PATH` by default.
    public init(searchPath: String? = nil, timeLimit: Double = 120) {
        self.timeLimit = timeLimit
        executable = nil
        self.searchPath = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    }

    /// The program with this path.
    public init(executable: String, timeLimit: Double = 120) {
        self.timeLimit = timeLimit
        self.executable = executable
        searchPath = ""
    }

    /// Runs a script that lies in `folder`; the script's own file names are relative to it.
    ///
    /// The user's gnuplot settings are not read. Throws a ``FigureError`` when there is no gnuplot, when it cannot be
    /// started, and with gnuplot's own words when it stops at an error.
    func run(_ script: String, in folder: String) throws(FigureError) {
        let program = try located()
        var message = [CChar](repeating: 0, count: 4096)
        let status = gnuplot_run(
            program, folder, "load \(Script.quoted(script))\n", timeLimit, &message, message.count)
        if status == 0 { return }
        let words = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split(separator: "\n").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
            .joined(separator: "; ")
        if status == GNUPLOT_TIMED_OUT {
            throw FigureError(
                script, problem: "gnuplot had not ended after \(Int(timeLimit)) s and was stopped",
                remedy: "Run \(program) on the script to see what it waits for")
        }
        if status < 0 {
            throw FigureError(program, problem: "cannot be started: \(words)", remedy: Self.installation)
        }
        throw FigureError(
            script, problem: "gnuplot stopped with status \(status): \(words.isEmpty ? "no message" : words)",
            remedy: "Correct the command that it names")
    }

    /// Throws a ``FigureError`` when there is no gnuplot: before a long run, whose figures it is to draw.
    public func check() throws { _ = try located() }

    private func located() throws(FigureError) -> String {
        if let executable {
            if Self.isProgram(executable) { return executable }
            throw FigureError(executable, problem: "there is no such program", remedy: Self.installation)
        }
        for folder in searchPath.split(separator: ":") {
            let candidate = "\(folder)/gnuplot"
            if Self.isProgram(candidate) { return candidate }
        }
        throw FigureError(
            "gnuplot", problem: "is not installed: it is in none of the folders of PATH (\(searchPath))",
            remedy: Self.installation)
    }

    private static let installation = "Run ./setup, or `apt install gnuplot-nox`, and try again"

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
