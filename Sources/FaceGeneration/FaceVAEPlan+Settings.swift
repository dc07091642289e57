import Training

extension FaceVAEPlan {
    public static let settings: [Setting<FaceVAEPlan>] = [
        .count("width", \.width, in: 1...256, "Channels of the encoder's first map; the article's network has 64."),
        .count(
            "last-map", \.lastMap, in: 1...256, "Channels of the decoder's last map; the article's network has 32."),
        .count("latent", \.latent, in: 1...4096, "The numbers in a code."),
        .count("batch", \.batch, in: 2...1024, "Faces in a step."),
        .count("steps", \.steps, in: 1...100_000_000, "Steps."),
        .number(
            "sigma", \.sigma, in: 1e-4...10,
            "The standard deviation of a pixel around what the decoder says, pictures being in [-1, 1]."),
        .choice("method", \.method, "The optimiser: constantRMSProp, the article's, or fallingAdam."),
        .number(
            "learning-rate", \.learningRate, in: .leastNonzeroMagnitude...1000, "The learning rate at the start."),
        .count("faces", \.faces, in: 1...100_000_000, "Drawn faces to learn from."),
        .flag(
            "plain", \.areFacesPlain, "Learn from plain faces: nothing on the head, hair of one colour, flat paint."),
        .flag("on-paper", \.areFacesOnPaper, "Learn from heads with shoulders on blank paper, to be cut out."),
        .precision(\.precision),
    ]
}
