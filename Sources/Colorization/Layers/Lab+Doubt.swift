import Pictures

extension Lab {
    /// The colour, lighter the greyer it is.
    ///
    /// A network that does not know a colour answers with the middle of all that it might be, which is a grey as dark as they are on
    /// average. A page that is half coloured is no darker where nothing is said. The less of a page dabs own, the less the network
    /// knows, and the purer a colour must be to keep its darkness. `dabbed` is that share, from 0 to 1.
    func calmed(dabbed share: Float) -> Lab {
        let purity = Self.pureChroma + share * (Self.certainChroma - Self.pureChroma)
        let calming = Self.calming + share * (Self.calmingBesideDabs - Self.calming)
        let contrast = 1 - calming * max(0, 1 - chroma / purity)
        let calm = Lab(lightness: 100 - (100 - lightness) * contrast, a: a, b: b)
        return calm.isPaper ? Self.paper : calm
    }

    /// How much of a region's shade to believe: the less, the greyer it is, and of paper nothing.
    func certainty(dabbed share: Float) -> Float {
        calmed(dabbed: share).isPaper ? 0 : min(1, chroma / Self.certainChroma)
    }

    private var isPaper: Bool { difference(to: Self.paper) < Self.nearPaper }

    private static let paper = Lab(lightness: 100, a: 0, b: 0)
    /// What is nearly paper is paper: a sheet has no tint that nobody asked for.
    private static let nearPaper: Float = 7
    /// From which chroma on a colour is meant, beside dabs and without any.
    private static let (certainChroma, pureChroma): (Float, Float) = (16, 40)
    /// How much of its darkness a grey loses, beside dabs and without any.
    private static let (calmingBesideDabs, calming): (Float, Float) = (0.6, 0.7)
}
