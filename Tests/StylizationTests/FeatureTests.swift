import Basics
import Drawings
import Files
import Models
@testable import Stylization
import TensorCore
import TestSupport
import Testing
@testable import Training

@Suite("The feature network")
struct FeatureTests {
    private static let plan = FeaturePlan(for: .tiny)

    @Test("The same seed gives the same weights, on one thread too and when resumed")
    func sameBytes() throws {
        try withTemporaryFolder { folder in
            func train(_ name: String, _ options: [String] = []) throws -> [UInt8] {
                let training = FeatureTraining(
                    Self.plan, folder: "\(folder)/\(name)", options: try RunOptions.parse(options))
                _ = try training.run()
                return try Files.read(training.weightsPath)
            }
            let whole = try train("whole")
            #expect(try train("whole", ["--resume"]) == whole)
            let threads = Threads.count
            defer { Threads.count = threads }
            Threads.count = 1
            #expect(try train("one thread") == whole)
        }
    }

    @Test("A batch holds both renderings, and what it says of the squares has their number")
    func batch() throws {
        var generator = SeededGenerator(seed: 1)
        let pictures = FeaturePictures(seed: 2, size: 32, count: 8)
        let batch = FeatureBatch((0..<4).map { pictures.sample(at: $0, using: &generator) })
        #expect(batch.pictures.shape == [8, 3, 32, 32] && batch.content.count == 8 * 64)
        #expect(batch.ink.shape == [8, 4, 8, 8] && batch.colors.shape == [8, 12, 8, 8])
        #expect(batch.renderings.prefix(4) == [.photograph, .photograph, .photograph, .anime])
        #expect(batch.renderings[7] == .lines)
        // The mean colours of a square are the means of the picture there.
        let corner = batch.pictures.sliced(axis: 2, 0..<2).sliced(axis: 3, 0..<2).mean(axes: [2, 3])
        for picture in 0..<8 {
            for channel in 0..<3 {
                let own = batch.colors.scalars[(picture * 12 + 4 * channel) * 64]
                #expect(abs(corner.scalars[picture * 3 + channel] - own) < 1e-5)
            }
        }
    }

    @Test(
        "What comes with Nurie knows content across renderings and renderings across content; random weights do worse"
    )
    func shipped() throws {
        let network = try FeatureSource.network()
        var generator = SeededGenerator(seed: 5)
        let untrained = FeatureNetwork(widths: FeaturePlan(for: .full).widths).initialised(using: &generator)
        let scenes = DrawnScenes(seed: 77, size: 64)
        let (trained, control) = (
            FeatureSeparation(of: network, on: scenes, count: 8),
            FeatureSeparation(of: untrained, on: scenes, count: 8)
        )
        #expect(trained.contentRatio < 1 && trained.contentRatio < control.contentRatio - 0.3)
        #expect(trained.contentShare > 0.5 && trained.contentShare > control.contentShare + 0.3)
        // Random weights tell renderings from each other too, by grain and outlines; they must not do it better by much.
        #expect(trained.styleShare > 0.85 && trained.styleShare > control.styleShare - 0.05)
        #expect(trained.styleIsOrdered)
        #expect(try Files.read(ShippedData.path(of: "features.safetensors")).count < 5_000_000)
    }

    @Test("An option replaces it; weights of another network are refused by name, and a small one is not VGG19")
    func source() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            let network = FeatureNetwork(widths: [[2], [3, 4]]).initialised(using: &generator)
            try network.save(to: "\(folder)/f.safetensors")
            #expect(try FeatureSource.network("\(folder)/f.safetensors").parameterCount == network.parameterCount)
            let small = #expect(throws: FileError.self) { try FeatureSource.network("vgg19=\(folder)/f.safetensors") }
            #expect("\(small.map { "\($0)" } ?? "")".contains("not VGG19"))
            try UNet(width: 2).initialised(using: &generator).save(to: "\(folder)/u.safetensors")
            let other = #expect(throws: FileError.self) { try FeatureSource.network("\(folder)/u.safetensors") }
            #expect("\(other.map { "\($0)" } ?? "")".contains("colorizer"))
        }
    }

    @Test("Photographs that are all alike, or like the style, give no measure: that is refused, not divided by")
    func degenerateCalibration() throws {
        var generator = SeededGenerator(seed: 5)
        let network = FeatureNetwork(widths: [[4]]).initialised(using: &generator)
        let one = Tensor(uniformIn: -1...1, shape: [1, 3, 16, 16], using: &generator)
        let copies = Tensor.concatenated([one, one], axis: 0)
        let various = Tensor(uniformIn: -1...1, shape: [2, 3, 16, 16], using: &generator)
        func calibration(_ photographs: Tensor, _ styles: Tensor) -> FeatureCalibration {
            FeatureCalibration(of: network, photographs: photographs, styles: styles)
        }
        #expect(throws: CalibrationError.self) { try calibration(copies, various).check() }
        #expect(throws: CalibrationError.self) { try calibration(various.grey(), various.grey()).check() }
        try calibration(various, Tensor(repeating: 1, shape: [2, 3, 16, 16])).check()
    }

    @Test(
        "The losses' weights follow the size of the features: twice as large, half for content, a quarter for style")
    func calibration() {
        var generator = SeededGenerator(seed: 5)
        // Without bias and with one convolution the features double with the weight.
        let network = FeatureNetwork(widths: [[4]]).initialised(using: &generator)
        let photographs = Tensor(uniformIn: -1...1, shape: [3, 3, 16, 16], using: &generator)
        let styles = Tensor(uniformIn: -1...0, shape: [3, 3, 16, 16], using: &generator)
        let once = FeatureCalibration(of: network, photographs: photographs, styles: styles)
        for parameter in network.parameters { parameter.value = 2 * parameter.value }
        let twice = FeatureCalibration(of: network, photographs: photographs, styles: styles)
        #expect(abs(once.content / twice.content - 2) < 1e-3 && abs(once.style / twice.style - 4) < 1e-3)
    }
}
