import Foundation

//: ## A tape in a page
//:
//: Any formula is a chain of small operations, and the slope of each is well known. The slope of a sum in either part is 1; that of a product
//: in one factor is the *other* factor. So while the formula is computed, write down for every operation its value, its
//: inputs, and the *local slopes* in them. This list is the tape. Then walk it backwards from the result. If the slope of the result
//: in an entry, $\partial f/\partial v$, is $g$, then that entry adds $g$ times its local slope to the slope of each of its inputs. This is the chain rule
//:
//: $$ \frac{\partial f}{\partial u} = \sum_{v \text{ computed from } u} \frac{\partial f}{\partial v} \frac{\partial v}{\partial u}, $$
//:
//: and it is all of *reverse-mode differentiation*, which deep learning calls backpropagation. First the tape:

/// A list of numbers, in the order in which they were computed.
final class ScalarTape {
    struct Entry {
        let operation: String
        let value: Double
        /// What it was computed from, and how fast it changes with each of them.
        let inputs: [(index: Int, slope: Double)]
    }

    private(set) var entries: [Entry] = []

    func record(_ operation: String, _ value: Double, from inputs: [(index: Int, slope: Double)] = []) -> Number {
        entries.append(Entry(operation: operation, value: value, inputs: inputs))
        return Number(tape: self, index: entries.count - 1)
    }
}

//: `Number` is a number that stands on a tape. And this is the walk backwards:

struct Number {
    let tape: ScalarTape
    let index: Int

    var value: Double { tape.entries[index].value }
}

extension ScalarTape {
    /// The slopes of one result in every number of the tape.
    func gradients(of result: Number) -> [Double] {
        var gradients = [Double](repeating: 0, count: entries.count)
        gradients[result.index] = 1
        for index in entries.indices.reversed() {
            for input in entries[index].inputs { gradients[input.index] += gradients[index] * input.slope }
        }
        return gradients
    }
}

//: And the operations, each with its local slopes:

extension Number {
    static func + (a: Number, b: Number) -> Number {
        a.tape.record("+", a.value + b.value, from: [(a.index, 1), (b.index, 1)])
    }

    static func * (a: Number, b: Number) -> Number {
        a.tape.record("×", a.value * b.value, from: [(a.index, b.value), (b.index, a.value)])
    }

    func tanh() -> Number {
        let result = Foundation.tanh(value)
        return tape.record("tanh", result, from: [(index, 1 - result * result)])
    }

    func exp() -> Number {
        let result = Foundation.exp(value)
        return tape.record("exp", result, from: [(index, result)])
    }
}
