import Drawings
@testable import FaceGeneration
import Models
import TensorCore
import TestSupport
import Testing
@testable import Training

@Suite("The VAE of faces")
struct FaceVAETests {
    @Test("A short training lowers the squared error, and a resumed one ends in the same network")
    func training() throws {
        try withTemporaryFolder { folder in
            let faces = FaceCrops(DrawnFaces(seed: 1, size: FaceVAE.side), count: 8)
            var plan = FaceVAEPlan(for: .tiny)
            plan.steps = 8
            func train(in name: String, steps: Int, resuming: Bool = false) throws -> (FaceVAE, TrainingLog) {
                // The rate falls towards the last step of the plan, so a run that is cut short is one with fewer steps.
                let run = TrainingRun("vae", folder: "\(folder)/\(name)", steps: steps, seed: 1)
                return try FaceVAETraining(plan, on: faces).train(run, resuming: resuming)
            }
            let (network, log) = try train(in: "whole", steps: 8)
            #expect(try log["squared error"][7] < log["squared error"][0])
            #expect(try log["KL"].allSatisfy { $0 > 0 })

            _ = try train(in: "parts", steps: 4)
            let (resumed, _) = try train(in: "parts", steps: 8, resuming: true)
            let codes = Tensor(repeating: 0.5, shape: [1, plan.latent])
            #expect(resumed.decode(codes, .inference) == network.decode(codes, .inference))
        }
    }

    @Test("The full plan is the article's: its table, batch, optimiser and number of updates")
    func article() {
        let plan = FaceVAEPlan(for: .full)
        let network = FaceVAE(latent: plan.latent, width: plan.width, lastMap: plan.lastMap)
        #expect(network.parameterCount == 8_986_563)
        #expect(plan.batch == 64 && plan.steps == 50_000 && plan.learningRate == 1e-4)
        #expect(plan.method == .constantRMSProp)
    }

    @Test("Numbers of pictures and numbers of a tanh")
    func ranges() {
        let numbers = Tensor([0, 0.25, 1])
        #expect(numbers.signed.scalars == [-1, -0.5, 1])
        #expect(numbers.signed.unsigned == numbers)
    }
}
