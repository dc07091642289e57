import Models
import Networks
import TensorCore

/// Draws the details of faces: a flow leads noise to codes of fine sketches, given what the coarse sketch is like.
struct FaceDetails {
    private let sketches: FineSketchVAE
    private let flow: CodeFlow
    /// What is added to each channel of the flow's codes, and what they are multiplied with first, `[latent, 1, 1]`.
    private let center, scale: Tensor

    /// Under which names weights keep them.
    private static let (sketchKey, flowKey, centerKey, scaleKey) = ("sketches", "flow", "fine.center", "fine.scale")

    init(_ sketches: FineSketchVAE, _ flow: CodeFlow, center: Tensor, scale: Tensor) {
        (self.sketches, self.flow, self.center, self.scale) = (sketches, flow, center, scale)
    }

    /// The details in a file of weights, for sketches of so many parts and coarse maps of so many channels; nil if it has none.
    ///
    /// Throws a `FileError` when it holds something else.
    init?(from checkpoint: Checkpoint) throws {
        guard checkpoint.names.contains(Self.centerKey) else { return nil }
        sketches = try FineSketchVAE.restore(from: checkpoint, prefix: Self.sketchKey)
        flow = try CodeFlow.restore(from: checkpoint, prefix: Self.flowKey)
        center = try checkpoint.tensor(Self.centerKey)
        scale = try checkpoint.tensor(Self.scaleKey)
    }

    func store(in checkpoint: inout Checkpoint) {
        checkpoint.store(sketches, as: Self.sketchKey)
        checkpoint.store(flow, as: Self.flowKey)
        checkpoint.store(center, as: Self.centerKey)
        checkpoint.store(scale, as: Self.scaleKey)
    }

    /// The numbers of noise that a face begins as.
    var noiseCount: Int { sketches.latent * FineSketchVAE.codeSide * FineSketchVAE.codeSide }

    /// What does not fit together, if anything.
    func problem(beside coarse: SketchVAE) -> String? {
        if sketches.parts != coarse.parts {
            return "has fine sketches of \(sketches.parts) parts beside \(coarse.parts)"
        }
        if flow.latent != sketches.latent || flow.condition != coarse.halfwayChannels {
            return
                "has a flow of \(flow.latent) numbers and \(flow.condition) conditions, not \(sketches.latent) and "
                + "\(coarse.halfwayChannels)"
        }
        if center.shape != [sketches.latent, 1, 1] || scale.shape != center.shape {
            return "says of codes of \(sketches.latent) numbers where they lie in \(center.shape), \(scale.shape)"
        }
        return nil
    }

    /// Steps from noise to a code.
    static let steps = 12

    /// Codes on their way from noise `[batch, noiseCount]`, which comes first, given what is half-way between the coarse codes and their
    /// sketches.
    func way(of noise: Tensor, given halfway: Tensor) -> [Tensor] {
        let side = FineSketchVAE.codeSide
        var codes = noise.reshaped(to: [noise.shape[0], sketches.latent, side, side])
        let step = 1 / Float(Self.steps)
        func velocity(_ codes: Tensor, at time: Float) -> Tensor {
            let times = Array(repeating: time, count: noise.shape[0])
            return flow.velocity(of: codes, at: times, given: halfway, .inference)
        }
        return [codes]
            + (0..<Self.steps).map { number in
                // Heun's rule: the mean of where it sets out to go and where it would go on to.
                let time = Float(number) * step
                let first = velocity(codes, at: time)
                let second = velocity(codes + step * first, at: time + step)
                codes = codes + (step / 2) * (first + second)
                return codes
            }
    }

    /// The logits of fine sketches of codes, `[batch, parts + 1, side, side]`.
    func logits(of codes: Tensor) -> Tensor { sketches.decode(codes * scale + center, .inference) }
}
