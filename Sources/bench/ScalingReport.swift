import Figures
import Training

/// What the table of measurements says: the efficiency of two processes, the links, and what more processes would do.
struct ScalingReport {
    let rows: [ScalingRow]
    /// The link of one machine's memory, and the one that is slower than computing.
    static let (memory, network) = ("memory", "1 Gbit/s")
    private static let (processCounts, gigabits) = ([2, 4, 8, 16, 32, 64, 128, 256, 512], [1.0, 10, 100])

    private func step(_ link: String, processes: Int) -> ScalingRow? {
        rows.last { $0.kind == .step && $0.link == link && $0.processes == processes && $0.gradients == "float32" }
    }

    /// Prints what there is to say, and draws the figure once both links were measured.
    func write(to folder: String) throws {
        for row in rows where row.kind == .step { Console.say(Self.text(row)) }
        if let alone = step(Self.memory, processes: 1) {
            for row in rows where row.kind == .step && row.processes > 1 {
                Console.say(
                    "\(row.link), \(row.gradients): efficiency at \(row.processes) processes "
                        + "\(rounded(alone.seconds / row.seconds, digits: 3))")
            }
        }
        let links = [Self.memory, Self.network].map { name in CostModel.Link(rows.filter { $0.link == name }) }
        for (name, link) in zip([Self.memory, Self.network], links) {
            guard let link else { continue }
            Console.say(
                "\(name): \(rounded(link.latency * 1e3)) ms an exchange, \(rounded(link.bandwidth / 1e6)) MB/s one way"
            )
            for row in rows where row.kind == .joining && row.link == name {
                Console.say(
                    "  \(row.bytes) bytes in \(row.exchanges) exchanges: measured \(rounded(row.sending * 1e3)) ms, "
                        + "fitted \(rounded(link.sending(row) * 1e3)) ms")
            }
        }
        guard let fast = step(Self.memory, processes: 2), let slow = step(Self.network, processes: 2),
            let memory = links[0], let network = links[1]
        else { return }
        try predict(CostModel(fast: fast, slow: slow), memory, network, folder)
    }

    /// What a faster network would do. It is taken to reach the same share of its rate as the measured one, though not more
    /// than one machine's memory does; and its latency is the measured one's.
    private func predict(
        _ model: CostModel, _ memory: CostModel.Link, _ network: CostModel.Link, _ folder: String
    ) throws {
        Console.say(
            "compute \(rounded(model.compute)) s, hidden \(rounded(model.hidden)) s, tail \(rounded(model.tail)) s")
        var figure = Figure(
            "A U-net of \(Int(model.bytes / 4e6)) million weights, 4 pictures a process", x: "processes",
            y: "efficiency"
        ).logarithmicX().yRange(0...1.05)
        for rate in Self.gigabits {
            let link = CostModel.Link(
                latency: network.latency, bandwidth: min(network.bandwidth * rate, memory.bandwidth))
            let efficiencies = Self.processCounts.map { model.efficiency(processes: $0, link) }
            let words = zip(Self.processCounts, efficiencies).map { "\($0): \(rounded($1))" }
            Console.say("\(Int(rate)) Gbit/s, predicted efficiency by processes: \(words.joined(separator: ", "))")
            figure = figure.curve(Self.processCounts, efficiencies, "\(Int(rate)) Gbit/s, predicted")
        }
        let measured = [Self.memory, Self.network].compactMap { name in step(name, processes: 2).map { (name, $0) } }
        for (name, row) in measured {
            figure = figure.points([2], [model.compute / row.seconds], "\(name), measured")
        }
        Console.say(try figure.write(to: folder, named: "scaling-out"))
    }

    private static func text(_ row: ScalingRow) -> String {
        let overlap = row.sending > 0 ? "\(Int((100 * (1 - row.waiting / row.sending)).rounded())) %" : "none"
        return "\(row.link), \(row.processes) processes of \(row.threads) threads, \(row.gradients): step "
            + "\(rounded(row.seconds)) s, sent \(rounded(Double(row.bytes) / 1e6)) MB, on the way \(rounded(row.sending)) s, "
            + "waited \(rounded(row.waiting)) s, hidden \(overlap)"
    }
}
