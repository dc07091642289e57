import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/09-adversary/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: AdversaryAnswers {
    //: **1. The colorizer's turn.** Write its loss from the coloured and the true pictures, the discriminator's logits for the coloured ones, `[pictures, 2]` with "genuine" first,
    //: and the weight. The check paints with it: purple pixels whose truth is red or blue, against a discriminator that takes saturated colours for genuine. Weight 0 has to
    //: leave the mean, some weight has to bring colour, and the truth must still count.

    func colorizerLoss(colored: Tensor, truth: Tensor, logits: Tensor, weight: Float) throws -> Tensor {
        throw Unanswered()
    }

    //: **2. Two classes or one.** A softmax over two logits is a sigmoid of one number. Write the cross-entropy of the right class from the logit of the right
    //: and of the wrong class, so that it is exact for logits of ±1000 too.

    func twoClassCrossEntropy(rightLogit: Double, wrongLogit: Double) throws -> Double { throw Unanswered() }

    //: **3. Hopeless cases.** Let $d$ be the logit of "genuine" minus that of "coloured", and $p$ the probability of "genuine". The colorizer's loss here is
    //: $-\log p$; the first paper on such games also had $\log(1 - p)$. Give the derivatives of both by $d$, as functions of $p$. Which one still teaches a
    //: colorizer that is always caught? (`swift run lesson-09 --answer 3` has our words.)

    func slopes(whenGenuineHas p: Double) throws -> (ofMinusLogP: Double, ofLogOneMinusP: Double) {
        throw Unanswered()
    }

    //: **4. The released code.** Its error is the mean *absolute* difference of Y, U and V, for RGB in 0…255: Y = 0.299 R + 0.587 G + 0.114 B, U = 0.492 (B − Y) + 128, V =
    //: 0.877 (R − Y) + 128. Write it for one pixel of RGB in 0…1. Its adversary has weight 1. What is that beside an error of typical size?

    func releasedError(of colored: [Double], from truth: [Double]) throws -> Double { throw Unanswered() }
}

//: **5. Open: the line network.** The released code has a third network that the article does not mention: it draws the lines of a coloured picture, and the
//: colorizer is also punished, ten times as hard, when the lines of its picture are not those of the true one. Train one, `UNet(inputs: 3, outputs: 1)`, on the
//: batches of this lesson, and add its loss to the colorizer's turn. How much more can the adversary weigh before the drawing falls apart?
