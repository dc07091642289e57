import Figures

/// A picture through a code and back, and what it costs.
func autoencoderDiagram() -> Diagram {
    Diagram("An autoencoder")
        .node("x", "picture x", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("encoder", column: 0.75, row: 0)
        .node("z", "code z", column: 1.5, row: 0, shape: .ellipse, color: .orange)
        .node("decoder", column: 2.25, row: 0)
        .node("p", "probabilities p", column: 3, row: 0, shape: .ellipse, color: .orange)
        .node("cost", "−log p(x|z)\nof the given x", column: 3.75, row: 0, color: .vermillion)
        .edge("x", "encoder").edge("encoder", "z").edge("z", "decoder").edge("decoder", "p").edge("p", "cost")
}

/// The code is drawn, from noise that no weight can change, so that the way back to the encoder stays open.
func variationalAutoencoderDiagram() -> Diagram {
    Diagram("A variational autoencoder, with the reparameterisation")
        .node("x", "picture x", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("encoder", column: 0.75, row: 0)
        .node("mean", "mean µ", column: 1.5, row: -0.7, shape: .ellipse, color: .orange)
        .node("deviation", "deviation σ", column: 1.5, row: 0.7, shape: .ellipse, color: .orange)
        .node("z", "z = µ + σ ε", column: 2.25, row: 0, color: .orange)
        .node("noise", "ε from N(0, 1)", column: 2.25, row: 1.4, shape: .ellipse, color: .green)
        .node("prior", "KL[q(z|x)‖N(0, 1)]", column: 2.25, row: -1.4, color: .vermillion)
        .node("decoder", column: 3, row: 0)
        .node("p", "probabilities p", column: 3.75, row: 0, shape: .ellipse, color: .orange)
        .node("cost", "−log p(x|z)\nof the given x", column: 3.75, row: -1.4, color: .vermillion)
        .edge("x", "encoder").edge("encoder", "mean").edge("encoder", "deviation")
        .edge("mean", "z").edge("deviation", "z").edge("noise", "z")
        .edge("mean", "prior").edge("deviation", "prior")
        .edge("z", "decoder").edge("decoder", "p").edge("p", "cost")
}
