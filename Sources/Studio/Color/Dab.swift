import Foundation
import Pictures

/// A dab or a stroke of colour as the page sends it: an object that can be moved and removed, and is painted anew each time.
struct Dab: Codable, Equatable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// Painted along its points.
        case stroke
        /// Stays in the region of its point: what a bucket pours.
        case fill
    }

    var kind: Kind
    /// Red, green and blue.
    var color: [UInt8]
    /// Half the pen's width in pixels of the drawing.
    var radius: Float
    /// x, y and pressure in [0, 1], one point after the other.
    var points: [Float]

    static let radii: ClosedRange<Float> = 0.5...400
    static let mostNumbers = 60_000

    func check() throws {
        guard color.count == 3, Self.radii.contains(radius), points.count.isMultiple(of: 3), !points.isEmpty,
            points.count <= Self.mostNumbers, points.allSatisfy({ abs($0) < 1e6 })
        else { throw Refusal(.badRequest, "A dab cannot be read.") }
    }
}

/// Dabs painted on transparency, as a user of `nurie color` would paint hints.
struct DabPainting {
    private(set) var picture: Picture
    private let map: RegionMap
    /// How many pixels may still be painted: a request of a few bytes could ask for hours.
    private var patience: Int

    /// Throws a ``Refusal`` when a dab is none, or when they are far more than a hand paints.
    init(_ dabs: [Dab], on map: RegionMap) throws {
        picture = Picture.transparent(width: map.width, height: map.height)
        self.map = map
        patience = 200_000_000 + 20 * map.labels.count
        for dab in dabs {
            try dab.check()
            switch dab.kind {
            case .stroke: try paint(dab)
            case .fill: try pour(dab)
            }
        }
    }

    /// Discs so close to each other that they make a line.
    private mutating func paint(_ dab: Dab) throws {
        var last: SIMD3<Float>?
        for start in stride(from: 0, to: dab.points.count, by: 3) {
            let point = SIMD3(dab.points[start], dab.points[start + 1], min(1, max(0, dab.points[start + 2])))
            let from = last ?? point
            let way = ((point.x - from.x) * (point.x - from.x) + (point.y - from.y) * (point.y - from.y)).squareRoot()
            let radius = max(0.5, dab.radius * min(point.z, from.z))
            let steps = max(1, Int(min(1e6, way / max(0.5, 0.3 * radius)).rounded(.up)))
            for step in 1...steps {
                let place = from + (point - from) * (Float(step) / Float(steps))
                try disc(x: place.x, y: place.y, radius: max(0.5, dab.radius * place.z), dab.color)
            }
            last = point
        }
    }

    private mutating func pour(_ dab: Dab) throws {
        let (x, y) = (Int(dab.points[0]), Int(dab.points[1]))
        guard (0..<map.width).contains(x), (0..<map.height).contains(y) else { return }
        try disc(
            x: Float(x) + 0.5, y: Float(y) + 0.5, radius: dab.radius, dab.color,
            within: map.labels[y * map.width + x])
    }

    private mutating func disc(x: Float, y: Float, radius: Float, _ color: [UInt8], within region: Int32? = nil)
        throws
    {
        func covered(_ middle: Float, of length: Int) -> Range<Int> {
            let first = min(length, max(0, Int((middle - radius).rounded(.down))))
            return first..<max(first, min(length, Int((middle + radius).rounded(.down)) + 1))
        }
        let (columns, rows) = (covered(x, of: map.width), covered(y, of: map.height))
        guard !columns.isEmpty, !rows.isEmpty else { return patience -= 1 }
        patience -= columns.count * rows.count
        guard patience > 0 else { throw Refusal(.unusable, "These are more dabs than can be painted in a moment.") }
        let reach = max(0.5, radius * radius)
        for row in rows {
            for column in columns {
                let (right, down) = (Float(column) + 0.5 - x, Float(row) + 0.5 - y)
                let pixel = row * map.width + column
                guard right * right + down * down <= reach, region == nil || map.labels[pixel] == region else {
                    continue
                }
                for channel in 0..<3 { picture.samples[4 * pixel + channel] = color[channel] }
                picture.samples[4 * pixel + 3] = 255
            }
        }
    }
}
