import Basics
import Files
import Foundation
@testable import Models
import Networks
import TensorCore
import Testing

/// A file beside the tests, made by Reference/make.py.
func reference(_ name: String) throws -> String {
    try #require(Bundle.module.path(forResource: "Reference/\(name)", ofType: nil))
}

@Suite struct Catalogue {
    private struct StateDict: Decodable {
        let parameters: Int
        let state: [Entry]

        struct Entry: Decodable, Equatable {
            let name: String
            let shape: [Int]

            init(name: String, shape: [Int]) { (self.name, self.shape) = (name, shape) }

            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                name = try container.decode(String.self)
                shape = try container.decode([Int].self)
            }
        }
    }

    @Test("Names, order and shapes are those of PyTorch's state_dict", arguments: NetworkCatalog.all.map(\.name))
    func names(name: String) throws {
        let json = try Data(contentsOf: URL(fileURLWithPath: reference("state-dicts.json")))
        let expected = try #require(JSONDecoder().decode([String: StateDict].self, from: json)[name])
        let network = try #require(NetworkCatalog.network(named: name))
        let state = network.make().namedState.map { StateDict.Entry(name: $0.name, shape: $0.shape) }
        #expect(state == expected.state)
        #expect(network.parameterCount == expected.parameters)
    }

    @Test("The articles' sizes")
    func sizes() {
        #expect(NetworkCatalog.colorizer.parameterCount == 18_639_619)
        #expect(NetworkCatalog.colorizerDiscriminator.parameterCount == 918_082)
        #expect(NetworkCatalog.faceVAE.parameterCount == 8_986_563)
        #expect(NetworkCatalog.sketchVAE.parameterCount == 1_112_071)
        #expect(NetworkCatalog.denseVAE.parameterCount == 1_488_388)
        #expect(DenseVAE().decoder.parameterCount == 744_384)
        #expect(NetworkCatalog.animeGenerator.parameterCount == 3_956_096)
        #expect(NetworkCatalog.animeDiscriminator.parameterCount == 1_128_800)
        #expect(NetworkCatalog.animeGeneratorV2.parameterCount == 2_143_552)
        #expect(NetworkCatalog.lightAnimeGenerator.parameterCount == 654_795)
        #expect(NetworkCatalog.cartoonGAN.parameterCount == 11_129_667)
        #expect(NetworkCatalog.comixGAN.parameterCount == 10_940_419)
        #expect(NetworkCatalog.vgg19.parameterCount == 10_585_152)
        #expect(NetworkCatalog.dcganGenerator.parameterCount == 3_613_696)
        #expect(NetworkCatalog.dcganDiscriminator.parameterCount == 2_765_568)
        #expect(NetworkCatalog.illustrationGenerator.parameterCount == 21_461_507)
        #expect(NetworkCatalog.latentPredictor.parameterCount == 10_591_332)
        #expect(NetworkCatalog.illustrationDiscriminator.parameterCount == 17_844_709)
    }

    @Test("The light generator begins as one that changes nothing")
    func light() {
        var generator = SeededGenerator(seed: 1)
        let network = LightAnimeGenerator(width: 2).initialised(using: &generator)
        let input = Tensor(uniformIn: -1...1, shape: [1, 3, 16, 12], using: &generator)
        #expect(network(input, .inference) == input)
    }

    @Test("A U-net without skips hands nothing across, and is recognised by its shapes")
    func hourglass() throws {
        var generator = SeededGenerator(seed: 1)
        let hourglass = UNet(width: 2, skips: false).initialised(using: &generator)
        #expect(hourglass.parameterCount < UNet(width: 2).parameterCount)
        var checkpoint = Checkpoint()
        checkpoint.store(hourglass)
        let input = Tensor(uniformIn: 0...1, shape: [1, 4, 32, 48], using: &generator)
        let output = hourglass(input, .inference)
        #expect(output.shape == [1, 3, 32, 48])
        #expect(try UNet.restore(from: checkpoint)(input, .inference) == output)
    }

    @Test("A summary lists every layer that runs, and counts every parameter")
    func summaries() throws {
        let unet = UNet(width: 2)
        let summary = unet.summary(input: [1, 4, 32, 48])
        #expect(summary.rows.count == 3 * 17 + 1)
        #expect(summary.rows.first?.name == "c0.conv")
        #expect(summary.rows.first?.outputShape == [1, 2, 32, 48])
        #expect(summary.rows.last?.name == "dc0")
        #expect(summary.rows.last?.outputShape == [1, 3, 32, 48])
        #expect(summary.rows.map(\.parameterCount).reduce(0, +) == summary.parameterCount)
        #expect(summary.parameterCount == unet.parameterCount)
        #expect("\(summary)".contains("dc8.conv  TransposedConvolution  [1, 32, 4, 6]"))
    }

    @Test("A tensor of the wrong shape is refused by name")
    func wrongInputs() throws {
        let network = UNet(width: 1)
        for shape in [[1, 4, 32], [1, 3, 32, 32], [1, 4, 32, 40], [0, 4, 32, 32], [1, 4, 0, 16]] {
            let error = #expect(throws: FileError.self) {
                _ = try network.output(for: Tensor(zeros: shape), from: "x.npy")
            }
            #expect(error?.path == "x.npy")
            #expect(error?.problem.contains("\(shape)") == true)
        }
    }
}
