/// In which order the vectors of all micro-batches are added, and which process adds what.
///
/// The order is a binary tree that depends on nothing but the number of micro-batches: a range of them is halved in the middle,
/// again and again. So the sums are the same to the bit however many processes there are.
///
/// What lies within one process is added there, and gives its leaves. What reaches over several is joined from there up. The
/// vector is cut into segments, and at each join one half of them is added on the one side and the other half on the other
/// (Rabenseifner, *Optimization of collective reduction operations*, 2004): with a power of two of processes each sends little
/// more than the vector twice, however many they are, and all add.
struct ReductionTree {
    /// Micro-batches of one process that its own part of the tree adds up.
    struct Leaf: Equatable {
        let range: Range<Int>
        let owner: Int
    }

    /// Segments of a leaf's vector that are added to those of another one, in its place.
    struct Move: Equatable {
        let segments: Range<Int>
        /// The numbers of the leaves.
        let source: Int
        let target: Int
    }

    let microBatches: Int
    let processes: Int
    private(set) var leaves: [Leaf] = []
    /// What is added from the leaves up to the root, one join after the other; the way back spreads the sums.
    private(set) var joins: [[Move]] = []
    private(set) var segmentCount = 1

    init(microBatches: Int, processes: Int) {
        precondition(
            (1...microBatches).contains(processes), "ReductionTree: \(microBatches) for \(processes) processes")
        (self.microBatches, self.processes) = (microBatches, processes)
        let root = node(0..<microBatches)
        segmentCount = 1 << root.height
        addJoins(of: root, height: root.height)
    }

    /// The micro-batches of a process: as many as those of others, or one more.
    static func share(of rank: Int, microBatches: Int, processes: Int) -> Range<Int> {
        rank * microBatches / processes..<(rank + 1) * microBatches / processes
    }

    /// Where a range of micro-batches is halved; nil for a single one.
    static func middle(of range: Range<Int>) -> Int? {
        range.count > 1 ? range.lowerBound + (range.count + 1) / 2 : nil
    }

    private func owner(of microBatch: Int) -> Int {
        // The last process whose share begins there or before.
        (0..<processes).last { $0 * microBatches / processes <= microBatch } ?? 0
    }
}

// MARK: - Building

extension ReductionTree {
    private indirect enum Node {
        case leaf(Int)
        case join(Node, Node, height: Int)

        /// The joins from here down to the leaf that is farthest.
        var height: Int {
            switch self {
            case .leaf: 0
            case .join(_, _, let height): height
            }
        }
    }

    private mutating func node(_ range: Range<Int>) -> Node {
        let owner = owner(of: range.lowerBound)
        guard owner != self.owner(of: range.upperBound - 1), let middle = Self.middle(of: range) else {
            leaves.append(Leaf(range: range, owner: owner))
            return .leaf(leaves.count - 1)
        }
        let (left, right) = (node(range.lowerBound..<middle), node(middle..<range.upperBound))
        return .join(left, right, height: max(left.height, right.height) + 1)
    }

    /// In which leaf's vector a segment of a node's sum stands. The lowest joins halve the vector, those above them the halves.
    private func place(of segment: Int, in node: Node, of total: Int) -> Int {
        switch node {
        case .leaf(let number): number
        case .join(let left, let right, let height):
            place(of: segment, in: segment >> (total - height) & 1 == 0 ? left : right, of: total)
        }
    }

    private mutating func addJoins(of node: Node, height total: Int) {
        guard case .join(let left, let right, let height) = node else { return }
        addJoins(of: left, height: total)
        addJoins(of: right, height: total)
        var moves: [Move] = []
        for segment in 0..<segmentCount {
            let isLeft = segment >> (total - height) & 1 == 0
            let target = place(of: segment, in: isLeft ? left : right, of: total)
            let source = place(of: segment, in: isLeft ? right : left, of: total)
            if let last = moves.last, last.source == source, last.target == target,
                last.segments.upperBound == segment
            {
                moves[moves.count - 1] = Move(
                    segments: last.segments.lowerBound..<segment + 1, source: source, target: target)
            } else {
                moves.append(Move(segments: segment..<segment + 1, source: source, target: target))
            }
        }
        joins.append(moves)
    }
}
