import Basics
@testable import Models
import Networks
import TensorCore
import Testing

/// The models of faces in another size than that of their tables.
@Suite struct SmallFaceTests {
    private let side = 32

    /// Runs a network, stores it and loads it in the size that its shapes tell: the output is the same.
    private func output<Network: NamedNetwork>(of network: Network, for shape: [Int]) throws -> Tensor {
        var generator = SeededGenerator(seed: 1)
        network.initialise(using: &generator)
        var checkpoint = Checkpoint()
        checkpoint.store(network)
        let input = Tensor(uniformIn: -1...1, shape: shape, using: &generator)
        let output = network(input, .inference)
        #expect(try Network.restore(from: checkpoint)(input, .inference) == output)
        return output
    }

    @Test("Networks of faces of 32×32 make them, judge them, and are recognised by their shapes")
    func sides() throws {
        let pictures = [2, 3, side, side]
        #expect(try output(of: FaceVAE(latent: 4, width: 2, side: side), for: pictures).shape == pictures)
        #expect(try output(of: DCGANGenerator(latent: 3, width: 2, side: side), for: [2, 3, 1, 1]).shape == pictures)
        #expect(try output(of: DCGANDiscriminator(width: 2, side: side), for: pictures).shape == [2, 1])
        #expect(
            try output(of: IllustrationGenerator(latent: 3, width: 2, side: side), for: [2, 3, 1, 1]).shape
                == pictures)
        #expect(
            try output(of: LatentPredictor(latent: 3, width: 2, side: side), for: [2, 64, 1, 1]).shape == [2, 3])
        #expect(
            try output(of: IllustrationDiscriminator(width: 2, kernels: 4, side: side), for: pictures).shape == [
                2, 1,
            ])
    }

    @Test("The two parts of a DCGAN generator are the whole")
    func parts() {
        var generator = SeededGenerator(seed: 2)
        let maker = DCGANGenerator(latent: 3, width: 2, side: side).initialised(using: &generator)
        let codes = Tensor(normalWithMean: 0, shape: [2, 3], using: &generator)
        let features = maker.features(of: codes, .inference)
        #expect(maker.pictures(from: features, .inference) == maker(codes, .inference))
    }
}
