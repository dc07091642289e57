import Basics
import Glibc

// How like another picture of the same size and format a picture is.

extension Picture {
    /// The mean squared error per sample; samples count as numbers in 0...1.
    public func squaredError(to other: Picture) -> Float {
        checkComparable(to: other, "squaredError")
        var sum = 0
        for (one, another) in zip(samples, other.samples) {
            let difference = Int(one) - Int(another)
            sum += difference * difference
        }
        return Float(Double(sum) / Double(samples.count) / (255 * 255))
    }

    /// The peak signal-to-noise ratio in decibels, -10 · log₁₀ of the squared error; infinite for equal pictures.
    public func signalToNoise(to other: Picture) -> Float { -10 * log10f(squaredError(to: other)) }

    /// The mean CIE ΔE (1976) over all pixels; see ``Lab/difference(to:)``.
    public func colorDifference(to other: Picture) -> Float {
        checkComparable(to: other, "colourDifference")
        let sum = zip(labColors, other.labColors).reduce(0.0) { $0 + Double($1.0.difference(to: $1.1)) }
        return Float(sum / Double(width * height))
    }

    /// The structural similarity, 1 for equal pictures: the mean over all channels and over all windows that fit whole.
    ///
    /// Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural similarity", 2004,
    /// with its Gaussian window of 11×11 pixels (σ = 1.5), K₁ = 0.01 and K₂ = 0.03. A picture with a side shorter than 11
    /// pixels has no such window; its similarity is not a number.
    public func structuralSimilarity(to other: Picture) -> Float {
        checkComparable(to: other, "structuralSimilarity")
        let (ours, theirs) = (planes(), other.planes())
        let size = width * height
        let similarities = (0..<channels).map { channel in
            let range = channel * size..<(channel + 1) * size
            return meanSimilarity(Array(ours[range]), Array(theirs[range]))
        }
        return similarities.reduce(0, +) / Float(channels)
    }

    private func meanSimilarity(_ x: [Float], _ y: [Float]) -> Float {
        func mean(_ a: [Float], _ b: [Float]? = nil) -> [Float] {
            GaussianWindow.means(b.map { b in zip(a, b).map { $0 * $1 } } ?? a, width: width, height: height)
        }
        let (meanX, meanY, xx, yy, xy) = (mean(x), mean(y), mean(x, x), mean(y, y), mean(x, y))
        let (c1, c2): (Float, Float) = (0.01 * 0.01, 0.03 * 0.03)
        let sum = meanX.indices.reduce(0.0) { sum, i in
            let (mx, my) = (meanX[i], meanY[i])
            let (vx, vy, covariance) = (xx[i] - mx * mx, yy[i] - my * my, xy[i] - mx * my)
            let similarity =
                (2 * mx * my + c1) * (2 * covariance + c2) / ((mx * mx + my * my + c1) * (vx + vy + c2))
            return sum + Double(similarity)
        }
        return Float(sum / Double(meanX.count))
    }

    private func checkComparable(to other: Picture, _ operation: String) {
        precondition(
            width == other.width && height == other.height && format == other.format,
            "\(operation): \(width)×\(height) \(format) and \(other.width)×\(other.height) \(other.format)")
    }
}

/// The weighted means around each pixel.
private enum GaussianWindow {
    static let reach = 5
    static let weights: [Float] = {
        let raw = (-reach...reach).map { expf(-Float($0 * $0) / (2 * 1.5 * 1.5)) }
        return raw.map { $0 / raw.reduce(0, +) }
    }()

    /// The means of a plane's windows that fit whole, row by row.
    static func means(_ plane: [Float], width: Int, height: Int) -> [Float] {
        let (newWidth, newHeight) = (max(0, width - 2 * reach), max(0, height - 2 * reach))
        var across = [Float](repeating: 0, count: newWidth * height)
        var result = [Float](repeating: 0, count: newWidth * newHeight)
        for (offset, weight) in weights.enumerated() {
            for y in 0..<height {
                for x in 0..<newWidth { across[y * newWidth + x] += weight * plane[y * width + x + offset] }
            }
        }
        for (offset, weight) in weights.enumerated() {
            for i in result.indices { result[i] += weight * across[i + offset * newWidth] }
        }
        return result
    }
}
