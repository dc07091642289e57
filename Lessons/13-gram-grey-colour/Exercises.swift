import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/13-gram-grey-colour/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: GramAnswers {
    //: **1. Change one number.** AnimeGAN takes the map of VGG19's conv4_4: 512 channels, an eighth of the picture's side. By what is $F F^{\top}$ divided for a
    //: picture of `side` pixels? And what does a style loss that forgot to divide do when one goes on from 256 to 512 pixels?

    func divisor(side: Int) throws -> Int { throw Unanswered() }

    //: **2. By hand.** The Gram matrix of a small map, one row of numbers for each channel, divided as the lesson does. What does it say of two channels that
    //: are never active in the same place?

    func gram(of rows: [[Double]]) throws -> [[Double]] { throw Unanswered() }

    //: **3. The slope of Huber's loss.** With respect to the difference $d$, for any $\delta$. At which differences does a picture that is a little wrong
    //: everywhere pull as hard as one that is very wrong in places?

    func slopeOfHuber(at difference: Double, delta: Double) throws -> Double { throw Unanswered() }

    //: **4. Write it yourself.** The brightness of a drawing with the colours of a photograph: give red, green and blue of a pixel, in 0…1, with the Y of
    //: `drawn` and the U and V of `photograph` (both red, green, blue). Do not clamp. It is what a colour loss wants whose Y was left out.

    func recolored(drawn: [Double], photograph: [Double]) throws -> [Double] { throw Unanswered() }
}

//: **5. Open: pixels that move alone.** Take the coarse layers out of `Canvas`, so that every pixel is moved by itself, and run the lesson again. Look at
//: the losses and at the pictures: which of the two gets better? Then raise the weight of total variation until the pictures can be looked at, and say what you paid.
