import Basics

/// How the areas of a picture are coloured: from which palette, under which light, in how many tones.
struct PaintStyle: Sendable {
    enum Shading: CaseIterable, Sendable {
        /// One colour an area.
        case flat
        /// A second, darker tone with a sharp edge on the side that is turned from the light.
        case cel
        /// From light to dark without a step.
        case soft
    }

    var palette: Palette
    var shading: Shading
    /// Where the light comes from: a unit vector that points to it.
    var light: Point
    /// Whether skin, hair and things have the colours that they have in most drawings. Clothes have none that is usual.
    let isUsual: Bool

    init(inUsualColors isUsual: Bool = false, using generator: inout SeededGenerator) {
        self.isUsual = isUsual
        palette = Palette(hasUsualSkin: isUsual, using: &generator)
        shading = generator.element(of: Shading.allCases)
        light = Point(angle: -.pi / 2 + generator.jitter(1))
    }
}

extension Drawing {
    /// An area with its outline, coloured and shaded in the picture's style. `depth` says how much of it lies in shadow, in parts
    /// of its smaller side; 0 is as flat as a sheet of paper.
    mutating func area(
        _ path: Path, _ region: Region, _ color: Color, _ style: PaintStyle, depth: Double = 0.14, pen: Pen? = .even
    ) {
        let box = path.bounds
        let reach = depth * min(box.size.x, box.size.y)
        guard reach > 0, style.shading != .flat else { return area(path, region, color, pen: pen) }
        if style.shading == .soft {
            let centre = box.corner + box.size / 2
            let half = style.light * (max(box.size.x, box.size.y) / 2)
            let paint = Paint.linear(
                from: centre + half, to: centre - half,
                [(at: 0, color: color.lit(0.7)), (at: 0.45, color: color), (at: 1, color: color.shaded(1.2))])
            return area(path, region, paint, ink: color.ink, pen: pen)
        }
        // The outline comes last, over the shadow.
        area(path, region, color, pen: nil)
        rimShadow(of: path, color.shaded(1.1), offset: style.light * reach)
        if let pen { line(path, color.ink, pen) }
    }
}
