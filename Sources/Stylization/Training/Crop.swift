import Basics
import Pictures

/// A square cut out at a random place, mirrored or not; the same for all renderings.
struct Crop {
    private let x, y, size: Int
    private let isMirrored: Bool

    init(from whole: Int, to size: Int, using generator: inout SeededGenerator) {
        self.size = size
        x = generator.integer(in: 0..<whole - size + 1)
        y = generator.integer(in: 0..<whole - size + 1)
        isMirrored = generator.chance(0.5)
    }

    func callAsFunction(_ picture: Picture) -> Picture {
        let cut = picture.cropped(x: x, y: y, width: size, height: size)
        return isMirrored ? cut.flippedHorizontally() : cut
    }
}
