import Basics

// What the four kinds of normalisation share; `Normalization.swift` says what they are for.

/// The mean and variance of a group, and one over the standard deviation.
struct Moments: Sendable {
    let mean: Double
    let variance: Double
    let inverseDeviation: Double

    /// What is left of the mean when it is rounded to single precision.
    var restOfMean: Double { mean - Double(Float(mean)) }
}

/// A tensor seen as planes, one for each channel of each picture, and the groups that they form.
struct NormalizationGroups: Sendable {
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

    /// The normalised input and the statistics of each group. While a group's numbers are in the cache they are read,
    /// normalised and written.
    func normalize(
        _ input: Tensor, scale: Tensor?, shift: Tensor?, epsilon: Float, activation: Activation
    ) -> (output: Tensor, moments: [Moments]) {
        let (scales, shifts, slope) = (scale?.scalars, shift?.scalars, activation.slope)
        var moments: [Moments] = []
        let output = Tensor(shape: shape) { result in
            input.withScalars { numbers in
                let (from, to) = (numbers.baseAddress!, result.baseAddress!)
                moments = mapGroups { group in
                    let moments = self.moments(of: group, from, epsilon: epsilon)
                    forEachPlane(of: group) { plane in
                        let line = PlaneLine(
                            moments, scale: scales?[plane % channels], shift: shifts?[plane % channels])
                        line.run(from + plane * size, size, slope, to: to + plane * size)
                    }
                    return moments
                }
            }
        }
        let inputs = [input, scale, shift].compactMap(\.self)
        let recorded = output.recorded(from: inputs) {
            [moments, scaleSlot = scale?.slot, shiftSlot = shift?.slot] gradient, inputs in
            let lines = groupOfPlane.enumerated().map { plane, group in
                PlaneLine(moments[group], scale: scales?[plane % channels], shift: shifts?[plane % channels])
            }
            let (dx, sums) = gradients(
                input, gradient, lines, moments, slope, includingInput: inputs.wants(input.slot))
            if let scaleSlot { inputs.add(to: scaleSlot) { sumOverBatch(sums.map(\.product)) } }
            if let shiftSlot { inputs.add(to: shiftSlot) { sumOverBatch(sums.map(\.change)) } }
            if let dx { inputs.add(to: input) { dx } }
        }
        return (recorded, moments)
    }

    /// Two passes over a group's numbers: the mean, then the squared distances from it. One pass over squares would
    /// lose the variance of numbers that lie far from zero.
    private func moments(of group: Int, _ from: UnsafePointer<Float>, epsilon: Float) -> Moments {
        let count = Double(planes[group].count * size)
        let mean = sumOverPlanes(of: group) { sumOfRun(from + $0 * size, size) } / count
        let centre = Float(mean)
        let squares = sumOverPlanes(of: group) { sumOfSquares(from + $0 * size, size, centre) }
        // The centre was rounded; what that adds is known and taken away.
        let variance = max(0, squares / count - (mean - Double(centre)) * (mean - Double(centre)))
        return Moments(
            mean: mean, variance: variance, inverseDeviation: 1 / (variance + Double(epsilon)).squareRoot())
    }

    /// The input's gradient, and for each plane Σ dy and Σ dy · x̂. With x̂ the normalised input and g = scale · dy it is
    /// dx = (g - mean(g) - x̂ · mean(g · x̂)) / deviation, the means taken over the group.
    private func gradients(
        _ input: Tensor, _ gradient: Tensor, _ lines: [PlaneLine], _ moments: [Moments], _ bend: Float,
        includingInput: Bool
    ) -> (dx: Tensor?, sums: [PlaneSums]) {
        var sums = Array(repeating: PlaneSums(), count: groupOfPlane.count)
        let dx = Tensor(shape: includingInput ? shape : []) { result in
            withPointers(input, gradient, nil) { x, dy, _ in
                sums.withUnsafeMutableBufferPointer { sums in
                    let (to, sums) = (result.baseAddress!, sums.baseAddress!)
                    _ = mapGroups { group in
                        let moments = moments[group]
                        forEachPlane(of: group) { plane in
                            sums[plane] = lines[plane].sums(x + plane * size, dy + plane * size, size, bend, moments)
                        }
                        guard includingInput else { return }
                        let count = Double(planes[group].count * size)
                        let change = planes[group].reduce(0) { $0 + lines[$1].scale * sums[$1].change } / count
                        let product = planes[group].reduce(0) { $0 + lines[$1].scale * sums[$1].product } / count
                        let slope = -product * moments.inverseDeviation * moments.inverseDeviation
                        let level = -change * moments.inverseDeviation - slope * moments.restOfMean
                        forEachPlane(of: group) { plane in
                            lines[plane].combine(
                                x + plane * size, dy + plane * size, size, bend, slope: Float(slope),
                                level: Float(level), to: to + plane * size)
                        }
                    }
                }
            }
        }
        return (includingInput ? dx : nil, sums)
    }

    /// A sum for each channel from one for each plane.
    private func sumOverBatch(_ sums: [Double]) -> Tensor {
        var totals = [Double](repeating: 0, count: channels)
        for (plane, sum) in sums.enumerated() { totals[plane % channels] += sum }
        return Tensor(totals.map { Float($0) })
    }

    // MARK: - Threads

    /// Whether there are so many groups that a thread can take whole ones.
    private var groupsAreTasks: Bool { planes.count >= 8 }

    private func mapGroups<Value>(_ body: (_ group: Int) -> Value) -> [Value] {
        groupsAreTasks ? inParallelMap(planes.count, body) : planes.indices.map(body)
    }

    private func forEachPlane(of group: Int, _ body: (_ plane: Int) -> Void) {
        let planes = planes[group]
        if groupsAreTasks {
            for plane in planes { body(plane) }
        } else {
            inParallel(planes.count) { body(planes[$0]) }
        }
    }

    private func sumOverPlanes(of group: Int, _ term: (_ plane: Int) -> Double) -> Double {
        let planes = planes[group]
        return groupsAreTasks
            ? planes.reduce(0) { $0 + term($1) } : inParallelMap(planes.count) { term(planes[$0]) }.reduce(0, +)
    }
}
