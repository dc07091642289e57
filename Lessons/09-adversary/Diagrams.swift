import Figures

/// The colorizer between squared error and its adversary.
func adversaryDiagram() -> Diagram {
    Diagram("Squared error ties the colours to the lines; the adversary judges the colours alone")
        .node("lines", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("colorizer", column: 0.8, row: 0)
        .node("coloured", "coloured\npicture", column: 1.84, row: 0, shape: .ellipse, color: .orange)
        .node("true", "true\npicture", column: 1.84, row: 2, shape: .ellipse, color: .green)
        .node("error", "squared error", column: 0.8, row: 1, color: .vermillion)
        .node("adversary", column: 2.72, row: 1)
        .node("please", "coloured: −log p(genuine),\ntimes a small weight", column: 2.72, row: -1, color: .vermillion)
        .node(
            "judge", "true: −log p(genuine)\ncoloured: −log p(coloured)", column: 2.72, row: 2.2, color: .vermillion
        )
        .edge("lines", "colorizer").edge("colorizer", "coloured")
        .edge("coloured", "error").edge("true", "error").edge("coloured", "adversary").edge("true", "adversary")
        .edge("adversary", "please").edge("adversary", "judge")
        .edge("error", "colorizer", color: .vermillion, line: .dashed)
        .edge("please", "colorizer", color: .vermillion, line: .dashed)
        .edge("judge", "adversary", color: .vermillion, line: .dashed)
}
