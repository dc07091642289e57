/// Normalisation to mean 0 and variance 1, then a learnt scale and shift for each channel:
/// y = (x - mean) / √(variance + ε) · scale + shift. The four kinds differ only in which numbers share a mean and
/// a variance. Variances are divided by n.
extension Tensor {
    /// What batch normalisation gives: the result, and the statistics of the batch for the running ones.
    public struct BatchNormalized: Sendable {
        public let output: Tensor
        /// The mean of each channel, `[channels]`; on no tape.
        public let mean: Tensor
        /// The variance of each channel, divided by n, `[channels]`; on no tape.
        public let variance: Tensor
    }

    /// Each channel over the whole batch (Ioffe and Szegedy, 2015). Of shape `[batch, channels, …]`.
    public func batchNormalized(scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5) -> BatchNormalized
    {
        let groups = NormalizationGroups(shape, operation: "batch norm", scale, shift) { _, channel in channel }
        let moments = groups.moments(of: self, epsilon: epsilon)
        return BatchNormalized(
            output: groups.normalize(self, scale: scale, shift: shift, moments),
            mean: Tensor(moments.map { Float($0.mean) }), variance: Tensor(moments.map { Float($0.variance) }))
    }

    /// Each channel of each picture by itself (Ulyanov, Vedaldi and Lempitsky, 2016).
    public func instanceNormalized(scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5) -> Tensor {
        let channels = rank > 1 ? shape[1] : 0
        return normalized("instance norm", scale, shift, epsilon) { $0 * channels + $1 }
    }

    /// Groups of channels of each picture (Wu and He, 2018).
    public func groupNormalized(
        groups: Int, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5
    ) -> Tensor {
        precondition(
            rank >= 2 && groups > 0 && shape[1] % groups == 0, "group norm: \(groups) groups in shape \(shape)")
        let size = shape[1] / groups
        return normalized("group norm", scale, shift, epsilon) { $0 * groups + $1 / size }
    }

    /// All numbers of each picture (Ba, Kiros and Hinton, 2016); scale and shift are still those of the channels.
    public func layerNormalized(scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5) -> Tensor {
        normalized("layer norm", scale, shift, epsilon) { picture, _ in picture }
    }

    /// Normalisation with statistics that are given, `[channels]` each, as batch normalisation does after training.
    public func normalized(
        mean: Tensor, variance: Tensor, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5
    ) -> Tensor {
        precondition(
            rank >= 2 && mean.shape == [shape[1]] && variance.shape == mean.shape,
            "norm: statistics \(mean.shape) and \(variance.shape) for shape \(shape)")
        // The channel's numbers meet the last axes: [channels, 1, 1].
        let channels = [shape[1]] + Array(repeating: 1, count: rank - 2)
        var factor = 1 / (variance + epsilon).squareRoot()
        if let scale { factor = factor * scale }
        var offset = -(mean * factor)
        if let shift { offset = offset + shift }
        return self * factor.reshaped(to: channels) + offset.reshaped(to: channels)
    }

    private func normalized(
        _ operation: String, _ scale: Tensor?, _ shift: Tensor?, _ epsilon: Float,
        group: (_ picture: Int, _ channel: Int) -> Int
    ) -> Tensor {
        let groups = NormalizationGroups(shape, operation: operation, scale, shift, group: group)
        return groups.normalize(self, scale: scale, shift: shift, groups.moments(of: self, epsilon: epsilon))
    }
}

/// The mean and variance of a group, and one over the standard deviation.
private struct Moments: Sendable {
    let mean: Double
    let variance: Double
    let inverseDeviation: Double
}

/// A tensor seen as planes, one for each channel of each picture, and the groups that they form.
private struct NormalizationGroups: Sendable {
    let shape: [Int]
    let channels: Int
    /// Numbers in a plane.
    let size: Int
    /// The group of each plane.
    let groupOfPlane: [Int]
    /// The planes of each group.
    let planes: [[Int]]

    init(
        _ shape: [Int], operation: String, _ scale: Tensor?, _ shift: Tensor?,
        group: (_ picture: Int, _ channel: Int) -> Int
    ) {
        precondition(
            shape.count >= 2 && shape.allSatisfy { $0 > 0 }, "\(operation): shape \(shape) has no channels")
        let channels = shape[1]
        for tensor in [scale, shift].compactMap(\.self) {
            precondition(
                tensor.shape == [channels], "\(operation): scale or shift of shape \(tensor.shape) for shape \(shape)"
            )
        }
        self.shape = shape
        self.channels = channels
        size = shape[2...].reduce(1, *)
        let groupOfPlane = (0..<shape[0] * channels).map { group($0 / channels, $0 % channels) }
        var planes = Array(repeating: [Int](), count: groupOfPlane.max()! + 1)
        for (plane, group) in groupOfPlane.enumerated() { planes[group].append(plane) }
        self.groupOfPlane = groupOfPlane
        self.planes = planes
    }

    /// Two passes over a group's numbers: the mean, then the squared distances from it. One pass over squares would
    /// lose the variance of numbers that lie far from zero.
    func moments(of tensor: Tensor, epsilon: Float) -> [Moments] {
        tensor.withScalars { numbers in
            let from = numbers.baseAddress!
            return inParallelMap(planes.count) { group in
                let count = Double(planes[group].count * size)
                let mean = planes[group].reduce(0) { $0 + sumOfRun(from + $1 * size, size) } / count
                let centre = Float(mean)
                let squares = planes[group].reduce(0) { $0 + sumOfSquares(from + $1 * size, size, centre) }
                // The centre was rounded; what that adds is known and taken away.
                let variance = max(0, squares / count - (mean - Double(centre)) * (mean - Double(centre)))
                return Moments(
                    mean: mean, variance: variance, inverseDeviation: 1 / (variance + Double(epsilon)).squareRoot())
            }
        }
    }

    func normalize(_ input: Tensor, scale: Tensor?, shift: Tensor?, _ moments: [Moments]) -> Tensor {
        let (scales, shifts) = (scale?.scalars, shift?.scalars)
        let output = mapPlanes(input) { plane in
            // y = factor · x + offset.
            let moments = moments[groupOfPlane[plane]]
            let factor = moments.inverseDeviation * Double(scales?[plane % channels] ?? 1)
            return (Float(factor), Float(Double(shifts?[plane % channels] ?? 0) - moments.mean * factor))
        }
        let inputs = [input, scale, shift].compactMap(\.self)
        return output.recorded(from: inputs) { [scaleSlot = scale?.slot, shiftSlot = shift?.slot] gradient, inputs in
            let sums = planeSums(input, gradient)
            // Σ dy · (x - mean) / deviation for each plane.
            let products = sums.indices.map { plane in
                let moments = moments[groupOfPlane[plane]]
                return (sums[plane].product - moments.mean * sums[plane].change) * moments.inverseDeviation
            }
            if let scaleSlot { inputs.add(to: scaleSlot) { sumOverBatch(products) } }
            if let shiftSlot { inputs.add(to: shiftSlot) { sumOverBatch(sums.map(\.change)) } }
            inputs.add(to: input) {
                let factors = planeFactors(scales: scales, changes: sums.map(\.change), products: products, moments)
                return combinePlanes(input, gradient) { factors[$0] }
            }
        }
    }

    /// For each plane the factors of dx = a · dy + b · x + c. With x̂ the normalised input and g = scale · dy:
    /// dx = (g - mean(g) - x̂ · mean(g · x̂)) / deviation, the means taken over the group.
    private func planeFactors(
        scales: [Float]?, changes: [Double], products: [Double], _ moments: [Moments]
    ) -> [(Float, Float, Float)] {
        let means = planes.map { planes -> (change: Double, product: Double) in
            var sums = (change: 0.0, product: 0.0)
            for plane in planes {
                let scale = Double(scales?[plane % channels] ?? 1)
                sums.change += scale * changes[plane]
                sums.product += scale * products[plane]
            }
            let count = Double(planes.count * size)
            return (sums.change / count, sums.product / count)
        }
        return changes.indices.map { plane in
            let group = groupOfPlane[plane]
            let inverse = moments[group].inverseDeviation
            let slope = -means[group].product * inverse * inverse
            return (
                Float(inverse * Double(scales?[plane % channels] ?? 1)), Float(slope),
                Float(-means[group].change * inverse - slope * moments[group].mean)
            )
        }
    }

    /// A sum for each channel from one for each plane.
    private func sumOverBatch(_ sums: [Double]) -> Tensor {
        var totals = [Double](repeating: 0, count: channels)
        for (plane, sum) in sums.enumerated() { totals[plane % channels] += sum }
        return Tensor(totals.map { Float($0) })
    }
}

// MARK: - Loops over planes

extension NormalizationGroups {
    /// factor · x + offset, both chosen for each plane.
    private func mapPlanes(_ input: Tensor, _ line: (Int) -> (factor: Float, offset: Float)) -> Tensor {
        Tensor(shape: shape) { result in
            input.withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                inParallelPieces(of: groupOfPlane.count, size: max(1, (1 << 14) / size)) { piece in
                    for plane in piece {
                        let (factor, offset) = line(plane)
                        let (from, to) = (from + plane * size, to + plane * size)
                        for index in 0..<size { to[index] = factor * from[index] + offset }
                    }
                }
            }
        }
    }

    /// Σ dy and Σ dy · x of each plane.
    private func planeSums(_ input: Tensor, _ gradient: Tensor) -> [(change: Double, product: Double)] {
        withPointers(input, gradient, nil) { x, dy, _ in
            inParallelMap(groupOfPlane.count) { plane in
                let (x, dy) = (x + plane * size, dy + plane * size)
                let product = sumOfRun(size) { index in
                    UnsafeRawPointer(x + index).loadUnaligned(as: SIMD16<Float>.self)
                        * UnsafeRawPointer(dy + index).loadUnaligned(as: SIMD16<Float>.self)
                } scalar: { index in
                    x[index] * dy[index]
                }
                return (sumOfRun(dy, size), product)
            }
        }
    }

    /// a · dy + b · x + c, all three chosen for each plane.
    private func combinePlanes(
        _ input: Tensor, _ gradient: Tensor, _ factors: (Int) -> (Float, Float, Float)
    ) -> Tensor {
        Tensor(shape: shape) { result in
            withPointers(input, gradient, nil) { x, dy, _ in
                let to = result.baseAddress!
                inParallelPieces(of: groupOfPlane.count, size: max(1, (1 << 14) / size)) { piece in
                    for plane in piece {
                        let (a, b, c) = factors(plane)
                        let (x, dy, to) = (x + plane * size, dy + plane * size, to + plane * size)
                        for index in 0..<size { to[index] = a * dy[index] + b * x[index] + c }
                    }
                }
            }
        }
    }
}

/// Σ (x - centre)².
private func sumOfSquares(_ from: UnsafePointer<Float>, _ count: Int, _ centre: Float) -> Double {
    sumOfRun(count) { index in
        let distance = UnsafeRawPointer(from + index).loadUnaligned(as: SIMD16<Float>.self) - centre
        return distance * distance
    } scalar: { index in
        (from[index] - centre) * (from[index] - centre)
    }
}
