import Foundation
import LessonKit
import Networks
import TensorCore
import Training

//: ## Appendix: how the core is built
//:
//: Four decisions behind the core. No lesson needs them.
//:
//: <details><summary>A flat tape, tensors as values, memory, threads</summary>
//:
//: ### Why a list, and not objects that know their parents
//:
//: In many small frameworks each result holds references to its inputs. That is elegant until the chain is long. Freeing the last result frees its
//: inputs, which free theirs, in nested calls. After some tens of thousands of links, fewer on a thread with a small stack, the stack overflows, at a place in the code where a scope just ends. A flat
//: list has no such depth.

//:fold What is measured: `flatTape`
func flatTape(in notebook: Notebook) {
    let tape = ScalarTape()
    let start = tape.record("x", 0)
    let one = tape.record("1", 1)
    let end = (0..<1_000_000).reduce(start) { sum, _ in sum + one }
    let gradients = tape.gradients(of: end)
    notebook.expect(
        "A chain of a million additions: slope of its end in its start", gradients[start.index], .exactly(1))
    notebook.expect("… and in what was added a million times", gradients[one.index], .exactly(1_000_000))
}
//:end

//: ### Tensors are values
//:
//: A copy of a tensor is independent of the original, as with numbers. The memory is copied only when one of them is written to (*copy on write*), so that
//: passing tensors around costs nothing. A tape needs this: it keeps tensors for the walk back, and if somebody could change them in the meantime, the slopes
//: would be wrong, and nothing would say so.

//:fold What is measured: `values`
/// Where the numbers of a tensor lie in memory.
func address(of tensor: Tensor) -> UInt { tensor.withScalars { UInt(bitPattern: $0.baseAddress) } }

func values(in notebook: Notebook) {
    let original = Tensor([1, 2, 3])
    var copy = original
    func places() -> Int { Set([address(of: original), address(of: copy)]).count }
    notebook.expect("A copy lies where the original lies: places in memory", places(), exactly: 1)
    let tape = Tape()
    let x = tape.variable(copy)
    let loss = x.squared().sum()
    copy[0] = 100
    notebook.expect("… until one is written to: places", places(), exactly: 2)
    notebook.expect("The original has not changed: its first number", original[0], .exactly(1))
    let gradient = tape.gradients(of: loss)[x]?[0] ?? .nan
    notebook.expect("… nor what the tape remembers: slope of x² at 1", gradient, .exactly(2))
}
//:end

//: ### What the tape costs
//:
//: Slopes cost little time, about two more passes through the network. They cost memory: whatever the walk back needs is kept until then. A layer
//: $\tanh(xW^\top)$ keeps its result, which gives the slope of $\tanh$ and is the next layer's input, and its transposed weights. Without a tape, each
//: result is freed as soon as the next one is made. Here is what is still held when the loss has been computed, by the core's own count.

//:fold What is measured: `cost`
func cost(in notebook: Notebook) {
    let (batch, width) = (256, 64)
    func held(depth: Int, learning: Bool) -> Int {
        var generator = notebook.generator(2)
        let network = Sequential(
            (0..<depth).flatMap { _ in [Linear(width, width, bias: false), Tanh()] as [any Layer] })
        network.initialise(using: &generator)
        let input = Tensor(normalWithMean: 0, shape: [batch, width], using: &generator)
        BufferPool.shared.drain()
        let before = BufferPool.shared.bytesTaken
        let tape = learning ? Tape(learning: network.parameters) : nil
        let loss = network(input, tape.map { .training($0) } ?? .inference).squared().mean()
        BufferPool.shared.drain()
        return withExtendedLifetime((tape, loss)) { BufferPool.shared.bytesTaken - before }
    }
    let depths = [2, 4, 8, 16]
    let training = depths.map { held(depth: $0, learning: true) }
    let inference = depths.map { held(depth: $0, learning: false) }
    let layer = 4 * (batch * width + width * width)
    notebook.table(
        ["layers", "held in training", "held in inference", "layers × (result + weights)"],
        depths.indices.map { place in
            [
                "\(depths[place])", "\(training[place] / 1024) KiB", "\(inference[place]) bytes",
                "\(depths[place] * layer / 1024) KiB",
            ]
        })
    notebook.expect(
        "Each layer more keeps its result and its weights: bytes", (training[3] - training[2]) / 8, exactly: layer)
    notebook.expect(
        "Inference keeps the loss alone, however deep: bytes more for 16 layers than for 2",
        inference[3] - inference[0], exactly: 0)
}

//:end

//: This is why training needs far more memory than using a network, and why a larger batch or picture may not fit.
//:
//: ### The same bytes with any number of threads
//:
//: The core shares its work among threads. A sum of rounded numbers depends on the order, so results could differ a little from run to run, and a fault that
//: comes once in ten runs is hard to find. So the core cuts work at places that depend on shapes alone, and adds the parts in a fixed order. *Which thread*
//: computes a part does not matter.

//:fold What is measured: `threads`
func threads(in notebook: Notebook) {
    var generator = notebook.generator(3)
    let numbers = (0..<100_000).map { _ in generator.uniform() }
    let (forwards, backwards) = (numbers.reduce(0, +), numbers.reversed().reduce(0, +))
    notebook.say("The same numbers added from the front: \(forwards), from the back: \(backwards)")
    notebook.expect("Order matters to a sum of floats: difference", abs(forwards - backwards), .above(0))

    let picture = Tensor(normalWithMean: 0, shape: [4, 3, 64, 64], using: &generator)
    let network = Sequential(
        Convolution(3, 32, kernel: 3, padding: 1), BatchNorm(32), ReLU(), Convolution(32, 8, kernel: 3, padding: 1)
    ).initialised(using: &generator)
    func gradients(threads: Int) -> [Float] {
        let usual = Threads.count
        defer { Threads.count = usual }
        Threads.count = threads
        let tape = Tape(learning: network.parameters)
        let gradients = tape.gradients(of: network(picture, .training(tape)).squared().mean())
        return network.parameters.flatMap { gradients[$0]?.scalars ?? [] }
    }
    let alone = gradients(threads: 1).map(\.bitPattern)
    for count in [2, 3] {
        let together = gradients(threads: count).map(\.bitPattern)
        notebook.expect(
            "\(count) threads against 1: slopes of \(alone.count) that differ in any bit",
            zip(alone, together).count { $0 != $1 }, exactly: 0)
    }
}
//:end

//: </details>
//:
