import Training

/// A claim that a lesson makes, measured.
public struct Claim: Sendable {
    /// Where a measurement must lie for the claim to hold.
    public enum Bound: Sendable, CustomStringConvertible {
        case below(Double)
        case above(Double)
        case within(ClosedRange<Double>)
        case near(Double, tolerance: Double)
        /// For counts.
        case exactly(Int)

        func holds(for value: Double) -> Bool {
            switch self {
            case .below(let limit): value < limit
            case .above(let limit): value > limit
            case .within(let range): range.contains(value)
            case .near(let target, let tolerance): abs(value - target) <= tolerance
            case .exactly(let count): value == Double(count)
            }
        }

        public var description: String {
            switch self {
            case .below(let limit): "below \(rounded(limit, digits: 6))"
            case .above(let limit): "above \(rounded(limit, digits: 6))"
            case .within(let range):
                "\(rounded(range.lowerBound, digits: 6)) to \(rounded(range.upperBound, digits: 6))"
            case .near(let target, let tolerance):
                "\(rounded(target, digits: 6)) ± \(rounded(tolerance, digits: 6))"
            case .exactly(let count): "exactly \(count)"
            }
        }
    }

    public let text: String
    public let value: Double
    public let bound: Bound

    /// Whether the claim holds; a value that is no number never does.
    public var holds: Bool { bound.holds(for: value) }

    /// `expect "claim" 0.02 (below 0.1) ok`
    ///
    /// With what a long run measured: `… ok; long run 0.01`.
    func line(isChecked: Bool, longRun: Double? = nil) -> String {
        func number(_ value: Double) -> String {
            if case .exactly = bound { rounded(value, digits: 15) } else { rounded(value, digits: 4) }
        }
        let verdict = holds ? "ok" : isChecked ? "MISSED" : "missed, which does not count at this scale"
        let long = longRun.map { "; long run \(number($0))" } ?? ""
        return "expect “\(text)” \(number(value)) (\(bound)) \(verdict)\(long)"
    }
}

extension Page {
    /// Claims that hold in a line that unfolds; one that does not is always in sight.
    mutating func add(_ claims: [(claim: Claim, longRun: Double?)], isChecked: Bool) {
        let (held, missed) = (claims.filter(\.claim.holds), claims.filter { !$0.claim.holds })
        func text(_ claims: [(claim: Claim, longRun: Double?)]) -> String {
            claims.map { $0.line(isChecked: isChecked, longRun: $1) }.joined(separator: "\n")
        }
        if !held.isEmpty {
            folded(
                held.count == 1 ? "1 claim holds" : "\(held.count) claims hold", code: text(held), language: "text")
        }
        if !missed.isEmpty { code(text(missed), language: "text") }
    }
}
