import TensorCore

/// A stump of one pattern, fitted to weighted samples by least squares.
struct FittedStump {
    let pattern: Int
    let categories: CategorySet
    /// The mean of the labels (1 a face, -1 not) inside the set and outside.
    let voteInside: Float
    let voteOutside: Float
}

/// The samples that the next stump is chosen by: numbers of faces and of others, and their weights in the same order.
struct WeightedSamples {
    var faces: [Int32] = []
    var faceWeights: [Float] = []
    var others: [Int32] = []
    var otherWeights: [Float] = []
}

extension PatternTable {
    /// The stump that comes nearest to the labels, over all patterns and all sets of categories; the first of equals.
    func bestStump(for samples: WeightedSamples) -> FittedStump {
        var gains = [Float](repeating: 0, count: patterns.count)
        gains.withUnsafeMutableBufferPointer { gains in
            // Each pattern writes its own gain.
            nonisolated(unsafe) let gains = gains
            inParallelPieces(of: patterns.count, size: 64) { piece in
                var balance = CategoryBalance()
                for pattern in piece {
                    balance.weigh(samples, by: row(pattern))
                    gains[pattern] = balance.bestCut().gain
                }
            }
        }
        var best = 0
        for pattern in gains.indices where gains[pattern] > gains[best] { best = pattern }
        var balance = CategoryBalance()
        balance.weigh(samples, by: row(best))
        return balance.stump(of: best)
    }
}

/// How much weight of faces and of others falls into each category of a pattern.
private struct CategoryBalance {
    private var faces = [Float](repeating: 0, count: 256)
    private var others = [Float](repeating: 0, count: 256)
    private var order = [UInt32](repeating: 0, count: 256)

    mutating func weigh(_ samples: WeightedSamples, by categories: ArraySlice<UInt8>) {
        categories.withUnsafeBufferPointer { categories in
            Self.weigh(samples.faces, samples.faceWeights, categories, into: &faces)
            Self.weigh(samples.others, samples.otherWeights, categories, into: &others)
        }
    }

    private static func weigh(
        _ numbers: [Int32], _ weights: [Float], _ categories: UnsafeBufferPointer<UInt8>, into sums: inout [Float]
    ) {
        sums.withUnsafeMutableBufferPointer { sums in
            sums.update(repeating: 0)
            numbers.withUnsafeBufferPointer { numbers in
                weights.withUnsafeBufferPointer { weights in
                    for index in numbers.indices {
                        sums[Int(categories[Int(numbers[index])])] += weights[index]
                    }
                }
            }
        }
    }

    /// The mean label of a category; 0 where no sample is, which mostly ends up on the side of the faces.
    private func mean(_ category: Int) -> Float {
        let weight = faces[category] + others[category]
        return weight > 0 ? (faces[category] - others[category]) / weight : 0
    }

    /// The best way to cut the categories in two.
    ///
    /// There are 2²⁵⁵ ways, but for least squares one of the best keeps the categories in the order of their means
    /// (Breiman and others, *Classification and Regression Trees*, 1984, section 4.2): 255 cuts are tried. The gain is how
    /// much the squared error falls, but for a constant; `count` categories of the order lie before the cut.
    mutating func bestCut() -> (gain: Float, count: Int) {
        sortCategories()
        var (faceSum, otherSum): (Float, Float) = (0, 0)
        for category in 0..<256 {
            faceSum += faces[category]
            otherSum += others[category]
        }
        var best: (gain: Float, count: Int) = (-1, 0)
        var (facesBefore, othersBefore): (Float, Float) = (0, 0)
        for place in 0..<255 {
            let category = Int(order[place] & 255)
            facesBefore += faces[category]
            othersBefore += others[category]
            let (before, after) = (facesBefore + othersBefore, faceSum + otherSum - facesBefore - othersBefore)
            guard before > 1e-7, after > 1e-7 else { continue }
            let difference = facesBefore - othersBefore
            let differenceAfter = faceSum - facesBefore - (otherSum - othersBefore)
            let gain = difference * difference / before + differenceAfter * differenceAfter / after
            if gain > best.gain { best = (gain, place + 1) }
        }
        return best
    }

    /// Sorts by mean, from the least; a mean of 22 bits and its category fit into one word, which sorts fast.
    private mutating func sortCategories() {
        for category in 0..<256 {
            let level = UInt32((mean(category) + 1) * 0x1p22)
            order[category] = level << 8 | UInt32(category)
        }
        order.sort()
    }

    /// The stump of the best cut: inside is what speaks against a face.
    mutating func stump(of pattern: Int) -> FittedStump {
        let count = bestCut().count
        var set = CategorySet()
        for word in order[..<count] { set.insert(Int(word & 255)) }
        func vote(_ words: ArraySlice<UInt32>) -> Float {
            let forFace = words.reduce(Float(0)) { $0 + faces[Int($1 & 255)] }
            let against = words.reduce(Float(0)) { $0 + others[Int($1 & 255)] }
            return forFace + against > 0 ? (forFace - against) / (forFace + against) : 0
        }
        return FittedStump(
            pattern: pattern, categories: set, voteInside: vote(order[..<count]), voteOutside: vote(order[count...]))
    }
}
