@testable import Figures
import Files
import Foundation
import Pictures
import TestSupport
import Testing

extension TemporaryFolder {
    func text(_ name: String) throws -> String { String(decoding: try Files.read("\(path)/\(name)"), as: UTF8.self) }

    func picture(_ name: String) throws -> Picture { try Picture(contentsOf: "\(path)/\(name)").converted(to: .rgb) }
}

extension Picture {
    /// How many different colours it has.
    var colorCount: Int {
        var colors: Set<Int> = []
        for pixel in stride(from: 0, to: samples.count, by: 3) {
            colors.insert(Int(samples[pixel]) << 16 | Int(samples[pixel + 1]) << 8 | Int(samples[pixel + 2]))
        }
        return colors.count
    }

    func pixel(_ x: Int, _ y: Int) -> [UInt8] { (0..<3).map { self[x, y, $0] } }
}

/// Protects that every kind of drawing comes out whole, and comes out of its own script again.
@Suite struct GalleryTests {
    /// Draws a drawing of the gallery. `NURIE_GALLERY=FOLDER swift test --filter GalleryTests` keeps them to be seen.
    static func check(_ rendering: Rendering) throws {
        let temporary = try TemporaryFolder()
        let folder = ProcessInfo.processInfo.environment["NURIE_GALLERY"] ?? temporary.path
        let path = try rendering.write(to: folder, using: Gnuplot())
        let picture = try Picture(contentsOf: path).converted(to: .rgb)
        #expect(picture.width == rendering.width && picture.height == rendering.height)
        #expect(picture.colorCount > 20, "it is nearly empty")
        let drawn = try ["png", "svg"].map { try Files.read("\(folder)/\(rendering.name).\($0)") }
        #expect(String(decoding: drawn[1], as: UTF8.self).contains("</svg>"))
        #expect(drawn[1].count < 1_500_000)

        // Again, elsewhere, from what lies beside the figure.
        let again = try TemporaryFolder()
        for name in rendering.files.map(\.name) + ["\(rendering.name).dat", "\(rendering.name).gnuplot"] {
            if let bytes = try? Files.read("\(folder)/\(name)") {
                try Files.replace("\(again.path)/\(name)", with: bytes)
            }
        }
        try Gnuplot().run("\(rendering.name).gnuplot", in: again.path)
        let redrawn = try ["png", "svg"].map { try Files.read("\(again.path)/\(rendering.name).\($0)") }
        #expect(redrawn == drawn)
    }

    @Test(arguments: Gallery.figures.map(\.name)) func everyLayer(name: String) throws {
        let figure = try #require(Gallery.figures.first { $0.name == name }).figure
        try Self.check(figure.rendering(named: name))
    }

    @Test func panels() throws { try Self.check(Gallery.panels.rendering(named: "panels")) }
    @Test func diagram() throws { try Self.check(Gallery.graph.rendering(named: "graph")) }
    @Test func pictureGrid() throws { try Self.check(Gallery.grid.rendering(named: "grid")) }
    @Test func gridOfLargePictures() throws { try Self.check(Gallery.largeGrid.rendering(named: "large-grid")) }
}

/// Protects what a reader finds in the folder.
@Suite struct FilesOfAFigureTests {
    static let small = Figure("A line", x: "time (s)", y: "way (m)").curve([0, 1, 2], [0.0, 2, 4], "ball")

    @Test func scriptIsGolden() throws {
        let script = try Self.small.rendering(named: "line").script
        #expect(
            script == """
                # A line
                #
                # Draw line.png and line.svg again, in this folder:  gnuplot line.gnuplot
                # It needs line.dat.

                set encoding utf8
                set border 3 linecolor rgb '#555555' linewidth 1
                set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
                set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
                set minussign
                set style fill solid noborder
                set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
                set title 'A line' font ',13' textcolor rgb '#333333'
                set xlabel 'time (s)' textcolor rgb '#333333'
                set ylabel 'way (m)' textcolor rgb '#333333'
                set xrange [0:2]
                set yrange [-0.24:4.24]
                set xtics 0.5 format '%.1f'
                set ytics 0.5 format '%.1f'
                set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

                set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
                set output 'line.png'
                plot \\
                    'line.dat' index 0 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 \
                dashtype 1 linecolor rgb '#0072b2' title 'ball'

                set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 \
                background rgb '#ffffff'
                set output 'line.svg'
                replot
                unset output

                """)
    }

    @Test func dataHasHeaders() throws {
        let data = try Self.small.rendering(named: "line").dataText
        #expect(data == "# index 0: ball\n# x  y\n0 0\n1 2\n2 4\n")
    }

    @Test func folderIsMadeAndHoldsFourFiles() throws {
        let folder = try TemporaryFolder()
        let path = try Self.small.write(to: "\(folder.path)/new/deep", named: "line")
        #expect(path == "\(folder.path)/new/deep/line.png")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/new/deep").sorted()
        #expect(names == ["line.dat", "line.gnuplot", "line.png", "line.svg"])
    }

    @Test func twoDrawingsAreTheSameBytes() throws {
        let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
        try Gallery.curves.write(to: one.path, named: "loss")
        try Gallery.curves.write(to: two.path, named: "loss")
        #expect(one.names == two.names)
        for name in one.names {
            #expect(try Files.read("\(one.path)/\(name)") == Files.read("\(two.path)/\(name)"), "\(name)")
        }
    }
}

/// Protects the user from silent failures of gnuplot.
@Suite struct FailureTests {
    let figure = FilesOfAFigureTests.small

    @Test func missingGnuplotSaysWhatToDo() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: FigureError.self) {
            try figure.write(to: "\(folder.path)/plots", named: "line", using: Gnuplot(searchPath: folder.path))
        }
        #expect(error?.description.contains("is not installed") == true)
        #expect(error?.description.contains("./setup") == true)
        #expect(folder.names.isEmpty)
    }

    @Test func wrongExecutableSaysSo() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FigureError.self) {
            try figure.write(to: folder.path, named: "line", using: Gnuplot(executable: "\(folder.path)/gnuplot"))
        }
        // A program that is no program: the system refuses to start it.
        try Files.replace("\(folder.path)/gnuplot", with: "\u{7F}ELF")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/gnuplot")
        let error = #expect(throws: FigureError.self) {
            try figure.write(to: folder.path, named: "line", using: Gnuplot(searchPath: folder.path))
        }
        #expect(error?.problem.contains("cannot be started") == true)
    }

    @Test(arguments: ["/bin/true", "/bin/false", "/bin/cat"]) func programThatDrawsNothingIsFound(path: String) throws
    {
        let folder = try TemporaryFolder()
        #expect(throws: FigureError.self) {
            try figure.write(to: folder.path, named: "line", using: Gnuplot(executable: path))
        }
        #expect(folder.names.isEmpty)
    }

    @Test("A gnuplot that hangs is ended after the time limit, and said so")
    func hangingGnuplot() throws {
        let folder = try TemporaryFolder()
        let program = "\(folder.path)/gnuplot"
        try Files.replace(program, with: "#!/bin/sh\nexec sleep 1000\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let begin = ContinuousClock.now
        let error = #expect(throws: FigureError.self) {
            try figure.write(to: folder.path, named: "line", using: Gnuplot(executable: program, timeLimit: 0.5))
        }
        #expect(error?.problem.contains("was stopped") == true && ContinuousClock.now - begin < .seconds(60))
    }

    @Test func gnuplotsOwnWordsAreReported() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: FigureError.self) {
            try figure.command("set nonsense 3").write(to: folder.path, named: "line")
        }
        #expect(error?.problem.contains("unrecognized option") == true)
        #expect(error?.problem.contains("line.gnuplot") == true)
        #expect(folder.names.isEmpty)
    }

    @Test func failureLeavesTheOldFigure() throws {
        let folder = try TemporaryFolder()
        try figure.write(to: folder.path, named: "line")
        let old = try Files.read("\(folder.path)/line.gnuplot")
        #expect(throws: FigureError.self) {
            try figure.command("set nonsense 3").write(to: folder.path, named: "line")
        }
        #expect(try Files.read("\(folder.path)/line.gnuplot") == old)
        #expect(folder.names == ["line.dat", "line.gnuplot", "line.png", "line.svg"])
    }

    @Test(arguments: ["", ".", "..", "../up", "a/b", "|touch x", "<touch x", "a'b", "-x", "a\nb", "a b", "x`id`"])
    func namesThatAreNoNamesAreRefused(name: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: FigureError.self) { try figure.write(to: folder.path, named: name) }
        #expect(folder.names.isEmpty)
    }

    @Test func emptyFiguresAreErrors() throws {
        let folder = try TemporaryFolder()
        let none: [Double] = []
        let empty = [
            Figure("nothing"), Figure("no points").curve(none, none),
            Figure("NaN").curve([1.0, 2], [Double.nan, .infinity]),
            Figure("negative").curve([1, 2], [-1.0, 0]).logarithmicY(), Figure("no values").histogram(none),
            Figure("no bars").bars([], none), Figure("only a line").verticalLine(at: 3),
        ]
        for figure in empty {
            #expect(throws: FigureError.self, "\(figure.title)") { try figure.write(to: folder.path, named: "empty") }
        }
        #expect(throws: FigureError.self) { try Panels("", []).write(to: folder.path, named: "empty") }
        #expect(throws: FigureError.self) { try Panels("", [Figure("x")]).write(to: folder.path, named: "empty") }
        #expect(throws: FigureError.self) { try PictureGrid("", rows: [[]]).write(to: folder.path, named: "empty") }
        #expect(throws: FigureError.self) { try Diagram().write(to: folder.path, named: "empty") }
    }

    @Test func folderThatIsAFileIsAnError() throws {
        let folder = try TemporaryFolder()
        try Files.replace("\(folder.path)/file", with: "mine")
        #expect(throws: FileError.self) { try figure.write(to: "\(folder.path)/file", named: "line") }
        #expect(try folder.text("file") == "mine")
    }
}
