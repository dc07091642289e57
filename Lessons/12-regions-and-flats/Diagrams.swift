import Figures

/// From lines, dabs and a network's colours to a painter's layers.
func flattingDiagram() -> Diagram {
    Diagram("Who decides what")
        .node("lines", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("dabs", column: 0, row: 1, shape: .ellipse, color: .green)
        .node("network", "the network\nof lesson 10", column: 0.9, row: 2, color: .blue)
        .node("regions", "regions:\nwhere colours end", column: 1.6, row: 0, color: .orange)
        .node("owned", "filled: dabs\nown regions", column: 1.6, row: 1, color: .orange)
        .node("proposal", "proposal:\nsmall, blurred", column: 2.1, row: 2, color: .orange)
        .node("vote", "vote:\nmedian of\neach region", column: 3.2, row: 1, color: .orange)
        .node("flats", "flats, shade,\nlines", column: 4.2, row: 1, shape: .ellipse, color: .orange)
        .edge("lines", "regions").edge("dabs", "owned").edge("regions", "owned")
        .edge("owned", "network").edge("network", "proposal")
        .edge("regions", "vote").edge("owned", "vote").edge("proposal", "vote").edge("vote", "flats")
}
