import Glibc

/// How long something takes.
enum Timing {
    /// The median and the least of some runs, in seconds, after three that are not counted.
    static func seconds(of step: () -> Void, repeats: Int) -> (median: Double, minimum: Double) {
        for _ in 0..<3 { step() }
        let clock = ContinuousClock()
        let times = (0..<repeats).map { _ in clock.measure(step) / .seconds(1) }.sorted()
        let middle = times.count / 2
        return (times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2, times[0])
    }
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
