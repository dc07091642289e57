import Glibc
import Training

/// How long a shared step takes: computing, and what of sending cannot be hidden behind it.
///
///     step(P) = compute + max(tail, sending(P) − hidden)
///     sending(P) = latency · 2 · log₂P · buckets + 2 · (P − 1) / P · bytes / bandwidth
struct CostModel {
    /// A link between processes.
    struct Link {
        /// Seconds of an exchange besides its bytes.
        let latency: Double
        /// Bytes in a second, one way.
        let bandwidth: Double

        /// Fitted to rows of joining, by least squares of the relative errors; nil if they do not tell.
        init?(_ rows: [ScalingRow]) {
            var (ee, eb, bb, e, b) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for row in rows where row.kind == .joining && row.sending > 0 {
                let (x, y) = (Double(row.exchanges) / row.sending, Double(row.bytes) / row.sending)
                (ee, eb, bb, e, b) = (ee + x * x, eb + x * y, bb + y * y, e + x, b + y)
            }
            let determinant = ee * bb - eb * eb
            guard determinant > 0 else { return nil }
            let perByte = (ee * b - eb * e) / determinant
            guard perByte > 0 else { return nil }
            (latency, bandwidth) = (max(0, (bb * e - eb * b) / determinant), 1 / perByte)
        }

        init(latency: Double, bandwidth: Double) { (self.latency, self.bandwidth) = (latency, bandwidth) }

        func sending(_ row: ScalingRow) -> Double {
            latency * Double(row.exchanges) + Double(row.bytes) / bandwidth
        }
    }

    /// The seconds that one process computes in a step.
    private(set) var compute: Double
    /// The seconds of sending that are hidden behind it.
    private(set) var hidden: Double
    /// What is left of sending where all but the end is hidden.
    private(set) var tail: Double
    /// The bytes of all gradients, and the messages that they are sent in.
    let bytes: Double
    let buckets: Double

    /// From a step of two processes on a fast link, and one on a link that is slower, of which it is known how long it sends.
    init(fast: ScalingRow, slow: ScalingRow, _ slowLink: Link) {
        (compute, tail) = (fast.seconds - fast.waiting, fast.waiting)
        hidden = max(0, slowLink.sending(slow) - slow.waiting)
        // Two processes: each sends one half for the sum, and the sum of the other half; two exchanges a bucket.
        (bytes, buckets) = (Double(fast.bytes), Double(fast.exchanges) / 2)
    }

    /// The same for processes that compute so many times as fast, and hide less.
    func faster(_ factor: Double) -> CostModel {
        var model = self
        (model.compute, model.hidden, model.tail) = (compute / factor, hidden / factor, tail / factor)
        return model
    }

    /// The seconds of a step of so many processes, each of which has as much to compute as the measured ones.
    func seconds(processes: Int, _ link: Link) -> Double {
        let rounds = 2 * log2(Double(processes))
        let share = 2 * Double(processes - 1) / Double(processes)
        let sending = link.latency * rounds * buckets + share * bytes / link.bandwidth
        return compute + (processes > 1 ? max(tail, sending - hidden) : 0)
    }

    /// How much of the processes' time is computing.
    func efficiency(processes: Int, _ link: Link) -> Double { compute / seconds(processes: processes, link) }
}
