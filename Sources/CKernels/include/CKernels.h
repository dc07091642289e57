#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdint.h>

#include "Exponentials.h"

/// The inner loops of convolutions, for one kind of processor.
///
/// They are C because Swift cannot compile one function for several instruction sets and choose between them while the
/// program runs. What they compute is said here; a twin of each in Swift, which runs where neither fits, says it again.
typedef struct __attribute__((swift_attr("@Sendable"))) {
    const char *name;

    /// Rows of a tile.
    long rows;

    /// Columns of a tile: two vectors or four, in two halves.
    long columns;

    /// How many factors an element of 32 bits holds, of which weights, sources and panels consist: 1, a Float32; or 2, a
    /// pair of bfloat16. The product of two pairs is the sum of the products of their factors.
    long factors;

    /// result[r][c] = start + Σ over k < depth of weights[k · rows + r] · source[offsets[k] + place(c)]
    ///
    /// where place(c) is c in the first half and `half` more than c's place in its half in the second, and start is
    /// bias[r], or what result holds if there is no bias. Rows of the result are `stride` apart. At last the result is
    /// multiplied by scale[r] and shift[r] is added, if there is a scale; and what is negative is multiplied by `slope`: 1
    /// leaves it, 0 makes it a rectified linear unit.
    void (*tile)(
        const float *weights, const float *source, const int32_t *offsets, long depth, long half, const float *bias,
        const float *scale, const float *shift, float slope, float *result, long stride);

    /// result[r][c] += Σ over y < height and x < width of
    ///                 source[offsets[r] + y · pitch + x] · panel[y · panelPitch + x][c]
    ///
    /// for numbers, not elements, of source and panel. Rows of the result are `columns` apart, and so are the panel's
    /// elements, which hold neighbours of a line. A line begins with an element of its own, and lines are `panelPitch`
    /// elements apart.
    void (*correlation)(
        const float *source, const int32_t *offsets, long pitch, const float *panel, long panelPitch, long height,
        long width, float *result);

    /// result[x] = start + Σ over k < depth of weights[k] · source[offsets[k] + x], for x < count, bent by `slope` as a tile
    /// is.
    void (*line)(
        const float *weights, const float *source, const int32_t *offsets, long depth, float start, float slope,
        float *result, long count);

    /// result[o · stride + k] += Σ over y < height and x < width of
    ///                          source[offsets[k] + y · pitch + x] · planes[o · plane + y · width + x]
    ///
    /// for o < outputs and k < depth.
    void (*lineCorrelation)(
        const float *source, const int32_t *offsets, long depth, long pitch, const float *planes, long plane,
        long outputs, long height, long width, float *result, long stride);

    /// packed[(channel / factors · tapCount + tap) · rows + r] =
    ///     weights[r · outputStride + channel · channelStride + taps[tap]], or 0 for r from `outputs` on
    ///
    /// An element holds the weights of as many channels as it has factors, and zeros for those behind the last.
    void (*pack)(
        const float *weights, long outputStride, long channelStride, long channels, const int32_t *taps, long tapCount,
        long outputs, float *packed);

    /// to[x] = the pair first[x · step], second[x · step] for x < count, rounded; 0 in the place of a second that is null.
    ///
    /// Null where an element is one factor, as is the next.
    void (*pairs)(const float *first, const float *second, long step, long count, float *to);

    /// to[x] = from[x · step] for x < count, rounded to bfloat16.
    void (*halves)(const float *from, long step, long count, uint16_t *to);

    /// Multiplies and adds sixteen vectors in each round; what it gives means nothing.
    float (*multiplyAdds)(long rounds);
} nurie_kernels;

/// Every second number of thirty-two.
static inline nurie_float16 nurie_every_second(nurie_float16 a, nurie_float16 b) {
    return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}

/// Tells the processor that a loop only waits.
static inline void nurie_pause(void) {
#ifdef __x86_64__
    __builtin_ia32_pause();
#endif
}

/// Brings a run of numbers closer that will be read soon.
static inline void nurie_prefetch(const float *from, long count) {
    for (long i = 0; i < count; i += 16) __builtin_prefetch(from + i);
}

/// The kernels for AVX-512, or null where the processor or the system does not have it.
const nurie_kernels *nurie_kernels_avx512(void);

/// The same with tiles of half as many rows and twice as many columns, for results of few channels.
const nurie_kernels *nurie_kernels_avx512_narrow(void);

/// Kernels for AVX-512 with products of bfloat16, or null where the processor or the system does not have them.
const nurie_kernels *nurie_kernels_avx512_bf16(void);

/// The kernels for AVX2 with fused multiply-add, or null where the processor does not have them.
const nurie_kernels *nurie_kernels_avx2(void);

/// The loops over numbers by themselves and along rows, for one kind of processor; `loops.h` is their only text, and all
/// give the same bits.
///
/// Where nothing else is said, `count` is rounded up to whole sixteens, and so many numbers are read and written.
typedef struct __attribute__((swift_attr("@Sendable"))) {
    void (*add)(const float *left, const float *right, float *to, long count);
    void (*subtract)(const float *left, const float *right, float *to, long count);
    void (*multiply)(const float *left, const float *right, float *to, long count);
    void (*divide)(const float *left, const float *right, float *to, long count);

    /// The left number where the right one is positive, 0 elsewhere.
    void (*gate)(const float *left, const float *right, float *to, long count);

    /// The left number, times the slope where the result is not positive.
    void (*unbend)(const float *left, const float *result, float slope, float *to, long count);

    void (*exponential)(const float *from, float *to, long count);
    void (*logarithm)(const float *from, float *to, long count);
    void (*hyperbolicTangent)(const float *from, float *to, long count);
    void (*logistic)(const float *from, float *to, long count);
    void (*softplus)(const float *from, float *to, long count);
    void (*squareRoots)(const float *from, float *to, long count);

    /// factor · x + shift, in two roundings.
    void (*scale)(const float *from, float factor, float shift, float *to, long count);

    /// Negative numbers times the slope; 0 where that is 0, for minus infinity too.
    void (*bend)(const float *from, float slope, float *to, long count);

    /// The start and the sum of the numbers: sixteen lanes of single precision over each 1024 numbers, these and what is
    /// left over in double precision, one after another. Exactly `count` numbers.
    double (*sum)(double start, const float *from, long count);

    /// The largest of at least one number. Exactly `count` numbers.
    float (*largest)(const float *from, long count);

    /// e to the power of x - largest, over the sum of these powers, which it returns. Exactly `count` numbers.
    double (*softmax)(const float *from, float largest, float *to, long count);

    /// The source's part of a convolution by Winograd's F(4×4, 3×3): each tile looks at 6×6 numbers, and neighbouring tiles
    /// lie 4 apart. Of the six lines, `pitch` apart, tile t's 36 numbers go to to[place · plane + t]. Tiles are rounded up to
    /// whole sixteens, and so are the lines.
    void (*winogradSource)(const float *lines, long pitch, long tiles, float *to, long plane);

    /// The way back: from the 36 sums of each tile 4×4 results, times the factor, plus the shift, bent by the slope as a
    /// tile of `nurie_kernels` is. Tiles are rounded up as above.
    void (*winogradResult)(
        const float *sums, long plane, long tiles, float factor, float shift, float slope, float *lines, long pitch);

    /// The weights' part: packed[place · plane + channel · rows + row] of 3×3 weights, which lie outputStride apart for the
    /// rows and 9 apart for the channels; 0 for rows from `outputs` on.
    void (*winogradWeights)(
        const float *weights, long outputStride, long channels, long outputs, long rows, float *packed, long plane);
} nurie_loops;

/// For every processor.
const nurie_loops *nurie_loops_plain(void);

/// For AVX2 and AVX-512, or null where the processor or the system does not have them.
const nurie_loops *nurie_loops_avx2(void);
const nurie_loops *nurie_loops_avx512(void);

#endif
