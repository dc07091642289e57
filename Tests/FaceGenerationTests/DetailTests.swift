import Basics
import Files
import Models
import Networks
import TensorCore
import TestSupport
import Testing
import Training

@testable import FaceGeneration

/// Details: codes of fine sketches, and the flow that leads noise to them.
@Suite("Details of faces")
struct DetailTests {
    private static func options(_ arguments: String...) throws -> RunOptions { try RunOptions.parse(arguments) }

    /// Weights of the three trainings, in folders of their own; gives those of the last.
    private static func train(in folder: String, resuming: Bool = false) throws -> String {
        let faces = SketchTraining(SketchPlan(for: .tiny), folder: "\(folder)/faces", options: try options())
        let sketches = FineSketchTraining(
            FineSketchPlan(for: .tiny), folder: "\(folder)/sketches", options: try options())
        if !resuming {
            _ = try faces.run()
            _ = try sketches.run()
        }
        let training = try DetailTraining(
            DetailPlan(for: .tiny), faces: faces.weightsPath, sketches: sketches.weightsPath,
            folder: "\(folder)/details", options: try resuming ? options("--resume") : options())
        _ = try training.run()
        return training.weightsPath
    }

    @Test("Trainings give the same weights again, a resumed one too, and these the same faces, alone or among others")
    func training() throws {
        try withTemporaryFolder { folder in
            let one = try Self.train(in: "\(folder)/one")
            let bytes = try Files.read(one)
            #expect(try Files.read(Self.train(in: "\(folder)/other")) == bytes)
            #expect(try Files.read(Self.train(in: "\(folder)/one", resuming: true)) == bytes)

            let sampler = try FaceSampler(weights: one)
            let seeds = (0..<2).map { sampler.seed($0, of: 1) }
            let together = sampler.faces(of: seeds, size: 64)
            for (seed, face) in zip(seeds, together) {
                #expect(sampler.picture(of: seed, size: 64) == face.painted(in: seed.palette))
                let formation = sampler.formation(of: seed, size: 64)
                #expect(formation.count == FaceDetails.steps + 1)
                #expect(formation.last?.painted(in: seed.palette) == face.painted(in: seed.palette))
            }
        }
    }

    @Test("Without details faces are those of the VAE alone, of the same seeds")
    func coarse() throws {
        try withTemporaryFolder { folder in
            let weights = try Self.train(in: folder)
            let fine = try FaceSampler(weights: weights)
            let coarse = try FaceSampler(weights: "\(folder)/faces/weights.safetensors")
            let (seed, same) = (fine.seed(3, of: 0), coarse.seed(3, of: 0))
            #expect(seed.palette == same.palette)
            let picture = coarse.picture(of: same, size: 64)
            #expect(fine.withoutFlows.picture(of: seed, size: 64) == picture)
            let pictures = [fine.withoutDetails, fine].map { $0.picture(of: seed, size: 64) }
            #expect(pictures[0] != pictures[1])
            let redrawn = fine.redrawn(seed, as: 1)
            #expect(redrawn.numbers == seed.numbers && redrawn.palette == seed.palette)
            #expect(redrawn.noise.count == seed.noise.count && redrawn.noise != seed.noise)
            #expect(coarse.formation(of: same, size: 64).map { $0.painted(in: same.palette) } == [picture])
        }
    }

    @Test("Fine codes have mean 0 and variance 1 in each channel, and are found again from what was taken from them")
    func normalisedCodes() {
        var generator = SeededGenerator(seed: 1)
        let coarse = SketchVAE(parts: FacePart.all.count, latent: 4, width: 4).initialised(using: &generator)
        let fine = FineSketchVAE(parts: FacePart.all.count, latent: 3, width: 4).initialised(using: &generator)
        let codes = FaceCodes(of: 5, seed: 2, coarse: coarse, fine: fine)
        #expect(codes.means.shape == [5, 4] && codes.deviations.shape == [5, 4])
        #expect(codes.fine.shape == [5, 3, FineSketchVAE.codeSide, FineSketchVAE.codeSide])
        for (mean, variance) in zip(
            codes.fine.mean(axes: [0, 2, 3]).scalars, codes.fine.variance(axes: [0, 2, 3]).scalars)
        {
            #expect(abs(mean) < 1e-3 && abs(variance - 1) < 1e-2)
        }
        let sketch = FaceSketches(seed: 2, count: 5, side: FineSketchVAE.side)[4]
        let code = fine.encode(sketch.reshaped(to: [1] + sketch.shape), .inference).mean
        let again = codes.fine.sliced(axis: 0, 4..<5) * codes.scale + codes.center
        #expect((again - code).absolute().scalars.allSatisfy { $0 < 1e-3 })
    }

    @Test(
        "What a run begins with is not overwritten, belongs to its checkpoint, and is named when it is of another kind"
    )
    func origins() throws {
        try withTemporaryFolder { folder in
            let details = try Self.train(in: folder)
            let (faces, sketches) = ("\(folder)/faces/weights.safetensors", "\(folder)/sketches/weights.safetensors")
            func begin(_ faces: String, _ sketches: String, in output: String, _ options: String...) throws {
                _ = try DetailTraining(
                    DetailPlan(for: .tiny), faces: faces, sketches: sketches, folder: "\(folder)/\(output)",
                    options: RunOptions.parse(options)
                ).run()
            }
            func refusal(_ body: () throws -> Void) -> String {
                (#expect(throws: FileError.self, performing: body))?.description ?? ""
            }
            let bytes = try Files.read(sketches)
            #expect(refusal { try begin(faces, sketches, in: "sketches") }.contains("overwritten"))
            #expect(try Files.read(sketches) == bytes)
            // Another seed, so other weights of the same shapes.
            let others = FineSketchTraining(
                FineSketchPlan(for: .tiny), folder: "\(folder)/others",
                options: try RunOptions.parse(["--seed", "5"]))
            _ = try others.run()
            #expect(refusal { try begin(faces, others.weightsPath, in: "details", "--resume") }.contains("sketches"))
            #expect(refusal { try begin(details, sketches, in: "new") }.contains("encoder"))
            #expect(refusal { try begin(sketches, sketches, in: "new") }.contains("makes up faces"))
        }
    }

    @Test("Weights whose networks do not fit together are refused by name")
    func misfit() throws {
        try withTemporaryFolder { folder in
            let weights = try Self.train(in: folder)
            var checkpoint = try Checkpoint(contentsOf: weights)
            checkpoint.store(Tensor(zeros: [5, 1, 1]), as: "fine.center")
            let broken = "\(folder)/broken.safetensors"
            try checkpoint.write(to: broken, precision: .float16)
            let error = #expect(throws: FileError.self) { try FaceSampler(weights: broken) }
            #expect(error?.description.contains("nurie train details") == true)
            #expect(throws: FileError.self) {
                try DetailTraining(
                    DetailPlan(for: .tiny), faces: weights, sketches: weights, folder: folder, options: Self.options()
                )
            }
        }
    }
}
