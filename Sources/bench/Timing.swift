import Glibc
import LessonKit

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

    var description: String { "median \(rounded(median, digits: 4)) min \(rounded(minimum, digits: 4)) s" }
}

/// What the program has taken of the machine's memory.
enum Memory {
    /// The most bytes at one time.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }
}
