import ArgumentParser
import Detection
import FaceGeneration
import Files
import Pictures
import Training

/// `nurie evaluate faces`.
struct EvaluateFaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faces",
        abstract: "Measures made-up faces beside drawn ones that no training saw.",
        discussion: """
            Sharpness and spread over those of drawn faces; how far a sample is from the nearest face that was learnt from, over \
            how far drawn ones are that were not; the share that has both its eyes, open or closed; and the share that each detector \
            accepts of both. Nothing is picked.
            """)

    @Option(help: "How many of each.")
    var count = 200

    @Option(help: "Another cascade in OpenCV's format, to be asked beside the project's own.")
    var cascade: [String] = []

    @OptionGroup var faces: FaceOptions

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if !(2...10_000).contains(count) { throw ValidationError("--count \(count): it is between 2 and 10000.") }
    }

    func run() throws {
        threads.apply()
        let sampler = try faces.sampler()
        let own = ("our cascade", try ShippedData.path(of: "face-cascade.xml"), 3)
        let detectors = try ([own] + cascade.map { (Files.name(of: $0), $0, 5) })
            .map { name, path, neighbours in
                (
                    name,
                    FaceDetector(
                        try Cascade(contentsOf: path), minimumNeighbours: neighbours, minimumSide: faces.size / 4)
                )
            }
        let (training, heldOut) = (
            FaceSketches(seed: faces.seed, count: count), FaceSketches(seed: faces.seed, count: count, part: .heldOut)
        )
        var progress = Progress("faces", total: count)
        var (samples, drawn, learnt): ([Picture], [Picture], [Picture]) = ([], [], [])
        var (whole, drawnWhole) = (0, 0)
        for index in 0..<count {
            let seed = faces.seed(index, of: sampler)
            let face = sampler.faces(of: [seed], size: faces.size)[0]
            samples.append(face.painted(in: seed.palette))
            whole += face.eyes.contains(.missing) ? 0 : 1
            let drawnFace = heldOut.drawn(at: index, size: faces.size)
            drawn.append(drawnFace.color)
            drawnWhole += drawnFace.seenEyes.contains(.missing) ? 0 : 1
            learnt.append(training.drawn(at: index, size: faces.size).color)
            progress.update(index + 1)
        }
        progress.finish()
        let evaluation = SampleEvaluation(samples: samples, drawn: drawn, learnt: learnt)
        Console.say(
            """
            sharpness, over drawn faces: \(rounded(evaluation.sharpness))
            spread, over drawn faces: \(rounded(evaluation.spread))
            distance to the nearest face learnt from, over held-out faces: \(rounded(evaluation.novelty))
            no eye missing: \(rounded(Double(whole) / Double(count))) of the samples, \
            \(rounded(Double(drawnWhole) / Double(count))) of drawn faces
            """)
        for (name, detector) in detectors {
            func share(_ pictures: [Picture]) -> Double {
                Double(pictures.count { !detector.faces(in: $0).isEmpty }) / Double(pictures.count)
            }
            let (made, truth) = (share(samples), share(drawn))
            Console.say(
                "\(name) accepts \(rounded(made)) of the samples, \(rounded(truth)) of drawn faces: ratio \(rounded(made / truth))"
            )
        }
    }
}
