import Basics
import Pictures

/// Finds faces in drawings of any format: the levels of the grey picture are equalised, then a cascade looks for them.
public struct FaceDetector: Sendable {
    public var cascade: Cascade
    public var scaleFactor: Double
    public var minimumNeighbours: Int
    /// The shortest side of a face in pixels.
    public var minimumSide: Int

    /// The values are right for the shipped cascade; nagadomi's `lbpcascade_animeface` is usually run with 5 neighbours.
    public init(_ cascade: Cascade, scaleFactor: Double = 1.1, minimumNeighbours: Int = 3, minimumSide: Int = 24) {
        self.cascade = cascade
        self.scaleFactor = scaleFactor
        self.minimumNeighbours = minimumNeighbours
        self.minimumSide = minimumSide
    }

    /// The boxes of the faces, from above, those of one height from the left.
    public func faces(in picture: Picture) -> [Picture.Box] {
        cascade.detect(
            in: picture.greyAsInOpenCV().equalised(), scaleFactor: scaleFactor,
            minimumNeighbours: minimumNeighbours,
            minimumSize: Picture.Size(width: minimumSide, height: minimumSide)
        ).sorted { ($0.y, $0.x, $0.width, $0.height) < ($1.y, $1.x, $1.width, $1.height) }
    }
}

extension Picture.Box {
    /// The square around the middle of the box that is larger on each side by `margin` times its longer side, moved and
    /// cut so that it lies within a picture of the given size.
    public func square(margin: Double, within size: Picture.Size) -> Picture.Box {
        precondition(margin >= 0, "square: a margin of \(margin)")
        let side = min(
            Int((Double(max(width, height)) * (1 + 2 * margin)).rounded()), size.width, size.height)
        func start(_ low: Int, _ length: Int, limit: Int) -> Int {
            min(max(0, low + (length - side) / 2), limit - side)
        }
        return Picture.Box(
            x: start(x, width, limit: size.width), y: start(y, height, limit: size.height), width: side, height: side)
    }
}
