import Basics

/// What is behind: a background over the whole sheet, from 0 to 100 both ways and a little beyond.
enum Place {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        if generator.chance(0.5) { return drawScene(in: &sheet, style, using: &generator) }
        let backdrops: [((inout ThingSketch) -> Void, Float)] = [
            (Backdrops.hills, 3), (Backdrops.sunburst, 1), (Backdrops.tiles, 1), (Backdrops.sea, 2),
            (Backdrops.night, 2),
            (Backdrops.window, 2), (Backdrops.stage, 1), (Backdrops.floor, 2),
        ]
        let backdrop = generator.weighted(backdrops)
        var sketch = ThingSketch(style, using: &generator)
        backdrop(&sketch)
        generator = sketch.generator
        sheet.group { $0 = sketch.sheet }
    }

    /// A landscape, a street or a room, its colours as they are or turned into others.
    private static func drawScene(
        in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator
    ) {
        var scene = Scene(using: &generator)
        scene.figure = nil
        let shapes = SceneLayout(scene).shapes
        let isTurned = generator.chance(0.5)
        // What is made of the same stuff keeps its family of colours when they are turned.
        let colors = Material.allCases.map { _ in style.palette.color(using: &generator) }
        for shape in shapes {
            var color = shape.color
            if isTurned {
                let base = colors[Int(shape.material.rawValue)]
                let light = base.lightness + 0.4 * (color.lightness - 0.7)
                color = Color(min(0.97, max(0.2, light)), base.chroma, base.hue + 0.15 * (color.hue - 180))
            }
            color = color.mixed(Color(0.92, 0.03, 230), shape.distance * 0.4)
            if shape.shade > 0.3 { color = color.shaded(0.7) }
            let isFar = shape.distance > 0.5
            // Clouds and the sky have no outline in a film; on a page to colour they have.
            let pen: Pen? = shape.material == .sky && !shape.isOutlined ? nil : isFar ? .fine : .even
            let depth = [.foliage, .cloud, .rock].contains(shape.material) ? 0.12 : 0
            sheet.area(shape.path, .background, color, style, depth: depth, pen: pen)
        }
    }
}
