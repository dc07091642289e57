import Glibc
import TensorCore
import Testing

/// The convolutions' inner loops for other processors than the one at hand. They are chosen once in a program, so each
/// runs in a process of its own; what the processor does not have falls back to what it has.
@Suite("Kernels") struct KernelTests {
    @Test(arguments: ["avx512", "avx2", "plain"])
    func allKindsAreRight(kernels: String) async {
        await #expect(processExitsWith: .success) { [kernels] in
            setenv("NURIE_KERNELS", kernels, 1)
            #expect(kernels != "plain" || Kernels.name == "plain Swift")
            let (convolution, transposed) = (ConvolutionTests(), TransposedConvolutionTests())
            let small = ConvolutionTests.grid + ConvolutionTests.wideGrid + ConvolutionTests.grouped
            for (index, the) in small.enumerated() where index % 3 == 0 {
                convolution.check(the, samples: 4, bothBiases: false)
            }
            for the in ConvolutionTests.large { convolution.check(the, samples: 0, bothBiases: false) }
            for the in TransposedConvolutionTests.corners + TransposedConvolutionTests.large {
                transposed.check(the, samples: 2)
            }
        }
    }
}
