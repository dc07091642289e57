/// Arithmetic between tensors, which broadcast against each other, and with plain numbers.
extension Tensor {
    public static func + (left: Tensor, right: Tensor) -> Tensor {
        left.broadcasting(right, "+", by: Kernels.loops.add) { $0 + $1 }.recorded(from: left, right) {
            [a = left.slot, b = right.slot, aShape = left.shape, bShape = right.shape] gradient, inputs in
            inputs.add(to: a) { gradient.summed(to: aShape) }
            inputs.add(to: b) { gradient.summed(to: bShape) }
        }
    }

    public static func - (left: Tensor, right: Tensor) -> Tensor {
        left.broadcasting(right, "-", by: Kernels.loops.subtract) { $0 - $1 }.recorded(from: left, right) {
            [a = left.slot, b = right.slot, aShape = left.shape, bShape = right.shape] gradient, inputs in
            inputs.add(to: a) { gradient.summed(to: aShape) }
            inputs.add(to: b) { -gradient.summed(to: bShape) }
        }
    }

    public static func * (left: Tensor, right: Tensor) -> Tensor {
        left.broadcasting(right, "*", by: Kernels.loops.multiply) { $0 * $1 }.recorded(from: left, right) {
            gradient, inputs in
            inputs.add(to: left) { (gradient * right).summed(to: left.shape) }
            inputs.add(to: right) { (gradient * left).summed(to: right.shape) }
        }
    }

    public static func / (left: Tensor, right: Tensor) -> Tensor {
        left.broadcasting(right, "/", by: Kernels.loops.divide) { $0 / $1 }.recorded(from: left, right) {
            gradient, inputs in
            inputs.add(to: left) { (gradient / right).summed(to: left.shape) }
            // Divided twice, because the square of a small divisor is 0.
            inputs.add(to: right) { -(gradient * (left / right) / right).summed(to: right.shape) }
        }
    }

    public static prefix func - (tensor: Tensor) -> Tensor {
        tensor.mapped { -$0 }.recorded(from: tensor) { [slot = tensor.slot] gradient, inputs in
            inputs.add(to: slot) { -gradient }
        }
    }
}

// MARK: - With plain numbers

extension Tensor {
    /// scale · x + shift, each number by itself.
    func scaled(by scale: Float, plus shift: Float = 0) -> Tensor {
        let result = mapped(by: { Kernels.loops.scale($0, scale, shift, $1, $2) })
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) { gradient.scaled(by: scale) }
        }
    }

    public static func + (left: Tensor, right: Float) -> Tensor { left.scaled(by: 1, plus: right) }
    public static func + (left: Float, right: Tensor) -> Tensor { right.scaled(by: 1, plus: left) }
    public static func - (left: Tensor, right: Float) -> Tensor { left.scaled(by: 1, plus: -right) }
    public static func - (left: Float, right: Tensor) -> Tensor { right.scaled(by: -1, plus: left) }
    public static func * (left: Tensor, right: Float) -> Tensor { left.scaled(by: right) }
    public static func * (left: Float, right: Tensor) -> Tensor { right.scaled(by: left) }

    public static func / (left: Tensor, right: Float) -> Tensor {
        left.mapped { $0 / right }.recorded(from: left) { [slot = left.slot] gradient, inputs in
            inputs.add(to: slot) { gradient / right }
        }
    }

    public static func / (left: Float, right: Tensor) -> Tensor {
        let quotient = right.mapped { left / $0 }
        return quotient.recorded(from: right) { gradient, inputs in
            inputs.add(to: right) { -(gradient * quotient / right) }
        }
    }
}
