import Foundation
import LessonKit
import Networks
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/03-tensor-core/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: TensorCoreAnswers {
    //: **1. Change one number.** On $f(x, y) = \frac12(x^2 + 25y^2)$ gradient descent with a small learning rate walks to the lowest point. With a large one it flies
    //: away. Give the rate where the one becomes the other, to three digits. What does it have to do with the 25? (`swift run lesson-03 --answer 1` has our words.)

    func largestRate() throws -> Double { throw Unanswered() }

    //: **2. From memory.** Teach the tape by hand to divide: one `record`, with the value and both local slopes.

    func quotient(_ a: Number, _ b: Number) throws -> Number { throw Unanswered() }

    //: **3. An operation of your own.** Rounding has the slope 0 almost everywhere, so a network in front of it learns nothing. The *straight-through* trick
    //: rounds on the way forward, and on the way back pretends that it had not. Write it with `recorded(from:)`.

    func roundedStraightThrough(_ x: Tensor) throws -> Tensor { throw Unanswered() }

    //: **4. Nesterov's momentum.** The ball looks ahead: it takes the slope at the place to which 0.9 of its velocity is about to carry it. Write one step:
    //: $v \leftarrow 0.9v + g(p - 0.9\eta v)$, $p \leftarrow p - \eta v$.

    func nesterov(place: Double, velocity: Double, rate: Double, slope: (Double) -> Double) throws -> (
        place: Double, velocity: Double
    ) { throw Unanswered() }

    //: **5. Train it yourself.** Write the training loop: move the numbers of this network until it tells the two arms of `data` apart. The check brings two
    //: sets of spirals, and then looks how many points it gets right, of these and of others.

    func train(_ network: Sequential, on data: Spirals) throws { throw Unanswered() }
}

//: **6. Open: forwards.** Let a number carry its value and its slope in *one* input, and let every operation compute both. This is forward mode; it needs no
//: tape. Write it for the operations of the lesson. From how many inputs on is the walk backwards faster? Then put such numbers *on* the tape: what
//: do you get?
