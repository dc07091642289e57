import Colorization
import Drawings
import Figures
import LessonKit
import Models
import Networks
import Pictures
import TensorCore
import Training

//: ## Usual colours
//:
//: What should a network paint where nobody dabbed? With absolute errors it answers with the *median* of all that it
//: met. Drawn faces have hair of thirty-three colours, and the median is grey. So we change the data: in a share of the faces, drawn for each thing by itself,
//: the hair is chestnut, the eyes blue, the skin peach, the clothes blue. Beyond one half, that colour is the median. It is so
//: even sooner, since the other colours lie on both sides of it. From the other faces the network still learns to follow hints. The network from above
//: goes on learning three times, with usual colours in none, a half and three quarters of the faces.

/// A network that went on learning from faces of which a share has usual colours.
func learnUsual(_ chance: Float, from paint: Taught, _ plan: Plan, in notebook: Notebook) throws -> Taught {
    let network = try copy(of: paint.network)
    let adam = Adam(network, learningRate: 3e-3)
    let batches = try plan.dataset.batches(usualChance: chance, seed: notebook.seed)
    let steps = 2 * plan.gameSteps
    var run = notebook.trainingRun("usual in \(chance)", steps: steps, settings: ["usual": "\(chance)"])
    run.keep(network, adam, as: "network")
    let log = try run.train(resuming: notebook.isResuming) { step, generator in
        let batch = try batches.batch(at: plan.steps + step)
        let tape = Tape(learning: network.parameters)
        let loss = errorInYUV(
            network(example(batch, reach: plan.reach, using: &generator), .tuning(tape)), batch.color)
        adam.learningRate = 3e-3 * (1 - 0.9 * Double(step) / Double(steps))
        adam.step(tape.gradients(of: loss))
        return ["YUV error": loss.item]
    }
    return Taught(network: network, reach: paint.reach, size: paint.size, log: log)
}

//:fold What is measured and drawn: `copy`, `usualColors`
/// Another network with the same weights, which goes on by itself.
func copy(of network: UNet) throws -> UNet {
    var weights = Checkpoint()
    weights.store(network)
    return try UNet.restore(from: weights)
}

func usualColors(_ paint: Taught, _ plan: Plan, in notebook: Notebook) throws {
    let chances: [Float] = [0, 0.5, 0.75]
    let taught = try chances.map { try learnUsual($0, from: paint, plan, in: notebook) }
    let pictures = taught.map { network in plan.dataset.heldOut.map { network.colorizer.color($0.lines) } }
    try notebook.show(
        PictureGrid(
            "",
            rows: (0..<4).map { index in
                let pair = plan.dataset.heldOut[index]
                return [pair.lines] + pictures.map { $0[index] } + [pair.color]
            },
            columnTitles: ["lines"] + chances.map { "\(Int(100 * $0)) % usual" } + ["true"], cellWidth: 128),
        named: "usual", "Without a dab, after faces with usual colours in none, a half, three quarters of the cases.")
    let regions: [(Region, String)] = [(.hair, "hair"), (.skin, "skin"), (.clothes, "clothes")]
    let chromas = pictures.map { pictures in regions.map { chroma(of: $0.0, in: pictures, plan) } }
    let evaluated = taught.map { ColorizerEvaluation(of: $0.colorizer, on: plan.dataset.heldOut) }
    notebook.table(
        ["usual colours", "chroma of hair", "of skin", "of clothes", "error in hinted areas"],
        chances.indices.map { index in
            ["\(Int(100 * chances[index])) %"] + chromas[index].map { rounded($0) } + [
                rounded(evaluated[index].obedience.value)
            ]
        })
    notebook.expect(
        "Usual in three quarters, hair has colour: chroma over that of none", chromas[2][0] / chromas[0][0],
        .above(2))
    notebook.expect(
        "And it listens hardly worse: error in hinted areas over that of none",
        evaluated[2].obedience.value / evaluated[0].obedience.value, .below(1.2))
}

/// The mean chroma in CIELAB of a region in pictures of the held-out faces.
func chroma(of region: Region, in pictures: [Picture], _ plan: Plan) -> Double {
    let chromas = RegionColors(region, of: plan.dataset.heldOut, paintedAs: pictures).painted.map {
        Double($0.chroma)
    }
    return chromas.reduce(0, +) / Double(chromas.count)
}
//:end

//: At one half the usual colour is the median already, but the pull towards it is weaker than at three quarters: in the short run hair takes it, in the long run only patches of hair have come so far. Clothes do not get there: in the long run three quarters of blue leave them nearly grey, and skin hardly gains.
//:
//: The pale patches in the faces have about the colour of the background. Far from any line, networks of so short a training
//: hardly tell the two apart.
//:
