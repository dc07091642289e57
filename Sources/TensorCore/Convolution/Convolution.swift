import Basics

/// Convolution and its transpose. Both are built from the same three products, which are each other's gradients:
///
/// | | result | gradient of the input | gradient of the weight |
/// |---|---|---|---|
/// | convolution | `correlate(x, w)` | `spread(dy, w)` | `weightProduct(x, dy)` |
/// | transposed convolution | `spread(x, w)` | `correlate(dy, w)` | `weightProduct(dy, x)` |
///
/// `correlate` looks, for each place of its result, at the window of `x` that the kernel covers there; `spread` goes the
/// other way and lays each number of its input, times the kernel, over that window; `weightProduct` says how often each
/// number of the window met each number of the result. How the products are made fast stands in
/// `BlockProduct.swift` and `WeightProduct.swift`.
extension Tensor {
    /// The convolution of deep learning, which is the correlation of mathematics (the kernel is not turned round).
    ///
    /// `[b, in, h, w]` with a weight of `[out, in / groups, kh, kw]` and a bias of `[out]` gives `[b, out, h', w']` with
    /// `h' = (h + 2 · padding - kh) / stride + 1`, rounded down. The border is padded with zeros; groups of channels see
    /// only themselves (as many groups as channels: a depthwise convolution). Each channel of the result may be multiplied by
    /// a `scale` of `[out]` before the bias is added, and an activation may follow at once. The scale is a constant: it stands
    /// on no tape.
    public func convolved(
        with weight: Tensor, bias: Tensor? = nil, scale: Tensor? = nil, stride: Int = 1, padding: Int = 0,
        groups: Int = 1, activation: Activation = .none
    ) -> Tensor {
        let window = Window(
            operation: "convolution", shape, weight: weight.shape, stride: stride, padding: padding, groups: groups)
        window.check(bias: bias, scale: scale, channels: window.outputChannels)
        let result = window.correlate(self, weight, bias: bias, scale: scale, activation)
        return result.recordedConvolution(of: self, weight, bias: bias, scale: scale, activation) { dy in
            window.spread(dy, weight, bias: nil)
        } weightGradient: { dy in
            window.weightProduct(self, dy)
        }
    }

    /// The transpose of a convolution ("deconvolution"): what a convolution with this weight shrinks, it enlarges.
    ///
    /// `[b, in, h, w]` with a weight of `[in, out, kh, kw]` and a bias of `[out]` gives `[b, out, h', w']` with
    /// `h' = (h - 1) · stride - 2 · padding + kh + outputPadding`.
    public func transposeConvolved(
        with weight: Tensor, bias: Tensor? = nil, scale: Tensor? = nil, stride: Int = 1, padding: Int = 0,
        outputPadding: Int = 0, activation: Activation = .none
    ) -> Tensor {
        let window = Window(
            transposing: shape, weight: weight.shape, stride: stride, padding: padding, outputPadding: outputPadding)
        window.check(bias: bias, scale: scale, channels: window.inputChannels)
        let result = window.spread(self, weight, bias: bias, scale: scale, activation)
        return result.recordedConvolution(of: self, weight, bias: bias, scale: scale, activation) { dy in
            window.correlate(dy, weight, bias: nil)
        } weightGradient: { dy in
            window.weightProduct(dy, self)
        }
    }
}

extension Tensor {
    /// Puts the result of a convolution on the tape of what it was computed from; the two closures give the gradients of
    /// input and weight from the one of the bare convolution, before its scale, bias and activation.
    private func recordedConvolution(
        of input: Tensor, _ weight: Tensor, bias: Tensor?, scale: Tensor?, _ activation: Activation,
        inputGradient: @escaping @Sendable (_ dy: Tensor) -> Tensor,
        weightGradient: @escaping @Sendable (_ dy: Tensor) -> Tensor
    ) -> Tensor {
        recorded(from: [input, weight] + (bias.map { [$0] } ?? [])) {
            [slots = (input.slot, weight.slot, bias?.slot), kept = activation == .none ? nil : self] gradient, inputs
            in
            let dz = kept.map { gradient.unbent(activation, result: $0) } ?? gradient
            let dy = scale.map { dz * $0.reshaped(to: [$0.count, 1, 1]) } ?? dz
            inputs.add(to: slots.0) { inputGradient(dy) }
            inputs.add(to: slots.1) { weightGradient(dy) }
            if let bias = slots.2 { inputs.add(to: bias) { dz.sum(axes: [0, 2, 3]) } }
        }
    }
}

/// The sizes of a convolution: a window of `kernel` numbers moves over the wide side and makes one number of the narrow
/// side at each stop.
struct Window: Sendable {
    let operation: String
    let batch: Int
    let groups: Int
    /// Channels, height and width of the wide side: a convolution's input, a transposed convolution's output.
    let inputChannels: Int
    let inputHeight: Int
    let inputWidth: Int
    /// The same of the narrow side.
    let outputChannels: Int
    let outputHeight: Int
    let outputWidth: Int
    let kernelHeight: Int
    let kernelWidth: Int
    let stride: Int
    let padding: Int
    /// What the products are computed in, forwards and backwards.
    let precision = ProductPrecision.current

    init(operation: String, _ input: [Int], weight: [Int], stride: Int, padding: Int, groups: Int) {
        precondition(
            input.count == 4 && weight.count == 4 && stride > 0 && padding >= 0 && groups > 0
                && weight[0] % groups == 0 && input[1] == weight[1] * groups
                && input[2] + 2 * padding >= weight[2] && input[3] + 2 * padding >= weight[3],
            """
            \(operation): input \(input) and weight \(weight) with stride \(stride), padding \(padding), groups \(groups)
            """)
        self.operation = operation
        self.groups = groups
        self.stride = stride
        self.padding = padding
        (batch, inputChannels, inputHeight, inputWidth) = (input[0], input[1], input[2], input[3])
        (outputChannels, kernelHeight, kernelWidth) = (weight[0], weight[2], weight[3])
        outputHeight = (inputHeight + 2 * padding - kernelHeight) / stride + 1
        outputWidth = (inputWidth + 2 * padding - kernelWidth) / stride + 1
    }

    /// The window of the convolution whose transpose makes the given narrow side wide.
    init(transposing narrow: [Int], weight: [Int], stride: Int, padding: Int, outputPadding: Int) {
        let operation = "transposed convolution"
        precondition(
            narrow.count == 4 && weight.count == 4 && narrow[1] == weight[0] && stride > 0 && padding >= 0
                && (0..<stride).contains(outputPadding),
            """
            \(operation): input \(narrow) and weight \(weight) with stride \(stride), padding \(padding), output padding \
            \(outputPadding)
            """)
        let lengths = [2, 3].map { (narrow[$0] - 1) * stride - 2 * padding + weight[$0] + outputPadding }
        precondition(
            lengths.allSatisfy { $0 > 0 },
            "\(operation): input \(narrow), weight \(weight) and padding \(padding) leave nothing"
        )
        self.init(
            operation: operation, [narrow[0], weight[1]] + lengths, weight: weight, stride: stride, padding: padding,
            groups: 1)
    }

    var inputShape: [Int] { [batch, inputChannels, inputHeight, inputWidth] }
    var outputShape: [Int] { [batch, outputChannels, outputHeight, outputWidth] }
    var weightShape: [Int] { [outputChannels, inputChannels / groups, kernelHeight, kernelWidth] }
    var inputPlane: Int { inputHeight * inputWidth }
    var outputPlane: Int { outputHeight * outputWidth }
    var kernel: Int { kernelHeight * kernelWidth }
    var isDepthwise: Bool { groups == inputChannels && groups == outputChannels && groups > 1 }

    func check(bias: Tensor?, scale: Tensor?, channels: Int) {
        for (name, tensor) in [("bias", bias), ("scale", scale)] {
            guard let tensor else { continue }
            precondition(tensor.shape == [channels], "\(operation): \(name) \(tensor.shape) for \(channels) channels")
        }
        precondition(scale?.slot.tape == nil, "\(operation): the scale is a constant, and this one is on a tape")
    }
}
