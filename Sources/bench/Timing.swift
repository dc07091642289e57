import Basics
import Foundation
import TensorCore
import Training

/// How long the runs of something took.
struct Timing: CustomStringConvertible {
    let median: Double
    let minimum: Double

    /// Of the seconds of each run.
    init(_ seconds: [Double]) {
        precondition(!seconds.isEmpty, "Timing: no runs")
        let sorted = seconds.sorted()
        let middle = sorted.count / 2
        median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        minimum = sorted[0]
    }

    /// Of some runs, after three that are not counted.
    init(of step: () -> Void, repeats: Int, warmUp: Int = 3) {
        for _ in 0..<warmUp { step() }
        let clock = ContinuousClock()
        self.init((0..<repeats).map { _ in clock.measure(step) / .seconds(1) })
    }

    /// The seconds of the last of as many runs as take 30 ms: a thread that slept through the turns of others is woken late, by up to
    /// three milliseconds where a machine's processors sleep too. `peer.py` does the same.
    static func turn(_ step: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        var last: Duration
        repeat { last = try clock.measure(step) } while clock.now - begin < .milliseconds(30)
        return last / .seconds(1)
    }

    var description: String { "median \(rounded(median, digits: 4)) min \(rounded(minimum, digits: 4)) s" }
}

/// What the program has taken of the machine's memory.
enum Memory {
    /// Gives back what earlier work left in the pool, and counts the peak from here on.
    static func startCounting() {
        BufferPool.shared.drain()
        // The system forgets the highest mark when it is told "5" (proc(5)).
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The most bytes at one time; nil where the system does not tell.
    static var peak: Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 }
    }
}
