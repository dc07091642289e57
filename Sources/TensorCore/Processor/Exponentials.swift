import Basics

/// eˣ, its inverse and its relatives, sixteen numbers at a time. A call into the C library is one for each number, and
/// costs more than reading and writing it.
///
/// All begin in the same way: the argument is brought into a short range, where a polynomial is as exact as single
/// precision. The polynomials are minimax: of all with so many terms their largest error is the smallest, as Remez's
/// algorithm (1934) finds them. There are no tables and no branches, and only sums, products and quotients, whose
/// rounding is the same on every processor; what a number becomes does not depend on its neighbours.
///
/// Errors are in units of the last place of the exact result, the largest over all Float32 arguments.
extension Lanes {
    /// eˣ, at most 1.1 units off, down to the smallest numbers; infinite above 88.72, 0 below -103.97.
    @inline(__always)
    var exponential: Lanes {
        // Further out it is 0 or infinite all the same, and n stays small.
        let x = replacing(with: -105, where: self .< -105).replacing(with: 90, where: self .> 90)
        let (n, rest) = x.dividedByLogarithmOfTwo
        // Twice half the power: 2¹²⁸ and 2⁻¹⁵⁰ are no normal numbers.
        let half = n &>> 1
        return (1 + rest.exponentialMinusOneNearZero) * Self.power(half) * Self.power(n &- half)
    }

    /// The natural logarithm, at most 1 unit off; -infinity at 0, not a number below.
    @inline(__always)
    var logarithm: Lanes {
        // Numbers too small for a full significand are made larger first.
        let isTiny = self .< .leastNormalMagnitude
        let x = replacing(with: self * 0x1p23, where: isTiny)
        // x = 2ⁿ · m with m from √½ to √2: subtracting the bits of √½ makes the exponent step there.
        let rootOfHalf = SIMD16<Int32>(repeating: 0x3f35_04f3)
        let bits = unsafeBitCast(x, to: SIMD16<Int32>.self) &- rootOfHalf
        let m = unsafeBitCast((bits & 0x007f_ffff) &+ rootOfHalf, to: Lanes.self)
        let n = Self.converted(bits &>> 23) - Lanes.zero.replacing(with: 23, where: isTiny)
        let result = n * Self.logarithmOfTwo.high + (n * Self.logarithmOfTwo.low + (m - 1).logarithmOfOnePlus)
        return result.replacing(with: self, where: .!(self .< .infinity))
            .replacing(with: -.infinity, where: self .== 0).replacing(with: .nan, where: self .< 0)
    }

    /// The hyperbolic tangent, at most 2.6 units off.
    ///
    /// With m = e⁻²ˣ - 1 it is -m / (2 + m), which loses nothing where x is small.
    @inline(__always)
    var hyperbolicTangent: Lanes {
        let doubled = -2 * magnitudes
        let (n, rest) = doubled.replacing(with: -40, where: doubled .< -40).dividedByLogarithmOfTwo
        let power = Self.power(n)
        let m = power * rest.exponentialMinusOneNearZero + (power - 1)
        return (-m / (2 + m)).withSigns(of: self)
    }

    /// The logistic function 1 / (1 + e⁻ˣ), at most 2.5 units off, down to the smallest numbers.
    @inline(__always)
    var logistic: Lanes {
        // Of e⁻ˣ and eˣ the one that is no larger than 1.
        let e = (-magnitudes).exponential
        return Lanes(repeating: 1).replacing(with: e, where: self .< 0) / (1 + e)
    }

    /// log(1 + eˣ), at most 2.1 units off; it neither overflows nor loses what is small.
    @inline(__always)
    var softplus: Lanes {
        replacing(with: 0, where: self .< 0) + (-magnitudes).exponential.logarithmOfOnePlus
    }
}

// MARK: - Short ranges

extension Lanes {
    /// eˣ - 1 for |x| ≤ ½ · log 2, as x + x² · P(x).
    @inline(__always)
    private var exponentialMinusOneNearZero: Lanes {
        let p = 0.5 + self * (0.16666543 + self * (0.0416672 + self * (0.008366527 + self * 0.0013882520)))
        return self + self * self * p
    }

    /// log(1 + x) for -0.3 ≤ x ≤ 1.
    ///
    /// With s = x / (2 + x) it is 2 · artanh(s) = 2s + s · R(s²). As 2s = x - s · x, what is rounded is less than the x that
    /// is not.
    @inline(__always)
    private var logarithmOfOnePlus: Lanes {
        let s = self / (2 + self)
        let z = s * s
        let r = z * (0.6666641 + z * (0.40021706 + z * (0.27999014 + z * 0.2802514)))
        return self - s * (self - r)
    }
}

// MARK: - Ranges and bits

extension Lanes {
    /// log 2 in two parts; the first has so few digits that its products with small whole numbers are exact.
    private static var logarithmOfTwo: (high: Float, low: Float) { (0.693359375, -2.12194440e-4) }

    /// Adding it to a small number leaves no place for a fraction, and the last bits hold the whole number.
    private static var rounder: Float { 0x1.8p23 }

    /// The nearest whole n = x / log 2, and the rest x - n · log 2.
    @inline(__always)
    private var dividedByLogarithmOfTwo: (n: SIMD16<Int32>, rest: Lanes) {
        let shifted = self * 1.442695 + Self.rounder
        let n = shifted - Self.rounder
        let rest = self - n * Self.logarithmOfTwo.high - n * Self.logarithmOfTwo.low
        return (
            unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- Int32(bitPattern: Self.rounder.bitPattern), rest
        )
    }

    /// 2ⁿ for n from -126 to 127: the exponent's bits.
    @inline(__always)
    private static func power(_ n: SIMD16<Int32>) -> Lanes { unsafeBitCast((n &+ 127) &<< 23, to: Lanes.self) }

    /// Small whole numbers as Float32.
    @inline(__always)
    private static func converted(_ n: SIMD16<Int32>) -> Lanes {
        unsafeBitCast(n &+ Int32(bitPattern: rounder.bitPattern), to: Lanes.self) - rounder
    }

    /// |x|.
    @inline(__always)
    private var magnitudes: Lanes {
        unsafeBitCast(unsafeBitCast(self, to: SIMD16<Int32>.self) & 0x7fff_ffff, to: Lanes.self)
    }

    /// The numbers, which are not negative, with the signs of others.
    @inline(__always)
    private func withSigns(of other: Lanes) -> Lanes {
        let signs = unsafeBitCast(other, to: SIMD16<Int32>.self) & Int32.min
        return unsafeBitCast(unsafeBitCast(self, to: SIMD16<Int32>.self) | signs, to: Lanes.self)
    }
}
