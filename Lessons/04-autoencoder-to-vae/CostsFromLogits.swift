import Figures
import LessonKit
import TensorCore

//: ## Appendix: costs from logits
//:
//: <details><summary>Why the cost is computed from the logit and not from the probability</summary>
//:
//: The article's code takes $\log(p + 10^{-8})$, so as never to take $\log 0$. Written in the logit the cost is $\log(1 + e^a) - x a$,
//: which needs no such help. Take a pixel of paper, $x = 0$, that the decoder takes for ink. The surer the decoder is of its
//: mistake, the more it should cost, and the slope should stay 1.

/// The cost of each pixel as the article's code computes it, from probabilities.
func costWithSmallNumber(_ logits: Tensor, _ pictures: Tensor) -> Tensor {
    let p = logits.sigmoid()
    return -(pictures * (p + 1e-8).log() + (1 - pictures) * (1 - p + 1e-8).log())
}

//:fold The curve of one pixel, measured and drawn: `logits`
/// What a pixel of paper costs at each of the logits, and the slope there.
struct PixelCurve {
    let costs, slopes: [Float]

    init(_ logits: [Float], _ cost: (_ logits: Tensor, _ pictures: Tensor) -> Tensor) {
        let tape = Tape()
        let variable = tape.variable(Tensor(logits))
        let result = cost(variable, Tensor(zeros: [logits.count]))
        costs = result.scalars
        slopes = tape.gradients(of: result.sum())[variable]?.scalars ?? []
    }
}

func logits(in notebook: Notebook) throws {
    let a = (0...300).map { Float($0) / 10 }
    let helped = PixelCurve(a, costWithSmallNumber)
    let stable = PixelCurve(a) { logits, pictures in logits.softplus() - pictures * logits }
    try notebook.show(
        logitsFigure(a, helped: helped, stable: stable), named: "logits",
        "Past a logit of 17, 1 − p is 0 for a Float: the small number keeps the cost finite, but no slope is left.")

    notebook.expect("At a logit of 30 the cost is 30 nats", stable.costs[300], .near(30, tolerance: 1e-4))
    notebook.expect("… which the small number caps at −log 10⁻⁸", helped.costs[300], .near(18.42, tolerance: 0.01))
    notebook.expect("The slope, which should be 1", stable.slopes[300], .near(1, tolerance: 1e-6))
    notebook.expect("… is lost altogether, for 1 − p is rounded to 0", helped.slopes[300], .exactly(0))
    let sides = Tensor([2, 0], shape: [1, 2]).softmax()
    notebook.expect(
        "A softmax over the two sides of a coin is the sigmoid: difference",
        abs(sides[0, 0] - Tensor(2).sigmoid().item), .below(1e-6))
}
//:end

//: </details>
//:
