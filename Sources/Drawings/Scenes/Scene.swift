import Basics
import Pictures

/// A place with weather and, in some, somebody in it: a description that two painters render, one like a photograph and
/// one like the background of an animated film.
public struct Scene: Sendable, Equatable {
    public enum Place: String, CaseIterable, Sendable {
        case landscape, street, room
    }

    public enum Hour: String, CaseIterable, Sendable {
        case morning, noon, evening
    }

    public enum Season: String, CaseIterable, Sendable {
        case spring, summer, autumn
    }

    public var place: Place
    public var hour: Hour
    public var season: Season
    /// Who stands in front, if anybody does.
    public var figure: Face?
    /// The state from which everything else follows: where the hills are, how many windows, which books.
    public var grain: UInt64

    /// A scene of its own for each state of the generator; one in four has a figure.
    public init(using generator: inout SeededGenerator) {
        place = generator.element(of: Place.allCases)
        hour = generator.weighted([(.morning, 2), (.noon, 4), (.evening, 2)])
        season = generator.element(of: Season.allCases)
        grain = generator.next()
        var face = Face(using: &generator)
        face.background = .paper
        figure = generator.chance(0.25) ? face : nil
    }
}

/// A scene in both renderings, in exact register.
public struct DrawnScene: Sendable, Equatable {
    public let scene: Scene
    /// Soft light, texture, grain, muted colours and no lines. RGB.
    public let photograph: Picture
    /// Flat colours with outlines, clean skies, saturated. RGB.
    public let anime: Picture
}

/// Drawn scenes without end in both directions, any of them by itself: a scene depends on the seed and its index only.
public struct DrawnScenes: Sendable {
    public let seed: UInt64
    /// Pixels in a side.
    public let size: Int

    public init(seed: UInt64, size: Int) {
        precondition(FaceArtist.sizes.contains(size), "DrawnScenes: \(size) pixels are not in \(FaceArtist.sizes)")
        self.seed = seed
        self.size = size
    }

    /// What the scene at the index is like, without drawing it.
    public func scene(at index: Int) -> Scene {
        // Faces of the same seed are other faces: their streams begin elsewhere.
        var generator = SeededGenerator(seed: ~seed, stream: UInt64(bitPattern: Int64(index)))
        return Scene(using: &generator)
    }

    /// The scene at the index in both renderings.
    public subscript(index: Int) -> DrawnScene {
        DrawnScene(scene: scene(at: index), photograph: photograph(at: index), anime: anime(at: index))
    }

    /// The numbers of scenes before 0, which nobody learns from, in which nobody stands.
    public func emptyPlaces(_ count: Int) -> [Int] {
        Array((1...).lazy.map { -$0 }.filter { scene(at: $0).figure == nil }.prefix(count))
    }

    /// One rendering alone; who learns without pairs never needs both of one scene.
    public func photograph(at index: Int) -> Picture {
        let scene = scene(at: index)
        return PhotographPainter(scene).paint(SceneLayout(scene), size: size)
    }

    public func anime(at index: Int) -> Picture {
        let scene = scene(at: index)
        return AnimePainter(scene).paint(SceneLayout(scene), size: size)
    }

    /// What each pixel of the scene shows, in exact register with both renderings; see ``SceneContent``.
    public func content(at index: Int) -> Picture {
        let scene = scene(at: index)
        return ContentPainter(scene).paint(SceneLayout(scene), size: size)
    }
}
