import Basics
import Models
import Networks
import TensorCore
import Training

/// What it costs and brings that several processes share a training step: a row for each case, kept in a table from which
/// the model of cost is fitted and the figure drawn.
struct ScalingOut {
    /// What joins the processes, in words.
    let link: String
    let repeats: Int
    let group: any ProcessGroup

    /// The step of the article's U-net: pictures of 128x128, in as many micro-batches as can be shared by two.
    private static let (pictures, microBatches, side) = (8, 2, 128)

    /// Numbers in vectors that are joined and nothing else, for the link alone.
    private static let vectorCounts = [1 << 18, 1 << 20, 1 << 22, 1 << 24]

    /// Measures, in all processes; gives the rows.
    func measure() throws -> [ScalingRow] {
        var rows: [ScalingRow] = []
        for precision in GradientPrecision.allCases { rows.append(try step(precision)) }
        guard group.count > 1 else { return rows }
        for count in Self.vectorCounts { rows.append(try joining(count)) }
        return rows
    }

    private func step(_ precision: GradientPrecision) throws -> ScalingRow {
        var generator = SeededGenerator(seed: 0)
        let network = UNet().initialised(using: &generator)
        let adam = Adam(network, learningRate: 1e-4)
        let size = Self.pictures / Self.microBatches
        let x = Tensor(uniformIn: 0...1, shape: [size, 4, Self.side, Self.side], using: &generator)
        let y = Tensor(uniformIn: 0...1, shape: [size, 3, Self.side, Self.side], using: &generator)
        let parts = try MicroBatches(Self.microBatches, precision: precision, group: group)
        let pass = LearningPass(parts, learning: network)
        return try row(.step, network.parameterCount, precision, parts) {
            let (gradients, _) = try pass { _, tape in
                (meanSquaredError(network(x, .training(tape)), y), [])
            }
            adam.step(gradients)
        }
    }

    /// Joins gradients that cost nothing to work out.
    private func joining(_ count: Int) throws -> ScalingRow {
        let network = Numbers(count: count)
        let parts = try MicroBatches(group.count, group: group)
        let pass = LearningPass(parts, learning: network)
        return try row(.joining, count, .float32, parts) {
            _ = try pass { _, tape in
                (network.numbers.reduce(Tensor(0)) { $0 + tape.value(of: $1).sum() }, [])
            }
        }
    }

    private func row(
        _ kind: ScalingRow.Kind, _ parameters: Int, _ precision: GradientPrecision, _ parts: MicroBatches,
        _ step: () throws -> Void
    ) throws -> ScalingRow {
        for _ in 0..<2 { try step() }
        let before = parts.traffic
        let clock = ContinuousClock()
        var (seconds, sending, waiting) = ([Double](), [Double](), [Double]())
        var last = before
        for _ in 0..<repeats {
            seconds.append(try clock.measure(step) / .seconds(1))
            let traffic = parts.traffic
            sending.append(traffic.sending - last.sending)
            waiting.append(traffic.waiting - last.waiting)
            last = traffic
        }
        return ScalingRow(
            kind: kind, link: link, processes: group.count, threads: Threads.count, gradients: precision.rawValue,
            parameters: parameters, seconds: Timing(seconds).median,
            bytes: (last.bytesSent - before.bytesSent) / repeats,
            exchanges: (last.exchanges - before.exchanges) / repeats, sending: Timing(sending).median,
            waiting: Timing(waiting).median)
    }
}

/// Parameters that nothing is computed with, in pieces of the size of a bucket.
private final class Numbers: Module {
    let numbers: [Parameter]

    init(count: Int) {
        let piece = 1 << 20
        numbers = stride(from: 0, to: count, by: piece).map { Parameter(Tensor(zeros: [min(piece, count - $0)])) }
    }

    var ownState: [StateEntry] { numbers.enumerated().map { StateEntry("\($0)", $1) } }
}
