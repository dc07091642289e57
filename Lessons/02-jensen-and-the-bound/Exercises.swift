import Foundation
import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/02-jensen-and-the-bound/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: JensenAndTheBoundAnswers {
    //: **1. Change one number.** Give $q$ the deviation of the true posterior of the linear model, and move its mean to the right until the gap is exactly
    //: one nat. Which mean is that? And how large is the gap at twice the distance? (`swift run lesson-02 --answer 1` has our words.)

    func meanThatCostsOneNat() throws -> Double { throw Unanswered() }

    //: **2. From memory.** Write the evidence lower bound for a cause with finitely many values. `q`, `prior` and `likelihoods`, $p(x|z)$, hold a number for
    //: each value of $z$. Values for which `q` is zero do not count.

    func bound(q: [Double], prior: [Double], likelihoods: [Double]) throws -> Double { throw Unanswered() }

    //: **3. One step of EM.** Now the second painter made an unknown part of the points, not half of them. From the present mean and part, compute both
    //: after one step. The first painter is still $\mathcal N(0, 1)$, and both have deviation 1.

    func step(mean: Double, part: Double, points: [Double]) throws -> (mean: Double, part: Double) {
        throw Unanswered()
    }

    //: **4. A bound from above.** The article says that variational bounds may be "upper or lower". Square the weights: since $\mathrm E[u^2] \ge \mathrm E[u]^2$,
    //: $\frac12 \log \mathrm E_q[(p(x, z)/q(z))^2]$ is never below $\log p(x)$. Compute it from the logarithms of equally likely weights, so that it
    //: stays finite when they are around −1000.

    func ceiling(logWeights: [Double]) throws -> Double { throw Unanswered() }

    //: **5. To the highest hill.** Give the second painter's mean at which the likelihood is highest, not only on some hill. The check brings data of
    //: several kinds, and looks how high you end. Why can EM alone not know that it is on the lower hill? (`--answer 5`)

    func highestHill(of painters: TwoPainters) throws -> Double { throw Unanswered() }
}

//: **6. Open: a better family.** Let $q$ be a mixture of two Gaussians, and fit it to the posterior of the decoder that squares. How much of the gap is left at
//: $x = 2$, and how much at $x = 0$? Then try the other cure, one Gaussian and $K$ samples inside the logarithm. How large must $K$ be to do as well?
