// The two inner loops of depthwise convolutions, in which each channel meets only its own kernel: there is no tile of
// several outputs, so a line is all there is. Its sums stay in registers while the kernel's numbers pass.

static inline __attribute__((always_inline)) void sumLine(
    const float *weights, const float *source, const int32_t *offsets, long depth, float start, float slope,
    long vectors, vector *sums) {
    UNROLLED for (long v = 0; v < vectors; v++) sums[v] = (vector){} + start;
    for (long k = 0; k < depth; k++) {
        const float *place = source + offsets[k];
        UNROLLED for (long v = 0; v < vectors; v++) sums[v] += weights[k] * load(place + v * LANES);
    }
    if (slope != 1) { UNROLLED for (long v = 0; v < vectors; v++) sums[v] = bend(sums[v], slope); }
}

static void line(
    const float *weights, const float *source, const int32_t *offsets, long depth, float start, float slope,
    float *result, long count) {
    vector sums[4];
    long x = 0;
    for (; x + 4 * LANES <= count; x += 4 * LANES) {
        sumLine(weights, source + x, offsets, depth, start, slope, 4, sums);
        UNROLLED for (long v = 0; v < 4; v++) store(result + x + v * LANES, sums[v]);
    }
    for (; x < count && count >= LANES; x += LANES) {
        // The last vector may lie over the one before: the same numbers come out again, and nothing is read beyond.
        if (x > count - LANES) x = count - LANES;
        sumLine(weights, source + x, offsets, depth, start, slope, 1, sums);
        store(result + x, sums[0]);
    }
    for (; x < count; x++) {
        vector sum = (vector){} + start;
        for (long k = 0; k < depth; k++) sum += weights[k] * ((vector){} + source[offsets[k] + x]);
        result[x] = bend(sum, slope)[0];
    }
}

// Not inlined: what picks lanes out of a vector reaches only half of the registers, and the sums need nearly all.
static __attribute__((noinline)) float total(const float *lanes) {
    float sum = 0;
    UNROLLED for (long lane = 0; lane < LANES; lane++) sum += lanes[lane];
    return sum;
}

// Three lines of one side meet TAPS of the other: twice as many sums as there are vectors to load for them.
static inline __attribute__((always_inline)) void correlateLines(
    const float *source, const int32_t *offsets, long taps, long pitch, const float *planes, long plane, long outputs,
    long height, long width, float *result, long stride) {
    vector sums[3][TAPS];
    UNROLLED for (long o = 0; o < outputs; o++) {
        UNROLLED for (long k = 0; k < taps; k++) sums[o][k] = (vector){};
    }
    for (long y = 0; y < height; y++) {
        const float *line = planes + y * width, *places[TAPS];
        UNROLLED for (long k = 0; k < taps; k++) places[k] = source + offsets[k] + y * pitch;
        for (long x = 0; x + LANES <= width; x += LANES) {
            vector numbers[3];
            UNROLLED for (long o = 0; o < outputs; o++) numbers[o] = load(line + o * plane + x);
            UNROLLED for (long k = 0; k < taps; k++) {
                vector place = load(places[k] + x);
                UNROLLED for (long o = 0; o < outputs; o++) sums[o][k] += numbers[o] * place;
            }
        }
    }
    float lanes[3][TAPS][LANES];
    UNROLLED for (long o = 0; o < outputs; o++) {
        UNROLLED for (long k = 0; k < taps; k++) store(lanes[o][k], sums[o][k]);
    }
    for (long o = 0; o < outputs; o++) {
        for (long k = 0; k < taps; k++) result[o * stride + k] += total(lanes[o][k]);
    }
}

// The number of taps is known to the compiler, so that their sums stay in registers.
static inline __attribute__((always_inline)) void correlateTaps(
    const float *source, const int32_t *offsets, long taps, long pitch, const float *planes, long plane, long outputs,
    long height, long width, float *result, long stride) {
    switch (outputs) {
    case 1: correlateLines(source, offsets, taps, pitch, planes, plane, 1, height, width, result, stride); break;
    case 2: correlateLines(source, offsets, taps, pitch, planes, plane, 2, height, width, result, stride); break;
    default: correlateLines(source, offsets, taps, pitch, planes, plane, 3, height, width, result, stride);
    }
}

// What is left of lines that are no whole number of vectors.
static void correlateEnds(
    const float *source, const int32_t *offsets, long depth, long pitch, const float *planes, long plane,
    long outputs, long height, long width, float *result, long stride) {
    for (long o = 0; o < outputs; o++) {
        for (long k = 0; k < depth; k++) {
            float sum = 0;
            for (long y = 0; y < height; y++) {
                const float *line = planes + o * plane + y * width, *place = source + offsets[k] + y * pitch;
                for (long x = width / LANES * LANES; x < width; x++) sum += line[x] * place[x];
            }
            result[o * stride + k] += sum;
        }
    }
}

static void lineCorrelation(
    const float *source, const int32_t *offsets, long depth, long pitch, const float *planes, long plane,
    long outputs, long height, long width, float *result, long stride) {
    for (long o = 0; o < outputs; o += 3) {
        long count = outputs - o, k = 0;
        const float *from = planes + o * plane;
        float *to = result + o * stride;
        for (; k + TAPS <= depth; k += TAPS) {
            correlateTaps(source, offsets + k, TAPS, pitch, from, plane, count, height, width, to + k, stride);
        }
        for (; k < depth; k++) {
            correlateTaps(source, offsets + k, 1, pitch, from, plane, count, height, width, to + k, stride);
        }
    }    if (width % LANES) {
        correlateEnds(source, offsets, depth, pitch, planes, plane, outputs, height, width, result, stride);
    }
}
