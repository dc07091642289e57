#include "CKernels.h"

#include <stddef.h>

// For results of four channels and fewer, such as a picture's: tiles of eight would be more than half empty.

#ifdef __x86_64__

#define LANES 16
#define ROWS 4
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#include "tile.h"
#include "pack.h"
#include "peak.h"
#pragma clang attribute pop

static const nurie_kernels kernels = {"AVX-512, narrow", ROWS, 2 * LANES, tile, correlation, pack, multiplyAdds};

const nurie_kernels *nurie_kernels_avx512_narrow(void) {
    return __builtin_cpu_supports("avx512f") ? &kernels : NULL;
}

#else

const nurie_kernels *nurie_kernels_avx512_narrow(void) { return NULL; }

#endif
