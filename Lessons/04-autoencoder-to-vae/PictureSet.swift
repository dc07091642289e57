import Basics
import Datasets
import Files
import LessonKit
import Models
import TensorCore

/// What this lesson learns from: drawn signs, or the pictures that the user named.
struct PictureSet {
    /// Batch number n, of 128 pictures; every network sees the same batches in the same order.
    let batch: (Int) throws -> LabelledBatch
    /// Pictures of the training set, to be compared with.
    let training: LabelledBatch
    /// Pictures that no network learns.
    let test: LabelledBatch
    /// What the classes are called, by label.
    let names: [String]
    /// What must not change when a training run goes on.
    let settings: [String: String]

    /// The pictures that the options name; throws a `FileError` when they are missing, broken or do not fit.
    static func load(for notebook: Notebook) throws -> PictureSet {
        guard let name = notebook.options.run.data else { return try drawn(for: notebook) }
        return try files(named: name, for: notebook)
    }

    private static func drawn(for notebook: Notebook) throws -> PictureSet {
        let (training, test) = notebook.scale.choose(tiny: (300, 60), quick: (12_000, 1000), full: (60_000, 5000))
        return try PictureSet(
            DrawnGlyphs(seed: notebook.seed, count: training),
            test: DrawnGlyphs(seed: notebook.seed, count: test, part: .test), names: DrawnGlyphs.names,
            source: "drawn", seed: notebook.seed)
    }

    private static func files(named name: String, for notebook: Notebook) throws -> PictureSet {
        let training = try LabelledPictures(named: name, part: .training)
        let test = try LabelledPictures(named: name, part: .test)
        func refusal(_ problem: String) -> FileError {
            FileError(path: name, problem: problem, remedy: "Name a set like MNIST: 28×28, every class in both parts")
        }
        for part in [training, test] where part.width != DenseVAE.side || part.height != DenseVAE.side {
            throw refusal("holds pictures of \(part.width)×\(part.height)")
        }
        let count = min(test.count, notebook.scale.choose(tiny: 60, quick: 1000, full: 5000))
        let evaluated = Subset(of: test, at: Array(0..<count))
        let labels = (0..<count).map { test[$0].label }
        let highest = (0..<training.count).map { training[$0].label }.max() ?? 0
        for label in 0...max(highest, labels.max() ?? 0) where !labels.contains(label) {
            throw refusal("has no picture of class \(label) among its first \(count) test pictures")
        }
        let isFashion = name == LabelledPictures.fashionName
        return try PictureSet(
            training, test: evaluated,
            names: isFashion ? LabelledPictures.fashionNames : (0...highest).map(String.init), source: name,
            seed: notebook.seed)
    }

    private init(
        _ training: some Samples<LabelledPicture>, test: some Samples<LabelledPicture>, names: [String],
        source: String, seed: UInt64
    ) throws {
        let batches = try Batches(of: training, size: 128, seed: seed)
        batch = { try batches.batch(at: $0) }
        self.training = try Self.first(4000, of: training)
        self.test = try Self.first(test.count, of: test)
        self.names = names
        settings = ["data": source]
    }

    private static func first(_ count: Int, of pictures: some Samples<LabelledPicture>) throws -> LabelledBatch {
        var generator = SeededGenerator(seed: 0)
        return LabelledBatch(
            try (0..<min(count, pictures.count)).map { try pictures.sample(at: $0, using: &generator) })
    }

    /// The first test pictures of a class, `[count, 1, 28, 28]`.
    func examples(of label: Int, count: Int) -> Tensor {
        let places = test.labels.indices.lazy.filter { test.labels[$0] == label }.prefix(count)
        return Tensor.concatenated(places.map { test.pictures.sliced(axis: 0, $0..<$0 + 1) }, axis: 0)
    }
}
