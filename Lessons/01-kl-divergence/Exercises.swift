import Basics
import Foundation
import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/01-kl-divergence/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: KLDivergenceAnswers {
    //: **1. Change one number.** Fit `Mixture(distance: 1.5, weightOfLeft: 0.9)` with KL[q‖p], from a deviation of ½.
    //: Give a mean to start from, at least 0.05 to the *right* of the middle, from which the fit still ends on the
    //: *left* mode. Then say why the pass between the basins is not in the middle; `swift run lesson-01 --answer 1` has
    //: our words.

    func startOnTheWrongSide() throws -> Double { throw Unanswered() }

    //: **2. From memory.** Write KL[p‖q] of two discrete distributions as one sum, so that it is right where either has a
    //: zero.

    func divergence(of p: [Double], from q: [Double]) throws -> Double { throw Unanswered() }

    //: **3. Never negative.** Let $r = p(x)/q(x)$ for a sample $x$ of $q$. Then $-\log r$ estimates $\mathrm{KL}[q\Vert p]$, and it is often negative. Find an
    //: estimator with the same mean that never is, from $\log r$ alone. (The mean of $r$ under $q$ is 1.)

    func estimate(fromLogRatio logRatio: Double) throws -> Double { throw Unanswered() }

    //: **4. Many dimensions.** The encoder of lesson 05 gives a mean and a log-variance for each of its latents, which are
    //: independent. Write their KL to the standard normal: a sum over the latents.

    func divergenceToStandardNormal(means: [Double], logVariances: [Double]) throws -> Double { throw Unanswered() }

    //: **5. Train by samples.** The lesson's fits integrate over a grid, which nobody can do for pictures. Minimise
    //: $\mathrm{KL}[q\Vert p]$ with samples alone: in each step draw some $\varepsilon$ (`generator.normal()`), set
    //: $x = \mu + \sigma\varepsilon$, and move $\mu$ and $\log\sigma$ against the mean slope. Two thousand steps at a
    //: rate of 0.01 are enough. You are given the slope of $\log p$; $q$'s own part of the divergence is $-\log\sigma$.
    //: The check trains from both sides and looks where you end. Then start at (−0.3, 2) with 32 samples a step and a rate of 0.02
    //: for 6,000 steps, and with 100, 0.01 and 2,000. Why do the ends mostly differ? (`--answer 5`)

    func trainedBySamples(
        from start: Gaussian, slopeOfLogDensity: (Double) -> Double, using generator: inout SeededGenerator
    ) throws -> Gaussian { throw Unanswered() }
}

//: **6. Open: between the two.** The family $D_\alpha$ (Amari's, or Rényi's divided by $\alpha$) has the two divergences at its ends. Fit the Gaussian for
//: values of $\alpha$ in between, and draw where the means end. At which $\alpha$ does the fit let go of its mode?
