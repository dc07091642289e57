import Glibc

func meanSquaredError(_ prediction: DoubleTensor, _ target: DoubleTensor) -> DoubleTensor {
    (prediction - target).squared().mean()
}

func meanAbsoluteError(_ prediction: DoubleTensor, _ target: DoubleTensor) -> DoubleTensor {
    (prediction - target).absolute().mean()
}

func sumSquaredError(_ prediction: DoubleTensor, _ target: DoubleTensor) -> DoubleTensor {
    (prediction - target).squared().sum()
}

/// Half the square within delta; a straight line beyond.
func meanHuber(_ prediction: DoubleTensor, _ target: DoubleTensor, delta: Double) -> DoubleTensor {
    (prediction - target).map {
        abs($0) <= delta ? $0 * $0 / 2 : delta * (abs($0) - delta / 2)
    }.mean()
}

/// -log of the right class's part of the sum of exponentials.
func softmaxCrossEntropy(_ logits: DoubleTensor, classes: [Int]) -> DoubleTensor {
    let losses = classes.enumerated().map { row, right in
        let sum = (0..<logits.shape[1]).reduce(0) { $0 + exp(logits[[row, $1]]) }
        return log(sum) - logits[[row, right]]
    }
    return DoubleTensor(shape: [classes.count], values: losses).mean()
}

/// -Σ w·t·log p over the places, p being the softmax over axis 1.
func softmaxCrossEntropy(_ logits: DoubleTensor, shares: DoubleTensor, weights: DoubleTensor) -> DoubleTensor {
    let exponentials = logits.exp()
    let logarithms = (exponentials / exponentials.sum(axes: [1], keepingAxes: true)).log()
    return -(weights * shares * logarithms).sum()
}

/// -t·log σ(x) - (1 - t)·log(1 - σ(x))
func sigmoidCrossEntropy(_ logits: DoubleTensor, _ targets: DoubleTensor) -> DoubleTensor {
    let probability = logits.sigmoid()
    return -(targets * probability.log() + (1 - targets) * (1 - probability).log()).mean()
}

/// FFᵀ / (c·h·w) of each picture's features F [c, h·w].
func gramMatrix(_ features: DoubleTensor) -> DoubleTensor {
    let (channels, height, width) = (features.shape[1], features.shape[2], features.shape[3])
    let flat = features.reshaped(to: [features.shape[0], channels, height * width])
    return flat.matrixProduct(flat.transposed(to: [0, 2, 1])) / Double(channels * height * width)
}

extension DoubleTensor {
    /// eˣ over the row's sum of them.
    func softmax() -> DoubleTensor {
        let exponentials = exp()
        return exponentials / exponentials.sum(axes: [1], keepingAxes: true)
    }
}
