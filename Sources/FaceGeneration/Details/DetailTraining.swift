import Basics
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

    /// - Parameters:
    ///   - faces: the weights that `nurie train faces` wrote.
    ///   - sketches: the weights that `nurie train sketches` wrote.
    ///
    /// Throws a `FileError` when one of them is missing, damaged or holds something else.
    public init(_ plan: DetailPlan, faces: String, sketches: String, folder: String, options: RunOptions) throws {
        (self.plan, self.folder, self.options) = (plan, folder, options)
        coarse = try FaceSampler(weights: faces).withoutDetails
        self.sketches = try FineSketchVAE.load(from: sketches)
        guard self.sketches.parts == FacePart.all.count else {
            throw FaceSampler.wrongParts(self.sketches.parts, in: sketches, by: "nurie train sketches")
        }
    }

    public var weightsPath: String { "\(folder)/weights.safetensors" }

    /// Trains and writes weights that make up faces with their details; gives what does so, and the log: the mean squared error of
    /// velocities, whose variance is 2.
    ///
    /// Throws what ``TrainingRun/train(resuming:step:)`` throws, and a `FileError` when the folder cannot be written.
    public func run() throws -> (FaceSampler, TrainingLog) {
        var generator = SeededGenerator(seed: options.seed)
        let flow = CodeFlow(latent: sketches.latent, condition: coarse.network.halfwayChannels, width: plan.width)
        flow.initialise(using: &generator)
        let adam = Adam(flow, learningRate: plan.learningRate)
        let average = ExponentialMovingAverage(of: flow, decay: plan.average)
        let codes = FaceCodes(of: plan.faces, seed: options.seed, coarse: coarse.network, fine: sketches)
        var run = TrainingRun("details", folder: folder, steps: plan.steps, seed: options.seed, plan: plan)
        run.keep(flow, adam, as: "flow")
        run.keep(average, as: "average")
        let log = try run.train(resuming: options.resume) { step, generator in
            let faces = (0..<plan.batch).map { _ in generator.integer(in: 0..<plan.faces) }
            let example = FlowExample(codes, faces, using: &generator)
            adam.learningRate = plan.learningRate * LearningRateSchedule.cosine.share(at: step, of: plan.steps)
            let error = learn(example, flow, adam)
            average.update()
            return ["error": error]
        }
        average.copyAverages(to: flow)
        let sampler = coarse.drawing(FaceDetails(sketches, flow, center: codes.center, scale: codes.scale))
        try sampler.write(to: weightsPath)
        return (sampler, log)
    }
}

extension DetailTraining {
    /// A step: the velocity that the network sees is compared with that of the way.
    private func learn(_ example: FlowExample, _ flow: CodeFlow, _ adam: Adam) -> Float {
        let tape = Tape(learning: flow.parameters)
        let halfway = coarse.network.halfway(example.coarse, .inference)
        let velocity = flow.velocity(of: example.onTheWay, at: example.times, given: halfway, .training(tape))
        let error = (velocity - example.velocity).squared().mean()
        adam.step(tape.gradients(of: error))
        return error.item
    }
}

/// Codes somewhere on their way from noise, and where they go.
private struct FlowExample {
    let coarse: Tensor
    let times: [Float]
    let onTheWay, velocity: Tensor

    init(_ codes: FaceCodes, _ indices: [Int], using generator: inout SeededGenerator) {
        func rows(_ all: Tensor) -> Tensor {
            .concatenated(indices.map { all.sliced(axis: 0, $0..<$0 + 1) }, axis: 0)
        }
        let means = rows(codes.means)
        coarse = means + rows(codes.deviations) * Tensor(normalWithMean: 0, shape: means.shape, using: &generator)
        let fine = rows(codes.fine)
        let noise = Tensor(normalWithMean: 0, shape: fine.shape, using: &generator)
        times = indices.map { _ in generator.uniform() }
        let shares = Tensor(times, shape: [indices.count, 1, 1, 1])
        velocity = fine - noise
        onTheWay = noise + shares * velocity
    }
}
