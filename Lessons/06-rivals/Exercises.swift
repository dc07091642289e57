import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/06-rivals/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: RivalsAnswers {
    //: **1. Change one number.** The generator makes a Gaussian of deviation ½, far to the right of both modes, and the
    //: discriminator is the best there is. Give a mean, at most 6, at which the minimax slope along µ is smaller than 0.01 while
    //: the non-saturating one is larger than 1. What would the generator do from there with each? (`swift run lesson-06 --answer 1` has our words.)

    func silentMean() throws -> Double { throw Unanswered() }

    //: **2. Never quite sure.** With label smoothing the discriminator's target for the truth is $1 - \alpha$ in place of 1. For what is made it
    //: is still 0. Write the best discriminator at a place where the densities are $p$ and $q$. What does it say where only made things are? Does
    //: smoothing help the generator there? (`--answer 2`)

    func bestDiscriminator(p: Double, q: Double, smoothing: Double) throws -> Double { throw Unanswered() }

    //: **3. How alike a batch is.** One kernel of minibatch discrimination has made a point of each picture. Compute its output for
    //: each: $\sum_j e^{-\Vert x_i - x_j \Vert_1}$, the picture itself included.

    func closeness(of points: [[Double]]) throws -> [Double] { throw Unanswered() }

    //: **4. Between two Gaussians.** If both covariances are diagonal, the squared Fréchet distance needs no matrix root. Compute it
    //: from the means and the standard deviations.

    func frechetDistance(
        means: [Double], deviations: [Double], otherMeans: [Double], otherDeviations: [Double]
    ) throws -> Double { throw Unanswered() }

    //: **5. Play the game.** Write both players' losses from the discriminator's logits. The check plays 2500 steps on the ring with them, and looks
    //: how many of the eight modes are made. What happens with `log(1 - D)` for the generator, and what with a wrong sign? (`--answer 5`)

    func discriminatorLoss(logitsOfTrue: Tensor, logitsOfMade: Tensor) throws -> Tensor { throw Unanswered() }

    func generatorLoss(logitsOfMade: Tensor) throws -> Tensor { throw Unanswered() }
}

//: **6. Open: another remedy.** Salimans and others have a second one in the same paper, *feature matching*: the generator is to match the
//: mean of the discriminator's features over true and made samples. Add it as a `Remedy`. Does it cure the collapse, and how many points lie within modes?
