import Pictures

/// The sizes at which a cascade looks at a picture: its window stays the same and the picture shrinks, so that the window
/// covers ever larger faces.
///
/// Sizes, rounding and the grid of places are OpenCV's, so that both find the same.
struct Pyramid {
    struct Level {
        /// How many pixels of the picture a pixel of the level stands for, in a row or a column.
        let scale: Float
        let width: Int
        let height: Int
        /// How far apart the places are that are looked at: in a picture that is made much smaller each counts.
        let step: Int
        /// Rows and columns of places.
        let rows: Range<Int>
        let columns: Int
        /// The sides of a window in the picture.
        let windowWidth: Int
        let windowHeight: Int
    }

    let levels: [Level]

    /// The levels for windows that are `factor` times as large from one to the next, and no smaller or larger in the
    /// picture than the given sizes.
    init(
        of size: Picture.Size, for cascade: Cascade, factor: Double, minimumSize: Picture.Size?,
        maximumSize: Picture.Size?
    ) {
        let all = Pyramid.scales(of: size, for: cascade, factor: factor)
        func window(_ scale: Float) -> (width: Int, height: Int) {
            ((Float(cascade.width) * scale).roundedToEven, (Float(cascade.height) * scale).roundedToEven)
        }
        let maximum = maximumSize ?? size
        let minimum = minimumSize ?? Picture.Size(width: 0, height: 0)
        var scales = all.filter { scale in
            let (width, height) = window(scale)
            return width <= maximum.width && height <= maximum.height && width >= minimum.width
                && height >= minimum.height
        }
        if scales.isEmpty {
            // Both limits may be the same and lie between two levels: then it is the nearest one.
            func distance(_ scale: Float) -> Int {
                let (dx, dy) = (window(scale).width - minimum.width, window(scale).height - minimum.height)
                return dx * dx + dy * dy
            }
            scales = all.min { distance($0) < distance($1) }.map { [$0] } ?? []
        }
        // OpenCV hands each thread a stripe of rows. How many there are follows from the largest level, and where they do
        // not divide the rows of a level, its last row may be left out.
        let stripes = scales.first.map { first in
            max(0, (Float(size.width) / first).roundedToEven + 1 - cascade.width + 31) / 32
        }
        levels = scales.map { Level(size, cascade, scale: $0, stripes: stripes ?? 0) }
    }

    /// All scales at which a window lies within the picture.
    private static func scales(of size: Picture.Size, for cascade: Cascade, factor: Double) -> [Float] {
        var (scales, scale) = ([Float](), 1.0)
        while (Double(cascade.width) * scale).roundedToEven <= size.width
            && (Double(cascade.height) * scale).roundedToEven <= size.height
        {
            scales.append(Float(scale))
            scale *= factor
        }
        return scales
    }
}

extension Pyramid.Level {
    fileprivate init(_ size: Picture.Size, _ cascade: Cascade, scale: Float, stripes: Int) {
        self.scale = scale
        width = (Float(size.width) / scale).roundedToEven
        height = (Float(size.height) / scale).roundedToEven
        step = scale >= 2 ? 1 : 2
        columns = max(0, width + 1 - cascade.width)
        let places = max(0, height + 1 - cascade.height)
        let rowsInStripe = stripes > 0 ? max(1, (places / step + stripes - 1) / stripes) * step : 0
        rows = 0..<min(places, stripes * rowsInStripe)
        windowWidth = (Float(cascade.width) * scale).roundedToEven
        windowHeight = (Float(cascade.height) * scale).roundedToEven
    }

    /// The window of the picture that lies at a place of the level.
    func box(x: Int, y: Int) -> Picture.Box {
        Picture.Box(
            x: (Float(x) * scale).roundedToEven, y: (Float(y) * scale).roundedToEven, width: windowWidth,
            height: windowHeight)
    }

    /// The grey picture at the size of the level.
    func picture(from picture: Picture) -> Picture { picture.scaledBilinearly(toWidth: width, height: height) }
}

extension BinaryFloatingPoint {
    /// The nearest whole number, and the even one of two that are equally near.
    fileprivate var roundedToEven: Int { Int(self.rounded(.toNearestOrEven)) }
}
