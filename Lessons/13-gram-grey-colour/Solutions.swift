/// Our answers.
struct Solutions: GramAnswers {
    /// A picture of twice the side has four times the places: without the division its style loss is four times as large, and so is its
    /// part in the sum.
    func divisor(side: Int) -> Int { 512 * (side / 8) * (side / 8) }

    /// Channels that are never active together have 0 between them.
    func gram(of rows: [[Double]]) -> [[Double]] {
        let count = rows.reduce(0) { $0 + $1.count }
        return rows.map { one in
            rows.map { other in zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(count) }
        }
    }

    /// Beyond delta it does not grow any more: there, small and large differences pull alike.
    func slopeOfHuber(at difference: Double, delta: Double) -> Double { min(delta, max(-delta, difference)) }

    /// A change of Y alone is the same for red, green and blue, since U and V are scaled differences from Y.
    func recolored(drawn: [Double], photograph: [Double]) -> [Double] {
        func brightness(_ rgb: [Double]) -> Double { 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] }
        let change = brightness(drawn) - brightness(photograph)
        return photograph.map { $0 + change }
    }
}
