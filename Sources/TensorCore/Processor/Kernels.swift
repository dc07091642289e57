import CKernels
import Glibc

/// The inner loops that suit this processor, chosen when the first convolution runs.
///
/// `NURIE_KERNELS` (`avx512`, `avx2` or `plain`) in the environment asks for others; what the processor does not have is
/// not taken.
public enum Kernels {
    /// The name of the instruction set, such as `AVX-512`, of products in the precision that is computed in.
    public static var name: String { String(cString: current(in: .current).name) }

    /// The name of the kernels that OpenBLAS uses for matrix products, such as `SkylakeX`.
    public static var openBLAS: String { BLAS.kernels }

    private enum InstructionSet { case avx512, avx2, plain }

    private static let instructionSet: InstructionSet = {
        let wanted = getenv("NURIE_KERNELS").map { String(cString: $0) }
        guard wanted != "plain" else { return .plain }
        if wanted != "avx2", nurie_kernels_avx512() != nil { return .avx512 }
        return nurie_kernels_avx2() == nil ? .plain : .avx2
    }()

    static let current: nurie_kernels =
        switch instructionSet {
        case .avx512: nurie_kernels_avx512().pointee
        case .avx2: nurie_kernels_avx2().pointee
        case .plain: plain
        }

    /// The loops over numbers by themselves. They give the same bits for all instruction sets.
    static let loops: nurie_loops =
        switch instructionSet {
        case .avx512: nurie_loops_avx512().pointee
        case .avx2: nurie_loops_avx2().pointee
        case .plain: nurie_loops_plain().pointee
        }

    /// The kernels for products of bfloat16, if the processor has such and no others were asked for.
    static let bfloat16: nurie_kernels? =
        instructionSet == .avx512 ? nurie_kernels_avx512_bf16()?.pointee : nil

    static func current(in precision: ProductPrecision) -> nurie_kernels {
        precision == .bfloat16 ? bfloat16 ?? current : current
    }

    /// The kernels for a result of so many channels. Results of few wait for memory, and half as many products would not make them
    /// faster.
    static func current(forOutputs outputs: Int, in precision: ProductPrecision) -> nurie_kernels {
        outputs <= narrow.rows ? narrow : current(in: precision)
    }

    private static let narrow: nurie_kernels =
        instructionSet == .avx512 ? nurie_kernels_avx512_narrow().pointee : current

    /// The same in Swift: for other processors, and to be compared with.
    static let plain = nurie_kernels(
        name: plainName, rows: plainRows, columns: plainColumns, factors: 1,
        tile: { weights, source, offsets, depth, half, bias, scale, shift, slope, result, stride in
            for row in 0..<plainRows {
                for column in 0..<plainColumns {
                    let place = column < plainColumns / 2 ? column : column - plainColumns / 2 + half
                    var sum = bias?[row] ?? result![row * stride + column]
                    for k in 0..<depth {
                        sum += weights![k * plainRows + row] * source![Int(offsets![k]) + place]
                    }
                    if let scale { sum = scale[row] * sum + shift![row] }
                    result![row * stride + column] = bent(sum, slope)
                }
            }
        },
        correlation: { source, offsets, pitch, panel, panelPitch, height, width, result in
            for row in 0..<plainRows {
                for column in 0..<plainColumns {
                    var sum: Float = 0
                    for y in 0..<height {
                        for x in 0..<width {
                            sum +=
                                source![Int(offsets![row]) + y * pitch + x]
                                * panel![(y * panelPitch + x) * plainColumns + column]
                        }
                    }
                    result![row * plainColumns + column] += sum
                }
            }
        },
        line: { weights, source, offsets, depth, start, slope, result, count in
            for x in 0..<count {
                var sum = start
                for k in 0..<depth { sum += weights![k] * source![Int(offsets![k]) + x] }
                result![x] = bent(sum, slope)
            }
        },
        lineCorrelation: { source, offsets, depth, pitch, planes, plane, outputs, height, width, result, stride in
            for output in 0..<outputs {
                for k in 0..<depth {
                    var sum: Float = 0
                    for y in 0..<height {
                        // A line by itself: a running sum over all of them would lose digits.
                        var line: Float = 0
                        for x in 0..<width {
                            line +=
                                source![Int(offsets![k]) + y * pitch + x] * planes![output * plane + y * width + x]
                        }
                        sum += line
                    }
                    result![output * stride + k] += sum
                }
            }
        },
        pack: { weights, outputStride, channelStride, channels, taps, tapCount, outputs, packed in
            for channel in 0..<channels {
                for tap in 0..<tapCount {
                    for row in 0..<plainRows {
                        packed![(channel * tapCount + tap) * plainRows + row] =
                            row < outputs
                            ? weights![row * outputStride + channel * channelStride + Int(taps![tap])] : 0
                    }
                }
            }
        },
        pairs: nil, halves: nil,
        multiplyAdds: { rounds in
            var sums = SIMD4<Float>(0, 1, 2, 3)
            for _ in 0..<rounds { for _ in 0..<16 { sums = sums * 0.5 + 1 } }
            return sums.sum()
        })
}

extension Kernels {
    /// The floating-point operations that all threads together do in a second when they do nothing else, two for a
    /// multiply-add, in the precision that is computed in; measured for about the given time.
    public static func measuredPeak(seconds: Double) -> Double {
        let kernels = current(in: .current)
        let multiplyAdds = kernels.multiplyAdds!
        let operations = Double(16 * kernels.columns * kernels.factors)
        let clock = ContinuousClock()
        let trial = 1 << 16
        let rate = Double(trial) / (clock.measure { _ = multiplyAdds(trial) } / .seconds(1))
        let rounds = max(trial, Int(rate * seconds))
        let time = clock.measure { inParallel(Threads.count) { _ in _ = multiplyAdds(rounds) } } / .seconds(1)
        return operations * Double(rounds * Threads.count) / time
    }
}

extension SIMD16<Float> {
    /// The sixteen square roots.
    package var squareRoots: Self { nurie_square_roots(self) }
}

/// Infinity times 0 is no number.
private func bent(_ x: Float, _ slope: Float) -> Float { x < 0 ? (slope == 0 ? 0 : slope * x) : x }

private let plainRows = 4
private let plainColumns = 8
nonisolated(unsafe) private let plainName: UnsafePointer<CChar> = UnsafePointer(strdup("plain Swift"))
