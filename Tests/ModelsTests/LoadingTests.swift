import Basics
import Files
@testable import Models
import Networks
import TensorCore
import TestSupport
import Testing

@Suite struct Loading {
    @Test(
        "What PyTorch saved is loaded in the size of the file, and saved again as the same bytes",
        arguments: [
            ("unet", "colorizer"), ("discriminator", "colorizer-discriminator"), ("face-vae", "face-vae"),
            ("dense-vae", "dense-vae"),
            ("anime-generator", "animegan-v1"), ("anime-discriminator", "animegan-v1-discriminator"),
            ("anime-generator-v2", "animegan-v2"), ("light-anime-generator", "animegan-light"),
            ("cartoongan", "cartoongan"), ("comixgan", "comixgan"),
            ("features", "vgg19"),
        ])
    func pyTorchFiles(file: String, name: String) throws {
        let path = try reference("\(file).safetensors")
        let network = try #require(NetworkCatalog.network(named: name)).load(from: path)
        try withTemporaryFolder { folder in
            try network.save(to: "\(folder)/again")
            #expect(try Files.read("\(folder)/again") == Files.read(path))
        }
    }

    @Test("The weights of another network are recognised")
    func otherNetwork() throws {
        let error = #expect(throws: FileError.self) {
            _ = try NetworkCatalog.colorizer.load(from: reference("face-vae.safetensors"))
        }
        #expect(error?.problem.hasPrefix("does not fit the network UNet: it lacks “c0.conv.weight”") == true)
        #expect(error?.remedy == "These look like the weights of the network face-vae")
    }

    @Test("A network in a training checkpoint is loaded by its prefix")
    func prefix() throws {
        var generator = SeededGenerator(seed: 1)
        let network = UNet(width: 2, inputs: 1).initialised(using: &generator)
        var checkpoint = Checkpoint()
        checkpoint.store(network, as: "network")
        checkpoint.store(Adam(network), as: "optimiser")
        try withTemporaryFolder { folder in
            try checkpoint.write(to: "\(folder)/run")
            let again = try UNet.load(from: "\(folder)/run", prefix: "network")
            #expect(again.parameters.map(\.value) == network.parameters.map(\.value))
            #expect(again.input == InputShape(channels: 1, sides: .multiples(of: 16)))
        }
    }

    @Test(
        "Shapes that no network has are refused, and ask for no memory",
        arguments: NetworkCatalog.all.map(\.name))
    func impossibleSizes(name: String) throws {
        let sizes = [[1 << 40, 0, 3, 3], [0, 4, 3, 3], [129, 0, 1, 1], [3, 0], [1, 1 << 50, 0, 1]]
        let names = [
            "c0.conv.weight", "dc0.weight", "c1.conv.weight", "l8l.weight", "encoder.0.weight", "project.weight",
            "b1.0.conv.weight", "c1.weight_orig", "block_a.0.1.weight", "enter.weight", "conv01_1.weight",
            "flat.weight",
            "features.0.weight", "features.2.weight", "encoder.1.weight", "decoder.0.weight",
        ]
        for size in sizes {
            var checkpoint = Checkpoint()
            for name in names { checkpoint.store(Tensor(zeros: size), as: name) }
            try withTemporaryFolder { folder in
                try checkpoint.write(to: "\(folder)/weights")
                #expect(throws: FileError.self) {
                    _ = try NetworkCatalog.network(named: name)?.load(from: "\(folder)/weights")
                }
            }
        }
    }

    @Test("A narrow autoencoder with a wide last map is read back in its size, and begins as it was told to")
    func narrowAutoencoder() throws {
        var generator = SeededGenerator(seed: 1)
        let network = FaceVAE(latent: 6, width: 2, lastMap: 5).initialised(using: &generator)
        network.beginCodes(withLogVariance: -3)
        let first = [Float](repeating: 0, count: 6) + [Float](repeating: -3, count: 6)
        #expect(network.codeNorm?.bias.value.scalars == first)
        var checkpoint = Checkpoint()
        checkpoint.store(network)
        let codes = Tensor(repeating: 0.5, shape: [1, 6])
        let restored = try FaceVAE.restore(from: checkpoint)
        #expect(restored.decode(codes, .inference) == network.decode(codes, .inference))
        #expect(FaceVAE(width: 2, normalisesCodes: false).codeNorm == nil)
    }

    @Test("The autoencoder's codes: same seed, same pictures; another seed, others")
    func sampling() throws {
        let network = try FaceVAE.load(from: reference("face-vae.safetensors"))
        let pictures = Tensor(repeating: 0.5, shape: [2, 3, 64, 64])
        let encoding = network.encode(pictures, .inference)
        func decoded(seed: UInt64) -> Tensor {
            var generator = SeededGenerator(seed: seed)
            return network.decode(encoding.sample(using: &generator), .inference)
        }
        #expect(decoded(seed: 1) == decoded(seed: 1))
        #expect(decoded(seed: 1) != decoded(seed: 2))
        #expect(decoded(seed: 1).shape == [2, 3, 64, 64])
        #expect(network(pictures, .inference) == network.decode(encoding.mean, .inference))
    }
}
