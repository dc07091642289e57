import Basics
import CKernels

/// Winograd's minimal filtering F(4×4, 3×3) for convolutions of inference (Winograd, 1980; Lavin and Gray, 2016).
///
/// A tile of 4×4 results of a 3×3 window takes 36 products instead of 144: source and weights are transformed, 36 products
/// of matrices follow, and their sums are transformed back. The transforms' rounding shows: of normally distributed numbers
/// with 16 to 512 channels the results are off by 1e-6 to 4e-6 of their root mean square, 7e-5 at most, which is four to
/// eight times as much as plain sums are. So nothing takes this way that does not ask for it.
public enum Winograd {
    @TaskLocal private static var isAllowed = false

    /// Runs the body; convolutions in it that no tape records may take the faster way.
    public static func allowed<Result>(_ body: () throws -> Result) rethrows -> Result {
        try $isAllowed.withValue(true, operation: body)
    }

    /// Whether a convolution takes the way: few channels leave the transforms too little to save, and so do small maps, whose
    /// weights, four times as many when transformed, are read for few places. Products in bfloat16 do not: of numbers that are so
    /// transformed it would keep too few digits.
    static func suits(_ window: Window, _ input: Tensor, _ weight: Tensor) -> Bool {
        isAllowed && ProductPrecision.current == .float32 && window.kernelHeight == 3 && window.kernelWidth == 3
            && window.stride == 1 && window.groups == 1
            && min(window.inputChannels, window.outputChannels) >= 16
            && min(window.outputHeight, window.outputWidth) >= 8 && tiles(of: window) >= 64
            && input.slot.tape == nil && weight.slot.tape == nil
    }

    private static func tiles(of window: Window) -> Int {
        window.batch * ((window.outputHeight + 3) / 4) * ((window.outputWidth + 3) / 4)
    }
}

/// The product of one convolution, cut into tasks of some rows of tiles and those into groups of outputs; each task and
/// group is small enough for the cache.
struct WinogradProduct {
    private let window: Window
    private let slope: Float
    private let kernels = Kernels.current
    private let loops = Kernels.loops
    /// Tiles in a row and in a column of a picture.
    private let (width, height): (Int, Int)
    /// The most tiles in a row and in a column of a task.
    private let (columns, rows): (Int, Int)
    /// Numbers from a channel's tiles to the next channel's.
    private let pitch: Int
    /// Blocks of rows of the kernels whose sums are held at once.
    private let held: Int

    /// Products of a tile, one for each of 6×6 places.
    private static let places = 36

    init(_ window: Window, slope: Float) {
        self.window = window
        self.slope = slope
        (width, height) = ((window.outputWidth + 3) / 4, (window.outputHeight + 3) / 4)
        // A megabyte of the source, transformed, and at least four tasks.
        let tiles = max(32, (1 << 18) / (Self.places * window.inputChannels) / 32 * 32)
        columns = min(width, tiles)
        rows = min(max(1, tiles / columns), max(1, window.batch * height / 4))
        let block = max(kernels.columns, Lanes.scalarCount)
        pitch = ((rows - 1) * columns + columns.roundedUp(to: Lanes.scalarCount)).roundedUp(to: block)
        held = max(1, (1 << 16) / (Self.places * kernels.rows * pitch))
    }

    private var blocks: Int { (window.outputChannels + kernels.rows - 1) / kernels.rows }

    /// Planes of the 36 places are a line of the cache more apart than they are long, so that they do not compete.
    private var sourcePlane: Int { window.inputChannels * pitch + Lanes.scalarCount }
    private var sumsPlane: Int { held * kernels.rows * pitch + Lanes.scalarCount }

    /// The transformed weights of a block of outputs at one place.
    private var weightsOfBlock: Int { window.inputChannels * kernels.rows }

    func run(
        from: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        scale: UnsafePointer<Float>?, to: UnsafeMutablePointer<Float>
    ) {
        let across = (width + columns - 1) / columns
        let down = (height + rows - 1) / rows
        let offsets = (0..<window.inputChannels).map { Int32($0 * pitch) }
        inParallel(window.batch * across * down) { task in
            let (picture, place) = task.quotientAndRemainder(dividingBy: across * down)
            let (y, x) = place.quotientAndRemainder(dividingBy: across)
            let part = Part(
                x: x * columns..<min(width, (x + 1) * columns), y: y * rows..<min(height, (y + 1) * rows))
            withScratch(Self.places * sourcePlane) { source in
                transformSource(
                    from + picture * window.inputChannels * window.inputPlane, part, to: source)
                withScratch(Self.places * sumsPlane) { sums in
                    for first in stride(from: 0, to: blocks, by: held) {
                        let group = first..<min(blocks, first + held)
                        multiply(weights, source, offsets, group, to: sums)
                        transformSums(
                            sums, group, part, bias: bias, scale: scale,
                            to: to + picture * window.outputChannels * window.outputPlane)
                    }
                }
            }
        }
    }

    /// The tiles of a task.
    private struct Part {
        let x: Range<Int>
        let y: Range<Int>
    }

    private func transformSource(_ from: UnsafePointer<Float>, _ part: Part, to: UnsafeMutablePointer<Float>) {
        let length = 4 * part.x.count.roundedUp(to: Lanes.scalarCount) + Lanes.scalarCount
        let used = (part.y.count - 1) * part.x.count + part.x.count.roundedUp(to: Lanes.scalarCount)
        withScratch(6 * length) { lines in
            for channel in 0..<window.inputChannels {
                let tiles = to + channel * pitch
                for (row, y) in part.y.enumerated() {
                    lay(from + channel * window.inputPlane, x: 4 * part.x.lowerBound, y: 4 * y, length, to: lines)
                    loops.winogradSource(lines, length, part.x.count, tiles + row * part.x.count, sourcePlane)
                }
                // What is multiplied has whole vectors.
                for place in 0..<Self.places where used < pitch {
                    (tiles + place * sourcePlane + used).update(repeating: 0, count: pitch - used)
                }
            }
        }
    }

    /// The six lines that a row of tiles looks at, with zeros around the picture.
    private func lay(
        _ plane: UnsafePointer<Float>, x: Int, y: Int, _ length: Int, to lines: UnsafeMutablePointer<Float>
    ) {
        let (left, top) = (x - window.padding, y - window.padding)
        let first = min(length, max(0, -left))
        let end = max(first, min(length, window.inputWidth - left))
        for row in 0..<6 {
            let line = lines + row * length
            guard (0..<window.inputHeight).contains(top + row) else {
                line.update(repeating: 0, count: length)
                continue
            }
            line.update(repeating: 0, count: first)
            (line + first).update(
                from: plane + (top + row) * window.inputWidth + left + first, count: end - first)
            (line + end).update(repeating: 0, count: length - end)
        }
    }

    private func multiply(
        _ weights: UnsafePointer<Float>, _ source: UnsafePointer<Float>, _ offsets: [Int32], _ group: Range<Int>,
        to sums: UnsafeMutablePointer<Float>
    ) {
        withScratch(kernels.rows) { zeros in
            zeros.update(repeating: 0, count: kernels.rows)
            for place in 0..<Self.places {
                for (index, block) in group.enumerated() {
                    let weights = weights + (place * blocks + block) * weightsOfBlock
                    let result = sums + place * sumsPlane + index * kernels.rows * pitch
                    for tile in stride(from: 0, to: pitch, by: kernels.columns) {
                        kernels.tile(
                            weights, source + place * sourcePlane + tile, offsets, offsets.count,
                            kernels.columns / 2, zeros, nil, nil, 1, result + tile, pitch)
                    }
                }
            }
        }
    }

    private func transformSums(
        _ sums: UnsafePointer<Float>, _ group: Range<Int>, _ part: Part, bias: UnsafePointer<Float>?,
        scale: UnsafePointer<Float>?, to: UnsafeMutablePointer<Float>
    ) {
        let (left, length) = (4 * part.x.lowerBound, 4 * part.x.count.roundedUp(to: Lanes.scalarCount))
        let columns = min(window.outputWidth - left, 4 * part.x.count)
        let outputs = group.lowerBound * kernels.rows..<min(window.outputChannels, group.upperBound * kernels.rows)
        withScratch(4 * length) { lines in
            for (index, output) in outputs.enumerated() {
                for (row, y) in part.y.enumerated() {
                    let place = to + output * window.outputPlane + 4 * y * window.outputWidth + left
                    let isWhole = columns == length && 4 * y + 4 <= window.outputHeight
                    loops.winogradResult(
                        sums + index * pitch + row * part.x.count, sumsPlane, part.x.count, scale?[output] ?? 1,
                        bias?[output] ?? 0, slope, isWhole ? place : lines, isWhole ? window.outputWidth : length)
                    guard !isWhole else { continue }
                    for line in 0..<min(4, window.outputHeight - 4 * y) {
                        (place + line * window.outputWidth).update(from: lines + line * length, count: columns)
                    }
                }
            }
        }
    }
}

// MARK: - Weights

extension WinogradProduct {
    /// The weights as the product reads them: for each place of a tile, blocks of outputs, in each the channels. They are
    /// kept with the tensor as other packed weights are; 36 taps tell them from those.
    func transformed(_ weight: Tensor) -> Storage {
        let (channels, outputs) = (window.inputChannels, window.outputChannels)
        let layout = PackedWeights.Layout(output: channels * 9, channel: 9, taps: Array(0..<Self.places))
        let order = PackedForm.Order(
            groups: 1, parts: [.init(outputs: outputs, rows: kernels.rows, factors: kernels.factors, layout: layout)])
        if let numbers = weight.storage.packedForm(order) { return numbers }
        let numbers = Storage(count: Self.places * blocks * weightsOfBlock)
        weight.withScalars { weights in
            let weights = weights.baseAddress!
            inParallel(blocks) { block in
                loops.winogradWeights(
                    weights + block * kernels.rows * layout.output, layout.output, channels,
                    min(kernels.rows, outputs - block * kernels.rows), kernels.rows,
                    numbers.pointer + block * weightsOfBlock, blocks * weightsOfBlock)
            }
        }
        weight.storage.keep(PackedForm(order: order, numbers: numbers))
        return numbers
    }
}

extension Window {
    /// What `correlate` gives, to about five digits.
    func correlateByWinograd(
        _ input: Tensor, _ weight: Tensor, bias: Tensor?, scale: Tensor?, _ activation: Activation
    ) -> Tensor {
        let product = WinogradProduct(self, slope: activation.slope)
        let transformed = product.transformed(weight)
        let (biases, scales) = (bias?.scalars, scale?.scalars)
        return Tensor(shape: outputShape) { result in
            input.withScalars { from in
                withExtendedLifetime(transformed) {
                    biases.withPointer { bias in
                        scales.withPointer { scale in
                            product.run(
                                from: from.baseAddress!, weights: transformed.pointer, bias: bias, scale: scale,
                                to: result.baseAddress!)
                        }
                    }
                }
            }
        }
    }
}

extension [Float]? {
    /// Lends the numbers, if there are any.
    fileprivate func withPointer<Result>(_ body: (UnsafePointer<Float>?) -> Result) -> Result {
        guard let numbers = self else { return body(nil) }
        return numbers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}

extension Int {
    fileprivate func roundedUp(to step: Int) -> Int { (self + step - 1) / step * step }
}
