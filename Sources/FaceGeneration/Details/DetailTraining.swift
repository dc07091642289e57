import Basics
import Files
import Models
import Networks
import TensorCore
import Training

/// Trains the flow that draws a face's details, given its coarse sketch.
public struct DetailTraining {
    public let plan: DetailPlan
    /// Where checkpoint, log and weights are kept.
    public let folder: String
    private let options: RunOptions
    private let coarse: FaceSampler
    private let sketches: FineSketchVAE
    /// Which weights it begins with: a checkpoint belongs to these.
    private let origins: [String: String]

    /// - Parameters:
    ///   - faces: the weights that `nurie train faces` wrote.
    ///   - sketches: the weights that `nurie train sketches` wrote.
    ///
    /// Throws a `FileError` when one of them is missing, damaged or holds something else, or when the folder's weights cannot be written.
    public init(_ plan: DetailPlan, faces: String, sketches: String, folder: String, options: RunOptions) throws {
        (self.plan, self.folder, self.options) = (plan, folder, options)
        origins = try ["from": Files.checksum(of: faces), "sketches": Files.checksum(of: sketches)]
        for input in [faces, sketches] { try Files.checkDistinct("\(folder)/weights.safetensors", from: input) }
        coarse = try FaceSampler(weights: faces).withoutFlows.encoding(weights: faces)
        self.sketches = try FineSketchVAE.load(from: sketches)
        guard self.sketches.parts == FacePart.all.count else {
            throw FaceSampler.wrongParts(self.sketches.parts, in: sketches, by: "nurie train sketches")
        }
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains and writes weights that make up faces with their details; gives what does so, and the log: the mean squared errors of
    /// velocities, of coarse codes and of fine ones.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the folder cannot be written.
    public func run() throws -> (FaceSampler, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let prior = Learner(LatentFlow(latent: coarse.network.latent), plan, using: &generator)
        let flow = Learner(
            CodeFlow(latent: sketches.latent, condition: coarse.network.halfwayChannels, width: plan.width), plan,
            using: &generator)
        try Files.makeFolder(folder)
        try Files.checkWritable(weightsPath)
        let codes = FaceCodes(of: plan.faces, seed: options.seed, coarse: coarse.network, fine: sketches)
        var run = TrainingRun(
            "details", folder: folder, steps: plan.steps, seed: options.seed, plan: plan, others: origins)
        prior.keep(in: &run, as: "prior")
        flow.keep(in: &run, as: "flow")
        let log = try run.train(resuming: options.resume) { step, generator in
            let share = LearningRateSchedule.cosine.share(at: step, of: plan.steps)
            let code = learnCoarse(codes, prior, share, using: &generator)
            return ["coarse": code, "fine": learnFine(codes, flow, share, using: &generator)]
        }
        prior.average.copyAverages(to: prior.network)
        flow.average.copyAverages(to: flow.network)
        let details = FaceDetails(
            sketches, prior.network, flow.network, center: codes.center, scale: codes.scale)
        let sampler = coarse.drawing(details)
        try sampler.write(to: weightsPath)
        return (sampler, log)
    }

    /// Rows of coarse codes are small, so as many times more of them are in a step.
    private static let moreCoarse = 4

    /// A step from the normal distribution to coarse codes.
    private func learnCoarse(
        _ codes: FaceCodes, _ prior: Learner<LatentFlow>, _ share: Double, using generator: inout SeededGenerator
    ) -> Float {
        let truth = codes.means.rows(plan.batch * Self.moreCoarse, using: &generator)
        let normal = Tensor(normalWithMean: 0, shape: truth.shape, using: &generator)
        let example = WayExample(from: coarse.mean + normal.matrixProduct(coarse.root), to: truth, using: &generator)
        return prior.step(share) { network, tape in
            (network.velocity(of: example.place, at: example.times, .training(tape)) - example.velocity).squared()
                .mean()
        }
    }

    /// A step from noise to fine codes, given the coarse face.
    private func learnFine(
        _ codes: FaceCodes, _ flow: Learner<CodeFlow>, _ share: Double, using generator: inout SeededGenerator
    ) -> Float {
        let chosen = (0..<plan.batch).map { _ in generator.integer(in: 0..<plan.faces) }
        let (means, fine) = (codes.means.rows(chosen), codes.fine.rows(chosen))
        // The code is drawn from its distribution, as the coarse decoder learnt it, so that the flow does not hang on its last digits.
        let spread = Tensor(normalWithMean: 0, shape: means.shape, using: &generator)
        let halfway = coarse.network.halfway(means + codes.deviations.rows(chosen) * spread, .inference)
        let noise = Tensor(normalWithMean: 0, shape: fine.shape, using: &generator)
        let example = WayExample(from: noise, to: fine, using: &generator)
        return flow.step(share) { network, tape in
            let velocity = network.velocity(of: example.place, at: example.times, given: halfway, .training(tape))
            return (velocity - example.velocity).squared().mean()
        }
    }
}

/// Places somewhere on straight ways, and where these go.
private struct WayExample {
    let times: [Float]
    let place, velocity: Tensor

    init(from start: Tensor, to end: Tensor, using generator: inout SeededGenerator) {
        times = (0..<start.shape[0]).map { _ in generator.uniform() }
        velocity = end - start
        let shape = [times.count] + Array(repeating: 1, count: start.rank - 1)
        place = start + Tensor(times, shape: shape) * velocity
    }
}

/// A network with what trains it.
private struct Learner<Network: Module> {
    let network: Network
    let average: ExponentialMovingAverage
    private let adam: Adam
    private let learningRate: Double

    init(_ network: Network, _ plan: DetailPlan, using generator: inout SeededGenerator) {
        self.network = network.initialised(using: &generator)
        average = ExponentialMovingAverage(of: network, decay: plan.average)
        learningRate = plan.learningRate
        adam = Adam(network, learningRate: learningRate)
    }

    func keep(in run: inout TrainingRun, as name: String) {
        run.keep(network, adam, as: name)
        run.keep(average, as: "\(name) average")
    }

    /// A step at a share of the learning rate; gives the loss.
    func step(_ share: Double, _ loss: (Network, Tape) -> Tensor) -> Float {
        let tape = Tape(learning: network.parameters)
        let value = loss(network, tape)
        adam.learningRate = learningRate * share
        adam.step(tape.gradients(of: value))
        average.update()
        return value.item
    }
}

extension Tensor {
    /// Rows of these numbers.
    fileprivate func rows(_ numbers: [Int]) -> Tensor {
        .concatenated(numbers.map { sliced(axis: 0, $0..<$0 + 1) }, axis: 0)
    }

    /// Rows that are chosen at random.
    fileprivate func rows(_ count: Int, using generator: inout SeededGenerator) -> Tensor {
        rows((0..<count).map { _ in generator.integer(in: 0..<shape[0]) })
    }
}
