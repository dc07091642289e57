import Files
import Foundation
import Training

/// Lets children read inputs, one after another, each from where the last one crashed.
struct Supervisor {
    /// Seconds after which a child that is still at the same input hangs.
    private static let patience = 60.0

    private let inputs: Inputs
    private let memory: Int

    init(_ inputs: Inputs, memory: Int) {
        (self.inputs, self.memory) = (inputs, memory)
    }

    /// Has all inputs read, and tells what was wrong with which; the result is how many something was wrong with.
    func run() throws -> Int {
        let (name, numbers) = (inputs.reader.name, inputs.numbers)
        var progress = Progress(name, total: numbers.count)
        var tally = Tally(next: numbers.lowerBound)
        try inputs.tally.write(tally)
        var failureCount = 0
        while tally.next < numbers.upperBound {
            let failure = try readOn { progress.update($0.next - numbers.lowerBound) }
            tally = try inputs.tally.read()
            guard let failure else { continue }
            failureCount += 1
            let kept = inputs.keptPath("failed", tally.next)
            try Files.move(inputs.path, to: kept)
            Console.warn("\(name), seed \(inputs.seed), number \(tally.next): \(failure); the input is \(kept)")
            tally.next += 1
            try inputs.tally.write(tally)
        }
        progress.finish(
            "\(name): \(tally.read) read, \(tally.refused) refused, \(tally.slow) too slow, \(failureCount) crashed or hung"
        )
        try? FileManager.default.removeItem(atPath: inputs.path)
        try? FileManager.default.removeItem(atPath: inputs.tally.path)
        return failureCount + tally.slow
    }

    /// Lets a child read the inputs that are left; how it failed at one, if it did.
    private func readOn(progress: (Tally) -> Void) throws -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            inputs.reader.name, "--child", "--seed", "\(inputs.seed)", "--first", "\(inputs.numbers.lowerBound)",
            "--count", "\(inputs.numbers.count)", "--memory", "\(memory)", "--output", inputs.folder,
        ]
        try process.run()
        var (last, since) = (try inputs.tally.read(), ContinuousClock.now)
        while process.isRunning {
            Thread.sleep(forTimeInterval: 0.05)
            let tally = try inputs.tally.read()
            if tally != last {
                (last, since) = (tally, .now)
                progress(tally)
            } else if ContinuousClock.now - since > .seconds(Self.patience) {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                return "hung for \(Int(Self.patience)) s"
            }
        }
        if process.terminationReason == .uncaughtSignal { return "crashed with signal \(process.terminationStatus)" }
        guard process.terminationStatus == 0 else { throw ChildFailure() }
        return nil
    }
}

/// A child ended without a crash, and before its work was done: it has said why.
struct ChildFailure: Error, CustomStringConvertible {
    var description: String { "The child that reads the inputs could not work." }
}
