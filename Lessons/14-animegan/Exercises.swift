import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/14-animegan/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: AnimeAnswers {
    //: **1. The discriminator's four terms.** Write its loss from its answers to drawings, to generated, to grey and to smoothed pictures. The check looks where your loss
    //: is least if one answer has to do for all, and then trains a small discriminator with it: it must tell drawings from photographs and from grey drawings.

    func discriminatorLoss(drawn: Tensor, generated: Tensor, grey: Tensor, smoothed: Tensor) throws -> Tensor {
        throw Unanswered()
    }

    //: **2. The best answer.** The discriminator cannot tell some patches apart. Among them are kinds of pictures, each with the `weight` of its term and the `target`, 1 or 0.
    //: Which one number, answered to all of them, has the least loss? What is it for AnimeGAN's four terms before anything is learnt?

    func bestAnswer(to kinds: [(weight: Double, target: Double)]) throws -> Double { throw Unanswered() }

    //: **3. What light means.** A convolution of $k$×$k$ from $c$ to $d$ channels gives a map of `side`×`side`. How many multiplications is that? And how many if it is
    //: separable: first each channel by itself with $k$×$k$, then $1$×$1$ over the channels?

    func multiplications(kernel k: Int, from c: Int, to d: Int, side: Int) throws -> (full: Int, separable: Int) {
        throw Unanswered()
    }

    //: **4. Smooth the edges of a row.** An edge lies at `i` if `row[i]` differs from `row[i - 1]` by more than `threshold`. Pixels up to two places from an edge, itself
    //: included, become the mean of the five around them with weights 1, 4, 6, 4, 1, taken from the row as it was. Beyond either end the row is mirrored about its outermost
    //: pixel, which is not repeated. The others stay. The row has at least three pixels.

    func smoothed(_ row: [Double], threshold: Double) throws -> [Double] { throw Unanswered() }
}

//: **5. Open: edges in colour.** In AnimeGAN's code the smoothed drawings are grey. Show them in colour (`smoothedInColor`) with weights from 0.1 to 1, all other terms as they are.
//: Does the discriminator's answer to them change? Do the outlines of the generated pictures? (`Picture.lineSharpness(at:)` takes the true lines, which
//: `edges(lower:upper:)` of a held-out drawing finds.)
