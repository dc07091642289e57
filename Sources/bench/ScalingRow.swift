import Files
import Training

/// A measurement of processes that work together.
struct ScalingRow {
    enum Kind: String {
        /// A training step.
        case step
        /// Gradients are joined, and nothing else is done.
        case joining
    }

    let kind: Kind
    let link: String
    let processes: Int
    /// In each process.
    let threads: Int
    let gradients: String
    let parameters: Int
    /// The time of all, and of what each process sends and how often it exchanges something.
    let seconds: Double
    let bytes: Int
    let exchanges: Int
    /// How long gradients were on their way, and how much of that a process had nothing else to do.
    let sending: Double
    let waiting: Double

    /// What tells it from others; a new measurement takes the place of an old one.
    private var key: String {
        "\(kind.rawValue),\(link),\(processes),\(threads),\(gradients),\(parameters)"
    }

    private static let header =
        "kind,link,processes,threads,gradients,parameters,seconds,bytes,exchanges,sending,waiting"

    private var text: String {
        "\(key),\(rounded(seconds, digits: 4)),\(bytes),\(exchanges),\(rounded(sending, digits: 4)),\(rounded(waiting, digits: 4))"
    }

    /// A line of the table; nil if it is none.
    private init?(_ line: Substring) {
        let cells = line.split(separator: ",").map(String.init)
        guard cells.count == 11, let kind = Kind(rawValue: cells[0]), let processes = Int(cells[2]),
            let threads = Int(cells[3]), let parameters = Int(cells[5]), let seconds = Double(cells[6]),
            let bytes = Int(cells[7]), let exchanges = Int(cells[8]), let sending = Double(cells[9]),
            let waiting = Double(cells[10])
        else { return nil }
        self.init(
            kind: kind, link: cells[1], processes: processes, threads: threads, gradients: cells[4],
            parameters: parameters, seconds: seconds, bytes: bytes, exchanges: exchanges, sending: sending,
            waiting: waiting)
    }

    init(
        kind: Kind, link: String, processes: Int, threads: Int, gradients: String, parameters: Int, seconds: Double,
        bytes: Int, exchanges: Int, sending: Double, waiting: Double
    ) {
        (self.kind, self.link, self.processes, self.threads) = (kind, link, processes, threads)
        (self.gradients, self.parameters, self.seconds) = (gradients, parameters, seconds)
        (self.bytes, self.exchanges, self.sending, self.waiting) = (bytes, exchanges, sending, waiting)
    }

    /// Puts rows into the table of a file, and gives all that it then holds.
    static func add(_ rows: [ScalingRow], to path: String) throws -> [ScalingRow] {
        let lines = Files.exists(path) ? String(decoding: try Files.read(path), as: UTF8.self) : ""
        let old = lines.split(separator: "\n").compactMap { ScalingRow($0) }
        let keys = Set(rows.map(\.key))
        let all = old.filter { !keys.contains($0.key) } + rows
        try Files.replace(path, with: ([header] + all.map(\.text)).joined(separator: "\n") + "\n")
        return all
    }
}
