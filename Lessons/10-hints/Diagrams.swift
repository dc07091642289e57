import Figures

/// Where the four channels of the colorizer's input come from, in training and in use.
func hintsDiagram() -> Diagram {
    Diagram("Four channels: the line, and a hint in red, green and blue")
        .node("lines", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("true", "in training:\ntrue colours", column: 0, row: 1, shape: .ellipse, color: .green)
        .node("user", "in use:\nyour dabs", column: 0, row: 2, shape: .ellipse, color: .green)
        .node("look", "looked up at\nrandom places", column: 0.75, row: 1, color: .orange)
        .node("hint", "hint, −1 where\nthere is none", column: 1.5, row: 1, color: .orange)
        .node("input", "1 + 3 channels", column: 2.25, row: 0, color: .orange)
        .node("colorizer", column: 3, row: 0)
        .node("coloured", "coloured\npicture", column: 3.75, row: 0, shape: .ellipse, color: .orange)
        .node("error", "error in YUV\nagainst true colours", column: 3.75, row: 1.6, color: .vermillion)
        .edge("lines", "input").edge("true", "look").edge("look", "hint").edge("user", "hint")
        .edge("hint", "input").edge("input", "colorizer").edge("colorizer", "coloured").edge("coloured", "error")
        .edge("error", "colorizer", color: .vermillion, line: .dashed)
}
