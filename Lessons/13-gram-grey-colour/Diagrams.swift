import Figures

/// What each loss of this lesson looks at.
func lossesDiagram() -> Diagram {
    Diagram("What each loss looks at")
        .node("photograph", column: 1, row: 0, shape: .ellipse, color: .green)
        .node("made", "the picture\nthat is moved", column: 1, row: 1, shape: .ellipse, color: .orange)
        .node("drawings", column: 0, row: 2, shape: .ellipse, color: .green)
        .node("grey", "the same,\nmade grey", column: 1, row: 2, shape: .ellipse, color: .green)
        .node("colour", "colour:\nsame Y, U, V?", column: 0, row: 0, color: .vermillion)
        .node("adversary", "adversarial:\na drawing?", column: 0, row: 1, color: .vermillion)
        .node("features", "features", column: 2, row: 1, color: .blue)
        .node("content", "content:\nsame map?", column: 3, row: 0, color: .vermillion)
        .node("style", "grey style: same\nGram matrix?", column: 3, row: 2, color: .vermillion)
        .edge("photograph", "colour").edge("made", "colour")
        .edge("made", "adversary").edge("drawings", "adversary", "yes").edge("grey", "adversary", "no")
        .edge("photograph", "features").edge("made", "features").edge("grey", "features")
        .edge("features", "content").edge("features", "style")
}
