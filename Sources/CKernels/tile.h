// The two inner loops, once for all vector widths. The including file says LANES, ROWS and the instruction set.
//
// A tile's sums stay in registers: ROWS × 2 vectors. For each k two vectors of the source are loaded and ROWS weights
// broadcast, which is few enough loads that the multiply-adds, two in a cycle, are the limit.

typedef float vector __attribute__((vector_size(4 * LANES), aligned(4)));

#define UNROLLED _Pragma("clang loop unroll(full)")

static inline vector load(const float *from) { return *(const vector *)from; }
static inline void store(float *to, vector value) { *(vector *)to = value; }

// C has no choice between two vectors: the bits are masked.
typedef int32_t bits __attribute__((vector_size(4 * LANES)));

static inline vector bend(vector x, float slope) {
    bits negative = x < 0;
    // Infinity times 0 is no number.
    vector bent = slope == 0 ? (vector){} : x * slope;
    return (vector)((negative & (bits)bent) | (~negative & (bits)x));
}

static void tile(
    const float *weights, const float *source, const int32_t *offsets, long depth, long half, const float *bias,
    const float *scale, const float *shift, float slope, float *result, long stride) {
    vector sums[ROWS][2];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        if (bias) {
            sums[r][0] = sums[r][1] = (vector){} + bias[r];
        } else {
            sums[r][0] = load(result + r * stride);
            sums[r][1] = load(result + r * stride + LANES);
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
    if (scale) {
        UNROLLED for (long r = 0; r < ROWS; r++) {
            sums[r][0] = sums[r][0] * scale[r] + shift[r];
            sums[r][1] = sums[r][1] * scale[r] + shift[r];
        }
    }
    if (slope != 1) {
        UNROLLED for (long r = 0; r < ROWS; r++) {
            sums[r][0] = bend(sums[r][0], slope);
            sums[r][1] = bend(sums[r][1], slope);
        }
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        store(result + r * stride, sums[r][0]);
        store(result + r * stride + LANES, sums[r][1]);
    }
}

static void correlation(
    const float *source, const int32_t *offsets, long pitch, const float *panel, long panelPitch, long height,
    long width, float *result) {
    // The sums begin at zero and are added at last: a running sum over whole pictures would lose digits where the numbers
    // are alike, as on white paper.
    vector sums[ROWS][2];
    UNROLLED for (long r = 0; r < ROWS; r++) sums[r][0] = sums[r][1] = (vector){};
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
        float *row = result + r * 2 * LANES;
        store(row, load(row) + sums[r][0]);
        store(row + LANES, load(row + LANES) + sums[r][1]);
    }
}
