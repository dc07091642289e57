import TensorCore

/// A network's gradients, cut into pieces that are sent one by one: the last parameters first, as a walk backwards completes them.
struct GradientBuckets {
    /// Where a parameter's gradient stands.
    struct Place {
        let bucket: Int
        let range: Range<Int>
    }

    /// By the parameter's number.
    let places: [Place]
    /// How many numbers a bucket holds.
    let counts: [Int]
    /// How many parameters stand in a bucket.
    let members: [Int]

    /// Large enough that a message's latency counts little beside its bytes, and small enough that the first one leaves early.
    static let leastCount = 1 << 20

    init(_ parameters: [Parameter], leastCount: Int) {
        var places: [Place] = []
        var (counts, members) = ([Int](), [Int]())
        for parameter in parameters.reversed() {
            if counts.last.map({ $0 >= leastCount }) ?? true {
                counts.append(0)
                members.append(0)
            }
            let (bucket, start) = (counts.count - 1, counts[counts.count - 1])
            let count = parameter.value.count
            places.append(Place(bucket: bucket, range: start..<start + count))
            counts[bucket] += count
            members[bucket] += 1
        }
        (self.places, self.counts, self.members) = (places.reversed(), counts, members)
    }
}
