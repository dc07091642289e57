import TensorCore

/// Our answers.
struct Solutions: GramAnswers {
    /// Channels that are never active together have 0 between them.
    func gram(of rows: [[Double]]) -> [[Double]] {
        let count = rows.reduce(0) { $0 + $1.count }
        return rows.map { one in
            rows.map { other in zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(count) }
        }
    }

    /// Beyond delta it does not grow any more: there, small and large differences pull alike.
    func gradientOfHuber(at difference: Double, delta: Double) -> Double { min(delta, max(-delta, difference)) }

    /// A change of Y alone is the same for red, green and blue, since U and V are scaled differences from Y.
    func recolored(drawn: [Double], photograph: [Double]) -> [Double] {
        func brightness(_ rgb: [Double]) -> Double { 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] }
        let change = brightness(drawn) - brightness(photograph)
        return photograph.map { $0 + change }
    }

    /// Places are summed over and divided away.
    func styleLoss(of map: Tensor, like style: Tensor) -> Tensor {
        func gram(_ map: Tensor) -> Tensor {
            let (channels, places) = (map.shape[1], map.shape[2] * map.shape[3])
            let rows = map.reshaped(to: [channels, places])
            return rows.matrixProduct(rows.transposed(to: [1, 0])) / Float(channels * places)
        }
        return (gram(map) - gram(style)).absolute().mean()
    }
}
