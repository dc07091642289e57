/// A picture's pixels as numbers to filter: red, green and blue in [0, 1], and a fourth that is 0.
struct PaintedPixels {
    let width, height: Int
    /// Row by row.
    var values: [SIMD4<Float>]

    init(of picture: Picture) {
        let rgb = picture.converted(to: .rgb)
        (width, height) = (rgb.width, rgb.height)
        let samples = rgb.samples
        values = stride(from: 0, to: samples.count, by: 3).map { first in
            let color: SIMD4<Float> = [Float(samples[first]), Float(samples[first + 1]), Float(samples[first + 2]), 0]
            return color / 255
        }
    }

    /// Sobel's differences to the right and down; the border's pixels go on beyond it.
    func gradient(x: Int, y: Int) -> (across: SIMD4<Float>, down: SIMD4<Float>) {
        let (left, right) = (max(x - 1, 0), min(x + 1, width - 1))
        let (above, here, below) = (max(y - 1, 0) * width, y * width, min(y + 1, height - 1) * width)
        let corners = values[below + right] - values[above + left]
        let others = values[above + right] - values[below + left]
        let across = corners + others + 2 * (values[here + right] - values[here + left])
        let down = corners - others + 2 * (values[below + x] - values[above + x])
        return (across / 4, down / 4)
    }
}
