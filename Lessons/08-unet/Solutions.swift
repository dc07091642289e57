import TensorCore

/// Our answers.
struct Solutions: UNetAnswers {
    func joined(below: Tensor, across: Tensor) -> Tensor {
        .concatenated([across, below.resized(toHeight: across.shape[2], width: across.shape[3], .nearest)], axis: 1)
    }

    func bestAnswer(values: [Double], probabilities: [Double]) -> (answer: Double, loss: Double) {
        let mean = zip(values, probabilities).reduce(0) { $0 + $1.0 * $1.1 }
        return (mean, zip(values, probabilities).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) })
    }

    /// The median: from there each step one way brings the answer farther from at least half of the truths. In each channel of
    /// many colours it lies in the middle of them, as the mean does.
    func bestAnswerByAbsoluteError(values: [Double], probabilities: [Double]) -> Double {
        var passed = 0.0
        for (value, probability) in zip(values, probabilities).sorted(by: { $0.0 < $1.0 }) {
            passed += probability
            if passed >= 0.5 { return value }
        }
        return .nan
    }

    func fading(of colors: [(a: Double, b: Double)]) -> Double {
        func chroma(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let sum = colors.reduce((0.0, 0.0)) { ($0.0 + $1.a, $0.1 + $1.b) }
        return chroma(sum.0, sum.1) / colors.reduce(0) { $0 + chroma($1.a, $1.b) }
    }
}
