import Basics
import Models
import TensorCore

extension Tensor {
    /// 1 where there is at least half a pixel of ink, 0 elsewhere.
    var binary: Tensor {
        var result = self.detached
        result.withMutableScalars { scalars in
            for index in scalars.indices { scalars[index] = scalars[index] >= 0.5 ? 1 : 0 }
        }
        return result
    }
}

/// The logarithm of the mean of exponentials; the largest is taken out first, so that none overflows.
func logMeanExponential(_ values: some Collection<Double>) -> Double {
    let largest = values.max() ?? 0
    return largest + logarithm(values.reduce(0) { $0 + exponential($1 - largest) } / Double(values.count))
}

/// For each picture the logarithms of importance weights p(x|z) p(z) / q(z|x), for draws of z from q(z|x).
func logWeights(
    of network: DenseVAE, for pictures: Tensor, draws: Int, using generator: inout SeededGenerator
) -> [[Double]] {
    let encoding = network.encode(pictures, .inference)
    let deviation = (0.5 * encoding.logVariance).exp()
    return (0..<draws).reduce(into: [[Double]](repeating: [], count: pictures.shape[0])) { weights, _ in
        let noise = Tensor(normalWithMean: 0, shape: encoding.mean.shape, using: &generator)
        let codes = encoding.mean + deviation * noise
        let logits = network.decode(codes, .inference)
        let costs = (logits.softplus() - pictures * logits).sum(axes: [1, 2, 3])
        // The constants of the two normal densities are the same and drop out.
        let ratio = (0.5 * (noise.squared() - codes.squared() + encoding.logVariance)).sum(axes: [1])
        for (row, weight) in (ratio - costs).scalars.enumerated() { weights[row].append(Double(weight)) }
    }
}

/// For each picture the evidence log p(x) of a network with a code of two numbers, integrated over [-6, 6]² in
/// `resolution` steps each way.
func logEvidence(of network: DenseVAE, for pictures: Tensor, resolution: Int) -> [Double] {
    precondition(network.latent == 2, "logEvidence: a code of \(network.latent) numbers has no plane")
    let step = 12 / Float(resolution)
    let places = (0..<resolution).map { -6 + (Float($0) + 0.5) * step }
    let flat = pictures.reshaped(to: [pictures.shape[0], 784])
    let terms = places.map { second in
        let codes = Tensor(places.flatMap { [$0, second] }, shape: [resolution, 2])
        let logits = network.decode(codes, .inference).reshaped(to: [resolution, 784])
        // Σ x·a − log(1 + eᵃ), then log p(z) and the cell's area.
        let logLikelihoods = flat.matrixProduct(logits.transposed()) - logits.softplus().sum(axes: [1])
        return logLikelihoods - 0.5 * codes.squared().sum(axes: [1]) + logarithm(step * step / (2 * .pi))
    }
    let all = Tensor.concatenated(terms, axis: 1)
    let cells = resolution * resolution
    return all.withScalars { scalars in
        (0..<pictures.shape[0]).map { row in
            let terms = scalars[row * cells..<(row + 1) * cells].map(Double.init)
            return logMeanExponential(terms) + logarithm(Double(cells))
        }
    }
}
