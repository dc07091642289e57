import TensorCore
import Testing

/// Every operation and its gradients against PyTorch's (`Reference/make.py`), which were computed in double precision
/// and rounded once. 1e-5 of a tensor's largest number is what Float32 may lose in these sums of some hundred terms.
@Suite("PyTorch's values") struct ReferenceTests {
    @Test func allOperationsAreThere() {
        #expect(ReferenceOperation.all.count == 41)
    }

    @Test(arguments: ReferenceOperation.all)
    func values(_ operation: ReferenceOperation) throws {
        let numbers = try ReferenceNumbers()
        var worst = (difference: 0.0, what: "")
        func compare(_ got: Tensor?, _ place: ReferenceCase.Place, _ what: @autoclosure () -> String) {
            let expected = DoubleTensor(numbers.tensor(place))
            let difference = got.map { relativeDifference($0, expected, smallestScale: 1e-2) } ?? .infinity
            if difference > worst.difference { worst = (difference, what()) }
        }

        for the in operation.cases {
            let tape = Tape()
            let inputs = the.inputs.enumerated().map { index, place in
                index < the.gradients.count ? tape.variable(numbers.tensor(place)) : numbers.tensor(place)
            }
            let output = try #require(the.apply(inputs), "no operation \(operation.name)")
            compare(output, the.output, "the result of \(the.testDescription)")
            guard output.shape == the.outputGradient.shape else { continue }
            let gradients = tape.gradients(of: output, from: numbers.tensor(the.outputGradient))
            for (index, place) in the.gradients.enumerated() {
                compare(gradients[inputs[index]], place, "gradient \(index) of \(the.testDescription)")
            }
        }
        #expect(
            worst.difference <= 1e-5,
            "\(operation.name): the largest difference is \(worst.difference), \(worst.what)")
    }
}

extension ReferenceCase {
    /// What the core makes of the inputs; nil for an operation that it does not have.
    func apply(_ x: [Tensor]) -> Tensor? {
        function(x) ?? arrangement(x) ?? window(x) ?? normalisation(x) ?? loss(x)
    }

    private func function(_ x: [Tensor]) -> Tensor? {
        switch operation {
        case "add": x[0] + x[1]
        case "subtract": x[0] - x[1]
        case "multiply": x[0] * x[1]
        case "divide": x[0] / x[1]
        case "exp": x[0].exp()
        case "log": x[0].log()
        case "squareRoot": x[0].squareRoot()
        case "raised": x[0].raised(to: options.exponent!)
        case "absolute": x[0].absolute()
        case "clamped": x[0].clamped(to: options.low!...options.high!)
        case "relu": x[0].relu()
        case "leakyRelu": x[0].leakyRelu(slope: options.slope!)
        case "tanh": x[0].tanh()
        case "sigmoid": x[0].sigmoid()
        case "softplus": x[0].softplus()
        case "squared": x[0].squared()
        default: nil
        }
    }

    private func arrangement(_ x: [Tensor]) -> Tensor? {
        switch operation {
        case "sum": x[0].sum(axes: options.axes, keepingAxes: options.keepingAxes!)
        case "mean": x[0].mean(axes: options.axes, keepingAxes: options.keepingAxes!)
        case "variance": x[0].variance(axes: options.axes, keepingAxes: options.keepingAxes!)
        case "transposed": x[0].transposed(to: options.order!)
        case "sliced": x[0].sliced(axis: options.axis!, options.lower!..<options.upper!)
        case "concatenated": Tensor.concatenated(x, axis: options.axis!)
        case "padded":
            x[0].padded(
                Padding(top: options.top!, bottom: options.bottom!, left: options.left!, right: options.right!),
                with: options.mode == "reflect" ? .reflect : .zero)
        default: nil
        }
    }

    private func window(_ x: [Tensor]) -> Tensor? {
        switch operation {
        case "matrixProduct": x[0].matrixProduct(x[1])
        case "convolved":
            x[0].convolved(
                with: x[1], bias: x[2], stride: options.stride!, padding: options.padding!, groups: options.groups!)
        case "transposeConvolved":
            x[0].transposeConvolved(
                with: x[1], bias: x[2], stride: options.stride!, padding: options.padding!,
                outputPadding: options.outputPadding!)
        case "maxPooled": x[0].maxPooled(size: options.size!, stride: options.stride!)
        case "averagePooled": x[0].averagePooled(size: options.size!, stride: options.stride!)
        case "resized":
            Resampling.allCases.first { "\($0)" == options.method }.map {
                x[0].resized(toHeight: options.height!, width: options.width!, $0)
            }
        default: nil
        }
    }

    private func normalisation(_ x: [Tensor]) -> Tensor? {
        switch operation {
        case "batchNormalized": x[0].batchNormalized(scale: x[1], shift: x[2], epsilon: options.epsilon!).output
        case "instanceNormalized": x[0].instanceNormalized(scale: x[1], shift: x[2], epsilon: options.epsilon!)
        case "groupNormalized":
            x[0].groupNormalized(groups: options.groups!, scale: x[1], shift: x[2], epsilon: options.epsilon!)
        case "layerNormalized": x[0].layerNormalized(scale: x[1], shift: x[2], epsilon: options.epsilon!)
        case "normalized":
            x[0].normalized(mean: x[3], variance: x[4], scale: x[1], shift: x[2], epsilon: options.epsilon!)
        default: nil
        }
    }

    private func loss(_ x: [Tensor]) -> Tensor? {
        switch operation {
        case "meanSquaredError": meanSquaredError(x[0], x[1])
        case "meanAbsoluteError": meanAbsoluteError(x[0], x[1])
        case "sumSquaredError": sumSquaredError(x[0], x[1])
        case "meanHuber": meanHuber(x[0], x[1], delta: options.delta!)
        case "sigmoidCrossEntropy": sigmoidCrossEntropy(x[0], x[1])
        case "softmaxCrossEntropy": softmaxCrossEntropy(x[0], classes: options.classes!)
        case "gramMatrix": gramMatrix(x[0])
        default: nil
        }
    }
}
