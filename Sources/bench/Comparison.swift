import Foundation
import TensorCore
import Training

/// A case here, and elsewhere if that is wanted; all take turns in one run: the machine's mood is then the same for them.
struct Comparison {
    /// Who takes a turn.
    private struct Runner {
        let name: String
        let detail: String
        let run: () throws -> Double?
        var seconds: [Double] = []

        var timing: Timing { Timing(seconds) }
    }

    private var own: [Runner] = []
    private var others: [(engine: Peer.Engine, runner: Runner)] = []

    /// Prints the memory and the times of this program, the times of the others, and the ratios to them.
    static func print(_ benchCase: BenchCase, against python: String?, repeats: Int) throws {
        Memory.startCounting()
        let peers = try python.map { try ready(benchCase, $0) } ?? []
        defer { for peer in peers { peer.stop() } }
        let (parameters, step) = try benchCase.prepare()
        var comparison = Comparison()
        for way in benchCase.ways {
            try warmUp(way, step, benchCase.name)
            let runner = Runner(name: benchCase.name + way.suffix, detail: "parameters \(parameters)") {
                try Timing.turn { try way.run(step) }
            }
            comparison.own.append(runner)
        }
        comparison.others = peers.map { peer in
            (peer.engine, Runner(name: benchCase.name, detail: peer.engine.argument, run: peer.run))
        }
        for _ in 0..<repeats { try comparison.takeTurns() }
        comparison.say()
    }

    /// Three runs that are not counted, and the most memory that they and what was before took.
    private static func warmUp(_ way: BenchCase.Way, _ step: () throws -> Void, _ name: String) throws {
        for _ in 0..<2 { try way.run(step) }
        let taken = BufferPool.shared.bytesTaken
        try way.run(step)
        guard let peak = Memory.peak else { return }
        let more = (BufferPool.shared.bytesTaken - taken) >> 20
        Console.say("memory \(name)\(way.suffix) peak \(peak >> 20) MiB, after the second run \(more) MiB more")
    }

    /// The peers that run the case; of the others it is said why not. They get ready side by side.
    private static func ready(_ benchCase: BenchCase, _ python: String) throws -> [Peer] {
        let peers = try Peer.Engine.all(for: benchCase.kind).map { try Peer(python, benchCase.name, $0) }
        return peers.filter { peer in
            guard let problem = peer.problem() else { return true }
            Console.warn("\(benchCase.name) \(peer.engine.name) \(peer.engine.argument) is left out: \(problem)")
            peer.stop()
            return false
        }
    }

    private mutating func takeTurns() throws {
        for index in own.indices {
            if let seconds = try own[index].run() { own[index].seconds.append(seconds) }
        }
        for index in others.indices {
            if let seconds = try others[index].runner.run() { others[index].runner.seconds.append(seconds) }
            // Threads of who ran last look out for more for up to five milliseconds, and would hinder who comes next.
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    private func say() {
        for runner in own { Console.say("nurie \(runner.name) \(runner.timing) \(runner.detail)") }
        let timed = others.filter { !$0.runner.seconds.isEmpty }
        for (engine, runner) in timed {
            Console.say("\(engine.name) \(runner.name) \(runner.timing) \(runner.detail)")
        }
        var names: [String] = []
        for name in timed.map(\.engine.name) where !names.contains(name) { names.append(name) }
        for runner in own {
            for name in names {
                let timings = timed.filter { $0.engine.name == name }.map(\.runner.timing)
                let median = rounded(runner.timing.median / timings.map(\.median).min()!)
                let least = rounded(runner.timing.minimum / timings.map(\.minimum).min()!)
                Console.say("ratio \(runner.name) median \(median) least \(least) over \(name)")
            }
        }
    }
}
