import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/04-autoencoder-to-vae/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: AutoencoderToVAEAnswers {
    //: **1. Change one number.** Somebody's loss is the mean cost of a pixel plus the mean divergence of a latent, with a weight before the
    //: divergence. Which weight makes it the true loss again, up to a factor before the whole? Then say what a weight of 1 does to
    //: 784 pixels and 8 latents, and what it would do to the 64×64×3 pixels and 64 latents of lesson 05.

    func divergenceWeight(pixels: Int, latents: Int) throws -> Double { throw Unanswered() }

    //: **2. From memory.** Write the cost of one pixel, $-x \log p - (1 - x) \log(1 - p)$ with $p$ the sigmoid of the logit, so that it is
    //: right for logits of ±1000.

    func cost(ofLogit logit: Double, pixel: Double) throws -> Double { throw Unanswered() }

    //: **3. The trick by hand.** A latent has `mean` and `logVariance`, `noise` was drawn, and the tape has brought the slope of the loss for
    //: $z$ down to the code. Give the slopes for the mean and for the log-variance. (Without the divergence's own.)

    func slopes(ofCode slope: Double, mean: Double, logVariance: Double, noise: Double) throws -> (
        mean: Double, logVariance: Double
    ) { throw Unanswered() }

    //: **4. Take off what was to be expected.** A constant $b$ may be taken off the cost in the score function's estimate,
    //: $(f(z) - b) \varepsilon$: its mean stays, since $E[\varepsilon] = 0$. For $f(z) = z^2$ and $z \sim \mathcal N(\mu, 1)$, which $b$
    //: makes the variance least? It is not $E[f]$.

    func baseline(mean: Double) throws -> Double { throw Unanswered() }
}

//: **5. Open: order a sign.** Give the decoder the class as well, ten more numbers beside the code, one of them 1. Then a sample can be ordered by
//: name, and the code has only the hand left to tell: slant, weight, tremor. Draw one row for each class from the same ten codes.
