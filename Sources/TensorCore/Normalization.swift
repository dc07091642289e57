/// Normalisation to mean 0 and variance 1, then a learnt scale and shift for each channel:
/// y = (x - mean) / √(variance + ε) · scale + shift. The four kinds differ only in which numbers share a mean and
/// a variance. Variances are divided by n. An activation may follow in the same pass over memory.
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
    public func batchNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> BatchNormalized {
        let groups = NormalizationGroups(shape, operation: "batch norm", scale, shift) { _, channel in channel }
        let moments = groups.moments(of: self, epsilon: epsilon)
        return BatchNormalized(
            output: groups.normalize(self, scale: scale, shift: shift, moments, activation),
            mean: Tensor(moments.map { Float($0.mean) }), variance: Tensor(moments.map { Float($0.variance) }))
    }

    /// Each channel of each picture by itself (Ulyanov, Vedaldi and Lempitsky, 2016).
    public func instanceNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        let channels = rank > 1 ? shape[1] : 0
        return normalized("instance norm", scale, shift, epsilon, activation) { $0 * channels + $1 }
    }

    /// Groups of channels of each picture (Wu and He, 2018).
    public func groupNormalized(
        groups: Int, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        precondition(
            rank >= 2 && groups > 0 && shape[1] % groups == 0, "group norm: \(groups) groups in shape \(shape)")
        let size = shape[1] / groups
        return normalized("group norm", scale, shift, epsilon, activation) { $0 * groups + $1 / size }
    }

    /// All numbers of each picture (Ba, Kiros and Hinton, 2016); scale and shift are still those of the channels.
    public func layerNormalized(
        scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float = 1e-5, activation: Activation = .none
    ) -> Tensor {
        normalized("layer norm", scale, shift, epsilon, activation) { picture, _ in picture }
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
        _ operation: String, _ scale: Tensor?, _ shift: Tensor?, _ epsilon: Float, _ activation: Activation,
        group: (_ picture: Int, _ channel: Int) -> Int
    ) -> Tensor {
        let groups = NormalizationGroups(shape, operation: operation, scale, shift, group: group)
        let moments = groups.moments(of: self, epsilon: epsilon)
        return groups.normalize(self, scale: scale, shift: shift, moments, activation)
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

    func normalize(
        _ input: Tensor, scale: Tensor?, shift: Tensor?, _ moments: [Moments], _ activation: Activation
    ) -> Tensor {
        let lines = planeLines(scales: scale?.scalars, shifts: shift?.scalars, moments)
        let slope = activation.slope
        let output = mapPlanes(input, lines, slope)
        let inputs = [input, scale, shift].compactMap(\.self)
        return output.recorded(from: inputs) { [scaleSlot = scale?.slot, shiftSlot = shift?.slot] gradient, inputs in
            let sums = planeSums(input, gradient, lines, slope)
            // Σ dy · (x - mean) / deviation for each plane; its centre was rounded, and the rest is put right.
            let products = sums.indices.map { plane in
                let moments = moments[groupOfPlane[plane]]
                let rest = moments.mean - Double(lines[plane].centre)
                return (sums[plane].product - rest * sums[plane].change) * moments.inverseDeviation
            }
            if let scaleSlot { inputs.add(to: scaleSlot) { sumOverBatch(products) } }
            if let shiftSlot { inputs.add(to: shiftSlot) { sumOverBatch(sums.map(\.change)) } }
            inputs.add(to: input) {
                combinePlanes(
                    input, gradient, lines, slope,
                    planeSlopes(lines, changes: sums.map(\.change), products: products, moments))
            }
        }
    }

    /// y = factor · (x - centre) + offset for each plane. The centre is the mean, so that numbers that lie far from zero
    /// do not lose their digits.
    private func planeLines(scales: [Float]?, shifts: [Float]?, _ moments: [Moments]) -> [PlaneLine] {
        groupOfPlane.indices.map { plane in
            let moments = moments[groupOfPlane[plane]]
            let scale = Double(scales?[plane % channels] ?? 1)
            let factor = moments.inverseDeviation * scale
            let centre = Float(moments.mean)
            let offset = Double(shifts?[plane % channels] ?? 0) - (moments.mean - Double(centre)) * factor
            return PlaneLine(centre: centre, factor: Float(factor), offset: Float(offset), scale: scale)
        }
    }

    /// For each plane the factors of dx = factor · dy + slope · (x - centre) + level. With x̂ the normalised input and
    /// g = scale · dy: dx = (g - mean(g) - x̂ · mean(g · x̂)) / deviation, the means taken over the group.
    private func planeSlopes(
        _ lines: [PlaneLine], changes: [Double], products: [Double], _ moments: [Moments]
    ) -> [(slope: Float, level: Float)] {
        let means = planes.map { planes -> (change: Double, product: Double) in
            var sums = (change: 0.0, product: 0.0)
            for plane in planes {
                sums.change += lines[plane].scale * changes[plane]
                sums.product += lines[plane].scale * products[plane]
            }
            let count = Double(planes.count * size)
            return (sums.change / count, sums.product / count)
        }
        return changes.indices.map { plane in
            let group = groupOfPlane[plane]
            let inverse = moments[group].inverseDeviation
            let slope = -means[group].product * inverse * inverse
            let rest = moments[group].mean - Double(lines[plane].centre)
            return (Float(slope), Float(-means[group].change * inverse - slope * rest))
        }
    }

    /// A sum for each channel from one for each plane.
    private func sumOverBatch(_ sums: [Double]) -> Tensor {
        var totals = [Double](repeating: 0, count: channels)
        for (plane, sum) in sums.enumerated() { totals[plane % channels] += sum }
        return Tensor(totals.map { Float($0) })
    }
}

/// y = factor · (x - centre) + offset.
private struct PlaneLine: Sendable {
    let centre: Float
    let factor: Float
    let offset: Float
    /// The learnt scale, which is a part of the factor.
    let scale: Double

    @inline(__always)
    func callAsFunction(_ x: Wide) -> Wide { factor * (x - centre) + offset }
}

// MARK: - Loops over planes

extension NormalizationGroups {
    /// Each plane's line, and the bend after it.
    private func mapPlanes(_ input: Tensor, _ lines: [PlaneLine], _ slope: Float) -> Tensor {
        Tensor(shape: shape) { result in
            input.withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                inParallelPieces(of: groupOfPlane.count, size: max(1, (1 << 14) / size)) { piece in
                    for plane in piece {
                        let (line, from) = (lines[plane], from + plane * size)
                        mapRun(size, to: to + plane * size) { index, count in
                            line(load(from + index, count)).bent(slope)
                        }
                    }
                }
            }
        }
    }

    /// Σ dy and Σ dy · (x - centre) of each plane, dy being the gradient before the bend.
    private func planeSums(
        _ input: Tensor, _ gradient: Tensor, _ lines: [PlaneLine], _ slope: Float
    ) -> [(change: Double, product: Double)] {
        withPointers(input, gradient, nil) { x, dy, _ in
            inParallelMap(groupOfPlane.count) { plane in
                let (line, x, dy) = (lines[plane], x + plane * size, dy + plane * size)
                var (change, product) = (0.0, 0.0)
                for start in stride(from: 0, to: size, by: 1024) {
                    // Short sums in single precision, their sums in double.
                    var (changes, products) = (Wide(), Wide())
                    for index in stride(from: start, to: min(size, start + 1024), by: Wide.scalarCount) {
                        let count = min(Wide.scalarCount, size - index)
                        let numbers = load(x + index, count)
                        var change = load(dy + index, count)
                        if slope != 1 { change = change.unbent(slope, result: line(numbers)) }
                        changes += change
                        products += change * (numbers - line.centre)
                    }
                    change += changes.total
                    product += products.total
                }
                return (change, product)
            }
        }
    }

    /// factor · dy + slope · (x - centre) + level, dy being the gradient before the bend.
    private func combinePlanes(
        _ input: Tensor, _ gradient: Tensor, _ lines: [PlaneLine], _ bend: Float,
        _ slopes: [(slope: Float, level: Float)]
    ) -> Tensor {
        Tensor(shape: shape) { result in
            withPointers(input, gradient, nil) { x, dy, _ in
                let to = result.baseAddress!
                inParallelPieces(of: groupOfPlane.count, size: max(1, (1 << 14) / size)) { piece in
                    for plane in piece {
                        let (line, (slope, level)) = (lines[plane], slopes[plane])
                        let (x, dy) = (x + plane * size, dy + plane * size)
                        mapRun(size, to: to + plane * size) { index, count in
                            let numbers = load(x + index, count)
                            var change = load(dy + index, count)
                            if bend != 1 { change = change.unbent(bend, result: line(numbers)) }
                            return line.factor * change + (slope * (numbers - line.centre) + level)
                        }
                    }
                }
            }
        }
    }
}

/// Σ (x - centre)².
private func sumOfSquares(_ from: UnsafePointer<Float>, _ count: Int, _ centre: Float) -> Double {
    sumOfRun(count) { index in
        let distance = load(from + index) - centre
        return distance * distance
    } scalar: { index in
        (from[index] - centre) * (from[index] - centre)
    }
}

extension Wide {
    /// The sum of the sixteen, in double precision.
    var total: Double {
        var sum = 0.0
        for lane in 0..<Wide.scalarCount { sum += Double(self[lane]) }
        return sum
    }
}
