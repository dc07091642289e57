import CKernels

// Stops in any order: what each looks at is copied.

extension BlockProduct {
    /// Small or odd maps: the stops of all pictures in one line, and what they look at copied tile by tile.
    func runOverStops(_ operands: Operands) {
        let total = batch * gather.stops
        let tiles = (total + kernels.columns - 1) / kernels.columns
        let channelBlocks = channelBlocks
        let most = channelBlocks.map(\.count).max()!
        let depth = depth(of: 0..<most)
        let held = max(1, Self.elementsInCache / max(1, depth * kernels.columns))
        // Two tasks' worth of tiles if the cache holds them, because every task reads all weights; where that makes fewer
        // than four tasks, the outputs are shared among more.
        let perTask = max(1, min(held, (tiles + 1) / 2))
        let tasks = (tiles + perTask - 1) / perTask
        let wantedShares = min(packed.blocks, (4 + tasks - 1) / tasks)
        let blocksInShare = (packed.blocks + wantedShares - 1) / wantedShares
        // Five blocks in shares of two are three shares, not the four that were wanted.
        let shares = (packed.blocks + blocksInShare - 1) / blocksInShare
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
                        let depth = self.depth(of: channels)
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
        let depth = depth(of: channels)
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
                for channel in stride(from: channels.lowerBound, to: channels.upperBound, by: kernels.factors) {
                    for x in 0..<first { to[x] = 0 }
                    if kernels.factors == 2 {
                        let from = plane + first * step
                        let next = channel + 1 < channels.upperBound ? from + gather.plane : nil
                        kernels.pairs(from, next, step, end - first, to + first)
                    } else if step == 1 {
                        for x in first..<end { to[x] = plane[x] }
                    } else {
                        for x in first..<end { to[x] = plane[x * step] }
                    }
                    for x in end..<run.count { to[x] = 0 }
                    plane += kernels.factors * gather.plane
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
