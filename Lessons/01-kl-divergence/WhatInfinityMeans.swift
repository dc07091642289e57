import Foundation
import LessonKit
import Training

//: ## What infinity means
//:
//: Give the die a side that never comes up. A belief that spends probability on it wastes some; a belief that *denies* a side which
//: does come up is refuted by the first throw that shows it, and no number of other throws makes up for that. Infinity is the right
//: price for having called impossible what happens.
//:
//: So where $q > 0$, $\mathrm{KL}[q\Vert p]$ does not allow $p = 0$: it *forces zeros* on $q$. And where $p > 0$,
//: $\mathrm{KL}[p\Vert q]$ does not allow $q = 0$: it *avoids zeros*.

//:fold What is measured and drawn: `impossible`
func impossible(in notebook: Notebook) {
    let truth = [0.5, 0.5, 0]
    let beliefs: [(String, [Double])] = [
        ("wastes a third", [1 / 3.0, 1 / 3.0, 1 / 3.0]),
        ("denies the second side", [1, 0, 0]),
        ("spends one in a million on the third", [0.5, 0.499_999, 0.000_001]),
    ]
    notebook.table(
        ["belief q", "", "KL[p‖q]", "KL[q‖p]"],
        beliefs.map { name, q in
            [
                "\(q.map { rounded($0) }.joined(separator: ", "))", name,
                rounded(divergence(of: truth, from: q)), rounded(divergence(of: q, from: truth)),
            ]
        })
    notebook.say("p = \(truth)")
    let denied = divergence(of: truth, from: [1, 0, 0])
    notebook.expect("Who denies what happens pays without end: 1 / KL[p‖q]", 1 / denied, .exactly(0))
    notebook.expect(
        "Who only wastes pays a finite price: KL[p‖q]", divergence(of: truth, from: beliefs[0].1),
        .near(log(1.5), tolerance: 1e-9))
}
//:end

//: A program meets this infinity sooner than one thinks: a decoder that says 0 for a pixel that is 1 has an infinite loss. That is why
//: lesson 04 computes its Bernoulli likelihood from logits and never takes the logarithm of a rounded zero.
//:
