import Foundation
import TensorCore

/// Our answers.
struct Solutions: AdversaryAnswers {
    func colorizerLoss(colored: Tensor, truth: Tensor, logits: Tensor, weight: Float) -> Tensor {
        let genuine = Array(repeating: Origin.genuine.rawValue, count: logits.shape[0])
        return (colored - truth).squared().mean() + weight * softmaxCrossEntropy(logits, classes: genuine)
    }

    /// log(1 + e^d) for d = wrong − right, with the larger of 0 and d taken out so that nothing overflows.
    func twoClassCrossEntropy(rightLogit: Double, wrongLogit: Double) -> Double {
        let difference = wrongLogit - rightLogit
        return max(0, difference) + log1p(exp(-abs(difference)))
    }

    /// p is the sigmoid of d, whose derivative is p (1 − p). Where p is nearly 0, that of log(1 − p) is, too.
    func slopes(whenGenuineHas p: Double) -> (ofMinusLogP: Double, ofLogOneMinusP: Double) { (-(1 - p), -p) }

    /// An error of a tenth of the range in R, G and B is 8 to 16 of these units, the cross-entropy of a guess 0.7 nats: the adversary is a whisper.
    func releasedError(of colored: [Double], from truth: [Double]) -> Double {
        func yuv(_ color: [Double]) -> [Double] {
            let y = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
            return [y, 0.492 * (color[2] - y), 0.877 * (color[0] - y)]
        }
        return zip(yuv(colored), yuv(truth)).reduce(0) { $0 + abs($1.0 - $1.1) } * 255 / 3
    }
}
