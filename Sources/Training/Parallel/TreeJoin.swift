import Synchronization

/// Adds up the vectors of all leaves of a tree, over the processes that own them, and gives all of them the sum.
final class TreeJoin: Sendable {
    let tree: ReductionTree
    let group: any ProcessGroup
    let precision: GradientPrecision
    let pool = VectorPool()
    private let sent = Atomic<Int>(0)
    private let messages = Atomic<Int>(0)

    init(_ tree: ReductionTree, _ group: any ProcessGroup, precision: GradientPrecision = .float32) {
        precondition(tree.processes == group.count, "TreeJoin: a tree for \(tree.processes) of \(group.count)")
        (self.tree, self.group, self.precision) = (tree, group, precision)
    }

    /// What this process has sent so far.
    var bytesSent: Int { sent.load(ordering: .relaxed) }

    /// How often it has waited for others so far.
    var exchanges: Int { messages.load(ordering: .relaxed) }

    /// Adds up the vectors of all leaves, of which this process has its own, in the tree's order. Afterwards each of them holds
    /// the sum.
    func sum(_ own: [Vector]) throws {
        let numbers = tree.leaves.indices.filter { tree.leaves[$0].owner == group.rank }
        precondition(numbers.count == own.count, "TreeJoin: \(own.count) vectors for \(numbers.count) leaves")
        let vectors = Dictionary(uniqueKeysWithValues: zip(numbers, own))
        for moves in tree.joins { try pass(moves.map { Step($0) }, vectors) { $0.add($1) } }
        for moves in tree.joins.reversed() {
            try pass(moves.map { Step(reversing: $0) }, vectors) { _ = $0.update(fromContentsOf: $1) }
        }
    }

    /// A move on the way up, or on the way back.
    private struct Step {
        let segments: Range<Int>
        let (source, target): (Int, Int)

        init(_ move: ReductionTree.Move) { (segments, source, target) = (move.segments, move.source, move.target) }

        init(reversing move: ReductionTree.Move) {
            (segments, source, target) = (move.segments, move.target, move.source)
        }
    }

    /// Takes this process's part in steps: what comes, from here or from others, goes through `put` into its place.
    private func pass(
        _ steps: [Step], _ vectors: [Int: Vector],
        put: (UnsafeMutableBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void
    ) throws {
        var outgoing: [(peer: Int, numbers: UnsafeMutableBufferPointer<Float>)] = []
        var incoming: [(peer: Int, numbers: UnsafeMutableBufferPointer<Float>)] = []
        for step in steps {
            let (source, target) = (vectors[step.source], vectors[step.target])
            guard let range = (source ?? target).map({ places(of: step.segments, in: $0.numbers.count) }),
                !range.isEmpty
            else { continue }
            switch (source, target) {
            case (let source?, let target?):
                put(target[range], source[range])
                precision.round(target[range])
            case (let source?, nil): outgoing.append((tree.leaves[step.target].owner, source[range]))
            case (nil, let target?): incoming.append((tree.leaves[step.source].owner, target[range]))
            case (nil, nil): break
            }
        }
        try exchange(outgoing, incoming, put: put)
    }

    /// Where in a vector some segments are.
    private func places(of segments: Range<Int>, in count: Int) -> Range<Int> {
        segments.lowerBound * count / tree.segmentCount..<segments.upperBound * count / tree.segmentCount
    }

    private func exchange(
        _ outgoing: [(peer: Int, numbers: UnsafeMutableBufferPointer<Float>)],
        _ incoming: [(peer: Int, numbers: UnsafeMutableBufferPointer<Float>)],
        put: (UnsafeMutableBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Void
    ) throws {
        guard !outgoing.isEmpty || !incoming.isEmpty else { return }
        let messages = outgoing.map { Message($0.numbers.count, precision, pool, peer: $0.peer, sending: $0.numbers) }
        let answers = incoming.map { Message($0.numbers.count, precision, pool, peer: $0.peer, sending: nil) }
        try group.exchange(messages.map(\.transfer) + answers.map(\.transfer))
        for (answer, place) in zip(answers, incoming) {
            answer.decode()
            put(place.numbers, answer.numbers)
            precision.round(place.numbers)
        }
        for message in messages + answers { message.giveBack(to: pool) }
        sent.wrappingAdd(messages.reduce(0) { $0 + $1.transfer.bytes.count }, ordering: .relaxed)
        self.messages.wrappingAdd(1, ordering: .relaxed)
    }
}

/// Numbers as they are sent: as they are, or their upper halves.
private struct Message {
    let numbers: UnsafeMutableBufferPointer<Float>
    let transfer: Transfer
    /// The memory that was lent for it.
    private let lent: Vector?
    private let precision: GradientPrecision

    /// A message of the given numbers, or room for one of so many.
    init(
        _ count: Int, _ precision: GradientPrecision, _ pool: VectorPool, peer: Int,
        sending given: UnsafeMutableBufferPointer<Float>?
    ) {
        self.precision = precision
        let isWhole = precision == .float32
        let vector = given == nil || !isWhole ? pool.take(count: count) : nil
        lent = vector
        numbers = given ?? vector?.numbers ?? UnsafeMutableBufferPointer(start: nil, count: 0)
        let raw = UnsafeMutableRawBufferPointer(isWhole ? numbers : vector?.numbers ?? numbers)
        let bytes = UnsafeMutableRawBufferPointer(rebasing: raw[..<(count * precision.width)])
        if let given, !isWhole {
            for (index, number) in given.enumerated() {
                bytes.storeBytes(
                    of: GradientPrecision.upperHalf(of: number), toByteOffset: 2 * index, as: UInt16.self)
            }
        }
        transfer = given == nil ? .receive(bytes, from: peer) : .send(bytes, to: peer)
    }

    /// Makes numbers of what has come, in its place: from the last one on, so that none is written over before it is read.
    func decode() {
        guard precision == .bfloat16 else { return }
        for index in numbers.indices.reversed() {
            let half = transfer.bytes.load(fromByteOffset: 2 * index, as: UInt16.self)
            numbers[index] = Float(bitPattern: UInt32(half) << 16)
        }
    }

    func giveBack(to pool: VectorPool) { if let lent { pool.give(lent) } }
}
