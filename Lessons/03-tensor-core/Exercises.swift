import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/03-tensor-core/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: TensorCoreAnswers {
    //: **1. Change one number.** On $f(x, y) = \frac12(x^2 + 25y^2)$ plain gradient descent with a small rate walks to the lowest point, and with a large one it flies
    //: away. Give the rate where the one becomes the other, to three digits, and say what it has to do with the 25.

    func largestRate() throws -> Double { throw Unanswered() }

    //: **2. From memory.** Teach the tape by hand to divide: one `record` with the value and both local slopes.

    func quotient(_ a: Number, _ b: Number) throws -> Number { throw Unanswered() }

    //: **3. An operation of your own.** Rounding has the slope 0 almost everywhere, and a network behind it learns nothing. The *straight-through* trick rounds on the way forward and
    //: pretends on the way back that it had not. Write it with `recorded(from:)`.

    func roundedStraightThrough(_ x: Tensor) throws -> Tensor { throw Unanswered() }

    //: **4. Nesterov's momentum.** The ball looks ahead: it takes the slope not where it is, but where its velocity, 0.9 of it, is about to carry it. With
    //: $v \leftarrow 0.9v + g(p - 0.9\eta v)$ and $p \leftarrow p - \eta v$, write one step of it.

    func nesterov(place: Double, velocity: Double, rate: Double, slope: (Double) -> Double) throws -> (
        place: Double, velocity: Double
    ) { throw Unanswered() }
}

//: **5. Open: forwards.** Let a number carry its value and its slope in *one* input, and every operation compute both: forward mode needs no tape at all. Write it for the four operations of the
//: lesson, and find out from how many inputs on the walk backwards is the faster way. Then put such numbers *on* the tape: what do you get?
