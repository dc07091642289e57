import Basics
import Pictures

extension Cascade {
    /// A box of a grey picture at the size of the cascade's window.
    public func window(_ box: Picture.Box, of grey: Picture) -> Picture {
        grey.cropped(x: box.x, y: box.y, width: box.width, height: box.height)
            .scaledBilinearly(toWidth: width, height: height)
    }

    /// Windows that the cascade takes for faces although they show none: what the next stage has to learn.
    ///
    /// - Parameters:
    ///   - grey: The picture, grey and equalised as ``FaceDetector`` makes it.
    ///   - faces: Where the faces are; windows that overlap one by a third or more are left out, because they are neither
    ///     faces nor clearly something else.
    ///   - scaleFactor: How many times as large the window is from one pass to the next.
    ///   - limit: The most windows; when there are more, they are drawn by lot.
    public func mistakes(
        in grey: Picture, faces: [Picture.Box], scaleFactor: Double = 1.2, limit: Int,
        using generator: inout SeededGenerator
    ) -> [Picture] {
        let size = Picture.Size(width: grey.width, height: grey.height)
        let pyramid = Pyramid(of: size, for: self, factor: scaleFactor, minimumSize: nil, maximumSize: nil)
        var found: [(level: Int, x: Int, y: Int)] = []
        for (number, level) in pyramid.levels.enumerated() {
            for place in acceptedPlaces(in: level.picture(from: grey), level) {
                let box = level.box(x: place.x, y: place.y)
                let isClear = faces.allSatisfy { $0.overlap(with: box) < 1 / 3 }
                if isClear { found.append((number, place.x, place.y)) }
            }
        }
        if found.count > limit {
            for place in 0..<limit { found.swapAt(place, generator.integer(in: place..<found.count)) }
            found.removeLast(found.count - limit)
        }
        // Cut from the levels themselves, so that the next stage sees what the detector will see.
        var levels: [Int: Picture] = [:]
        return found.map { place in
            let level = levels[place.level] ?? pyramid.levels[place.level].picture(from: grey)
            levels[place.level] = level
            return level.cropped(x: place.x, y: place.y, width: width, height: height)
        }
    }
}
