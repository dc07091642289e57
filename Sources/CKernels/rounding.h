// Float32 numbers rounded to bfloat16, to the nearest and to the even one of two, on their way into a buffer. Numbers
// below the smallest normal one become zeros.

#define MASK(count) ((count) < LANES ? (__mmask16)((1u << (count)) - 1) : (__mmask16)-1)

// from[x · step] for the lanes of the mask.
static inline __m512 apart(const float *from, long step, __mmask16 mask) {
    if (step == 1) return _mm512_maskz_loadu_ps(mask, from);
    __m512i lanes = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    __m512i places = _mm512_mullo_epi32(lanes, _mm512_set1_epi32((int32_t)step));
    return _mm512_mask_i32gather_ps(_mm512_setzero_ps(), mask, places, from, 4);
}

// Sixteen numbers, of which more follow.
static inline __m512 next(const float *from, long step) {
    if (step != 2) return apart(from, step, -1);
    __m512i even = _mm512_set_epi32(30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0);
    return _mm512_permutex2var_ps(_mm512_loadu_ps(from), even, _mm512_loadu_ps(from + LANES));
}

static inline __m512i paired(__m512 first, __m512 second) {
    __m512i order = _mm512_set_epi16(
        31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1,
        16, 0);
    return _mm512_permutexvar_epi16(order, (__m512i)_mm512_cvtne2ps_pbh(second, first));
}

static void pairs(const float *first, const float *second, long step, long count, float *to) {
    for (; count > LANES; count -= LANES) {
        __m512 other = second ? next(second, step) : _mm512_setzero_ps();
        _mm512_storeu_si512(to, paired(next(first, step), other));
        first += step * LANES;
        if (second) second += step * LANES;
        to += LANES;
    }
    __mmask16 mask = MASK(count);
    __m512 other = second ? apart(second, step, mask) : _mm512_setzero_ps();
    _mm512_mask_storeu_epi32(to, mask, paired(apart(first, step, mask), other));
}

static void halves(const float *from, long step, long count, uint16_t *to) {
    for (; count > LANES; count -= LANES) {
        _mm256_storeu_si256((__m256i *)to, (__m256i)_mm512_cvtneps_pbh(next(from, step)));
        from += step * LANES;
        to += LANES;
    }
    __mmask16 mask = MASK(count);
    _mm256_mask_storeu_epi16(to, mask, (__m256i)_mm512_cvtneps_pbh(apart(from, step, mask)));
}
