import TensorCore
import Testing

/// The largest difference, as a part of the largest expected number (or of `smallestScale`, if that is larger);
/// infinite if the shapes differ or one of them is no number.
func relativeDifference(_ got: Tensor, _ expected: DoubleTensor, smallestScale: Double = 1e-6) -> Double {
    guard got.shape == expected.shape else { return .infinity }
    let scale = expected.values.reduce(smallestScale) { max($0, abs($1)) }
    var largest = 0.0
    for (got, expected) in zip(got.scalars, expected.values) {
        let difference = abs(Double(got) - expected)
        guard difference.isFinite else { return .infinity }
        largest = max(largest, difference)
    }
    return largest / scale
}

func expectClose(
    _ got: Tensor?, _ expected: DoubleTensor, _ what: String, tolerance: Double = 1e-5,
    location: SourceLocation = #_sourceLocation
) {
    guard let got else {
        Issue.record("\(what): nothing, expected shape \(expected.shape)", sourceLocation: location)
        return
    }
    let difference = relativeDifference(got, expected)
    if !(difference <= tolerance) {
        Issue.record(
            "\(what): shape \(got.shape), expected \(expected.shape), differs by \(difference) of the largest number",
            sourceLocation: location)
    }
}
