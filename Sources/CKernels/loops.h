// The loops over single numbers and along rows, once for all instruction sets; the including file says which one. The
// compiler makes of sixteen numbers as many vectors as it takes.

#pragma clang diagnostic ignored "-Wpsabi"

typedef nurie_float16 lanes __attribute__((aligned(4)));

NURIE_INLINE nurie_float16 load(const float *from) { return *(const lanes *)from; }
NURIE_INLINE void store(float *to, nurie_float16 value) { *(lanes *)to = value; }

// Sums and products of pairs are rounded by themselves, as everywhere outside of the convolutions.
#pragma clang fp contract(off)

// MARK: Pairs

#define OVER_PAIRS(name, expression) \
    static void name(const float *left, const float *right, float *to, long count) { \
        for (long i = 0; i < count; i += 16) { \
            nurie_float16 a = load(left + i), b = load(right + i); \
            store(to + i, expression); \
        } \
    }

OVER_PAIRS(add, a + b)
OVER_PAIRS(subtract, a - b)
OVER_PAIRS(multiply, a *b)
OVER_PAIRS(divide, a / b)
OVER_PAIRS(gate, nurie_choose(b > 0, a, (nurie_float16)0))

static void unbend(const float *left, const float *result, float slope, float *to, long count) {
    for (long i = 0; i < count; i += 16) {
        nurie_float16 dy = load(left + i);
        store(to + i, nurie_choose(load(result + i) > 0, dy, dy * slope));
    }
}

// MARK: Single numbers

#define OVER_NUMBERS(name, expression) \
    static void name(const float *from, float *to, long count) { \
        for (long i = 0; i < count; i += 16) { \
            nurie_float16 x = load(from + i); \
            store(to + i, expression); \
        } \
    }

OVER_NUMBERS(exponential, nurie_exponential(x))
OVER_NUMBERS(logarithm, nurie_logarithm(x))
OVER_NUMBERS(hyperbolicTangent, nurie_hyperbolic_tangent(x))
OVER_NUMBERS(logistic, nurie_logistic(x))
OVER_NUMBERS(softplus, nurie_softplus(x))
OVER_NUMBERS(squareRoots, nurie_square_roots(x))

static void scale(const float *from, float factor, float shift, float *to, long count) {
    for (long i = 0; i < count; i += 16) store(to + i, factor * load(from + i) + shift);
}

static void rectify(const float *from, float *to, long count) {
    for (long i = 0; i < count; i += 16) {
        nurie_float16 x = load(from + i);
        store(to + i, nurie_choose(x < 0, (nurie_float16)0, x));
    }
}

static void bend(const float *from, float slope, float *to, long count) {
    if (slope == 0) return rectify(from, to, count);
    for (long i = 0; i < count; i += 16) {
        nurie_float16 x = load(from + i);
        store(to + i, nurie_choose(x < 0, x * slope, x));
    }
}

// MARK: Rows

NURIE_INLINE double total(nurie_float16 x) {
    double sum = 0;
    for (long i = 0; i < 16; i++) sum += x[i];
    return sum;
}

static double sum(double start, const float *from, long count) {
    double result = start;
    long i = 0;
    // Four blocks at a time, because one addition waits for the one before it.
    for (; i + 4096 <= count; i += 4096) {
        nurie_float16 a = 0, b = 0, c = 0, d = 0;
        for (long k = i; k < i + 1024; k += 16) {
            a += load(from + k);
            b += load(from + k + 1024);
            c += load(from + k + 2048);
            d += load(from + k + 3072);
        }
        double totals[4] = {total(a), total(b), total(c), total(d)};
        for (long k = 0; k < 4; k++) result += totals[k];
    }
    long whole = count & ~15L;
    while (i < whole) {
        long end = i + 1024 < whole ? i + 1024 : whole;
        nurie_float16 lanes = 0;
        for (; i < end; i += 16) lanes += load(from + i);
        result += total(lanes);
    }
    for (; i < count; i++) result += from[i];
    return result;
}

static float largest(const float *from, long count) {
    float result = from[0];
    long i = 0;
    if (count >= 16) {
        nurie_float16 most = result;
        for (; i + 16 <= count; i += 16) {
            nurie_float16 x = load(from + i);
            most = nurie_choose(x > most, x, most);
        }
        for (long k = 0; k < 16; k++) result = most[k] > result ? most[k] : result;
    }
    for (; i < count; i++) result = from[i] > result ? from[i] : result;
    return result;
}

/// Quotients of numbers of [0, 1] by a divisor of at least 1, each rounded as a division rounds it.
NURIE_INLINE nurie_float16 quotients(nurie_float16 x, float divisor, float reciprocal) {
#ifdef NURIE_AVX512
    // A division takes ten cycles. A product is at most two numbers off, and what is left over is exact and puts that right
    // (Markstein, 1990), if it is no number below the normal ones.
    __m512 numbers = (__m512)x, divisors = _mm512_set1_ps(divisor), factors = _mm512_set1_ps(reciprocal);
    __mmask16 areTiny = _mm512_cmp_ps_mask(numbers, _mm512_set1_ps(0x1p-100f), _CMP_LT_OQ);
    if (__builtin_expect(areTiny == 0, 1)) {
        __m512 near = _mm512_mul_ps(numbers, factors);
        return (nurie_float16)_mm512_fmadd_ps(_mm512_fnmadd_ps(near, divisors, numbers), factors, near);
    }
#endif
    return x / divisor;
}

static double softmax(const float *from, float most, float *to, long count) {
    long whole = count & ~15L;
    for (long i = 0; i < whole; i += 16) store(to + i, nurie_exponential(load(from + i) - most));
    if (whole < count) {
        nurie_float16 rest = 0;
        for (long i = whole; i < count; i++) rest[i - whole] = from[i];
        rest = nurie_exponential(rest - most);
        for (long i = whole; i < count; i++) to[i] = rest[i - whole];
    }
    double powers = sum(0, to, count);
    float divisor = powers, reciprocal = 1 / divisor;
    for (long i = 0; i < whole; i += 16) store(to + i, quotients(load(to + i), divisor, reciprocal));
    for (long i = whole; i < count; i++) to[i] /= divisor;
    return powers;
}

#include "winograd.h"

#define LOOPS \
    { \
        add, subtract, multiply, divide, gate, unbend, exponential, logarithm, hyperbolicTangent, logistic, softplus, \
            squareRoots, scale, bend, sum, largest, softmax, winogradSource, winogradResult, winogradWeights \
    }
