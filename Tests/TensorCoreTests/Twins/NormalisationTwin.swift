extension DoubleTensor {
    /// (x - mean) / √(variance + ε) over the given axes.
    private func standardised(axes: [Int], epsilon: Double) -> DoubleTensor {
        let mean = mean(axes: axes, keepingAxes: true)
        let variance = variance(axes: axes, keepingAxes: true)
        return (self - mean) / (variance + epsilon).squareRoot()
    }

    /// scale[c] · x + shift[c]
    private func perChannel(scale: DoubleTensor, shift: DoubleTensor) -> DoubleTensor {
        let along = [1, shape[1]] + Array(repeating: 1, count: rank - 2)
        return self * scale.reshaped(to: along) + shift.reshaped(to: along)
    }

    func batchNormalized(scale: DoubleTensor, shift: DoubleTensor, epsilon: Double) -> DoubleTensor {
        standardised(axes: [0] + Array(2..<rank), epsilon: epsilon).perChannel(scale: scale, shift: shift)
    }

    /// With statistics that were measured before.
    func normalized(
        mean: DoubleTensor, variance: DoubleTensor, scale: DoubleTensor, shift: DoubleTensor, epsilon: Double
    ) -> DoubleTensor {
        let along = [1, shape[1]] + Array(repeating: 1, count: rank - 2)
        let centred = self - mean.reshaped(to: along)
        return (centred / (variance.reshaped(to: along) + epsilon).squareRoot()).perChannel(
            scale: scale, shift: shift)
    }

    func groupNormalized(groups: Int, scale: DoubleTensor, shift: DoubleTensor, epsilon: Double) -> DoubleTensor {
        let grouped = reshaped(to: [shape[0], groups, count / shape[0] / groups])
        return grouped.standardised(axes: [2], epsilon: epsilon).reshaped(to: shape)
            .perChannel(scale: scale, shift: shift)
    }

    func instanceNormalized(scale: DoubleTensor, shift: DoubleTensor, epsilon: Double) -> DoubleTensor {
        standardised(axes: [2, 3], epsilon: epsilon).perChannel(scale: scale, shift: shift)
    }

    func layerNormalized(scale: DoubleTensor, shift: DoubleTensor, epsilon: Double) -> DoubleTensor {
        standardised(axes: Array(1..<rank), epsilon: epsilon).perChannel(scale: scale, shift: shift)
    }
}
