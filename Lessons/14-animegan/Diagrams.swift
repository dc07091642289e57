import Figures

/// What each of the five terms of the generator's loss compares the picture with.
func voicesDiagram() -> Diagram {
    let voices: [(name: String, wants: String, source: String?)] = [
        ("adversarial", "adversarial: the discriminator\ntakes it for a drawing", "drawings"),
        ("style", "grey style: Gram matrix\nas of a grey drawing", "drawings"),
        ("content", "content: features\nas of the photograph", "photograph"),
        ("colour", "colour: Y, U and V\nas of the photograph", "photograph"),
        ("variation", "total variation (version 2):\nneighbours alike", nil),
    ]
    let whole = Diagram("Five voices: two pull towards drawings, two back to the photograph, one smooths")
        .node("given", "photograph", column: 0, row: 2, shape: .ellipse, color: .green)
        .node("generator", column: 0.55, row: 2)
        .node("picture", column: 1, row: 2, shape: .ellipse, color: .orange)
        .node("drawings", column: 2.7, row: 0.5, shape: .ellipse, color: .green)
        .node("photograph", column: 2.7, row: 2.5, shape: .ellipse, color: .green)
        .edge("given", "generator").edge("generator", "picture")
    return voices.enumerated().reduce(whole) { diagram, voice in
        let (name, wants, source) = voice.element
        // The outer ones stand back, so that their arrows pass the inner ones.
        let column = 1.95 - 0.08 * abs(Double(voice.offset) - 2)
        let next = diagram.node(name, wants, column: column, row: Double(voice.offset), color: .vermillion)
            .edge("picture", name)
        return source.map { next.edge($0, name) } ?? next
    }
}
