import Basics
import TensorCore

/// Another brightness, contrast and saturation.
struct Exposure {
    private let contrast, brightness, saturation: Float

    /// Muted and often without colour, so that these say little of the rendering.
    static func hiding(using generator: inout SeededGenerator) -> Exposure {
        let (contrast, brightness) = (generator.uniform(in: 0.6...1.2), generator.uniform(in: -0.15...0.15))
        let saturation = generator.chance(0.3) ? 0 : generator.uniform(in: 0.4...1.4)
        return Exposure(contrast: contrast, brightness: brightness, saturation: saturation)
    }

    /// As cameras and their owners differ: up to deep shadows and strong colours, which drawn photographs do not have.
    static func photographic(using generator: inout SeededGenerator) -> Exposure {
        let (contrast, brightness) = (generator.uniform(in: 0.8...1.9), generator.uniform(in: -0.12...0.12))
        return Exposure(
            contrast: contrast, brightness: brightness, saturation: generator.uniform(in: 0.7...2.4))
    }

    /// As one camera differs from the next.
    static func slight(using generator: inout SeededGenerator) -> Exposure {
        let (contrast, brightness) = (generator.uniform(in: 0.85...1.2), generator.uniform(in: -0.08...0.08))
        return Exposure(contrast: contrast, brightness: brightness, saturation: generator.uniform(in: 0.8...1.25))
    }

    /// Of `[3, height, width]` in [0, 1].
    func callAsFunction(_ picture: Tensor) -> Tensor {
        let grey =
            YUV.luma.red * picture.sliced(axis: 0, 0..<1) + YUV.luma.green * picture.sliced(axis: 0, 1..<2)
            + YUV.luma.blue * picture.sliced(axis: 0, 2..<3)
        let colored = grey + (picture - grey) * saturation
        return ((colored - 0.5) * contrast + (0.5 + brightness)).clamped(to: 0...1)
    }
}
