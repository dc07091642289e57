/// Brightness Y and the two colour differences U and V of BT.601, in planes `3 × height × width`.
///
/// For red, green and blue in 0...1, Y lies in 0...1, and U = 0.492 (B - Y) and V = 0.877 (R - Y) lie around 0, within
/// ±0.436 and ±0.615: nothing is added to them. These are the numbers of TensorFlow's `rgb_to_yuv`, in which AnimeGAN
/// compares colours. Where bytes are meant, as in PaintsChainer's input and OpenCV's `COLOR_RGB2YUV`, take 255 Y,
/// 255 U + 128 and 255 V + 128.
public enum YUV {
    /// The share of red, green and blue in the brightness, which greys are made with everywhere.
    @inlinable
    public static var luma: (red: Float, green: Float, blue: Float) { (0.299, 0.587, 0.114) }

    /// Y, U and V (rows) from red, green and blue (columns).
    public static let fromRGB: [[Float]] = [
        [luma.red, luma.green, luma.blue],
        [-0.14714119, -0.28886916, 0.43601035],
        [0.61497538, -0.51496512, -0.10001026],
    ]

    /// Red, green and blue (rows) from Y, U and V (columns).
    public static let toRGB: [[Float]] = [
        [1, 0, 1.13988303],
        [1, -0.394642334, -0.58062185],
        [1, 2.03206185, 0],
    ]
}
