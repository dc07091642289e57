/// Which of the batches are made here, where each step's batch is cut into parts and several processes share them.
///
/// Parts of batches of `size` are themselves batches of `size / parts`, under the numbers `step * parts + part`, and hold the same
/// samples: a `BatchPlan` cuts one endless row.
public struct BatchShare: Sendable, Equatable {
    /// The parts of a step's batch.
    public let parts: Int
    /// Those of them that are made here.
    public let own: Range<Int>

    /// Whole batches, and all of them.
    public static let whole = BatchShare(parts: 1, own: 0..<1)

    public init(parts: Int, own: Range<Int>) {
        precondition(!own.isEmpty && own.lowerBound >= 0 && own.upperBound <= parts, "BatchShare: \(own) of \(parts)")
        (self.parts, self.own) = (parts, own)
    }

    /// The number, among all parts, of the one that is asked for here in its `turn`.
    func number(inTurn turn: Int) -> Int { turn / own.count * parts + own.lowerBound + turn % own.count }

    /// In which turn a part is asked for here, in a row without gaps, so that the next one can be prepared ahead.
    public func turn(step: Int, part: Int) -> Int {
        precondition(own.contains(part), "BatchShare: part \(part) is another process's; \(own) are made here")
        return step * own.count + part - own.lowerBound
    }
}
