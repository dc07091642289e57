import Pictures

extension Lab {
    /// The colour, lighter the greyer it is.
    ///
    /// A network that does not know a colour answers with the middle of all that it might be, which is a grey as dark as they are on
    /// average. A page that is half coloured is no darker where nothing is said.
    var calmed: Lab {
        let calm = Lab(lightness: 100 - (100 - lightness) * contrast, a: a, b: b)
        return calm.isPaper ? Self.paper : calm
    }

    /// How much of a region's shade to believe: the less, the greyer it is, and of paper nothing.
    var certainty: Float { calmed.isPaper ? 0 : min(1, chroma / Self.certainChroma) }

    /// How much of its darkness it keeps.
    private var contrast: Float { 1 - Self.calming * max(0, 1 - chroma / Self.certainChroma) }

    private var isPaper: Bool { difference(to: Self.paper) < Self.nearPaper }

    private static let paper = Lab(lightness: 100, a: 0, b: 0)
    /// What is nearly paper is paper: a sheet has no tint that nobody asked for.
    private static let nearPaper: Float = 7
    /// From which chroma on a colour is meant.
    private static let certainChroma: Float = 16
    /// How much of its darkness a grey loses.
    private static let calming: Float = 0.6
}
