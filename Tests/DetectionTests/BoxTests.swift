import Pictures
import Testing

@Suite("Boxes")
struct BoxTests {
    private func box(_ x: Int, _ y: Int, _ side: Int) -> Picture.Box {
        Picture.Box(x: x, y: y, width: side, height: side)
    }

    @Test("Windows around one face become one box, lonely ones go")
    func grouping() {
        let windows = [box(10, 10, 40), box(200, 10, 40), box(12, 11, 40), box(11, 12, 43), box(13, 9, 41)]
        #expect(Picture.Box.grouped(windows, minimumNeighbours: 3) == [box(12, 10, 41)])
        #expect(Picture.Box.grouped(windows, minimumNeighbours: 4).isEmpty)
        #expect(Picture.Box.grouped(windows, minimumNeighbours: 0) == windows)
        #expect(Picture.Box.grouped([], minimumNeighbours: 3).isEmpty)
    }

    @Test("A weak group inside a strong one is not a second face")
    func nesting() {
        let strong = (0..<8).map { box(100 + $0 % 2, 100, 90) }
        let weak = [box(120, 120, 30), box(121, 120, 30), box(120, 121, 30)]
        #expect(Picture.Box.grouped(strong + weak, minimumNeighbours: 2) == [box(100, 100, 90)])
        #expect(Picture.Box.grouped(weak, minimumNeighbours: 2).count == 1)
    }

    @Test("The square around a face stays within the picture")
    func squares() {
        let size = Picture.Size(width: 100, height: 80)
        #expect(box(40, 30, 20).square(margin: 0.1, within: size) == box(38, 28, 24))
        #expect(box(-3, 70, 20).square(margin: 0.1, within: size) == box(0, 56, 24))
        #expect(box(10, 10, 70).square(margin: 1, within: size) == box(5, 0, 80))
    }

    @Test("Overlap is the shared area over the area of both")
    func overlap() {
        #expect(box(0, 0, 10).overlap(with: box(0, 0, 10)) == 1)
        #expect(box(0, 0, 10).overlap(with: box(10, 0, 10)) == 0)
        #expect(abs(box(0, 0, 10).overlap(with: box(5, 0, 10)) - 1 / 3) < 1e-12)
    }
}
