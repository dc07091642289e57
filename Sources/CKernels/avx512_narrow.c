#include "CKernels.h"

#include <stddef.h>

// For results of four channels and fewer, such as a picture's: tiles of eight rows would be more than half empty. They
// are twice as wide instead.

#ifdef __x86_64__

#define LANES 16
#define ROWS 4
#define VECTORS 4
#define FACTORS 1
#define TAPS 9
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl"))), apply_to = function)
#include "tile.h"
#include "line.h"
#include "pack.h"
#include "peak.h"
#pragma clang attribute pop

static const nurie_kernels kernels = {
    "AVX-512, narrow", ROWS, VECTORS * LANES, FACTORS, tile, correlation, line, lineCorrelation, pack, NULL, NULL,
    multiplyAdds};

const nurie_kernels *nurie_kernels_avx512_narrow(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") ? &kernels : NULL;
}

#else

const nurie_kernels *nurie_kernels_avx512_narrow(void) { return NULL; }

#endif
