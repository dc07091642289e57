#include "CKernels.h"

#include <stddef.h>

// Factors are rounded to bfloat16 when they are laid out, two to an element; their products are added up in Float32.

#ifdef __x86_64__

#include <immintrin.h>

#define LANES 16
#define ROWS 8
#define VECTORS 2
#define FACTORS 2
#define TAPS 9
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512bf16"))), apply_to = function)
#include "tile.h"
#include "line.h"
#include "pack.h"
#include "rounding.h"
#include "peak.h"
#pragma clang attribute pop

static const nurie_kernels kernels = {
    "AVX-512, bfloat16", ROWS, VECTORS * LANES, FACTORS, tile, correlation, line, lineCorrelation, pack, pairs, halves,
    multiplyAdds};

const nurie_kernels *nurie_kernels_avx512_bf16(void) {
    return nurie_kernels_avx512() && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512bf16")
        ? &kernels : NULL;
}

#else

const nurie_kernels *nurie_kernels_avx512_bf16(void) { return NULL; }

#endif
