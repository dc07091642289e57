import Basics
import Pictures

/// What pixels of drawn scenes and faces show, as numbers: a network that is to see what is there, however it is rendered,
/// learns to tell them apart.
public enum SceneContent {
    /// How many kinds there are: the materials of scenes, and then the regions of faces.
    public static let count = Material.allCases.count + Region.allCases.count

    /// The number of a face's region.
    public static func number(of region: Region) -> Int { Material.allCases.count + Int(region.rawValue) }

    /// The map of a drawn face's regions with their numbers here.
    public static func numbered(_ regions: Picture) -> Picture {
        precondition(regions.format == .grey, "SceneContent: a map of regions is grey, not \(regions.format)")
        var result = regions
        for index in result.samples.indices { result.samples[index] += UInt8(Material.allCases.count) }
        return result
    }
}

/// Paints a scene as a map: each pixel is the number of what it shows.
struct ContentPainter {
    private let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func paint(_ layout: SceneLayout, size: Int) -> Picture {
        let canvas = Canvas(.labels, size: size)
        for shape in layout.shapes { canvas.label(shape.path, shape.material.rawValue) }
        if let figure = scene.figure {
            canvas.within(.figure(in: scene), clip: nil) {
                canvas.label(Portrait(figure, hasBackdrop: false).drawing)
            }
        }
        return canvas.greyPicture(isInk: false)
    }
}

extension Canvas {
    /// Writes the numbers of a figure's regions.
    fileprivate func label(_ drawing: Drawing) {
        for node in drawing.nodes {
            switch node {
            case .group(let map, let clip, let inner): within(map, clip: clip) { label(inner) }
            case .mark(let mark):
                if let region = mark.region { label(mark.path, UInt8(SceneContent.number(of: region))) }
            }
        }
    }
}
