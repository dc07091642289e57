// Weights in the order in which `tile` reads them.

#if FACTORS == 2

// The elements of one tap: pairs of the weights of two channels.
static inline void packTap(
    const float *first, const float *second, long outputStride, long outputs, float *packed) {
    float rows[2 * ROWS];
    for (long r = 0; r < ROWS; r++) {
        rows[r] = r < outputs ? first[r * outputStride] : 0;
        rows[ROWS + r] = second && r < outputs ? second[r * outputStride] : 0;
    }
    __m256i rounded = (__m256i)_mm512_cvtneps_pbh(_mm512_loadu_ps(rows));
    __m128i low = _mm256_castsi256_si128(rounded), high = _mm256_extracti128_si256(rounded, 1);
    _mm_storeu_si128((__m128i *)packed, _mm_unpacklo_epi16(low, high));
    _mm_storeu_si128((__m128i *)(packed + ROWS / 2), _mm_unpackhi_epi16(low, high));
}

#else

static inline void packTap(
    const float *first, const float *second, long outputStride, long outputs, float *packed) {
    if (outputs == ROWS) {
        UNROLLED for (long r = 0; r < ROWS; r++) packed[r] = first[r * outputStride];
    } else {
        for (long r = 0; r < ROWS; r++) packed[r] = r < outputs ? first[r * outputStride] : 0;
    }
}

#endif

static void pack(
    const float *weights, long outputStride, long channelStride, long channels, const int32_t *taps, long tapCount,
    long outputs, float *packed) {
    for (long channel = 0; channel < channels; channel += FACTORS) {
        const float *from = weights + channel * channelStride;
        for (long tap = 0; tap < tapCount; tap++) {
            const float *place = from + taps[tap];
            packTap(place, channel + 1 < channels ? place + channelStride : NULL, outputStride, outputs, packed);
            packed += ROWS;
        }
    }
}
