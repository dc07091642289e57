import Glibc

/// What an axis says and how it counts.
struct Axis: Sendable {
    var label = ""
    var isLogarithmic = false
    /// The values it shows, if the figure says so itself.
    var range: ClosedRange<Double>?
    /// Names at values in place of numbers.
    var names: [(name: String, value: Double)] = []
}

/// The values from one end of an axis to the other.
struct AxisScale: Sendable {
    let lower: Double
    let upper: Double
    let isLogarithmic: Bool

    /// A scale over `values` with some space beyond them; nil if none of them can be shown.
    ///
    /// The space is `padding` times the length. An end in `anchors`, such as the zero that bars stand on, gets none.
    init?(showing values: some Sequence<Double>, on axis: Axis, padding: Double, anchors: [Double] = []) {
        isLogarithmic = axis.isLogarithmic
        if let range = axis.range {
            (lower, upper) = (range.lowerBound, range.upperBound)
            return
        }
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where Self.canShow(value, axis.isLogarithmic) {
            low = min(low, value)
            high = max(high, value)
        }
        guard low <= high else { return nil }
        let width = axis.isLogarithmic ? log10(high / low) : high - low
        // The values of a constant differ by less than its rounding.
        let isConstant = width <= (axis.isLogarithmic ? 1e-9 : 1e-9 * max(abs(low), abs(high)))
        if axis.isLogarithmic {
            let space = isConstant ? 0.5 : padding * width
            (lower, upper) = (low * pow(10, -space), high * pow(10, space))
        } else {
            let space = isConstant ? (high == 0 ? 1 : abs(high) / 2) : padding * width
            // Space that would lead into negative numbers, of which there are none, ends at zero.
            let reachesZero = low > 0 && low < space
            lower = anchors.contains(low) ? low : reachesZero ? 0 : low - space
            upper = anchors.contains(high) && !isConstant ? high : high + space
        }
    }

    /// Whether a value has a place on an axis of this kind.
    static func canShow(_ value: Double, _ isLogarithmic: Bool) -> Bool {
        value.isFinite && (!isLogarithmic || value > 0)
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper.
    func fraction(of value: Double) -> Double {
        isLogarithmic ? log(value / lower) / log(upper / lower) : (value - lower) / (upper - lower)
    }

    /// The value that lies at a fraction.
    func value(at fraction: Double) -> Double {
        isLogarithmic ? lower * pow(upper / lower, fraction) : lower + (upper - lower) * fraction
    }
}

// MARK: - Ticks

extension AxisScale {
    /// Where the numbers of an axis stand.
    enum Ticks: Equatable {
        /// At all multiples, written after a format of C.
        case every(Double, format: String)
        /// At these values; those without a name are small ones.
        case at([Tick])
    }

    struct Tick: Equatable {
        let value: Double
        let name: String?
    }

    /// Ticks at round values, at most about `count` of them.
    func ticks(atMost count: Int) -> Ticks {
        isLogarithmic ? logarithmicTicks(atMost: count) : linearTicks(atMost: count)
    }

    private func linearTicks(atMost count: Int) -> Ticks {
        let step = Self.roundStep((upper - lower) / Double(max(count, 2)))
        let largest = max(abs(lower), abs(upper))
        if largest >= 1e-3, largest < 1e5, step >= 1e-4 {
            return .every(step, format: "%.\(Self.decimals(of: step))f")
        }
        return .at(multiples(of: step))
    }

    private func multiples(of step: Double) -> [Tick] {
        let indices = Int((lower / step).rounded(.up))...Int((upper / step).rounded(.down))
        return indices.map { Tick(value: Double($0) * step, name: Self.name(Double($0) * step, step: step)) }
    }

    /// 1, 2 or 5 times a power of ten, and not less than `least`.
    static func roundStep(_ least: Double) -> Double {
        let power = pow(10, floor(log10(least)))
        for factor in [1, 2, 5] where Double(factor) * power >= least * 0.999_999 {
            return Double(factor) * power
        }
        return 10 * power
    }

    private static func decimals(of step: Double) -> Int {
        max(0, -Int(floor(log10(step * 1.000_001))))
    }

    /// A very large or very small number: 20k, 1.5M, 2×10⁻⁵.
    static func name(_ value: Double, step: Double) -> String {
        if abs(value) < step / 2 { return "0" }
        let sign = value < 0 ? "−" : ""
        let size = abs(value)
        for (unit, suffix) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where size < 1e12 && size >= unit * 0.999_999 {
            return sign + Script.formatted("%.4g", size / unit) + suffix
        }
        if size >= 1e-3, size < 1e12 { return sign + Script.formatted("%.4g", size) }
        let exponent = Int(floor(log10(size) + 1e-9))
        let factor = Script.formatted("%.4g", size / pow(10, Double(exponent)))
        return sign + (factor == "1" ? "" : "\(factor)×") + power(exponent)
    }

    /// Ten to an integer power: 10⁻³.
    static func power(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return "10" + (exponent < 0 ? "⁻" : "")
            + String(abs(exponent).description.compactMap(\.wholeNumberValue).map { digits[$0] })
    }

    private func logarithmicTicks(atMost count: Int) -> Ticks {
        let exponents = Int(floor(log10(lower) + 1e-9))...Int(ceil(log10(upper) - 1e-9))
        let isWithin = { (value: Double) in value >= lower * 0.999_999 && value <= upper * 1.000_001 }
        let powers = exponents.filter { isWithin(pow(10, Double($0))) }
        // With fewer than three powers of ten the numbers between them are needed, or nothing could be read.
        if powers.count < 3 { return narrowLogarithmicTicks(exponents, isWithin) }
        let arePlain = powers.allSatisfy((-3...3).contains)
        let stride = max(1, (powers.count + count - 1) / count)
        var ticks: [Tick] = []
        for exponent in exponents {
            for digit in 1...9 {
                let value = Double(digit) * pow(10, Double(exponent))
                guard isWithin(value), stride == 1 || digit == 1 else { continue }
                let isNamed = digit == 1 && (exponent - powers[0]).isMultiple(of: stride)
                let name = arePlain ? Script.formatted("%g", value) : Self.power(exponent)
                ticks.append(Tick(value: value, name: isNamed ? name : nil))
            }
        }
        return .at(ticks)
    }

    private func narrowLogarithmicTicks(_ exponents: ClosedRange<Int>, _ isWithin: (Double) -> Bool) -> Ticks {
        let decades = log10(upper / lower)
        if decades < 0.5 {
            // gnuplot multiplies by the step of a logarithmic axis, so these are given one by one.
            return .at(multiples(of: Self.roundStep((upper - lower) / 6)))
        }
        let named: Set<Int> = decades > 1.2 ? [1, 2, 5] : [1, 2, 3, 4, 5, 6, 8]
        var ticks: [Tick] = []
        for exponent in exponents {
            for digit in 1...9 {
                let value = Double(digit) * pow(10, Double(exponent))
                guard isWithin(value) else { continue }
                ticks.append(Tick(value: value, name: named.contains(digit) ? Self.name(value, step: value) : nil))
            }
        }
        return .at(ticks)
    }
}
