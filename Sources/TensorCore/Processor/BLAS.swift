import COpenBLAS
import Glibc

/// OpenBLAS, loaded when the first product is asked for.
///
/// It chooses its kernels from the processor when it loads, and Debian's build does not know the newest processors:
/// on those it falls back to AVX2 although they have AVX-512, at half the speed. So the documented variable
/// `OPENBLAS_CORETYPE` is set before it loads, never over the user's own. It is told to use one thread: the core cuts
/// the work itself, at fixed places, so that the result does not depend on the number of threads.
enum BLAS {
    nonisolated(unsafe) private static let library: UnsafeMutableRawPointer = {
        setenv("OPENBLAS_NUM_THREADS", "1", 1)
        if Processor.hasAVX512 { setenv("OPENBLAS_CORETYPE", "SkylakeX", 0) }
        guard let library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL) else {
            fatalError("OpenBLAS cannot be loaded (\(String(cString: dlerror()))). Run ./setup to install it.")
        }
        return library
    }()

    private static func function<Function>(_ name: String, as type: Function.Type) -> Function {
        guard let symbol = dlsym(library, name) else { fatalError("OpenBLAS has no function \(name)") }
        return unsafeBitCast(symbol, to: type)
    }

    private static let sgemm = function("cblas_sgemm", as: nurie_sgemm_function.self)

    /// The name of the kernels that OpenBLAS chose, such as `SkylakeX`.
    static let kernels = String(cString: function("openblas_get_corename", as: nurie_corename_function.self)()!)

    /// A matrix in memory: where it starts, how far apart its rows are, and whether it is to be read transposed.
    struct Matrix {
        let start: UnsafePointer<Float>
        let stride: Int
        var isTransposed = false
    }

    /// result[m × n] = left[m × k] · right[k × n], or that added to what `result` holds.
    static func multiply(
        _ left: Matrix, _ right: Matrix, rows m: Int, inner k: Int, columns n: Int,
        into result: UnsafeMutablePointer<Float>, stride: Int, adding: Bool = false
    ) {
        guard m > 0, n > 0 else { return }
        sgemm(
            CblasRowMajor, left.isTransposed ? CblasTrans : CblasNoTrans,
            right.isTransposed ? CblasTrans : CblasNoTrans,
            blasint(m), blasint(n), blasint(k), 1, left.start, blasint(left.stride), right.start,
            blasint(right.stride), adding ? 1 : 0, result, blasint(stride))
    }
}
