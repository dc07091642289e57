import Pictures
import TensorCore

/// The categories of patterns in sample windows, worked out once and looked up for every stump.
struct PatternTable {
    let patterns: [BlockPattern]
    let sampleCount: Int
    /// `patterns × samples` categories.
    let categories: [UInt8]

    /// Windows all have the same sides.
    init(_ patterns: [BlockPattern], in samples: [Picture]) {
        let stride = samples[0].width + 1
        let corners = patterns.flatMap { $0.corners(stride: stride) }
        let (patternCount, sampleCount) = (patterns.count, samples.count)
        self.patterns = patterns
        self.sampleCount = sampleCount
        categories = [UInt8](unsafeUninitializedCapacity: patternCount * sampleCount) { categories, count in
            // Each piece of samples writes its own columns of the table.
            nonisolated(unsafe) let categories = categories
            corners.withUnsafeBufferPointer { corners in
                guard let corners = corners.baseAddress else { return }
                nonisolated(unsafe) let pointer = corners
                inParallelPieces(of: sampleCount, size: 64) { piece in
                    let integrals = samples[piece].map { IntegralPicture($0) }
                    for pattern in 0..<patternCount {
                        let places = pointer + pattern * BlockPattern.cornerCount
                        for sample in piece {
                            integrals[sample - piece.lowerBound].sums.withUnsafeBufferPointer { sums in
                                guard let sums = sums.baseAddress else { return }
                                categories[pattern * sampleCount + sample] = UInt8(category(at: sums, places))
                            }
                        }
                    }
                }
            }
            count = patternCount * sampleCount
        }
    }

    /// The categories of one pattern, a sample after the other.
    func row(_ pattern: Int) -> ArraySlice<UInt8> {
        categories[(pattern * sampleCount)..<((pattern + 1) * sampleCount)]
    }
}
