import Training

/// A case here and in PyTorch, in turns in one run: the machine's mood is then the same for both.
enum Comparison {
    /// Prints both medians and their ratio. PyTorch runs eagerly and compiled; the better one counts. Where bfloat16 is computed
    /// in, both do.
    static func print(_ benchCase: BenchCase, against python: String, repeats: Int) {
        let peers = [("eager", false), ("compiled", true)].compactMap { name, compiled in
            Peer(python, benchCase.name, compiled: compiled).map { (name, $0) }
        }
        guard !peers.isEmpty else { return Console.say("torch \(benchCase.name) does not run with \(python)") }
        let (parameters, step) = benchCase.prepare()
        for _ in 0..<3 { step() }
        let clock = ContinuousClock()
        var own: [Double] = []
        var others = Array(repeating: [Double](), count: peers.count)
        for _ in 0..<repeats {
            own.append(clock.measure(step) / .seconds(1))
            for (index, (_, peer)) in peers.enumerated() {
                if let seconds = peer.run() { others[index].append(seconds) }
            }
        }
        for (_, peer) in peers { peer.stop() }

        let times = Timing(own)
        Console.say("nurie \(benchCase.name) \(times) parameters \(parameters)")
        let results = zip(peers, others).map { peer, seconds in (peer.0, Timing(seconds)) }
        for (name, other) in results { Console.say("torch \(benchCase.name) \(other) \(name)") }
        let best = results.map(\.1.median).min()!
        Console.say("ratio \(benchCase.name) \(rounded(times.median / best))")
    }
}
