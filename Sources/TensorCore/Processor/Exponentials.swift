import Basics
import CKernels

// eˣ, its inverse and its relatives, sixteen numbers at a time, for loops that have more to do than that; how they are worked
// out and how exact they are stands in `Exponentials.h`.

extension Lanes {
    /// eˣ.
    @inline(__always)
    var exponential: Lanes { nurie_exponential(self) }

    /// The natural logarithm.
    @inline(__always)
    var logarithm: Lanes { nurie_logarithm(self) }

    /// The logistic function 1 / (1 + e⁻ˣ).
    @inline(__always)
    var logistic: Lanes { nurie_logistic(self) }

    /// log(1 + eˣ).
    @inline(__always)
    var softplus: Lanes { nurie_softplus(self) }
}
