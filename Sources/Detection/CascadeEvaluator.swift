/// A cascade laid out for integral pictures of one width, so that a window is judged without looking anything up.
struct CascadeEvaluator {
    /// The corners of each stump's pattern, sixteen for each.
    private let corners: [Int32]
    private let stumps: [Cascade.Stump]
    /// Where each stage's stumps end, and the least sum of votes.
    private let ends: [Int]
    private let thresholds: [Double]

    init(_ cascade: Cascade, stride: Int) {
        let cornersOfPatterns = cascade.patterns.map { $0.corners(stride: stride) }
        stumps = cascade.stages.flatMap(\.stumps)
        corners = stumps.flatMap { cornersOfPatterns[$0.pattern] }
        var (end, ends) = (0, [Int]())
        for stage in cascade.stages {
            end += stage.stumps.count
            ends.append(end)
        }
        self.ends = ends
        thresholds = cascade.stages.map { Double($0.threshold - Cascade.slack) }
    }

    /// The places of an integral picture's row at which every stage lets the window pass.
    ///
    /// Places are `step` columns apart, and those that already the first stage rejects are followed by two steps: what is
    /// so unlike a face has no face beside it. Such a coarse search is OpenCV's.
    func acceptedColumns(
        ofRow row: UnsafePointer<UInt32>, count: Int, step: Int, into accepted: (Int) -> Void
    ) {
        corners.withUnsafeBufferPointer { corners in
            stumps.withUnsafeBufferPointer { stumps in
                var column = 0
                while column < count {
                    let rejecting = rejectingStage(row + column, corners, stumps)
                    if rejecting == nil { accepted(column) }
                    column += rejecting == 0 ? 2 * step : step
                }
            }
        }
    }

    /// Whether every stage lets the window in the corner of an integral picture pass.
    func accepts(_ picture: IntegralPicture) -> Bool {
        picture.sums.withUnsafeBufferPointer { sums in
            corners.withUnsafeBufferPointer { corners in
                stumps.withUnsafeBufferPointer { stumps in
                    sums.baseAddress.map { rejectingStage($0, corners, stumps) == nil } ?? false
                }
            }
        }
    }

    @inline(__always)
    private func rejectingStage(
        _ window: UnsafePointer<UInt32>, _ corners: UnsafeBufferPointer<Int32>,
        _ stumps: UnsafeBufferPointer<Cascade.Stump>
    ) -> Int? {
        // Without stages there are no corners, and nobody rejects.
        guard let corners = corners.baseAddress else { return nil }
        var next = 0
        for stage in ends.indices {
            var votes = 0.0
            while next < ends[stage] {
                let category = category(at: window, corners + next * BlockPattern.cornerCount)
                let isInside = stumps[next].categories.contains(category)
                votes += Double(isInside ? stumps[next].voteInside : stumps[next].voteOutside)
                next += 1
            }
            if votes < thresholds[stage] { return stage }
        }
        return nil
    }
}
