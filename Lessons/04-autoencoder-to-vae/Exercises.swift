import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/04-autoencoder-to-vae/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: AutoencoderToVAEAnswers {
    //: **1. Change one number.** Somebody's loss is the mean cost of a pixel plus the mean divergence of a latent, with
    //: a weight before the divergence. Which weight makes it the true loss again, up to a factor before the whole? And
    //: what does a weight of 1 do to 784 pixels and 8 latents, and to the 64×64×3 pixels and 64 latents of lesson 05?
    //: (`swift run lesson-04 --answer 1` has our words.)

    func divergenceWeight(pixels: Int, latents: Int) throws -> Double { throw Unanswered() }

    //: **2. From memory.** Write the cost of one pixel, $-x \log p - (1 - x) \log(1 - p)$ with $p$ the sigmoid of the
    //: logit, so that it is right for logits of ±1000, and not rounded to 0 for −40.

    func cost(ofLogit logit: Double, pixel: Double) throws -> Double { throw Unanswered() }

    //: **3. The trick by hand.** A latent has `mean` and `logVariance`, `noise` was drawn, and the tape has brought the slope of the loss in
    //: $z$ back to the code. Compute the slopes in the mean and in the log-variance. (Leave out those of the divergence itself.)

    func slopes(ofCode slope: Double, mean: Double, logVariance: Double, noise: Double) throws -> (
        mean: Double, logVariance: Double
    ) { throw Unanswered() }

    //: **4. Subtract a constant.** In the score function's estimate one may subtract a constant $b$ from the cost,
    //: $(f(z) - b) \varepsilon$. The mean stays, since $E[\varepsilon] = 0$. For $f(z) = z^2$ and $z \sim \mathcal N(\mu, 1)$, which $b$
    //: makes the variance smallest? It is not $E[f]$.

    func baseline(mean: Double) throws -> Double { throw Unanswered() }

    //: **5. The loss, trained.** Write the loss of a VAE from its logits, the pictures, and the encoder's means and log-variances (`[batch, latents]`). The
    //: check trains a small network with it, and looks what became of code and reconstruction. First try it with a mean over the pixels. What do you
    //: see, and why? (`--answer 5`)

    func loss(logits: Tensor, pictures: Tensor, mean: Tensor, logVariance: Tensor) throws -> Tensor {
        throw Unanswered()
    }
}

//: **6. Open: order a sign.** Give the decoder the class as well: ten more numbers beside the code, one of them 1. Then a sample can be ordered by
//: name, and the code only has to tell the hand: slant, weight, tremor. Draw one row for each class from the same ten codes.
