import Figures

/// Who sees what in the game of two networks, and whom each loss teaches.
func gameDiagram() -> Diagram {
    Diagram("The game: one discriminator, two losses, two gradients")
        .node("true", "true\npicture x", column: 1.24, row: 0, shape: .ellipse, color: .green)
        .node("code", "random\ncode z", column: 0, row: 1, shape: .ellipse, color: .green)
        .node("generator", "generator\nG", column: 0.62, row: 1)
        .node("made", "made\npicture G(z)", column: 1.24, row: 1, shape: .ellipse, color: .orange)
        .node("discriminator", "discriminator\nD", column: 1.86, row: 0.5)
        .node("loss of D", "−log D(x)\n−log(1 − D(G(z)))", column: 2.6, row: 0.5, color: .vermillion)
        .node("loss of G", "−log D(G(z))", column: 2.6, row: 2.4, color: .vermillion)
        .edge("code", "generator").edge("generator", "made").edge("made", "discriminator")
        .edge("true", "discriminator").edge("discriminator", "loss of D").edge("discriminator", "loss of G")
        .edge("loss of D", "discriminator", color: .vermillion, line: .dashed)
        .edge("loss of G", "generator", "through D and the picture", color: .vermillion, line: .dashed)
}
