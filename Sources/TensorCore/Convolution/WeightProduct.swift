import CKernels

/// dw[o, channel, tap] = Σ over pictures and stops of dy[o, stop] · source[channel, place the tap looks at]: the gradient
/// of a convolution's weight.
///
/// Both ways of cutting it fix the order of adding: tasks take pieces of the batch where there are few weights, so that each
/// can have sums of its own, and channels where there are many.
struct WeightProduct {
    let gather: Gather
    let batch: Int
    let outputs: Int
    /// Numbers from one picture to the next, on either side.
    let sourceStride: Int
    let outputStride: Int
    let kernels: nurie_kernels

    init(
        gather: Gather, batch: Int, outputs: Int, sourceStride: Int, outputStride: Int, precision: ProductPrecision
    ) {
        self.gather = gather
        self.batch = batch
        self.outputs = outputs
        self.sourceStride = sourceStride
        self.outputStride = outputStride
        kernels = Kernels.current(in: precision)
    }

    /// Adds nothing: what `to` held is overwritten. `to` is `[outputs, channels, taps]`.
    func run(source: UnsafePointer<Float>, output: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>) {
        if hasFewWeights {
            runOverLines(source: source, output: output, to: to)
        } else {
            runOverChannels(source: source, output: output, to: to)
        }
    }
}

// MARK: - Few weights

extension WeightProduct {
    /// Where few weights meet long lines, laying out the other side would take longer than the products.
    private var hasFewWeights: Bool { outputs * gather.depth < 1 << 15 && gather.columns % 16 == 0 }

    /// Both sides are read line by line as they lie, as Float32 in any precision, because the lines take longer than the
    /// products. A vector holds neighbours of a line, and is added up at the end. Tasks
    /// take pieces of the batch, and their sums are added in the order of the pieces.
    private func runOverLines(
        source: UnsafePointer<Float>, output: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>
    ) {
        // 8 KiB of each plane: long enough that adding up vectors costs little.
        let band = Band(gather, rows: max(1, min(gather.rows, (1 << 11) / gather.columns)), columns: 1)
        let channelsAtOnce = min(gather.channels, 16)
        let offsets = band.offsets(channels: channelsAtOnce)
        let bandsInPicture = (gather.rows + band.rows - 1) / band.rows
        let bands = batch * bandsInPicture
        let pieces = min(8, bands)
        let weights = outputs * gather.depth
        withScratch(pieces * weights) { sums in
            inParallel(pieces) { piece in
                let sums = sums + piece * weights
                sums.update(repeating: 0, count: weights)
                withScratch(band.size(channels: channelsAtOnce)) { lines in
                    for index in piece * bands / pieces..<(piece + 1) * bands / pieces {
                        let (picture, part) = index.quotientAndRemainder(dividingBy: bandsInPicture)
                        let stops = part * band.rows..<min(gather.rows, (part + 1) * band.rows)
                        let planes = output + picture * outputStride + stops.lowerBound * gather.columns
                        for first in stride(from: 0, to: gather.channels, by: channelsAtOnce) {
                            let channels = first..<min(gather.channels, first + channelsAtOnce)
                            band.fill(lines, from: source + picture * sourceStride, channels: channels, stops: stops)
                            kernels.lineCorrelation(
                                lines, offsets, channels.count * gather.taps.count, band.pitch, planes, gather.stops,
                                outputs, stops.count, gather.columns, sums + first * gather.taps.count, gather.depth)
                        }
                    }
                }
            }
            inParallelPieces(of: weights, size: 1 << 12) { part in
                for weight in part {
                    to[weight] = (0..<pieces).reduce(0) { $0 + sums[$1 * weights + weight] }
                }
            }
        }
    }
}

// MARK: - Many weights

extension WeightProduct {
    /// The kernel's rows are numbers of the source, its columns outputs. A task takes some channels and goes through all
    /// pictures with them, adding up as it goes: no task needs another's sums.
    private func runOverChannels(
        source: UnsafePointer<Float>, output: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>
    ) {
        let panels = TransposedPlanes(
            channels: outputs, rows: gather.rows, width: gather.columns, batch: batch, stride: outputStride,
            kernels: kernels)
        withScratch(panels.count) { panel in
            panels.fill(panel, from: output)
            let share = channelsInTask
            inParallel((gather.channels + share - 1) / share) { task in
                let channels = task * share..<min(gather.channels, (task + 1) * share)
                sum(channels, source: source, panels: panels, panel, to: to)
            }
        }
    }

    /// Eight channels fill whole rows of kernels whatever the number of taps.
    private var channelsInTask: Int {
        gather.channels <= 8 ? (gather.channels + 1) / 2 : min(8, (gather.channels + 3) / 4)
    }

    private func sum(
        _ channels: Range<Int>, source: UnsafePointer<Float>, panels: TransposedPlanes,
        _ panel: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>
    ) {
        let taps = gather.taps.count
        let combinations = channels.count * taps
        let rowBlocks = (combinations + kernels.rows - 1) / kernels.rows
        // 128 KiB of the panel, which all rows of kernels pass over.
        let pitch = panels.pitch
        let rows = max(1, min(gather.rows, (1 << 15) / (pitch * kernels.columns)))
        let band = Band(gather, rows: rows, columns: 1, of: kernels.factors == 2 ? .half : .number)
        var offsets = band.offsets(channels: channels.count)
        // A row that stands for nothing computes what the first one does; its sums are not read.
        offsets += Array(repeating: offsets[0], count: rowBlocks * kernels.rows - combinations)
        let tileSize = kernels.rows * kernels.columns
        withScratch(panels.blocks * rowBlocks * tileSize) { sums in
            sums.update(repeating: 0, count: panels.blocks * rowBlocks * tileSize)
            withScratch(band.size(channels: channels.count)) { lines in
                for picture in 0..<batch {
                    for row in stride(from: 0, to: gather.rows, by: rows) {
                        let stops = row..<min(gather.rows, row + rows)
                        band.fill(lines, from: source + picture * sourceStride, channels: channels, stops: stops)
                        for block in 0..<panels.blocks {
                            let place = panel + panels.offset(picture: picture, block: block)
                            for rowBlock in 0..<rowBlocks {
                                offsets.withUnsafeBufferPointer { offsets in
                                    kernels.correlation(
                                        lines, offsets.baseAddress! + rowBlock * kernels.rows, band.pitch,
                                        place + row * pitch * kernels.columns, pitch, stops.count,
                                        gather.columns, sums + (block * rowBlocks + rowBlock) * tileSize)
                                }
                            }
                        }
                    }
                }
            }
            for output in 0..<outputs {
                let (block, column) = output.quotientAndRemainder(dividingBy: kernels.columns)
                let from = sums + block * rowBlocks * tileSize + column
                let to = to + (output * gather.channels + channels.lowerBound) * taps
                for combination in 0..<combinations { to[combination] = from[combination * kernels.columns] }
            }
        }
    }
}

/// Planes of a batch laid out stop by stop: for each picture and block of channels, at each place the block's channels. Where
/// an element holds two factors they are neighbours of a row, and a zero is beside the last of an odd number.
private struct TransposedPlanes {
    let channels: Int
    let rows: Int
    let width: Int
    let batch: Int
    /// Numbers from one picture to the next.
    let stride: Int
    let kernels: nurie_kernels

    private var columns: Int { kernels.columns }
    /// Elements of a row in one channel.
    var pitch: Int { (width + kernels.factors - 1) / kernels.factors }
    var blocks: Int { (channels + columns - 1) / columns }
    var count: Int { batch * blocks * rows * pitch * columns }

    func offset(picture: Int, block: Int) -> Int { (picture * blocks + block) * rows * pitch * columns }

    func fill(_ to: UnsafeMutablePointer<Float>, from: UnsafePointer<Float>) {
        // Rows of whole elements are one long line.
        let lines = width % kernels.factors == 0 ? 1 : rows
        let length = rows * width / lines
        let elements = rows * pitch / lines
        // A piece of the result stays in the first-level cache while the channels are laid into it one by one: read side by
        // side they would compete for one place there, because planes are a power of two apart.
        let piece = 64
        let pieces = (elements + piece - 1) / piece
        inParallel(batch * blocks * lines * pieces) { task in
            let (part, number) = task.quotientAndRemainder(dividingBy: pieces)
            let (panel, line) = part.quotientAndRemainder(dividingBy: lines)
            let (picture, block) = panel.quotientAndRemainder(dividingBy: blocks)
            let from = from + picture * stride + block * columns * rows * width + line * length
            let to = to + offset(picture: picture, block: block) + line * elements * columns
            let place = number * piece..<min(elements, (number + 1) * piece)
            let used = min(columns, channels - block * columns)
            if used < columns { (to + place.lowerBound * columns).update(repeating: 0, count: place.count * columns) }
            if kernels.factors == 1 {
                for channel in 0..<used {
                    let line = from + channel * rows * width
                    for stop in place { to[stop * columns + channel] = line[stop] }
                }
            } else {
                fillPairs(to, from: from, channels: used, place: place, length: length)
            }
        }
    }

    private func fillPairs(
        _ to: UnsafeMutablePointer<Float>, from: UnsafePointer<Float>, channels: Int, place: Range<Int>, length: Int
    ) {
        withScratch(place.count) { pairs in
            // Two neighbours of a rounded line are a pair as they lie.
            let halves = UnsafeMutableRawPointer(pairs).assumingMemoryBound(to: UInt16.self)
            let count = min(length - 2 * place.lowerBound, 2 * place.count)
            if count % 2 == 1 { halves[count] = 0 }
            for channel in 0..<channels {
                kernels.halves(from + channel * rows * width + 2 * place.lowerBound, 1, count, halves)
                for (index, pair) in place.enumerated() { to[pair * columns + channel] = pairs[index] }
            }
        }
    }
}
