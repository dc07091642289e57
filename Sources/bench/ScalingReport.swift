import Figures
import Training

/// What the table of measurements says: the efficiency of two processes, the links, and what more processes would do.
struct ScalingReport {
    let rows: [ScalingRow]
    /// The link of one machine's memory, and the one that is slower than computing.
    static let (memory, network) = ("memory", "1 Gbit/s")
    private static let (processCounts, gigabits) = ([2, 4, 8, 16, 32, 64, 128, 256, 512], [1.0, 10, 100])
    /// Processes as the measured ones, and what sixteen threads of good cores would be.
    private static let speeds = [(1.0, "Cores as fast as those measured"), (16, "Cores 16 times as fast")]

    private func step(_ link: String, processes: Int) -> ScalingRow? {
        rows.last { $0.kind == .step && $0.link == link && $0.processes == processes && $0.gradients == "float32" }
    }

    private func link(_ name: String) -> CostModel.Link? { CostModel.Link(rows.filter { $0.link == name }) }

    /// Prints what there is to say, and draws the figure once both links were measured.
    func write(to folder: String) throws {
        let alone = step(Self.memory, processes: 1)
        for row in rows where row.kind == .step { Console.say(text(row, comparedWith: alone)) }
        for name in [Self.memory, Self.network] { describeLink(name) }
        guard let fast = step(Self.memory, processes: 2), let slow = step(Self.network, processes: 2),
            let memory = link(Self.memory), let network = link(Self.network)
        else { return }
        try predict(CostModel(fast: fast, slow: slow, network), memory, network, folder)
    }

    /// What a link costs, as it was measured and as it was fitted.
    private func describeLink(_ name: String) {
        guard let link = link(name) else { return }
        let (latency, rate) = (rounded(link.latency * 1e3), rounded(link.bandwidth / 1e6))
        Console.say("\(name): \(latency) ms an exchange, \(rate) MB/s one way")
        for row in rows where row.kind == .joining && row.link == name {
            let (measured, fitted) = (rounded(row.sending * 1e3), rounded(link.sending(row) * 1e3))
            Console.say(
                "  \(row.bytes) bytes in \(row.exchanges) exchanges: measured \(measured) ms, fitted \(fitted) ms")
        }
    }

    /// The least latency of a network that is reckoned with.
    private static let latency = 0.2e-3

    /// What a faster network would do. It is taken to reach the same share of its rate as the measured one, but no more
    /// than one machine's memory does.
    private func predict(
        _ model: CostModel, _ memory: CostModel.Link, _ network: CostModel.Link, _ folder: String
    ) throws {
        let (compute, hidden, tail) = (rounded(model.compute), rounded(model.hidden), rounded(model.tail))
        Console.say("compute \(compute) s, hidden \(hidden) s, tail \(tail) s")
        let figures = Self.speeds.map { speed, name in
            var figure = Figure(name, x: "processes", y: "efficiency").logarithmicX().yRange(0...1.1)
            for rate in Self.gigabits {
                let link = CostModel.Link(
                    latency: max(network.latency, Self.latency),
                    bandwidth: min(network.bandwidth * rate, memory.bandwidth))
                let efficiencies = Self.processCounts.map { model.faster(speed).efficiency(processes: $0, link) }
                let words = zip(Self.processCounts, efficiencies).map { "\($0): \(rounded($1))" }
                Console.say("\(name), \(Int(rate)) Gbit/s, predicted: \(words.joined(separator: ", "))")
                figure = figure.curve(Self.processCounts, efficiencies, "\(Int(rate)) Gbit/s")
            }
            return figure
        }
        Console.say(
            try Panels("A step of \(Int((model.bytes / 4e6).rounded())) million weights, predicted", figures)
                .write(to: folder, named: "scaling-out"))
    }

    /// A step in words; what is hidden is what sending takes by itself, without what was waited for.
    private func text(_ row: ScalingRow, comparedWith alone: ScalingRow?) -> String {
        var words = [
            "\(row.link), \(row.processes) x \(row.threads) threads, \(row.gradients): step \(rounded(row.seconds)) s"
        ]
        guard row.processes > 1 else { return words[0] }
        words.append("sent \(rounded(Double(row.bytes) / 1e6)) MB in \(row.exchanges) exchanges")
        words.append("waited \(rounded(row.waiting)) s")
        if let link = link(row.link) {
            let sending = link.sending(row)
            let hidden = max(0, 1 - row.waiting / sending)
            words.append("\(Int((100 * hidden).rounded())) % hidden of \(rounded(sending)) s")
        }
        if let alone { words.append("efficiency \(rounded(alone.seconds / row.seconds))") }
        return words.joined(separator: ", ")
    }
}
