import Pictures

/// The mean of the differences of all samples.
public func meanDifference(_ a: Picture, _ b: Picture) -> Float {
    let sum = zip(a.samples, b.samples).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Float(sum) / Float(a.samples.count)
}
