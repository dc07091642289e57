import Basics
import CKernels

/// A part of the source, laid out in a thread's cache so that the kernels can walk through it without asking where the
/// border is or how far apart the stops look.
///
/// With a step of 2 the numbers that neighbouring stops look at lie 2 apart; taking even and odd rows and columns apart
/// makes four planes in which they lie side by side. Zeros stand around each plane, so a border is nothing special.
struct Band: Sendable {
    private let gather: Gather
    /// The rows of stops that the band serves, at most.
    let rows: Int
    /// Numbers from one line to the next.
    let pitch: Int
    private let phases: [(y: Int, x: Int)]
    /// For each tap its phase, and the line and column of the phase's plane that the first stop looks at.
    private let places: [(phase: Int, y: Int, x: Int)]
    /// The plane's first line and column, seen from the first stop.
    private let (top, left): (Int, Int)
    private let lines: Int

    /// Lines are long enough for tiles of `columns` that begin at any stop's.
    init(_ gather: Gather, rows: Int, columns: Int) {
        self.gather = gather
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

    /// Numbers that a channel takes.
    var channelSize: Int { phases.count * lines * pitch }

    /// Where the first stop finds each number that it looks at, channel by channel.
    func offsets(channels: Int) -> [Int32] {
        (0..<channels).flatMap { channel in
            places.map { Int32(((channel * phases.count + $0.phase) * lines + $0.y) * pitch + $0.x) }
        }
    }

    /// Copies what some rows of stops look at.
    func fill(
        _ to: UnsafeMutablePointer<Float>, from planes: UnsafePointer<Float>, channels: Range<Int>, stops: Range<Int>
    ) {
        var line = to
        let step = gather.step
        for channel in channels {
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
                        line.update(repeating: 0, count: columns.lowerBound)
                        copy(columns, of: from, to: line)
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
