import Basics
import Drawings
import Models
import Networks
import TensorCore
import Training

/// Reads the ``FaceTrait``s of a drawn face off its picture: a small network that was told them for other faces.
///
/// - Pictures `[batch, 3, side, side]`: RGB in [0, 1].
/// - Output `[batch, classes]`: the logits of all traits' classes, one trait after the other.
///
/// It names something on any picture, on noise too: what it says of samples is to be read beside a distance of features.
public final class FaceReader: Layer {
    let blocks: [ConvolutionBlock]
    let features: Linear
    let verdict: Linear

    /// How many features there are.
    public static let featureCount = 32

    /// A reader of faces of a side that is a multiple of 16.
    public init(width w: Int = 16, side: Int = 64) {
        precondition(side > 0 && side % 16 == 0, "FaceReader: side \(side) is no multiple of 16")
        blocks = [
            ConvolutionBlock(3, w, .halving), ConvolutionBlock(w, 2 * w, .halving),
            ConvolutionBlock(2 * w, 4 * w, .halving),
            ConvolutionBlock(4 * w, 4 * w, .halving),
        ]
        features = Linear(4 * w * (side / 16) * (side / 16), Self.featureCount)
        verdict = Linear(Self.featureCount, FaceTrait.allCases.reduce(0) { $0 + $1.classes.count })
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor { verdict(features(of: x, mode), mode) }

    private func features(of pictures: Tensor, _ mode: Mode) -> Tensor {
        let maps = blocks.reduce(pictures) { $1($0, mode) }
        return features(maps.reshaped(to: [maps.shape[0], maps.count / maps.shape[0]]), mode).relu()
    }

    /// What the last layer reads the traits from: `[batch, features]`.
    public func features(of pictures: Tensor) -> Tensor { features(of: pictures, .inference) }

    /// The class of each trait, for each picture.
    public func readings(of pictures: Tensor) -> [FaceReading] {
        let logits = self(pictures, .inference)
        let parts = Self.parts.map { logits.sliced(axis: 1, $0).scalars }
        return (0..<pictures.shape[0]).map { picture in
            FaceReading(
                labels: zip(parts, Self.parts).map { numbers, part in
                    let row = numbers[picture * part.count..<(picture + 1) * part.count]
                    return row.indices.max { row[$0] < row[$1] }.map { $0 - row.startIndex } ?? 0
                })
        }
    }

    /// The columns of each trait's logits.
    private static let parts: [Range<Int>] = FaceTrait.allCases.reduce(into: []) { parts, trait in
        let start = parts.last?.upperBound ?? 0
        parts.append(start..<start + trait.classes.count)
    }
}

/// The class of each trait of one face, whether read or known.
public struct FaceReading: Hashable, Sendable {
    let labels: [Int]

    init(labels: [Int]) { self.labels = labels }

    /// What is true of a face.
    public init(_ face: Face) { labels = FaceTrait.allCases.map { $0.label(of: face) } }

    public subscript(trait: FaceTrait) -> Int { labels[FaceTrait.allCases.firstIndex(of: trait) ?? 0] }
}

// MARK: - Learning to read

extension FaceReader {
    /// Learns from drawn faces, in batches of 32, with as many steps as the run has.
    public func train(on faces: FaceCrops, _ run: TrainingRun, resuming: Bool) throws -> TrainingLog {
        let adam = Adam(self, learningRate: 2e-3)
        var run = run
        run.keep(self, adam, as: "reader")
        return try run.train(resuming: resuming) { number, generator in
            let chosen = (0..<32).map { _ in generator.integer(in: 0..<faces.count) }
            let pictures = Tensor(pictures: chosen.map { faces[$0] })
            let tape = Tape(learning: parameters)
            let logits = self(pictures, .training(tape))
            let truth = chosen.map { FaceReading(faces.face(at: $0)) }
            let losses = zip(FaceTrait.allCases, Self.parts).map { trait, part in
                softmaxCrossEntropy(logits.sliced(axis: 1, part), classes: truth.map { $0[trait] })
            }
            let loss = losses.dropFirst().reduce(losses[0], +)
            adam.learningRate = 2e-3 * (1 - 0.95 * Double(number) / Double(run.steps))
            adam.step(tape.gradients(of: loss))
            return ["cross-entropy": loss.item]
        }
    }

    /// The share of faces whose trait is read rightly.
    public func accuracy(on faces: FaceCrops, of trait: FaceTrait) -> Double {
        let readings = readings(of: faces.batch(0..<faces.count))
        let right = readings.indices.count { readings[$0][trait] == trait.label(of: faces.face(at: $0)) }
        return Double(right) / Double(faces.count)
    }
}
