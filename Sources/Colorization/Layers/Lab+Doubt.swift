import Pictures

extension Lab {
    /// The colour, lighter the greyer it is.
    ///
    /// A network that does not know a colour answers with the middle of all that it might be, which is a grey as dark as they are on
    /// average. A page that is half coloured is no darker where nothing is said. On a page without any dab the network knows least,
    /// and only what is purer keeps its darkness.
    func calmed(besideDabs: Bool) -> Lab {
        let doubt = max(0, 1 - chroma / (besideDabs ? Self.certainChroma : Self.pureChroma))
        let contrast = 1 - (besideDabs ? Self.calming : Self.calmingOfAll) * doubt
        let calm = Lab(lightness: 100 - (100 - lightness) * contrast, a: a, b: b)
        return calm.isPaper ? Self.paper : calm
    }

    /// How much of a region's shade to believe: the less, the greyer it is, and of paper nothing.
    func certainty(besideDabs: Bool) -> Float {
        calmed(besideDabs: besideDabs).isPaper ? 0 : min(1, chroma / Self.certainChroma)
    }

    private var isPaper: Bool { difference(to: Self.paper) < Self.nearPaper }

    private static let paper = Lab(lightness: 100, a: 0, b: 0)
    /// What is nearly paper is paper: a sheet has no tint that nobody asked for.
    private static let nearPaper: Float = 7
    /// From which chroma on a colour is meant, and from which on without any dab.
    private static let (certainChroma, pureChroma): (Float, Float) = (16, 40)
    /// How much of its darkness a grey loses, beside dabs and without any.
    private static let (calming, calmingOfAll): (Float, Float) = (0.6, 0.7)
}
