import Basics
import Files
@testable import Models
import Networks
import TensorCore
import TestSupport
import Testing

/// Weights as other projects published them, in small made-up files.
@Suite struct PublishedWeights {
    @Test("CartoonGAN's folder of .npy files, as safetensors and as .npz too")
    func cartoonGAN() throws {
        var generator = SeededGenerator(seed: 3)
        let network = CartoonGAN(width: 2).initialised(using: &generator)
        try withTemporaryFolder { folder in
            try Files.makeFolder("\(folder)/Hayao")
            try write(network, under: "\(folder)/Hayao")
            try NumPy.writeArchive(arrays(of: network), to: "\(folder)/Hayao.npz", isCompressed: true)
            try network.save(to: "\(folder)/Hayao.safetensors")
            #expect(Files.exists("\(folder)/Hayao/conv01_1.weight.npy"))
            #expect(Files.exists("\(folder)/Hayao/in11_2.scale.npy"))
            for path in ["Hayao", "Hayao/", "Hayao.npz", "Hayao.safetensors"] {
                let again = try NetworkCatalog.cartoonGAN.load(from: "\(folder)/\(path)")
                #expect(again.parameters.map(\.value) == network.parameters.map(\.value), "\(path)")
            }
        }
    }

    @Test("TensorFlow's AnimeGAN: names and layouts, beside an optimiser's memory")
    func tensorFlow() throws {
        var generator = SeededGenerator(seed: 4)
        let network = AnimeGenerator(width: 2).initialised(using: &generator)
        // As TensorFlow has it: every axis of a convolution's weight elsewhere.
        let own = try arrays(of: network)
        var theirs: [String: Tensor] = [:]
        for row in try #require(AnimeGenerator.published.first).rows {
            let array = try #require(own[row.own])
            theirs["generator/G_MODEL/\(row.published)"] =
                switch row.layout {
                case .own: array
                case .tensorFlowConvolution: array.transposed(to: [2, 3, 1, 0])
                case .tensorFlowDepthwise: array.transposed(to: [2, 3, 0, 1])
                }
        }
        #expect(theirs.count == own.count)
        #expect(theirs["generator/G_MODEL/b1/Conv/weights"]?.shape == [3, 3, 3, 2])
        #expect(theirs["generator/G_MODEL/b1/SeparableConv2d/depthwise_weights"]?.shape == [3, 3, 2, 1])
        #expect(theirs["generator/G_MODEL/m/r1/r1/w"]?.shape == [3, 3, 16, 1])
        #expect(theirs["generator/G_MODEL/m/r8/2/gamma"]?.shape == [8])
        #expect(theirs["generator/G_MODEL/Conv/weights"]?.shape == [1, 1, 2, 3])
        theirs["beta1_power"] = Tensor(0.5)
        theirs["generator/G_MODEL/Conv/weights/Adam"] = Tensor(zeros: [1, 1, 2, 3])
        try withTemporaryFolder { folder in
            try NumPy.writeArchive(theirs, to: "\(folder)/hayao.npz")
            let again = try NetworkCatalog.animeGenerator.load(from: "\(folder)/hayao.npz")
            #expect(again.parameters.map(\.value) == network.parameters.map(\.value))

            theirs["generator/G_MODEL/Conv/weights"] = Tensor(zeros: [2, 3])
            try NumPy.writeArchive(theirs, to: "\(folder)/hayao.npz")
            let error = #expect(throws: FileError.self) {
                _ = try NetworkCatalog.animeGenerator.load(from: "\(folder)/hayao.npz")
            }
            #expect(error?.problem.contains("has the shape [2, 3], not 4 axes") == true)
        }
    }

    @Test("torchvision's VGG19, whole: what stands behind conv4_4 is left out")
    func vgg19() throws {
        let stages = [[1, 2], [3, 1], [2, 2, 2, 2], [1, 2, 3, 4]]
        var generator = SeededGenerator(seed: 5)
        let network = FeatureNetwork(widths: stages).initialised(using: &generator)
        var whole = try arrays(of: FeatureNetwork(widths: stages + [[2, 2, 2, 2]]).initialised(using: &generator))
        whole.merge(try arrays(of: network)) { _, new in new }
        whole["classifier.0.weight"] = Tensor(zeros: [4, 2])
        #expect(whole["features.34.weight"]?.shape == [2, 2, 3, 3])
        try withTemporaryFolder { folder in
            try NumPy.writeArchive(whole, to: "\(folder)/vgg19.npz")
            let again = try NetworkCatalog.vgg19.load(from: "\(folder)/vgg19.npz")
            #expect(again.namedState.map(\.name) == FeatureNetwork().namedState.map(\.name))
            #expect(again.parameters.map(\.value) == network.parameters.map(\.value))
        }
    }

    @Test("A folder without arrays, and arrays that are damaged")
    func damaged() throws {
        try withTemporaryFolder { folder in
            func problem(_ path: String) -> String? {
                #expect(throws: FileError.self) { _ = try NetworkCatalog.cartoonGAN.load(from: path) }?.problem
            }
            #expect(problem(folder) == "is a folder without .npy files")
            try Files.replace("\(folder)/conv01_1.weight.npy", with: "no array")
            #expect(problem(folder) == "is not an array of NumPy")
            try NumPy.write(Tensor([.nan]), to: "\(folder)/conv01_1.weight.npy")
            #expect(problem(folder)?.contains("“conv01_1.weight” holds numbers that are infinite") == true)
            try NumPy.write(Tensor([1]), to: "\(folder)/conv01_1.weight.npy")
            #expect(problem(folder)?.hasPrefix("does not fit the network CartoonGAN: it lacks") == true)
        }
    }

    @Test("Every network knows the weights of every other", arguments: NetworkCatalog.all.map(\.name))
    func likeness(name: String) throws {
        let names = try #require(NetworkCatalog.network(named: name)).keyNames
        #expect(NetworkCatalog.networkHolding(names) == "the network \(name)")
        #expect(
            NetworkCatalog.networkHolding(names + ["another.weight"])?.hasPrefix("the network \(name)") == true)
    }

    @Test("Published names are recognised, training checkpoints of others too, and strangers are named")
    func strangers() throws {
        let published = try #require(AnimeGenerator.published.first).rows.map { "G_MODEL/\($0.published)" }
        #expect(NetworkCatalog.networkHolding(published) == "the network animegan-v1")
        #expect(NetworkCatalog.networkHolding(["a.weight", "b.weight"]) == nil)

        var generator = SeededGenerator(seed: 6)
        try withTemporaryFolder { folder in
            func remedy(_ checkpoint: Checkpoint) throws -> FileError? {
                try checkpoint.write(to: "\(folder)/weights")
                return #expect(throws: FileError.self) {
                    _ = try NetworkCatalog.animeGenerator.load(from: "\(folder)/weights")
                }
            }
            var run = Checkpoint()
            run.store(ComixGAN(width: 1).initialised(using: &generator), as: "network")
            #expect(try remedy(run)?.remedy == "Under “network.” these look like the weights of the network comixgan")
            var stranger = Checkpoint()
            stranger.store(Tensor([1]), as: "some.weight")
            let error = try remedy(stranger)
            #expect(error?.problem.contains("the network has no “some.weight”") == true)
            #expect(error?.remedy.hasPrefix("Choose a file of this network; its names begin with “b1.0.") == true)
        }
    }

    private func arrays(of network: any NamedNetwork) throws -> [String: Tensor] {
        Dictionary(uniqueKeysWithValues: network.namedParameters.map { ($0.name, $0.parameter.value) })
    }

    private func write(_ network: any NamedNetwork, under folder: String) throws {
        for (name, array) in try arrays(of: network) { try NumPy.write(array, to: "\(folder)/\(name).npy") }
    }
}
