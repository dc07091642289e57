#include "CKernels.h"

#include <stddef.h>

#ifdef __x86_64__

#define LANES 16
#define ROWS 8
#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)
#include "tile.h"
#include "pack.h"
#include "peak.h"
#pragma clang attribute pop

static const nurie_kernels kernels = {"AVX-512", ROWS, 2 * LANES, tile, correlation, pack, multiplyAdds};

const nurie_kernels *nurie_kernels_avx512(void) { return __builtin_cpu_supports("avx512f") ? &kernels : NULL; }

#else

const nurie_kernels *nurie_kernels_avx512(void) { return NULL; }

#endif
