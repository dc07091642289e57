import Datasets
import Figures
import Files
import LessonKit
import Models
import Pictures
import TensorCore

/// The main job: draw faces, extract lines, train the colorizer, colour faces and drawings that it never saw, and show
/// it all on a page.
public struct ColorizerWorkflow {
    private let options: RunOptions
    private let folder: String
    private let drawings: [String]
    private let plan: ColorizerPlan

    /// `drawings` are files to colour at the end; where there are none, those that were fetched.
    public init(_ options: RunOptions, folder: String, drawings: [String]) {
        self.options = options
        self.folder = folder
        self.drawings = drawings
        plan = ColorizerPlan(for: options.scale)
    }

    public func run() throws {
        // What the user named is looked at first: a wrong name is not to be found out after minutes of training.
        let real = try RealDrawing.open(drawings, size: 4 * plan.size)
        try Gnuplot().check()
        try Files.makeFolder(folder)
        let pictures = try ColorizerPictures(options.data, plan: plan, seed: options.seed)
        Console.say("Learning from \(pictures), held out: \(pictures.heldOutCount) others.")

        let training = ColorizerTraining(plan, folder: "\(folder)/run", options: options)
        let (network, log) = try training.run(on: pictures)
        let colourist = Colourist(network, workingSize: plan.size)
        let judgement = try Judgement(of: network, on: pictures)
        Console.say(judgement.description)

        var page = Page("The pipeline")
        describe(pictures, network, on: &page)
        try showFaces(on: &page)
        try showLoss(log, judgement, on: &page)
        try showHeldOut(judgement, on: &page)
        try show(real, colouredBy: colourist, on: &page)
        try page.write(to: folder)
        Console.say("\(folder)/README.md shows it all; \(training.weightsPath) is for `swift run nurie color`.")
    }
}

// MARK: - The page

extension ColorizerWorkflow {
    private func describe(_ pictures: ColorizerPictures, _ network: UNet, on page: inout Page) {
        page.text(
            """
            A U-net of \(network.parameterCount) parameters (the article's table, its first map \(plan.width) channels wide) \
            learnt to colour line drawings from \(pictures): \(plan.steps) steps of \(plan.batch) pictures of \
            \(plan.size)×\(plan.size) pixels, squared error, Adam with a learning rate of \(plan.learningRate) that falls \
            along half a cosine. Scale \(options.scale.rawValue), seed \(options.seed).
            """)
    }

    private func showFaces(on page: inout Page) throws {
        guard options.data == nil else { return }
        page.heading("What it learns from")
        let faces = DrawnFaces(seed: options.seed, size: 128)
        let rows = (0..<3).map { row in (0..<6).map { faces[6 * row + $0].colour } }
        try PictureGrid("Drawn faces", rows: rows).write(to: folder, named: "faces")
        page.picture("faces.png", "Some of the drawn faces, larger than the network sees them.")
    }

    private func showLoss(_ log: TrainingLog, _ judgement: Judgement, on page: inout Page) throws {
        page.heading("Learning")
        let losses = log["squared error"].map(Double.init)
        let steps = losses.indices.map { Double($0 + 1) }
        try Figure("The colorizer learns", x: "step", y: "squared error per number")
            .curve(steps, losses, "training", smoothing: 0.95)
            .logarithmicY()
            .write(to: folder, named: "loss")
        page.picture("loss.png", "Squared error of each training batch, and its moving mean.")
        page.table(
            ["", "squared error", "PSNR (dB)"],
            [
                ["training, last 100 steps", rounded(log.recentMean("squared error", over: 100)), ""],
                ["held out", rounded(judgement.error), rounded(Judgement.signalToNoise(judgement.error))],
                [
                    "held out, \(Judgement.hintCount) hints", rounded(judgement.hintedError),
                    rounded(Judgement.signalToNoise(judgement.hintedError)),
                ],
                ["held out, the mean colour everywhere", rounded(judgement.meanColourError), ""],
            ])
        page.text(
            """
            What is normal: the error falls fast while the network finds paper and skin, then slowly. It cannot reach zero: \
            nothing in a line says whether hair is red or blue, so squared error settles for a colour between all that \
            are possible, and the result looks like an old photograph. Hints say what the lines cannot.
            """)
    }

    private func showHeldOut(_ judgement: Judgement, on page: inout Page) throws {
        page.heading("Pictures that it never saw")
        try PictureGrid(
            "Held-out drawings",
            rows: judgement.examples.map { [$0.pair.lines, $0.alone, $0.hints, $0.hinted, $0.pair.colour] },
            columnTitles: ["line", "coloured", "hints", "coloured with hints", "true"]
        ).write(to: folder, named: "held-out")
        page.picture(
            "held-out.png",
            """
            Line drawings; what the network makes of them alone; \(Judgement.hintCount) dabs of the true colours; what it \
            makes of both; the true colours.
            """)
    }

    private func show(_ real: [RealDrawing], colouredBy colourist: Colourist, on page: inout Page) throws {
        page.heading("Real line art")
        guard !real.isEmpty else {
            page.text("`Data/fetch question` brings real drawings; or name your own with `--drawing FILE`.")
            return
        }
        var rows: [[Picture]] = []
        for drawing in real {
            let coloured = colourist.colour(drawing.lines)
            try coloured.write(to: "\(folder)/\(drawing.name)-coloured.png")
            var row = [drawing.lines, coloured]
            if let original = drawing.original {
                let hints = drawing.hints(Judgement.hintCount, in: original)
                row += [drawing.lines.showing(dabs: hints), colourist.colour(drawing.lines, hints: hints), original]
            }
            rows.append(row)
        }
        let titles = ["line", "coloured", "hints", "coloured with hints", "as it was drawn"]
        try PictureGrid(
            "Real drawings", rows: rows, columnTitles: Array(titles.prefix(rows.map(\.count).max()!)),
            rowTitles: real.map(\.name)
        ).write(to: folder, named: "real")
        page.picture("real.png", "Drawings by people; the network has seen drawn faces only.")
    }
}
