/// Says how far a long piece of work is and when it will end.
///
/// On a terminal one line is redrawn ten times a second; into a log goes a plain line every tenth of the work and at
/// least every half minute. The clock is only looked at to say so: no number depends on it.
public struct Progress {
    private let name: String
    private let total: Int
    private let start: Int
    private let clock = ContinuousClock()
    private let begin: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant?
    private var lastTenth = 0

    /// Work of `total` units, of which `done` were done before.
    public init(_ name: String, total: Int, done: Int = 0) {
        self.name = name
        self.total = total
        start = done
        begin = clock.now
        lastTenth = total > 0 ? done * 10 / total : 0
    }

    /// Shows that `done` units are done; `detail` is worked out only if it is shown.
    public mutating func update(_ done: Int, detail: @autoclosure () -> String = "") {
        let now = clock.now
        let tenth = total > 0 ? done * 10 / total : 10
        let sinceShown = lastShown.map { now - $0 } ?? (now - begin)
        let isDue =
            Console.isTerminal
            ? sinceShown > .milliseconds(100) || done == total
            : (tenth > lastTenth && now - begin > .seconds(1)) || sinceShown > .seconds(30)
        guard isDue else { return }
        lastShown = now
        lastTenth = tenth
        let line = line(done: done, elapsed: now - begin, detail: detail())
        if Console.isTerminal { Console.redraw(line) } else { Console.say(line) }
    }

    /// Ends the work: the progress line goes, a line with the time stays.
    public func finish(_ message: String? = nil) {
        Console.clearProgress()
        if let message { Console.say("\(message) (\(Self.text(clock.now - begin)))") }
    }

    private func line(done: Int, elapsed: Duration, detail: String) -> String {
        let share = total > 0 ? 100 * done / total : 100
        var parts = ["\(name) \(done)/\(total)", "\(share) %"]
        if !detail.isEmpty { parts.append(detail) }
        if done > start {
            let left = elapsed * Double(total - done) / Double(done - start)
            parts.append("ETA \(Self.text(left))")
        }
        return parts.joined(separator: "  ")
    }

    /// A duration as people say it: `0.06 s`, `3.2 s`, `45 s`, `3:05`, `2:14:00`.
    public static func text(_ duration: Duration) -> String {
        let exact = duration / .seconds(1)
        if exact < 9.95 { return "\(rounded((100 * exact).rounded() / 100, digits: 2)) s" }
        let seconds = Int(max(10, exact))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60):\(two(seconds % 60))" }
        return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }
}
