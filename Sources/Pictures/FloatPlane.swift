import Basics
import Glibc

/// One channel of a picture as numbers.
public struct FloatPlane: Sendable {
    public let width, height: Int
    /// Row by row.
    public private(set) var values: [Float]

    /// A plane of numbers of any range, row by row.
    init(_ values: [Float], width: Int, height: Int) {
        precondition(values.count == width * height, "FloatPlane: \(values.count) numbers for \(width)×\(height)")
        (self.width, self.height, self.values) = (width, height, values)
    }

    /// A channel of a picture, in levels of 255.
    public init(of picture: Picture, channel: Int) {
        (width, height) = (picture.width, picture.height)
        values = (0..<picture.width * picture.height).map { Float(picture.samples[$0 * picture.channels + channel]) }
    }

    public subscript(x: Int, y: Int) -> Float { values[y * width + x] }

    /// A Gaussian of this standard deviation in pixels, along x and then along y.
    public mutating func blur(radius: Float) {
        let reach = max(1, Int((3 * radius).rounded(.up)))
        var weights = (-reach...reach).map { expf(-0.5 * Float($0 * $0) / (radius * radius)) }
        let sum = weights.reduce(0, +)
        for index in weights.indices { weights[index] /= sum }
        for (stepX, stepY) in [(1, 0), (0, 1)] {
            var blurred = values
            for y in 0..<height {
                for x in 0..<width {
                    var value: Float = 0
                    for (index, weight) in weights.enumerated() {
                        let across = min(max(x + stepX * (index - reach), 0), width - 1)
                        let down = min(max(y + stepY * (index - reach), 0), height - 1)
                        value += weight * values[down * width + across]
                    }
                    blurred[y * width + x] = value
                }
            }
            values = blurred
        }
    }
}
