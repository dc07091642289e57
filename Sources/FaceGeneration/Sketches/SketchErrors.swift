import TensorCore

/// How far logits are from sketches: a categorical likelihood for the parts and Bernoulli's for the ink.
struct SketchErrors {
    /// Cross-entropies, sums over a face, means over the batch.
    let parts, ink: Tensor

    /// Logits and sketches are `[batch, parts + 1, side, side]`; pixels of eyes, brows and mouths count `featureWeight` times more.
    init(of logits: Tensor, for sketches: Tensor, featureWeight: Float) {
        let count = Float(sketches.shape[0])
        let (shares, trueInk) = Self.divided(sketches)
        let (parts, ink) = Self.divided(logits)
        let weights = FacePart.all.enumerated().filter { $1.isFeature }.reduce(Tensor(1)) { sum, part in
            sum + featureWeight * shares.sliced(axis: 1, part.offset..<part.offset + 1)
        }
        self.parts = softmaxCrossEntropy(parts, shares: shares, weights: weights) / count
        self.ink = sigmoidCrossEntropy(ink, trueInk) * (Float(trueInk.count) / count)
    }

    private static func divided(_ maps: Tensor) -> (parts: Tensor, ink: Tensor) {
        let parts = FacePart.all.count
        return (maps.sliced(axis: 1, 0..<parts), maps.sliced(axis: 1, parts..<parts + 1))
    }
}
