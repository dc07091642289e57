import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/13-gram-grey-colour/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: GramAnswers {
    //: **1. By hand.** The Gram matrix of a small map, one row of numbers for each channel, divided as in the lesson. What does it say about two channels that
    //: are never active in the same place?

    func gram(of rows: [[Double]]) throws -> [[Double]] { throw Unanswered() }

    //: **2. The gradient of Huber's loss** with respect to the difference $d$, for any $\delta$. Where does a small difference pull as hard as a large one?

    func gradientOfHuber(at difference: Double, delta: Double) throws -> Double { throw Unanswered() }

    //: **3. The brightness of one, the colours of the other.** Give red, green and blue of a pixel, in 0…1, with the Y of `drawn` and the U and V of `photograph` (both
    //: red, green, blue). Do not clamp.

    func recolored(drawn: [Double], photograph: [Double]) throws -> [Double] { throw Unanswered() }

    //: **4. Write a style loss and paint with it.** Both maps are `[1, channels, height, width]`, and the style's may be larger or smaller than the other. The check
    //: moves the pixels of a small noisy picture by your loss until it has the style of a striped one. It also looks whether your loss minds where things are, and how
    //: much paper there is. (`reshaped(to:)`, `transposed(to:)` and `matrixProduct(_:)` are what you need.)

    func styleLoss(of map: Tensor, like style: Tensor) throws -> Tensor { throw Unanswered() }
}

//: **5. Open: pixels that move alone.** Take the coarse layers out of `Canvas`, so that every pixel moves by itself, and run the lesson again. Which gets better, the
//: losses or the pictures, and why? (`swift run lesson-13 --answer 5` has our words.)
