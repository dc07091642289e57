// Weights in the order in which `tile` reads them.

static void pack(
    const float *weights, long outputStride, long channelStride, long channels, const int32_t *taps, long tapCount,
    long outputs, float *packed) {
    for (long channel = 0; channel < channels; channel++) {
        const float *from = weights + channel * channelStride;
        for (long tap = 0; tap < tapCount; tap++) {
            const float *place = from + taps[tap];
            if (outputs == ROWS) {
                UNROLLED for (long r = 0; r < ROWS; r++) packed[r] = place[r * outputStride];
            } else {
                for (long r = 0; r < ROWS; r++) packed[r] = r < outputs ? place[r * outputStride] : 0;
            }
            packed += ROWS;
        }
    }
}
