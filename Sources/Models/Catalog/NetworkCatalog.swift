/// The networks of the project, by name.
public enum NetworkCatalog {
    public static let all = [
        colorizer, colorizerDiscriminator, denseVAE, faceVAE, sketchVAE, fineSketchVAE, codeFlow, latentFlow,
        animeGenerator, animeDiscriminator, animeGeneratorV2, lightAnimeGenerator, cartoonGAN, comixGAN, vgg19,
        dcganGenerator, dcganDiscriminator, illustrationGenerator, latentPredictor, illustrationDiscriminator,
    ]

    public static let colorizer = NetworkDescription(
        name: "colorizer", purpose: "colours a line drawing along hints (U-net)", exampleSide: 128, UNet.self)

    public static let colorizerDiscriminator = NetworkDescription(
        name: "colorizer-discriminator", purpose: "tells coloured pictures from true ones", exampleSide: 128,
        ColorizerDiscriminator.self)

    public static let denseVAE = NetworkDescription(
        name: "dense-vae", purpose: "makes codes of small grey pictures, and the pictures of codes",
        exampleSide: DenseVAE.side, DenseVAE.self)

    public static let faceVAE = NetworkDescription(
        name: "face-vae", purpose: "makes codes of faces, and faces of codes", exampleSide: FaceVAE.side, FaceVAE.self
    )

    public static let sketchVAE = NetworkDescription(
        name: "sketch-vae", purpose: "makes codes of faces as lines and cut paper, and these of codes",
        exampleSide: SketchVAE.side, SketchVAE.self)

    public static let fineSketchVAE = NetworkDescription(
        name: "fine-sketch-vae", purpose: "makes maps of codes of fine sketches of faces, and these of codes",
        exampleSide: FineSketchVAE.side, FineSketchVAE.self)

    public static let codeFlow = NetworkDescription(
        name: "code-flow", purpose: "leads noise to maps of codes, given what a face is like (flow matching)",
        exampleSide: FineSketchVAE.codeSide, CodeFlow.self)

    public static let latentFlow = NetworkDescription(
        name: "latent-flow", purpose: "leads the normal distribution to a VAE's codes (flow matching)",
        exampleSide: 1,
        LatentFlow.self)

    public static let animeGenerator = NetworkDescription(
        name: "animegan-v1", purpose: "makes photos look drawn (AnimeGAN)", exampleSide: 64, AnimeGenerator.self)

    public static let animeDiscriminator = NetworkDescription(
        name: "animegan-v1-discriminator", purpose: "tells what looks drawn from what does not", exampleSide: 64,
        AnimeDiscriminator.self)

    public static let animeGeneratorV2 = NetworkDescription(
        name: "animegan-v2", purpose: "makes photos look drawn (AnimeGANv2)", exampleSide: 64, AnimeGeneratorV2.self)

    public static let lightAnimeGenerator = NetworkDescription(
        name: "animegan-light", purpose: "makes photos look drawn (our own light generator)", exampleSide: 64,
        LightAnimeGenerator.self)

    public static let cartoonGAN = NetworkDescription(
        name: "cartoongan", purpose: "makes photos look drawn (CartoonGAN; takes and gives BGR)", exampleSide: 64,
        CartoonGAN.self)

    public static let comixGAN = NetworkDescription(
        name: "comixgan", purpose: "makes photos look like comics (ComixGAN)", exampleSide: 64, ComixGAN.self)

    public static let vgg19 = NetworkDescription(
        name: "vgg19", purpose: "says what a picture shows, to conv4_4 (VGG19)", exampleSide: 64, FeatureNetwork.self)

    public static let dcganGenerator = NetworkDescription(
        name: "dcgan-generator", purpose: "makes faces of codes (DCGAN)", exampleSide: 1, DCGANGenerator.self)

    public static let dcganDiscriminator = NetworkDescription(
        name: "dcgan-discriminator", purpose: "tells true faces from made ones (DCGAN)",
        exampleSide: 64, DCGANDiscriminator.self)

    public static let illustrationGenerator = NetworkDescription(
        name: "illustration-gan-generator", purpose: "makes faces of codes (IllustrationGAN)", exampleSide: 1,
        IllustrationGenerator.self)

    public static let latentPredictor = NetworkDescription(
        name: "illustration-gan-predictor", purpose: "reads the code again from a face that is being made",
        exampleSide: 1, LatentPredictor.self)

    public static let illustrationDiscriminator = NetworkDescription(
        name: "illustration-gan-discriminator", purpose: "tells true faces from made ones, a batch at a time",
        exampleSide: 64, IllustrationDiscriminator.self)

    /// The network of the given name; nil if there is none.
    public static func network(named name: String) -> NetworkDescription? { all.first { $0.name == name } }

    /// The network whose parameters have the given names or most of them, or whose published names are among them; nil if
    /// there is none.
    public static func network(holding names: [String]) -> NetworkDescription? { likeness(of: names)?.network }

    /// The network whose parameters have the given names or most of them, in words; nil if there is none.
    static func networkHolding(_ names: [String]) -> String? {
        likeness(of: names).map { network, share in
            "the network \(network.name)" + (share == 1 ? "" : ", changed or not complete")
        }
    }

    /// The network that names are likest to, and the share of the names that it has in common with them.
    private static func likeness(of names: [String]) -> (network: NetworkDescription, share: Double)? {
        if let network = all.first(where: { network in network.published.contains { $0.scope(in: names) != nil } }) {
            return (network, 1)
        }
        // Old files lack the counters of batch norm.
        func essential(_ names: [String]) -> Set<String> {
            Set(names.filter { !$0.hasSuffix(".num_batches_tracked") })
        }
        let names = essential(names)
        let likeness = all.map { network in
            let own = essential(network.keyNames)
            return (network, Double(own.intersection(names).count) / Double(max(1, own.union(names).count)))
        }
        guard let best = likeness.max(by: { $0.1 < $1.1 }), best.1 > 0.5 else { return nil }
        return best
    }
}
