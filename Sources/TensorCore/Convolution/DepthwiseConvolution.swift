import CKernels

/// Convolutions in which each channel meets only its own kernel. There is no matrix in them: a line of the result is a
/// sum of shifted lines, and each plane is a task of its own.
extension Window {
    func correlateDepthwise(_ input: Tensor, _ weight: Tensor, bias: Tensor?, _ activation: Activation) -> Tensor {
        let lattice = Lattice(y: 0, x: 0, step: 1, width: outputWidth, plane: outputPlane)
        let product = LineProduct(
            gather: view, lattice: lattice, kernel: Array(0..<kernel), slope: activation.slope)
        return multiplyLines([product], input, weight, bias: bias, shape: outputShape)
    }

    func spreadDepthwise(_ output: Tensor, _ weight: Tensor) -> Tensor {
        let products = lattices.map { lattice, gather, taps in
            LineProduct(gather: gather, lattice: lattice, kernel: taps, slope: 1)
        }
        return multiplyLines(products, output, weight, bias: nil, shape: inputShape)
    }

    /// The products that make a result together, plane by plane.
    private func multiplyLines(
        _ products: [LineProduct], _ input: Tensor, _ weight: Tensor, bias: Tensor?, shape: [Int]
    ) -> Tensor {
        let (fromPlane, toPlane) = (input.count / (batch * groups), shape[2] * shape[3])
        return Tensor(shape: shape) { result in
            let to = result.baseAddress!
            withPointers(input, weight, bias) { from, w, b in
                inParallelPieces(of: batch * groups, size: max(1, (1 << 14) / toPlane)) { planes in
                    withScratch(products.map(\.scratch).max() ?? 0) { scratch in
                        for plane in planes {
                            let channel = plane % groups
                            for product in products {
                                product.run(
                                    from: from + plane * fromPlane, weights: w + channel * kernel,
                                    bias: b?[channel] ?? 0, to: to + plane * toPlane, scratch: scratch)
                            }
                        }
                    }
                }
            }
        }
    }

    func weightProductDepthwise(_ input: Tensor, _ output: Tensor) -> Tensor {
        let band = Band(view, rows: LineProduct.rowsInBand(view), columns: 1)
        let offsets = band.offsets(channels: 1)
        return Tensor(shape: weightShape) { result in
            let to = result.baseAddress!
            withPointers(input, output, nil) { x, dy, _ in
                inParallel(groups) { channel in
                    withScratch(band.size(channels: 1) + kernel) { scratch in
                        let (lines, products) = (scratch, scratch + band.size(channels: 1))
                        // The sums of a band in single precision, their sums in double.
                        var sums = [Double](repeating: 0, count: kernel)
                        for plane in Swift.stride(from: channel, to: batch * groups, by: groups) {
                            for row in Swift.stride(from: 0, to: outputHeight, by: band.rows) {
                                let stops = row..<min(outputHeight, row + band.rows)
                                band.fill(lines, from: x + plane * inputPlane, channels: 0..<1, stops: stops)
                                products.update(repeating: 0, count: kernel)
                                Kernels.current.lineCorrelation(
                                    lines, offsets, kernel, band.pitch, dy + plane * outputPlane + row * outputWidth,
                                    outputPlane, 1, stops.count, outputWidth, products, kernel)
                                for tap in 0..<kernel { sums[tap] += Double(products[tap]) }
                            }
                        }
                        for tap in 0..<kernel { to[channel * kernel + tap] = Float(sums[tap]) }
                    }
                }
            }
        }
    }
}

/// result[stop] = Σ over taps of weights[tap] · source[place the tap looks at] + bias, for one plane: what a depthwise
/// convolution comes down to in both directions, as `BlockProduct` is for others.
private struct LineProduct: Sendable {
    let gather: Gather
    let lattice: Lattice
    /// Which number of the kernel each tap stands for.
    let kernel: [Int]
    let slope: Float
    /// Where the source's rows are laid out; nil where no tap looks over the border, so that they are read as they lie.
    private let band: Band?
    private let offsets: [Int32]

    init(gather: Gather, lattice: Lattice, kernel: [Int], slope: Float) {
        (self.gather, self.lattice, self.kernel, self.slope) = (gather, lattice, kernel, slope)
        let isInside = gather.taps.allSatisfy { tap in
            tap.y >= 0 && tap.x >= 0 && tap.y + gather.rows <= gather.height && tap.x + gather.columns <= gather.width
        }
        band = gather.step == 1 && isInside ? nil : Band(gather, rows: Self.rowsInBand(gather), columns: 1)
        offsets = band?.offsets(channels: 1) ?? gather.taps.map { Int32($0.y * gather.width + $0.x) }
    }

    /// 16 KiB: a part of a first-level cache.
    static func rowsInBand(_ gather: Gather) -> Int {
        max(1, min(gather.rows, (1 << 12) / (max(1, gather.columns) * gather.step * gather.step)))
    }

    /// Numbers that `run` needs for itself.
    var scratch: Int { (band?.size(channels: 1) ?? 0) + kernel.count + gather.columns }

    func run(
        from: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: Float, to: UnsafeMutablePointer<Float>,
        scratch: UnsafeMutablePointer<Float>
    ) {
        let factors = scratch
        for (tap, number) in kernel.enumerated() { factors[tap] = weights[number] }
        let sums = factors + kernel.count
        let lines = sums + gather.columns
        let rowsAtOnce = band?.rows ?? gather.rows
        let (source, pitch) = band.map { (UnsafePointer(lines), $0.pitch) } ?? (from, gather.width)
        for first in stride(from: 0, to: gather.rows, by: rowsAtOnce) {
            let stops = first..<min(gather.rows, first + rowsAtOnce)
            band?.fill(lines, from: from, channels: 0..<1, stops: stops)
            for row in stops {
                let line = to + (lattice.y + row * lattice.step) * lattice.width + lattice.x
                Kernels.current.line(
                    factors, source + (row - first) * pitch, offsets, kernel.count, bias, slope,
                    lattice.step == 1 ? line : sums,
                    gather.columns)
                guard lattice.step > 1 else { continue }
                for x in 0..<gather.columns { line[x * lattice.step] = sums[x] }
            }
        }
    }
}
