#include "CKernels.h"

#include <stddef.h>

#ifdef __x86_64__

#define LANES 8
#define ROWS 4
#define VECTORS 2
#define FACTORS 1
#define TAPS 3
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "tile.h"
#include "line.h"
#include "pack.h"
#include "peak.h"
#pragma clang attribute pop

static const nurie_kernels kernels = {
    "AVX2", ROWS, VECTORS * LANES, FACTORS, tile, correlation, line, lineCorrelation, pack, NULL, NULL,
    multiplyAdds};

const nurie_kernels *nurie_kernels_avx2(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kernels : NULL;
}

#else

const nurie_kernels *nurie_kernels_avx2(void) { return NULL; }

#endif
