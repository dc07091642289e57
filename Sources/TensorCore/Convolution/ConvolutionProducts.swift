import Basics

// The three products that convolutions are made of; `Convolution.swift` says what they are for.

extension Window {
    /// What the kernel sees at each place of the narrow side.
    var view: Gather {
        Gather(
            channels: inputChannels / groups, height: inputHeight, width: inputWidth,
            taps: (0..<kernelHeight).flatMap { y in (0..<kernelWidth).map { x in (y - padding, x - padding) } },
            step: stride, rows: outputHeight, columns: outputWidth)
    }

    /// From the wide side to the narrow one.
    func correlate(
        _ input: Tensor, _ weight: Tensor, bias: Tensor?, scale: Tensor? = nil, _ activation: Activation = .none
    ) -> Tensor {
        check(input, inputShape)
        if isDepthwise {
            let weight = scale.map { weight.detached * $0.reshaped(to: [groups, 1, 1, 1]) } ?? weight
            return correlateDepthwise(input, weight, bias: bias, activation)
        }
        if Winograd.suits(self, input, weight) {
            return correlateByWinograd(input, weight, bias: bias, scale: scale, activation)
        }
        let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
        let product = BlockProduct(
            gather: view, lattice: Lattice(y: 0, x: 0, step: 1, width: outputWidth, plane: outputPlane), batch: batch,
            outputs: outputs, fromStride: inputChannels * inputPlane, toStride: outputChannels * outputPlane,
            precision: precision, slope: activation.slope)
        let layout = PackedWeights.Layout(output: inputs * kernel, channel: kernel, taps: Array(0..<kernel))
        return multiply([(product, layout)], input, weight, bias: bias, scale: scale, shape: outputShape)
    }

    /// From the narrow side to the wide one. Nothing is scattered: places of the wide side whose distance is the stride
    /// see the same part of the kernel, so each such lattice is a small convolution of its own.
    func spread(
        _ output: Tensor, _ weight: Tensor, bias: Tensor?, scale: Tensor? = nil, _ activation: Activation = .none
    ) -> Tensor {
        check(output, outputShape)
        if isDepthwise { return spreadDepthwise(output, weight) }
        return multiply(latticeProducts(activation), output, weight, bias: bias, scale: scale, shape: inputShape)
    }

    /// The products that make a result together, for every group of channels.
    private func multiply(
        _ parts: [(product: BlockProduct, layout: PackedWeights.Layout)], _ input: Tensor, _ weight: Tensor,
        bias: Tensor?, scale: Tensor?, shape: [Int]
    ) -> Tensor {
        let packedParts = parts.map { (packed: $0.product.packed, layout: $0.layout) }
        let outputs = shape[1] / groups
        let packed = weight.packed(for: packedParts, groups: groups)
        // Lattices of the same rows are computed together.
        let inRow = parts.prefix { $0.product.lattice.y == parts[0].product.lattice.y }.count
        let rows = Swift.stride(from: 0, to: parts.count, by: inRow).map { parts[$0..<$0 + inRow].map(\.product) }
        return Tensor(shape: shape) { result in
            withPointers(input, scale ?? input, bias) { from, s, b in
                withExtendedLifetime(packed) {
                    var weights = UnsafePointer(packed.pointer)
                    for group in 0..<groups {
                        let to = result.baseAddress! + group * outputs * shape[2] * shape[3]
                        let bias = b.map { $0 + group * outputs }
                        for turns in rows {
                            let from = from + group * turns[0].gather.channels * turns[0].gather.plane
                            let scale = scale.map { _ in s + group * outputs }
                            BlockProduct.run(turns, from: from, weights: weights, bias: bias, scale: scale, to: to)
                            weights += turns.reduce(0) { $0 + $1.packed.count }
                        }
                    }
                }
            }
        }
    }

    /// The product for each lattice of the wide side, and how its weights lie.
    private func latticeProducts(_ activation: Activation) -> [(BlockProduct, PackedWeights.Layout)] {
        let inputs = inputChannels / groups
        return lattices.map { lattice, gather, taps in
            let product = BlockProduct(
                gather: gather, lattice: lattice, batch: batch, outputs: inputs,
                fromStride: outputChannels * outputPlane, toStride: inputChannels * inputPlane,
                precision: precision, slope: activation.slope)
            return (product, .init(output: kernel, channel: inputs * kernel, taps: taps))
        }
    }

    /// The lattices of the wide side: where each lies, what it sees of the narrow side, and with which numbers of the kernel.
    var lattices: [(lattice: Lattice, gather: Gather, kernel: [Int])] {
        (0..<min(stride, inputHeight)).flatMap { y in
            (0..<min(stride, inputWidth)).map { x in
                let taps = self.taps(y: y, x: x)
                let gather = Gather(
                    channels: outputChannels / groups, height: outputHeight, width: outputWidth,
                    taps: taps.map(\.place), step: 1, rows: (inputHeight - y + stride - 1) / stride,
                    columns: (inputWidth - x + stride - 1) / stride)
                let lattice = Lattice(y: y, x: x, step: stride, width: inputWidth, plane: inputPlane)
                return (lattice, gather, taps.map(\.kernel))
            }
        }
    }

    /// The numbers of the kernel that reach the lattice of the wide side that begins at (y, x), and from where.
    private func taps(y: Int, x: Int) -> [(kernel: Int, place: (y: Int, x: Int))] {
        (0..<kernelHeight).flatMap { ky in
            (0..<kernelWidth).compactMap { kx -> (kernel: Int, place: (y: Int, x: Int))? in
                let (fromY, fromX) = (y + padding - ky, x + padding - kx)
                guard fromY % stride == 0, fromX % stride == 0 else { return nil }
                return (ky * kernelWidth + kx, (fromY / stride, fromX / stride))
            }
        }
    }

    /// How the result changes with the weight, for given changes of the narrow side.
    func weightProduct(_ input: Tensor, _ output: Tensor) -> Tensor {
        check(input, inputShape)
        check(output, outputShape)
        if isDepthwise { return weightProductDepthwise(input, output) }
        let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
        if stride == 1, outputs < 16, inputs > outputs { return weightProductOfFewOutputs(input, output) }
        let product = WeightProduct(
            gather: view, batch: batch, outputs: outputs, sourceStride: inputChannels * inputPlane,
            outputStride: outputChannels * outputPlane, precision: precision)
        return Tensor(shape: weightShape) { result in
            withPointers(input, output, nil) { x, dy, _ in
                for group in 0..<groups {
                    product.run(
                        source: x + group * inputs * inputPlane, output: dy + group * outputs * outputPlane,
                        to: result.baseAddress! + group * outputs * inputs * kernel)
                }
            }
        }
    }

    /// The same with the two sides changed: the kernels take many outputs at once, and where there are few of them there
    /// are more inputs. Seen from the input, the output lies at the mirrored taps.
    private func weightProductOfFewOutputs(_ input: Tensor, _ output: Tensor) -> Tensor {
        let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
        let mirrored = Gather(
            channels: outputs, height: outputHeight, width: outputWidth, taps: view.taps.map { (-$0.y, -$0.x) },
            step: 1,
            rows: inputHeight, columns: inputWidth)
        let product = WeightProduct(
            gather: mirrored, batch: batch, outputs: inputs, sourceStride: outputChannels * outputPlane,
            outputStride: inputChannels * inputPlane, precision: precision)
        let transposed = Tensor(shape: [groups, inputs, outputs, kernel]) { result in
            withPointers(input, output, nil) { x, dy, _ in
                for group in 0..<groups {
                    product.run(
                        source: dy + group * outputs * outputPlane, output: x + group * inputs * inputPlane,
                        to: result.baseAddress! + group * inputs * outputs * kernel)
                }
            }
        }
        return transposed.transposed(to: [0, 2, 1, 3]).reshaped(to: weightShape)
    }

    private func check(_ tensor: Tensor, _ shape: [Int]) {
        precondition(tensor.shape == shape, "\(operation): shape \(tensor.shape) where \(shape) is needed")
    }
}
