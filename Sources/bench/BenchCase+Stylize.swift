import Basics
import Drawings
import Files
import Models
import Pictures
import Stylization
import TensorCore

/// What `nurie stylize` does with a photograph, from the bytes of a JPEG file to those of a PNG file.
extension BenchCase {
    static var stylizing: [BenchCase] {
        [
            stylize("stylize", learnt: false, width: 1920, height: 1080),
            stylize("stylize-learnt", learnt: true, width: 1920, height: 1080),
            stylize("stylize-large", learnt: false, width: 5472, height: 3648, isLarge: true),
            stylize("stylize-learnt-large", learnt: true, width: 5472, height: 3648, isLarge: true),
        ]
    }

    private static func stylize(
        _ name: String, learnt: Bool, width: Int, height: Int, isLarge: Bool = false
    ) -> BenchCase {
        let what = "nurie stylize\(learnt ? " --style learnt" : ""), \(width)×\(height), JPEG to PNG"
        return BenchCase(name: name, what: what, kind: .command, isLarge: isLarge) {
            let stylizer = learnt ? try Stylizer(weights: ShippedData.path(of: "stylizer.safetensors")) : nil
            let style: any PhotographStyle = stylizer.map { SheetStyle($0) } ?? Painter(.summer)
            let scene = DrawnScenes(seed: 0, size: 512).photograph(at: 0)
            let photograph = try scene.resized(toWidth: width, height: height, .bicubic).encodedAsJPEG()
            return (
                stylizer?.network.parameterCount ?? 0,
                {
                    let picture = try Picture(decoding: photograph, named: name)
                    _ = try Winograd.allowed { style.stylise(picture, keepingBrightness: false) }.encodedAsPNG()
                }
            )
        }
    }
}
