import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/08-unet/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: UNetAnswers {
    //: **1. The skip.** A map comes from `below`, `[batch, channels, height / 4, width / 4]`, and one comes `across`,
    //: `[batch, channels, height, width]`. Give what the next convolution gets: the lower map enlarged and the other
    //: one beside it. The check trains a small network that has to give back dots, once with your skip and once with
    //: nothing across. (`below.resized(toHeight: …, width: …, .nearest)` and `Tensor.concatenated([…], axis: 1)`.)

    func joined(below: Tensor, across: Tensor) throws -> Tensor { throw Unanswered() }

    //: **2. What is left over.** A number is one of `values`, with these `probabilities`. Give squared error's best answer, and the
    //: loss that it still has to expect. That is where the curve of the training goes flat.

    func bestAnswer(values: [Double], probabilities: [Double]) throws -> (answer: Double, loss: Double) {
        throw Unanswered()
    }

    //: **3. Absolute error.** The article's released code takes the mean of $|c - x|$ for the loss. Give an answer for
    //: which that is least. Why does it not bring the colours back? (`swift run lesson-08 --answer 3` has our words.)

    func bestAnswerByAbsoluteError(values: [Double], probabilities: [Double]) throws -> Double { throw Unanswered() }

    //: **4. How faded.** Hair has one of these colours, each as likely as the others, given as $(a, b)$ of CIELAB. What fraction of the chroma is left
    //: when the mean is painted: the chroma of the mean over the mean of the chromas?

    func fading(of colors: [(a: Double, b: Double)]) throws -> Double { throw Unanswered() }
}

//: **5. Open: do lines give colours away?** In `ColorizationDataset` set `trueLineChance` to 0: now the lines are extracted from the coloured picture, as the
//: article's were. Strong lines stand where the colours differ much. Does the hair become less faded on held-out faces? What will such a network do
//: when a person draws?
