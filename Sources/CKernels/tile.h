// The two inner loops, once for all vector widths. The including file says LANES, ROWS, VECTORS, FACTORS and the
// instruction set.
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

#if FACTORS == 2

// A bfloat16 number is the upper half of a Float32. The attribute: what lies in memory as such was written as Float32.
typedef uint16_t number __attribute__((may_alias));

// Adds the products of a pair of numbers and as many pairs as there are lanes. A lane adds both of its products in Float32,
// rounded to the nearest; what is below the smallest normal number is zero.
static inline vector multiplyAdd(vector sum, const void *pair, vector pairs) {
    int32_t both;
    __builtin_memcpy(&both, pair, sizeof both);
    return (vector)_mm512_dpbf16_ps((__m512)sum, (__m512bh)_mm512_set1_epi32(both), (__m512bh)pairs);
}

#else

typedef float number;

static inline vector multiplyAdd(vector sum, const float *factor, vector factors) { return sum + *factor * factors; }

#endif

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
        // Weights of small maps come from memory: they are asked for 256 steps ahead.
        __builtin_prefetch(weights + 256 * ROWS);
        vector places[VECTORS];
        UNROLLED for (long v = 0; v < VECTORS / 2; v++) {
            places[v] = load(place + v * LANES);
            places[v + VECTORS / 2] = load(place + half + v * LANES);
        }
        UNROLLED for (long r = 0; r < ROWS; r++) {
            UNROLLED for (long v = 0; v < VECTORS; v++) sums[r][v] = multiplyAdd(sums[r][v], weights + r, places[v]);
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
    const number *places[ROWS];
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) sums[r][v] = (vector){};
        places[r] = (const number *)source + offsets[r];
    }
    for (long y = 0; y < height; y++) {
        const float *line = panel + y * panelPitch * VECTORS * LANES;
        for (long x = 0; x < width / FACTORS; x++) {
            vector numbers[VECTORS];
            UNROLLED for (long v = 0; v < VECTORS; v++) numbers[v] = load(line + v * LANES);
            UNROLLED for (long r = 0; r < ROWS; r++) {
                UNROLLED for (long v = 0; v < VECTORS; v++) {
                    sums[r][v] = multiplyAdd(sums[r][v], places[r] + x * FACTORS, numbers[v]);
                }
            }
            line += VECTORS * LANES;
        }
#if FACTORS == 2
        // The last of an odd number has no neighbour. Beside it lies a zero in the panel, and so one here: what else lies
        // here may be infinite.
        if (width % 2) {
            UNROLLED for (long r = 0; r < ROWS; r++) {
                int32_t single = places[r][width - 1];
                UNROLLED for (long v = 0; v < VECTORS; v++) {
                    sums[r][v] = multiplyAdd(sums[r][v], &single, load(line + v * LANES));
                }
            }
        }
#endif
        UNROLLED for (long r = 0; r < ROWS; r++) places[r] += pitch;
    }
    UNROLLED for (long r = 0; r < ROWS; r++) {
        UNROLLED for (long v = 0; v < VECTORS; v++) {
            float *place = result + (r * VECTORS + v) * LANES;
            store(place, load(place) + sums[r][v]);
        }
    }
}
