// The transforms of Winograd's F(4×4, 3×3), sixteen tiles of a line at a time (Lavin and Gray, 2016). A part of `loops.h`.

// MARK: Fourths

/// Numbers 0, 4, 8, ... of a line, then those from 1 on, and so to 5.
NURIE_INLINE void takeApart(const float *from, nurie_float16 columns[6]) {
#define EVENS(a, b) nurie_every_second(a, b)
#define ODDS(a, b) \
    __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
#define NEXT(a, last) \
    __builtin_shufflevector(a, (nurie_float16)(last), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
    nurie_float16 a = load(from), b = load(from + 16), c = load(from + 32), d = load(from + 48);
    nurie_float16 evens = EVENS(a, b), laterEvens = EVENS(c, d), odds = ODDS(a, b), laterOdds = ODDS(c, d);
    columns[0] = EVENS(evens, laterEvens);
    columns[1] = EVENS(odds, laterOdds);
    columns[2] = ODDS(evens, laterEvens);
    columns[3] = ODDS(odds, laterOdds);
    columns[4] = NEXT(columns[0], from[64]);
    columns[5] = NEXT(columns[1], from[65]);
#undef EVENS
#undef ODDS
#undef NEXT
}

/// The way back, for four.
NURIE_INLINE void putTogether(const nurie_float16 columns[4], float *to) {
#define LOWER(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define UPPER(a, b) __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
    nurie_float16 a = LOWER(columns[0], columns[2]), b = LOWER(columns[1], columns[3]);
    nurie_float16 c = UPPER(columns[0], columns[2]), d = UPPER(columns[1], columns[3]);
    store(to, LOWER(a, b));
    store(to + 16, UPPER(a, b));
    store(to + 32, LOWER(c, d));
    store(to + 48, UPPER(c, d));
#undef LOWER
#undef UPPER
}

// MARK: One direction

/// Six numbers of the source.
NURIE_INLINE void transformSource(const nurie_float16 x[6], nurie_float16 to[6]) {
    nurie_float16 a = x[4] - 4 * x[2], b = x[3] - 4 * x[1], c = x[4] - x[2], d = 2 * (x[3] - x[1]);
    to[0] = 4 * (x[0] - x[2]) + c;
    to[1] = a + b;
    to[2] = a - b;
    to[3] = c + d;
    to[4] = c - d;
    to[5] = 4 * x[1] - 5 * x[3] + x[5];
}

/// Six sums, to four numbers of the result.
NURIE_INLINE void transformResult(const nurie_float16 x[6], nurie_float16 to[4]) {
    nurie_float16 a = x[1] + x[2], b = x[1] - x[2], c = x[3] + x[4], d = x[3] - x[4];
    to[0] = x[0] + a + c;
    to[1] = b + 2 * d;
    to[2] = a + 4 * c;
    to[3] = b + 8 * d + x[5];
}

// MARK: Both directions

static void winogradSource(const float *lines, long pitch, long tiles, float *to, long plane) {
    for (long tile = 0; tile < tiles; tile += 16) {
        nurie_float16 rows[6][6];
        for (long y = 0; y < 6; y++) {
            nurie_float16 columns[6];
            takeApart(lines + y * pitch + 4 * tile, columns);
            transformSource(columns, rows[y]);
        }
        for (long x = 0; x < 6; x++) {
            nurie_float16 column[6] = {rows[0][x], rows[1][x], rows[2][x], rows[3][x], rows[4][x], rows[5][x]};
            nurie_float16 numbers[6];
            transformSource(column, numbers);
            for (long y = 0; y < 6; y++) store(to + (y * 6 + x) * plane + tile, numbers[y]);
        }
    }
}

static void winogradResult(
    const float *sums, long plane, long tiles, float factor, float shift, float slope, float *lines, long pitch) {
    for (long tile = 0; tile < tiles; tile += 16) {
        nurie_float16 rows[4][6];
        for (long x = 0; x < 6; x++) {
            nurie_float16 column[6], numbers[4];
            for (long y = 0; y < 6; y++) column[y] = load(sums + (y * 6 + x) * plane + tile);
            transformResult(column, numbers);
            for (long y = 0; y < 4; y++) rows[y][x] = numbers[y];
        }
        for (long y = 0; y < 4; y++) {
            nurie_float16 numbers[4];
            transformResult(rows[y], numbers);
            for (long x = 0; x < 4; x++) {
                nurie_float16 value = factor * numbers[x] + shift;
                nurie_float16 bent = slope == 0 ? (nurie_float16)0 : value * slope;
                numbers[x] = nurie_choose(value < 0, bent, value);
            }
            putTogether(numbers, lines + y * pitch + 4 * tile);
        }
    }
}

/// Three weights.
static inline void transformWeights(float a, float b, float c, float to[6]) {
    to[0] = a / 4;
    to[1] = (a + b + c) / -6;
    to[2] = (a - b + c) / -6;
    to[3] = a / 24 + b / 12 + c / 6;
    to[4] = a / 24 - b / 12 + c / 6;
    to[5] = c;
}

static void winogradWeights(
    const float *weights, long outputStride, long channels, long outputs, long rows, float *packed, long plane) {
    for (long channel = 0; channel < channels; channel++) {
        for (long row = 0; row < rows; row++) {
            const float *from = weights + row * outputStride + channel * 9;
            float lines[3][6] = {0}, numbers[6];
            if (row < outputs) {
                for (long y = 0; y < 3; y++) transformWeights(from[3 * y], from[3 * y + 1], from[3 * y + 2], lines[y]);
            }
            for (long x = 0; x < 6; x++) {
                transformWeights(lines[0][x], lines[1][x], lines[2][x], numbers);
                for (long y = 0; y < 6; y++) packed[(y * 6 + x) * plane + channel * rows + row] = numbers[y];
            }
        }
    }
}
