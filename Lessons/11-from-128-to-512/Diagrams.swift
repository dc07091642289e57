import Figures

/// The first stage at a quarter of the size, the second at the whole.
func stagesDiagram() -> Diagram {
    Diagram("The first stage chooses colours, the second puts them in their places")
        .node("lines", "lines, at the\nwhole size", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("hints", column: 0, row: 2, shape: .ellipse, color: .green)
        .node("small", "lines, widened\nand made small", column: 0.9, row: 1, color: .orange)
        .node("first", "first stage", column: 1.8, row: 1)
        .node("colours", "its colours,\nenlarged 4 times", column: 2.8, row: 1, color: .orange)
        .node("true", "true colours,\nmade small", column: 1.8, row: 2, shape: .ellipse, color: .green)
        .node("second", "second stage", column: 2.8, row: 0)
        .node("coloured", "coloured\npicture", column: 3.7, row: 0, shape: .ellipse, color: .orange)
        .edge("lines", "small").edge("small", "first").edge("hints", "first").edge("first", "colours")
        .edge("lines", "second").edge("colours", "second").edge("second", "coloured")
        .edge("true", "colours", "one case of five,\nin training", line: .dashed)
}
