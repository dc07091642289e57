import Foundation
import LessonKit
import TensorCore

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/05-vae-of-faces/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: VAEOfFacesAnswers {
    //: **1. Change one number.** A repository minimises `weight · KL + mean of the squared errors`, the mean over all numbers of
    //: a picture of `size`×`size` in three colours. Which $\sigma$ does it train with? And what becomes of $\sigma$ when somebody
    //: moves it from 64×64 to 128×128 and changes nothing else? (`--answer 1`)

    func sigma(ofWeight weight: Double, forPicturesOf size: Int) throws -> Double { throw Unanswered() }

    //: **2. The best σ.** Given the squared errors of some pictures, each summed over `numbers` numbers, which $\sigma$ makes the
    //: pictures most likely? (Set the derivative of the cost to zero.)

    func bestSigma(squaredErrors: [Double], numbers: Int) throws -> Double { throw Unanswered() }

    //: **3. Write the bound.** From the logarithms of $K$ importance weights, the estimate $\log \frac1K\sum_k e^{w_k}$. The weights of a face
    //: lie around $-10^4$, where $e^w$ is 0 for a computer.

    func bound(fromLogWeights logWeights: [Double]) throws -> Double { throw Unanswered() }

    //: **4. Dead or alive.** A latent is *alive* if it says something: if its mean differs from picture to picture. Given each
    //: picture's code means, count the latents whose variance over the pictures is above `limit`.

    func livingLatents(means: [[Double]], limit: Double) throws -> Int { throw Unanswered() }

    //: **5. Learn σ.** The article's author removed a learnt $\sigma$. Put it back: write the loss of a picture from its summed squared error,
    //: the KL, and a $\log\sigma$ that is learnt with the weights. The check trains a small VAE of faces with your loss, and looks
    //: where $\sigma$ ends. Where does it settle, and how does it get there? (`--answer 5`)

    func loss(squaredError: Tensor, divergence: Tensor, logSigma: Tensor, numbers: Float) throws -> Tensor {
        throw Unanswered()
    }
}

//: **6. Open: a σ for each place.** Let each number of a picture have a learnt $\sigma$ of its own. Where does it become small, and what do the samples look like?
