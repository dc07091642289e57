import Basics

/// A subject that is put together on a sketch, which knows the style and has the random numbers.
protocol Thing: Subject {
    static func draw(on sketch: inout ThingSketch)
}

extension Thing {
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator) {
        var sketch = ThingSketch(style, using: &generator)
        draw(on: &sketch)
        generator = sketch.generator
        let map: Affine = sketch.chance(0.5) ? .scaling(-1, 1) : .identity
        sheet.group(map) { $0 = sketch.sheet }
    }
}

/// The drawing of one thing while it is made.
struct ThingSketch {
    private(set) var sheet = Drawing()
    let style: PaintStyle
    var generator: SeededGenerator
    /// Whether the thing has the colours that it has in life, or any of the palette.
    let isUsual: Bool

    init(_ style: PaintStyle, using generator: inout SeededGenerator) {
        self.style = style
        isUsual = style.isUsual || generator.chance(0.5)
        self.generator = generator
    }

    // MARK: Random numbers

    mutating func number(_ low: Double, _ high: Double) -> Double { generator.number(in: low...high) }
    mutating func integer(in range: Range<Int>) -> Int { generator.integer(in: range) }
    mutating func chance(_ probability: Float) -> Bool { generator.chance(probability) }
    mutating func element<Value>(of values: [Value]) -> Value { generator.element(of: values) }
    mutating func jitter(_ reach: Double) -> Double { generator.jitter(reach) }

    // MARK: Colours

    mutating func color() -> Color { style.palette.color(using: &generator) }

    /// One of the colours that such a thing has in life, or any of the palette.
    mutating func usual(_ colors: Color...) -> Color {
        isUsual ? generator.element(of: colors).varied(using: &generator) : color()
    }

    // MARK: Marks

    mutating func area(
        _ path: Path, _ color: Color, depth: Double = 0.14, _ region: Region = .accessory, pen: Pen? = .even
    ) {
        sheet.area(path, region, color, style, depth: depth, pen: pen)
    }

    mutating func fur(_ path: Path, _ color: Color, depth: Double = 0.14, pen: Pen? = .even) {
        area(path, color, depth: depth, .hair, pen: pen)
    }

    mutating func line(_ path: Path, _ color: Color, _ pen: Pen = .tapered) { sheet.line(path, color.ink, pen) }

    mutating func line(from start: Point, to end: Point, _ color: Color, _ pen: Pen = .tapered) {
        line(Path(from: start, to: end), color, pen)
    }

    /// A shape that is ink through and through: a pupil, a nose.
    mutating func ink(_ path: Path, _ color: Color = Color(0.3, 0.03, 40)) { sheet.solid(path, nil, color.ink) }

    /// A light on a shiny thing, which is a hole in the ink.
    mutating func glint(_ path: Path) { sheet.area(path, .accessory, .white, pen: nil) }

    /// Colour without a line.
    mutating func tint(_ path: Path, _ color: Color) { sheet.tint(path, color) }

    /// Shadow on whatever is below, by the even-odd rule.
    mutating func shade(_ path: Path, _ color: Color) { sheet.tint(path, color, isEvenOdd: true) }

    /// What `build` draws, moved by the map and cut off at the clip path.
    mutating func group(_ map: Affine = .identity, clip: Path? = nil, _ build: (inout ThingSketch) -> Void) {
        let outer = sheet
        sheet = Drawing()
        build(&self)
        let inner = sheet
        sheet = outer
        sheet.group(map, clip: clip) { $0 = inner }
    }

    /// What `build` draws, for the right side, and the same mirrored for the left.
    mutating func bothSides(_ build: (inout ThingSketch) -> Void) {
        let start = generator
        group(.scaling(-1, 1)) { build(&$0) }
        generator = start
        group { build(&$0) }
    }
}
