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

    func runOverRows(_ operands: Operands) {
        let paired = gather.columns == kernels.columns / 2
        let step = paired ? 2 : 1
        let channelBlocks = channelBlocks
        let most = channelBlocks.map(\.count).max()!
        let line = Band(gather, rows: 1, columns: kernels.columns).pitch * max(1, kernels.elements(ofChannels: most))
        let rows = rowsOfTask(holding: Self.elementsInCache / (line * gather.step * gather.step), step: step)
        let band = Band(gather, rows: rows, columns: kernels.columns, of: bandElement)
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
            withScratch(band.size(channels: most)) { source in
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

    /// The rows of a task, whole steps: no more than the cache holds, and such that four threads, and so two, end together.
    private func rowsOfTask(holding held: Int, step: Int) -> Int {
        func cost(_ rows: Int) -> Int {
            let tasks = batch * ((gather.rows + rows - 1) / rows)
            // What a task does besides its rows, such as laying out the lines above and below, is a quarter of one.
            return (tasks + 3) / 4 * (4 * rows + 1)
        }
        let most = max(step, min(held, gather.rows + step - 1) / step * step)
        // Of equals the first counts: the tallest.
        return stride(from: most, through: step, by: -step).min { cost($0) < cost($1) }!
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
