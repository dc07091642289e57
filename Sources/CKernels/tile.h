// The two inner loops, once for all vector widths. The including file says LANES, ROWS and the instruction set.
//
// A tile's sums stay in registers: ROWS × 2 vectors. For each k two vectors of the source are loaded and ROWS weights
// broadcast, which is few enough loads that the multiply-adds, two in a cycle, are the limit.

typedef float vector __attribute__((vector_size(4 * LANES), aligned(4)));

#define UNROLLED _Pragma("clang loop unroll(full)")

static inline vector load(const float *from) { return *(const vector *)from; }
static inline void store(float *to, vector value) { *(vector *)to = value; }

static void tile(
    const float *weights, const float *source, const int32_t *offsets, long depth, long half, const float *bias,
    long adding, float *result, long stride) {
    vector sums[ROWS][2];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        if (bias) {
            sums[r][0] = sums[r][1] = (vector){} + bias[r];
        } else if (adding) {
            sums[r][0] = load(result + r * stride);
            sums[r][1] = load(result + r * stride + LANES);
        } else {
            sums[r][0] = sums[r][1] = (vector){};
        }
    }
    for (long k = 0; k < depth; k++) {
        const float *place = source + offsets[k];
        vector first = load(place), second = load(place + half);
        UNROLLED for (long r = 0; r < ROWS; r++) {
            sums[r][0] += weights[r] * first;
            sums[r][1] += weights[r] * second;
        }
        weights += ROWS;
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        store(result + r * stride, sums[r][0]);
        store(result + r * stride + LANES, sums[r][1]);
    }
}

static void correlation(
    const float *source, const int32_t *offsets, long pitch, const float *panel, long panelPitch, long height,
    long width, float *result) {
    vector sums[ROWS][2];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        sums[r][0] = load(result + r * 2 * LANES);
        sums[r][1] = load(result + r * 2 * LANES + LANES);
    }
    const float *places[ROWS];
    UNROLLED for (long r = 0; r < ROWS; r++) places[r] = source + offsets[r];
    for (long y = 0; y < height; y++) {
        for (long x = 0; x < width; x++) {
            const float *line = panel + x * 2 * LANES;
            vector first = load(line), second = load(line + LANES);
            UNROLLED for (long r = 0; r < ROWS; r++) {
                sums[r][0] += places[r][x] * first;
                sums[r][1] += places[r][x] * second;
            }
        }
        panel += panelPitch * 2 * LANES;
        UNROLLED for (long r = 0; r < ROWS; r++) places[r] += pitch;
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        store(result + r * 2 * LANES, sums[r][0]);
        store(result + r * 2 * LANES + LANES, sums[r][1]);
    }
}
