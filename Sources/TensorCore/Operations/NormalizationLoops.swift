import Basics

// The loops of normalisation over one plane.

/// Σ dy and Σ dy · x̂ of a plane, dy being the gradient before the bend and x̂ the normalised input.
struct PlaneSums: Sendable {
    var change = 0.0
    var product = 0.0
}

/// y = factor · (x - centre) + offset. The centre is the mean, so that numbers that lie far from zero do not lose their
/// digits.
struct PlaneLine: Sendable {
    let centre: Float
    let factor: Float
    let offset: Float
    /// The learnt scale, which is a part of the factor.
    let scale: Double

    init(_ moments: Moments, scale: Float?, shift: Float?) {
        self.scale = Double(scale ?? 1)
        centre = Float(moments.mean)
        let factor = moments.inverseDeviation * self.scale
        self.factor = Float(factor)
        offset = Float(Double(shift ?? 0) - moments.restOfMean * factor)
    }

    @inline(__always)
    func callAsFunction(_ x: Lanes) -> Lanes { factor * (x - centre) + offset }

    /// The line, and the bend after it.
    func run(_ from: UnsafePointer<Float>, _ count: Int, _ slope: Float, to: UnsafeMutablePointer<Float>) {
        mapRun(count, to: to) { index, rest in self(load(from + index, rest)).bent(slope) }
    }

    /// The sums of a plane.
    func sums(
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ count: Int, _ bend: Float, _ moments: Moments
    ) -> PlaneSums {
        var (change, product) = (0.0, 0.0)
        for start in stride(from: 0, to: count, by: 1024) {
            // Short sums in single precision, their sums in double.
            var (changes, products) = (Lanes(), Lanes())
            let end = min(count, start + 1024)
            let whole = end & ~(Lanes.scalarCount - 1)
            for index in stride(from: start, to: whole, by: Lanes.scalarCount) {
                let numbers = load(x + index)
                let change = load(dy + index).unbent(bend, result: self(numbers))
                changes += change
                products += change * (numbers - centre)
            }
            if whole < end {
                let numbers = load(x + whole, end - whole)
                let change = load(dy + whole, end - whole).unbent(bend, result: self(numbers))
                changes += change
                products += change * (numbers - centre)
            }
            change += changes.total
            product += products.total
        }
        // The centre was rounded; the rest is put right.
        return PlaneSums(change: change, product: (product - moments.restOfMean * change) * moments.inverseDeviation)
    }

    /// factor · dy + slope · (x - centre) + level, dy being the gradient before the bend.
    func combine(
        _ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ count: Int, _ bend: Float, slope: Float,
        level: Float,
        to: UnsafeMutablePointer<Float>
    ) {
        mapRun(count, to: to) { index, rest in
            let numbers = load(x + index, rest)
            let change = load(dy + index, rest).unbent(bend, result: self(numbers))
            return factor * change + (slope * (numbers - centre) + level)
        }
    }
}

/// Σ (x - centre)².
func sumOfSquares(_ from: UnsafePointer<Float>, _ count: Int, _ centre: Float) -> Double {
    var total = 0.0
    let whole = count & ~(Lanes.scalarCount - 1)
    for start in stride(from: 0, to: whole, by: 1024) {
        var sums = Lanes()
        for index in stride(from: start, to: min(whole, start + 1024), by: Lanes.scalarCount) {
            let distances = load(from + index) - centre
            sums += distances * distances
        }
        total += sums.total
    }
    for index in whole..<count { total += Double((from[index] - centre) * (from[index] - centre)) }
    return total
}

extension Lanes {
    /// The sum of the sixteen, in double precision.
    var total: Double {
        var sum = 0.0
        for lane in 0..<Lanes.scalarCount { sum += Double(self[lane]) }
        return sum
    }
}
