/// Convolutions as matrix products over columns (im2col): for each place of the result a column of the numbers that the
/// kernel sees there, so that one product with the weights makes many places at once.
///
/// The columns of a whole picture would not fit any cache. They are made for one tile of the result at a time, in a
/// buffer that stays in the cache of the thread that then multiplies them. Tiles are cut at places that depend on the
/// shapes alone, so the result is the same with any number of threads.
struct Gather: Sendable {
    /// Where the numbers come from: `channels` planes of height × width.
    let channels: Int
    let height: Int
    let width: Int
    /// For each number of the kernel, how far from the stop's own place it looks.
    let taps: [(y: Int, x: Int)]
    /// How far apart two neighbouring stops look.
    let step: Int
    /// The stops.
    let rows: Int
    let columns: Int

    /// The length of a column.
    var depth: Int { channels * taps.count }

    /// Writes the columns of some rows of stops: a matrix of `depth` × `stride`, of which this fills
    /// `stops.count * columns` from where `to` points.
    func fill(
        _ to: UnsafeMutablePointer<Float>, stride: Int, from planes: UnsafePointer<Float>, stops: Range<Int>
    ) {
        for channel in 0..<channels {
            let plane = planes + channel * height * width
            for (index, tap) in taps.enumerated() {
                var row = to + (channel * taps.count + index) * stride
                for stop in stops {
                    fill(row: row, from: plane, y: stop * step + tap.y, tap: tap.x)
                    row += columns
                }
            }
        }
    }

    /// One row of stops for one number of the kernel; zero where it looks over the border.
    @inline(__always)
    private func fill(row: UnsafeMutablePointer<Float>, from plane: UnsafePointer<Float>, y: Int, tap: Int) {
        guard y >= 0, y < height else { return row.update(repeating: 0, count: columns) }
        let line = plane + y * width
        // The stops whose place x · step + tap lies within the line.
        let first = min(columns, tap >= 0 ? 0 : (step - 1 - tap) / step)
        let end = max(first, min(columns, width > tap ? (width - tap + step - 1) / step : 0))
        for x in 0..<first { row[x] = 0 }
        if step == 1 {
            (row + first).update(from: line + first + tap, count: end - first)
        } else {
            for x in first..<end { row[x] = line[x * step + tap] }
        }
        for x in end..<columns { row[x] = 0 }
    }
}

/// Where a product's numbers go: rows and columns of a plane, `step` apart from a corner on.
struct Lattice: Sendable {
    let y: Int
    let x: Int
    let step: Int
    let width: Int
    let plane: Int
}

/// A tile of the result: rows of stops of one picture, or the whole of several small ones.
private struct Tile {
    let pictures: Range<Int>
    let stops: Range<Int>
}

/// 1 MiB of columns: what stays in a second-level cache, and enough for the product to be efficient.
private let columnsInTile = 1 << 18

/// Cuts the stops of a batch into tiles.
private func tiles(batch: Int, _ gather: Gather) -> [Tile] {
    let stops = gather.rows * gather.columns
    let wanted = max(64, columnsInTile / max(1, gather.depth))
    if stops >= wanted {
        let tilesInPicture = (stops + wanted - 1) / wanted
        let rows = (gather.rows + tilesInPicture - 1) / tilesInPicture
        return (0..<batch).flatMap { picture in
            stride(from: 0, to: gather.rows, by: rows).map { row in
                Tile(pictures: picture..<picture + 1, stops: row..<min(gather.rows, row + rows))
            }
        }
    }
    // Small maps: several pictures share a product, but at least two tiles are left for two threads.
    let pictures = max(1, min((wanted + stops - 1) / stops, (batch + 1) / 2))
    return stride(from: 0, to: batch, by: pictures).map { first in
        Tile(pictures: first..<min(batch, first + pictures), stops: 0..<gather.rows)
    }
}

/// result[o, stop] = Σ weights[o, depth] · columns[depth, stop] + bias[o], for every picture of a batch.
struct ColumnProduct {
    let gather: Gather
    let lattice: Lattice
    let batch: Int
    let outputs: Int
    /// Numbers from one picture to the next, on either side.
    let fromStride: Int
    let toStride: Int

    func run(
        from: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        to: UnsafeMutablePointer<Float>
    ) {
        let tiles = tiles(batch: batch, gather)
        inParallel(tiles.count) { index in
            let tile = tiles[index]
            let stops = tile.stops.count * gather.columns
            let width = stops * tile.pictures.count
            withScratch(gather.depth * width) { columns in
                for (index, picture) in tile.pictures.enumerated() {
                    gather.fill(
                        columns + index * stops, stride: width, from: from + picture * fromStride, stops: tile.stops)
                }
                let left = BLAS.Matrix(start: weights, stride: gather.depth)
                let right = BLAS.Matrix(start: columns, stride: width)
                if lattice.step == 1 && tile.pictures.count == 1 {
                    // The tile's rows lie side by side in the result: the product goes there at once.
                    let place = to + tile.pictures.lowerBound * toStride + tile.stops.lowerBound * gather.columns
                    if let bias {
                        for output in 0..<outputs {
                            (place + output * lattice.plane).update(repeating: bias[output], count: stops)
                        }
                    }
                    BLAS.multiply(
                        left, right, rows: outputs, inner: gather.depth, columns: width, into: place,
                        stride: lattice.plane, adding: bias != nil)
                } else {
                    withScratch(outputs * width) { product in
                        BLAS.multiply(
                            left, right, rows: outputs, inner: gather.depth, columns: width, into: product,
                            stride: width)
                        for (index, picture) in tile.pictures.enumerated() {
                            lay(
                                product + index * stops, stride: width, stops: tile.stops, bias: bias,
                                to: to + picture * toStride)
                        }
                    }
                }
            }
        }
    }

    /// Lays a product on its lattice.
    private func lay(
        _ product: UnsafePointer<Float>, stride: Int, stops: Range<Int>, bias: UnsafePointer<Float>?,
        to: UnsafeMutablePointer<Float>
    ) {
        for output in 0..<outputs {
            let shift = bias?[output] ?? 0
            var from = product + output * stride
            let plane = to + output * lattice.plane + lattice.y * lattice.width + lattice.x
            for row in stops {
                let line = plane + row * lattice.step * lattice.width
                if lattice.step == 1 {
                    for x in 0..<gather.columns { line[x] = from[x] + shift }
                } else {
                    for x in 0..<gather.columns { line[x * lattice.step] = from[x] + shift }
                }
                from += gather.columns
            }
        }
    }
}

// MARK: - The three products

extension Window {
    /// The columns that the kernel sees at each place of the narrow side.
    private var view: Gather {
        Gather(
            channels: inputChannels / groups, height: inputHeight, width: inputWidth,
            taps: (0..<kernelHeight).flatMap { y in (0..<kernelWidth).map { x in (y - padding, x - padding) } },
            step: stride, rows: outputHeight, columns: outputWidth)
    }

    /// From the wide side to the narrow one.
    func correlate(_ input: Tensor, _ weight: Tensor, bias: Tensor?) -> Tensor {
        check(input, inputShape)
        if isDepthwise { return correlateDepthwise(input, weight, bias: bias) }
        let outputs = outputChannels / groups
        let product = ColumnProduct(
            gather: view, lattice: Lattice(y: 0, x: 0, step: 1, width: outputWidth, plane: outputPlane), batch: batch,
            outputs: outputs, fromStride: inputChannels * inputPlane, toStride: outputChannels * outputPlane)
        return Tensor(shape: outputShape) { result in
            withPointers(input, weight, bias) { x, w, b in
                for group in 0..<groups {
                    product.run(
                        from: x + group * product.gather.channels * inputPlane,
                        weights: w + group * outputs * product.gather.depth, bias: b.map { $0 + group * outputs },
                        to: result.baseAddress! + group * outputs * outputPlane)
                }
            }
        }
    }

    /// From the narrow side to the wide one. Nothing is scattered: places of the wide side whose distance is the stride
    /// see the same part of the kernel, so each such lattice is a small convolution of its own.
    func spread(_ output: Tensor, _ weight: Tensor, bias: Tensor?) -> Tensor {
        check(output, outputShape)
        if isDepthwise { return spreadDepthwise(output, weight) }
        let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
        return Tensor(shape: inputShape) { result in
            withPointers(output, weight, bias) { from, w, b in
                for group in 0..<groups {
                    let to = result.baseAddress! + group * inputs * inputPlane
                    for y in 0..<min(stride, inputHeight) {
                        for x in 0..<min(stride, inputWidth) {
                            let taps = self.taps(y: y, x: x)
                            let gather = Gather(
                                channels: outputs, height: outputHeight, width: outputWidth, taps: taps.map(\.place),
                                step: 1, rows: (inputHeight - y + stride - 1) / stride,
                                columns: (inputWidth - x + stride - 1) / stride)
                            let product = ColumnProduct(
                                gather: gather,
                                lattice: Lattice(y: y, x: x, step: stride, width: inputWidth, plane: inputPlane),
                                batch: batch, outputs: inputs, fromStride: outputChannels * outputPlane,
                                toStride: inputChannels * inputPlane)
                            withScratch(inputs * gather.depth) { packed in
                                pack(w + group * outputs * inputs * kernel, taps: taps.map(\.kernel), to: packed)
                                product.run(
                                    from: from + group * outputs * outputPlane, weights: packed,
                                    bias: b.map { $0 + group * inputs }, to: to)
                            }
                        }
                    }
                }
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

    /// The weights of some numbers of the kernel, from [outputs, inputs, kernel] to [inputs, outputs, taps].
    private func pack(_ weight: UnsafePointer<Float>, taps: [Int], to: UnsafeMutablePointer<Float>) {
        let (inputs, outputs) = (inputChannels / groups, outputChannels / groups)
        inParallelPieces(of: inputs, size: max(1, (1 << 14) / max(1, outputs * taps.count))) { piece in
            for input in piece {
                var place = to + input * outputs * taps.count
                for output in 0..<outputs {
                    let from = weight + (output * inputs + input) * kernel
                    for tap in taps {
                        place.pointee = from[tap]
                        place += 1
                    }
                }
            }
        }
    }

    /// How the result changes with the weight, for given changes of the narrow side:
    /// dw[o, c, tap] = Σ over pictures and places of dy[o, place] · x[c, place + tap].
    func weightProduct(_ input: Tensor, _ output: Tensor) -> Tensor {
        check(input, inputShape)
        check(output, outputShape)
        if isDepthwise { return weightProductDepthwise(input, output) }
        let product = WeightProduct(window: self, view: view)
        return Tensor(shape: weightShape) { result in
            withPointers(input, output, nil) { x, dy, _ in
                product.run(input: x, output: dy, to: result.baseAddress!)
            }
        }
    }

    func check(_ tensor: Tensor, _ shape: [Int]) {
        precondition(tensor.shape == shape, "\(operation): shape \(tensor.shape) where \(shape) is needed")
    }
}

/// The gradient of a weight. A thread takes some channels of the input and goes through all pictures with them, adding
/// up as it goes: the order of adding is fixed, and no thread needs another's sums.
private struct WeightProduct {
    let window: Window
    let view: Gather
    /// Input channels that a task takes.
    private let share: Int
    /// Rows of stops in a tile.
    private let rows: Int

    init(window: Window, view: Gather) {
        self.window = window
        self.view = view
        let channels = view.channels
        share = channels <= 4 ? (channels + 1) / 2 : max((channels + 7) / 8, min(channels / 2, 16))
        let depth = share * view.taps.count
        rows = max(1, min(view.rows, max(256, columnsInTile / depth) / max(1, view.columns)))
    }

    func run(input: UnsafePointer<Float>, output: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>) {
        let taps = view.taps.count
        let tasks = (view.channels + share - 1) / share
        let outputs = window.outputChannels / window.groups
        inParallel(window.groups * tasks) { task in
            let (group, part) = task.quotientAndRemainder(dividingBy: tasks)
            let channels = part * share..<min(view.channels, (part + 1) * share)
            let some = Gather(
                channels: channels.count, height: view.height, width: view.width, taps: view.taps, step: view.step,
                rows: view.rows, columns: view.columns)
            let place = to + group * outputs * view.depth + channels.lowerBound * taps
            withScratch(some.depth * rows * view.columns) { columns in
                for picture in 0..<window.batch {
                    let firstChannel = picture * window.inputChannels + group * view.channels + channels.lowerBound
                    let dy = output + (picture * window.outputChannels + group * outputs) * window.outputPlane
                    for row in stride(from: 0, to: view.rows, by: rows) {
                        let stops = row..<min(view.rows, row + rows)
                        let width = stops.count * view.columns
                        some.fill(
                            columns, stride: width, from: input + firstChannel * window.inputPlane, stops: stops)
                        BLAS.multiply(
                            .init(start: dy + row * view.columns, stride: window.outputPlane),
                            .init(start: columns, stride: width, isTransposed: true), rows: outputs, inner: width,
                            columns: some.depth, into: place, stride: view.depth, adding: picture > 0 || row > 0)
                    }
                }
            }
        }
    }
}

/// Lends the numbers of an operation's tensors.
@inline(__always)
func withPointers<Result>(
    _ a: Tensor, _ b: Tensor, _ c: Tensor?,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>?) -> Result
) -> Result {
    a.withScalars { a in
        b.withScalars { b in
            guard let c else { return body(a.baseAddress!, b.baseAddress!, nil) }
            return c.withScalars { c in body(a.baseAddress!, b.baseAddress!, c.baseAddress!) }
        }
    }
}
