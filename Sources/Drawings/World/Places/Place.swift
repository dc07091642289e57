import Basics

/// What is behind: a landscape, a street or a room of the drawn scenes, with outlines, each of its shapes an area of its own.
enum Place {
    /// Draws over the whole sheet, from 0 to 100.
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        let scene = Scene(using: &generator)
        let isUsual = generator.chance(0.5)
        // A stranger's light: all hues turned by one angle, so that the colours still go together.
        let turn = generator.number(in: 0...360)
        for shape in SceneLayout(scene).shapes {
            var color = shape.color
            if !isUsual { color.hue += turn }
            if shape.shade > 0.3 { color = color.shaded() }
            color = color.mixed(Color(0.9, 0.03, 235), 0.5 * shape.distance)
            let depth = style.shading == .flat || shape.material == .sky ? 0 : 0.1
            let pen = shape.isOutlined ? Pen(width: 1 - 0.6 * shape.distance) : nil
            sheet.area(shape.path, .background, color, style, depth: depth, pen: pen ?? .fine)
        }
    }
}
