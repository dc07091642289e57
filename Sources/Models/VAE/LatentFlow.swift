import Networks
import TensorCore

/// The velocity of a flow between codes that are rows of numbers: from the normal distribution that fits a VAE's codes to the codes
/// themselves; see ``CodeFlow``.
///
/// - Input `[batch, latent + 1, 1, 1]`: codes on their way, and the time, 0 being the normal distribution and 1 the codes.
/// - Output `[batch, latent, 1, 1]`: how far the codes go in a unit of time.
public final class LatentFlow: NamedNetwork {
    let timed: Linear
    let entry: Linear
    let blocks: [LatentFlowBlock]
    let exit: Linear
    /// The numbers in a code.
    public let latent: Int

    public init(latent: Int = 64, width: Int = 128) {
        self.latent = latent
        timed = Linear(FlowTime.features, width)
        entry = Linear(latent, width)
        blocks = (0..<3).map { _ in LatentFlowBlock(width) }
        // At first it goes nowhere.
        exit = Linear(width, latent, weight: .zeros, biasInitialiser: .zeros)
    }

    /// Where codes `[batch, latent]` go that are so far on their way.
    public func velocity(of codes: Tensor, at times: [Float], _ mode: Mode) -> Tensor {
        let input = Tensor.concatenated([codes, Tensor(times, shape: [times.count, 1])], axis: 1)
        return self(input.reshaped(to: input.shape + [1, 1]), mode).reshaped(to: codes.shape)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let rows = x.reshaped(to: [x.shape[0], latent + 1])
        let time = timed(FlowTime.features(of: rows.sliced(axis: 1, latent..<latent + 1).scalars), mode)
        // Numbers in a code, for codes of 64 and width 128.
        var hidden = entry(rows.sliced(axis: 1, 0..<latent), mode) + time  // 64 -> 128
        for block in blocks { hidden = block(hidden, mode) }
        let velocity = exit(hidden.relu(), mode)  // -> 64
        return velocity.reshaped(to: velocity.shape + [1, 1])
    }
}

/// Two layers that add to what came in.
final class LatentFlowBlock: Layer {
    let first: Linear
    let second: Linear

    init(_ width: Int) { (first, second) = (Linear(width, width), Linear(width, width)) }

    func forward(_ x: Tensor, _ mode: Mode) -> Tensor { x + second(first(x.relu(), mode).relu(), mode) }
}

extension LatentFlow {
    public convenience init(fitting shapes: StoredShapes) {
        self.init(
            latent: shapes.length(of: "entry.weight", axis: 1, upTo: 4096) ?? 64,
            width: shapes.length(of: "entry.weight", axis: 0, upTo: 4096) ?? 128)
    }

    public var input: InputShape { InputShape(channels: latent + 1, sides: .exactly(1)) }
}
