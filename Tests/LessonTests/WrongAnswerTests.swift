import Basics
@testable import Lesson08
@testable import Lesson09
@testable import Lesson10
@testable import Lesson12
@testable import Lesson13
@testable import Lesson14
@testable import LessonKit
import Networks
import Pictures
import TensorCore
import Testing

/// Exercises that are checked by what an answer does: the mistakes that they are for must not pass.
@Suite struct WrongAnswerTests {
    @Test("A skip that drops what comes across is found out")
    func skip() {
        struct Wrong: UNetAnswers {
            func joined(below: Tensor, across: Tensor) throws -> Tensor {
                Lesson08.Solutions().joined(below: below, across: Tensor(zeros: across.shape))
            }
            func bestAnswer(values: [Double], probabilities: [Double]) throws -> (answer: Double, loss: Double) {
                throw Unanswered()
            }
            func bestAnswerByAbsoluteError(values: [Double], probabilities: [Double]) throws -> Double {
                throw Unanswered()
            }
            func fading(of colors: [(a: Double, b: Double)]) throws -> Double { throw Unanswered() }
        }
        #expect(isWrong(UNetAndSquaredError.skip.verdict(on: Wrong())))
    }

    @Test("A colorizer that wants to be caught, or forgets the truth, is found out", arguments: [true, false])
    func colorizersTurn(wantsToBeCaught: Bool) {
        struct Wrong: AdversaryAnswers {
            let wantsToBeCaught: Bool

            func colorizerLoss(colored: Tensor, truth: Tensor, logits: Tensor, weight: Float) throws -> Tensor {
                let origin: Origin = wantsToBeCaught ? .colored : .genuine
                let classes = Array(repeating: origin.rawValue, count: logits.shape[0])
                let adversarial = weight * softmaxCrossEntropy(logits, classes: classes)
                return wantsToBeCaught ? adversarial + (colored - truth).squared().mean() : adversarial
            }
            func twoClassCrossEntropy(rightLogit: Double, wrongLogit: Double) throws -> Double { throw Unanswered() }
            func slopes(whenGenuineHas p: Double) throws -> (ofMinusLogP: Double, ofLogOneMinusP: Double) {
                throw Unanswered()
            }
            func releasedError(of colored: [Double], from truth: [Double]) throws -> Double { throw Unanswered() }
        }
        #expect(isWrong(TheAdversary.colorizersTurn.verdict(on: Wrong(wantsToBeCaught: wantsToBeCaught))))
    }

    @Test("A style loss that is not divided is found out")
    func styleLoss() {
        struct Wrong: GramAnswers {
            func styleLoss(of map: Tensor, like style: Tensor) throws -> Tensor {
                func gram(_ map: Tensor) -> Tensor {
                    let rows = map.reshaped(to: [map.shape[1], map.shape[2] * map.shape[3]])
                    return rows.matrixProduct(rows.transposed(to: [1, 0]))
                }
                return (gram(map) - gram(style)).absolute().mean()
            }
            func gram(of rows: [[Double]]) throws -> [[Double]] { throw Unanswered() }
            func gradientOfHuber(at difference: Double, delta: Double) throws -> Double { throw Unanswered() }
            func recolored(drawn: [Double], photograph: [Double]) throws -> [Double] { throw Unanswered() }
        }
        #expect(isWrong(GramGreyColor.styleLoss.verdict(on: Wrong())))
    }

    @Test("A discriminator's loss without its grey term is found out")
    func fourTerms() {
        struct Wrong: AnimeAnswers {
            func discriminatorLoss(drawn: Tensor, generated: Tensor, grey: Tensor, smoothed: Tensor) throws -> Tensor
            {
                // The weights balance where those of the four terms do.
                (drawn - 1).squared().mean() + 2 * generated.squared().mean() + 0.1 * smoothed.squared().mean()
            }
            func bestAnswer(to kinds: [(weight: Double, target: Double)]) throws -> Double { throw Unanswered() }
            func multiplications(kernel k: Int, from c: Int, to d: Int, side: Int) throws -> (
                full: Int, separable: Int
            ) { throw Unanswered() }
            func smoothed(_ row: [Double], threshold: Double) throws -> [Double] { throw Unanswered() }
        }
        #expect(isWrong(PhotographsToDrawings.fourTerms.verdict(on: Wrong())))
    }

    @Test("Flats by the mean, which each spoiled pixel moves, are found out")
    func flats() {
        struct Wrong: RegionAnswers {
            func flatted(_ proposal: Picture, in map: RegionMap) throws -> Picture {
                var flats = proposal
                for pixels in Dictionary(grouping: map.labels.indices, by: { map.labels[$0] }).values {
                    for channel in 0..<3 {
                        let sum = pixels.reduce(0) { $0 + Int(proposal.samples[3 * $1 + channel]) }
                        for pixel in pixels { flats.samples[3 * pixel + channel] = UInt8(sum / pixels.count) }
                    }
                }
                return flats
            }
            func leastRadius(closing width: Int) throws -> Int { throw Unanswered() }
            func joins(opening: Double, halfWidths: (Double, Double), widest: Double, narrowing: Double) throws
                -> Bool
            {
                throw Unanswered()
            }
            func inkOfStep(to ink: Double, sides: (Double, Double)) throws -> Double { throw Unanswered() }
        }
        #expect(isWrong(RegionsAndFlats.flatADrawing.verdict(on: Wrong())))
    }

    private func isWrong(_ verdict: Verdict) -> Bool {
        guard case .wrong = verdict else { return false }
        return true
    }
}

/// The canvas of lesson 13: pictures whose pixels are learnt.
@Suite struct CanvasTests {
    @Test("Black and white pixels can still move")
    func gradients() {
        let colors: [Float] = [-1, 1, 0]
        let canvas = Lesson13.Canvas(
            Tensor((0..<3 * 64).map { colors[$0 / 64] }, shape: [1, 3, 8, 8]))
        let tape = Tape(learning: canvas.parameters)
        let gradients = tape.gradients(of: canvas.pictures(on: tape).sum())
        let finest = gradients[canvas.parameters[0]]?.scalars ?? []
        #expect(finest.count == 3 * 64)
        #expect(finest.allSatisfy { $0 > 0.01 })
    }
}
