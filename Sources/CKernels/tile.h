// The two inner loops, once for all vector widths. The including file says LANES, ROWS, VECTORS and the instruction set.
//
// A tile's sums stay in registers: ROWS × VECTORS. For each k the vectors of the source are loaded and ROWS weights
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
    vector sums[ROWS][VECTORS];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) {
            sums[r][v] = bias ? (vector){} + bias[r] : load(result + r * stride + v * LANES);
        }
    }
    for (long k = 0; k < depth; k++) {
        const float *place = source + offsets[k];
        vector places[VECTORS];
        UNROLLED for (long v = 0; v < VECTORS / 2; v++) {
            places[v] = load(place + v * LANES);
            places[v + VECTORS / 2] = load(place + half + v * LANES);
        }
        UNROLLED for (long r = 0; r < ROWS; r++) {
            UNROLLED for (long v = 0; v < VECTORS; v++) sums[r][v] += weights[r] * places[v];
        }
        weights += ROWS;
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) {
            if (scale) sums[r][v] = sums[r][v] * scale[r] + shift[r];
            if (slope != 1) sums[r][v] = bend(sums[r][v], slope);
            store(result + r * stride + v * LANES, sums[r][v]);
        }
    }
}

static void correlation(
    const float *source, const int32_t *offsets, long pitch, const float *panel, long panelPitch, long height,
    long width, float *result) {
    // The sums begin at zero and are added at last: a running sum over whole pictures would lose digits where the numbers
    // are alike, as on white paper.
    vector sums[ROWS][VECTORS];
    const float *places[ROWS];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) sums[r][v] = (vector){};
        places[r] = source + offsets[r];
    }
    for (long y = 0; y < height; y++) {
        for (long x = 0; x < width; x++) {
            const float *line = panel + x * VECTORS * LANES;
            vector numbers[VECTORS];
            UNROLLED for (long v = 0; v < VECTORS; v++) numbers[v] = load(line + v * LANES);
            UNROLLED for (long r = 0; r < ROWS; r++) {
                UNROLLED for (long v = 0; v < VECTORS; v++) sums[r][v] += places[r][x] * numbers[v];
            }
        }
        panel += panelPitch * VECTORS * LANES;
        UNROLLED for (long r = 0; r < ROWS; r++) places[r] += pitch;
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) {
            float *place = result + (r * VECTORS + v) * LANES;
            store(place, load(place) + sums[r][v]);
        }
    }
}
