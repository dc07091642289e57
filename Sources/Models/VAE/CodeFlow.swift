import Networks
import TensorCore

/// The velocity of a flow from noise to codes (Lipman et al., *Flow matching for generative modeling*, 2023): a small U-net over code
/// maps that sees the time and a condition.
///
/// - Input `[batch, latent + condition + 1, side, side]`, the side a multiple of 4: codes on their way, the condition, and the time, the
///   same in all places, 0 being noise and 1 the codes.
/// - Output `[batch, latent, side, side]`: how far the codes go in a unit of time.
///
/// A straight way leads from each noise to its code, x(t) = (1 − t) · noise + t · code, and the velocity on it is code − noise. Many ways
/// cross at a place; what is learnt is their mean there, and that is enough to carry all noise to all codes together.
public final class CodeFlow: NamedNetwork {
    let timed: Linear
    let entry: Convolution
    let down0, down1: FlowBlock
    let halve1: Convolution
    let down2, down3: FlowBlock
    let halve2: Convolution
    let middle0, middle1: FlowBlock
    let double1: Convolution
    let up0, up1: FlowBlock
    let double2: Convolution
    let up2, up3: FlowBlock
    let exitNorm: GroupNorm
    let exit: Convolution
    /// The numbers at each place of a code, and of the condition.
    public let latent, condition: Int

    public init(latent: Int = 8, condition: Int = 64, width w: Int = 48) {
        (self.latent, self.condition) = (latent, condition)
        let time = 2 * w
        func halving(_ inputs: Int) -> Convolution { Convolution(inputs, 2 * w, kernel: 3, stride: 2, padding: 1) }
        timed = Linear(FlowTime.features, time)
        entry = Convolution(latent + condition, w, kernel: 3, padding: 1)
        down0 = FlowBlock(w, w, time: time)
        down1 = FlowBlock(w, w, time: time)
        halve1 = halving(w)
        down2 = FlowBlock(2 * w, 2 * w, time: time)
        down3 = FlowBlock(2 * w, 2 * w, time: time)
        halve2 = halving(2 * w)
        middle0 = FlowBlock(2 * w, 2 * w, time: time)
        middle1 = FlowBlock(2 * w, 2 * w, time: time)
        double1 = Convolution(2 * w, 2 * w, kernel: 3, padding: 1)
        up0 = FlowBlock(4 * w, 2 * w, time: time)
        up1 = FlowBlock(2 * w, 2 * w, time: time)
        double2 = Convolution(2 * w, w, kernel: 3, padding: 1)
        up2 = FlowBlock(2 * w, w, time: time)
        up3 = FlowBlock(w, w, time: time)
        exitNorm = FlowBlock.norm(w)
        // At first it goes nowhere.
        exit = Convolution(w, latent, kernel: 3, padding: 1, weight: .zeros, biasInitialiser: .zeros)
    }

    /// Where codes `[batch, latent, side, side]` go that are so far on their way.
    public func velocity(of codes: Tensor, at times: [Float], given condition: Tensor, _ mode: Mode) -> Tensor {
        precondition(times.count == codes.shape[0], "CodeFlow: \(times.count) times for codes \(codes.shape)")
        let (height, width) = (codes.shape[2], codes.shape[3])
        let planes = Tensor(
            times.flatMap { Array(repeating: $0, count: height * width) }, shape: [times.count, 1, height, width])
        return self(.concatenated([codes, condition, planes], axis: 1), mode)
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        let channels = latent + condition
        let times = x.sliced(axis: 1, channels..<channels + 1).sliced(axis: 2, 0..<1).sliced(axis: 3, 0..<1).scalars
        let time = timed(FlowTime.features(of: times), mode).relu()
        func block(_ block: FlowBlock, _ x: Tensor) -> Tensor { block(x, time, mode) }
        // Channels and side, for codes of 8 numbers on 16 × 16 places, a condition of 64 and width 48.
        let entered = entry(x.sliced(axis: 1, 0..<channels), mode)  // 72, 16 -> 48, 16
        let whole = block(down1, block(down0, entered))
        let half = block(down3, block(down2, halve1(whole, mode)))  // -> 96, 8
        let quarter = block(middle1, block(middle0, halve2(half, mode)))  // -> 96, 4
        let halfUp = double1(quarter.doubled, mode)  // -> 96, 8
        let halfJoined = block(up1, block(up0, .concatenated([half, halfUp], axis: 1)))  // 192, 8 -> 96, 8
        let wholeUp = double2(halfJoined.doubled, mode)  // -> 48, 16
        let wholeJoined = block(up3, block(up2, .concatenated([whole, wholeUp], axis: 1)))  // 96, 16 -> 48, 16
        return exit(exitNorm.forward(wholeJoined, mode, then: .relu), mode)  // -> 8, 16
    }
}

/// Two convolutions that add to what came in; between them the time has its say.
final class FlowBlock: Module {
    let norm0: GroupNorm
    let conv0: Convolution
    let timed: Linear
    let norm1: GroupNorm
    let conv1: Convolution
    /// Where the number of channels changes, what came in is mixed to as many.
    let past: Convolution?

    init(_ inputs: Int, _ outputs: Int, time: Int) {
        norm0 = Self.norm(inputs)
        conv0 = Convolution(inputs, outputs, kernel: 3, padding: 1)
        timed = Linear(time, outputs)
        norm1 = Self.norm(outputs)
        conv1 = Convolution(outputs, outputs, kernel: 3, padding: 1)
        past = inputs == outputs ? nil : Convolution(inputs, outputs, kernel: 1)
    }

    static func norm(_ channels: Int) -> GroupNorm {
        GroupNorm(groups: (1...8).last { channels.isMultiple(of: $0) } ?? 1, channels)
    }

    func callAsFunction(_ x: Tensor, _ time: Tensor, _ mode: Mode) -> Tensor {
        let said = timed(time, mode)
        let first = conv0(norm0.forward(x, mode, then: .relu), mode) + said.reshaped(to: said.shape + [1, 1])
        let second = conv1(norm1.forward(first, mode, then: .relu), mode)
        return (past.map { $0(x, mode) } ?? x) + second
    }
}

extension Tensor {
    /// Twice the height and width, each number four times.
    fileprivate var doubled: Tensor { resized(toHeight: 2 * shape[2], width: 2 * shape[3], .nearest) }
}

extension CodeFlow {
    public convenience init(fitting shapes: StoredShapes) {
        let width = shapes.length(of: "entry.weight", axis: 0) ?? 48
        let latent = shapes.length(of: "exit.weight", axis: 0) ?? 8
        let inputs = shapes.length(of: "entry.weight", axis: 1, upTo: 512) ?? 72
        self.init(latent: latent, condition: max(0, inputs - latent), width: width)
    }

    public var input: InputShape { InputShape(channels: latent + condition + 1, sides: .multiples(of: 4)) }
}
