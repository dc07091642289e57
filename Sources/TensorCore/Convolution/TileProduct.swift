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
struct TileProduct {
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
        gather: Gather, lattice: Lattice, batch: Int, outputs: Int, fromStride: Int, toStride: Int, slope: Float = 1
    ) {
        self.gather = gather
        self.lattice = lattice
        self.batch = batch
        self.outputs = outputs
        self.fromStride = fromStride
        self.toStride = toStride
        self.slope = slope
        kernels = Kernels.current(forOutputs: outputs)
    }

    var packed: PackedWeights { PackedWeights(outputs: outputs, depth: gather.depth, kernels: kernels) }

    func run(
        from: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        scale: UnsafePointer<Float>?, to: UnsafeMutablePointer<Float>
    ) {
        // The kernel reads whole blocks of rows.
        let count = packed.blocks * kernels.rows
        withScratch(3 * count) { padded in
            let (zeros, shifts, scales) = (padded, padded + count, padded + 2 * count)
            for output in 0..<count {
                zeros[output] = 0
                shifts[output] = output < outputs ? bias?[output] ?? 0 : 0
                scales[output] = output < outputs ? scale?[output] ?? 1 : 0
            }
            let operands = Operands(
                from: from, weights: weights, start: scale == nil ? shifts : zeros,
                scale: scale.map { _ in UnsafePointer(scales) },
                shift: shifts, to: to)
            if rowsSuitTiles { runOverRows(operands) } else { runOverStops(operands) }
        }
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

    /// Channels whose numbers are laid out at once: about a thousand products for each pass over a tile, so that reading
    /// and writing its sums costs little.
    private var channelsInBlock: Int { max(1, min(gather.channels, 1024 / max(1, gather.taps.count))) }

    private var channelBlocks: [Range<Int>] {
        guard gather.channels > 0, !gather.taps.isEmpty else { return [0..<gather.channels] }
        // Blocks of nearly the same size.
        let count = (gather.channels + channelsInBlock - 1) / channelsInBlock
        return (0..<count).map { $0 * gather.channels / count..<($0 + 1) * gather.channels / count }
    }

    /// 512 KiB: half of a second-level cache, the rest is for weights and sums.
    private static let numbersInCache = 1 << 17
}

// MARK: - Rows of stops that fill tiles

extension TileProduct {
    /// Whether tiles fit rows of stops well enough to be cut from the source itself; two half tiles may be two rows.
    private var rowsSuitTiles: Bool {
        if gather.columns == kernels.columns / 2 { return gather.rows > 1 }
        let whole = (gather.columns + kernels.columns - 1) / kernels.columns * kernels.columns
        return 4 * gather.columns >= 3 * whole
    }

    private func runOverRows(_ operands: Operands) {
        let paired = gather.columns == kernels.columns / 2
        let step = paired ? 2 : 1
        let channelBlocks = channelBlocks
        let most = channelBlocks.map(\.count).max()!
        // As many rows as the cache holds, and at least four tasks.
        let line = Band(gather, rows: 1, columns: kernels.columns).pitch * max(1, most)
        let held = max(step, Self.numbersInCache / (line * gather.step * gather.step) / step * step)
        let bands = max((gather.rows + held - 1) / held, (4 + batch - 1) / batch)
        let rows = max(step, ((gather.rows + bands - 1) / bands + step - 1) / step * step)
        let band = Band(gather, rows: rows, columns: kernels.columns)
        let offsets = band.offsets(channels: most)
        let tasks = (gather.rows + rows - 1) / rows
        let tilesInRow = (gather.columns + kernels.columns - 1) / kernels.columns
        inParallel(batch * tasks) { task in
            let (picture, part) = task.quotientAndRemainder(dividingBy: tasks)
            let stops = part * rows..<min(gather.rows, (part + 1) * rows)
            let tileRows = (stops.count + step - 1) / step
            let shape = TileShape(
                perLine: tilesInRow, lines: tileRows, half: paired ? band.pitch : kernels.columns / 2,
                linePitch: step * band.pitch, tilePitch: kernels.columns)
            // Where tiles are whole and lie side by side in the result they are written there at once.
            let isDirect =
                lattice.step == 1 && lattice.width == gather.columns
                && (paired ? stops.count % 2 == 0 : gather.columns % kernels.columns == 0)
                && outputs % kernels.rows == 0
            let to = operands.to + picture * toStride
            withScratch(band.channelSize * most) { source in
                withScratch(isDirect ? 0 : packed.blocks * kernels.rows * shape.count * kernels.columns) { sums in
                    for channels in channelBlocks {
                        band.fill(
                            source, from: operands.from + picture * fromStride, channels: channels, stops: stops)
                        multiply(
                            operands, channels, source, offsets, shape,
                            to: isDirect ? to + stops.lowerBound * gather.columns : sums,
                            rowStride: isDirect ? lattice.plane : shape.count * kernels.columns)
                    }
                    if !isDirect {
                        layRows(sums, stops: stops, tilesInRow: tilesInRow, paired: paired, to: to)
                    }
                }
            }
        }
    }

    /// Lays the sums of rows of tiles on the lattice.
    private func layRows(
        _ sums: UnsafePointer<Float>, stops: Range<Int>, tilesInRow: Int, paired: Bool,
        to: UnsafeMutablePointer<Float>
    ) {
        let pitch = paired ? gather.columns : tilesInRow * kernels.columns
        let rows = paired ? (stops.count + 1) / 2 * 2 : stops.count
        for output in 0..<outputs {
            let from = sums + output * rows * pitch
            for (index, row) in stops.enumerated() { lay(from + index * pitch, output, row: row, to) }
        }
    }
}

// MARK: - Stops in any order

extension TileProduct {
    /// Small or odd maps: the stops of all pictures in one line, and what they look at copied tile by tile.
    private func runOverStops(_ operands: Operands) {
        let total = batch * gather.stops
        let tiles = (total + kernels.columns - 1) / kernels.columns
        let channelBlocks = channelBlocks
        let most = channelBlocks.map(\.count).max()!
        let depth = most * gather.taps.count
        let held = max(1, Self.numbersInCache / max(1, depth * kernels.columns))
        // Two tasks' worth of tiles if the cache holds them, because every task reads all weights; where that makes fewer
        // than four tasks, the outputs are shared among more.
        let perTask = max(1, min(held, (tiles + 1) / 2))
        let tasks = (tiles + perTask - 1) / perTask
        let shares = min(packed.blocks, (4 + tasks - 1) / tasks)
        let blocksInShare = (packed.blocks + shares - 1) / shares
        let offsets = (0..<depth).map { Int32($0 * kernels.columns) }
        inParallel(tasks * shares) { task in
            let (part, share) = task.quotientAndRemainder(dividingBy: shares)
            let tiles = part * perTask..<min(tiles, (part + 1) * perTask)
            let blocks = share * blocksInShare..<min(packed.blocks, (share + 1) * blocksInShare)
            let stops = tiles.lowerBound * kernels.columns..<min(total, tiles.upperBound * kernels.columns)
            let runs = runs(of: stops)
            withScratch(tiles.count * depth * kernels.columns) { panel in
                withScratch(packed.blocks * kernels.rows * tiles.count * kernels.columns) { sums in
                    for channels in channelBlocks {
                        let depth = channels.count * gather.taps.count
                        let shape = TileShape(
                            perLine: 1, lines: tiles.count, half: kernels.columns / 2,
                            linePitch: depth * kernels.columns, tilePitch: 0)
                        fill(panel, from: operands.from, channels: channels, runs: runs)
                        multiply(
                            operands, channels, panel, offsets, shape, blocks: blocks, to: sums,
                            rowStride: tiles.count * kernels.columns)
                    }
                    layStops(
                        sums, stops: stops, pitch: tiles.count * kernels.columns,
                        outputs: blocks.lowerBound * kernels.rows..<min(outputs, blocks.upperBound * kernels.rows),
                        to: operands.to)
                }
            }
        }
    }

    /// Stops of a task that lie side by side in one row of one picture and in one tile.
    private struct Run {
        /// The picture's first number.
        let picture: Int
        /// Where the first stop looks, before its taps.
        let row: Int
        let column: Int
        let count: Int
        /// The tile, and the place in it.
        let tile: Int
        let place: Int
    }

    private func runs(of stops: Range<Int>) -> [Run] {
        var runs: [Run] = []
        var stop = stops.lowerBound
        while stop < stops.upperBound {
            let (picture, inPicture) = stop.quotientAndRemainder(dividingBy: gather.stops)
            let (row, column) = inPicture.quotientAndRemainder(dividingBy: gather.columns)
            let (tile, place) = (stop - stops.lowerBound).quotientAndRemainder(dividingBy: kernels.columns)
            let count = min(gather.columns - column, kernels.columns - place, stops.upperBound - stop)
            runs.append(
                Run(
                    picture: picture * fromStride, row: row * gather.step, column: column * gather.step, count: count,
                    tile: tile, place: place))
            stop += count
        }
        return runs
    }

    /// Copies what some stops look at: for each tile, the depth; in that, the tile's stops.
    private func fill(
        _ panel: UnsafeMutablePointer<Float>, from: UnsafePointer<Float>, channels: Range<Int>, runs: [Run]
    ) {
        let (width, step) = (kernels.columns, gather.step)
        let depth = channels.count * gather.taps.count
        // Places of the last tile that no stop has.
        if let last = runs.last, last.place + last.count < width {
            for k in 0..<depth {
                let rest = panel + (last.tile * depth + k) * width + last.place + last.count
                rest.update(repeating: 0, count: width - last.place - last.count)
            }
        }
        for run in runs {
            for (number, tap) in gather.taps.enumerated() {
                let (row, column) = (run.row + tap.y, run.column + tap.x)
                // The stops of the run that look at the picture and not over its border.
                let isInside = row >= 0 && row < gather.height
                let first = isInside ? min(run.count, column >= 0 ? 0 : (step - 1 - column) / step) : run.count
                let end = max(first, min(run.count, (gather.width - column + step - 1) / step))
                var plane = from + run.picture + channels.lowerBound * gather.plane + row * gather.width + column
                var to = panel + (run.tile * depth + number) * width + run.place
                for _ in channels {
                    for x in 0..<first { to[x] = 0 }
                    if step == 1 {
                        for x in first..<end { to[x] = plane[x] }
                    } else {
                        for x in first..<end { to[x] = plane[x * step] }
                    }
                    for x in end..<run.count { to[x] = 0 }
                    plane += gather.plane
                    to += gather.taps.count * width
                }
            }
        }
    }

    /// Lays the sums of stops on the lattice.
    private func layStops(
        _ sums: UnsafePointer<Float>, stops: Range<Int>, pitch: Int, outputs: Range<Int>,
        to: UnsafeMutablePointer<Float>
    ) {
        for output in outputs {
            let from = sums + output * pitch - stops.lowerBound
            var stop = stops.lowerBound
            while stop < stops.upperBound {
                let (picture, inPicture) = stop.quotientAndRemainder(dividingBy: gather.stops)
                let (row, column) = inPicture.quotientAndRemainder(dividingBy: gather.columns)
                let run = min(gather.columns - column, stops.upperBound - stop)
                lay(from + stop, output, row: row, column: column, count: run, to + picture * toStride)
                stop += run
            }
        }
    }
}

// MARK: - Both

/// How a task's tiles lie in its buffer: lines of tiles.
private struct TileShape {
    let perLine: Int
    let lines: Int
    /// Numbers from a tile's first half to its second.
    let half: Int
    let linePitch: Int
    let tilePitch: Int

    var count: Int { perLine * lines }
}

extension TileProduct {
    /// The sums of a task's tiles over some channels, added to what earlier channels gave.
    private func multiply(
        _ operands: Operands, _ channels: Range<Int>, _ source: UnsafePointer<Float>, _ offsets: [Int32],
        _ shape: TileShape, blocks: Range<Int>? = nil, to: UnsafeMutablePointer<Float>, rowStride: Int
    ) {
        let depth = channels.count * gather.taps.count
        let (isFirst, isLast) = (channels.lowerBound == 0, channels.upperBound == gather.channels)
        for block in blocks ?? 0..<packed.blocks {
            let weights =
                operands.weights + (block * gather.depth + channels.lowerBound * gather.taps.count) * kernels.rows
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
    private func lay(
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
