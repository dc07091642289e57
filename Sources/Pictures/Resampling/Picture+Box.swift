import Basics

extension Picture {
    /// A part of a picture, in pixels: where its left column and its top row are, and how many it has of each.
    public struct Box: Sendable, Hashable {
        public var x: Int
        public var y: Int
        public var width: Int
        public var height: Int

        public init(x: Int, y: Int, width: Int, height: Int) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
        }

        /// Pixels in it; a box with a negative side has none.
        public var area: Int { max(0, width) * max(0, height) }

        /// What lies in both boxes; its area is 0 when they do not meet.
        public func intersection(_ other: Box) -> Box {
            let (left, top) = (max(x, other.x), max(y, other.y))
            return Box(
                x: left, y: top, width: max(0, min(x + width, other.x + other.width) - left),
                height: max(0, min(y + height, other.y + other.height) - top))
        }

        /// How much two boxes are the same: the area in both as a share of the area in either, 0 to 1.
        public func overlap(with other: Box) -> Double {
            let both = intersection(other).area
            let either = area + other.area - both
            return either > 0 ? Double(both) / Double(either) : 0
        }
    }
}

extension Picture {
    /// Draws the inner rim of a box, in a colour that has a sample for each channel; what lies outside the picture is
    /// left away.
    public mutating func outline(_ box: Box, _ color: [UInt8], thickness: Int = 2) {
        precondition(
            color.count == channels && thickness > 0,
            "outline: a colour of \(color.count) samples, \(thickness) pixels thick, on a picture of \(format)")
        let rim = min(thickness, box.width, box.height)
        fill(Box(x: box.x, y: box.y, width: box.width, height: rim), color)
        fill(Box(x: box.x, y: box.y + box.height - rim, width: box.width, height: rim), color)
        fill(Box(x: box.x, y: box.y, width: rim, height: box.height), color)
        fill(Box(x: box.x + box.width - rim, y: box.y, width: rim, height: box.height), color)
    }

    private mutating func fill(_ box: Box, _ color: [UInt8]) {
        let part = box.intersection(Box(x: 0, y: 0, width: width, height: height))
        guard part.area > 0 else { return }
        paste(
            Picture(width: part.width, height: part.height, format: format, filledWith: color), x: part.x, y: part.y)
    }
}
