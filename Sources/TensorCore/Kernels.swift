import CKernels
import Glibc

/// The inner loops that suit this processor, chosen when the first convolution runs.
///
/// `NURIE_KERNELS` (`avx512`, `avx2` or `plain`) in the environment asks for others; what the processor does not have is
/// not taken.
public enum Kernels {
    /// The name of the instruction set, such as `AVX-512`.
    public static var name: String { String(cString: current.name) }

    /// The name of the kernels that OpenBLAS uses for matrix products, such as `SkylakeX`.
    public static var openBLAS: String { BLAS.kernels }

    static let current: nurie_kernels = {
        let wanted = getenv("NURIE_KERNELS").map { String(cString: $0) }
        if wanted != "plain" {
            if wanted != "avx2", let kernels = nurie_kernels_avx512() { return kernels.pointee }
            if let kernels = nurie_kernels_avx2() { return kernels.pointee }
        }
        return plain
    }()

    /// The same in Swift: for other processors, and to be compared with.
    static let plain = nurie_kernels(
        name: plainName, rows: plainRows, columns: plainColumns,
        tile: { weights, source, offsets, depth, half, bias, slope, result, stride in
            for row in 0..<plainRows {
                for column in 0..<plainColumns {
                    let place = column < plainColumns / 2 ? column : column - plainColumns / 2 + half
                    var sum = bias?[row] ?? result![row * stride + column]
                    for k in 0..<depth {
                        sum += weights![k * plainRows + row] * source![Int(offsets![k]) + place]
                    }
                    result![row * stride + column] = sum < 0 ? slope * sum : sum
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
        })
}

private let plainRows = 4
private let plainColumns = 8
nonisolated(unsafe) private let plainName: UnsafePointer<CChar> = UnsafePointer(strdup("plain Swift"))
