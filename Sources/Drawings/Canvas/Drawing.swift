/// What fills an area of the colour picture.
enum Paint: Sendable {
    case flat(Color)
    /// Colours at shares of the way from one point to another.
    case linear(from: Point, to: Point, [(at: Double, color: Color)])
    /// Colours at shares of the way from the centre of a circle outwards.
    case radial(centre: Point, radius: Double, [(at: Double, color: Color)])

    static func vertical(_ top: Double, _ bottom: Double, _ colors: Color...) -> Paint {
        let last = Double(max(1, colors.count - 1))
        return .linear(
            from: [0, top], to: [0, bottom], colors.enumerated().map { (at: Double($0.offset) / last, $0.element) })
    }
}

/// How an ink line swells and thins along its way; widths are multiples of the drawing's line width.
struct Pen: Sendable {
    var width = 1.0
    /// The share of the width that is left at the beginning and at the end of an open line.
    var start = 1.0
    var end = 1.0

    static let even = Pen()
    static let fine = Pen(width: 0.6)
    /// A line that begins and ends in a point.
    static let tapered = Pen(start: 0.15, end: 0.15)
    /// A hair's line: from full width to a point.
    static let strand = Pen(width: 0.8, start: 0.9, end: 0.1)

    func scaled(_ factor: Double) -> Pen { Pen(width: width * factor, start: start, end: end) }
}

/// One shape and what it is in each of the three renderings.
struct Mark: Sendable {
    enum Ink: Sendable {
        /// A line along the path.
        case line(Pen, Color)
        /// The whole area is ink, as an upper lash is.
        case solid(Color)
    }

    var path: Path
    /// In the colour picture: what fills the path.
    var paint: Paint?
    /// In the map: the region that the area belongs to. An area of a region hides the ink lines below it.
    var region: Region?
    /// In the colour picture, with its colour, and in the line art, in black.
    var ink: Ink?
    var isEvenOdd = false
}

/// A drawing from back to front, as data: the one description behind all renderings.
struct Drawing: Sendable {
    enum Node: Sendable {
        case mark(Mark)
        case group(Affine, clip: Path?, Drawing)
    }

    private(set) var nodes: [Node] = []

    /// Whether nothing in it has a line or a region, so that only the colour picture needs it.
    var isTintOnly: Bool {
        nodes.allSatisfy { node in
            switch node {
            case .mark(let mark): mark.region == nil && mark.ink == nil
            case .group(_, _, let inner): inner.isTintOnly
            }
        }
    }

    /// An area with an outline in the ink that goes with its colour.
    mutating func area(
        _ path: Path, _ region: Region, _ paint: Paint, ink: Color? = nil, pen: Pen? = .even
    ) {
        let line = pen.map { Mark.Ink.line($0, ink ?? paint.main.ink) }
        nodes.append(.mark(Mark(path: path, paint: paint, region: region, ink: line)))
    }

    mutating func area(_ path: Path, _ region: Region, _ color: Color, ink: Color? = nil, pen: Pen? = .even) {
        area(path, region, .flat(color), ink: ink, pen: pen)
    }

    /// Light or shadow: colour without a line, of no region of its own.
    mutating func tint(_ path: Path, _ paint: Paint, isEvenOdd: Bool = false) {
        nodes.append(.mark(Mark(path: path, paint: paint, isEvenOdd: isEvenOdd)))
    }

    mutating func tint(_ path: Path, _ color: Color, isEvenOdd: Bool = false) {
        tint(path, .flat(color), isEvenOdd: isEvenOdd)
    }

    mutating func line(_ path: Path, _ color: Color, _ pen: Pen = .tapered) {
        nodes.append(.mark(Mark(path: path, ink: .line(pen, color))))
    }

    /// An area that is ink through and through.
    mutating func solid(_ path: Path, _ region: Region?, _ color: Color) {
        nodes.append(.mark(Mark(path: path, region: region, ink: .solid(color))))
    }

    /// What `build` draws, moved by the map and cut off at the clip path (a path of the outer sheet).
    mutating func group(_ map: Affine = .identity, clip: Path? = nil, _ build: (inout Drawing) -> Void) {
        var inner = Drawing()
        build(&inner)
        nodes.append(.group(map, clip: clip, inner))
    }

    /// Shadow along the side of an area that is turned from the light.
    mutating func rimShadow(of path: Path, _ color: Color, offset: Point = [-2, -2.4]) {
        group(clip: path) { $0.tint(path.moved(by: offset).inverted, color, isEvenOdd: true) }
    }
}

extension Paint {
    /// The colour that stands for the paint.
    var main: Color {
        switch self {
        case .flat(let color): color
        case .linear(_, _, let stops), .radial(_, _, let stops): stops[stops.count / 2].color
        }
    }
}
