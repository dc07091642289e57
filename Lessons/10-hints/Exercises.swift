import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/10-hints/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: HintAnswers {
    //: **1. Change one number.** Instead of a colour that cannot be, −1, a fifth channel could say where there are hints, 1 or 0. How many more parameters
    //: has the article's network then? And why is that channel not needed?

    func moreParametersForAMask() throws -> Int { throw Unanswered() }

    //: **2. What dabs tell.** A picture has $A$ pixels, and $n$ dabs of $s$ pixels fall anywhere, on each other too. What share of the pixels
    //: is told a colour on average? Take each pixel to be hit by a dab with probability $s / A$.

    func shareTold(dabs: Int, ofPixels size: Int, area: Int) throws -> Double { throw Unanswered() }

    //: **3. Half a hint.** A large drawing is coloured small, and its hints are made smaller with it. Give the one pixel that a block of pixels becomes: the mean of those
    //: that have a hint, `nil` for a block without any. What would go wrong with the plain mean, −1 counted?

    func shrunk(_ block: [Double?]) throws -> Double? { throw Unanswered() }

    //: **4. Write it yourself.** Running paint in a single row. `lengths[i]` is how long a step *onto* pixel `i` is, from either side; `hints` has the numbers of the pixels
    //: with a hint, in rising order. Give for each pixel the number of the hinted pixel whose way to it is shortest, the left one of two that are equally near; `nil` where every way is longer than `reach`.

    func run(over lengths: [Double], from hints: [Int], reach: Double) throws -> [Int?] { throw Unanswered() }
}

//: **5. Open: a dab in the wrong place.** The sampled user never errs: a hint always lies where its colour is. Move some of the hints of training by a few pixels, over a line
//: now and then, and see whether the network learns to overrule them; then look at what that does to obedience. Where is the line between helping a user and not listening?
