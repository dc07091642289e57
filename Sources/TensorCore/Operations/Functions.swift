import Basics
import Glibc

/// Functions of each number by itself. Those whose derivative is best said by their result keep that, not the input.
extension Tensor {
    /// eˣ.
    public func exp() -> Tensor {
        let result = mapped(by: Kernels.loops.exponential)
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.zipped(result, by: Kernels.loops.multiply) }
        }
    }

    /// The natural logarithm; -infinity at 0, not a number below.
    public func log() -> Tensor {
        mapped(by: Kernels.loops.logarithm).recorded(from: self) { gradient, inputs in
            inputs.add(to: self) { gradient.zipped(self, by: Kernels.loops.divide) }
        }
    }

    /// √x; its derivative at 0 is infinite.
    public func squareRoot() -> Tensor {
        let result = mapped(by: Kernels.loops.squareRoots)
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.zipped(result) { 0.5 * $0 / $1 } }
        }
    }

    /// x².
    public func squared() -> Tensor {
        zipped(self, by: Kernels.loops.multiply).recorded(from: self) { gradient, inputs in
            inputs.add(to: self) { gradient.zipped(self) { 2 * $0 * $1 } }
        }
    }

    /// xᵖ for a constant p; not a number where x is negative and p no whole number.
    public func raised(to exponent: Float) -> Tensor {
        mappedSingly { Glibc.powf($0, exponent) }.recorded(from: self) { gradient, inputs in
            inputs.add(to: self) { gradient * mappedSingly { exponent * Glibc.powf($0, exponent - 1) } }
        }
    }

    /// |x|; its derivative at 0 is taken to be 0.
    public func absolute() -> Tensor {
        mapped { $0.replacing(with: -$0, where: $0 .<= 0) }.recorded(from: self) { gradient, inputs in
            inputs.add(to: self) {
                gradient.zipped(self) { dy, x in
                    dy.replacing(with: -dy, where: x .< 0).replacing(with: 0, where: x .== 0)
                }
            }
        }
    }

    /// x, moved to the nearest number of the range; the derivative is 1 on the range, with its ends, and 0 outside.
    public func clamped(to range: ClosedRange<Float>) -> Tensor {
        let (low, high) = (range.lowerBound, range.upperBound)
        // Written so that a number that is none stays none.
        let result = mapped { x in x.replacing(with: low, where: x .< low).replacing(with: high, where: x .> high) }
        return result.recorded(from: self) { gradient, inputs in
            inputs.add(to: self) {
                gradient.zipped(self) { dy, x in dy.replacing(with: 0, where: x .< low .| x .> high) }
            }
        }
    }
}

// MARK: - Activations

extension Tensor {
    /// max(x, 0), the rectified linear unit; its derivative at 0 is taken to be 0.
    public func relu() -> Tensor {
        let result = bent(.relu)
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.zipped(result, by: Kernels.loops.gate) }
        }
    }

    /// x where it is positive, slope · x elsewhere (Maas, Hannun and Ng, 2013). The slope is not negative.
    public func leakyRelu(slope: Float) -> Tensor {
        precondition(slope >= 0, "leakyRelu: negative slope \(slope)")
        let result = bent(.leakyRelu(slope: slope))
        // The result has the input's sign, or is 0 as the derivative is: it serves in the input's place.
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.unbent(.leakyRelu(slope: slope), result: result) }
        }
    }

    /// The hyperbolic tangent.
    public func tanh() -> Tensor {
        let result = mapped(by: Kernels.loops.hyperbolicTangent)
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.zipped(result) { $0 * (1 - $1 * $1) } }
        }
    }

    /// The logistic function 1 / (1 + e⁻ˣ).
    public func sigmoid() -> Tensor {
        let result = mapped(by: Kernels.loops.logistic)
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.zipped(result) { $0 * $1 * (1 - $1) } }
        }
    }

    /// log(1 + eˣ), a smooth max(x, 0).
    public func softplus() -> Tensor {
        mapped(by: Kernels.loops.softplus).recorded(from: self) { gradient, inputs in
            inputs.add(to: self) { gradient.zipped(self) { $0 * $1.logistic } }
        }
    }
}

extension Double {
    /// The natural logarithm.
    var logarithm: Double { Glibc.log(self) }
}
