import TensorCore

/// Our answers.
struct Solutions: AnimeAnswers {
    func discriminatorLoss(drawn: Tensor, generated: Tensor, grey: Tensor, smoothed: Tensor) -> Tensor {
        (drawn - 1).squared().mean() + generated.squared().mean() + grey.squared().mean()
            + 0.1 * smoothed.squared().mean()
    }

    /// The weighted mean of the targets. For AnimeGAN's terms, 1 / 3.1: an answer of one half is no sign of a balance.
    func bestAnswer(to kinds: [(weight: Double, target: Double)]) -> Double {
        kinds.reduce(0) { $0 + $1.weight * $1.target } / kinds.reduce(0) { $0 + $1.weight }
    }

    func multiplications(kernel k: Int, from c: Int, to d: Int, side: Int) -> (full: Int, separable: Int) {
        (k * k * c * d * side * side, (k * k * c + c * d) * side * side)
    }

    func smoothed(_ row: [Double], threshold: Double) -> [Double] {
        let edges = row.indices.filter { $0 > 0 && abs(row[$0] - row[$0 - 1]) > threshold }
        func mirrored(_ place: Int) -> Int {
            let place = abs(place)
            return place < row.count ? place : 2 * (row.count - 1) - place
        }
        let weights = [1.0, 4, 6, 4, 1]
        return row.indices.map { place in
            guard edges.contains(where: { abs($0 - place) <= 2 }) else { return row[place] }
            return weights.indices.reduce(0) { $0 + weights[$1] * row[mirrored(place + $1 - 2)] } / 16
        }
    }
}
