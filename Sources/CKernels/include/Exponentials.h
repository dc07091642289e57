// eˣ, its inverse and its relatives, sixteen numbers at a time. A call into the C library is one for each number, and
// costs more than reading and writing it.
//
// All begin in the same way: the argument is brought into a short range, where a polynomial is as exact as single
// precision. The polynomials are minimax: of all with so many terms their largest error is the smallest, as Remez's
// algorithm (1934) finds them. There are no tables and no branches, and only sums, products and quotients, each rounded
// by itself: the result is the same on every processor, and what a number becomes does not depend on its neighbours.
//
// Errors are in units of the last place of the exact result, the largest over all Float32 arguments.
//
// They are C because one text serves all instruction sets: `loops.h` is compiled for each, and Swift's loops, which know
// one, inline the same functions.

#ifndef NURIE_EXPONENTIALS_H
#define NURIE_EXPONENTIALS_H

#include <stdint.h>

/// Sixteen numbers; Swift knows them as SIMD16<Float>.
typedef float nurie_float16 __attribute__((ext_vector_type(16)));
typedef int32_t nurie_int16 __attribute__((ext_vector_type(16)));

// Functions of sixteen numbers have a way to be called for each instruction set; these are inlined and not called.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

#define NURIE_INLINE static inline __attribute__((always_inline))
// A product and a sum are two roundings, where the processor could do with one too.
#define NURIE_TWO_ROUNDINGS _Pragma("clang fp contract(off)")

/// Where the mask is set, the first.
NURIE_INLINE nurie_float16 nurie_choose(nurie_int16 mask, nurie_float16 a, nurie_float16 b) {
    return (nurie_float16)((mask & (nurie_int16)a) | (~mask & (nurie_int16)b));
}

NURIE_INLINE nurie_float16 nurie_magnitudes(nurie_float16 x) {
    return (nurie_float16)((nurie_int16)x & 0x7fffffff);
}

// MARK: Ranges

// log 2 in two parts; the first has so few digits that its products with small whole numbers are exact.
#define NURIE_LOG2_HIGH 0.693359375f
#define NURIE_LOG2_LOW -2.12194440e-4f
// Adding it to a small number leaves no place for a fraction, and the last bits hold the whole number.
#define NURIE_ROUNDER 0x1.8p23f
#define NURIE_ROUNDER_BITS 0x4b400000

/// The nearest whole n = x / log 2, in the last bits of a number; what it gives is the rest x - n · log 2.
NURIE_INLINE nurie_float16 nurie_divide_by_log2(nurie_float16 x, nurie_float16 *n) {
    NURIE_TWO_ROUNDINGS
    *n = x * 1.442695f + NURIE_ROUNDER;
    nurie_float16 whole = *n - NURIE_ROUNDER;
#ifdef NURIE_AVX512
    // The product is exact, so that one rounding does what two do.
    x = (nurie_float16)_mm512_fnmadd_ps((__m512)whole, _mm512_set1_ps(NURIE_LOG2_HIGH), (__m512)x);
#else
    x = x - whole * NURIE_LOG2_HIGH;
#endif
    return x - whole * NURIE_LOG2_LOW;
}

/// The whole number.
NURIE_INLINE nurie_int16 nurie_whole(nurie_float16 n) { return (nurie_int16)n - NURIE_ROUNDER_BITS; }

/// 2ⁿ for n from -126 to 127: the exponent's bits.
NURIE_INLINE nurie_float16 nurie_power_of_two(nurie_int16 n) { return (nurie_float16)((n + 127) << 23); }

/// x · 2ⁿ for x near 1, rounded once; n as `nurie_divide_by_log2` gives it.
NURIE_INLINE nurie_float16 nurie_times_power_of_two(nurie_float16 x, nurie_float16 n) {
#ifdef NURIE_AVX512
    return (nurie_float16)_mm512_scalef_ps((__m512)x, (__m512)(n - NURIE_ROUNDER));
#else
    // Twice half the power: 2¹²⁸ and 2⁻¹⁵⁰ are no normal numbers.
    nurie_int16 whole = nurie_whole(n), half = whole >> 1;
    return x * nurie_power_of_two(half) * nurie_power_of_two(whole - half);
#endif
}

// MARK: Short ranges

/// eˣ - 1 for |x| ≤ ½ · log 2, as x + x² · P(x).
NURIE_INLINE nurie_float16 nurie_exponential_minus_one_near_zero(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    nurie_float16 p = 0.5f + x * (0.16666543f + x * (0.0416672f + x * (0.008366527f + x * 0.0013882520f)));
    return x + x * x * p;
}

/// log(1 + x) for -0.3 ≤ x ≤ 1.
///
/// With s = x / (2 + x) it is 2 · artanh(s) = 2s + s · R(s²). As 2s = x - s · x, what is rounded is less than the x that
/// is not.
NURIE_INLINE nurie_float16 nurie_logarithm_of_one_plus(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    nurie_float16 s = x / (2 + x);
    nurie_float16 z = s * s;
    nurie_float16 r = z * (0.6666641f + z * (0.40021706f + z * (0.27999014f + z * 0.2802514f)));
    return x - s * (x - r);
}

// MARK: The functions

/// eˣ, at most 1.1 units off, down to the smallest numbers; infinite above 88.72, 0 below -103.97.
NURIE_INLINE nurie_float16 nurie_exponential(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    // Further out it is 0 or infinite all the same, and n stays small.
    x = nurie_choose(x < -105, (nurie_float16)-105, x);
    x = nurie_choose(x > 90, (nurie_float16)90, x);
    nurie_float16 n, rest = nurie_divide_by_log2(x, &n);
    return nurie_times_power_of_two(1 + nurie_exponential_minus_one_near_zero(rest), n);
}

/// The natural logarithm, at most 1 unit off; -infinity at 0, not a number below.
NURIE_INLINE nurie_float16 nurie_logarithm(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    // Numbers too small for a full significand are made larger first.
    nurie_int16 isTiny = x < 0x1p-126f;
    nurie_float16 larger = nurie_choose(isTiny, x * 0x1p23f, x);
    // x = 2ⁿ · m with m from √½ to √2: subtracting the bits of √½ makes the exponent step there.
    nurie_int16 bits = (nurie_int16)larger - 0x3f3504f3;
    nurie_float16 m = (nurie_float16)((bits & 0x007fffff) + 0x3f3504f3);
    // Small whole numbers as Float32.
    nurie_float16 n = (nurie_float16)((bits >> 23) + NURIE_ROUNDER_BITS) - NURIE_ROUNDER;
    n = n - nurie_choose(isTiny, (nurie_float16)23, (nurie_float16)0);
    nurie_float16 result = n * NURIE_LOG2_HIGH + (n * NURIE_LOG2_LOW + nurie_logarithm_of_one_plus(m - 1));
    result = nurie_choose(x < __builtin_inff(), result, x);
    result = nurie_choose(x == 0, (nurie_float16)-__builtin_inff(), result);
    return nurie_choose(x < 0, (nurie_float16)__builtin_nanf(""), result);
}

/// The hyperbolic tangent, at most 2.6 units off.
///
/// With m = e⁻²ˣ - 1 it is -m / (2 + m), which loses nothing where x is small.
NURIE_INLINE nurie_float16 nurie_hyperbolic_tangent(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    nurie_float16 doubled = -2 * nurie_magnitudes(x);
    nurie_float16 n, rest = nurie_divide_by_log2(nurie_choose(doubled < -40, (nurie_float16)-40, doubled), &n);
    nurie_float16 power = nurie_power_of_two(nurie_whole(n));
    nurie_float16 m = power * nurie_exponential_minus_one_near_zero(rest) + (power - 1);
    nurie_float16 result = (0 - m) / (2 + m);
    return (nurie_float16)((nurie_int16)result | ((nurie_int16)x & INT32_MIN));
}

/// The logistic function 1 / (1 + e⁻ˣ), at most 2.5 units off, down to the smallest numbers.
NURIE_INLINE nurie_float16 nurie_logistic(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    // Of e⁻ˣ and eˣ the one that is no larger than 1.
    nurie_float16 e = nurie_exponential(0 - nurie_magnitudes(x));
    return nurie_choose(x < 0, e, (nurie_float16)1) / (1 + e);
}

/// log(1 + eˣ), at most 2.1 units off; it neither overflows nor loses what is small.
NURIE_INLINE nurie_float16 nurie_softplus(nurie_float16 x) {
    NURIE_TWO_ROUNDINGS
    nurie_float16 e = nurie_exponential(0 - nurie_magnitudes(x));
    return nurie_choose(x < 0, (nurie_float16)0, x) + nurie_logarithm_of_one_plus(e);
}

/// Their square roots. Swift's own are sixteen calls of a function.
NURIE_INLINE nurie_float16 nurie_square_roots(nurie_float16 x) { return __builtin_elementwise_sqrt(x); }

#pragma clang diagnostic pop

#endif
