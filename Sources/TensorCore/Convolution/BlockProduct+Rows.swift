import CKernels

// Rows of stops that fill tiles: these are cut from the source itself.

extension BlockProduct {
    /// Whether tiles fit rows of stops well enough to be cut from the source itself; two half tiles may be two rows. The one
    /// row of a matrix product would be one task.
    var rowsSuitTiles: Bool {
        if kernels.factors > 1, batch * gather.rows == 1 { return false }
        if gather.columns == kernels.columns / 2 { return gather.rows > 1 }
        let whole = (gather.columns + kernels.columns - 1) / kernels.columns * kernels.columns
        return 4 * gather.columns >= 3 * whole
    }

    /// Computes products that take turns along the rows of the result; a task has all of them, so that each line of the result is
    /// written once.
    static func runOverRows(_ turns: [(product: BlockProduct, operands: Operands)]) {
        let (first, operands) = turns[0]
        let (gather, kernels) = (first.gather, first.kernels)
        let step = first.rowsInTile
        let rows = turns.map { $0.product.rowsOfTask(step: step) }.min()!
        let tasks = (gather.rows + rows - 1) / rows
        let turns = turns.map { (product: RowsOfTiles($0.product, rows: rows), operands: $0.operands) }
        inParallel(first.batch * tasks) { task in
            let (picture, part) = task.quotientAndRemainder(dividingBy: tasks)
            let stops = part * rows..<min(gather.rows, (part + 1) * rows)
            let to = operands.to + picture * first.toStride
            if turns.count == 1, first.isDirect(stops: stops.count) {
                turns[0].product.sum(
                    turns[0].operands, picture: picture, stops: stops, to: to + stops.lowerBound * gather.columns,
                    rowStride: first.lattice.plane)
                return
            }
            let tileRows = (stops.count + step - 1) / step
            let rowStride = tileRows * first.tilesInRow * kernels.columns
            let size = first.packed.blocks * kernels.rows * rowStride
            withScratch(turns.count * size) { sums in
                for (number, turn) in turns.enumerated() {
                    turn.product.sum(
                        turn.operands, picture: picture, stops: stops, to: sums + number * size, rowStride: rowStride)
                }
                let pitch = step > 1 ? gather.columns : first.tilesInRow * kernels.columns
                let rows = tileRows * step
                for output in 0..<first.outputs {
                    for (index, row) in stops.enumerated() {
                        let from = sums + (output * rows + index) * pitch
                        if turns.count == 2 {
                            first.layInTurns(from, from + size, output, row: row, to)
                        } else {
                            for (number, turn) in turns.enumerated() {
                                turn.product.product.lay(from + number * size, output, row: row, to)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Rows of stops that share a tile.
    private var rowsInTile: Int { gather.columns == kernels.columns / 2 ? 2 : 1 }

    private var tilesInRow: Int { (gather.columns + kernels.columns - 1) / kernels.columns }

    /// Whether tiles of so many rows are whole and lie side by side in the result, and so are written there at once.
    private func isDirect(stops: Int) -> Bool {
        lattice.step == 1 && lattice.width == gather.columns
            && (rowsInTile > 1 ? stops % 2 == 0 : gather.columns % kernels.columns == 0)
            && outputs % kernels.rows == 0
    }

    /// Lays numbers of one output and those of the lattice beside, in turns.
    private func layInTurns(
        _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ output: Int, row: Int,
        _ to: UnsafeMutablePointer<Float>
    ) {
        precondition(lattice.step == 2, "BlockProduct: two lattices in turns, \(lattice.step) apart")
        let line = to + output * lattice.plane + (lattice.y + row * lattice.step) * lattice.width
        for x in 0..<gather.columns {
            line[2 * x] = left[x]
            line[2 * x + 1] = right[x]
        }
    }

    /// How rows of stops are cut into tiles.
    private struct RowsOfTiles {
        let product: BlockProduct
        private let band: Band
        private let offsets: [Int32]
        private let channelBlocks: [Range<Int>]
        private let most: Int

        /// Of so many rows at most.
        init(_ product: BlockProduct, rows: Int) {
            self.product = product
            channelBlocks = product.channelBlocks
            most = channelBlocks.map(\.count).max()!
            band = Band(product.gather, rows: rows, columns: product.kernels.columns, of: product.bandElement)
            offsets = band.offsets(channels: most)
        }

        /// The sums of some rows of stops of a picture.
        func sum(
            _ operands: Operands, picture: Int, stops: Range<Int>, to: UnsafeMutablePointer<Float>, rowStride: Int
        ) {
            let (step, columns) = (product.rowsInTile, product.kernels.columns)
            let shape = TileShape(
                perLine: product.tilesInRow, lines: (stops.count + step - 1) / step,
                half: step > 1 ? band.pitch : columns / 2, linePitch: step * band.pitch, tilePitch: columns)
            withScratch(band.size(channels: most)) { source in
                for channels in channelBlocks {
                    band.fill(
                        source, from: operands.from + picture * product.fromStride, channels: channels, stops: stops)
                    product.multiply(operands, channels, source, offsets, shape, to: to, rowStride: rowStride)
                }
            }
        }
    }

    /// The rows of a task, whole steps: no more than the cache holds, and such that four threads, and so two, end together.
    private func rowsOfTask(step: Int) -> Int {
        let most = max(1, kernels.elements(ofChannels: channelBlocks.map(\.count).max()!))
        let line = Band(gather, rows: 1, columns: kernels.columns).pitch * most
        let held = Self.elementsInCache / (line * gather.step * gather.step)
        func cost(_ rows: Int) -> Int {
            let tasks = batch * ((gather.rows + rows - 1) / rows)
            // What a task does besides its rows, such as laying out the lines above and below, is a quarter of one.
            return (tasks + 3) / 4 * (4 * rows + 1)
        }
        let tallest = max(step, min(held, gather.rows + step - 1) / step * step)
        // Of equals the first counts: the tallest.
        return stride(from: tallest, through: step, by: -step).min { cost($0) < cost($1) }!
    }
}
