import Colorization
import Drawings
import Figures
import LessonKit
import Pictures

/// A drawing with a dab of its own colour in the middle of each of its larger areas, as a user would set them.
struct DabbedDrawing {
    let lines: Picture
    /// Opaque where a dab lies.
    let dabs: Picture

    /// Which share of the sheet an area must cover to get a dab.
    private static let leastShare = 0.004
    /// From a dab's middle to its edge, in parts of a side.
    private static let reach = 1 / 80.0

    init(_ drawn: DrawnPicture) {
        let (width, height) = (drawn.lines.width, drawn.lines.height)
        lines = drawn.lines
        let areas = RegionMap(
            labels: drawn.map.samples.map(Int32.init), count: drawn.areas.count + 1, width: width, height: height)
        let (sizes, reach) = (areas.areas, max(1, Int(Self.reach * Double(width))))
        var dabs = Picture.transparent(width: width, height: height)
        for (middle, size) in zip(areas.middles, sizes)
        where middle >= 0 && Double(size) >= Self.leastShare * Double(width * height) {
            let (x, y) = (middle % width, middle / width)
            dabs.setDab((0..<3).map { drawn.color[x, y, $0] }, x: x, y: y, reach: reach)
        }
        self.dabs = dabs
    }
}

// Their section of the page.

extension PipelineWorkflow {
    /// The numbers of the drawings that are shown, which no training met: its seeds are others.
    private static let shown = (seed: UInt64(7), numbers: [13, 7, 64])

    /// Shows what the weights that come with Nurie make of line art with dabs.
    func showLineArt(_ colorizer: Colorizer, on page: inout Page) throws {
        page.heading("Colouring a drawing")
        let world = DrawnWorld(seed: Self.shown.seed, size: 512)
        let rows = Self.shown.numbers.map { number in
            let drawing = DabbedDrawing(world[number])
            let colored = colorizer.layers(of: drawing.lines, hints: drawing.dabs)
            return [
                drawing.lines.showing(dabs: drawing.dabs), colored.picture(.flat), colored.picture(.shaded),
                colorizer.color(drawing.lines),
            ]
        }
        try PictureGrid(
            "", rows: rows, columnTitles: ["lines and dabs", "flat", "shaded", "without a dab"], cellWidth: 280
        ).write(to: folder, named: "colouring")
        page.picture(
            "colouring.png",
            """
            Drawings of 512×512 pixels, coloured by the weights that come with Nurie, which learnt for hours, not minutes. \
            Lines divide them into regions, dabs own theirs, and the network is asked for the rest.
            """)
    }
}
