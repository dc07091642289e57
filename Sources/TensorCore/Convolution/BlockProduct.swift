import CKernels

/// result[o, stop] = Σ over channels and taps of weights[o, channel, tap] · source[channel, place the tap looks at] + bias[o]
///
/// for every picture of a batch: the product that convolutions in both directions come down to. It is cut three times:
///
/// - for the threads into tasks, of some rows of stops each;
/// - for the cache into blocks of channels, whose numbers a task lays out in a buffer;
/// - for the registers into tiles of a few outputs by a few stops, which the kernel computes.
///
/// All cuts depend on the shapes alone, so the result is the same with any number of threads.
struct BlockProduct {
    let gather: Gather
    let lattice: Lattice
    let batch: Int
    let outputs: Int
    /// Numbers from one picture to the next, on either side.
    let fromStride: Int
    let toStride: Int
    /// What negative results are multiplied by.
    let slope: Float
    let kernels: nurie_kernels

    init(
        gather: Gather, lattice: Lattice, batch: Int, outputs: Int, fromStride: Int, toStride: Int,
        precision: ProductPrecision, slope: Float = 1
    ) {
        self.gather = gather
        self.lattice = lattice
        self.batch = batch
        self.outputs = outputs
        self.fromStride = fromStride
        self.toStride = toStride
        self.slope = slope
        kernels = Kernels.current(forOutputs: outputs, in: precision)
    }

    var packed: PackedWeights {
        PackedWeights(outputs: outputs, channels: gather.channels, taps: gather.taps.count, kernels: kernels)
    }

    /// Computes products whose results take turns along the rows of one map, as the lattices of one row do; their weights lie one
    /// after another. They have the same sides, but for what each looks at.
    static func run(
        _ turns: [BlockProduct], from: UnsafePointer<Float>, weights: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?, scale: UnsafePointer<Float>?, to: UnsafeMutablePointer<Float>
    ) {
        let first = turns[0]
        let (outputs, kernels) = (first.outputs, first.kernels)
        // The kernel reads whole blocks of rows.
        let count = first.packed.blocks * kernels.rows
        withScratch(3 * count) { padded in
            let (zeros, shifts, scales) = (padded, padded + count, padded + 2 * count)
            for output in 0..<count {
                zeros[output] = 0
                shifts[output] = output < outputs ? bias?[output] ?? 0 : 0
                scales[output] = output < outputs ? scale?[output] ?? 1 : 0
            }
            var weights = weights
            let operands = turns.map { product in
                defer { weights += product.packed.count }
                return Operands(
                    from: from, weights: weights, start: scale == nil ? shifts : zeros,
                    scale: scale.map { _ in UnsafePointer(scales) },
                    shift: shifts, to: to)
            }
            if turns.allSatisfy({ $0.rowsSuitTiles && $0.hasSides(of: first) }) {
                runOverRows(Array(zip(turns, operands)))
            } else {
                for (product, operands) in zip(turns, operands) {
                    if product.rowsSuitTiles {
                        runOverRows([(product, operands)])
                    } else {
                        product.runOverStops(operands)
                    }
                }
            }
        }
    }

    /// Whether its stops lie in as many rows and columns.
    private func hasSides(of other: BlockProduct) -> Bool {
        gather.rows == other.gather.rows && gather.columns == other.gather.columns
    }

    struct Operands {
        let from: UnsafePointer<Float>
        let weights: UnsafePointer<Float>
        /// What each output's sum begins with.
        let start: UnsafePointer<Float>
        /// What the sum is multiplied by in the end, and what is added then.
        let scale: UnsafePointer<Float>?
        let shift: UnsafePointer<Float>
        let to: UnsafeMutablePointer<Float>
    }

    /// Channels whose numbers are laid out at once: about a thousand products of elements for each pass over a tile, so that
    /// reading and writing its sums costs little. Channels that share elements stay together.
    var channelBlocks: [Range<Int>] {
        let elements = kernels.elements(ofChannels: gather.channels)
        guard elements > 0, !gather.taps.isEmpty else { return [0..<gather.channels] }
        let most = max(1, min(elements, 1024 / gather.taps.count))
        // Blocks of nearly the same size.
        let count = (elements + most - 1) / most
        let ends = (0...count).map { min(gather.channels, $0 * elements / count * kernels.factors) }
        return zip(ends, ends.dropFirst()).map { $0..<$1 }
    }

    /// Elements that a stop looks at in some channels.
    func depth(of channels: Range<Int>) -> Int { kernels.elements(ofChannels: channels.count) * gather.taps.count }

    /// What the kernels' elements are in a band.
    var bandElement: Band.Element { kernels.factors == 2 ? .pair : .number }

    /// 512 KiB: half of a second-level cache, the rest is for weights and sums.
    static let elementsInCache = 1 << 17
}

extension nurie_kernels {
    /// Elements that hold the factors of so many channels at one place.
    func elements(ofChannels channels: Int) -> Int { (channels + factors - 1) / factors }
}

// MARK: - The tiles of a task

/// How a task's tiles lie in its buffer: lines of tiles.
struct TileShape {
    let perLine: Int
    let lines: Int
    /// Elements from a tile's first half to its second.
    let half: Int
    let linePitch: Int
    let tilePitch: Int

    var count: Int { perLine * lines }
}

extension BlockProduct {
    /// The sums of a task's tiles over some channels, added to what earlier channels gave.
    func multiply(
        _ operands: Operands, _ channels: Range<Int>, _ source: UnsafePointer<Float>, _ offsets: [Int32],
        _ shape: TileShape, blocks: Range<Int>? = nil, to: UnsafeMutablePointer<Float>, rowStride: Int
    ) {
        let depth = depth(of: channels)
        let (isFirst, isLast) = (channels.lowerBound == 0, channels.upperBound == gather.channels)
        let packed = packed
        for block in blocks ?? 0..<packed.blocks {
            let weights =
                operands.weights + (block * packed.depth + self.depth(of: 0..<channels.lowerBound)) * kernels.rows
            var result = to + block * kernels.rows * rowStride
            for line in 0..<shape.lines {
                for tile in 0..<shape.perLine {
                    kernels.tile(
                        weights, source + line * shape.linePitch + tile * shape.tilePitch, offsets, depth, shape.half,
                        isFirst ? operands.start + block * kernels.rows : nil,
                        isLast ? operands.scale.map { $0 + block * kernels.rows } : nil,
                        operands.shift + block * kernels.rows, isLast ? slope : 1, result, rowStride)
                    result += kernels.columns
                }
            }
        }
    }

    /// Lays numbers of one output on the lattice, along a row of stops.
    @inline(__always)
    func lay(
        _ from: UnsafePointer<Float>, _ output: Int, row: Int, column: Int = 0, count: Int? = nil,
        _ to: UnsafeMutablePointer<Float>
    ) {
        let count = count ?? gather.columns
        let line = to + output * lattice.plane + (lattice.y + row * lattice.step) * lattice.width + lattice.x
        if lattice.step == 1 {
            (line + column).update(from: from, count: count)
        } else {
            for x in 0..<count { line[(column + x) * lattice.step] = from[x] }
        }
    }
}
