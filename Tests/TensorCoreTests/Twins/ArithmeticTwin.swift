import Glibc

extension DoubleTensor {
    // MARK: - Broadcasting

    /// Axes are matched from the last; a length of 1 is repeated.
    func broadcast(to shape: [Int]) -> DoubleTensor {
        let own = self.shape
        return DoubleTensor(shape: shape) { indices in
            let matched = indices.suffix(own.count)
            return self[zip(matched, own).map { index, length in length == 1 ? 0 : index }]
        }
    }

    static func combine(
        _ left: DoubleTensor, _ right: DoubleTensor, _ operation: (Double, Double) -> Double
    ) -> DoubleTensor {
        let rank = max(left.rank, right.rank)
        let leftShape = Array(repeating: 1, count: rank - left.rank) + left.shape
        let rightShape = Array(repeating: 1, count: rank - right.rank) + right.shape
        let shape = zip(leftShape, rightShape).map { $0 == 1 ? $1 : $0 }
        let a = left.shape == shape ? left : left.broadcast(to: shape)
        let b = right.shape == shape ? right : right.broadcast(to: shape)
        return DoubleTensor(shape: shape, values: zip(a.values, b.values).map(operation))
    }

    static func + (left: Self, right: Self) -> Self { combine(left, right, +) }
    static func - (left: Self, right: Self) -> Self { combine(left, right, -) }
    static func * (left: Self, right: Self) -> Self { combine(left, right, *) }
    static func / (left: Self, right: Self) -> Self { combine(left, right, /) }

    static func + (left: Self, right: Double) -> Self { left.map { $0 + right } }
    static func - (left: Self, right: Double) -> Self { left.map { $0 - right } }
    static func * (left: Self, right: Double) -> Self { left.map { $0 * right } }
    static func / (left: Self, right: Double) -> Self { left.map { $0 / right } }
    static func + (left: Double, right: Self) -> Self { right.map { left + $0 } }
    static func - (left: Double, right: Self) -> Self { right.map { left - $0 } }
    static func * (left: Double, right: Self) -> Self { right.map { left * $0 } }
    static func / (left: Double, right: Self) -> Self { right.map { left / $0 } }
    static prefix func - (operand: Self) -> Self { operand.map { -$0 } }

    // MARK: - Functions of one number

    func exp() -> Self { map { Glibc.exp($0) } }
    func log() -> Self { map { Glibc.log($0) } }
    func squareRoot() -> Self { map { $0.squareRoot() } }
    func raised(to exponent: Double) -> Self { map { Glibc.pow($0, exponent) } }
    func absolute() -> Self { map { abs($0) } }
    func squared() -> Self { map { $0 * $0 } }
    func clamped(to range: ClosedRange<Double>) -> Self {
        map { min(max($0, range.lowerBound), range.upperBound) }
    }
    func relu() -> Self { map { max($0, 0) } }
    func leakyRelu(slope: Double) -> Self { map { $0 > 0 ? $0 : slope * $0 } }
    func tanh() -> Self { map { Glibc.tanh($0) } }
    func sigmoid() -> Self { map { 1 / (1 + Glibc.exp(-$0)) } }
    func softplus() -> Self { map { max($0, 0) + Glibc.log1p(Glibc.exp(-abs($0))) } }
}
