import TestSupport
import Testing
@testable import Training

@Suite("The tree along which micro-batches are added")
struct ReductionTreeTests {
    /// Numbers whose sum depends on the order.
    private static func numbers(_ microBatch: Int) -> [Float] {
        (0..<37).map { Float(1 + ($0 * 7 + microBatch * 13) % 29) * (microBatch % 3 == 0 ? 1e6 : 1e-2) }
    }

    /// Added by the definition: a range is the sum of its halves.
    private static func expected(_ range: Range<Int>, _ precision: GradientPrecision) -> [Float] {
        var sum: [Float]
        if range.count == 1 {
            sum = numbers(range.lowerBound)
        } else {
            let middle = range.lowerBound + (range.count + 1) / 2
            let right = expected(middle..<range.upperBound, precision)
            sum = zip(expected(range.lowerBound..<middle, precision), right).map { $0 + $1 }
        }
        sum.withUnsafeMutableBufferPointer { precision.round($0) }
        return sum
    }

    private static func sums(
        _ microBatches: Int, _ group: any ProcessGroup, _ precision: GradientPrecision
    ) throws -> [[Float]] {
        let tree = ReductionTree(microBatches: microBatches, processes: group.count)
        let join = TreeJoin(tree, group, precision: precision)
        var sums = PartialSums(tree, rank: group.rank)
        var leaves: [Vector] = []
        for microBatch in ReductionTree.share(of: group.rank, microBatches: microBatches, processes: group.count) {
            let vector = join.pool.take(count: 37)
            _ = vector.numbers.update(fromContentsOf: numbers(microBatch))
            leaves = sums.add(vector, of: microBatch, join) ?? []
        }
        try join.sum(leaves)
        return leaves.map { Array($0.numbers) }
    }

    @Test(
        "All processes get the same sums to the bit, however many they are",
        arguments: [1, 2, 3, 4, 6, 8, 12, 13], GradientPrecision.allCases)
    func sameSums(microBatches: Int, precision: GradientPrecision) throws {
        let expected = Self.expected(0..<microBatches, precision)
        for processes in 1...microBatches {
            for sums in try inProcesses(processes, { try Self.sums(microBatches, $0, precision) }) {
                #expect(!sums.isEmpty && sums.allSatisfy { $0 == expected }, "\(processes) processes")
            }
        }
    }

    @Test("With a power of two of processes each sends the vector less than twice, and bfloat16 half as much")
    func traffic() throws {
        for (precision, width) in [(GradientPrecision.float32, 4), (.bfloat16, 2)] {
            let sent = try inProcesses(8) { group in
                let join = TreeJoin(ReductionTree(microBatches: 8, processes: 8), group, precision: precision)
                let vector = join.pool.take(count: 8000)
                vector.numbers.update(repeating: 1)
                try join.sum([vector])
                return join.bytesSent
            }
            #expect(sent == Array(repeating: 2 * 7000 * width, count: 8))
        }
    }

    @Test("Every micro-batch is some process's, and the shares differ by one at most")
    func shares() {
        for microBatches in 1...20 {
            for processes in 1...microBatches {
                let shares = (0..<processes).map {
                    ReductionTree.share(of: $0, microBatches: microBatches, processes: processes)
                }
                #expect(shares.flatMap(Array.init) == Array(0..<microBatches))
                #expect(shares.map(\.count).max()! - shares.map(\.count).min()! <= 1)
            }
        }
    }

    @Test("Rounding goes to the nearest, to the even one of two, and leaves what is no number alone")
    func rounding() {
        func rounded(_ number: Float) -> Float {
            Float(bitPattern: UInt32(GradientPrecision.upperHalf(of: number)) << 16)
        }
        #expect(
            rounded(1 + 1 / 256) == 1 && rounded(1 + 3 / 256) == 1 + 4 / 256
                && rounded(-1 - 2.5 / 256) == -1 - 2 / 256)
        #expect(rounded(.infinity) == .infinity && rounded(.nan).isNaN && rounded(0).sign == .plus)
        #expect(rounded(Float(bitPattern: 0x7F80_0001)).isNaN && rounded(Float(bitPattern: 0xFFFF_FFFF)).isNaN)
    }

    @Test("What the first process has reaches all, and what all have the first", arguments: 1...9)
    func broadcast(processes: Int) throws {
        let results = try inProcesses(processes) { group in
            let bytes = Array("process \(group.rank)".utf8.prefix(8 + group.rank))
            return (try group.broadcast(bytes), try group.gathered(bytes))
        }
        #expect(results.allSatisfy { $0.0 == Array("process ".utf8) })
        #expect(
            results[0].1.count == processes
                && results[0].1.last == Array("process \(processes - 1)".utf8.prefix(7 + processes)))
        #expect(results.dropFirst().allSatisfy { $0.1.isEmpty })
    }
}
