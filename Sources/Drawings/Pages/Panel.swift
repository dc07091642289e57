import Basics
import Pictures

/// One picture of a page: a face, or something that is none.
struct Panel {
    private(set) var picture: Picture
    private(set) var face: Picture.Box?

    /// What was drawn, with the face's place in it if it shows one.
    var drawn: (Picture, Picture.Box?) { (picture, face) }

    init(width: Int, height: Int, using generator: inout SeededGenerator) {
        let wantsFace = generator.chance(0.72)
        if let panel = wantsFace ? Panel(faceInWidth: width, height: height, using: &generator) : nil {
            self = panel
        } else {
            let side = max(width, height, FaceArtist.sizes.lowerBound)
            let scene = Scenery.draw(side: side, using: &generator)
            picture = scene.cropped(x: (side - width) / 2, y: (side - height) / 2, width: width, height: height)
        }
        picture.outline(
            Picture.Box(x: 0, y: 0, width: width, height: height), [UInt8](repeating: 24, count: 3))
    }

    /// A face large enough to fill the panel and small enough to lie wholly on it; nil when there is no such size.
    private init?(faceInWidth width: Int, height: Int, using generator: inout SeededGenerator) {
        let face = Face(using: &generator)
        let share = Float(face.box(size: 1000).width) / 1000
        let (least, most) = (Float(max(width, height)), 0.94 * Float(min(width, height)) / share)
        guard least < most, Int(least) >= FaceArtist.sizes.lowerBound else { return nil }
        let side = Int(generator.uniform(in: least...min(most, 2 * least)))
        let box = face.box(size: side)
        /// Where the cut may begin, so that it lies on the drawing and holds the face.
        func start(_ face: Int, _ length: Int) -> Int? {
            let range = max(0, face + box.width - length)...max(0, side - length)
            let last = min(range.upperBound, face)
            return range.lowerBound <= last ? generator.integer(in: range.lowerBound..<(last + 1)) : nil
        }
        guard let left = start(box.x, width), let top = start(box.y, height) else { return nil }
        picture = FaceArtist().draw(face, size: side).color
            .cropped(x: left, y: top, width: width, height: height)
        self.face = Picture.Box(x: box.x - left, y: box.y - top, width: box.width, height: box.height)
    }
}
