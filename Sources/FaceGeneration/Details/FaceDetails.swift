import Models
import Networks
import TensorCore

/// Draws the details of faces: a flow leads noise to codes of fine sketches, given what the coarse sketch is like.
struct FaceDetails {
    private let sketches: FineSketchVAE
    private let prior: LatentFlow
    private let flow: CodeFlow
    /// What is added to each channel of the flow's codes, and what they are multiplied with first, `[latent, 1, 1]`.
    private let center, scale: Tensor

    /// Under which names weights keep them.
    private static let (sketchKey, priorKey, flowKey) = ("sketches", "prior", "flow")
    private static let (centerKey, scaleKey) = ("fine.center", "fine.scale")

    init(_ sketches: FineSketchVAE, _ prior: LatentFlow, _ flow: CodeFlow, center: Tensor, scale: Tensor) {
        (self.sketches, self.prior, self.flow) = (sketches, prior, flow)
        (self.center, self.scale) = (center, scale)
    }

    /// The details in a file of weights; nil if it has nothing of them.
    ///
    /// Throws a `FileError` when it holds something else.
    init?(from checkpoint: Checkpoint) throws {
        let keys = [Self.sketchKey, Self.priorKey, Self.flowKey, "fine"]
        guard checkpoint.names.contains(where: { name in keys.contains { name.hasPrefix("\($0).") } }) else {
            return nil
        }
        sketches = try FineSketchVAE.decoder(from: checkpoint, prefix: Self.sketchKey)
        prior = try LatentFlow.restore(from: checkpoint, prefix: Self.priorKey)
        flow = try CodeFlow.restore(from: checkpoint, prefix: Self.flowKey)
        center = try checkpoint.tensor(Self.centerKey)
        scale = try checkpoint.tensor(Self.scaleKey)
    }

    func store(in checkpoint: inout Checkpoint) {
        sketches.storeDecoder(in: &checkpoint, as: Self.sketchKey)
        checkpoint.store(prior, as: Self.priorKey)
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
        if prior.latent != coarse.latent {
            return "has a flow of codes of \(prior.latent) numbers, not \(coarse.latent)"
        }
        if center.shape != [sketches.latent, 1, 1] || scale.shape != center.shape {
            return "says of codes of \(sketches.latent) numbers where they lie in \(center.shape), \(scale.shape)"
        }
        return nil
    }

    /// Steps from noise to a code.
    static let steps = 12

    /// Coarse codes like those of drawn faces, of codes that are drawn from the normal distribution which fits these, `[batch, latent]`.
    func coarse(_ codes: Tensor) -> Tensor {
        Self.way(of: codes) { codes, times in prior.velocity(of: codes, at: times, .inference) }[Self.steps]
    }

    /// Codes on their way from noise `[batch, noiseCount]`, which comes first, given what is half-way between the coarse codes and their
    /// sketches.
    func way(of noise: Tensor, given halfway: Tensor) -> [Tensor] {
        let side = FineSketchVAE.codeSide
        return Self.way(of: noise.reshaped(to: [noise.shape[0], sketches.latent, side, side])) { codes, times in
            flow.velocity(of: codes, at: times, given: halfway, .inference)
        }
    }

    /// The way along a velocity, both ends among its places.
    private static func way(of start: Tensor, along velocity: (_ place: Tensor, _ times: [Float]) -> Tensor)
        -> [Tensor]
    {
        let step = 1 / Float(steps)
        var place = start
        return [start]
            + (0..<steps).map { number in
                func times(_ number: Int) -> [Float] { Array(repeating: step * Float(number), count: start.shape[0]) }
                // Heun's rule: the mean of where it sets out to go and where it would go on to.
                let first = velocity(place, times(number))
                let second = velocity(place + step * first, times(number + 1))
                place = place + (step / 2) * (first + second)
                return place
            }
    }

    /// The logits of fine sketches of codes, `[batch, parts + 1, side, side]`.
    func logits(of codes: Tensor) -> Tensor { sketches.decode(codes * scale + center, .inference) }
}
