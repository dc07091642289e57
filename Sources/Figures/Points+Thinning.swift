import Glibc

extension [Point] {
    /// The exponential moving average of y: `past` is the weight of all that was before. Gaps stay gaps.
    func smoothed(by past: Double) -> [Point] {
        var average = 0.0
        var weight = 0.0
        return map { point in
            if !point.y.isFinite { return point }
            average = past * average + (1 - past) * point.y
            weight = past * weight + (1 - past)
            return Point(x: point.x, y: average / weight)
        }
    }

    /// About `limit` points of the line at most, which looks the same: of each run of points the first, the lowest,
    /// the highest and the last, and a gap if there is one. On a logarithmic axis runs are equally wide there.
    func thinned(to limit: Int, onLogarithmicX isLogarithmic: Bool = false) -> [Point] {
        let run = (4 * count + limit - 1) / Swift.max(limit, 4)
        if count <= limit || run <= 4 { return self }
        var kept: [Point] = []
        for indices in isLogarithmic ? runsOfEqualRatio(count / run) : runs(of: run) {
            let finite = indices.filter { self[$0].y.isFinite }
            let gap = indices.first { !self[$0].y.isFinite }
            guard let first = finite.first, let last = finite.last,
                let lowest = finite.min(by: { self[$0].y < self[$1].y }),
                let highest = finite.max(by: { self[$0].y < self[$1].y })
            else {
                kept.append(.nowhere)
                continue
            }
            var chosen: [Int] = []
            for index in [first, lowest, highest, last, gap ?? first].sorted() where chosen.last != index {
                chosen.append(index)
            }
            kept += chosen.map { self[$0] }
        }
        return kept
    }

    private func runs(of length: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: length).map { $0..<Swift.min($0 + length, count) }
    }

    /// Runs of neighbours, between whose ends x grows or shrinks by one factor; at most `number` of them if x goes one way.
    private func runsOfEqualRatio(_ number: Int) -> [Range<Int>] {
        let logarithms = map { $0.x > 0 ? log($0.x) : .nan }
        let finite = logarithms.filter(\.isFinite)
        guard let lowest = finite.min(), let highest = finite.max(), highest > lowest else { return [0..<count] }
        let columns = logarithms.map {
            $0.isFinite ? Swift.min(number - 1, Int(Double(number) * ($0 - lowest) / (highest - lowest))) : nil
        }
        var runs: [Range<Int>] = []
        var start = 0
        for index in indices.dropFirst() where columns[index] != nil && columns[index] != columns[start] {
            runs.append(start..<index)
            start = index
        }
        return runs + [start..<count]
    }

    /// At most about `limit` of the points, picked evenly and the same each time, whatever pattern they have.
    func sampled(to limit: Int) -> [Point] {
        if count <= limit { return self }
        let threshold = UInt64(Double(limit) / Double(count) * 0x1p64)
        return indices.filter { index in
            // The finaliser of SplitMix64: neighbours get unrelated numbers.
            var word = UInt64(index) &* 0x9E37_79B9_7F4A_7C15
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31) < threshold
        }
        .map { self[$0] }
    }
}
