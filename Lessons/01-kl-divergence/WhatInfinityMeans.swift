import Foundation
import LessonKit
import Training

//: ## What infinity means
//:
//: Give a coin a third side that never comes up. A belief that spends probability on that side wastes some. A belief that *denies* a
//: side which does come up is worse: the first throw that shows it refutes the belief, and no number of other throws makes up for that. So
//: if something happens that one called impossible, the price is infinite. The article puts it like this:
//:
//: > "Where Q > 0, KL[Q‖P] does not allow P = 0. In other words, when you minimise KL[Q‖P] you want Q to capture some modes of P, at
//: > the risk of ignoring others. And where P > 0, KL[P‖Q] does not allow Q = 0. In other words, when you minimise KL[P‖Q] you want Q
//: > to capture the whole distribution."
//:
//: The first sentence of each pair is right, as the table below shows for $p = (\frac12, \frac12, 0)$: $\mathrm{KL}[q\Vert p]$
//: *forces zeros* on $q$, and $\mathrm{KL}[p\Vert q]$ *avoids zeros*. The "in other words" is a claim about what fits
//: do; the next sections put it to the test.

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
    let denied = divergence(of: truth, from: [1, 0, 0])
    notebook.expect("Denying what happens has an infinite price: 1 / KL[p‖q]", 1 / denied, .exactly(0))
    notebook.expect(
        "Only wasting has a finite one: KL[p‖q]", divergence(of: truth, from: beliefs[0].1),
        .near(log(1.5), tolerance: 1e-9))
}
//:end

//: Programs meet this infinity. A network that gives a pixel of ink the probability 0 has an infinite loss. Lesson 04
//: shows how to compute the loss without the logarithm of a probability that was rounded to zero.
//:
