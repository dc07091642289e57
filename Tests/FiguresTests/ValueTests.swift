import Files
import Foundation
import Pictures
import TestSupport
import Testing

@testable import Figures

/// Protects figures of unusual values.
@Suite struct ValueTests {
    func draw(_ figure: Figure) throws -> Picture {
        let folder = try TemporaryFolder()
        try figure.write(to: folder.path, named: "figure")
        return try folder.picture("figure.png")
    }

    @Test func valuesThatAreNotFiniteAreCountedUnderTheAxes() throws {
        let figure = Figure("gaps").curve([1, 2, 3, 4, 5], [1, .nan, 2, .infinity, 3], "loss")
        let rendering = try figure.rendering(named: "gaps")
        #expect(rendering.script.contains("loss: 2 of 5 values not drawn (not finite)"))
        #expect(rendering.dataText.contains("\nNaN NaN\n"))
        _ = try draw(figure)
        let logarithmic = Figure("log").curve([1, 2, 3], [1, 0.0, 4], "loss").logarithmicY()
        #expect(
            try logarithmic.rendering(named: "log").script.contains("1 of 3 values not drawn (not finite or not pos"))
    }

    @Test func notANumberInEveryLayer() throws {
        let bad: [Double] = [1, .nan, 3, -.infinity]
        let figure = Figure("bad").points(bad, bad).region([1, 2, 3, 4], from: bad, to: [5, 5, 5, 5.0])
            .vectors(bad, bad, [1, 1, 1, 1.0], bad).verticalLine(at: .nan, "a line")
        let script = try figure.rendering(named: "bad").script
        #expect(script.contains("2 of 4 values not drawn"))
        #expect(script.contains("a line at nan is not drawn"))
        _ = try draw(figure)
        _ = try draw(Figure("bars").bars(["a", "b"], [.nan, 2.0], errors: [1, .nan]))
        _ = try draw(Figure("histogram").histogram(bad))
        _ = try draw(Figure("map").heatMap(bad, columns: 2).contours(bad, columns: 2, x: 0...1, y: 0...1))
    }

    @Test func onePointIsDrawn() throws {
        #expect(try draw(Figure("one").curve([3], [4.0])).colorCount > 20)
        #expect(try draw(Figure("one").points([3], [4.0])).colorCount > 20)
        #expect(try draw(Figure("one").histogram([4.0])).colorCount > 5)
        #expect(try draw(Figure("one").heatMap([4.0], columns: 1)).colorCount > 20)
    }

    @Test func constantsAreDrawn() throws {
        _ = try draw(Figure("constant").curve([1, 2, 3], [0, 0, 0.0]))
        _ = try draw(Figure("constant").curve([1, 2, 3], [7, 7, 7.0]).logarithmicY())
        _ = try draw(Figure("constant").heatMap([1, 1, 1, 1], columns: 2))
        _ = try draw(Figure("constant").contours(x: 0...1, y: 0...1) { _, _ in 1 }.curve([0, 1], [0, 1.0]))
        _ = try draw(Figure("constant").bars(["a"], [0.0]))
    }

    @Test func hugeCurvesAreThinnedAndKeepTheirPeaks() throws {
        let count = 100_000
        var values = Gallery.noise(count)
        values[54_321] = 9
        values[99_999] = -5
        let rendering = try Figure("huge").curve(Array(0..<count), values, "noise", smoothing: 0.99)
            .rendering(named: "huge")
        let lines = rendering.dataText.split(separator: "\n")
        #expect(lines.count < 5000)
        #expect(lines.contains("54321 9") && lines.contains("99999 -5"))
        let folder = try TemporaryFolder()
        _ = try rendering.write(to: folder.path, using: Gnuplot())
        #expect(try Files.read("\(folder.path)/huge.svg").count < 150_000)
    }

    @Test("On a logarithmic axis the first steps of a long training stay, one by one")
    func thinningOnALogarithmicAxis() {
        let points = (1...20_000).map { Point(x: Double($0), y: Double($0 % 7)) }
        let thinned = points.thinned(to: 1600, onLogarithmicX: true)
        #expect(thinned.prefix(30).map(\.x) == (1...30).map(Double.init))
        #expect(thinned.count <= 1800 && thinned.last?.x == 20_000)
        #expect(points.thinned(to: 1600).prefix(30).map(\.x) != (1...30).map(Double.init))
        let gap = points.map { $0.x == 15_000 ? .nowhere : $0 }.thinned(to: 1600, onLogarithmicX: true)
        #expect(gap.contains { !$0.y.isFinite })
    }

    @Test func hugeCloudsAreThinnedAndSaySo() throws {
        let (x, y) = (Gallery.normals(100_000), Gallery.normals(100_000, seed: 4))
        let rendering = try Figure("cloud").points(x, y).rendering(named: "cloud")
        #expect(rendering.script.contains("one point in 20 drawn, of 100000"))
        #expect((4500...5500).contains(rendering.dataText.split(separator: "\n").count))
    }

    @Test("Of many points in classes the same share of each is drawn, and one line says so")
    func hugeClassesAreThinnedAlike() throws {
        let (x, y) = (Gallery.normals(12_000), Gallery.normals(12_000, seed: 4))
        // The last has two points, fewer than the share would leave.
        let classes = x.indices.map { $0 < 2 ? 2 : $0 % 4 == 0 ? 1 : 0 }
        let rendering = try Figure("classes").points(x, y, classes: classes).rendering(named: "classes")
        #expect(rendering.script.components(separatedBy: "one point in 2.4 drawn, of 12000").count == 2)
        let counts = rendering.dataText.components(separatedBy: "\n\n")
            .map { $0.split(separator: "\n").count { !$0.hasPrefix("#") } }.filter { $0 > 0 }
        #expect(counts.count == 3)
        #expect((4500...5500).contains(counts.reduce(0, +)), "\(counts)")
        #expect((2.7...3.3).contains(Double(counts[0]) / Double(counts[1])), "\(counts)")
        #expect((1...2).contains(counts[2]), "\(counts)")
    }

    @Test func smoothingIsCorrectedAtItsStart() {
        let points = [4.0, 4, .nan, 4].enumerated().map { Point(x: Double($0), y: $1) }
        let smooth = points.smoothed(by: 0.9)
        #expect(smooth.count == 4 && smooth[2].y.isNaN)
        for index in [0, 1, 3] { #expect(abs(smooth[index].y - 4) < 1e-12) }
    }

    @Test func histogramsCountEveryValueOnce() throws {
        let values = [0, 0.1, 0.5, 0.999, 1.0, 7, .nan]
        let rendering = try Figure("h").histogram(values, "v", bins: 2, range: 0...1).rendering(named: "h")
        #expect(rendering.dataText.contains("0.25 2\n0.75 3\n"))
        #expect(rendering.script.contains("v: 2 of 7 values outside the bins or not finite"))
    }

    @Test func legendsKeepAwayFromData() throws {
        let rising = Figure("rising").curve([0, 1], [0, 1.0], "a")
        #expect(try rising.rendering(named: "f").script.contains("set key inside top left"))
        let falling = Figure("falling").curve([0, 1], [1, 0.0], "a")
        #expect(try falling.rendering(named: "f").script.contains("set key inside top right"))
        let (x, y) = (Gallery.noise(3000), Gallery.noise(3000, seed: 8))
        let full = Figure("full").points(x, y, "a")
        #expect(try full.rendering(named: "f").script.contains("set key bmargin"))
    }

    @Test func firstRowOfAHeatMapIsWhereItShouldBe() throws {
        let upwards = try Figure("m").heatMap([0, 0, 9, 9], columns: 2, colors: .grey).rendering(named: "m")
        #expect(upwards.dataText.contains("\n1 0 0\n2 9 9\n"))
        let downwards = try Figure("m").heatMap([0, 0, 9, 9], columns: 2, colors: .grey, rowsFromTop: true)
            .rendering(named: "m")
        #expect(downwards.dataText.contains("\n1 9 9\n2 0 0\n"))
    }
}

/// Protects the pixels of pictures in figures.
@Suite struct PictureTests {
    @Test func gridShowsEveryPixelUpright() throws {
        let folder = try TemporaryFolder()
        let pictures = (0..<3).map { Gallery.picture(20, seed: UInt64($0)) }
        let grid = PictureGrid(
            "title", rows: [[pictures[0], pictures[1]], [pictures[2]]], columnTitles: ["a", "b"])
        try grid.write(to: folder.path, named: "grid")
        let drawn = try folder.picture("grid.png")
        let layout = GridLayout(of: grid)
        let factor = layout.cellWidth / 20
        #expect(factor > 1 && layout.cellWidth.isMultiple(of: 20))
        for (index, picture) in pictures.enumerated() {
            let left = layout.left + layout.x(ofColumn: index % 2)
            let top = layout.top + layout.y(ofRow: index / 2)
            var wrong = 0
            for y in 0..<layout.cellHeight {
                for x in 0..<layout.cellWidth
                where drawn.pixel(left + x, top + y) != picture.pixel(x / factor, y / factor) { wrong += 1 }
            }
            #expect(wrong == 0, "picture \(index)")
        }
    }

    @Test func gridTakesAllFormatsAndSizes() throws {
        let grey = Picture(width: 5, height: 9, format: .grey, filledWith: [40])
        let clear = Picture(width: 64, height: 20, format: .rgba, filledWith: [0, 0, 0, 0])
        let large = Picture(width: 900, height: 700, format: .rgb, filledWith: [200, 30, 30])
        let folder = try TemporaryFolder()
        try PictureGrid("all", rows: [[grey, clear], [large]]).write(to: folder.path, named: "all")
        #expect(try folder.picture("all.png").width <= 800)
        try PictureGrid("", rows: [[Picture(width: 1, height: 1, format: .grey, filledWith: [0])]])
            .write(to: folder.path, named: "dot")
    }

    @Test func gridTitlesAreInside() throws {
        let grid = Gallery.grid
        let layout = GridLayout(of: grid)
        for title in layout.columnTitles {
            #expect(TextMeasure.widthOfLines(title, size: Style.fontSize) <= Double(layout.cellWidth + 8))
        }
        for title in layout.rowTitles {
            #expect(TextMeasure.widthOfLines(title, size: Style.fontSize) + 10 <= Double(layout.left))
        }
        // Nothing touches the edge of the canvas.
        let folder = try TemporaryFolder()
        try grid.write(to: folder.path, named: "grid")
        let drawn = try folder.picture("grid.png")
        for x in 0..<drawn.width { #expect(drawn.pixel(x, 2) == [255, 255, 255]) }
        for y in 0..<drawn.height { #expect(drawn.pixel(2, y) == [255, 255, 255]) }
    }

    @Test func pictureOnAxesIsUpright() throws {
        var picture = Picture(width: 2, height: 2, format: .rgb, filledWith: [0, 0, 255])
        for channel in 0..<3 { picture[0, 0, channel] = channel == 0 ? 255 : 0 }
        let folder = try TemporaryFolder()
        try Figure("upright").picture(picture, x: 0...1, y: 0...1).write(to: folder.path, named: "picture")
        let drawn = try folder.picture("picture.png")
        #expect(drawn.pixel(250, 150) == [255, 0, 0])
        #expect(drawn.pixel(250, 350) == [0, 0, 255])
        #expect(drawn.pixel(600, 150) == [0, 0, 255])
    }
}
