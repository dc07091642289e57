import Basics
import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/10-hints/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: HintAnswers {
    //: **1. A user made of random numbers.** Make hints for a true picture `[1, 3, height, width]`: so many dabs, squares of `size` × `size` pixels that lie wholly inside, at random places, with the true
    //: colours, and −1 elsewhere. They may overlap. The check looks at the hints of many pictures.

    func hints(for truth: Tensor, dabs: Int, size: Int, using generator: inout SeededGenerator) throws -> Tensor {
        throw Unanswered()
    }

    //: **2. What dabs tell.** A picture has $A$ pixels, and $n$ dabs of $s$ pixels fall anywhere, on each other too. What share of the pixels is told a colour on average? Take each pixel to be hit by a dab
    //: with probability $s / A$.

    func shareTold(dabs: Int, ofPixels size: Int, area: Int) throws -> Double { throw Unanswered() }

    //: **3. Half a hint.** A large drawing is coloured small, and its hints are made smaller with it. Give the one
    //: pixel that a block of pixels becomes: the mean of those that have a hint, `nil` for a block without any. What
    //: would go wrong with the plain mean, −1 counted? (`swift run lesson-10 --answer 3` has our words.)

    func shrunk(_ block: [Double?]) throws -> Double? { throw Unanswered() }

    //: **4. Running paint in a single row.** `lengths[i]` is the length of a step *onto* pixel `i`, from either side; `hints` has the numbers of the pixels with a hint, in rising order. Give for each pixel the
    //: number of the hinted pixel whose way to it is shortest, the left one of two that are equally near, and `nil` where every way is longer than `reach`.

    func run(over lengths: [Double], from hints: [Int], reach: Double) throws -> [Int?] { throw Unanswered() }
}

//: **5. Open: a dab in the wrong place.** The sampled user hardly errs: the middle of a hint always lies where its colour is. Move some of the hints of training by a few pixels, over a line now and then, and see whether the
//: network learns to overrule them. What does that do to obedience?
