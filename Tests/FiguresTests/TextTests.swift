@testable import Figures
import Files
import Foundation
import Pictures
import TestSupport
import Testing

/// Protects readers' machines from what stands in titles, and the titles from gnuplot.
@Suite struct TextTests {
    static let hostile = [
        "\"; system(\"touch x\")", "'; system('touch x'); '", "`touch x`", "$(touch x)", "a\\", "a\\\\'",
        "@x", "a_b^c {d} & ~e", "%d %s 100% %", "line\nbreak'\n!touch x", "\u{0}\u{1}\u{7}\r", "# no comment",
        "σ ‖x‖ 塗り絵 🎨 é", "'", "''", "a''; system(''touch x'')", "\n", "] } ) ; \\\n exit",
    ]

    @Test func hostileTextIsOnlyText() throws {
        let folder = try TemporaryFolder()
        var figure = Figure("all")
        var diagram = Diagram()
        var pictures = [Picture]()
        for (index, text) in Self.hostile.enumerated() {
            let place = Double(index)
            figure = Figure(text, x: text, y: text).with { $0.layers = figure.layers }
                .curve([place, place + 1], [1, 2.0], text)
                .annotation(text, at: (place, 1), pointingTo: (2, 1))
                .verticalLine(at: place, text).horizontalLine(at: place, text)
            diagram = diagram.node(text, column: place, row: 0)
                .cells("cells \(index)", text, [[text, text]], column: place, row: 1)
            if index > 0 { diagram = diagram.edge(Self.hostile[index - 1], text, text) }
            pictures.append(Gallery.picture(8, seed: 1))
        }
        try figure.xNames(Self.hostile.enumerated().map { ($1, Double($0)) }).write(to: folder.path, named: "figure")
        let titled = Self.hostile.map { Figure($0, x: $0, y: $0).curve([0, 1], [0, 1.0], $0) }
        try Panels(Self.hostile.joined(), titled, columns: 6).write(to: folder.path, named: "panels")
        try diagram.write(to: folder.path, named: "diagram")
        try PictureGrid(
            Self.hostile.joined(), rows: [pictures], columnTitles: Self.hostile, rowTitles: [Self.hostile.joined()]
        ).write(to: folder.path, named: "grid")
        #expect(folder.names.count == 4 + 4 + 3 + 4)
        #expect(!FileManager.default.fileExists(atPath: "x"))
    }

    @Test func quotesAndLinesAreJoined() {
        #expect(Script.quoted("it's\n`x`") == #"'it'."'".'s'."\n".'`x`'"#)
        #expect(Script.quoted("a\tb") == "'a b'")
        #expect(Script.quotedTick("50%") == "'50%%'")
        #expect(Script.comment("a\nb `c` @d \\") == "# a b c d ")
    }

    @Test func charactersThatNoFontHasBecomeBoxes() {
        // A private-use character of the last plane: cairo would draw its number as large as the figure.
        #expect(Script.quoted("a\u{10ABCD}b") == "'a□b'")
        #expect(Script.quoted("σ‖₀") == "'σ‖₀'")
    }

    @Test func numbersAreTheSameEverywhere() {
        #expect(Script.number(0.1) == "0.1")
        #expect(Script.number(Double(Float(0.1))) == "0.100000001")
        #expect(Script.number(-3) == "-3")
        #expect(Script.number(.nan) == "NaN")
        #expect(Script.number(-.infinity) == "NaN")
    }

    @Test func longTextIsWrapped() {
        let text = "a title that is much too long for the place that it has"
        let lines = TextMeasure.wrapped(text, to: 120, size: 11).split(separator: "\n")
        #expect(lines.count > 2)
        for line in lines { #expect(TextMeasure.width(line, size: 11) <= 120) }
        #expect(lines.joined(separator: " ") == text)
        let word = TextMeasure.wrapped("Donaudampfschifffahrtsgesellschaft", to: 100, size: 11).split(separator: "\n")
        #expect(word.joined() == "Donaudampfschifffahrtsgesellschaft")
        #expect(word.allSatisfy { TextMeasure.width($0, size: 11) <= 100 })
    }
}

/// Protects axes from clutter.
@Suite struct ScaleTests {
    func scale(_ values: [Double], logarithmic: Bool = false) throws -> AxisScale {
        try #require(AxisScale(showing: values, on: Axis(isLogarithmic: logarithmic), padding: 0))
    }

    @Test func linearTicksAreRound() throws {
        #expect(try scale([0, 10]).ticks(atMost: 6) == .every(2, format: "%.0f"))
        #expect(try scale([0, 0.3]).ticks(atMost: 6) == .every(0.05, format: "%.2f"))
        #expect(try scale([-20_000, 40_000]).ticks(atMost: 6) == .every(10_000, format: "%.0f"))
    }

    @Test func largeAndSmallNumbersAreShort() throws {
        func names(_ values: [Double], logarithmic: Bool = false) throws -> [String] {
            guard case .at(let ticks) = try scale(values, logarithmic: logarithmic).ticks(atMost: 5) else {
                return []
            }
            return ticks.compactMap(\.name)
        }
        #expect(try names([0, 400_000]) == ["0", "100k", "200k", "300k", "400k"])
        #expect(try names([-1.5e6, 0]) == ["−1.5M", "−1M", "−500k", "0"])
        #expect(try names([0, 4e-5]) == ["0", "10⁻⁵", "2×10⁻⁵", "3×10⁻⁵", "4×10⁻⁵"])
        #expect(try names([1e-5, 1], logarithmic: true) == ["10⁻⁵", "10⁻³", "10⁻¹"])
        #expect(try names([0.01, 100], logarithmic: true) == ["0.01", "0.1", "1", "10", "100"])
        #expect(try names([0.1, 1], logarithmic: true).count > 4)
        #expect(try names([2, 3], logarithmic: true) == ["2", "2.2", "2.4", "2.6", "2.8", "3"])
    }

    @Test(arguments: [[0.0], [5], [-3, -3], [1e-20], [1e300], [7, 7.000_000_000_000_1]])
    func constantsHaveARange(values: [Double]) throws {
        let scale = try scale(values)
        #expect(scale.lower < values[0] && values[0] < scale.upper)
    }

    @Test func spaceDoesNotReachBelowZero() throws {
        let scale = try #require(AxisScale(showing: [0.01, 10], on: Axis(), padding: 0.1))
        #expect(scale.lower == 0)
    }
}
