import Basics
import TensorCore

/// Changes a parameter, sixteen numbers at a time, in pieces on all threads.
@inline(__always)
func updateInPlace(
    _ parameter: inout Tensor, with gradient: Tensor,
    _ body: (_ parameter: inout Lanes, _ gradient: Lanes) -> Void
) {
    parameter.withMutableScalars { parameter in
        gradient.withScalars { gradient in
            forEachLanes(of: gradient.count) { run in
                var p = run.load(UnsafeBufferPointer(parameter))
                body(&p, run.load(gradient))
                run.store(p, parameter)
            }
        }
    }
}

/// Changes a parameter and one tensor that an optimiser remembers of it, sixteen numbers at a time, in pieces on all
/// threads.
@inline(__always)
func updateInPlace(
    _ parameter: inout Tensor, _ memory: inout Tensor, with gradient: Tensor,
    _ body: (_ parameter: inout Lanes, _ memory: inout Lanes, _ gradient: Lanes) -> Void
) {
    parameter.withMutableScalars { parameter in
        memory.withMutableScalars { memory in
            gradient.withScalars { gradient in
                forEachLanes(of: gradient.count) { run in
                    var p = run.load(UnsafeBufferPointer(parameter))
                    var m = run.load(UnsafeBufferPointer(memory))
                    body(&p, &m, run.load(gradient))
                    run.store(p, parameter)
                    run.store(m, memory)
                }
            }
        }
    }
}

/// Changes a parameter and two tensors that an optimiser remembers of it, sixteen numbers at a time, in pieces on all
/// threads.
@inline(__always)
func updateInPlace(
    _ parameter: inout Tensor, _ first: inout Tensor, _ second: inout Tensor, with gradient: Tensor,
    _ body: (_ parameter: inout Lanes, _ first: inout Lanes, _ second: inout Lanes, _ gradient: Lanes) -> Void
) {
    parameter.withMutableScalars { parameter in
        first.withMutableScalars { first in
            second.withMutableScalars { second in
                gradient.withScalars { gradient in
                    forEachLanes(of: gradient.count) { run in
                        var p = run.load(UnsafeBufferPointer(parameter))
                        var a = run.load(UnsafeBufferPointer(first))
                        var b = run.load(UnsafeBufferPointer(second))
                        body(&p, &a, &b, run.load(gradient))
                        run.store(p, parameter)
                        run.store(a, first)
                        run.store(b, second)
                    }
                }
            }
        }
    }
}

/// Where up to sixteen numbers stand.
private struct Run {
    let start: Int
    /// Sixteen, but for the last run of a tensor.
    let count: Int

    @inline(__always)
    func load(_ numbers: UnsafeBufferPointer<Float>) -> Lanes {
        if count == Lanes.scalarCount {
            return UnsafeRawPointer(numbers.baseAddress! + start).loadUnaligned(as: Lanes.self)
        }
        var lanes = Lanes.zero
        for lane in 0..<count { lanes[lane] = numbers[start + lane] }
        return lanes
    }

    @inline(__always)
    func store(_ lanes: Lanes, _ numbers: UnsafeMutableBufferPointer<Float>) {
        if count == Lanes.scalarCount {
            return UnsafeMutableRawPointer(numbers.baseAddress! + start).storeBytes(of: lanes, as: Lanes.self)
        }
        for lane in 0..<count { numbers[start + lane] = lanes[lane] }
    }
}

/// Runs `body` for all runs below `count`, in pieces on all threads.
@inline(__always)
private func forEachLanes(of count: Int, _ body: (Run) -> Void) {
    inParallelPieces(of: count, size: 1 << 15) { piece in
        var start = piece.lowerBound
        while start + Lanes.scalarCount <= piece.upperBound {
            body(Run(start: start, count: Lanes.scalarCount))
            start += Lanes.scalarCount
        }
        if start < piece.upperBound { body(Run(start: start, count: piece.upperBound - start)) }
    }
}
