import Basics
import CKernels

/// A part of the source, laid out in a thread's cache so that the kernels can walk through it without asking where the
/// border is or how far apart the stops look.
///
/// With a step of 2 the numbers that neighbouring stops look at lie 2 apart; taking even and odd rows and columns apart
/// makes four planes in which they lie side by side. Zeros stand around each plane, so a border is nothing special.
struct Band: Sendable {
    /// What a line consists of.
    enum Element {
        /// The Float32 numbers of a channel.
        case number
        /// The numbers of two channels, as pairs of bfloat16; beside the last of an odd number of channels are zeros.
        case pair
        /// The numbers of a channel, as bfloat16, half as large as the others.
        case half
    }

    private let gather: Gather
    private let element: Element
    /// The rows of stops that the band serves, at most.
    let rows: Int
    /// Elements from one line to the next.
    let pitch: Int
    private let phases: [(y: Int, x: Int)]
    /// For each tap its phase, and the line and column of the phase's plane that the first stop looks at.
    private let places: [(phase: Int, y: Int, x: Int)]
    /// The plane's first line and column, seen from the first stop.
    private let (top, left): (Int, Int)
    private let lines: Int

    /// Lines are long enough for tiles of `columns` that begin at any stop's.
    init(_ gather: Gather, rows: Int, columns: Int, of element: Element = .number) {
        self.gather = gather
        self.element = element
        self.rows = rows
        let (step, taps) = (gather.step, gather.taps)
        let shifts = taps.map { (y: floorDivide($0.y, step), x: floorDivide($0.x, step)) }
        let remainders = zip(taps, shifts).map { tap, shift in (y: tap.y - shift.y * step, x: tap.x - shift.x * step)
        }
        var phases: [(y: Int, x: Int)] = []
        for remainder in remainders where !phases.contains(where: { $0 == remainder }) { phases.append(remainder) }
        let (top, left) = (shifts.map(\.y).min() ?? 0, shifts.map(\.x).min() ?? 0)
        self.phases = phases
        (self.top, self.left) = (top, left)
        lines = rows + (shifts.map(\.y).max() ?? 0) - top
        let length = (gather.columns + columns - 1) / columns * columns + (shifts.map(\.x).max() ?? 0) - left
        // Lines a multiple of 4 KiB apart would compete for the same places of the cache.
        pitch = (length + 15) / 16 * 16 + 16
        places = zip(remainders, shifts).map { remainder, shift in
            (phases.firstIndex { $0 == remainder }!, shift.y - top, shift.x - left)
        }
    }

    /// Elements that a channel takes, or a pair of channels.
    private var channelSize: Int { phases.count * lines * pitch }

    private var channelsInElement: Int { element == .pair ? 2 : 1 }

    /// The Float32 numbers in whose memory so many channels fit.
    func size(channels: Int) -> Int {
        let elements = (channels + channelsInElement - 1) / channelsInElement * channelSize
        return element == .half ? (elements + 1) / 2 : elements
    }

    /// Where the first stop finds each element that it looks at, channel by channel.
    func offsets(channels: Int) -> [Int32] {
        (0..<(channels + channelsInElement - 1) / channelsInElement).flatMap { channel in
            places.map { Int32(((channel * phases.count + $0.phase) * lines + $0.y) * pitch + $0.x) }
        }
    }

    /// Copies what some rows of stops look at.
    func fill(
        _ to: UnsafeMutablePointer<Float>, from planes: UnsafePointer<Float>, channels: Range<Int>, stops: Range<Int>
    ) {
        switch element {
        case .number:
            fillLines(to, from: planes, channels: channels, stops: stops) { columns, from, _, line in
                copy(columns, of: from, to: line)
            }
        case .pair:
            let pairs = Kernels.bfloat16!.pairs!
            fillLines(to, from: planes, channels: channels, stops: stops) { columns, from, next, line in
                let from = from + columns.lowerBound * gather.step
                let next = next.map { $0 + columns.lowerBound * gather.step }
                pairs(from, next, gather.step, columns.count, line + columns.lowerBound)
            }
        case .half:
            let halves = Kernels.bfloat16!.halves!
            let to = UnsafeMutableRawPointer(to).assumingMemoryBound(to: UInt16.self)
            fillLines(to, from: planes, channels: channels, stops: stops) { columns, from, _, line in
                halves(
                    from + columns.lowerBound * gather.step, gather.step, columns.count, line + columns.lowerBound)
            }
        }
    }

    /// Lines of elements between zeros; `lay` lays some columns of a channel, and of the next one if they share elements.
    @inline(__always)
    private func fillLines<Number: Numeric>(
        _ to: UnsafeMutablePointer<Number>, from planes: UnsafePointer<Float>, channels: Range<Int>,
        stops: Range<Int>,
        lay: (Range<Int>, UnsafePointer<Float>, _ next: UnsafePointer<Float>?, UnsafeMutablePointer<Number>) -> Void
    ) {
        var line = to
        let step = gather.step
        for channel in stride(from: channels.lowerBound, to: channels.upperBound, by: channelsInElement) {
            for phase in phases {
                // The columns of the source that exist: x · step + phase.x of [0, width).
                let first = max(0, -left)
                let end = min(pitch, (gather.width - phase.x + step - 1) / step - left)
                for y in 0..<lines {
                    let source = (stops.lowerBound + top + y) * step + phase.y
                    if source < 0 || source >= gather.height || y >= lines - (rows - stops.count) {
                        line.update(repeating: 0, count: pitch)
                    } else {
                        let from = planes + channel * gather.plane + source * gather.width + left * step + phase.x
                        let columns = min(first, pitch)..<max(first, end)
                        if channel + channelsInElement < channels.upperBound {
                            // The same line of the next channel lies where no prefetcher of the processor looks.
                            let next = from + channelsInElement * gather.plane + columns.lowerBound * step
                            nurie_prefetch(next, columns.count * step)
                        }
                        line.update(repeating: 0, count: columns.lowerBound)
                        lay(columns, from, channel + 1 < channels.upperBound ? from + gather.plane : nil, line)
                        (line + columns.upperBound).update(repeating: 0, count: pitch - columns.upperBound)
                    }
                    line += pitch
                }
            }
        }
    }
}

extension Band {
    /// to[x] = from[x · step].
    @inline(__always)
    private func copy(_ columns: Range<Int>, of from: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>) {
        if gather.step == 1 {
            (to + columns.lowerBound).update(from: from + columns.lowerBound, count: columns.count)
            return
        }
        var x = columns.lowerBound
        if gather.step == 2 {
            // Thirty-two numbers are read for sixteen, and the last of them must be there too.
            while x + Lanes.scalarCount < columns.upperBound {
                store(nurie_every_second(load(from + 2 * x), load(from + 2 * x + Lanes.scalarCount)), to: to + x)
                x += Lanes.scalarCount
            }
        }
        while x < columns.upperBound {
            to[x] = from[x * gather.step]
            x += 1
        }
    }
}

@inline(__always)
private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
