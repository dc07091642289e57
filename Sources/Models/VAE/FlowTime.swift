import Glibc
import TensorCore

/// How a flow is told the time.
enum FlowTime {
    /// Half a wave in all, and 2, 4, 8… times as many.
    private static let octaves = 8
    /// The numbers that say a time.
    static let features = 2 * octaves

    /// Sines and cosines of times in [0, 1], `[times, features]`.
    static func features(of times: [Float]) -> Tensor {
        let numbers = times.flatMap { time in
            (0..<octaves).flatMap { octave -> [Float] in
                let angle = Float.pi * time * Float(1 << octave)
                return [sinf(angle), cosf(angle)]
            }
        }
        return Tensor(numbers, shape: [times.count, features])
    }
}
