import Files
import Glibc

/// A figure as files: its script, its numbers, and what gnuplot makes of them.
struct Rendering {
    let name: String
    let title: String
    let width: Int
    let height: Int
    /// The numbers, `NAME.dat`; none if empty.
    var dataText = ""
    /// Further files that the script reads.
    var files: [(name: String, bytes: [UInt8])] = []
    /// The commands before the plot.
    var settings: [String] = []
    /// The commands that draw.
    var plot = ""
    /// Whether gnuplot cannot repeat the plot by `replot`, as with several plots on a page.
    var isPage = false

    /// Takes over what lies beside the script.
    mutating func add(_ data: FigureData) throws {
        dataText = data.text
        files += try data.pictures.map { (name: $0.name, bytes: try $0.picture.encodedAsPNG()) }
    }

    private var outputs: [String] { ["\(name).png", "\(name).svg"] }

    /// The script, which finds its data in its own folder and needs nothing else.
    var script: String {
        let dataNames = (dataText.isEmpty ? [] : ["\(name).dat"]) + files.map(\.name)
        let header = [
            Script.comment(title), "#",
            Script.comment(
                "Draw \(outputs.joined(separator: " and ")) again, in this folder:  gnuplot \(name).gnuplot"),
            Script.comment(
                dataNames.isEmpty ? "It needs nothing else." : "It needs \(dataNames.joined(separator: ", "))."),
            "", "set encoding utf8",
        ]
        let png = [Style.terminalPNG(width: width, height: height), "set output '\(outputs[0])'"]
        let svg = [Style.terminalSVG(width: width, height: height), "set output '\(outputs[1])'"]
        if isPage {
            let page = [
                "", "# The page is drawn twice: the script calls itself for each kind of file.", "if (ARGC == 0) {",
            ]
            let calls = [png, svg].flatMap { $0 + ["call '\(name).gnuplot' 'page'"] }.map { "    \($0)" }
            return lines(header + page + calls + ["    unset output", "    exit", "}", ""] + settings + [plot])
        }
        return lines(header + settings + [""] + png + [plot, ""] + svg + ["replot", "unset output"])
    }

    private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

    /// Draws in a folder of its own, then puts all files where they belong; gives the PNG's path.
    func write(to folder: String, using gnuplot: Gnuplot) throws -> String {
        try checkName()
        let workshop = try Workshop()
        var sources = files
        if !dataText.isEmpty { sources.append((name: "\(name).dat", bytes: Array(dataText.utf8))) }
        sources.append((name: "\(name).gnuplot", bytes: Array(script.utf8)))
        for source in sources { try Files.replace(workshop.path(of: source.name), with: source.bytes) }
        try gnuplot.run("\(name).gnuplot", in: workshop.path)
        var results: [(name: String, bytes: [UInt8])] = []
        for output in outputs {
            let bytes = (try? Files.read(workshop.path(of: output))) ?? []
            if bytes.isEmpty {
                throw FigureError(
                    output, problem: "gnuplot ended well but did not draw it",
                    remedy: "Check that gnuplot has the pngcairo terminal: apt install gnuplot-nox")
            }
            results.append((name: output, bytes: bytes))
        }
        try Files.makeFolder(folder)
        for file in sources + results { try Files.replace("\(folder)/\(file.name)", with: file.bytes) }
        return "\(folder)/\(outputs[0])"
    }

    /// The name goes into the script and into file names: gnuplot runs a name that begins with `|` or `<`.
    private func checkName() throws(FigureError) {
        let isFit = name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        if !isFit || name.isEmpty || name.hasPrefix(".") || name.hasPrefix("-") || name.utf8.count > 200 {
            throw FigureError(
                "figure \(name.debugDescription)", problem: "cannot be a file's name",
                remedy: "Use letters, digits, `-`, `_` and `.`, beginning with a letter or a digit")
        }
    }
}

/// A folder for the time of the drawing.
private final class Workshop {
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/nurie-figure-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FileError(
                path: parent,
                problem: "no folder can be made in it: \(String(cString: strerror(errno)).lowercased())",
                remedy: "Free some space, or set TMPDIR to another folder")
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    func path(of name: String) -> String { "\(path)/\(name)" }

    deinit {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { unlink("\(path)/\(name)") }
        }
        closedir(folder)
        rmdir(path)
    }
}
