import Basics

/// Losses: one number for how far a prediction is from its target. All but `sumSquaredError` are means over every
/// number; the gradient also reaches the target where a tape learns it.

/// Σ (prediction - target)², over everything.
public func sumSquaredError(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    checkShapes("squared error", prediction, target)
    return (prediction - target).squared().sum()
}

/// The mean of (prediction - target)².
public func meanSquaredError(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    sumSquaredError(prediction, target) / Float(prediction.count)
}

/// The mean of |prediction - target|.
public func meanAbsoluteError(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    checkShapes("absolute error", prediction, target)
    return (prediction - target).absolute().mean()
}

/// The mean of Huber's loss (1964): ½ d² where the distance d is at most `delta`, delta · (d - ½ delta) beyond.
public func meanHuber(_ prediction: Tensor, _ target: Tensor, delta: Float = 1) -> Tensor {
    checkShapes("Huber loss", prediction, target)
    let difference = prediction - target
    let losses = difference.mapped { d in
        let distance = d.replacing(with: -d, where: d .< 0)
        return (0.5 * d * d).replacing(with: delta * (distance - 0.5 * delta), where: distance .> delta)
    }
    return losses.recorded(from: difference) { gradient, inputs in
        inputs.add(to: difference) {
            gradient.zipped(difference) {
                $0 * $1.clamped(lowerBound: Lanes(repeating: -delta), upperBound: Lanes(repeating: delta))
            }
        }
    }.mean()
}

/// The mean of -log p(class), where p is the softmax of a row of logits, `[rows, classes]`.
///
/// From logits, because the logarithm of a softmax that was rounded to 0 is infinite.
public func softmaxCrossEntropy(_ logits: Tensor, classes: [Int]) -> Tensor {
    precondition(
        logits.rank == 2 && logits.shape[0] == classes.count && !classes.isEmpty
            && classes.allSatisfy { (0..<logits.shape[1]).contains($0) },
        "softmax cross-entropy: logits \(logits.shape), classes \(classes)")
    let (probabilities, logarithms) = logits.softmaxOfRows()
    let width = logits.shape[1]
    let losses = logits.withScalars { numbers in
        classes.enumerated().map { row, label in logarithms[row] - Double(numbers[row * width + label]) }
    }
    let result = Tensor(Float(losses.reduce(0, +) / Double(classes.count)))
    return result.recorded(from: logits) { [slot = logits.slot] gradient, inputs in
        inputs.add(to: slot) {
            var change = probabilities
            change.withMutableScalars { numbers in
                for (row, label) in classes.enumerated() { numbers[row * width + label] -= 1 }
            }
            return change * (gradient.item / Float(classes.count))
        }
    }
}

/// The mean of -(t · log p + (1 - t) · log(1 - p)) with p = sigmoid(logit): the negative logarithm of Bernoulli's
/// likelihood. Targets lie in [0, 1].
public func sigmoidCrossEntropy(_ logits: Tensor, _ targets: Tensor) -> Tensor {
    checkShapes("sigmoid cross-entropy", logits, targets)
    // -t · log p - (1 - t) · log(1 - p) = softplus(x) - t · x.
    let losses = logits.zipped(targets) { x, t in x.softplus - t * x }
    return losses.recorded(from: logits, targets) { gradient, inputs in
        inputs.add(to: logits) { gradient * logits.zipped(targets) { x, t in x.logistic - t } }
        inputs.add(to: targets) { gradient.zipped(logits) { dy, x in -dy * x } }
    }.mean()
}

extension Tensor {
    /// The softmax of each row, `[rows, classes]`: eˣ over the row's sum of them.
    public func softmax() -> Tensor {
        precondition(rank == 2, "softmax: shape \(shape) has no rows")
        let result = softmaxOfRows().probabilities
        return result.recorded(from: self) { [slot] gradient, inputs in
            inputs.add(to: slot) {
                let product = gradient * result
                return product - result * product.sum(axes: [1], keepingAxes: true)
            }
        }
    }

    /// The softmax of each row, off every tape, and the logarithm of each row's sum of eˣ.
    fileprivate func softmaxOfRows() -> (probabilities: Tensor, logarithms: [Double]) {
        let (rows, width) = (shape[0], shape[1])
        var logarithms: [Double] = []
        let probabilities = Tensor(shape: shape) { result in
            logarithms = withScalars { numbers in
                inParallelMap(rows) { row in
                    guard width > 0, let from = numbers.baseAddress, let to = result.baseAddress else {
                        return -.infinity
                    }
                    let place = row * width
                    let largest = Kernels.loops.largest(from + place, width)
                    let sum = Kernels.loops.softmax(from + place, largest, to + place, width)
                    return Double(largest) + sum.logarithm
                }
            }
        }
        return (probabilities, logarithms)
    }
}

/// The Gram matrix of each picture's features, `[n, c, h, w]` to `[n, c, c]`: F·Fᵀ / (c · h · w), where the rows of F are
/// the channels. Which channels are active together, wherever that is (Gatys, Ecker and Bethge, 2016).
public func gramMatrix(_ features: Tensor) -> Tensor {
    precondition(features.rank == 4, "Gram matrix: shape \(features.shape) is not [n, c, h, w]")
    let shape = features.shape
    let rows = features.reshaped(to: [shape[0], shape[1], shape[2] * shape[3]])
    return rows.matrixProduct(rows.transposed(to: [0, 2, 1])) / Float(shape[1] * shape[2] * shape[3])
}

private func checkShapes(_ loss: String, _ prediction: Tensor, _ target: Tensor) {
    precondition(
        prediction.shape == target.shape, "\(loss): prediction \(prediction.shape), target \(target.shape)")
    precondition(prediction.count > 0, "\(loss): prediction \(prediction.shape) is empty")
}

/// The sum of -Σ tₖ · log pₖ over all places, where p is the softmax over the channels of logits `[n, channels, …]`, and the
/// targets t are shares that sum to 1 at each place. `weights` `[n, 1, …]` says how much each place counts.
public func softmaxCrossEntropy(_ logits: Tensor, shares: Tensor, weights: Tensor) -> Tensor {
    checkShapes("softmax cross-entropy of shares", logits, shares)
    let (pictures, channels) = (logits.shape[0], logits.shape[1])
    let plane = logits.count / (pictures * channels)
    precondition(
        weights.count == pictures * plane, "softmax cross-entropy: weights \(weights.shape) for \(logits.shape)")
    var losses: [Double] = []
    let slope = Tensor(shape: logits.shape) { slope in
        let slope = slope.baseAddress!
        losses = withScalars(of: logits, shares, weights) { logits, shares, weights in
            inParallelMap(pictures) { picture in
                let start = picture * channels * plane
                return crossEntropy(
                    logits + start, shares + start, weights + picture * plane, channels: channels, plane: plane,
                    slope: slope + start)
            }
        }
    }
    return Tensor(Float(losses.reduce(0, +))).recorded(from: logits) { [slot = logits.slot] gradient, inputs in
        inputs.add(to: slot) { slope * gradient.item }
    }
}

/// The weighted cross-entropy of one picture's channels, and its slope by the logits.
private func crossEntropy(
    _ logits: UnsafePointer<Float>, _ shares: UnsafePointer<Float>, _ weights: UnsafePointer<Float>, channels: Int,
    plane: Int, slope: UnsafeMutablePointer<Float>
) -> Double {
    withScratch(plane) { logarithm in
        withScratch(plane) { sum in
            // The largest logit first, so that no power overflows.
            mapRun(plane, to: logarithm) { index, count in
                (1..<channels).reduce(load(logits + index, count)) {
                    pointwiseMax($0, load(logits + $1 * plane + index, count))
                }
            }
            mapRun(plane, to: sum) { _, _ in .zero }
            for channel in 0..<channels {
                let (logits, slope) = (logits + channel * plane, slope + channel * plane)
                mapRun(plane, to: slope) { index, count in
                    (load(logits + index, count) - load(logarithm + index, count)).exponential
                }
                mapRun(plane, to: sum) { index, count in load(sum + index, count) + load(slope + index, count) }
            }
            mapRun(plane, to: logarithm) { index, count in
                load(logarithm + index, count) + load(sum + index, count).logarithm
            }
            var loss = 0.0
            withScratch(plane) { losses in
                for channel in 0..<channels {
                    let offset = channel * plane
                    mapRun(plane, to: losses) { index, count in
                        load(weights + index, count) * load(shares + offset + index, count)
                            * (load(logarithm + index, count) - load(logits + offset + index, count))
                    }
                    loss += sumOfRun(losses, plane)
                    mapRun(plane, to: slope + offset) { index, count in
                        load(weights + index, count)
                            * (load(slope + offset + index, count) / load(sum + index, count)
                                - load(shares + offset + index, count))
                    }
                }
            }
            return loss
        }
    }
}

private func withScalars<Result>(
    of first: Tensor, _ second: Tensor, _ third: Tensor,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>) -> Result
) -> Result {
    first.withScalars { first in
        second.withScalars { second in
            third.withScalars { third in body(first.baseAddress!, second.baseAddress!, third.baseAddress!) }
        }
    }
}
