import TensorCore

typealias Numbers = UnsafeMutablePointer<Float>
typealias ConstantNumbers = UnsafePointer<Float>

/// Changes a parameter and one tensor that an optimiser remembers of it, in pieces on all threads.
@inline(__always)
func update(
    _ parameter: inout Tensor, _ memory: inout Tensor, with gradient: Tensor,
    _ body: (_ piece: Range<Int>, _ parameter: Numbers, _ memory: Numbers, _ gradient: ConstantNumbers) -> Void
) {
    parameter.withMutableScalars { parameter in
        memory.withMutableScalars { memory in
            gradient.withScalars { gradient in
                guard let p = parameter.baseAddress, let m = memory.baseAddress, let g = gradient.baseAddress
                else { return }
                inParallelPieces(of: gradient.count, size: optimiserPieceSize) { piece in body(piece, p, m, g) }
            }
        }
    }
}

/// Changes a parameter and two tensors that an optimiser remembers of it, in pieces on all threads.
@inline(__always)
func update(
    _ parameter: inout Tensor, _ first: inout Tensor, _ second: inout Tensor, with gradient: Tensor,
    _ body: (
        _ piece: Range<Int>, _ parameter: Numbers, _ first: Numbers, _ second: Numbers, _ gradient: ConstantNumbers
    ) -> Void
) {
    parameter.withMutableScalars { parameter in
        first.withMutableScalars { first in
            second.withMutableScalars { second in
                gradient.withScalars { gradient in
                    guard let p = parameter.baseAddress, let a = first.baseAddress, let b = second.baseAddress,
                        let g = gradient.baseAddress
                    else { return }
                    inParallelPieces(of: gradient.count, size: optimiserPieceSize) { piece in body(piece, p, a, b, g)
                    }
                }
            }
        }
    }
}
