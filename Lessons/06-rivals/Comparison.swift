import Basics
import Datasets
import FaceGeneration
import Foundation
import LessonKit
import Networks
import Pictures
import TensorCore
import Training

/// What all models of the race share: the faces, and what their samples are measured by.
struct Comparison {
    let notebook: Notebook
    /// To learn from, and held out.
    let faces, heldOut: FaceCrops
    let evaluation: FaceEvaluation
    /// The gradient energy of true faces at half their size.
    private let energyAtHalfSize: Double
    let batches: Batches<FaceCrops, Tensor>

    init(_ faces: FaceCrops, _ heldOut: FaceCrops, _ evaluation: FaceEvaluation, in notebook: Notebook) throws {
        (self.notebook, self.faces, self.heldOut, self.evaluation) = (notebook, faces, heldOut, evaluation)
        energyAtHalfSize = PictureMeasures.gradientEnergy(
            of: faces.batch(0..<heldOut.count).averagePooled(size: 2))
        batches = try Batches(
            of: faces, size: notebook.scale.choose(tiny: 4, quick: 32, full: 32), seed: notebook.seed)
    }

    /// What each of the models has: so many steps, each with a batch of true faces.
    var steps: Int { notebook.scale.choose(tiny: 6, quick: 1600, full: 3000) }

    /// Sharpness of pictures in [0, 1] at half their size, over that of true faces: grain of single pixels is averaged away, edges are
    /// not.
    func sharpnessAtHalfSize(_ pictures: Tensor) -> Double {
        PictureMeasures.gradientEnergy(of: pictures.averagePooled(size: 2)) / energyAtHalfSize
    }

    var side: Int { faces.faces.size }
    var batch: Int { batches.plan.size }
    /// Samples are judged by the hundreds.
    var sampleCount: Int { heldOut.count }

    /// True faces in [-1, 1].
    func pictures(at step: Int) throws -> Tensor { try batches.batch(at: step).signed }

    /// Scores of pictures in [-1, 1].
    func scores(of samples: Tensor) -> FaceScores { evaluation.scores(of: samples.unsigned) }

    /// A model that was trained, with the scores of its samples.
    func rival(
        _ name: String, _ log: TrainingLog, samples: Tensor, _ looks: [(step: Int, samples: Tensor)] = []
    ) -> Rival {
        Rival(name: name, log: log, samples: samples, scores: scores(of: samples), looks: looks)
    }
}

/// A model that was trained, with its samples.
struct Rival {
    let name: String
    let log: TrainingLog
    /// In [-1, 1], all of codes that were chosen before the training.
    let samples: Tensor
    let scores: FaceScores
    /// The first samples as they were on the way.
    let looks: [(step: Int, samples: Tensor)]
}

/// A network of a race, with its optimiser.
struct TrainedNetwork {
    let name: String
    let network: any Module
    let adam: Adam

    init(_ name: String, _ network: any Module, rate: Double) {
        (self.name, self.network) = (name, network)
        adam = Adam(network.namedParameters, learningRate: rate, beta1: 0.5)
    }
}

extension Comparison {
    /// Trains players step by step, with learning rates that fall at the short scales, and looks at samples on the way.
    func train(
        _ name: String, steps: Int, _ networks: [TrainedNetwork], sampling sample: @escaping () -> Tensor,
        step: (_ number: Int, _ random: inout SeededGenerator) throws -> KeyValuePairs<String, Float>
    ) throws -> Rival {
        var run = notebook.trainingRun(name, steps: steps)
        for trained in networks { run.keep(trained.network, trained.adam, as: trained.name) }
        let moments = [16, 8, 4, 2, 1].map { max(1, steps / $0) }
        let looks = run.snapshots("samples", at: moments) { sample().sliced(axis: 0, 0..<12) }
        let rates = networks.map(\.adam.learningRate)
        let schedule: LearningRateSchedule = notebook.scale == .full ? .constant : .cosine
        let log = try run.train(resuming: notebook.isResuming) { number, random in
            let fall = schedule.share(at: number, of: steps)
            for (trained, rate) in zip(networks, rates) { trained.adam.learningRate = rate * fall }
            return try step(number, &random)
        }
        return rival(name, log, samples: sample(), looks.taken.map { ($0.step, $0.values) })
    }
}
