import Basics

/// A finite collection of things to learn from, such as the pictures of a folder.
///
/// A sample depends on its index and on what it takes from the generator, and on nothing else: that is what makes a
/// resumed training run the same as an uninterrupted one. Several threads may ask for samples at the same time.
public protocol Samples<Sample>: Sendable {
    associatedtype Sample: Sendable

    var count: Int { get }

    /// Sample number `index`, below `count`. What varies from one look at it to the next (whether it is mirrored, for
    /// instance) comes from the generator.
    func sample(at index: Int, using generator: inout SeededGenerator) throws -> Sample
}

/// A part of a collection: for instance what is held out of it, to be evaluated on.
public struct Subset<Whole: Samples>: Samples {
    public let whole: Whole
    /// The indices in the whole, in the part's order.
    public let indices: [Int]

    public init(of whole: Whole, at indices: [Int]) {
        precondition(
            indices.allSatisfy { (0..<whole.count).contains($0) }, "Subset: an index is not below \(whole.count)")
        self.whole = whole
        self.indices = indices
    }

    public var count: Int { indices.count }

    public func sample(at index: Int, using generator: inout SeededGenerator) throws -> Whole.Sample {
        try whole.sample(at: indices[index], using: &generator)
    }
}
